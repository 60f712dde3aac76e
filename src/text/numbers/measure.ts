import type { Reading } from './compose.ts';
import type { Source } from './source.ts';
import { isGlued, isHyphen } from './tokens.ts';
import type { UnitName } from './units.ts';

interface Measured {
  readonly unit?: UnitName;
  /** First and behind the last token of number and unit. */
  readonly first: number;
  readonly last: number;
  /** What stands behind the unit: "año y medio". */
  readonly added: number;
}

/** Words that may stand between a number and its unit. */
const MOST_BETWEEN = 3;

/** The unit beside a number: a sign or code before it, a sign, code or word behind. */
export function findUnit(reading: Reading, source: Source, free: number): Measured {
  const { tokens, text, lexicon } = source;
  const before = tokens[reading.from - 1];
  const prefix =
    before && reading.from - 1 >= free ? lexicon.signs.get(text.slice(before.start, before.end)) : undefined;
  const isMoneyBefore =
    prefix !== undefined &&
    (before?.kind === 'sign' || /^[A-Z]{3}$/u.test(text.slice(before?.start, before?.end)));
  const behind = reading.kind === 'ordinal' ? undefined : unitBehind(reading, source);
  if (isMoneyBefore && before?.key !== '%' && before?.key !== '°') {
    const first = reading.from - 1 - prefixLetters(source, reading.from - 1, free);
    const isRepeated = behind !== undefined && /^[A-Z]{3}$|^money$|^pound$/u.test(behind.unit);
    return {
      unit: isRepeated ? behind.unit : prefix,
      first,
      last: isRepeated ? behind.last : reading.to,
      added: 0,
    };
  }
  if (!behind) return { first: reading.from, last: reading.to, added: 0 };
  const added = halfBehind(behind.last, source);
  return { unit: behind.unit, first: reading.from, last: behind.last + (added > 0 ? 2 : 0), added };
}

/** "US" of "US$". */
function prefixLetters({ tokens }: Source, sign: number, free: number): number {
  const letters = tokens[sign - 1];
  return sign - 1 >= free && letters?.kind === 'word' && isGlued(letters, tokens[sign]) ? 1 : 0;
}

function unitBehind(reading: Reading, source: Source): { unit: UnitName; last: number } | undefined {
  const { tokens, lexicon } = source;
  const skippable = reading.kind === 'fraction' ? lexicon.ofPart : lexicon.of;
  let at = reading.to;
  for (let between = 0; between <= MOST_BETWEEN; between++) {
    at = skipMarks(source, at);
    const found = unitAt(source, at);
    if (found) return found;
    if (!skippable.has(tokens[at]?.key ?? '')) return undefined;
    at++;
  }
  return undefined;
}

/** Hyphens, apostrophes of elision and dots of "U.S." that are glued to what is before them. */
function skipMarks({ tokens }: Source, at: number): number {
  let next = at;
  while (next < at + 2) {
    const token = tokens[next];
    const isMark =
      token !== undefined &&
      (isHyphen(token) ||
        token.key === "'" ||
        token.key === '’' ||
        (token.key === '.' && (tokens[next - 1]?.key.length ?? 9) === 1));
    if (!isMark || !isGlued(tokens[next - 1], token)) break;
    if (isHyphen(token) && !isGlued(token, tokens[next + 1])) break;
    next++;
  }
  return next;
}

function unitAt(source: Source, at: number): { unit: UnitName; last: number } | undefined {
  const { tokens, text, lexicon } = source;
  const token = tokens[at];
  if (!token) return undefined;
  for (const { words, unit } of lexicon.units.get(token.key) ?? []) {
    const last = phraseEnd(source, at, words);
    if (last !== undefined) return { unit, last };
  }
  const sign = lexicon.signs.get(text.slice(token.start, token.end));
  if (sign === undefined) return undefined;
  const scale = sign === 'degree' ? tokens[at + 1] : undefined;
  if (scale?.key === 'c') return { unit: 'celsius', last: at + 2 };
  if (scale?.key === 'f') return { unit: 'fahrenheit', last: at + 2 };
  return { unit: sign, last: at + 1 };
}

function phraseEnd(source: Source, at: number, words: readonly string[]): number | undefined {
  let next = at;
  for (const [index, word] of words.entries()) {
    if (index > 0) next = skipMarks(source, next);
    if (source.tokens[next]?.key !== word) return undefined;
    next++;
  }
  return next;
}

/** "Un an et demi", "año y medio". */
function halfBehind(at: number, { tokens, lexicon }: Source): number {
  const and = lexicon.words.get(tokens[at]?.key ?? '');
  const half = lexicon.words.get(tokens[at + 1]?.key ?? '');
  return lexicon.hasAndInTens && and?.isAnd && half?.isHalf ? 0.5 : 0;
}
