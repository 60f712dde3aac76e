import { callKey } from './cache.ts';
import { ModelError } from './model-error.ts';
import type { CallRecord, GenerateRequest, GenerateResult, LanguageModel, Prices, Usage } from './types.ts';
import { totalTokens } from './usage.ts';

export interface RecordOptions {
  readonly onCall: (record: CallRecord) => void;
  /** @default no price is known */
  readonly prices?: Prices | undefined;
}

/** Reports every call that was answered, and those that failed after the server had counted tokens. */
export function withRecord(
  model: LanguageModel,
  { onCall, prices = () => null }: RecordOptions,
): LanguageModel {
  /** What a server did not count has no known cost. */
  function costOf(usage: Usage): number | null {
    return totalTokens(usage) > 0 ? prices(model.id, usage) : null;
  }

  type Answered = Pick<GenerateResult, 'usage' | 'ms' | 'attempts' | 'cacheHit'>;
  function report(request: GenerateRequest, { usage, ms, attempts, cacheHit }: Answered): void {
    const { stage, prompt } = request;
    onCall({
      key: callKey(model.id, request.repairs ?? request),
      stage,
      prompt: prompt.name,
      promptHash: prompt.hash,
      model: model.id,
      inputTokens: usage.inputTokens,
      outputTokens: usage.outputTokens,
      cachedTokens: usage.cachedInputTokens,
      cost: cacheHit ? 0 : costOf(usage),
      ms,
      attempts,
      cacheHit,
    });
  }

  return {
    id: model.id,
    async generate(request, signal) {
      try {
        const result = await model.generate(request, signal);
        report(request, result);
        return result;
      } catch (error) {
        if (error instanceof ModelError && error.usage) {
          report(request, { usage: error.usage, ms: error.ms, attempts: error.attempts, cacheHit: false });
        }
        throw error;
      }
    },
  };
}
