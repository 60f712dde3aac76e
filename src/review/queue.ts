import { z } from 'zod';
import { type QueuedDraft, REVIEW_STATUSES, type ReviewStatus } from '../store/index.ts';
import { type Risk, riskOf } from './risk.ts';

const PAGE = 50;
const MOST_SHOWN = 5_000;

/** What the address of the queue says. Anything else in it is as if it were not there. */
export const queueQuerySchema = z.object({
  q: z.string().max(200).catch('').default(''),
  status: z
    .enum(['open', 'all', ...REVIEW_STATUSES])
    .catch('open')
    .default('open'),
  channel: z.string().max(200).catch('').default(''),
  who: z.string().max(100).catch('').default(''),
  shown: z.coerce.number().int().min(1).max(MOST_SHOWN).catch(PAGE).default(PAGE),
});

export type QueueQuery = z.infer<typeof queueQuerySchema>;

export interface RankedDraft extends QueuedDraft {
  readonly risk: Risk;
}

export interface Queue {
  readonly query: QueueQuery;
  readonly drafts: readonly RankedDraft[];
  /** How many match, shown or not. */
  readonly matching: number;
  /** How many there are in each status, whatever is filtered. */
  readonly counts: Readonly<Record<ReviewStatus | 'open' | 'all', number>>;
  readonly channels: readonly string[];
  readonly people: readonly string[];
}

const OPEN: ReadonlySet<ReviewStatus> = new Set(['needs-review', 'in-review', 'changes-requested']);

const ranked = new WeakMap<readonly QueuedDraft[], readonly RankedDraft[]>();

/** The riskiest first; among equals the oldest, which has waited longest. Ranked once for each reading of the folder. */
function rank(summaries: readonly QueuedDraft[]): readonly RankedDraft[] {
  const known = ranked.get(summaries);
  if (known) return known;
  const drafts = summaries
    .map((summary) => ({ ...summary, risk: riskOf(summary) }))
    .sort(
      (first, second) =>
        compare(second.risk.score, first.risk.score) || compare(first.createdAt, second.createdAt),
    );
  ranked.set(summaries, drafts);
  return drafts;
}

function compare<Value extends string | number>(first: Value, second: Value): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

export function selectDrafts(summaries: readonly QueuedDraft[], query: QueueQuery): Queue {
  const words = fold(query.q)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const drafts = rank(summaries).filter(
    (draft) =>
      hasStatus(draft, query.status) &&
      (query.channel === '' || draft.channel === query.channel) &&
      (query.who === '' || draft.assignee === query.who) &&
      matches(draft, words),
  );
  const counts = Object.fromEntries(REVIEW_STATUSES.map((status) => [status, 0])) as Record<
    ReviewStatus,
    number
  >;
  for (const { status } of summaries) counts[status]++;
  return {
    query,
    drafts: drafts.slice(0, query.shown),
    matching: drafts.length,
    counts: {
      ...counts,
      open: summaries.filter(({ status }) => OPEN.has(status)).length,
      all: summaries.length,
    },
    channels: unique(summaries.map(({ channel }) => channel)),
    people: unique(summaries.map(({ assignee }) => assignee)),
  };
}

function hasStatus({ status }: QueuedDraft, wanted: QueueQuery['status']): boolean {
  return wanted === 'all' || (wanted === 'open' ? OPEN.has(status) : status === wanted);
}

function matches(
  { headline, deck, channel = '', id, assignee = '' }: QueuedDraft,
  words: readonly string[],
): boolean {
  if (words.length === 0) return true;
  const text = fold(`${headline} ${deck} ${channel} ${id} ${assignee}`);
  return words.every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function unique(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.flatMap((value) => value ?? []))].sort((first, second) =>
    first.localeCompare(second, 'en'),
  );
}
