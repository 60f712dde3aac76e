import { type DateFields, type DateScan, keyAt, type ScannedDate, skip, skipBack } from './dates-scan.ts';
import type { ScannedNumber } from './numbers/scan.ts';
import { isGlued, isHyphen } from './numbers/tokens.ts';

/** Between a day and its month: "13th of June", "primer día de enero", "14 [de abril]". */
const BEFORE_MONTH: ReadonlySet<string> = new Set(". of de d del ' ’ [ day día dia jour".split(' '));
const BEFORE_YEAR: ReadonlySet<string> = new Set(', . of de del do the'.split(' '));
const BEFORE_DAY: ReadonlySet<string> = new Set('. the'.split(' '));
const ARTICLES: ReadonlySet<string> = new Set("the el del al den dem os o a le l ' ’".split(' '));

/** A month with the day and year around it, and the other days that share it: "13 to 30 April". */
export function readMonth(dates: DateScan, at: number): ScannedDate[] {
  const named = dates.lexicon.calendar.months.get(keyAt(dates, at));
  if (!named) return [];
  const { month, isShort } = named;
  const days = daysBefore(dates, at);
  let from = days[0]?.first ?? at;
  let to = at + 1;
  // "Until September. Nine of them": only a shortened month has a full stop of its own.
  const isClosed = !isShort && keyAt(dates, to) === '.';
  if (days.length === 0 && dates.lexicon.hasDayBehind && !isClosed) {
    const behind = daysBehind(dates, to);
    days.push(...behind);
    to = behind.at(-1)?.last ?? to;
  }
  const year = isClosed ? undefined : numberAt(dates, skip(dates, to, BEFORE_YEAR, 2));
  const hasYear = year !== undefined && isYearShaped(dates, year);
  if (days.length === 0 && !hasYear && (isShort || !isClearly(dates, at))) return [];
  if (hasYear) {
    dates.claimed.add(year);
    to = year.last;
  }
  from = Math.min(from, at);
  const common: DateFields = { month, ...(hasYear ? { year: year.value } : {}) };
  if (days.length === 0) return [{ from, to, ...common }];
  return days.map((day) => ({ from, to, ...common, day: day.value }));
}

function numberAt({ startingAt }: DateScan, at: number): ScannedNumber | undefined {
  return startingAt.get(at);
}

function isDay({ value, scale, unit, kind }: ScannedNumber): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 31 && scale === 1 && !unit && kind !== 'fraction';
}

function daysBefore(dates: DateScan, at: number): ScannedNumber[] {
  const behind = skipBack(dates, at - 1, BEFORE_MONTH, 3) + 1;
  const days: ScannedNumber[] = [];
  let day = dates.endingAt.get(behind);
  while (day && isDay(day) && days.length < 4) {
    days.unshift(day);
    dates.claimed.add(day);
    const join = joinBefore(dates, day.first);
    day = join === undefined ? undefined : dates.endingAt.get(join);
  }
  return days;
}

function daysBehind(dates: DateScan, at: number): ScannedNumber[] {
  const days: ScannedNumber[] = [];
  let day = numberAt(dates, skip(dates, at, BEFORE_DAY, 2));
  while (day && isDay(day) && days.length < 4) {
    days.push(day);
    dates.claimed.add(day);
    const join = day.last;
    const isJoined = dates.scan.lexicon.joins.has(keyAt(dates, join));
    day = isJoined ? numberAt(dates, skip(dates, join + 1, BEFORE_DAY, 1)) : undefined;
  }
  return days;
}

/** Behind the number before "to", "y el", "al". */
function joinBefore(dates: DateScan, first: number): number | undefined {
  const join = skipBack(dates, first - 1, ARTICLES, 1);
  const key = keyAt(dates, join);
  const isJoin = dates.scan.lexicon.joins.has(key) || (key === 'al' && join === first - 1);
  if (join !== first - 1 && keyAt(dates, first - 1) === 'al') return first - 1;
  return isJoin ? join : undefined;
}

