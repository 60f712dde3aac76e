import { type Article, articleSchema, paragraphsOf } from '../article/index.ts';
import { evidenceInArticle, evidenceOf } from '../check/index.ts';
import { ReviewError } from '../errors.ts';
import {
  addSpelling,
  channelGlossaryFile,
  type DecidedFinding,
  type Draft,
  type DraftChange,
  type Event,
  type NewReviewEvent,
  type ReviewAction,
} from '../store/index.ts';
import { printable } from '../text/index.ts';
import type { Desk } from './desk.ts';
import { applyFix } from './edit/apply-fix.ts';
import { disclose, finishEdit } from './edit/finish.ts';
import { fixEverywhere } from './edit/fix-everywhere.ts';
import { reword } from './edit/reword.ts';
import { changesBetween } from './edit/targets.ts';
import { check, type Examination, examine, type OpenFinding } from './examine.ts';
import { openConditions } from './gate.ts';
import type { ActionRequest, Request } from './request.ts';
import { applyProposal, type Rewrites } from './rewrites.ts';
import { refuseIfStale } from './stale.ts';
import { refuseUnlessAllowed } from './transitions.ts';

interface Decision {
  readonly desk: Desk;
  readonly rewrites: Rewrites;
  readonly draft: Draft;
}

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
      return { event: { by, action: 'publish', ...(request.url === undefined ? {} : { url: request.url }) } };
    case 'correct':
      return correct(request, decision);
    case 'retract':
    case 'reject':
      return { event: { by, action: request.action, reason: request.reason } };
  }
}

/** A change of the text, with everything that follows from it. */
async function rewording(
  { draft, desk }: Decision,
  article: Article,
  describe: (changes: ReturnType<typeof changesBetween>) => NewReviewEvent,
): Promise<DraftChange> {
  const { units } = (await examine(desk, draft)).grounds;
  const finished = finishEdit(article, draft.article, { units, now: desk.now() });
  const changes = changesBetween(draft.article, finished).map((change) => clip(change));
  const isSame =
    JSON.stringify({ ...finished, modifiedAt: undefined }) ===
    JSON.stringify({ ...draft.article, modifiedAt: undefined });
  if (isSame)
    throw new ReviewError('REVIEW_REQUEST_INVALID', 'Nothing was changed', {
      likelyCause: 'The text is the one that stands there already.',
      remedy: 'Cancel the edit, or write something else.',
    });
  const listed = changes.length > 0 ? changes : [{ target: 'article', was: '', now: '' }];
  return { article: finished, findings: await recheck(desk, draft, finished), event: describe(listed) };
}

const LONGEST_KEPT = 9_000;

function clip<Change extends { readonly was: string; readonly now: string }>(change: Change): Change {
  return { ...change, was: change.was.slice(0, LONGEST_KEPT), now: change.now.slice(0, LONGEST_KEPT) };
}

async function recheck(desk: Desk, draft: Draft, article: Article) {
  const { grounds } = await examine(desk, draft);
  const { glossary } = grounds;
  const evidence = draft.transcript
    ? evidenceOf(draft.transcript.transcript, { speakers: article.speakers, glossary })
    : evidenceInArticle(article, { glossary });
  return check(article, { desk, evidence, before: draft.findings });
}

async function edit(request: Request<'edit'>, decision: Decision): Promise<DraftChange> {
  const examination = await examine(decision.desk, decision.draft);
  const finding = request.finding === undefined ? undefined : findingOf(examination, request.finding);
  const { by, target, text, cites } = request;
  const article = reword(decision.draft.article, { target, text, cites }, examination.grounds);
  return rewording(decision, article, (changes) => ({
    ...{ by, action: 'edit', changes },
    ...(finding ? { finding: record(finding) } : {}),
  }));
}

async function acceptFix(request: Request<'accept-fix'>, decision: Decision): Promise<DraftChange> {
  const examination = await examine(decision.desk, decision.draft);
  const open = findingOf(examination, request.finding);
  const article = applyFix(decision.draft.article, open.finding, examination.grounds);
  return rewording(decision, article, (changes) => ({
    ...{ by: request.by, action: 'accept-fix', changes },
    finding: record(open),
  }));
}

function findingOf({ open }: Examination, key: string): OpenFinding {
  const found = open.find((finding) => finding.key === key);
  if (found) return found;
  throw new ReviewError('REVIEW_REQUEST_INVALID', 'There is no such finding any more', {
    likelyCause: 'Its sentence was changed since the page was loaded.',
    remedy: 'Load the page anew; it shows what is found now.',
  });
}

function record({ finding, key, place }: OpenFinding): DecidedFinding {
  const { rule, severity, message } = finding;
  return { key, rule, severity, message, ...(place.text === undefined ? {} : { text: place.text }) };
}

