import { isAbort } from '../errors.ts';
import { systemClock } from './clock.ts';
import { ModelError } from './model-error.ts';
import type { Clock, GenerateRequest, GenerateResult, LanguageModel } from './types.ts';
import { addUsage, NO_USAGE } from './usage.ts';

export interface RetryOptions {
  /** Seconds that all attempts of one call and the waits between them may take; waiting for the limiter does not count. */
  readonly totalSeconds: number;
  /** @default 6 */
  readonly maxAttempts?: number | undefined;
  readonly clock?: Clock | undefined;
  /** From 0 to 1, for the jitter. */
  readonly random?: (() => number) | undefined;
  /** Called before each wait, so that a person can be told why nothing happens. */
  readonly onRetry?: ((retry: Retry) => void) | undefined;
}

export interface Retry {
  readonly stage: string;
  /** What the attempt failed with. */
  readonly error: ModelError;
  /** Attempts made so far. */
  readonly attempts: number;
  readonly waitMs: number;
}

/** Milliseconds; the wait before attempt n is drawn between 0 and base × 2^(n-1), never above the longest. */
const BASE_WAIT = 500;
const LONGEST_WAIT = 20_000;

/** The one owner of retries: exponential with full jitter, and never before the server said to come back. */
export function withRetries(model: LanguageModel, options: RetryOptions): LanguageModel {
  const { totalSeconds, maxAttempts = 6, clock = systemClock, random = Math.random, onRetry } = options;

  async function generate(request: GenerateRequest, signal?: AbortSignal): Promise<GenerateResult> {
    let leftMs = totalSeconds * 1_000;
    let spentMs = 0;
    // Tokens of attempts that failed after the server had counted them: they are paid for as well.
    let lost = NO_USAGE;
    for (let attempts = 1; ; attempts++) {
      try {
        const result = await model.generate({ ...request, timeoutMs: leftMs }, signal);
        return { ...result, usage: addUsage(lost, result.usage), ms: spentMs + result.ms, attempts };
      } catch (error) {
        if (isAbort(error) || !(error instanceof ModelError)) throw error;
        if (error.usage) lost = addUsage(lost, error.usage);
        const wait = waitAfter(error, attempts, random);
        leftMs -= error.ms + wait;
        if (!error.isRetryable || attempts >= maxAttempts || leftMs <= 0) {
          const usage = lost === NO_USAGE ? undefined : lost;
          throw error.with({ usage, ms: spentMs + error.ms, attempts });
        }
        spentMs += error.ms + wait;
        onRetry?.({ stage: request.stage, error, attempts, waitMs: wait });
        await clock.sleep(wait, signal);
      }
    }
  }

  return { id: model.id, generate };
}

/** Milliseconds. After a stated pause a little jitter remains, or everybody who waited for it would come back at once. */
function waitAfter(error: ModelError, attempts: number, random: () => number): number {
  const jitter = random() * Math.min(LONGEST_WAIT, BASE_WAIT * 2 ** (attempts - 1));
  return (error.retryAfterSeconds ?? 0) * 1_000 + jitter;
}
