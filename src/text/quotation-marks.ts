/** Opening and closing marks, by primary language subtag or full tag; the fallback is English. */
const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  en: ['“', '”'],
  de: ['„', '“'],
  'de-CH': ['«', '»'],
  fr: ['«\u00A0', '\u00A0»'],
  es: ['«', '»'],
  pt: ['“', '”'],
  it: ['«', '»'],
  ru: ['«', '»'],
  uk: ['«', '»'],
  pl: ['„', '”'],
  nl: ['“', '”'],
  ja: ['「', '」'],
  zh: ['“', '”'],
  'zh-TW': ['「', '」'],
  'zh-Hant': ['「', '」'],
  ko: ['“', '”'],
  ar: ['«', '»'],
  hi: ['“', '”'],
  tr: ['“', '”'],
};

/** Puts a text between the quotation marks of its language (BCP 47). */
export function quote(text: string, language: string): string {
  const [open, close] = MARKS[language] ?? MARKS[language.split('-')[0] ?? ''] ?? ['“', '”'];
  return open + text + close;
}

/** A stretch of text between quotation marks; offsets are UTF-16 code units and take in the marks. */
export interface QuotedStretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Every closing mark an opening mark of any script can have. */
const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '"', '“'],
  '„': ['“', '”', '"'],
  // Swedish and Finnish open with the mark that others close with.
  '”': ['”'],
  '«': ['»'],
  '»': ['«', '»'],
  '‹': ['›'],
  '›': ['‹'],
  '「': ['」'],
  '『': ['』'],
  '"': ['"', '”'],
  '″': ['″'],
  '❝': ['❞'],
  '〝': ['〞', '〟'],
  '＂': ['＂'],
  '``': ["''", '"', '``'],
};
/** Marks that open a quotation only where they stand like an opening one: elsewhere they close one, or are an apostrophe or inches. */
const SHAPED: ReadonlySet<string> = new Set(['”', '»', '‹', '›', '″']);

/** Opening and closing marks of single quotations. The closing one is an apostrophe, too. */
const SINGLE: Readonly<Record<string, string>> = { '‘': '’', '‚': '‘’', "'": "'" };
/** A straight mark around less is an apostrophe on either side as often. */
const FEWEST_STRAIGHT_WORDS = 3;

