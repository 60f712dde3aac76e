export { fence } from './fence.ts';
export { createPromptLibrary, type PromptLibrary } from './library.ts';
export type { PromptTemplate, RenderedMessage } from './template.ts';
