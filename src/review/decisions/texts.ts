import { ReviewError } from '../../errors.ts';
import type { Draft, DraftChange, Event, ReviewAction } from '../../store/index.ts';
import { applyFix } from '../edit/apply-fix.ts';
import { withoutReview } from '../edit/finish.ts';
import { reword } from '../edit/reword.ts';
import { examine } from '../examine.ts';
import type { Request } from '../request.ts';
import { applyProposal } from '../rewrites.ts';
import { findingOf, record } from './findings.ts';
import { type Decision, invalid, recheck, rewording, unreviewed } from './rewording.ts';

export async function edit(request: Request<'edit'>, decision: Decision): Promise<DraftChange> {
  const examination = await examine(decision.desk, decision.draft);
  const finding = request.finding === undefined ? undefined : findingOf(examination, request.finding);
  const { by, target, text, cites } = request;
  const article = reword(decision.draft.article, { target, text, cites }, examination.grounds);
  return rewording(decision, article, (changes) => ({
    ...{ by, action: 'edit', changes },
    ...(finding ? { finding: record(finding) } : {}),
  }));
}

export async function acceptFix(request: Request<'accept-fix'>, decision: Decision): Promise<DraftChange> {
  const examination = await examine(decision.desk, decision.draft);
  const open = findingOf(examination, request.finding);
  const article = applyFix(decision.draft.article, open.finding, examination.grounds);
  return rewording(decision, article, (changes) => ({
    ...{ by: request.by, action: 'accept-fix', changes },
    finding: record(open),
  }));
}

export async function acceptRewrite(
  request: Request<'accept-rewrite'>,
  decision: Decision,
): Promise<DraftChange> {
  const { draft, desk, rewrites } = decision;
  const proposal = rewrites.take(request.proposal, draft);
  if (proposal.overwrites.length > 0 && !request.overwrite)
    throw new ReviewError(
      'REVIEW_NOT_READY',
      `This would replace what ${proposal.overwrites.join(', ')} wrote`,
      {
        likelyCause: 'A person worded this text; a model does not take its place unasked.',
        remedy: 'Confirm that it may be replaced, or keep it.',
      },
    );
  const { grounds } = await examine(desk, draft);
  const article = applyProposal(draft.article, proposal, [...grounds.units]);
  return rewording(decision, article, (changes) => ({
    ...{ by: request.by, action: 'regenerate', changes },
    ...{ reason: proposal.instruction, model: proposal.model },
  }));
}

const UNDOABLE: ReadonlySet<ReviewAction> = new Set([
  'edit',
  'accept-fix',
  'regenerate',
  'fix-everywhere',
  'dismiss',
  'listen',
  'comment',
  'resolve',
]);

/** The last decision of a person that can be taken back and was not. */
function lastUndoable({ log, state }: Draft, by: string): Event<ReviewAction> | undefined {
  return log.events.findLast(
    (event) => event.by === by && UNDOABLE.has(event.action) && !state.undone.has(event.id),
  );
}

export async function undo({ by }: Request<'undo'>, { desk, draft }: Decision): Promise<DraftChange> {
  const last = lastUndoable(draft, by);
  if (!last) throw invalid(`There is nothing of ${by} to undo`, 'Edit the text by hand.');
  const event = { by, action: 'undo', undoes: last.id } as const;
  if (last.before === last.after) {
    // The approval rested on it.
    const takesApproval = last.action === 'dismiss' || last.action === 'listen';
    return { event, ...(takesApproval ? await unreviewed({ desk, draft }) : {}) };
  }
  const before = last.after === draft.sha256 ? await desk.drafts.version(draft.id, last.before) : undefined;
  if (!before)
    throw invalid(
      'The text was changed again after your last change, which therefore cannot be undone as a whole',
      'Edit the sentence by hand; the history shows what stood there.',
    );
  const article = withoutReview(before);
  return { event, article, findings: await recheck(desk, draft, article) };
}
