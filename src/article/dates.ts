/** Lengths of calendar units in seconds, longest first; a year and a month are the mean ones. */
const UNITS = [
  ['year', 31_556_952],
  ['month', 2_629_746],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** An instant or date in words, `12 November 2026`, by the calendar day in UTC. Absent when it is no date. */
export function formatDate(instant: string, locale: string): string | undefined {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return undefined;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}

/** How long ago, in whole units: `3 hours ago`. A date without a time counts in days. Absent for the future and for what is no date. */
export function formatAge(instant: string, now: Date, locale: string): string | undefined {
  const seconds = (now.getTime() - Date.parse(instant)) / 1000;
  if (Number.isNaN(seconds) || seconds < 0) return undefined;
  const smallest = instant.includes('T') ? 60 : 86_400;
  const [unit, length] = UNITS.find(([, size]) => seconds >= size && size >= smallest) ?? [
    smallest === 60 ? 'minute' : 'day',
    smallest,
  ];
  const isToday = smallest === 86_400 && seconds < 86_400;
  const count = isToday ? 0 : Math.max(1, Math.floor(seconds / length));
  return new Intl.RelativeTimeFormat(locale, { numeric: isToday ? 'auto' : 'always' }).format(-count, unit);
}
