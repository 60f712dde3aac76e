import { type DateMention, readFigures } from '../../text/index.ts';
import type { Found, Rule, RuleContext } from '../rule.ts';
import { DAY_MS, dayOf, daysAround, resolve } from './dates-calendar.ts';
import { PROSE_ROLES } from './numbers-source.ts';

/** Days after which a reader takes "last week" for another week. */
const STALE_DAYS = 7;

/** Times told from the moment of speaking, in the writer's own words: the reader reads them on another day. */
export const relativeTimeRule: Rule = {
  id: 'F03',
  severity: 'warning',
  title: 'Time is told by the calendar, not from today',
  reason: 'The video is of one day, the article of another, and the reader comes later still.',
  example: 'The minister resigned last week.',
  needs: [],
  languages: ['en', 'de', 'es', 'fr', 'pt', 'ru', 'uk'],
  roles: PROSE_ROLES,
  *checkSentence(sentence, context) {
    const { dates } = readFigures(sentence.own, context.copy.language);
    const anchors = dates.filter(({ year }) => year !== undefined);
    for (const date of dates) {
      if (!date.relative || isAnchored(date, anchors, sentence.own)) continue;
      yield describe(date, sentence.own, context);
    }
  },
};

/** "Last year, in 2023": the absolute date beside it says which. */
function isAnchored({ start, end }: DateMention, anchors: readonly DateMention[], text: string): boolean {
  return anchors.some(({ start: from, end: to }) =>
    ANCHOR_GAP.test(from >= end ? text.slice(end, from) : text.slice(to, start)),
  );
}

const ANCHOR_GAP = /^[\s,(]{0,3}(?:in |im |en |em |в |у |on )?$/u;

function describe(date: DateMention, text: string, context: RuleContext): Found {
  const { metadata } = context.evidence;
  const published = dayOf(metadata.publishedAt);
  const created = dayOf(context.copy.writtenAt);
  const isStale =
    published !== undefined && created !== undefined && created - published > STALE_DAYS * DAY_MS;
  const fix =
    published === undefined || isUnsure(date, metadata.publishedAt)
      ? undefined
      : absolute(date, text, published, context.language);
  return {
    start: date.start,
    end: date.end,
    message: isStale
      ? `“${date.text}” is told from the day of the video, ${Math.round((created - published) / DAY_MS)} days before the article`
      : `“${date.text}” is told from the day of the video`,
    // "Now" alone is as often a state of things as a time.
    ...(isStale && date.relative?.kind !== 'now' ? { severity: 'error' as const } : {}),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** The day of the video is known to the day only, and "two years ago" may be any month. */
function isUnsure({ relative }: DateMention, publishedAt: string | undefined): boolean {
  if (relative?.unit === 'day') return daysAround(publishedAt).length > 1;
  return Math.abs(relative?.offset ?? 0) > 1;
}

interface Prepositions {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Before a day, a month and a year; absent where the case of the name would have to change. */
const PREPOSITIONS: Readonly<Record<string, Partial<Prepositions>>> = {
  en: { day: 'on ', month: 'in ', year: 'in ' },
  de: { day: 'am ', month: 'im ', year: '' },
  es: { day: 'el ', month: 'en ', year: 'en ' },
  fr: { day: 'le ', month: 'en ', year: 'en ' },
  pt: { day: 'em ', month: 'em ', year: 'em ' },
  ru: { day: '' },
  uk: { day: '' },
};
const FORMATS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  day: { dateStyle: 'long' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};

/** The same time by the calendar, with its preposition. */
function absolute(date: DateMention, text: string, published: number, language: string): string | undefined {
  const { relative } = date;
  const unit = relative?.unit;
  if (relative?.kind !== 'point' || unit === undefined || date.weekday !== undefined) return undefined;
  if (unit !== 'day' && unit !== 'month' && unit !== 'year') return undefined;
  const preposition = PREPOSITIONS[language]?.[unit];
  // Russian and Ukrainian have the preposition of a month or year in the text already, in a case of its own.
  if (preposition === undefined || !Number.isInteger(relative.offset)) return undefined;
  const [meant] = resolve(relative, {}, published);
  if (meant?.year === undefined) return undefined;
  const time = Date.UTC(meant.year, (meant.month ?? 1) - 1, meant.day ?? 1);
  const written = new Intl.DateTimeFormat(language, { ...FORMATS[unit], timeZone: 'UTC' }).format(time);
  return isGoverned(text, date) ? written : preposition + written;
}

/** A preposition or article stands before it, or it is a genitive ("last year's"). */
function isGoverned(text: string, { start, end }: DateMention): boolean {
  return (
    /^['’]s\b/u.test(text.slice(end, end + 3)) ||
    /\b(?:of|in|since|for|from|until|by|the|on|im|am|vom|seit|del?|desde|depuis|en|em|no|da|do)\s$/iu.test(
      text.slice(Math.max(0, start - 10), start),
    )
  );
}
