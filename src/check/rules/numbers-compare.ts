import { dimensionOf, factorOf, isMoney, type NumberMention } from '../../text/index.ts';

/** How a number of the text stands to one of the source. */
export type Agreement =
  /** Equal in value and unit, or rounded as its qualifier says. */
  | 'same'
  /** The value is right, the unit another. */
  | 'other-unit'
  /** The digits and the unit are right, the magnitude is not. */
  | 'other-magnitude'
  | 'different';

/** Floating point noise. */
const NOISE = 1e-6;
/** A number with fewer digits than the source may stand for it without a qualifier as long as it is this near: 280 for 281.3. */
const SILENT_ROUNDING = 0.01;
/** How far "about" reaches, as a share of the value. */
const ABOUT = 0.1;
/** How far "more than" and "less than" reach: never further than this factor, and no further than the last place stated or this share. */
const BEYOND = 1.5;
const BEYOND_SHARE = 0.15;

export function compareNumbers(own: NumberMention, source: NumberMention): Agreement {
  if (areComparable(own, source) && agrees(own, source, true)) return 'same';
  if (isPartAsOrdinal(own, source) || isPartAsOrdinal(source, own)) return 'same';
  if (!own.unit || !source.unit) {
    if (isNear(own.value, source.value) || agrees(own, source, false)) return 'same';
    const isScaled = own.scale !== source.scale || own.value >= 1_000 * source.value;
    return isScaled && isMagnitude(own.value, source.value) ? 'other-magnitude' : 'different';
  }
  if (areComparable(own, source)) {
    if (isMagnitude(own.value, source.value) && own.unit === source.unit) return 'other-magnitude';
    return isNear(own.value, source.value) ? 'other-unit' : 'different';
  }
  return isNear(own.value, source.value) ? 'other-unit' : 'different';
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= NOISE * Math.max(Math.abs(one), Math.abs(other));
}

/** "A third" is 1/3 and "the third" is 3; captions tell them apart no better than we do. */
function isPartAsOrdinal(one: NumberMention, other: NumberMention): boolean {
  return one.kind === 'fraction' && other.kind === 'ordinal' && isNear(one.value * other.value, 1);
}

function dimension({ unit, kind }: NumberMention): string | undefined {
  if (unit) return dimensionOf(unit);
  return kind === 'fraction' ? 'share' : undefined;
}

function areComparable(one: NumberMention, other: NumberMention): boolean {
  const [first, second] = [dimension(one), dimension(other)];
  if (first === second) return first !== undefined;
  if (isMoney(one.unit) && isMoney(other.unit))
    return [first, second].some((name) => name === 'money') || (isPound(first) && isPound(second));
  const heat = [first, second].filter((name) => name === 'celsius' || name === 'fahrenheit');
  return heat.length === 1 && [first, second].includes('degree');
}

function isPound(name: string | undefined): boolean {
  return name === 'pound' || name === 'GBP';
}

function inBase(mention: NumberMention, isMeasured: boolean): number {
  return mention.value * (isMeasured && mention.unit ? factorOf(mention.unit) : 1);
}

function agrees(own: NumberMention, source: NumberMention, isMeasured: boolean): boolean {
  const stated = inBase(own, isMeasured);
  const said = inBase(source, isMeasured);
  if (isNear(stated, said) || isSameClock(own, source)) return true;
  const factor = own.value === 0 ? 1 : stated / own.value;
  const step = own.step > 0 ? own.step * factor : stated * ABOUT;
  const sourceStep = source.step * (source.value === 0 ? 1 : said / source.value);
  return rounds({ stated, said, step, isCoarser: step > sourceStep }, own);
}

interface Rounding {
  readonly stated: number;
  readonly said: number;
  readonly step: number;
  readonly isCoarser: boolean;
}

/** Rounding takes digits away: what is finer than the source was never said. */
function rounds({ stated, said, step, isCoarser }: Rounding, { qualifier }: NumberMention): boolean {
  if (!isCoarser) return false;
  const gap = Math.abs(stated - said);
  const distance = gap / Math.max(said, NOISE);
  if (qualifier === 'about') return distance <= 0.05 || (distance <= ABOUT && gap <= step / 2);
  if (qualifier === 'nearly') return said < stated && distance <= ABOUT;
  const reach = Math.max(step, stated * BEYOND_SHARE);
  if (qualifier === 'above') return said > stated && said <= stated * BEYOND && gap < reach;
  if (qualifier === 'below') return said < stated && said * BEYOND >= stated && gap < reach;
  return distance <= SILENT_ROUNDING && isNear(Math.round(said / step) * step, stated);
}

/** Twelve and twenty-four hours. */
function isSameClock(one: NumberMention, other: NumberMention): boolean {
  return one.unit === 'clock' && other.unit === 'clock' && one.value % 720 === other.value % 720;
}

function isMagnitude(one: number, other: number): boolean {
  if (one <= 0 || other <= 0) return false;
  const power = Math.log10(one / other);
  return Math.abs(power) > 0.5 && Math.abs(power - Math.round(power)) < NOISE;
}
