import type { QueuedDraft } from '../store/index.ts';
import { countPhrase } from './plural.ts';

/** What a draft's rank in the queue is made of. */
export interface Risk {
  readonly score: number;
  /** The reasons, heaviest first. */
  readonly reasons: readonly string[];
}

/** One open error weighs as much as ten quotations from automatic captions that nobody has listened to. */
const WEIGHTS = { unchecked: 25, error: 10, allegation: 5, warning: 2, quote: 1, uncoveredTenth: 1 } as const;
/** From this many on, more quotations are more work and no more risk: a digest of key passages is nothing but quotations. */
const MOST_QUOTES = 20;
/** Tenths of the source that an article may leave unused before that is a risk. */
const TOLERATED = 4;
const PARTS = 10;

export function riskOf({
  isChecked,
  errors,
  warnings,
  unheardQuotes,
  allegations,
  coverage,
  problem,
}: QueuedDraft): Risk {
  if (problem !== undefined) return { score: Number.POSITIVE_INFINITY, reasons: [problem] };
  const uncovered = Math.max(0, PARTS - coverage - TOLERATED);
  const parts = [
    { score: isChecked ? 0 : WEIGHTS.unchecked, reason: 'not checked as it reads now' },
    { score: errors * WEIGHTS.error, reason: countPhrase(errors, 'error') },
    {
      score: allegations * WEIGHTS.allegation,
      reason: `${countPhrase(allegations, 'allegation')} near names`,
    },
    { score: warnings * WEIGHTS.warning, reason: countPhrase(warnings, 'warning') },
    {
      score: Math.min(unheardQuotes, MOST_QUOTES) * WEIGHTS.quote,
      reason: `${countPhrase(unheardQuotes, 'quotation')} from automatic captions`,
    },
    {
      score: uncovered * WEIGHTS.uncoveredTenth,
      reason: `rests on ${coverage} of ${PARTS} parts of the source`,
    },
  ].filter(({ score }) => score > 0);
  return {
    score: parts.reduce((sum, { score }) => sum + score, 0),
    reasons: parts.toSorted((first, second) => second.score - first.score).map(({ reason }) => reason),
  };
}
