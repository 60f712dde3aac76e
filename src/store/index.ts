export type { ArticleRun, ArticleStore, Run, SavedRun } from './article-store.ts';
export { createFolderStore } from './folder/article-store.ts';
export { createFolderCallCache } from './folder/call-cache.ts';
export { createFolderReplyCache } from './folder/reply-cache.ts';
export { writeFileAtomically } from './folder/write-file.ts';
