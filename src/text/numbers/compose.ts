import { takeFigure, takeVulgar } from './compose-figures.ts';
import { takeAddedPart, takeDenominator } from './compose-parts.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import { entryAt, isScaled, type Source } from './source.ts';
import { addCardinal, addOrdinal, createSum, isEmpty, multiply, type Sum, stepOf, sumOf } from './sum.ts';
import { following, isGlued, isHyphen } from './tokens.ts';
import type { UnitName } from './units.ts';

/** A number in tokens `from` up to `to`. */
export interface Reading {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly step: number;
  readonly scale: number;
  readonly kind: 'cardinal' | 'ordinal' | 'fraction';
  readonly isFigure: boolean;
  readonly isPaired: boolean;
  /** Number and unit are one word. */
  readonly unit?: UnitName;
}

/** The longest number in words; bounds the work on hostile text. */
const MOST_PARTS = 24;

/** The number that begins at a token, or undefined. */
export function composeNumber(source: Source, from: number): Reading | undefined {
  const sum = createSum();
  let to = from;
  let unit: UnitName | undefined;
  for (let at = from, parts = 0; parts < MOST_PARTS; parts++) {
    const next = takePart(sum, source, at);
    if (next === undefined) break;
    to = next;
    unit = entryAt(source, at)?.unit;
    if (sum.isDone || unit) break;
    at = following(source.tokens, to - 1);
    if (source.lexicon.plus.has(source.tokens[at]?.key ?? '') && isScaled(source, at))
      at = following(source.tokens, at);
  }
  if (to === from || isEmpty(sum)) return undefined;
  const { kind, scale, isFigure, isPaired } = sum;
  const start = startsWithArticle(source, from) ? from - 1 : from;
  return {
    from: start,
    to,
    value: sumOf(sum),
    step: stepOf(sum),
    scale,
    kind,
    isFigure,
    isPaired,
    ...(unit ? { unit } : {}),
  };
}

function startsWithArticle(source: Source, from: number): boolean {
  const entry = entryAt(source, from);
  return (
    (entry?.scale !== undefined || entry?.denominator !== undefined) &&
    entryAt(source, from - 1)?.isArticle === true
  );
}

/** Adds what stands at a token to the sum; the index behind it, or undefined where it does not belong. */
function takePart(sum: Sum, source: Source, at: number): number | undefined {
  const token = source.tokens[at];
  if (!token) return undefined;
  if (token.kind === 'digits') return takeFigure(sum, source, at);
  if (token.kind === 'vulgar') return takeVulgar(sum, token, source.text) ? at + 1 : undefined;
  const entry = entryAt(source, at);
  return entry ? takeWord(sum, source, at, entry) : undefined;
}

function takeWord(sum: Sum, source: Source, at: number, entry: Entry): number | undefined {
  const { lexicon } = source;
  const { cardinal, ordinal, scale, denominator, whole } = entry;
  if (whole !== undefined && isEmpty(sum)) {
    sum.group = whole;
    return at + 1;
  }
  if (cardinal !== undefined) {
    const isJoined = isAndAt(source, at - 1);
    if (addCardinal(sum, cardinal, lexicon, entry.isOne && !isJoined)) return at + 1;
    return lexicon.hasPairs ? takePair(sum, source, at, cardinal) : undefined;
  }
  if (scale !== undefined) return takeScale(sum, source, at, entry);
  if (denominator !== undefined) {
    const parted = takeDenominator(sum, source, at, entry);
    if (parted !== undefined) return parted;
  }
  if (ordinal !== undefined && !sum.isFigure) return addOrdinal(sum, ordinal, lexicon) ? at + 1 : undefined;
  if (isEmpty(sum)) return undefined;
  if (entry.isPoint) return takeDecimals(sum, source, at);
  return entry.isAnd ? takeAnd(sum, source, at) : undefined;
}

function isAndAt(source: Source, at: number): boolean {
  const hyphened = isHyphen(source.tokens[at]) ? at - 1 : at;
  return entryAt(source, hyphened)?.isAnd === true;
}

function takeScale(sum: Sum, source: Source, at: number, entry: Entry): number | undefined {
  const previous = source.tokens[at - 1];
  const isVague = isEmpty(sum) && previous !== undefined && source.lexicon.vague.has(previous.key);
  if (isVague || !multiply(sum, entry, entryAt(source, at - 1)?.isArticle === true)) return undefined;
  const dot = source.tokens[at + 1];
  const token = source.tokens[at];
  const isShortened = dot?.key === '.' && isGlued(token, dot) && (token?.key.length ?? 9) <= 4;
  return isShortened && source.tokens[at + 2] !== undefined ? at + 2 : at + 1;
}

/** "Nineteen" + "ninety one". */
function takePair(sum: Sum, source: Source, at: number, second: number): number | undefined {
  const { group, total, isFigure } = sum;
  if (total > 0 || isFigure || group === undefined || group < 11 || group > 21 || second < 10)
    return undefined;
  const units = second % 10 === 0 ? entryAt(source, following(source.tokens, at))?.cardinal : undefined;
  const isLong = second >= 20 && units !== undefined && units > 0 && units < 10;
  sum.group = group * 100 + second + (isLong ? units : 0);
  sum.isPaired = true;
  sum.isDone = true;
  return isLong ? following(source.tokens, at) + 1 : at + 1;
}

function takeDecimals(sum: Sum, source: Source, at: number): number | undefined {
  let digits = '';
  let next = at + 1;
  for (; digits.length < 6; next++) {
    const token = source.tokens[next];
    const cardinal = entryAt(source, next)?.cardinal;
    const digit = token?.kind === 'digits' ? source.text.slice(token.start, token.end) : cardinal;
    if (digit === undefined || !/^\d{1,3}$/u.test(String(digit))) break;
    digits += digit;
    if (Number(digit) >= 10) {
      next++;
      break;
    }
  }
  if (digits === '' || sum.group === undefined || !Number.isInteger(sum.group)) return undefined;
  sum.group += Number(`0.${digits}`);
  sum.step = 10 ** -digits.length;
  return next;
}

/** "Hundred and five", "treinta y cinco", "two and a half". */
function takeAnd(sum: Sum, source: Source, at: number): number | undefined {
  const { lexicon } = source;
  let next = following(source.tokens, at);
  const half = takeAddedPart(sum, source, next);
  if (half !== undefined) return half;
  if (sum.isFigure) return undefined;
  const entry = entryAt(source, next);
  const value = entry?.cardinal ?? entry?.ordinal;
  if (value === undefined || value === 0 || (entry?.isOne && !lexicon.hasAndInTens)) return undefined;
  const group = sum.group;
  const isOpen = group === undefined ? sum.total > 0 : group >= 100 || lexicon.hasAndInTens;
  if (
    !isOpen ||
    (group !== undefined && group < 100 && (group < 20 || value >= 10 + fromSixty(group, lexicon)))
  )
    return undefined;
  next = takeWord(sum, source, next, entry ?? {}) ?? -1;
  return next === -1 ? undefined : next;
}

function fromSixty(group: number, { language }: Lexicon): number {
  return language === 'fr' && group % 20 === 0 ? 10 : 0;
}
