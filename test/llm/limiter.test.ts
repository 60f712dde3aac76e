import { describe, expect, test } from 'vitest';
import {
  createMinuteLimiter,
  type GenerateRequest,
  type LanguageModel,
  ModelError,
  type RateLimiter,
  withLimiter,
  withRetries,
} from '../../src/llm/index.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { failure, request, result, scriptedModel } from './requests.ts';

const MINUTE = 60_000;

interface Arrival {
  readonly at: number;
  readonly tokens: number;
}

interface Limits {
  readonly requests: number;
  readonly tokens: number;
}

/** A provider's own way of counting, over what it has accepted. */
type Ledger = (accepted: readonly Arrival[], now: number) => readonly Arrival[];

const slidingLog: Ledger = (accepted, now) => accepted.filter(({ at }) => at > now - MINUTE);
const fixedWindow: Ledger = (accepted, now) =>
  accepted.filter(({ at }) => Math.floor(at / MINUTE) === Math.floor(now / MINUTE));

/** A provider with a clock of its own making: it counts what arrives and refuses what is above its limits. */
function createProvider(clock: FakeClock, { requests, tokens }: Limits, ledger: Ledger) {
  const accepted: Arrival[] = [];
  let refused = 0;
  const model: LanguageModel = {
    id: 'm',
    async generate(wanted) {
      const size = Number(wanted.messages[0]?.content.length) / 4;
      await clock.sleep(5 + ((accepted.length * 37) % 200));
      const counted = ledger(accepted, clock.now());
      const used = counted.reduce((sum, arrival) => sum + arrival.tokens, 0);
      if (counted.length + 1 > requests || used + size > tokens) {
        refused++;
        throw new ModelError('MODEL_RATE_LIMITED', 'slow down', { retryAfterSeconds: 5 });
      }
      accepted.push({ at: clock.now(), tokens: size });
      await clock.sleep(1_500);
      const usage = {
        inputTokens: Math.round(size * 0.9),
        outputTokens: Math.round(size * 0.1),
        cachedInputTokens: 0,
        reasoningTokens: 0,
      };
      return result('x', { usage });
    },
  };
  return { model, accepted, refused: () => refused };
}

const sized = (tokens: number): GenerateRequest =>
  request({ messages: [{ role: 'user', content: 'x'.repeat(tokens * 4) }] });

/** Share of the limit used, up to the last minute, in which there is less left to do than fits. */
function shareUsed(
  accepted: readonly Arrival[],
  limit: number,
  amount: (arrival: Arrival) => number,
): number {
  const first = accepted[0]?.at ?? 0;
  const end = (accepted.at(-1)?.at ?? 0) - MINUTE;
  const used = accepted.filter(({ at }) => at <= end).reduce((sum, arrival) => sum + amount(arrival), 0);
  return used / (limit * Math.ceil((end - first) / MINUTE));
}

describe.each([
  ['a sliding log', slidingLog],
  ['a fixed window', fixedWindow],
] as const)('against a provider that counts in %s', (_, ledger) => {
  test('uses nearly all requests of a minute without a refusal', async () => {
    const clock = createFakeClock();
    const limits = { requests: 60, tokens: 1e9 };
    const provider = createProvider(clock, limits, ledger);
    const limiter = createMinuteLimiter({ requestsPerMinute: limits.requests, clock });
    const model = withLimiter(provider.model, { limiter, concurrency: 8 });
    await Promise.all(Array.from({ length: 600 }, () => model.generate(sized(50))));
    expect(provider.refused()).toBe(0);
    expect(shareUsed(provider.accepted, limits.requests, () => 1)).toBeGreaterThan(0.88);
  });

  test('uses nearly all tokens of a minute without refusals, small and large calls mixed', async () => {
    const clock = createFakeClock();
    const limits = { requests: 1e9, tokens: 40_000 };
    const provider = createProvider(clock, limits, ledger);
    const limiter = createMinuteLimiter({ tokensPerMinute: limits.tokens, clock });
    const model = withLimiter(provider.model, { limiter, concurrency: 8 });
    await Promise.all(
      Array.from({ length: 300 }, (_, index) => model.generate(sized([400, 1_200, 6_000][index % 3] ?? 0))),
    );
    expect(provider.refused()).toBeLessThanOrEqual(3);
    expect(shareUsed(provider.accepted, limits.tokens, ({ tokens }) => tokens)).toBeGreaterThan(0.88);
  });
});

