import { composeNumber, type Reading } from './compose.ts';
import { readCompound } from './compounds.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { findUnit } from './measure.ts';
import type { Qualifier } from './mention.ts';
import { findQualifier } from './qualify.ts';
import type { Source } from './source.ts';
import { isGlued, isHyphen, type Token, tokenize } from './tokens.ts';
import { isTimeSpan, type UnitName } from './units.ts';

/** A number with what stands around it, by the index of its tokens. */
export interface ScannedNumber extends Reading {
  /** First and behind the last token of the whole mention. */
  readonly first: number;
  readonly last: number;
  readonly unit?: UnitName;
  readonly qualifier?: Qualifier;
  readonly isWeak: boolean;
}

export interface Scan extends Source {
  readonly numbers: readonly ScannedNumber[];
}

/** Every number of a text, dates and all: what of it is a date is for the dates to say. */
export function scanNumbers(text: string, language: string): Scan {
  const lexicon = lexiconOf(language);
  const source: Source = { text, tokens: tokenize(text, lexicon.language), lexicon };
  const numbers: ScannedNumber[] = [];
  for (let at = 0; at < source.tokens.length; ) {
    const found = readAt(source, at, numbers.at(-1)?.last ?? 0);
    if (found) numbers.push(found);
    at = found ? Math.max(found.last, at + 1) : at + 1;
  }
  return { ...source, numbers: shareUnits(numbers, source) };
}

function readAt(source: Source, at: number, free: number): ScannedNumber | undefined {
  const { tokens, lexicon } = source;
  const token = tokens[at];
  if (!token || token.kind === 'sign' || token.kind === 'date') return undefined;
  if (token.kind === 'clock') return readClock(source, at);
  if (token.kind === 'word' && !mayBegin(token, lexicon)) return undefined;
  const reading = composeNumber(source, at) ?? readArticle(source, at);
  if (!reading || (token.kind === 'digits' && reading.kind !== 'fraction' && isInName(source, at)))
    return undefined;
  return measure(reading, source, free);
}

function mayBegin({ key }: Token, lexicon: Lexicon): boolean {
  const entry = lexicon.words.get(key);
  if (!entry) return readCompound(key, lexicon) !== undefined;
  return !(entry.isAnd || entry.isPoint) || entry.cardinal !== undefined;
}

function measure(reading: Reading, source: Source, free: number): ScannedNumber {
  const measured = findUnit(reading, source, free);
  const unit = reading.unit ?? measured.unit;
  const isClock = unit === 'clock';
  const { first, qualifier } = findQualifier(measured.first, source, free);
  return {
    ...reading,
    value: isClock ? minutesOf(reading.value) : reading.value + measured.added,
    first,
    last: measured.last,
    isWeak: measured.added === 0 && isWeak(reading, unit, source),
    ...(unit ? { unit } : {}),
    ...(qualifier ? { qualifier } : {}),
  };
}

/** "20.47 Uhr" writes minutes as decimals. */
function minutesOf(hours: number): number {
  const whole = Math.floor(hours);
  return whole * 60 + Math.round((hours - whole) * 100);
}

function isWeak(reading: Reading, unit: UnitName | undefined, { tokens, lexicon }: Source): boolean {
  if (reading.isFigure || reading.scale > 1) return false;
  const token = tokens[reading.from];
  const entry = reading.to === reading.from + 1 && token ? lexicon.words.get(token.key) : undefined;
  if (entry?.isArticle || entry?.isOne) return true;
  return entry?.isWeak === true && unit === undefined;
}

/** "A year": as much as one. */
function readArticle(source: Source, at: number): Reading | undefined {
  const { tokens, lexicon } = source;
  const token = tokens[at];
  if (!token || !lexicon.words.get(token.key)?.isArticle) return undefined;
  const reading: Reading = {
    from: at,
    to: at + 1,
    value: 1,
    step: 1,
    scale: 1,
    kind: 'cardinal',
    isFigure: false,
    isPaired: false,
  };
  return isTimeSpan(findUnit(reading, source, at).unit) ? reading : undefined;
}

