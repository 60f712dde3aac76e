/** A piece of text that may be part of a number. Everything but white space is in a token. */
export interface Token {
  readonly kind: 'word' | 'digits' | 'vulgar' | 'clock' | 'date' | 'sign';
  /** Lower case, apostrophes folded. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const LETTERS = String.raw`[\p{L}\p{M}]+`;
const PATTERNS = {
  plain: createPattern(LETTERS),
  /** A space parts thousands. */
  spaced: createPattern(LETTERS, String.raw`\p{Nd}{1,3}(?: \p{Nd}{3})+(?:[.,]\p{Nd}+)?(?!\p{Nd})`),
  /** An apostrophe is a letter. */
  ukrainian: createPattern(
    `${LETTERS}(?:['’ʼ]${LETTERS})*`,
    String.raw`\p{Nd}{1,3}(?: \p{Nd}{3})+(?:[.,]\p{Nd}+)?(?!\p{Nd})`,
  ),
};

/**
 * In order: magnitudes and units that Chinese and Japanese write behind a figure without a space, words, numeric dates, clock times,
 * figures with their separators, everything else by the character.
 */
function createPattern(word: string, spacedFigure?: string): RegExp {
  const dates = ['\\.', '/', '-'].map((mark) => String.raw`\p{Nd}{1,4}${mark}\p{Nd}{1,2}${mark}\p{Nd}{2,4}`);
  return new RegExp(
    [
      String.raw`(?<=[\p{Nd}万萬億亿兆千百만억조])[万萬億亿兆千百만억조円元年月日]`,
      word,
      String.raw`(?<![\p{Nd}./-])(?:${dates.join('|')})(?!\p{Nd}|[./-]\p{Nd})`,
      String.raw`(?<![\p{Nd}:])\p{Nd}{1,2}:\p{Nd}{2}(?![\p{Nd}:])`,
      ...(spacedFigure === undefined ? [] : [String.raw`(?<!\p{Nd})${spacedFigure}`]),
      String.raw`\p{Nd}+(?:[.,'’٫٬\u00A0\u202F\u2009]\p{Nd}+)*`,
      String.raw`\S`,
    ].join('|'),
    'gu',
  );
}

const SPACED_THOUSANDS = /^(?:fr|ru|uk|es|pt|pl|cs|sk|sv|nb|no|fi|bg|hu|be)$/u;

export function tokenize(text: string, language: string): Token[] {
  const tokens: Token[] = [];
  const pattern = patternOf(language);
  for (let start = 0; start < text.length; ) {
    const code = text.charCodeAt(start);
    if (code === 32) {
      start++;
      continue;
    }
    const end = plainEnd(text, start);
    const token: Token | undefined =
      end > start
        ? { kind: 'word', key: foldWord(text.slice(start, end)), start, end }
        : readPiece(text, start, pattern);
    if (!token) break;
    tokens.push(isLooseK(token, tokens.at(-1)) ? { ...token, key: '' } : token);
    start = token.end;
  }
  return tokens;
}

/** A K is a thousand right behind a figure only: "10K", not "a K-shaped economy". */
function isLooseK({ key, start }: Token, previous: Token | undefined): boolean {
  return key === 'k' && !(previous?.kind === 'digits' && previous.end === start);
}

/** End of a word in plain letters; `start` where other letters or an apostrophe follow, which the pattern knows. */
function plainEnd(text: string, start: number): number {
  let end = start;
  while (isPlainLetter(text.charCodeAt(end))) end++;
  const next = text.charCodeAt(end);
  return next > 0x7f || next === APOSTROPHE ? start : end;
}

const APOSTROPHE = 0x27;

function readPiece(text: string, from: number, pattern: RegExp): Token | undefined {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  if (!found) return undefined;
  const [piece] = found;
  const kind = kindOf(piece);
  const key = kind === 'word' ? foldWord(piece) : piece;
  return { kind, key, start: found.index, end: found.index + piece.length };
}

function kindOf(piece: string): Token['kind'] {
  if (/^[\p{L}\p{M}]/u.test(piece)) return 'word';
  if (!/^\p{N}/u.test(piece)) return 'sign';
  if (/^\p{No}/u.test(piece)) return 'vulgar';
  if (piece.includes(':')) return 'clock';
  const isDate =
    /^\p{Nd}+([./-])\p{Nd}{1,2}\1\p{Nd}{2,4}$/u.test(piece) &&
    !/^\p{Nd}+\.\p{Nd}{1,2}\.\p{Nd}{3}$/u.test(piece);
  return isDate ? 'date' : 'digits';
}

/** Latin and Cyrillic letters that nearly every piece of text in our languages begins with. */
function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0x410 && code <= 0x44f);
}

function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') || lower.includes('ʼ') ? lower.replaceAll(/[’ʼ]/gu, "'") : lower;
}

function patternOf(language: string): RegExp {
  if (language === 'uk') return PATTERNS.ukrainian;
  return SPACED_THOUSANDS.test(language) ? PATTERNS.spaced : PATTERNS.plain;
}

/** Nothing stands between the two, not even a space. */
export function isGlued(before: Token | undefined, after: Token | undefined): boolean {
  return before !== undefined && after !== undefined && before.end === after.start;
}

export function isHyphen(token: Token | undefined): boolean {
  return token !== undefined && HYPHENS.has(token.key);
}

const HYPHENS: ReadonlySet<string> = new Set(['-', '‐', '‑', '–', '—', '−']);

/** Index of the next token, a hyphen that joins two words or figures left out. */
export function following(tokens: readonly Token[], at: number): number {
  const hyphen = tokens[at + 1];
  return isHyphen(hyphen) && isGlued(tokens[at], hyphen) && isGlued(hyphen, tokens[at + 2]) ? at + 2 : at + 1;
}
