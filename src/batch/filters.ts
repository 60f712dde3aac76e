import type { BatchItem } from './item.ts';

export interface Filters {
  /** RFC 3339 date or instant: nothing older. */
  readonly since?: string | undefined;
  readonly minSeconds?: number | undefined;
  readonly maxSeconds?: number | undefined;
  readonly shorts: boolean;
  readonly live: boolean;
  /** Something the title must have. */
  readonly match?: RegExp | undefined;
}

/** What is known of a source when it is judged. */
export interface JudgedFacts {
  readonly title?: string | undefined;
  readonly kind?: 'video' | 'short' | 'live' | undefined;
  readonly durationSeconds?: number | undefined;
  readonly publishedAt?: string | undefined;
}

/** Days by which a date such as "2 months ago" may be wrong, as a share of the age and at least a day. */
const AGE_MARGIN = 0.55;
const DAY_MS = 86_400_000;

/** Why a source is left out, for people; undefined when nothing that is known speaks against it. */
export function whyLeftOut(facts: JudgedFacts, filters: Filters): string | undefined {
  const { since, minSeconds, maxSeconds, match } = filters;
  const { title, kind, durationSeconds, publishedAt } = facts;
  if (kind === 'short' && !filters.shorts) return 'a short';
  if (kind === 'live' && !filters.live) return 'a recorded live stream';
  if (match && title !== undefined && !match.test(title)) return 'the title does not match';
  if (durationSeconds !== undefined) {
    if (minSeconds !== undefined && durationSeconds < minSeconds) return 'shorter than asked for';
    if (maxSeconds !== undefined && durationSeconds > maxSeconds) return 'longer than asked for';
  }
  if (since !== undefined && publishedAt !== undefined && isBefore(publishedAt, since))
    return `published before ${since}`;
  return undefined;
}

/** The same for what a list says, whose dates are rough: what may be new enough is read and judged again. */
export function whyNotListed({ listed }: BatchItem, filters: Filters, now: Date): string | undefined {
  const { publishedAt, isDateExact = true } = listed;
  if (publishedAt === undefined || isDateExact) return whyLeftOut(listed, filters);
  const age = now.getTime() - Date.parse(publishedAt);
  const latest = Date.parse(publishedAt) + Math.max(DAY_MS, age * AGE_MARGIN);
  return whyLeftOut({ ...listed, publishedAt: new Date(latest).toISOString() }, filters);
}

/** A date without a time is the whole day. */
function isBefore(publishedAt: string, since: string): boolean {
  const isDay = publishedAt.length === 'yyyy-mm-dd'.length || since.length === 'yyyy-mm-dd'.length;
  return isDay ? publishedAt.slice(0, 10) < since.slice(0, 10) : Date.parse(publishedAt) < Date.parse(since);
}
