import type { DraftChange } from '../../store/index.ts';
import { printable } from '../../text/index.ts';
import type { ActionRequest } from '../request.ts';
import { refuseIfStale } from '../stale.ts';
import { refuseUnlessAllowed } from '../transitions.ts';
import { comment, dismiss, listen, resolve, sendBack } from './findings.ts';
import { approve, correct, publish, retract } from './publication.ts';
import { type Decision, unreviewed } from './rewording.ts';
import { correctSpelling, rememberSpelling } from './spellings.ts';
import { acceptFix, acceptRewrite, edit, undo } from './texts.ts';

/**
 * What a decision changes, or an error that says why it cannot be taken. Decisions on wordings name the wording that was seen.
 * @throws {ReviewError}
 */
export async function decide(request: ActionRequest, decision: Decision): Promise<DraftChange> {
  const { draft } = decision;
  refuseUnlessAllowed(request.action, draft.state);
  if ('match' in request) {
    const edited = request.action === 'edit' ? { target: request.target, yours: request.text } : {};
    refuseIfStale(draft, request.match, edited);
  }
  const { by } = request;
  switch (request.action) {
    case 'start':
      return { event: { by, action: 'start' } };
    case 'assign':
      return { event: { by, action: 'assign', to: printable(request.to) } };
    case 'edit':
      return edit(request, decision);
    case 'accept-fix':
      return acceptFix(request, decision);
    case 'dismiss':
      return dismiss(request, decision);
    case 'fix-everywhere':
      return correctSpelling(request, decision);
    case 'spelling':
      return rememberSpelling(request, decision);
    case 'listen':
      return listen(request, decision);
    case 'comment':
      return comment(request, decision);
    case 'resolve':
      return resolve(request, decision);
    case 'undo':
      return undo(request, decision);
    case 'accept-rewrite':
      return acceptRewrite(request, decision);
    case 'send-back':
      return sendBack(request, decision);
    case 'approve':
      return approve(request, decision);
    case 'publish':
      return publish(request, decision);
    case 'correct':
      return correct(request, decision);
    case 'retract':
      return retract(request, decision);
    case 'reject':
      return { event: { by, action: 'reject', reason: request.reason }, ...(await unreviewed(decision)) };
  }
}
