import { type ArticleIndex, indexArticle } from './body.ts';
import { furnitureFor, type LocalFurniture } from './furniture.ts';
import type { Article } from './schema.ts';

export interface RenderRequest {
  readonly article: Article;
  /** The moment ages count from. */
  readonly now: Date;
  /** Print how long ago the article was written instead of the date: only for output that nobody keeps. @default false */
  readonly showAge?: boolean;
}

/** What the parts of a rendering look things up in. */
export interface ArticleView {
  readonly article: Article;
  readonly index: ArticleIndex;
  readonly furniture: LocalFurniture;
}

export function viewArticle(article: Article): ArticleView {
  return { article, index: indexArticle(article), furniture: furnitureFor(article.language) };
}
