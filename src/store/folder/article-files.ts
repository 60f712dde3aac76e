import { createHash } from 'node:crypto';
import { type Article, type ArticleFormat, renderArticle } from '../../article/index.ts';

/** The renderings that lie beside an article.json. */
export const RENDERED = ['md', 'html', 'txt'] as const satisfies readonly ArticleFormat[];

/** An article as article.json has it. */
export function printArticle(article: Article): string {
  return `${JSON.stringify(article, null, 2)}\n`;
}

export function renderAll(article: Article): string[] {
  return RENDERED.map((format) => renderArticle(article, format, { now: new Date(article.createdAt) }));
}

export function hashOf(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
