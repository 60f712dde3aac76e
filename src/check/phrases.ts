import type { Found } from './rule.ts';

/**
 * Phrases by primary language subtag, as the sources of regular expressions in lower case: a space stands for one or two, a
 * straight apostrophe for any. Every repetition in them is bounded, so that no text makes them slow.
 */
export type PhraseTable = Readonly<Record<string, readonly string[]>>;

export interface FoundPhrase {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the phrases of a table as whole words in any case, or as whole lines. */
export interface PhraseFinder {
  readonly languages: readonly string[];
  find(text: string, language: string): FoundPhrase[];
}

/**
 * Small letters and digits of the scripts that the tables are in. The engine takes a millisecond to make one \p{L} ready, and
 * there are hundreds: a person who checks one file would wait for nothing else.
 */
const LETTERS = [
  'a-z\\u00AA\\u00B5\\u00BA\\u00DF-\\u00F6\\u00F8-\\u02AF\\u0386\\u0388-\\u0481\\u048A-\\u052F',
  '\\u0620-\\u065F\\u066E-\\u06D3\\u06D5-\\u06DC\\u06EE\\u06EF\\u06FA-\\u06FC\\u0900-\\u0963',
  '\\u3005\\u3041-\\u309A\\u309D-\\u309F\\u30A1-\\u30FA\\u30FC-\\u30FF\\u3400-\\u9FFF\\uAC00-\\uD7AF\\uFF41-\\uFF5A',
].join('');
const MARKS = '\\u0300-\\u036F';
const DIGITS =
  '0-9\\u00B2\\u00B3\\u00B9\\u00BC-\\u00BE\\u0660-\\u0669\\u06F0-\\u06F9\\u0966-\\u096F\\uFF10-\\uFF19';
const CLASSES: Readonly<Record<string, string>> = { '\\p{L}': LETTERS, '\\p{N}': DIGITS };

/** Chinese and Japanese write their words without borders. */
const UNSPACED: ReadonlySet<string> = new Set(['ja', 'zh']);
/** Written as one word with what follows: Arabic “and”, “so”. */
const PREFIX: Readonly<Record<string, string>> = { ar: '[وف]?' };
const BEGIN = `(?<![${LETTERS}${MARKS}${DIGITS}])`;
const END = `(?![${LETTERS}${MARKS}${DIGITS}])`;
const LINE_BEGIN = `^[^${LETTERS}${DIGITS}]{0,8}`;
/** A line of furniture is no sentence; only dots may trail off behind it. */
const LINE_END = `[^${LETTERS}${DIGITS}.?!。？！؟।]{0,8}(?:\\.{3}[^${LETTERS}${DIGITS}]{0,3})?$`;

export function createPhraseFinder(table: PhraseTable): PhraseFinder {
  return createFinder(table, (alternatives, language) =>
    UNSPACED.has(language) ? alternatives : `${BEGIN}${PREFIX[language] ?? ''}${alternatives}${END}`,
  );
}

/** The phrase must be all there is, but for marks at either end. */
export function createLineFinder(table: PhraseTable): PhraseFinder {
  return createFinder(table, (alternatives) => `${LINE_BEGIN}${alternatives}${LINE_END}`);
}

type Frame = (alternatives: string, language: string) => string;

function createFinder(table: PhraseTable, frame: Frame): PhraseFinder {
  const patterns = new Map<string, RegExp>();
  const patternOf = (language: string): RegExp | undefined => {
    const phrases = table[language];
    const known = patterns.get(language);
    if (known || !phrases) return known;
    const pattern = new RegExp(frame(`(?:${phrases.map(sourceOf).join('|')})`, language), 'gu');
    patterns.set(language, pattern);
    return pattern;
  };
  return {
    languages: Object.keys(table),
    find: (text, language) => {
      const pattern = patternOf(language);
      if (!pattern) return [];
      const plain = plainOf(text);
      return [...plain.text.matchAll(pattern)].map(({ 0: found, index }) => {
        const start = plain.offsetOf(index);
        const end = found === '' ? start : plain.offsetOf(index + found.length - 1) + 1;
        return { text: text.slice(start, end), start, end };
      });
    },
  };
}

interface Plain {
  readonly text: string;
  /** Where a character of it stands in the text as it was. */
  offsetOf(index: number): number;
}

/** Small letters, single spaces and straight apostrophes: an expression that allows for others takes three times as long to make ready. */
function plainOf(text: string): Plain {
  const plain = lowered(text).replace(/[’ʼ]/gu, "'").replace(/\s/gu, ' ');
  if (!DOUBLE_SPACE.test(plain)) return { text: plain, offsetOf: (index) => index };
  const offsets: number[] = [];
  const single = [...plain.matchAll(/(?<! ) {2}(?! )|./gu)].map(({ 0: piece, index }) => {
    for (let at = 0; at < (piece === '  ' ? 1 : piece.length); at++) offsets.push(index + at);
    return piece === '  ' ? ' ' : piece;
  });
  return { text: single.join(''), offsetOf: (index) => offsets[index] ?? text.length };
}

/** Longer gaps are quotations that were blanked, and no phrase goes on behind one. */
const DOUBLE_SPACE = /(?<! ) {2}(?! )/u;

/** Of the same length. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : [...text].map((character) => sameLength(character)).join('');
}

function sameLength(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

/** Character classes and, outside of them, what stands for one. */
const CLASS_OR_SHORT = /\[(?:\\.|[^\]\\])*\]|\\p\{[LN]\}/gu;

function sourceOf(phrase: string): string {
  return phrase.replace(CLASS_OR_SHORT, (found) =>
    found.startsWith('[') ? found.replace(/\\p\{[LN]\}/gu, membersOf) : `[${membersOf(found)}]`,
  );
}

function membersOf(short: string): string {
  return CLASSES[short] ?? short;
}

/** In the order of the text, without those that overlap one before. */
export function distinct(phrases: readonly FoundPhrase[]): FoundPhrase[] {
  const kept: FoundPhrase[] = [];
  for (const phrase of [...phrases].sort((first, second) => first.start - second.start))
    if (phrase.start >= (kept.at(-1)?.end ?? 0)) kept.push(phrase);
  return kept;
}

export function foundAt({ start, end }: FoundPhrase, message: string): Found {
  return { start, end, message };
}
