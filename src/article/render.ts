import { renderSitePage } from './render-front-matter.ts';
import { renderHtml } from './render-html.ts';
import { renderJsonLd } from './render-json-ld.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderText } from './render-text.ts';
import type { Article } from './schema.ts';
import type { RenderRequest } from './view.ts';

export const ARTICLE_FORMATS = ['md', 'html', 'txt', 'jsonld', 'hugo', 'astro', 'jekyll', 'json'] as const;

export type ArticleFormat = (typeof ARTICLE_FORMATS)[number];

const RENDERERS: Readonly<Record<ArticleFormat, (request: RenderRequest) => string>> = {
  md: renderMarkdown,
  html: ({ article }) => renderHtml(article),
  txt: renderText,
  jsonld: ({ article }) => renderJsonLd(article),
  hugo: ({ article }) => renderSitePage(article, 'hugo'),
  astro: ({ article }) => renderSitePage(article, 'astro'),
  jekyll: ({ article }) => renderSitePage(article, 'jekyll'),
  json: ({ article }) => `${JSON.stringify(article, null, 2)}\n`,
};

/** An article as the bytes of a file of that format, ending in a line feed. */
export function renderArticle(
  article: Article,
  format: ArticleFormat,
  options: Omit<RenderRequest, 'article'>,
): string {
  return RENDERERS[format]({ article, ...options });
}
