import type { DateMention, Relative } from '../../text/index.ts';

/** The fields of a date that two mentions are compared by. */
export type DateFields = Partial<
  Record<'year' | 'month' | 'day' | 'weekday' | 'quarter' | 'half' | 'decade', number>
>;

const FIELDS = ['year', 'month', 'day', 'weekday', 'quarter', 'half', 'decade'] as const;

export const DAY_MS = 86_400_000;

export function fieldsOf(mention: DateMention): DateFields {
  const fields: DateFields = {};
  for (const field of FIELDS) {
    const value = mention[field];
    if (value !== undefined) fields[field] = value;
  }
  return fields;
}

/** Monday is 1. */
function weekdayOf(time: number): number {
  return new Date(time).getUTCDay() || 7;
}

export function fieldsOfDay(time: number): DateFields {
  const date = new Date(time);
  const month = date.getUTCMonth() + 1;
  return { ...ofMonth(date.getUTCFullYear(), month), day: date.getUTCDate(), weekday: weekdayOf(time) };
}

function ofMonth(year: number, month: number): DateFields {
  return {
    year,
    month,
    quarter: Math.ceil(month / 3),
    half: month <= 6 ? 1 : 2,
    decade: Math.floor(year / 10) * 10,
  };
}

/** A date with what follows from it: the quarter of a month, the decade of a year, the weekday of a day. */
export function complete(fields: DateFields): DateFields {
  const { year, month, day } = fields;
  const decade = year === undefined ? {} : { decade: Math.floor(year / 10) * 10 };
  if (month === undefined) return { ...decade, ...fields };
  const parts = { quarter: Math.ceil(month / 3), half: month <= 6 ? 1 : 2 };
  const weekday =
    year === undefined || day === undefined ? {} : { weekday: weekdayOf(Date.UTC(year, month - 1, day)) };
  return { ...decade, ...parts, ...weekday, ...fields };
}

/** The day of publication in UTC, in milliseconds; undefined where it is no date. */
export function dayOf(instant: string | undefined): number | undefined {
  const time = instant === undefined ? Number.NaN : Date.parse(instant);
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY_MS) * DAY_MS;
}

/** Days on which an instant falls somewhere on earth: a video published at one in the night in UTC was made the evening before. */
export function daysAround(instant: string | undefined): number[] {
  const day = dayOf(instant);
  if (day === undefined || instant === undefined) return [];
  if (!instant.includes('T')) return [day];
  const hours = (Date.parse(instant) - day) / 3_600_000;
  return [day, ...(hours < 12 ? [day - DAY_MS] : []), ...(hours >= 10 ? [day + DAY_MS] : [])];
}

/** What a time told from the moment of speaking may mean, spoken on that day. */
export function resolve({ unit, offset }: Relative, mention: DateFields, spoken: number): DateFields[] {
  if (unit === undefined || offset === undefined) return [];
  if (mention.weekday !== undefined)
    return daysFrom(spoken, -7, 7).filter(({ weekday }) => weekday === mention.weekday);
  const whole = Number.isInteger(offset) ? [offset] : [Math.floor(offset), Math.ceil(offset)];
  return whole.flatMap((count) => RESOLVERS[unit]?.(spoken, count) ?? []);
}

type Resolver = (spoken: number, count: number) => DateFields[];

const RESOLVERS: Readonly<Record<string, Resolver>> = {
  day: (spoken, count) => [fieldsOfDay(spoken + count * DAY_MS)],
  week: (spoken, count) => {
    const monday = spoken - (weekdayOf(spoken) - 1) * DAY_MS + count * 7 * DAY_MS;
    // Counted in weeks, the day is as good as known; "this week" is all of its days.
    return daysFrom(monday, 0, 6);
  },
  month: (spoken, count) => [monthFrom(spoken, count)],
  quarter: (spoken, count) => {
    const { year, quarter } = monthFrom(spoken, count * 3);
    return [{ ...(year === undefined ? {} : { year }), ...(quarter === undefined ? {} : { quarter }) }];
  },
  year: (spoken, count) => [yearFrom(spoken, count)],
  decade: (spoken, count) => [yearFrom(spoken, count * 10)],
  century: (spoken, count) => [yearFrom(spoken, count * 100)],
};

function daysFrom(start: number, first: number, last: number): DateFields[] {
  return Array.from({ length: last - first + 1 }, (_, index) =>
    fieldsOfDay(start + (first + index) * DAY_MS),
  );
}

function monthFrom(spoken: number, count: number): DateFields {
  const date = new Date(spoken);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + count;
  return ofMonth(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1);
}

function yearFrom(spoken: number, count: number): DateFields {
  const year = new Date(spoken).getUTCFullYear() + count;
  return { year, decade: Math.floor(year / 10) * 10 };
}

/** Whether no field that both have differs. Years of two digits stand for any century. */
export function areCompatible(one: DateFields, other: DateFields): boolean {
  return FIELDS.every((field) => {
    const [first, second] = [one[field], other[field]];
    if (first === second || first === undefined || second === undefined) return true;
    return (
      (field === 'year' || field === 'decade') &&
      (first < 100 || second < 100) &&
      first % 100 === second % 100
    );
  });
}

/** Fields of the first that the other has not. */
export function missingFrom(one: DateFields, other: DateFields): (typeof FIELDS)[number][] {
  return FIELDS.filter((field) => one[field] !== undefined && other[field] === undefined);
}
