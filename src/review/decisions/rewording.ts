import type { Article } from '../../article/index.ts';
import { evidenceInArticle, evidenceOf, type Findings } from '../../check/index.ts';
import { ReviewError } from '../../errors.ts';
import type { Draft, DraftChange, NewReviewEvent } from '../../store/index.ts';
import type { Desk } from '../desk.ts';
import { finishEdit, withoutReview } from '../edit/finish.ts';
import { changesBetween } from '../edit/targets.ts';
import { check, examine } from '../examine.ts';
import type { Rewrites } from '../rewrites.ts';

export interface Decision {
  readonly desk: Desk;
  readonly rewrites: Rewrites;
  readonly draft: Draft;
}

/** A change of the text, with everything that follows from it. */
export async function rewording(
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

export function clip<Change extends { readonly was: string; readonly now: string }>(change: Change): Change {
  return { ...change, was: change.was.slice(0, LONGEST_KEPT), now: change.now.slice(0, LONGEST_KEPT) };
}

/** What the rules hold against a changed article. */
export async function recheck(desk: Desk, draft: Draft, article: Article): Promise<Findings> {
  const { grounds } = await examine(desk, draft);
  const { glossary } = grounds;
  const evidence = draft.transcript
    ? evidenceOf(draft.transcript.transcript, { speakers: article.speakers, glossary })
    : evidenceInArticle(article, { glossary });
  return check(article, { desk, evidence, before: draft.lastFindings });
}

/** The article claiming no review any more, where it claims one. */
export async function unreviewed({
  desk,
  draft,
}: Pick<Decision, 'desk' | 'draft'>): Promise<Pick<DraftChange, 'article' | 'findings'>> {
  const article = withoutReview(draft.article);
  return article === draft.article ? {} : { article, findings: await recheck(desk, draft, article) };
}

export function invalid(message: string, remedy: string): ReviewError {
  return new ReviewError('REVIEW_REQUEST_INVALID', message, { remedy });
}