/** "May" and "march" are months behind a word of time only; captions may have them in lower case. */
function isClearly(dates: DateScan, at: number): boolean {
  const { ambiguousMonths, monthCues, yearCues, last } = dates.lexicon.sets;
  const key = keyAt(dates, at);
  if (!ambiguousMonths.has(key)) return true;
  const isLower = dates.text[dates.tokens[at]?.start ?? 0] === key[0];
  const before = keyAt(dates, at - 1);
  return isLower ? monthCues.has(before) : yearCues.has(before) || last.has(before);
}

/** A number that can be a year: four digits without marks, two pairs, or a thousand and more in words. */
function isYearShaped({ text, tokens }: DateScan, number: ScannedNumber): boolean {
  const { value, kind, from, to, isFigure, isPaired } = number;
  if (!Number.isInteger(value) || value < 1_000 || value >= 2_100 || kind === 'fraction') return false;
  if (!isFigure) return isPaired || value % 1_000 !== 0;
  const token = tokens[from];
  return token !== undefined && to === from + 1 && /^\p{Nd}{4}$/u.test(text.slice(token.start, token.end));
}

/** A year without a month, a decade, or two digits of one. */
export function readYear(dates: DateScan, number: ScannedNumber): ScannedDate | undefined {
  const decade = readDecade(dates, number);
  if (decade || dates.claimed.has(number)) return decade;
  if (isYear(dates, number)) {
    dates.claimed.add(number);
    return { from: number.first, to: rangeEnd(dates, number), year: number.value };
  }
  return readShortYear(dates, number);
}

function isYear(dates: DateScan, number: ScannedNumber): boolean {
  if (!isYearShaped(dates, number)) return false;
  const { yearCues, yearNouns } = dates.lexicon.sets;
  if (number.unit) return number.unit === 'year' && yearNouns.has(keyAt(dates, number.last - 1));
  if (number.scale === 1 && number.qualifier && number.qualifier !== 'about') return false;
  const before = keyAt(dates, skipBack(dates, number.first - 1, ARTICLES, 1));
  const isCued = yearCues.has(before) || yearNouns.has(keyAt(dates, number.last));
  const { value } = number;
  if (value < 1_900) return isCued && value % 100 !== 0;
  return isCued || (value % 100 !== 0 && (number.isFigure || number.isPaired));
}

/** "2023/24", "2023-24". */
function rangeEnd(dates: DateScan, { last, value }: ScannedNumber): number {
  const { tokens } = dates;
  const mark = tokens[last];
  const isMark =
    mark !== undefined && (mark.key === '/' || isHyphen(mark)) && isGlued(tokens[last - 1], mark);
  const end = isMark ? numberAt(dates, last + 1) : undefined;
  if (!end || end.value !== (value % 100) + 1 || end.unit) return last;
  dates.claimed.add(end);
  return end.last;
}

/** "'90" with an apostrophe before it. */
function readShortYear(dates: DateScan, number: ScannedNumber): ScannedDate | undefined {
  const mark = dates.tokens[number.from - 1];
  const isShort = number.isFigure && number.value >= 10 && number.value < 100 && !number.unit;
  if (!isShort || (mark?.key !== "'" && mark?.key !== '’' && mark?.key !== '‘')) return undefined;
  if (!isGlued(mark, dates.tokens[number.from]) || isGlued(dates.tokens[number.from - 2], mark))
    return undefined;
  dates.claimed.add(number);
  return { from: number.from - 1, to: number.to, year: number.value };
}

function readDecade(dates: DateScan, number: ScannedNumber): ScannedDate | undefined {
  const { value, from, to, first } = number;
  const { decadeEndings, decadeCues } = dates.lexicon.sets;
  const isRound = value % 10 === 0 && value >= 10 && (value < 100 || (value >= 1_000 && value < 2_100));
  if (!isRound || number.scale > 1) return undefined;
  const isEnded = to > from + 1 && decadeEndings.has(keyAt(dates, to - 1));
  const behind = dates.tokens[to];
  const isPossessive =
    (behind?.key === "'" || behind?.key === '’') && keyAt(dates, to + 1) === 's' && decadeEndings.has('s');
  const isCued = decadeCues.has(keyAt(dates, first - 1)) && value < 100;
  if (!isEnded && !isPossessive && !isCued) return undefined;
  dates.claimed.add(number);
  return { from: isCued ? first - 1 : first, to: isPossessive ? to + 2 : number.last, decade: value };
}

