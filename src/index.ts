/** The library: read a transcript, write an article, check it, render it. The command line is made of nothing else. */
export {
  ARTICLE_FORMATS,
  type Article,
  type ArticleFormat,
  articleSchema,
  parseArticle,
  renderArticle,
} from './article/index.ts';
export { checkArticle, evidenceOf, type Finding, type Findings } from './check/index.ts';
export { ERROR_CODES, type ErrorCode, PipelineError } from './errors.ts';
export { createModel, type LanguageModel, type ModelOptions } from './llm/index.ts';
export { createPromptLibrary, type PromptLibrary } from './prompt/index.ts';
export { createFolderCallCache, createFolderStore } from './store/index.ts';
export {
  type AcquiredTranscript,
  type AcquireOptions,
  acquireTranscript,
  createTranscript,
  parseTranscript,
  type Transcript,
  type Unit,
} from './transcript/index.ts';
export { type WriteOptions, type Writer, type WrittenArticle, writeArticle } from './write/index.ts';
