import type { Event, ReviewEvent } from './review-event.ts';

export const REVIEW_STATUSES = [
  'needs-review',
  'in-review',
  'changes-requested',
  'approved',
  'published',
  'corrected',
  'retracted',
  'rejected',
] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** What the events of one article add up to. */
export interface ReviewState {
  readonly status: ReviewStatus;
  /** The status that an edit has ended; a new approval closes it. */
  readonly reopenedFrom?: ReviewStatus;
  readonly assignee?: string;
  /** By the key of the finding. */
  readonly dismissed: ReadonlyMap<string, Event<'dismiss'>>;
  /** By the id of the quote. */
  readonly listened: ReadonlyMap<string, Event<'listen'>>;
  readonly comments: readonly Event<'comment'>[];
  /** Ids of comments that are settled. */
  readonly resolved: ReadonlySet<string>;
  /** Why changes are requested, newest last. */
  readonly requests: readonly Event<'send-back'>[];
  /** Targets that a person has worded, by who did last. */
  readonly edited: ReadonlyMap<string, string>;
  readonly approval?: Event<'approve'>;
  /** SHA-256 of the article as it was last published. */
  readonly publishedSha256?: string;
  /** A person decided something here. */
  readonly isTouched: boolean;
  /** Events that `undo` took back. */
  readonly undone: ReadonlySet<string>;
}

const WORK: ReadonlySet<string> = new Set([
  'start',
  'edit',
  'accept-fix',
  'regenerate',
  'fix-everywhere',
  'dismiss',
  'listen',
  'comment',
]);
/** Statuses that hold for one wording only. */
const BOUND: ReadonlySet<ReviewStatus> = new Set(['approved', 'published', 'corrected']);
/** Decisions that an approval rests on: whoever takes one back takes the approval with it. */
const CONDITIONS: ReadonlySet<string> = new Set(['dismiss', 'listen']);

/** Whether a person's approval holds for the article as it is. */
export function isBound({ status }: Pick<ReviewState, 'status'>): boolean {
  return BOUND.has(status);
}

/** The decision that somebody listened to this quotation, as it reads now. */
export function listenedTo(
  { listened }: Pick<ReviewState, 'listened'>,
  { id, text, source }: Event<'listen'>['quote'],
): Event<'listen'> | undefined {
  const event = listened.get(id);
  return event?.quote.text === text && event.quote.source === source ? event : undefined;
}
/** Actions that change the text and are no decision on it. */
const REWORDING: ReadonlySet<string> = new Set(['edit', 'accept-fix', 'regenerate', 'fix-everywhere']);

/** Reads the status and all decisions from the events, for an article.json of this hash. */
export function foldReview(events: readonly ReviewEvent[], sha256: string): ReviewState {
  const undone = new Set(events.flatMap((event) => (event.action === 'undo' ? event.undoes : [])));
  const standing = events.filter(({ id }) => !undone.has(id));
  const last = foldStatus(events, sha256);
  const of = <Action extends ReviewEvent['action']>(action: Action): Event<Action>[] =>
    standing.filter((event): event is Event<Action> => event.action === action);
  const approval = of('approve').at(-1);
  const assignee = of('assign').at(-1)?.to;
  const published = standing.findLast(({ action }) => action === 'publish' || action === 'correct');
  return {
    ...last,
    ...(assignee === undefined || assignee === '' ? {} : { assignee }),
    dismissed: new Map(of('dismiss').map((event) => [event.finding.key, event])),
    listened: new Map(of('listen').map((event) => [event.quote.id, event])),
    comments: of('comment'),
    resolved: new Set(of('resolve').map(({ comment }) => comment)),
    requests: of('send-back'),
    edited: findEdited(standing),
    ...(approval ? { approval } : {}),
    ...(published ? { publishedSha256: published.after } : {}),
    isTouched: events.length > 0,
    undone,
  };
}

function foldStatus(
  events: readonly ReviewEvent[],
  sha256: string,
): Pick<ReviewState, 'status' | 'reopenedFrom'> {
  let status: ReviewStatus = 'needs-review';
  let reopenedFrom: ReviewStatus | undefined;
  let bound = '';
  const conditions = new Set(events.filter(({ action }) => CONDITIONS.has(action)).map(({ id }) => id));
  for (const event of events) {
    const isReopened: boolean = event.action === 'undo' && conditions.has(event.undoes) && BOUND.has(status);
    const next: ReviewStatus = isReopened ? 'in-review' : statusAfter(event, status);
    if (BOUND.has(status) && next === 'in-review') reopenedFrom = status;
    if (BOUND.has(next)) reopenedFrom = undefined;
    // Also where the status was the same: an approval that a kill or another program made void is given anew.
    if (BOUND.has(DECIDED[event.action] ?? 'in-review')) bound = event.after;
    status = next;
  }
  // Whoever changed the file did so without the desk; what was approved is not what lies there.
  if (BOUND.has(status) && bound !== sha256) return { status: 'in-review', reopenedFrom: status };
  return reopenedFrom === undefined ? { status } : { status, reopenedFrom };
}

const DECIDED: Partial<Record<ReviewEvent['action'], ReviewStatus>> = {
  start: 'in-review',
  'send-back': 'changes-requested',
  approve: 'approved',
  publish: 'published',
  correct: 'corrected',
  retract: 'retracted',
  reject: 'rejected',
};

function statusAfter(event: ReviewEvent, status: ReviewStatus): ReviewStatus {
  const decided = DECIDED[event.action];
  if (decided !== undefined) return decided;
  const isReworded = REWORDING.has(event.action) || (event.action === 'undo' && event.before !== event.after);
  if (isReworded && BOUND.has(status)) return 'in-review';
  return status === 'needs-review' && WORK.has(event.action) ? 'in-review' : status;
}

function findEdited(events: readonly ReviewEvent[]): Map<string, string> {
  const edited = new Map<string, string>();
  for (const event of events) {
    if (event.action === 'edit' || event.action === 'accept-fix' || event.action === 'fix-everywhere')
      for (const { target } of event.changes) edited.set(target, event.by);
    // What a model has worded anew, with a person's consent, is a machine's wording again.
    if (event.action === 'regenerate') for (const { target } of event.changes) edited.delete(target);
  }
  return edited;
}
