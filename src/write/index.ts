export { describeDeck, numberParagraphs } from './assemble.ts';
export type { DraftParagraph } from './draft.ts';
export {
  type Estimate,
  type EstimateOptions,
  estimateArticle,
  measurePrompts,
  PROMPT_FILES,
  type PromptSizes,
  type Span,
  type StageEstimate,
} from './estimate.ts';
export { type ArticleLength, lengthTarget } from './length.ts';
export { type RewriteRequest, rewriteSentences } from './model/rewrite.ts';
export type { ModelWriter } from './model/write-with-model.ts';
export {
  refuseTooShort,
  type WriteOptions,
  type Writer,
  type WrittenArticle,
  writeArticle,
} from './write-article.ts';
