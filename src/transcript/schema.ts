import { z } from 'zod';

/** Seconds from the start of the video. Absent for sources without times. */
const seconds = z.number().min(0);

export const segmentSchema = z.object({
  start: seconds.optional(),
  end: seconds.optional(),
  text: z.string(),
  speaker: z.string().optional(),
  /** Another person begins to speak here, whether or not the source names them (`>>`, a label). */
  turn: z.boolean().optional(),
});

/** A unit is the smallest piece of transcript that a sentence can cite: 30 to 45 words of one speaker. */
export const unitSchema = z.object({
  id: z.int().min(0),
  start: seconds.optional(),
  end: seconds.optional(),
  text: z.string().min(1),
  speakers: z.array(z.string()).optional(),
  turn: z.boolean().optional(),
});

export const chapterSchema = z.object({ start: seconds, title: z.string().min(1) });

/** What the source says about itself. Every field but the title is absent rather than guessed. */
export const metadataSchema = z.object({
  platform: z.enum(['youtube', 'file']),
  videoId: z.string().optional(),
  url: z.string().optional(),
  title: z.string(),
  /** Nobody gave the source a title; `title` is what its file is called. */
  isUntitled: z.boolean().optional(),
  show: z.string().optional(),
  channel: z.object({ name: z.string(), id: z.string().optional(), url: z.string().optional() }).optional(),
  /** RFC 3339 instant in UTC, or a date. */
  publishedAt: z.string().optional(),
  durationSeconds: z.number().min(0).optional(),
  description: z.string().optional(),
  chapters: z.array(chapterSchema).optional(),
});

export const transcriptKindSchema = z.enum(['manual', 'auto', 'unknown']);
export const transcriptOriginSchema = z.enum(['youtube', 'file', 'stdin', 'audio']);

export type Segment = z.infer<typeof segmentSchema>;
export type Unit = z.infer<typeof unitSchema>;
export type Chapter = z.infer<typeof chapterSchema>;
export type Metadata = z.infer<typeof metadataSchema>;
export type TranscriptKind = z.infer<typeof transcriptKindSchema>;
export type TranscriptOrigin = z.infer<typeof transcriptOriginSchema>;

/** A word that the recogniser timed on its own; YouTube's automatic captions do. */
export interface TimedWord {
  readonly text: string;
  readonly start: number;
}

/** What a format parser returns for each cue: a segment, with word times where the format has them. */
export interface Cue extends Segment {
  readonly words?: readonly TimedWord[];
}

/** A cleaned transcript: what every later stage knows of the video. */
export interface Transcript {
  readonly metadata: Metadata;
  readonly kind: TranscriptKind;
  readonly origin: TranscriptOrigin;
  /** BCP 47. */
  readonly language: string;
  readonly segments: readonly Segment[];
  readonly units: readonly Unit[];
  /** Words in all units, counted as the language counts them. */
  readonly words: number;
  /** SHA-256 in hex over the units' texts joined by line feeds. */
  readonly sha256: string;
  readonly warnings: readonly string[];
}
