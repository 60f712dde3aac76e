export type { ArticleLength } from './length.ts';
export type { ModelWriter } from './model/write-with-model.ts';
export { type WriteOptions, type Writer, type WrittenArticle, writeArticle } from './write-article.ts';
