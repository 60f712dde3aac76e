import { paragraphsOf } from '../../article/index.ts';
import { ReviewError } from '../../errors.ts';
import type { DecidedFinding, DraftChange } from '../../store/index.ts';
import { type Examination, examine, type OpenFinding } from '../examine.ts';
import type { Request } from '../request.ts';
import { type Decision, invalid, unreviewed } from './rewording.ts';

export function findingOf({ open }: Examination, key: string): OpenFinding {
  const found = open.find((finding) => finding.key === key);
  if (found) return found;
  throw new ReviewError('REVIEW_REQUEST_INVALID', 'There is no such finding any more', {
    likelyCause: 'Its sentence was changed since the page was loaded.',
    remedy: 'Load the page anew; it shows what is found now.',
  });
}

export function record({ finding, key, place }: OpenFinding): DecidedFinding {
  const { rule, severity, message } = finding;
  return { key, rule, severity, message, ...(place.text === undefined ? {} : { text: place.text }) };
}

export async function dismiss(request: Request<'dismiss'>, { desk, draft }: Decision): Promise<DraftChange> {
  const open = findingOf(await examine(desk, draft), request.finding);
  const { by, why, reason, url } = request;
  const { severity } = open.finding;
  if (why === 'noted' && severity !== 'info')
    throw invalid(
      'Only a note can be marked as read',
      'Dismiss an error or a warning with a reason, or edit the text.',
    );
  if (severity === 'error' && (reason ?? '') === '')
    throw invalid('An error is dismissed with a reason in words', 'Write down why it does not stand.');
  if (why === 'verified-externally' && url === undefined)
    throw invalid('“Verified elsewhere” needs the address where', 'Add the link (http or https).');
  return {
    event: {
      ...{ by, action: 'dismiss', finding: record(open), why },
      ...(reason === undefined || reason === '' ? {} : { reason }),
      ...(url === undefined ? {} : { url }),
    },
  };
}

export function listen({ by, quote: id, text, played }: Request<'listen'>, { draft }: Decision): DraftChange {
  const quote = draft.article.quotes.find((candidate) => candidate.id === id);
  if (quote?.text !== text)
    throw new ReviewError('REVIEW_REQUEST_INVALID', 'This quotation reads otherwise now', {
      likelyCause: 'Somebody changed it since the page was loaded.',
      remedy: 'Load the page anew and listen to what stands there now.',
    });
  const heard = { id, text, source: quote.source };
  return { event: { by, action: 'listen', quote: heard, ...(played === undefined ? {} : { played }) } };
}

export function comment({ by, target, text }: Request<'comment'>, { draft }: Decision): DraftChange {
  if (!paragraphsOf(draft.article).some(({ id }) => id === target))
    throw invalid(
      'There is no such paragraph any more',
      'Load the page anew and comment on one that is there.',
    );
  return { event: { by, action: 'comment', target, text } };
}

export function resolve({ by, comment: id }: Request<'resolve'>, { draft }: Decision): DraftChange {
  if (!draft.state.comments.some((event) => event.id === id))
    throw invalid('There is no such comment', 'Load the page anew.');
  return { event: { by, action: 'resolve', comment: id } };
}

export async function sendBack(
  { by, reason, finding: key }: Request<'send-back'>,
  { desk, draft }: Decision,
): Promise<DraftChange> {
  const finding = key === undefined ? undefined : findingOf(await examine(desk, draft), key);
  return {
    event: { by, action: 'send-back', reason, ...(finding ? { finding: record(finding) } : {}) },
    ...(await unreviewed({ desk, draft })),
  };
}
