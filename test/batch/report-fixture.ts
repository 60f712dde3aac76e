import { type BatchReport, createReport, type VideoOutcome } from '../../src/batch/index.ts';
import type { DraftSummary } from '../../src/store/index.ts';

export function draftOf(headline: string, more: Partial<DraftSummary> = {}): DraftSummary {
  return {
    headline,
    words: 1_204,
    minutes: 7,
    errors: 0,
    warnings: 0,
    quotes: 8,
    tenths: Array.from({ length: 10 }, () => true),
    captions: 'manual',
    writer: 'model',
    transcriptSha256: '0'.repeat(64),
    ...more,
  };
}

export function outcomeOf(id: string, more: Partial<VideoOutcome> = {}): VideoOutcome {
  const title = `Talk ${id}`;
  return {
    source: `${id}.vtt`,
    id,
    title,
    status: 'done',
    exitCode: 0,
    calls: 4,
    sent: 4,
    tokens: 31_000,
    cost: 0.21,
    ...more,
  };
}

/** A run in which everything happened. */
export function reportOf(outcomes: readonly VideoOutcome[] = everything): BatchReport {
  const stop = {
    code: 'BUDGET_EXCEEDED',
    message: 'The ceiling of $2.00 is reached.',
    remedy: 'Raise --max-cost.',
  };
  return createReport(
    { outcomes, left: 12, stop },
    {
      startedAt: new Date('2026-11-26T21:00:00Z'),
      endedAt: new Date('2026-11-26T21:42:05Z'),
      sources: ['@council'],
      writer: 'Model writer: gpt-5.5 at the OpenAI API',
      exitCode: 4,
    },
  );
}

const tenths = (used: number): boolean[] => Array.from({ length: 10 }, (_, part) => part % 10 < used);

export const everything: readonly VideoOutcome[] = [
  outcomeOf('calm', { draft: draftOf('Council opens the new harbour bridge to cyclists') }),
  outcomeOf('errors', {
    status: 'needs-review',
    cost: 0.64,
    draft: draftOf('Mayor says budget of 12 million crowns is enough', {
      errors: 3,
      warnings: 4,
      tenths: tenths(6),
      captions: 'auto',
    }),
  }),
  outcomeOf('warnings', {
    cost: 0.33,
    draft: draftOf('Ferry to Milltown stays closed until spring', { warnings: 5, captions: 'auto' }),
  }),
  outcomeOf('edited', {
    directory: 'articles/edited/draft-0123abcd',
    isDraft: true,
    draft: draftOf('School board votes on lunches', { tenths: tenths(9) }),
  }),
  outcomeOf('known', {
    status: 'skipped',
    why: 'done',
    calls: 0,
    sent: 0,
    tokens: 0,
    cost: 0,
    draft: draftOf('Old pier to be torn down', { warnings: 1 }),
  }),
  outcomeOf('refused', {
    status: 'refused',
    exitCode: 3,
    code: 'TRANSCRIPT_DISABLED',
    message: 'The video has no captions.',
    likelyCause: 'They are not made yet.',
    remedy: 'Try again tomorrow.',
    lookAgainAt: '2026-11-27T21:00:00.000Z',
    cost: 0,
  }),
  outcomeOf('failed', {
    status: 'failed',
    exitCode: 1,
    code: 'MODEL_REFUSED',
    message: 'The model declined to write.',
    likelyCause: 'Its filter.',
    remedy: 'Use another model.',
  }),
  outcomeOf('pending', {
    status: 'pending',
    exitCode: 4,
    code: 'BUDGET_EXCEEDED',
    message: 'The next call may cost more than is left.',
    likelyCause: 'Money.',
    remedy: 'Raise --max-cost.',
  }),
  outcomeOf('filtered', { status: 'skipped', why: 'filtered', cost: 0 }),
];