test('runs no more calls at once than allowed', async () => {
  let running = 0;
  let most = 0;
  const clock = createFakeClock();
  const inner: LanguageModel = {
    id: 'm',
    async generate() {
      most = Math.max(most, ++running);
      await clock.sleep(10);
      running--;
      return result('x');
    },
  };
  const model = withLimiter(inner, { limiter: createMinuteLimiter({ clock }), concurrency: 3 });
  await Promise.all(Array.from({ length: 12 }, () => model.generate(request())));
  expect(most).toBe(3);
});

test('everybody waits out the pause that one call was told, also above a minute', async () => {
  const clock = createFakeClock();
  const begun = clock.now();
  const times: number[] = [];
  const inner: LanguageModel = {
    id: 'm',
    async generate() {
      times.push(clock.now() - begun);
      if (times.length === 1)
        throw new ModelError('MODEL_RATE_LIMITED', 'slow down', { retryAfterSeconds: 90 });
      return result('x');
    },
  };
  const limited = withLimiter(inner, { limiter: createMinuteLimiter({ clock }), concurrency: 1 });
  const model = withRetries(limited, { totalSeconds: 300, clock, random: () => 0 });
  await Promise.all([1, 2, 3].map(() => model.generate(request())));
  expect(times).toHaveLength(4);
  expect(Math.min(...times.slice(1))).toBeGreaterThanOrEqual(90_000);
});

test('a call does not wait for a pause that is longer than its time limit', async () => {
  const clock = createFakeClock();
  const limiter = createMinuteLimiter({ clock });
  await limiter.hold(86_400_000);
  const model = withRetries(withLimiter(scriptedModel([]), { limiter, concurrency: 1 }), {
    totalSeconds: 60,
    clock,
  });
  const error = await failure(model.generate(request()));
  expect(error).toMatchObject({ code: 'MODEL_RATE_LIMITED', retryAfterSeconds: 86_400 });
});

test('sends fewer calls at once after a refusal, and more again after successes', async () => {
  const clock = createFakeClock();
  let running = 0;
  let refuse = true;
  const most: number[] = [];
  const inner: LanguageModel = {
    id: 'm',
    async generate() {
      most.push(++running);
      await clock.sleep(10);
      running--;
      if (refuse) throw new ModelError('MODEL_RATE_LIMITED', 'slow down');
      return result('x');
    },
  };
  const model = withLimiter(inner, { limiter: createMinuteLimiter({ clock }), concurrency: 8 });
  const round = async (calls: number): Promise<number> => {
    most.length = 0;
    await Promise.allSettled(Array.from({ length: calls }, () => model.generate(request())));
    return Math.max(...most);
  };
  expect(await round(8)).toBe(8);
  refuse = false;
  expect(await round(19)).toBe(4);
  expect(await round(21)).toBe(5);
});

test('takes over the limits a server states when they are the stricter ones', async () => {
  const clock = createFakeClock();
  const begun = clock.now();
  const limiter: RateLimiter = createMinuteLimiter({ requestsPerMinute: 100, clock });
  await limiter.adopt({ requestsPerMinute: 2 });
  await limiter.adopt({ requestsPerMinute: 1_000 });
  for (let call = 0; call < 3; call++) await limiter.admit({ tokens: 1, patienceMs: 0 });
  expect(clock.now() - begun).toBe(61_000);
});

test('sends a request above the whole limit alone', async () => {
  const clock = createFakeClock();
  const begun = clock.now();
  const limiter = createMinuteLimiter({ tokensPerMinute: 1_000, clock });
  await limiter.admit({ tokens: 10, patienceMs: 0 });
  await limiter.admit({ tokens: 5_000, patienceMs: 0 });
  expect(clock.now() - begun).toBe(61_000);
});

test('makes room when a call took fewer tokens than estimated', async () => {
  const clock = createFakeClock();
  const begun = clock.now();
  const limiter = createMinuteLimiter({ tokensPerMinute: 1_000, clock });
  const admission = await limiter.admit({ tokens: 900, patienceMs: 0 });
  await admission.settle(100);
  await limiter.admit({ tokens: 900, patienceMs: 0 });
  expect(clock.now()).toBe(begun);
});

test('an abort while waiting leaves the queue and does not block the next', async () => {
  const clock = createFakeClock();
  const limiter = createMinuteLimiter({ requestsPerMinute: 1, clock });
  await limiter.admit({ tokens: 1, patienceMs: 0 });
  const controller = new AbortController();
  const stopped = limiter.admit({ tokens: 1, patienceMs: 0 }, controller.signal);
  const next = limiter.admit({ tokens: 1, patienceMs: 0 });
  controller.abort();
  await expect(stopped).rejects.toBe(controller.signal.reason);
  await next;
});