function readClock({ text, tokens }: Source, at: number): ScannedNumber | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const [hours = 0, minutes = 0] = text.slice(token.start, token.end).split(':').map(Number);
  if (hours > 24) return undefined;
  return {
    from: at,
    to: at + 1,
    first: at,
    last: at + 1,
    value: hours * 60 + minutes,
    step: 1,
    scale: 1,
    kind: 'cardinal',
    unit: 'clock',
    isFigure: true,
    isPaired: false,
    isWeak: false,
  };
}

const PREFIXES: ReadonlySet<string> = new Set(
  'mid pre post anti early late non sub under over up top mitte anfang ende vor nach середины начала конца'.split(
    ' ',
  ),
);

/** "G7", "F-16", "COVID-19": figures behind letters without a space; "9/11". */
function isInName(source: Source, at: number): boolean {
  const { text, tokens, lexicon } = source;
  const token = tokens[at];
  const before = tokens[at - 1];
  if (isSlashed(source, at) || isSlashed(source, at - 2)) return true;
  if (!token || !isGlued(before, token)) return false;
  if (before?.kind === 'word') {
    const word = text.slice(before.start, before.end);
    const isJoined = before.key.toUpperCase() === before.key.toLowerCase() || lexicon.signs.has(word);
    return !isJoined && !lexicon.words.get(before.key)?.scale;
  }
  const word = isHyphen(before) ? tokens[at - 2] : undefined;
  if (word?.kind !== 'word' || !isGlued(word, before)) return false;
  const begins = text.slice(word.start, word.end);
  return begins !== word.key && !PREFIXES.has(word.key) && !lexicon.words.has(word.key);
}

function isSlashed({ tokens }: Source, at: number): boolean {
  const [one, slash, other] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (slash?.key !== '/' || one?.kind !== 'digits' || other?.kind !== 'digits') return false;
  const isShort = one.end - one.start <= 2 && other.end - other.start <= 2;
  return isShort && isGlued(one, slash) && isGlued(slash, other);
}

/** In "10 to 12 billion dollars" the magnitude and the unit are those of both ends. */
function shareUnits(numbers: ScannedNumber[], source: Source): ScannedNumber[] {
  for (let index = numbers.length - 2; index >= 0; index--) {
    const [one, other] = [numbers[index], numbers[index + 1]];
    if (!one || !other || !areJoined(one, other, source) || isYearLike(one) || isYearLike(other)) continue;
    numbers[index] = withMagnitude(withUnit(one, other), other);
    if (!other.unit && one.unit && one.first < one.from) numbers[index + 1] = { ...other, unit: one.unit };
  }
  return numbers;
}

function isYearLike({ value, scale, unit }: ScannedNumber): boolean {
  return scale === 1 && unit === undefined && value >= 1_900 && value < 2_100;
}

function areJoined(one: ScannedNumber, other: ScannedNumber, { tokens, lexicon }: Source): boolean {
  if (other.first - one.last > 4) return false;
  const between = tokens.slice(one.last, other.first).filter(({ key }) => key !== '[' && key !== ']');
  return between.length >= 1 && between.length <= 2 && between.every(({ key }) => lexicon.joins.has(key));
}

function withUnit(one: ScannedNumber, other: ScannedNumber): ScannedNumber {
  if (one.unit || !other.unit || one.kind === 'ordinal') return one;
  return { ...one, unit: other.unit, isWeak: false };
}

function withMagnitude(one: ScannedNumber, other: ScannedNumber): ScannedNumber {
  const isShort =
    one.scale === 1 && other.scale >= 1_000 && one.value < 1_000 && one.isFigure === other.isFigure;
  if (!isShort || one.value * other.scale >= other.value) return one;
  const scale = other.scale;
  return { ...one, value: one.value * scale, step: one.step * scale, scale };
}
