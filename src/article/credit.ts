import { formatAge, formatDate } from './dates.ts';
import { fill, type LocalFurniture } from './furniture.ts';
import { printable } from './printable.ts';
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

/** The age or the date of the source, where its publication is known. */
export function sourceDate(
  { article, now, showAge = false }: RenderRequest,
  locale: string,
): string | undefined {
  const { publishedAt } = article.source;
  if (publishedAt === undefined) return undefined;
  const age = showAge ? formatAge(publishedAt, now, locale) : undefined;
  return age ?? formatDate(publishedAt, locale);
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
