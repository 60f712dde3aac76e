import { PipelineError } from '../errors.ts';
import { formatMoney } from './money.ts';

interface Spending {
  /** US dollars of the run, whatever source they were for; null when the endpoint counted nothing. */
  readonly spent: number | null;
  readonly maxCost: number | undefined;
}

/** The ceiling of a run as its owner wants to hear of it: what was spent, and how it goes on. Other errors pass as they are. */
export function explainBudget(error: unknown, { spent, maxCost }: Spending): unknown {
  if (!(error instanceof PipelineError) || error.code !== 'BUDGET_EXCEEDED' || maxCost === undefined)
    return error;
  const isNothing = spent === 0;
  return new PipelineError(
    'BUDGET_EXCEEDED',
    `The ceiling of ${formatMoney(maxCost)} is reached: ${spent === null ? 'an amount the endpoint did not count' : formatMoney(spent)} was spent in this run. ${error.message}`,
    {
      cause: error,
      remedy: isNothing
        ? 'Raise --max-cost: the next call alone may cost more. --dry-run says what to expect.'
        : 'Run the same command again: it goes on from here and pays for no answer twice. A higher --max-cost takes it further in one run.',
    },
  );
}
