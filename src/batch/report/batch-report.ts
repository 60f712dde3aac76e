import { z } from 'zod';
import { draftSummarySchema } from '../../store/index.ts';
import type { Stop, VideoOutcome } from '../events.ts';
import type { BatchResult } from '../run-batch.ts';

const reportedVideoSchema = z.object({
  source: z.string(),
  id: z.string().optional(),
  title: z.string(),
  /** `skipped`: nothing was done for it in this run, and `why` says for what reason. */
  status: z.enum(['done', 'needs-review', 'refused', 'failed', 'pending', 'skipped']),
  why: z
    .enum([
      'done',
      'needs-review',
      'refused',
      'failed',
      'not-yet',
      'kept',
      'claimed',
      'duplicate',
      'filtered',
    ])
    .optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  likelyCause: z.string().optional(),
  remedy: z.string().optional(),
  lookAgainAt: z.string().optional(),
  draft: draftSummarySchema.optional(),
  /** Relative to the folder of articles. */
  folder: z.string().optional(),
  isDraft: z.boolean().optional(),
  calls: z.int(),
  sent: z.int(),
  tokens: z.int(),
  cost: z.number().nullable(),
});

/** What a run did, for programs; the other forms are made from it. */
export const batchReportSchema = z.object({
  schemaVersion: z.literal(1),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  sources: z.array(z.string()),
  writer: z.string().optional(),
  exitCode: z.int(),
  /** Why the run ended before its list did. */
  stop: z.object({ code: z.string(), message: z.string(), remedy: z.string() }).optional(),
  totals: z.object({
    done: z.int(),
    needsReview: z.int(),
    refused: z.int(),
    failed: z.int(),
    pending: z.int(),
    skipped: z.int(),
    /** To be done, and not begun. */
    left: z.int(),
    calls: z.int(),
    sent: z.int(),
    tokens: z.int(),
    /** US dollars; null when a price is not known. */
    cost: z.number().nullable(),
  }),
  videos: z.array(reportedVideoSchema),
});

export type BatchReport = z.infer<typeof batchReportSchema>;
export type ReportedVideo = z.infer<typeof reportedVideoSchema>;

export interface ReportFacts {
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly sources: readonly string[];
  readonly writer: string | undefined;
  readonly exitCode: number;
}

export function createReport(result: BatchResult, facts: ReportFacts): BatchReport {
  const { outcomes, left, stop } = result;
  const count = (status: VideoOutcome['status']): number =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const sum = (pick: (outcome: VideoOutcome) => number): number =>
    outcomes.reduce((total, outcome) => total + pick(outcome), 0);
  return {
    schemaVersion: 1,
    startedAt: facts.startedAt.toISOString(),
    endedAt: facts.endedAt.toISOString(),
    sources: [...facts.sources],
    ...(facts.writer === undefined ? {} : { writer: facts.writer }),
    exitCode: facts.exitCode,
    ...(stop === undefined ? {} : { stop: { ...stop } satisfies Stop }),
    totals: {
      done: count('done'),
      needsReview: count('needs-review'),
      refused: count('refused'),
      failed: count('failed'),
      pending: count('pending'),
      skipped: count('skipped'),
      left,
      calls: sum(({ calls }) => calls),
      sent: sum(({ sent }) => sent),
      tokens: sum(({ tokens }) => tokens),
      cost: outcomes.some(({ cost }) => cost === null) ? null : sum(({ cost }) => cost ?? 0),
    },
    videos: outcomes.map(describeVideo),
  };
}

function describeVideo({ exitCode: _, directory, ...outcome }: VideoOutcome): ReportedVideo {
  const { id, draft, isDraft } = outcome;
  // A draft beside a person's text lies in a folder of its own.
  const folder = isDraft ? directory?.split(/[\\/]/u).slice(-2).join('/') : draft ? id : undefined;
  return { ...outcome, folder };
}

/** A report without one video: what was asked to be forgotten. */
export function withoutVideo(report: BatchReport, id: string): BatchReport {
  return { ...report, videos: report.videos.filter((video) => video.id !== id) };
}