const BEFORE_OPENING = /[\s=([{<:—–‐/-]/u;
const AFTER_OPENING = /^[\u00A0\u202F]?[/\p{L}\p{N}[(¿¡…“„«"$€£{]/u;
const LETTER = /[\p{L}\p{N}]/u;

/** Finds text between quotation marks of any script. An opening mark that is never closed quotes nothing; what is quoted within a quotation is part of it. */
export function findQuoted(text: string): QuotedStretch[] {
  const found: QuotedStretch[] = [];
  const pairs = new MarkPairs(text);
  for (let start = 0; start < text.length; start++) {
    const mark = text.startsWith('``', start) ? '``' : text.charAt(start);
    const end = SINGLE[mark] === undefined ? pairs.endOf(start, mark) : findSingleEnd(pairs, start);
    if (end === undefined) continue;
    found.push({ start, end: end.after, text: text.slice(start + mark.length, end.at).trim() });
    start = end.after - 1;
  }
  return found;
}

/** No quotation of ours is longer; it keeps the search linear over text full of unclosed marks. */
const LONGEST_QUOTATION = 2_000;

interface Closing {
  readonly at: number;
  readonly after: number;
}

/** The double marks of a text, each kind paired once. */
class MarkPairs {
  readonly text: string;
  readonly #ends = new Map<string, ReadonlyMap<number, Closing>>();

  constructor(text: string) {
    this.text = text;
  }

  /** Where the quotation ends that a double mark opens. */
  endOf(start: number, mark: string): Closing | undefined {
    const closers = CLOSERS[mark];
    if (!closers) return undefined;
    const ends = this.#ends.get(mark) ?? this.#pair(mark, closers);
    this.#ends.set(mark, ends);
    const end = ends.get(start);
    return end && end.at - start <= LONGEST_QUOTATION ? end : undefined;
  }

  #pair(mark: string, closers: readonly string[]): Map<number, Closing> {
    const { text } = this;
    const ends = new Map<number, Closing>();
    const open: number[] = [];
    for (let at = 0; at < text.length; at++) {
      const closer = open.length > 0 ? closers.find((one) => text.startsWith(one, at)) : undefined;
      const opens = text.startsWith(mark, at) && (closer === undefined || isOpening(text, at));
      if (!opens && closer === undefined) continue;
      const isShort = isMeasure(text, at);
      if (opens) {
        if (!isShort && (!SHAPED.has(mark) || isOpening(text, at))) open.push(at);
        at += mark.length - 1;
      } else if (closer !== undefined && !(isShort && isClosedLater(text, at))) {
        ends.set(open.pop() ?? at, { at, after: at + closer.length });
        at += closer.length - 1;
      }
    }
    return ends;
  }
}

function isOpening(text: string, at: number): boolean {
  return (
    (at === 0 || BEFORE_OPENING.test(text.charAt(at - 1))) && AFTER_OPENING.test(text.slice(at + 1, at + 4))
  );
}

/** Inches, seconds of arc, and the marks that Hebrew writes inside a word. */
function isMeasure(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark !== '"' && mark !== '″' && mark !== '”') return false;
  const before = text.charAt(at - 1);
  if (mark === '"' && /\p{Script=Hebrew}/u.test(before))
    return /\p{Script=Hebrew}/u.test(text.charAt(at + 1));
  return /[\d½¼¾⅛⅜⅝⅞]/u.test(before);
}

/** How far behind inches the end of the quotation is looked for that they would stand in. */
const MEASURE_REACH = 200;

/** Whether the next mark behind inches closes: then they stand inside the quotation. */
function isClosedLater(text: string, at: number): boolean {
  for (let next = at + 1; next < at + MEASURE_REACH; next++)
    if (text.charAt(next) === text.charAt(at) && !isMeasure(text, next)) return !isOpening(text, next);
  return false;
}

/** Words that an apostrophe begins: "’tis", "rock ’n’ roll". */
const ELISION =
  /^(?:tis|twas|twere|twill|twould|em|til|till|cause|cos|coz|bout|round|n|fraid|nuff|ere|gainst|neath|tween|s|t|k|ne?n?|m)(?![\p{L}\p{N}])/iu;
/** Words that an apostrophe ends: "goin’", "o’", "the farmers’". */
const OPEN_ENDED = /(?:[szx]|\p{L}in|(?<!\p{L})(?:o|an|n|th|ol|wi|po|of))$/iu;
const MOST_ELISIONS = 8;
const OPENS_OTHER = '“„«"「『❝';

/**
 * Of the marks that may close it, the first behind a comma or stop; else the first that can be no apostrophe; else the last before the
 * sentence ends or another mark opens.
 */
function findSingleEnd(pairs: MarkPairs, start: number): Closing | undefined {
  const { text } = pairs;
  const limit = Math.min(text.length, start + LONGEST_QUOTATION);
  const mark = text.charAt(start);
  const closers = SINGLE[mark] ?? '';
  if (!isOpening(text, start) || (mark !== '‚' && !/[^\p{N}]/u.test(text.charAt(start + 1))))
    return undefined;
  const isElision = mark !== '‚' && ELISION.test(text.slice(start + 1, start + 10));
  let first: number | undefined;
  let last: number | undefined;
  let isSentenceOver = false;
  let isOtherOpen = false;
  let elisions = 0;
  for (let at = start + 1; at < limit; at++) {
    const character = text.charAt(at);
    if (character === '\n') break;
    if (character === mark && isOpening(text, at)) {
      const elided = ELISION.exec(text.slice(at + 1, at + 10))?.[0];
      if (elided === undefined || ++elisions > MOST_ELISIONS) break;
      // "rock 'n' roll": the second mark is one of them too.
      at += elided.length + (text.charAt(at + elided.length + 1) === closers ? 1 : 0);
      continue;
    }
    if (!isOtherOpen && OPENS_OTHER.includes(character) && isOpening(text, at)) {
      const inner = pairs.endOf(at, character);
      if (inner) at = inner.after - 1;
      else isOtherOpen = true;
      continue;
    }
    if (!closers.includes(character)) {
      isSentenceOver ||= /[.!?]/u.test(character) && /^\s+\p{Lu}/u.test(text.slice(at + 1, at + 4));
      continue;
    }
    const before = text.charAt(at - 1);
    if (/\s/u.test(before) || LETTER.test(text.charAt(at + 1))) continue;
    if (/[.,!?…;。！？]/u.test(before)) return closeSingle(text, start, at);
    if (isElision || isSentenceOver || isOtherOpen) continue;
    last = at;
    if (!OPEN_ENDED.test(text.slice(Math.max(start + 1, at - 4), at))) first ??= at;
  }
  const at = first ?? last;
  return at === undefined ? undefined : closeSingle(text, start, at);
}

function closeSingle(text: string, start: number, at: number): Closing | undefined {
  const words = text
    .slice(start + 1, at)
    .trim()
    .split(/\s+/u).length;
  return text.charAt(start) === "'" && words < FEWEST_STRAIGHT_WORDS ? undefined : { at, after: at + 1 };
}
