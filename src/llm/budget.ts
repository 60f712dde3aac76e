import { estimateTokens } from './estimate-tokens.ts';
import { ModelError } from './model-error.ts';
import type { GenerateRequest, LanguageModel, Prices, Usage } from './types.ts';

export interface BudgetOptions {
  /** US dollars that all calls of this model together may cost. */
  readonly maxCost: number;
  readonly prices: Prices;
}

/** Tokens of an answer whose length nobody limits, for the estimate of its price. */
const UNLIMITED_ANSWER = 4_000;

/**
 * Refuses the call that could break the ceiling. What is under way counts with its estimate, what is done with the server's count;
 * put around everything but the cache, so that answers already paid for stay free.
 */
export function withBudget(model: LanguageModel, { maxCost, prices }: BudgetOptions): LanguageModel {
  let committed = 0;

  function priceOf(usage: Usage): number {
    const price = prices(model.id, usage);
    if (price !== null) return price;
    throw new ModelError(
      'CONFIG_INVALID',
      `The price of ${model.id} is not known, so no ceiling can be kept.`,
      {
        remedy: 'State the price of the model in the settings, or leave the ceiling out.',
      },
    );
  }

  return {
    id: model.id,
    async generate(request, signal) {
      const estimate = priceOf(estimateUsage(request));
      if (committed + estimate > maxCost) {
        const left = Math.max(0, maxCost - committed).toFixed(4);
        throw new ModelError(
          'BUDGET_EXCEEDED',
          `The ${request.stage} call may cost $${estimate.toFixed(4)}, and $${left} is left.`,
        );
      }
      committed += estimate;
      try {
        const result = await model.generate(request, signal);
        committed += priceOf(result.usage);
        return result;
      } catch (error) {
        if (error instanceof ModelError && error.usage) committed += priceOf(error.usage);
        throw error;
      } finally {
        committed -= estimate;
      }
    },
  };
}

function estimateUsage({ messages, maxOutputTokens = UNLIMITED_ANSWER }: GenerateRequest): Usage {
  const inputTokens = messages.reduce((tokens, { content }) => tokens + estimateTokens(content), 0);
  return { inputTokens, outputTokens: maxOutputTokens, cachedInputTokens: 0, reasoningTokens: 0 };
}
