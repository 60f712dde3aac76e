import {
  type Article,
  discloseWriter,
  measureReadTime,
  parseArticle,
  sentencesOf,
} from '../../article/index.ts';
import { describeDeck } from '../../write/index.ts';
import type { Grounds } from './reword.ts';

/**
 * An edited article with everything that code derives from its texts: read time, cited units, the description of a deck, who is said to
 * have reviewed it. An edit ends a review, so that the article does not go on claiming one.
 */
export function finishEdit(
  article: Article,
  before: Article,
  { units, now }: Pick<Grounds, 'units'> & { readonly now: Date },
): Article {
  const { wordsPerMinute } = article.readTime;
  const isDerived =
    article.description === before.description && describeDeck(before.deck) === before.description;
  return parseArticle({
    ...withoutReview(article),
    description: isDerived ? describeDeck(article.deck) : article.description,
    topSupport: supportOf(article),
    readTime: measureReadTime(article, wordsPerMinute),
    units: citedUnits(article, units),
    modifiedAt: now.toISOString(),
  });
}

/** The article without the claim that an editor reviewed it. */
export function withoutReview(article: Article): Article {
  const { review, ...unreviewed } = article;
  return review === undefined ? article : { ...unreviewed, disclosure: disclose(article, undefined) };
}

/** Ids of sentences that are gone support nothing. */
function supportOf(article: Article): Article['topSupport'] {
  const known = new Set(sentencesOf(article).map(({ id }) => id));
  const keep = (ids: readonly string[]): string[] => ids.filter((id) => known.has(id));
  const { headline, bodyHeadline, deck } = article.topSupport;
  return { headline: keep(headline), bodyHeadline: keep(bodyHeadline), deck: keep(deck) };
}

function citedUnits(article: Article, units: Grounds['units']): Article['units'] {
  const cited = new Set([
    ...sentencesOf(article).flatMap(({ cites }) => cites),
    ...(article.keyPoints ?? []).flatMap(({ cites }) => cites),
    ...article.speakers.flatMap(({ cites }) => cites),
    ...(article.dateline?.cites ?? []),
  ]);
  return units.filter(({ id }) => cited.has(id));
}

/** The disclosure of an article with this review, or with none. */
export function disclose(article: Article, review: Article['review']): Article['disclosure'] {
  const { language, writer, source } = article;
  return discloseWriter({ ...writer, language, transcriptKind: source.transcript.kind, review });
}
