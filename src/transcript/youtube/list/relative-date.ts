/** When something was published, as far as a list says. */
export interface ApproximateDate {
  /** RFC 3339 date. */
  readonly publishedAt: string;
  /** Milliseconds of the epoch: it cannot have been later. */
  readonly newestPossible: number;
}

const DAY = 86_400_000;
/** Milliseconds: the usual length, and the shortest, which decides what may still be new. */
const UNITS: Readonly<Record<string, readonly [usual: number, shortest: number]>> = {
  second: [1_000, 1_000],
  minute: [60_000, 60_000],
  hour: [3_600_000, 3_600_000],
  day: [DAY, DAY],
  week: [7 * DAY, 7 * DAY],
  month: [30.44 * DAY, 28 * DAY],
  year: [365.25 * DAY, 365 * DAY],
};

/**
 * Reads `13 days ago`, `Streamed 6 months ago`, `Premiered Nov 20, 2026`. YouTube cuts the age down to whole units of its own
 * clock, so a whole unit is kept as a margin.
 */
export function parseRelativeDate(text: string, now: Date): ApproximateDate | undefined {
  const age = /(?<count>\d{1,4}) (?<unit>second|minute|hour|day|week|month|year)s? ago/i.exec(text)?.groups;
  const lengths = UNITS[age?.unit?.toLowerCase() ?? ''];
  if (age && lengths) {
    const count = Number(age.count);
    const published = new Date(now.getTime() - count * lengths[0]);
    const newestPossible = now.getTime() - Math.max(0, count - 1) * lengths[1];
    return { publishedAt: published.toISOString().slice(0, 10), newestPossible };
  }
  const named = /\b[A-Z][a-z]{2} \d{1,2}, \d{4}\b/.exec(text)?.[0];
  const day = named === undefined ? Number.NaN : Date.parse(`${named} UTC`);
  if (Number.isNaN(day)) return undefined;
  // The day is that of some time zone.
  return { publishedAt: new Date(day).toISOString().slice(0, 10), newestPossible: day + 2 * DAY };
}
