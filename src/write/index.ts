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
export type { ModelWriter } from './model/write-with-model.ts';
export {
  refuseTooShort,
  type WriteOptions,
  type Writer,
  type WrittenArticle,
  writeArticle,
} from './write-article.ts';
