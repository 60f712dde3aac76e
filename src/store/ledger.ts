import { z } from 'zod';

const instant = z.iso.datetime();

/** `needs-review`: written, and an error of the checks stands. */
export const videoStatusSchema = z.enum(['pending', 'running', 'done', 'needs-review', 'refused', 'failed']);

/** What a list or a report says of an article without opening it. */
export const draftSummarySchema = z.object({
  headline: z.string(),
  words: z.int().min(0),
  minutes: z.int().min(0),
  errors: z.int().min(0),
  warnings: z.int().min(0),
  quotes: z.int().min(0),
  /** For each tenth of the source, whether a sentence rests on it. */
  tenths: z.array(z.boolean()),
  captions: z.enum(['manual', 'auto', 'unknown']),
  writer: z.enum(['model', 'extractive']),
  transcriptSha256: z.string(),
});

/** How far one video has come. The form of state.json. */
export const videoStateSchema = z.object({
  schemaVersion: z.literal(1),
  id: z.string().min(1),
  /** As it was named: a path, a link, an id. */
  source: z.string(),
  title: z.string().optional(),
  status: videoStatusSchema,
  /** Of what it ended with, and the sentence that says so. */
  code: z.string().optional(),
  message: z.string().optional(),
  remedy: z.string().optional(),
  /** Times that work on it began. */
  attempts: z.int().min(0),
  changedAt: instant,
  /** Before that there is no use in trying. */
  lookAgainAt: instant.optional(),
  /** Of the files it was read from. */
  fingerprints: z.array(z.string()).optional(),
  /** Hash of who wrote it, with which prompts and settings. */
  settings: z.string().optional(),
  /** Answers of models that it rests on. */
  cacheKeys: z.array(z.string()).optional(),
  draft: draftSummarySchema.optional(),
  calls: z.int().min(0).optional(),
  /** US dollars of all runs together; null when a price is not known. */
  cost: z.number().nullable().optional(),
});

export type VideoStatus = z.infer<typeof videoStatusSchema>;
export type DraftSummary = z.infer<typeof draftSummarySchema>;
export type VideoState = z.infer<typeof videoStateSchema>;

/** The right to work on one video. */
export interface Claim {
  /** False when somebody took it for dead and took it over: what was made must not be stored. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

/** What is known of every video, and who works on it. */
export interface Ledger extends AsyncDisposable {
  /** Every video there is a state or an article of. */
  list(): AsyncIterable<VideoState>;
  read(id: string): Promise<VideoState | undefined>;
  write(state: VideoState): Promise<void>;
  /** Undefined while another run works on it. What a dead run left is taken over. */
  claim(id: string): Promise<Claim | undefined>;
  /** Whether a run that lives works on it. */
  isClaimed(id: string): Promise<boolean>;
}
