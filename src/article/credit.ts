import { printable } from '../text/index.ts';
import { formatAge, formatDate } from './dates.ts';
import { fill, type LocalFurniture } from './furniture.ts';
import type { Article } from './schema.ts';
import type { RenderRequest } from './view.ts';

/** The title with the show behind it. A YouTube title usually ends in its show already; it is not said twice. */
export function sourceTitle({ title, show }: Article['source']): string {
  const full = printable(title);
  const program = printable(show ?? '');
  return program === '' || full.endsWith(`| ${program}`) ? full : `${full} | ${program}`;
}

/** The title, its show, and where it is from: `Title | Show (YouTube)`. */
export function sourceCredit(source: Article['source'], furniture: LocalFurniture): string {
  const place = source.platform === 'youtube' ? 'YouTube' : furniture.transcriptFile;
  return `${sourceTitle(source)} (${place})`;
}

/** When the article (not the video) was written, and when it was last changed; of the first, the age where nobody keeps the output. */
export function articleDates(
  { article, now, showAge = false }: RenderRequest,
  { locale, updated }: LocalFurniture,
): string[] {
  const { createdAt, modifiedAt } = article;
  const age = showAge ? formatAge(createdAt, now, locale) : undefined;
  const written = age ?? formatDate(createdAt, locale) ?? createdAt;
  if (modifiedAt === undefined) return [written];
  return [written, `${updated} ${formatDate(modifiedAt, locale) ?? modifiedAt}`];
}

/** What stands before the first sentence of the lead, `KYIV – `; empty without a dateline. `escapePlace` makes the place fit the output. */
export function datelinePrefix(
  { dateline }: Article,
  furniture: LocalFurniture,
  escapePlace: (text: string) => string = printable,
): string {
  if (dateline === undefined) return '';
  return fill(furniture.dateline, { place: escapePlace(dateline.place.toLocaleUpperCase(furniture.locale)) });
}

/** The corrections, one line each: when, what it concerns, what stood there, what stands there now. */
export function correctionLines({ corrections = [] }: Article, furniture: LocalFurniture): string[] {
  return corrections.map(({ at, what, was, now }) =>
    fill(furniture.correction, {
      date: formatDate(at, furniture.locale) ?? at,
      what: printable(what),
      was: printable(was),
      now: printable(now),
    }),
  );
}
