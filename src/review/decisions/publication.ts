import { articleSchema } from '../../article/index.ts';
import { ReviewError } from '../../errors.ts';
import type { DraftChange } from '../../store/index.ts';
import { printable } from '../../text/index.ts';
import { disclose, withoutReview } from '../edit/finish.ts';
import { changesBetween } from '../edit/targets.ts';
import { examine } from '../examine.ts';
import { lostConditions, openConditions } from '../gate.ts';
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

async function refuseUnlessItHolds({ desk, draft }: Decision): Promise<void> {
  const lost = lostConditions(await examine(desk, draft, { isThorough: true }));
  if (lost.length > 0)
    throw new ReviewError('REVIEW_NOT_READY', `The approval does not hold any more: ${lost.join('; ')}`, {
      likelyCause: 'Rules, glossary or transcript changed since it was given, or a decision was taken back.',
      remedy: 'Decide what is open, or send the article back and have it approved anew.',
    });
}

export async function publish({ by, url }: Request<'publish'>, decision: Decision): Promise<DraftChange> {
  await refuseUnlessItHolds(decision);
  return { event: { by, action: 'publish', ...(url === undefined ? {} : { url }) } };
}

/** Takes back what was published, and tells the readers of its files so. */
export async function retract(
  { by, reason }: Request<'retract'>,
  { desk, draft }: Decision,
): Promise<DraftChange> {
  const at = desk.now().toISOString();
  const retraction = { at, what: `Retracted: ${reason}`, was: draft.article.headline, now: '–' };
  const article = articleSchema.parse({
    ...withoutReview(draft.article),
    corrections: [...(draft.article.corrections ?? []), retraction],
    modifiedAt: at,
  });
  return { article, findings: await recheck(desk, draft, article), event: { by, action: 'retract', reason } };
}

/** Publishes a correction of a published article, which tells its readers what was wrong. */
export async function correct({ by, reason }: Request<'correct'>, decision: Decision): Promise<DraftChange> {
  const { desk, draft } = decision;
  await refuseUnlessItHolds(decision);
  const { publishedSha256 = '' } = draft.state;
  const published = await desk.drafts.version(draft.id, publishedSha256);
  if (!published)
    throw invalid(
      'The wording that was published is not kept, so that nothing can be said of what was wrong',
      `Put its article.json into the folder as versions/${publishedSha256}.json.`,
    );
  const changes = changesBetween(published, draft.article).map((change) => clip(change));
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
