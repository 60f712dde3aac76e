import { indexArticle, momentOf, sentenceSpace } from './body.ts';
import { furnitureFor, languageTag } from './furniture.ts';
import { html } from './html.ts';
import { sourceUrl } from './links.ts';
import type { Article } from './schema.ts';

/** One self-contained page. */
export function renderHtml(article: Article): string {
  const index = indexArticle(article);
  const furniture = furnitureFor(article.language);
  const blocks = [{ heading: article.bodyHeadline, paragraphs: article.lead }, ...article.sections];
  return html`<!doctype html>
<html lang="${languageTag(article.language)}" dir="${furniture.direction}">
<head><meta charset="utf-8"><title>${article.headline}</title></head>
<body><article><h1>${article.headline}</h1><p>${article.deck}</p><p>${article.disclosure.label}</p>
${blocks.map(
  (block) => html`<h2>${block.heading}</h2>
${block.paragraphs.map(
  (paragraph) => html`<p>${paragraph.sentences.map(
    (sentence) =>
      html`${sentence.text}<a href="${sourceUrl(article.source, momentOf(sentence, index))}">▸</a>${sentenceSpace(article.language)}`,
  )}</p>
`,
)}`,
)}</article></body></html>
`.toString();
}
