import { withBudget } from './budget.ts';
import { withCache } from './cache.ts';
import type { Endpoint } from './connection.ts';
import { withLimiter } from './limiter.ts';
import { createMinuteLimiter } from './minute-limiter.ts';
import { createOpenAIModel } from './openai-model.ts';
import { withRecord } from './record-calls.ts';
import { type Retry, withRetries } from './retries.ts';
import type {
  CallCache,
  CallRecord,
  Clock,
  LanguageModel,
  Prices,
  RateLimiter,
  RateLimits,
} from './types.ts';

export interface ModelOptions extends Endpoint, RateLimits {
  readonly model: string;
  /**
   * Seconds for one call, retries included.
   * @default 300
   */
  readonly timeoutSeconds?: number | undefined;
  /** @default 8 */
  readonly concurrency?: number | undefined;
  readonly cache?: CallCache | undefined;
  /** Limits shared with other machines. @default those of this process alone */
  readonly limiter?: RateLimiter | undefined;
  readonly onCall?: ((record: CallRecord) => void) | undefined;
  /** Called before a call waits to be tried again. */
  readonly onRetry?: ((retry: Retry) => void) | undefined;
  /** @default no price is known, and the cost of every call is null */
  readonly prices?: Prices | undefined;
  /** US dollars that all calls together may cost; needs `prices`. @default no ceiling */
  readonly maxCost?: number | undefined;
  readonly clock?: Clock | undefined;
  readonly random?: (() => number) | undefined;
}

const noPrices: Prices = () => null;

/**
 * A model with everything around it: an answer comes from the cache, or is asked for within the limits until it arrives.
 * Share one model among all callers of an account, or they do not know of each other.
 */
export function createModel(options: ModelOptions): LanguageModel {
  const { timeoutSeconds = 300, concurrency = 8, clock, random, onRetry } = options;
  const { cache, onCall, prices = noPrices, maxCost } = options;
  const limiter = options.limiter ?? createMinuteLimiter(options);
  const endpoint = createOpenAIModel({
    ...options,
    timeoutMs: timeoutSeconds * 1_000,
    // A hint: where it cannot be stored, the server will say so again.
    onRateLimits: (limits) => void limiter.adopt(limits).catch(() => {}),
  });
  // Each retry waits for its own admission, and an answer from the cache waits for nothing.
  const limited = withLimiter(endpoint, { limiter, concurrency });
  const lasting = withRetries(limited, { totalSeconds: timeoutSeconds, clock, random, onRetry });
  const affordable = maxCost === undefined ? lasting : withBudget(lasting, { maxCost, prices });
  const cached = cache ? withCache(affordable, cache) : affordable;
  return onCall ? withRecord(cached, { onCall, prices }) : cached;
}
