/** Names of months and weekdays by their first word, in every form that running text has. */
export interface Calendar {
  readonly months: ReadonlyMap<string, { readonly month: number; readonly isShort: boolean }>;
  readonly weekdays: ReadonlyMap<string, { readonly weekday: number; readonly rest: readonly string[] }>;
}

/** Intl gives the nominative and, beside a day, the genitive; running text has the other cases too. By the ending that Intl's form has. */
const CASE_ENDINGS: Readonly<Record<string, readonly (readonly [ending: string, cases: string])[]>> = {
  ru: [
    ['ь', 'ь я ю ем ём е'],
    ['й', 'й я ю ем е'],
    ['а', 'а ы у е ой'],
    ['я', 'я и ю е ей'],
    ['е', 'е я ю ем и'],
    ['', ' а у ом е'],
  ],
  uk: [
    ['ець', 'ець ця цю цем ці'],
    ['ень', 'ень ня ню нем ні'],
    ['ий', 'ий ого ому им'],
    ['ок', 'ок ка ку ком'],
    ['ья', 'ья ьї ью ьєю ьї'],
    ['а', 'а и у ою і'],
    ['я', 'я і ю ею ї'],
    ['', ' а у ом і ові га'],
  ],
};

const calendars = new Map<string, Calendar>();

export function calendarOf(language: string): Calendar {
  const known = calendars.get(language);
  if (known) return known;
  const calendar = { months: monthsOf(language), weekdays: weekdaysOf(language) };
  calendars.set(language, calendar);
  return calendar;
}

function monthsOf(language: string): Calendar['months'] {
  const months = new Map<string, { month: number; isShort: boolean }>();
  const add = (name: string, month: number, isShort: boolean): void => {
    const word = name.toLowerCase().replaceAll('.', '');
    // Chinese and Japanese months are figures, which the numbers read.
    if (/^[\p{L}\p{M}]{3,}$/u.test(word) && !months.has(word)) months.set(word, { month, isShort });
  };
  for (const isShort of [false, true]) {
    const formats = monthFormats(language, isShort ? 'short' : 'long');
    for (let month = 1; month <= 12; month++) {
      for (const name of formats.flatMap((format) => monthIn(format, month)))
        for (const form of isShort ? [name] : casesOf(name, language)) add(form, month, isShort);
    }
  }
  if (months.has('sep')) months.set('sept', { month: 9, isShort: true });
  return months;
}

/** Of a month alone and beside a day. Each is dear to make. */
function monthFormats(language: string, month: 'long' | 'short'): Intl.DateTimeFormat[] {
  return [
    new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }),
    new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' }),
  ];
}

function monthIn(format: Intl.DateTimeFormat, month: number): string[] {
  return format
    .formatToParts(Date.UTC(2024, month - 1, 15))
    .flatMap(({ type, value }) => (type === 'month' ? [value] : []));
}

function weekdaysOf(language: string): Calendar['weekdays'] {
  const weekdays = new Map<string, { weekday: number; rest: string[] }>();
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  for (let weekday = 1; weekday <= 7; weekday++) {
    // The first of January 2024 is a Monday.
    const name = format
      .format(Date.UTC(2024, 0, weekday))
      .toLowerCase()
      .replaceAll(/[’ʼ]/gu, "'");
    const [first = '', ...rest] = name.split('-');
    for (const form of casesOf(first, language)) weekdays.set(form, { weekday, rest });
  }
  if (language === 'de') weekdays.set('sonnabend', { weekday: 6, rest: [] });
  return weekdays;
}

function casesOf(name: string, language: string): string[] {
  const word = name.toLowerCase();
  for (const [ending, cases] of CASE_ENDINGS[language] ?? []) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, word.length - ending.length);
    return [word, ...cases.split(' ').map((other) => stem + other)];
  }
  return [word];
}
