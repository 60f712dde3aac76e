import { printable } from '../text/index.ts';
import { passagesOf, sentenceSpace } from './body.ts';
import { articleDates, correctionLines, datelinePrefix, sourceCredit } from './credit.ts';
import { formatDate } from './dates.ts';
import { countPhrase, fill } from './furniture.ts';
import { sourceUrl } from './links.ts';
import type { Paragraph, Sentence } from './schema.ts';
import { type ArticleView, type RenderRequest, viewArticle } from './view.ts';

/**
 * Plain text in the layout of a news page: headline, deck, date and reading time, body headline, lead, sections, two blank lines,
 * source, invitation to comment. What that layout has no place for (corrections, disclosure, the source's date and link) follows at the end.
 */
export function renderText(request: RenderRequest): string {
  const { article } = request;
  const view = viewArticle(article);
  const { furniture } = view;
  const readTime = countPhrase(furniture.minutesRead, article.readTime.minutes, furniture.locale);
  const top = [
    printable(article.headline),
    printable(article.deck),
    [...articleDates(request, furniture), readTime].join('\n'),
    printable(article.bodyHeadline),
  ];
  const source = fill(furniture.sourceLine, { source: sourceCredit(article.source, furniture) });
  const bottom = [source, furniture.leaveComment, ...colophon(view)];
  return `${[...top, ...bodyBlocks(view)].join('\n\n')}\n\n\n${bottom.join('\n\n')}\n`;
}

function bodyBlocks(view: ArticleView): string[] {
  const { article, furniture } = view;
  const [first, ...rest] = article.lead.flatMap((paragraph) => paragraphBlocks(paragraph, view));
  const lead = first === undefined ? [] : [datelinePrefix(article, furniture) + first, ...rest];
  const sections = article.sections.flatMap((section) => [
    printable(section.heading),
    ...section.paragraphs.flatMap((paragraph) => paragraphBlocks(paragraph, view)),
  ]);
  return [...lead, ...sections];
}

/** A paragraph; of an extractive article, whose sentences do not say who speaks, one block for each speaker with the name before it. */
function paragraphBlocks(paragraph: Paragraph, { article, index }: ArticleView): string[] {
  if (article.writer.kind === 'model') return [joinSentences(paragraph.sentences, article.language)];
  return passagesOf(paragraph, index).map(({ speaker, sentences }) => {
    const text = joinSentences(sentences, article.language);
    return speaker ? `${printable(speaker.name)}: ${text}` : text;
  });
}

function joinSentences(sentences: readonly Sentence[], language: string): string {
  return sentences.map((sentence) => printable(sentence.text)).join(sentenceSpace(language));
}

function colophon({ article, furniture }: ArticleView): string[] {
  const { label, detail } = article.disclosure;
  const corrections = correctionLines(article, furniture);
  const url = sourceUrl(article.source);
  const { publishedAt } = article.source;
  const published = publishedAt === undefined ? undefined : formatDate(publishedAt, furniture.locale);
  const origin = [published === undefined ? undefined : `${furniture.source} · ${published}`, url].filter(
    (line) => line !== undefined,
  );
  return [
    ...(corrections.length > 0 ? [[furniture.corrections, ...corrections].join('\n')] : []),
    `${printable(label)}\n${printable(detail)}`,
    ...(origin.length > 0 ? [origin.join('\n')] : []),
  ];
}
