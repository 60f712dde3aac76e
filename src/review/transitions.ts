import { ReviewError } from '../errors.ts';
import type { ReviewState, ReviewStatus } from '../store/index.ts';
import type { ActionRequest } from './request.ts';

type Action = ActionRequest['action'];

export const STATUS_NAMES: Readonly<Record<ReviewStatus, string>> = {
  'needs-review': 'Needs review',
  'in-review': 'In review',
  'changes-requested': 'Changes requested',
  approved: 'Approved',
  published: 'Published',
  corrected: 'Corrected',
  retracted: 'Retracted',
  rejected: 'Rejected',
};

const CLOSED: readonly ReviewStatus[] = ['retracted', 'rejected'];
const OPEN: readonly ReviewStatus[] = [
  'needs-review',
  'in-review',
  'changes-requested',
  'approved',
  'published',
  'corrected',
];

/** The statuses in which a decision can be taken. What is not named here can be done while the article is open. */
const ALLOWED: Partial<Record<Action, readonly ReviewStatus[]>> = {
  start: ['needs-review', 'changes-requested', 'rejected'],
  'send-back': ['needs-review', 'in-review', 'approved'],
  approve: ['in-review'],
  publish: ['approved'],
  correct: ['approved'],
  retract: ['in-review', 'changes-requested', 'approved', 'published', 'corrected'],
  reject: ['needs-review', 'in-review', 'changes-requested'],
};

const NAMES: Partial<Record<Action, string>> = {
  start: 'taken into review',
  'send-back': 'sent back',
  approve: 'approved',
  publish: 'published',
  correct: 'published with a correction',
  retract: 'retracted',
  reject: 'rejected',
};

/** Whether a decision can be taken now; what it needs of the text is another matter. */
export function isAllowed(action: Action, { status, publishedSha256 }: ReviewState): boolean {
  if (!(ALLOWED[action] ?? OPEN).includes(status)) return false;
  const wasPublished = publishedSha256 !== undefined;
  if (action === 'publish') return !wasPublished;
  if (action === 'reject') return !wasPublished;
  return action === 'correct' || action === 'retract' ? wasPublished : true;
}

/** @throws {ReviewError} REVIEW_NOT_READY */
export function refuseUnlessAllowed(action: Action, state: ReviewState): void {
  if (isAllowed(action, state)) return;
  const status = STATUS_NAMES[state.status].toLowerCase();
  const what = NAMES[action] ?? 'changed';
  throw new ReviewError('REVIEW_NOT_READY', `An article that is ${status} cannot be ${what}`, {
    likelyCause: 'Somebody else changed its status since this page was loaded, or a step is left out.',
    remedy: CLOSED.includes(state.status)
      ? 'A rejected article can be taken into review again; a retracted one stays as it is.'
      : 'Load the page anew; it shows the steps that are possible now.',
  });
}
