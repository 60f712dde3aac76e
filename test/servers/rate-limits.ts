import type { ServerResponse } from 'node:http';
import { type ChatRequest, promptTokens } from './model-server.ts';
import { rateLimited, type Turn } from './turns.ts';

export interface ServerLimits {
  readonly requestsPerMinute?: number;
  /** Tokens of prompt and answer. */
  readonly tokensPerMinute?: number;
  /** The last minute before each request, or minutes that begin on the minute. */
  readonly counting: 'sliding-log' | 'fixed-window';
  /** Milliseconds that stand for a minute. @default 60_000 */
  readonly minuteMs?: number;
  /** Whether replies state the limits in their headers. @default true */
  readonly isStated?: boolean;
}

interface Accepted {
  readonly at: number;
  tokens: number;
}

export interface Gate {
  /** The refusal of a request that is too much now, or nothing when it counts from now on. */
  enter(request: ChatRequest, response: ServerResponse): Turn | undefined;
}

/** Counts as a provider does: the prompt when it arrives, the answer when it is sent. Refused requests do not count. */
export function createGate(limits: ServerLimits): Gate {
  const { requestsPerMinute: maxRequests = Number.POSITIVE_INFINITY, counting, isStated = true } = limits;
  const { tokensPerMinute: maxTokens = Number.POSITIVE_INFINITY, minuteMs = 60_000 } = limits;
  let accepted: Accepted[] = [];

  function leavesAt({ at }: Accepted): number {
    return counting === 'sliding-log' ? at + minuteMs : (Math.floor(at / minuteMs) + 1) * minuteMs;
  }

  function state(response: ServerResponse): void {
    if (!isStated) return;
    const used = accepted.reduce((sum, { tokens }) => sum + tokens, 0);
    const stated = { requests: [maxRequests, accepted.length], tokens: [maxTokens, used] } as const;
    for (const [what, [limit, taken]] of Object.entries(stated)) {
      if (!Number.isFinite(limit)) continue;
      response.setHeader(`x-ratelimit-limit-${what}`, limit);
      response.setHeader(`x-ratelimit-remaining-${what}`, Math.max(0, limit - taken));
    }
  }

  return {
    enter(request, response) {
      const now = performance.timeOrigin + performance.now();
      accepted = accepted.filter((entry) => leavesAt(entry) > now);
      const tokens = promptTokens(request);
      const used = accepted.reduce((sum, entry) => sum + entry.tokens, 0);
      if (accepted.length + 1 > maxRequests || used + tokens > maxTokens) {
        const [oldest] = accepted;
        const wait = oldest ? leavesAt(oldest) - now : minuteMs;
        state(response);
        return rateLimited({ 'retry-after-ms': String(Math.ceil(wait)) });
      }
      const entry = { at: now, tokens };
      accepted.push(entry);
      state(response);
      request.onAnswer = (text) => {
        entry.tokens += Math.ceil(text.length / 4);
      };
      return undefined;
    },
  };
}
