import { estimateUsage } from './estimate-tokens.ts';
import { ModelError } from './model-error.ts';
import type { GenerateRequest, LanguageModel, Prices, Usage } from './types.ts';
import { totalTokens } from './usage.ts';

export interface BudgetOptions {
  /** US dollars that all calls of this model together may cost. */
  readonly maxCost: number;
  readonly prices: Prices;
}

/**
 * Refuses the call that could break the ceiling. What is done counts as the server counted it, what is under way by the most it
 * can cost; a call that would fit if those cost less waits until they are done.
 * Put around everything but the cache, so that answers already paid for stay free.
 */
export function withBudget(model: LanguageModel, { maxCost, prices }: BudgetOptions): LanguageModel {
  let spent = 0;
  let reserved = 0;
  let running = 0;
  let change = Promise.withResolvers<void>();

  function priceOf(usage: Usage): number {
    const price = prices(model.id, usage);
    if (price === null) throw unknownPrice(model.id);
    return price;
  }

  async function reserve(estimate: number, stage: string, signal: AbortSignal | undefined): Promise<void> {
    while (spent + reserved + estimate > maxCost) {
      if (spent + estimate > maxCost || running === 0) throw exceeded(stage, estimate, maxCost - spent);
      await change.promise;
      signal?.throwIfAborted();
    }
    reserved += estimate;
    running++;
  }

  /** A server that counts nothing may have taken all that was reserved. */
  function settle(estimate: number, usage: Usage | undefined): void {
    running--;
    // Sums of fractions leave a rest behind.
    reserved = running === 0 ? 0 : reserved - estimate;
    if (usage) spent += totalTokens(usage) > 0 ? priceOf(usage) : estimate;
    change.resolve();
    change = Promise.withResolvers();
  }

  async function generate(request: GenerateRequest, signal?: AbortSignal) {
    const expected = estimateUsage(request);
    const estimate = priceOf(expected);
    await reserve(estimate, request.stage, signal);
    let usage: Usage | undefined;
    try {
      // The length is limited, or the estimate would be a hope.
      const result = await model.generate({ ...request, maxOutputTokens: expected.outputTokens }, signal);
      usage = result.usage;
      return result;
    } catch (error) {
      if (error instanceof ModelError) usage = error.usage;
      throw error;
    } finally {
      settle(estimate, usage);
    }
  }

  return { id: model.id, generate };
}

function unknownPrice(model: string): ModelError {
  return new ModelError('CONFIG_INVALID', `The price of ${model} is not known, so no ceiling can be kept.`, {
    likelyCause: 'The model is new, or answers at an address of its own.',
    remedy: 'State the price of the model in the settings, or leave the ceiling out.',
  });
}

function exceeded(stage: string, estimate: number, left: number): ModelError {
  return new ModelError(
    'BUDGET_EXCEEDED',
    `The ${stage} call may cost $${estimate.toFixed(4)}, and $${Math.max(0, left).toFixed(4)} is left.`,
  );
}
