export type { ArticleRun, ArticleStore, Run, SavedRun } from './article-store.ts';
export { createFolderStore } from './folder/article-store.ts';
export { createFolderCallCache } from './folder/call-cache.ts';
export { createFolderLedger } from './folder/ledger.ts';
export { createFolderListMemories } from './folder/list-memories.ts';
export { createFolderReplyCache } from './folder/reply-cache.ts';
export { writeFileAtomically } from './folder/write-file.ts';
export {
  type Claim,
  type DraftSummary,
  draftSummarySchema,
  type Ledger,
  type VideoState,
  type VideoStatus,
  videoStatusSchema,
} from './ledger.ts';
export type { ListMemories, ListMemory } from './list-memory.ts';
export { summarizeDraft } from './summarize-draft.ts';
