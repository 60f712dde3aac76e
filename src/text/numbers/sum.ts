import type { Entry, Lexicon } from './lexicon.ts';
import { lastPlace } from './literal.ts';

/** A number while its words come in. */
export interface Sum {
  /** Closed groups: what "two million" leaves behind in "two million three hundred". */
  total: number;
  /** What the next magnitude multiplies. */
  group: number | undefined;
  /** The magnitude of the last closed group. */
  lowest: number;
  /** The smallest place stated in figures, before magnitudes. */
  step: number | undefined;
  scale: number;
  kind: 'cardinal' | 'ordinal' | 'fraction';
  isFigure: boolean;
  isPaired: boolean;
  /** Nothing can follow. */
  isDone: boolean;
}

export function createSum(): Sum {
  return {
    total: 0,
    group: undefined,
    lowest: Number.POSITIVE_INFINITY,
    step: undefined,
    scale: 1,
    kind: 'cardinal',
    isFigure: false,
    isPaired: false,
    isDone: false,
  };
}

export function isEmpty({ group, total }: Sum): boolean {
  return group === undefined && total === 0;
}

export function sumOf({ total, group = 0 }: Sum): number {
  // Sums of decimals carry noise in the last places.
  return Number((total + group).toPrecision(12));
}

export function stepOf(sum: Sum): number {
  if (sum.step === undefined) {
    const value = sumOf(sum);
    return Number.isInteger(value) ? lastPlace(value) : 0;
  }
  const isOpen = sum.group !== undefined && sum.total > 0;
  return Number((isOpen ? sum.step : sum.step * sum.scale).toPrecision(12));
}

/** Whether the value fills places that the group has left free: 20 + 5, 200 + 80, but not 20 + 11. */
export function fits({ group, total, lowest }: Sum, value: number): boolean {
  if (group === undefined) return total === 0 || value < lowest;
  if (!Number.isInteger(group) || value === 0) return false;
  if (value < 10) return group >= 20 && group % 10 === 0;
  return value < 100 && group >= 100 && group % 100 === 0;
}

/** French counts on from sixty and eighty, and makes eighty of four twenties. */
function fitsFrench({ group }: Sum, value: number): number | undefined {
  if (group === undefined || !Number.isInteger(group)) return undefined;
  const below100 = group % 100;
  if (value === 20 && below100 === 4) return 76;
  if ((below100 === 60 || below100 === 80) && value >= 10 && value < 20) return value;
  return below100 % 20 === 10 && below100 !== 30 && value >= 7 && value < 10 ? value : undefined;
}

export function addCardinal(sum: Sum, value: number, lexicon: Lexicon, isOne = false): boolean {
  // "Trente une lumière": without "et" it is thirty and an article.
  if (isOne && !isEmpty(sum) && lexicon.hasAndInTens && (sum.group ?? 0) < 100) return false;
  const added = fits(sum, value) ? value : lexicon.language === 'fr' ? fitsFrench(sum, value) : undefined;
  if (added === undefined) return false;
  sum.group = (sum.group ?? 0) + added;
  return true;
}

export function addOrdinal(sum: Sum, value: number, lexicon: Lexicon): boolean {
  if (!addCardinal(sum, value, lexicon)) return false;
  sum.kind = 'ordinal';
  sum.isDone = true;
  return true;
}

/** Numerator and denominator: "two" + "thirds". */
export function divide(sum: Sum, denominator: number): boolean {
  const { group, total } = sum;
  if (total > 0 || group === undefined || !Number.isInteger(group) || group === 0) return false;
  if (denominator === 2 && group !== 1) return false;
  sum.group = group / denominator;
  sum.kind = 'fraction';
  sum.step = undefined;
  sum.isDone = true;
  return true;
}

/** Multiplies by a magnitude; false where it belongs to no number. */
export function multiply(sum: Sum, { scale = 1, isBareScale }: Entry, isOne: boolean): boolean {
  const isGroupScale = scale < 1_000;
  const base = sum.group ?? (sum.total === 0 && (isBareScale || isOne) ? 1 : undefined);
  if (isGroupScale) {
    const isFree = base !== undefined && base < 100 && (sum.total === 0 || scale < sum.lowest);
    if (!isFree) return sum.total > 0 && isBareScale && sum.group === undefined ? open(sum, scale) : false;
    sum.group = base * scale;
  } else if (scale < sum.lowest) {
    const implied = base ?? (isBareScale && sum.lowest > scale ? 1 : undefined);
    if (implied === undefined) return false;
    sum.total += implied * scale;
    sum.group = undefined;
    sum.lowest = scale;
  } else {
    // "mil millones", "hundred thousand crore": the larger magnitude takes all before it.
    sum.total = (sum.total + (base ?? 0)) * scale;
    if (sum.total === 0) return false;
    sum.scale *= scale;
    sum.group = undefined;
    sum.lowest = scale;
    return true;
  }
  if (sum.scale === 1 || !isGroupScale) sum.scale = isGroupScale ? sum.scale * scale : scale;
  return true;
}

function open(sum: Sum, scale: number): boolean {
  sum.group = scale;
  return true;
}
