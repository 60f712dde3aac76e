import type { Article, Paragraph, Quote, Sentence } from '../../article/index.ts';
import { type DraftParagraph, numberParagraphs } from '../../write/index.ts';
import { type Grounds, replaceSentence } from './reword.ts';

/** What is worded anew: one sentence, or all of a part. `lead` and the sections' ids are parts. */
export type RewriteScope =
  | { readonly kind: 'sentence'; readonly sentence: string }
  | { readonly kind: 'part'; readonly part: string };

export function sentencesIn(article: Article, scope: RewriteScope): Sentence[] {
  const all = [...article.lead, ...article.sections.flatMap(({ paragraphs }) => paragraphs)].flatMap(
    ({ sentences }) => sentences,
  );
  if (scope.kind === 'sentence') return all.filter(({ id }) => id === scope.sentence);
  const paragraphs =
    scope.part === 'lead' ? article.lead : article.sections.find(({ id }) => id === scope.part)?.paragraphs;
  return (paragraphs ?? []).flatMap(({ sentences }) => sentences);
}

/** The article with what was worded anew in its place. Every other part stays as it is, to the byte. */
export function placeRewrite(
  article: Article,
  scope: RewriteScope,
  { paragraphs, units }: { readonly paragraphs: readonly DraftParagraph[] } & Pick<Grounds, 'units'>,
): Article {
  if (scope.kind === 'sentence') return placeSentence(article, scope.sentence, paragraphs, units);
  const quotes: Quote[] = [];
  const numbered = numberParagraphs(paragraphs, scope.part, quotes, { units: [...units] });
  const gone = new Set(sentencesIn(article, scope).flatMap((sentence) => sentence.quotes));
  const first = article.quotes.findIndex(({ id }) => gone.has(id));
  const kept = article.quotes.filter(({ id }) => !gone.has(id));
  const at = first === -1 ? kept.length : first;
  return {
    ...article,
    ...placePart(article, scope.part, numbered),
    quotes: [...kept.slice(0, at), ...quotes, ...kept.slice(at)],
  };
}

function placePart(
  article: Article,
  part: string,
  paragraphs: Paragraph[],
): Pick<Article, 'lead' | 'sections'> {
  if (part === 'lead') return { lead: paragraphs, sections: article.sections };
  const sections = article.sections.map((section) =>
    section.id === part ? { ...section, paragraphs } : section,
  );
  return { lead: article.lead, sections };
}

function placeSentence(
  article: Article,
  id: string,
  paragraphs: readonly DraftParagraph[],
  units: Grounds['units'],
): Article {
  return replaceSentence(article, id, (old) => {
    const quotes: Quote[] = [];
    const [numbered] = numberParagraphs(paragraphs, id, quotes, { units: [...units] });
    const sentence = numbered?.sentences[0];
    if (!sentence) return [];
    return [{ sentence: { ...sentence, id: old.id }, quotes }];
  });
}
