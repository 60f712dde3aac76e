import { hasOwnBodyHeadline, passagesOf, sentenceSpace } from './body.ts';
import { articleDates, correctionLines, datelinePrefix, sourceCredit } from './credit.ts';
import { formatDate } from './dates.ts';
import { createFootnotes, type Footnotes } from './footnotes.ts';
import { countPhrase, fill, furnitureFor } from './furniture.ts';
import { sourceUrl } from './links.ts';
import { escapeMarkdown } from './markdown-escape.ts';
import type { Article, Paragraph, Sentence } from './schema.ts';
import { type ArticleView, type RenderRequest, viewArticle } from './view.ts';

interface MarkdownView extends ArticleView {
  readonly footnotes: Footnotes;
}

/** One Markdown file: the headline as its title, the deck, date and reading time, then the body. */
export function renderMarkdown(request: RenderRequest): string {
  const { article } = request;
  const furniture = furnitureFor(article.language);
  const readTime = countPhrase(furniture.minutesRead, article.readTime.minutes, furniture.locale);
  const facts = [...articleDates(request, furniture), readTime];
  const top = [
    `# ${escapeMarkdown(article.headline)}`,
    `*${escapeMarkdown(article.deck)}*`,
    facts.join(' · '),
  ];
  return `${top.join('\n\n')}\n\n${renderMarkdownBody(article)}`;
}

/**
 * What stands below headline, deck and reading time, which a site prints from the front matter: disclosure, corrections, key points, the text
 * with a footnote to the second of every sentence, source and method.
 */
export function renderMarkdownBody(article: Article): string {
  const articleView = viewArticle(article);
  const view = { ...articleView, footnotes: createFootnotes(article.source, articleView.index) };
  const blocks = [
    `> **${escapeMarkdown(article.disclosure.label)}**`,
    ...correctionBlocks(view),
    ...keyPointBlocks(view),
    ...(hasOwnBodyHeadline(article) ? [`## ${escapeMarkdown(article.bodyHeadline)}`] : []),
    ...leadBlocks(view),
    ...article.sections.flatMap((section) => [
      `## ${escapeMarkdown(section.heading)}`,
      ...section.paragraphs.flatMap((paragraph) => paragraphBlocks(paragraph, view)),
    ]),
    '---',
    sourceBlock(view),
    escapeMarkdown(article.disclosure.detail),
    ...view.footnotes.blocks(),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function correctionBlocks({ article, furniture }: MarkdownView): string[] {
  const lines = correctionLines(article, furniture);
  if (lines.length === 0) return [];
  return [`**${furniture.corrections}**`, lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n')];
}

function keyPointBlocks({ article, furniture, footnotes }: MarkdownView): string[] {
  const points = article.keyPoints ?? [];
  if (points.length === 0) return [];
  const lines = points.map(
    ({ text, cites }) => `- ${escapeMarkdown(text)}${footnotes.mark({ cites, quotes: [] })}`,
  );
  return [`**${furniture.keyPoints}**`, lines.join('\n')];
}

function leadBlocks(view: MarkdownView): string[] {
  const [first, ...rest] = view.article.lead.flatMap((paragraph) => paragraphBlocks(paragraph, view));
  if (first === undefined) return [];
  return [datelinePrefix(view.article, view.furniture, escapeMarkdown) + first, ...rest];
}

/** A paragraph; of an extractive article, a quoted block for each speaker. */
function paragraphBlocks(paragraph: Paragraph, view: MarkdownView): string[] {
  if (view.article.writer.kind === 'model') return [joinSentences(paragraph.sentences, view)];
  return passagesOf(paragraph, view.index).map(({ speaker, sentences }) => {
    const name = speaker ? `**${escapeMarkdown(speaker.name)}** · ` : '';
    return `> ${name}${joinSentences(sentences, view)}`;
  });
}

function joinSentences(sentences: readonly Sentence[], { article, footnotes }: MarkdownView): string {
  return sentences
    .map((sentence) => escapeMarkdown(sentence.text) + footnotes.mark(sentence))
    .join(sentenceSpace(article.language));
}

function sourceBlock({ article, furniture }: MarkdownView): string {
  const { source } = article;
  const url = sourceUrl(source);
  const credit = escapeMarkdown(sourceCredit(source, furniture));
  const line = fill(furniture.sourceLine, { source: url === undefined ? credit : `[${credit}](${url})` });
  const published =
    source.publishedAt === undefined ? undefined : formatDate(source.publishedAt, furniture.locale);
  const channel = source.channel === undefined ? undefined : escapeMarkdown(source.channel.name);
  return [line, channel, published].filter((fact) => fact !== undefined).join(' · ');
}
