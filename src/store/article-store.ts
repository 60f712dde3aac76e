import { z } from 'zod';
import type { Article } from '../article/index.ts';
import type { Findings } from '../check/index.ts';
import type { Transcript } from '../transcript/index.ts';

/** One model call as the run's manifest keeps it. Tokens as the server counted them; `cost` in US dollars, null when the price is unknown. */
export const callRecordSchema = z.object({
  /** Under which the answer lies in the cache of calls. */
  key: z.string().optional(),
  stage: z.string(),
  prompt: z.string(),
  promptHash: z.string(),
  model: z.string(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  cachedTokens: z.number(),
  cost: z.number().nullable(),
  /** Wall time in milliseconds, retries included. */
  ms: z.number(),
  attempts: z.number(),
  cacheHit: z.boolean(),
});

/** The form of run.json. */
export const runSchema = z.object({
  articleSha256: z.string(),
  /** Of the article this one replaced. A run killed between two files leaves one of the two. */
  replacedSha256: z.string().optional(),
  /** Of the renderings beside article.json, and of those they replaced. */
  renderedSha256: z.array(z.string()).optional(),
  writer: z.enum(['model', 'extractive']),
  model: z.string().nullable(),
  calls: z.array(callRecordSchema),
  totals: z.object({
    calls: z.number(),
    inputTokens: z.number(),
    outputTokens: z.number(),
    cachedTokens: z.number(),
    cost: z.number().nullable(),
    ms: z.number(),
  }),
});

export type CallRecord = z.infer<typeof callRecordSchema>;
export type Run = z.infer<typeof runSchema>;

/** Everything one run leaves behind for one source. */
export interface ArticleRun {
  readonly article: Article;
  readonly transcript: Transcript;
  readonly findings: Findings;
  readonly calls: readonly CallRecord[];
}

/** Where a run was put. `isDraft`: a person had edited the article, so the new one lies beside it. */
export interface SavedRun {
  readonly directory: string;
  readonly isDraft: boolean;
}

export interface ArticleStore {
  save(run: ArticleRun): Promise<SavedRun>;
  /** Whether a person edited or decided on what is stored: then no run may take its place unasked. */
  isKept(id: string): Promise<boolean>;
  /** Removes all that is stored of a source. */
  remove(id: string): Promise<void>;
}

export function totalCalls(calls: readonly CallRecord[]): Run['totals'] {
  const sum = (pick: (call: CallRecord) => number): number =>
    calls.reduce((total, call) => total + pick(call), 0);
  return {
    calls: calls.length,
    inputTokens: sum((call) => call.inputTokens),
    outputTokens: sum((call) => call.outputTokens),
    cachedTokens: sum((call) => call.cachedTokens),
    cost: calls.some(({ cost }) => cost === null) ? null : sum((call) => call.cost ?? 0),
    ms: sum((call) => call.ms),
  };
}
