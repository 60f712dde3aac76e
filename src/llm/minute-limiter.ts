import { systemClock } from './clock.ts';
import { ModelError } from './model-error.ts';
import type { AdmissionWish, Clock, RateLimiter, RateLimits } from './types.ts';

export interface MinuteLimiterOptions extends RateLimits {
  /**
   * Milliseconds a request counts for. A second more than a minute, because requests reach the server later than they leave.
   * @default 61_000
   */
  readonly windowMs?: number | undefined;
  readonly clock?: Clock | undefined;
}

interface Sent {
  readonly at: number;
  tokens: number;
}

/** Longest sleep before looking again, in milliseconds: an estimate may prove too high meanwhile and make room. */
const LOOK_AGAIN = 1_000;

/**
 * Limits of one process, kept as the log of what was sent in the last minute. No span of a minute ever holds more than the limit,
 * however a server counts, so the whole limit can be used; a token bucket would have to stay below it by its own capacity.
 */
export function createMinuteLimiter(options: MinuteLimiterOptions = {}): RateLimiter {
  const { windowMs = 61_000, clock = systemClock } = options;
  let maxRequests = options.requestsPerMinute ?? Number.POSITIVE_INFINITY;
  let maxTokens = options.tokensPerMinute ?? Number.POSITIVE_INFINITY;
  let heldUntil = 0;
  let sent: Sent[] = [];
  let gate: Promise<unknown> = Promise.resolve();

  /** Milliseconds until the log has room. A request above the whole limit is sent alone: the server shall judge it. */
  function waitForRoom(tokens: number): number {
    const now = clock.now();
    sent = sent.filter(({ at }) => at + windowMs > now);
    let requests = sent.length;
    let used = sent.reduce((sum, entry) => sum + entry.tokens, 0);
    const wanted = Math.min(tokens, maxTokens);
    let wait = 0;
    for (const entry of sent) {
      if (requests < maxRequests && used + wanted <= maxTokens) break;
      wait = entry.at + windowMs - now;
      requests--;
      used -= entry.tokens;
    }
    return wait;
  }

  async function waitForTurn(
    { tokens, patienceMs }: AdmissionWish,
    signal: AbortSignal | undefined,
  ): Promise<Sent> {
    for (;;) {
      signal?.throwIfAborted();
      const held = heldUntil - clock.now();
      if (held > patienceMs) throw tooLong(held);
      const wait = Math.max(held, waitForRoom(tokens));
      if (wait <= 0) break;
      await clock.sleep(Math.min(wait, LOOK_AGAIN), signal);
    }
    const entry = { at: clock.now(), tokens };
    sent.push(entry);
    return entry;
  }

  return {
    async admit(wish, signal) {
      const turn = gate.then(() => waitForTurn(wish, signal));
      gate = turn.catch(() => {});
      const entry = await turn;
      return {
        async settle(tokens) {
          entry.tokens = tokens;
        },
      };
    },
    async hold(ms) {
      heldUntil = Math.max(heldUntil, clock.now() + ms);
    },
    async adopt({ requestsPerMinute, tokensPerMinute }) {
      maxRequests = Math.min(maxRequests, requestsPerMinute ?? maxRequests);
      maxTokens = Math.min(maxTokens, tokensPerMinute ?? maxTokens);
    },
  };
}

function tooLong(ms: number): ModelError {
  const seconds = Math.ceil(ms / 1_000);
  return new ModelError(
    'MODEL_RATE_LIMITED',
    `The endpoint asked everybody to wait; ${seconds} seconds of it are left.`,
    {
      retryAfterSeconds: seconds,
    },
  );
}