async function dismiss(request: Request<'dismiss'>, { desk, draft }: Decision): Promise<DraftChange> {
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

function invalid(message: string, remedy: string): ReviewError {
  return new ReviewError('REVIEW_REQUEST_INVALID', message, { remedy });
}

async function correctSpelling(request: Request<'fix-everywhere'>, decision: Decision): Promise<DraftChange> {
  const { by, remember } = request;
  const from = printable(request.from);
  const to = printable(request.to).normalize('NFC');
  const { draft, desk } = decision;
  // First, so that the checks of the changed article know it.
  if (remember) await remembered(desk, draft, to);
  return rewording(decision, fixEverywhere(draft.article, from, to), (changes) => ({
    ...{ by, action: 'fix-everywhere', changes, from, to },
  }));
}

async function rememberSpelling(
  { by, spelling }: Request<'spelling'>,
  { desk, draft }: Decision,
): Promise<DraftChange> {
  const text = printable(spelling).normalize('NFC');
  const channel = await remembered(desk, draft, text);
  return { event: { by, action: 'spelling', spelling: text, channel } };
}

async function remembered({ drafts }: Desk, { article }: Draft, spelling: string): Promise<string> {
  const file = channelGlossaryFile(drafts.out, article.source);
  if (file === undefined)
    throw invalid(
      'The source names no channel, so there is no glossary to keep the spelling in',
      'Fix it here without keeping it, or use --glossary FILE.',
    );
  if (spelling.startsWith('#'))
    throw invalid('A spelling cannot begin with #, which begins a comment', 'Leave the sign out.');
  await addSpelling(file, spelling);
  return article.source.channel?.name ?? '';
}

function listen({ by, quote: id, text }: Request<'listen'>, { draft }: Decision): DraftChange {
  const quote = draft.article.quotes.find((candidate) => candidate.id === id);
  if (quote?.text !== text)
    throw new ReviewError('REVIEW_REQUEST_INVALID', 'This quotation reads otherwise now', {
      likelyCause: 'Somebody changed it since the page was loaded.',
      remedy: 'Load the page anew and listen to what stands there now.',
    });
  return { event: { by, action: 'listen', quote: { id, text, source: quote.source } } };
}

function comment({ by, target, text }: Request<'comment'>, { draft }: Decision): DraftChange {
  if (!paragraphsOf(draft.article).some(({ id }) => id === target))
    throw invalid(
      'There is no such paragraph any more',
      'Load the page anew and comment on one that is there.',
    );
  return { event: { by, action: 'comment', target, text } };
}

function resolve({ by, comment: id }: Request<'resolve'>, { draft }: Decision): DraftChange {
  if (!draft.state.comments.some((event) => event.id === id))
    throw invalid('There is no such comment', 'Load the page anew.');
  return { event: { by, action: 'resolve', comment: id } };
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
export function lastUndoable({ log, state }: Draft, by: string): Event<ReviewAction> | undefined {
  return log.events.findLast(
    (event) => event.by === by && UNDOABLE.has(event.action) && !state.undone.has(event.id),
  );
}

async function undo({ by }: Request<'undo'>, { desk, draft }: Decision): Promise<DraftChange> {
  const last = lastUndoable(draft, by);
  if (!last) throw invalid(`There is nothing of ${by} to undo`, 'Edit the text by hand.');
  const event = { by, action: 'undo', undoes: last.id } as const;
  if (last.before === last.after) return { event };
  const before = last.after === draft.sha256 ? await desk.drafts.version(draft.id, last.before) : undefined;
  if (!before)
    throw invalid(
      'The text was changed again after your last change, which therefore cannot be undone as a whole',
      'Edit the sentence by hand; the history shows what stood there.',
    );
  return { event, article: before, findings: await recheck(desk, draft, before) };
}

async function acceptRewrite(request: Request<'accept-rewrite'>, decision: Decision): Promise<DraftChange> {
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

async function sendBack(
  { by, reason, finding: key }: Request<'send-back'>,
  { desk, draft }: Decision,
): Promise<DraftChange> {
  const finding = key === undefined ? undefined : findingOf(await examine(desk, draft), key);
  return { event: { by, action: 'send-back', reason, ...(finding ? { finding: record(finding) } : {}) } };
}

async function approve(request: Request<'approve'>, { desk, draft }: Decision): Promise<DraftChange> {
  const missing = openConditions(await examine(desk, draft, { isThorough: true }));
  if (missing.length > 0)
    throw new ReviewError('REVIEW_NOT_READY', `The article cannot be approved yet: ${missing.join('; ')}`);
  const { by, disclosure, examined, reason } = request;
  const editor = printable(request.editor);
  const at = desk.now().toISOString();
  const review = { at, ...(disclosure === 'named' ? { editor } : {}) };
  const article = articleSchema.parse({
    ...draft.article,
    review,
    disclosure: disclose(draft.article, review),
  });
  return {
    article,
    findings: await recheck(desk, draft, article),
    event: {
      ...{ by, action: 'approve', editor, disclosure, examined },
      ...(reason === undefined || reason === '' ? {} : { reason }),
    },
  };
}

/** Publishes a correction of a published article, which tells its readers what was wrong. */
async function correct({ by, reason }: Request<'correct'>, { desk, draft }: Decision): Promise<DraftChange> {
  const { publishedSha256 = '' } = draft.state;
  const published = await desk.drafts.version(draft.id, publishedSha256);
  const changes = published ? changesBetween(published, draft.article).map((change) => clip(change)) : [];
  const [first, ...others] = changes;
  if (!first)
    throw invalid('The article reads as it was published', 'Edit what is wrong first, and have it approved.');
  const at = desk.now().toISOString();
  const join = (side: 'was' | 'now'): string =>
    [first, ...others]
      .map((change) => change[side])
      .filter((text) => text !== '')
      .join(' / ') || '–';
  const correction = { at, what: reason, was: join('was'), now: join('now') };
  const article = articleSchema.parse({
    ...draft.article,
    corrections: [...(draft.article.corrections ?? []), correction],
    modifiedAt: at,
  });
  return {
    article,
    findings: await recheck(desk, draft, article),
    event: { by, action: 'correct', changes, reason },
  };
}
