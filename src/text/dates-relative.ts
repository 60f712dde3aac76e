import type { Relative, TimeUnit } from './dates-mention.ts';
import { type DateScan, keyAt, type ScannedDate } from './dates-scan.ts';
import type { ScannedNumber } from './numbers/scan.ts';
import { isHyphen } from './numbers/tokens.ts';
import { isTimeSpan, type UnitName } from './numbers/units.ts';

const UNITS: ReadonlySet<string> = new Set(['day', 'week', 'month', 'quarter', 'year', 'decade', 'century']);

function isTimeUnit(unit: UnitName | undefined): unit is TimeUnit {
  return unit !== undefined && UNITS.has(unit);
}

/** "Today", "right now", "so far". */
export function readPhrase(dates: DateScan, at: number): ScannedDate | undefined {
  for (const { words, kind, offset } of dates.lexicon.phrases.get(keyAt(dates, at)) ?? []) {
    const to = phraseEnd(dates, at, words);
    if (to === undefined || isOtherWord(dates, at)) continue;
    if (kind === 'none' || (kind === 'now' && isIdiom(dates, at))) return undefined;
    const relative: Relative = { kind, ...(offset === undefined ? {} : { unit: 'day', offset }) };
    return { from: at, to, relative };
  }
  return undefined;
}

/** "For now": the idiom begins before the word. */
function isIdiom(dates: DateScan, at: number): boolean {
  return (dates.lexicon.phrases.get(keyAt(dates, at - 1)) ?? []).some(
    ({ words, kind }) => kind === 'none' && phraseEnd(dates, at - 1, words) !== undefined,
  );
}

function phraseEnd(dates: DateScan, at: number, words: readonly string[]): number | undefined {
  let to = at;
  for (const [index, word] of words.entries()) {
    if (index > 0 && isHyphen(dates.tokens[to])) to++;
    const key = keyAt(dates, to).replace('’', "'");
    if (key !== word) return undefined;
    to++;
  }
  return to;
}

/** "Der Morgen", "la mañana". */
function isOtherWord({ lexicon, text, tokens }: DateScan, at: number): boolean {
  const token = tokens[at];
  if (!token || !lexicon.sets.ambiguousDays.has(token.key)) return false;
  return (
    text[token.start] !== token.key[0] ||
    lexicon.sets.of.has(tokens[at - 1]?.key ?? '') ||
    lexicon.sets.current.has(tokens[at - 1]?.key ?? '')
  );
}

/** "Last year", "esta semana", "l'année dernière", and the same with a weekday. */
export function readNear(dates: DateScan, at: number): ScannedDate | undefined {
  const { lexicon } = dates;
  const offset = offsetOf(dates, at);
  const noun = offset === undefined ? undefined : nounAt(dates, at + 1);
  if (offset !== undefined && noun) return near(dates, { from: at, to: at + 2, offset, ...noun });
  if (!lexicon.hasAdjectiveBehind) return undefined;
  const first = nounAt(dates, at);
  const behind = first ? offsetBehind(dates, at + 1) : undefined;
  return first && behind ? near(dates, { from: at, ...behind, ...first }) : undefined;
}

interface Near {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  readonly unit?: TimeUnit;
  readonly weekday?: number;
}

function near(dates: DateScan, { from, to, offset, unit, weekday }: Near): ScannedDate | undefined {
  const isSpan = keyAt(dates, from) === 'past';
  // "The last year of the war" is told from the war, "the past year of talks" from now.
  if (!isSpan && dates.lexicon.sets.anchors.has(keyAt(dates, to))) return undefined;
  if (weekday !== undefined) return { from, to, weekday, relative: { kind: 'point', unit: 'week', offset } };
  // "This day" is a day told of.
  if (!unit || (unit === 'day' && offset === 0)) return undefined;
  return { from, to, relative: { kind: isSpan ? 'span' : 'point', unit, offset } };
}

