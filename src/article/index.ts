export {
  type ArticleBody,
  type ArticleIndex,
  indexArticle,
  momentOf,
  paragraphsOf,
  sentenceSpace,
  sentencesOf,
} from './body.ts';
export { formatClock } from './clock.ts';

export { discloseWriter, type WriterFacts } from './disclosure.ts';
export {
  countPhrase,
  FURNITURE_LANGUAGES,
  type Furniture,
  furnitureFor,
  type LocalFurniture,
  languageTag,
} from './furniture.ts';
export { Html, html } from './html.ts';
export { embedUrl, sourceUrl, videoIdOf, webUrl } from './links.ts';
export { parseArticle } from './parse.ts';
export { measureReadTime, WORDS_PER_MINUTE } from './read-time.ts';
export { ARTICLE_FORMATS, type ArticleFormat, renderArticle } from './render.ts';
export { renderSitePage, type SiteGenerator } from './render-front-matter.ts';
export { renderHtml } from './render-html.ts';
export { renderJsonLd } from './render-json-ld.ts';
export { renderMarkdown } from './render-markdown.ts';
export { renderText } from './render-text.ts';
export {
  type Article,
  articleSchema,
  type Paragraph,
  paragraphSchema,
  type Quote,
  type QuoteEdit,
  quoteEditSchema,
  quoteSchema,
  type Section,
  type Sentence,
  type Speaker,
  sectionSchema,
  sentenceSchema,
  speakerSchema,
} from './schema.ts';
export type { RenderRequest } from './view.ts';
