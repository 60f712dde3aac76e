export {
  type AcquiredTranscript,
  type AcquireOptions,
  acquireTranscript,
  type FileIdentity,
  type GivenFacts,
  identifyFile,
  type YouTubeOptions,
} from './acquire.ts';
export { createTranscript, type TranscriptParts } from './create-transcript.ts';
export type { TranscriptFormat } from './formats/found.ts';
export { ISO_DATE_EXPECTED, parseIsoDate } from './iso-date.ts';
export { canonicalLanguage, detectLanguage } from './language.ts';
export { type ParsedTranscript, type ParseOptions, parseTranscript } from './parse.ts';
export { describeSource, printTranscript, TRANSCRIPT_FORMATS, type TranscriptPrint } from './print.ts';
export {
  type Chapter,
  type Cue,
  chapterSchema,
  type Metadata,
  metadataSchema,
  type Segment,
  segmentSchema,
  type TimedWord,
  type Transcript,
  type TranscriptKind,
  type TranscriptOrigin,
  transcriptKindSchema,
  transcriptOriginSchema,
  type Unit,
  unitSchema,
} from './schema.ts';
export { cutUnits } from './units.ts';
export {
  type ChannelTarget,
  findListProblems,
  findYtDlp,
  isVideoId,
  type ListedVideo,
  type ListOptions,
  type ListTarget,
  listVideos,
  parseListLink,
  parseVideoLink,
  probeYouTube,
  type ReplyCache,
  type ResolvedChannel,
  resolveChannel,
  YouTubeGate,
  YTDLP_OUTDATED_DAYS,
  type YtDlpOptions,
} from './youtube/index.ts';
