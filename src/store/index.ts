export type { ArticleRun, ArticleStore, Run, SavedRun } from './article-store.ts';
export { createFolderStore } from './folder/article-store.ts';
export { createFolderCallCache } from './folder/call-cache.ts';
export { addSpelling, channelGlossaryFile, readSpellings } from './folder/channel-glossary.ts';
export { createDraftFolder, type Draft, type DraftChange, type DraftFolder } from './folder/draft-folder.ts';
export { readAnswerKeys } from './folder/kept-answers.ts';
export { createFolderLedger } from './folder/ledger.ts';
export { createFolderListMemories } from './folder/list-memories.ts';
export { createFolderReplyCache } from './folder/reply-cache.ts';
export { type ReviewLog, readReviewLog } from './folder/review-log.ts';
export type { QueuedDraft } from './folder/summaries.ts';
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
export {
  type DecidedFinding,
  DISMISSALS,
  type Event,
  type NewReviewEvent,
  type ReviewAction,
  type ReviewEvent,
  reviewEventSchema,
  type TextChange,
} from './review-event.ts';
export {
  foldReview,
  isBound,
  listenedTo,
  REVIEW_STATUSES,
  type ReviewState,
  type ReviewStatus,
} from './review-state.ts';
export { summarizeDraft } from './summarize-draft.ts';
export { type TranscriptFacts, transcriptFacts, transcriptFileSchema } from './transcript-file.ts';
