import type { DraftSummary } from '../../store/index.ts';

/** Points for what makes a mistake in print likely. An order to read in, not a measure. */
const PER_ERROR = 10;
const PER_WARNING = 2;
const PER_SILENT_TENTH = 2;
const AUTOMATIC_CAPTIONS = 3;

export interface Risk {
  readonly points: number;
  /** What it is made of, for people. */
  readonly reasons: readonly string[];
}

export function riskOf({ errors, warnings, tenths, captions }: DraftSummary): Risk {
  const silent = tenths.filter((isCovered) => !isCovered).length;
  const parts: [points: number, reason: string][] = [
    [errors * PER_ERROR, errors === 1 ? '1 error' : `${errors} errors`],
    [warnings * PER_WARNING, warnings === 1 ? '1 warning' : `${warnings} warnings`],
    [silent * PER_SILENT_TENTH, `${silent} of ${tenths.length} parts of the video not used`],
    [captions === 'auto' ? AUTOMATIC_CAPTIONS : 0, 'captions made by a machine'],
  ];
  const counted = parts.filter(([points]) => points > 0);
  return {
    points: counted.reduce((sum, [points]) => sum + points, 0),
    reasons: counted.map(([, reason]) => reason),
  };
}