function offsetOf({ lexicon, tokens }: DateScan, at: number): number | undefined {
  const key = tokens[at]?.key ?? '';
  if (lexicon.sets.last.has(key)) return -1;
  if (lexicon.sets.current.has(key)) return 0;
  return lexicon.next.has(key) ? 1 : undefined;
}

function offsetBehind(dates: DateScan, at: number): { offset: number; to: number } | undefined {
  if (keyAt(dates, at) === 'que' && dates.lexicon.next.has(keyAt(dates, at + 1)))
    return { offset: 1, to: at + 2 };
  const offset = offsetOf(dates, at);
  return offset === undefined || offset === 0 ? undefined : { offset, to: at + 1 };
}

function nounAt(dates: DateScan, at: number): { unit: TimeUnit } | { weekday: number } | undefined {
  const key = keyAt(dates, at);
  if (dates.lexicon.sets.quarters.has(key) && key.length > 1) return { unit: 'quarter' };
  const weekday = dates.lexicon.calendar.weekdays.get(key);
  if (weekday) return { weekday: weekday.weekday };
  const unit = dates.scan.lexicon.units.get(key)?.find(({ words }) => words.length === 1)?.unit;
  return isTimeUnit(unit) ? { unit } : undefined;
}

/** "Two years ago", "vor zwei Jahren", "the past twelve months", "one year since". */
export function readCounted(dates: DateScan, number: ScannedNumber): ScannedDate | undefined {
  const { unit, value, first, last } = number;
  if (!isTimeSpan(unit)) return undefined;
  const { sets, next } = dates.lexicon;
  const measured: Pick<Relative, 'unit'> = isTimeUnit(unit) ? { unit } : {};
  if (sets.agoAfter.has(keyAt(dates, last)))
    return { from: first, to: last + 1, relative: { kind: 'point', ...measured, offset: -value } };
  const ago = agoBefore(dates, first);
  if (ago !== undefined)
    return { from: ago, to: last, relative: { kind: 'point', ...measured, offset: -value } };
  const before = keyAt(dates, first - 1);
  const isAnchored = before !== 'past' && sets.anchors.has(keyAt(dates, last));
  if ((sets.spans.has(before) || next.has(before)) && !isAnchored)
    return {
      from: first - 1,
      to: last,
      relative: { kind: 'span', ...measured, offset: sets.spans.has(before) ? -value : value },
    };
  return readSince(dates, number, measured);
}

function readSince(
  dates: DateScan,
  { first, last, value }: ScannedNumber,
  measured: Pick<Relative, 'unit'>,
): ScannedDate | undefined {
  const behind = keyAt(dates, last);
  if (!dates.lexicon.sets.since.has(behind)) return undefined;
  // "40,000 a month since April" is a rate.
  if (/^\p{N}/u.test(keyAt(dates, first - 1))) return undefined;
  const closes = dates.tokens[last + 1];
  // "Three days on the road" is no time since.
  if (behind !== 'since' && closes !== undefined && closes.kind !== 'sign') return undefined;
  return { from: first, to: last + 1, relative: { kind: 'span', ...measured, offset: -value } };
}

function agoBefore(dates: DateScan, first: number): number | undefined {
  for (const words of dates.lexicon.agoBefore) {
    const from = first - words.length;
    if (words.every((word, index) => keyAt(dates, from + index) === word)) return from;
  }
  return undefined;
}

/** "Years ago", "vor Jahren". */
export function readVagueAgo(dates: DateScan, at: number): ScannedDate | undefined {
  const noun = nounAt(dates, at);
  if (!noun || !('unit' in noun) || dates.endingAt.get(at) || dates.startingAt.get(at - 1)) return undefined;
  if (dates.lexicon.sets.agoAfter.has(keyAt(dates, at + 1)))
    return { from: at, to: at + 2, relative: { kind: 'vague', unit: noun.unit } };
  const from = agoBefore(dates, at);
  return from === undefined ? undefined : { from, to: at + 1, relative: { kind: 'vague', unit: noun.unit } };
}