export function readDecadeWord(dates: DateScan, at: number): ScannedDate | undefined {
  const decade = dates.lexicon.decades.get(keyAt(dates, at));
  return decade === undefined ? undefined : { from: at, to: at + 1, decade };
}

export function readWeekday(dates: DateScan, at: number): ScannedDate | undefined {
  const named = dates.lexicon.calendar.weekdays.get(keyAt(dates, at));
  if (!named) return undefined;
  let to = at + 1;
  for (const word of named.rest) {
    if (isHyphen(dates.tokens[to])) to++;
    if (keyAt(dates, to) !== word) return undefined;
    to++;
  }
  return { from: at, to, weekday: named.weekday };
}

/** "Second quarter", "Q2", "first half". */
export function readPartOfYear(dates: DateScan, at: number): ScannedDate | undefined {
  const { quarters, halves } = dates.lexicon.sets;
  const key = keyAt(dates, at);
  const field = quarters.has(key) ? 'quarter' : halves.has(key) ? 'half' : undefined;
  if (!field) return undefined;
  const most = field === 'quarter' ? 4 : 2;
  if (key === 'q' || key === 'h') return readLetterPart(dates, at, field, most);
  const before = isHyphen(dates.tokens[at - 1]) ? at - 1 : at;
  const ordinal = dates.endingAt.get(before);
  if (ordinal?.kind !== 'ordinal' || ordinal.value > most) return undefined;
  dates.claimed.add(ordinal);
  for (const number of [dates.startingAt.get(at), dates.endingAt.get(at + 1)])
    if (number?.kind === 'fraction') dates.claimed.add(number);
  return { from: ordinal.first, to: at + 1, [field]: ordinal.value };
}

function readLetterPart(
  dates: DateScan,
  at: number,
  field: 'quarter' | 'half',
  most: number,
): ScannedDate | undefined {
  const figure = dates.tokens[at + 1];
  if (figure?.kind !== 'digits' || !isGlued(dates.tokens[at], figure)) return undefined;
  const value = Number(figure.key);
  return value >= 1 && value <= most ? { from: at, to: at + 2, [field]: value } : undefined;
}

/** 2024-06-13, 13.06.2024, 6/13/24. */
export function readNumericDate(dates: DateScan, at: number): ScannedDate | undefined {
  const token = dates.tokens[at];
  if (token?.kind !== 'date') return undefined;
  const [first = 0, second = 0, third = 0] = token.key.normalize('NFKC').split(/[./-]/u).map(Number);
  const isIso = first > 31;
  const isMonthFirst = !isIso && (second > 12 || (token.key.includes('/') && dates.lexicon.hasDayBehind));
  const year = isIso ? first : third < 100 ? third + 2_000 : third;
  const month = isIso || !isMonthFirst ? second : first;
  const day = isIso ? third : isMonthFirst ? second : first;
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return {
    from: at,
    to: at + 1,
    year,
    month,
    day,
    ...(token.key.includes('/') && !isIso ? { isSwappable: true } : {}),
  };
}

/** 2024年6月13日. */
export function readHanDate(dates: DateScan, number: ScannedNumber): ScannedDate | undefined {
  const fields: { year?: number; month?: number; day?: number } = {};
  let part: ScannedNumber | undefined = number;
  let to = number.to;
  for (const [mark, field] of [
    ['年', 'year'],
    ['月', 'month'],
    ['日', 'day'],
  ] as const) {
    if (!part || keyAt(dates, part.to) !== mark) continue;
    fields[field] = part.value;
    dates.claimed.add(part);
    to = part.to + 1;
    part = dates.startingAt.get(to);
  }
  return to > number.to ? { from: number.from, to, ...fields } : undefined;
}
