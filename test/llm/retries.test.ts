import { describe, expect, test } from 'vitest';
import { ModelError, withRetries } from '../../src/llm/index.ts';
import { createFakeClock } from './fake-clock.ts';
import { failure, request, result, scriptedModel } from './requests.ts';

const unavailable = (ms = 0): ModelError => new ModelError('MODEL_UNAVAILABLE', 'down', { ms });
const limited = (retryAfterSeconds: number): ModelError =>
  new ModelError('MODEL_RATE_LIMITED', 'slow down', { retryAfterSeconds });
const highest = (): number => 1;

test('asks again until there is an answer, and counts attempts and time', async () => {
  const clock = createFakeClock();
  const model = scriptedModel([unavailable(40), unavailable(60), result('x', { ms: 100 })]);
  const answer = await withRetries(model, { totalSeconds: 60, clock, random: highest }).generate(request());
  expect(answer).toMatchObject({ text: 'x', attempts: 3, ms: 40 + 500 + 60 + 1_000 + 100 });
});

test('waits exponentially longer with full jitter', async () => {
  const waits = async (random: () => number): Promise<readonly number[]> => {
    const clock = createFakeClock();
    const model = scriptedModel(Array.from({ length: 8 }, () => unavailable()));
    await failure(
      withRetries(model, { totalSeconds: 1_000, maxAttempts: 8, clock, random }).generate(request()),
    );
    return clock.sleeps;
  };
  expect(await waits(highest)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 20_000]);
  expect(await waits(() => 0.5)).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000]);
  expect(await waits(() => 0)).toEqual(Array(7).fill(0));
});

test('waits as long as the server says, also above a minute', async () => {
  const clock = createFakeClock();
  const model = scriptedModel([limited(90), result('x')]);
  await withRetries(model, { totalSeconds: 300, clock, random: () => 0 }).generate(request());
  expect(clock.sleeps).toEqual([90_000]);
});

describe('gives up', () => {
  test('at once when the time left is shorter than the wait', async () => {
    const clock = createFakeClock();
    const error = await failure(
      withRetries(scriptedModel([limited(90)]), { totalSeconds: 60, clock }).generate(request()),
    );
    expect(error).toMatchObject({ code: 'MODEL_RATE_LIMITED', attempts: 1 });
    expect(clock.sleeps).toEqual([]);
  });

  test('after the last attempt, with the last error', async () => {
    const model = scriptedModel(Array.from({ length: 3 }, () => unavailable(10)));
    const options = { totalSeconds: 60, maxAttempts: 3, clock: createFakeClock(), random: highest };
    const error = await failure(withRetries(model, options).generate(request()));
    expect(error).toMatchObject({ code: 'MODEL_UNAVAILABLE', attempts: 3, ms: 1_530 });
  });

  test.each([
    'MODEL_AUTH',
    'MODEL_QUOTA_EXCEEDED',
    'MODEL_REFUSED',
    'MODEL_OUTPUT_INVALID',
    'MODEL_OUTPUT_TRUNCATED',
  ] as const)('after one attempt on %s', async (code) => {
    const model = scriptedModel([new ModelError(code, 'no')]);
    expect((await failure(withRetries(model, { totalSeconds: 60 }).generate(request()))).code).toBe(code);
    expect(model.asked).toHaveLength(1);
  });

  test('on anything that is not the failure of a call', async () => {
    const bug = new RangeError('a bug');
    await expect(withRetries(scriptedModel([bug]), { totalSeconds: 60 }).generate(request())).rejects.toBe(
      bug,
    );
  });
});

test('gives each attempt only the time that is left of the call', async () => {
  const model = scriptedModel([unavailable(20_000), result('x')]);
  const options = { totalSeconds: 60, clock: createFakeClock(), random: highest };
  await withRetries(model, options).generate(request());
  expect(model.asked.map(({ timeoutMs }) => timeoutMs)).toEqual([60_000, 39_500]);
});

test('an abort ends the wait', async () => {
  const controller = new AbortController();
  const clock = {
    now: () => 0,
    sleep: (_: number, signal?: AbortSignal) =>
      new Promise<void>((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        controller.abort();
      }),
  };
  const call = withRetries(scriptedModel([unavailable()]), { totalSeconds: 60, clock }).generate(
    request(),
    controller.signal,
  );
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
});
