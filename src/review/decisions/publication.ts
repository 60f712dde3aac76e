import { articleSchema } from '../../article/index.ts';
import { ReviewError } from '../../errors.ts';
import type { DraftChange } from '../../store/index.ts';
import { printable } from '../../text/index.ts';
import { disclose } from '../edit/finish.ts';
import { changesBetween } from '../edit/targets.ts';
import { examine } from '../examine.ts';
import { openConditions } from '../gate.ts';
import type { Request } from '../request.ts';
import { clip, type Decision, invalid, recheck } from './rewording.ts';

export async function approve(request: Request<'approve'>, { desk, draft }: Decision): Promise<DraftChange> {
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
export async function correct(
  { by, reason }: Request<'correct'>,
  { desk, draft }: Decision,
): Promise<DraftChange> {
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
