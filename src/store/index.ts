export type { ArticleRun, ArticleStore, Run, SavedRun } from './article-store.ts';
export { createFolderStore } from './folder/article-store.ts';
export { createFolderCallCache } from './folder/call-cache.ts';
export { addSpelling, channelGlossaryFile, readSpellings } from './folder/channel-glossary.ts';
export { createDraftFolder, type Draft, type DraftChange, type DraftFolder } from './folder/draft-folder.ts';
export { type ReviewLog, readReviewLog } from './folder/review-log.ts';
export type { DraftSummary } from './folder/summaries.ts';
export { writeFileAtomically } from './folder/write-file.ts';
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
export { foldReview, REVIEW_STATUSES, type ReviewState, type ReviewStatus } from './review-state.ts';
export { type TranscriptFacts, transcriptFacts, transcriptFileSchema } from './transcript-file.ts';
