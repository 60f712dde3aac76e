import { describe, expect, test } from 'vitest';
import {
  type CallRecord,
  createModel,
  type LanguageModel,
  ModelError,
  type Prices,
  withBudget,
} from '../../src/llm/index.ts';
import { startModelServer } from '../servers/model-server.ts';
import { answer } from '../servers/turns.ts';
import { failure, request, result, scriptedModel } from './requests.ts';

/** A dollar for a thousand tokens. */
const prices: Prices = (_, { inputTokens, outputTokens }) => (inputTokens + outputTokens) / 1_000;
/** Estimated at 10 + 90 tokens, 0.10 dollars; `result` counts 100 + 20, 0.12 dollars. */
const asked = request({ messages: [{ role: 'user', content: 'x'.repeat(40) }], maxOutputTokens: 90 });

test('refuses the call that could break the ceiling, by what earlier calls really cost', async () => {
  const inner = scriptedModel([result('a'), result('b')]);
  const model = withBudget(inner, { maxCost: 0.33, prices });
  await model.generate(asked);
  await model.generate(asked);
  expect((await failure(model.generate(asked))).code).toBe('BUDGET_EXCEEDED');
  expect(inner.asked).toHaveLength(2);
});

test('counts calls under way, so that many at once cannot break it', async () => {
  const model = withBudget(scriptedModel([result('a'), result('b')]), { maxCost: 0.25, prices });
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => model.generate(asked)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
});

test('counts failures that were paid for, and frees the estimate of those that were not', async () => {
  const cut = new ModelError('MODEL_OUTPUT_TRUNCATED', 'cut', { usage: result('').usage });
  const model = withBudget(scriptedModel([new ModelError('MODEL_AUTH', 'no'), cut]), {
    maxCost: 0.15,
    prices,
  });
  expect((await failure(model.generate(asked))).code).toBe('MODEL_AUTH');
  expect((await failure(model.generate(asked))).code).toBe('MODEL_OUTPUT_TRUNCATED');
  expect((await failure(model.generate(asked))).code).toBe('BUDGET_EXCEEDED');
});

test('a call that would fit if those under way cost less waits for them', async () => {
  const asksMuch = request({ messages: [], maxOutputTokens: 1_000 });
  const order: string[] = [];
  const inner: LanguageModel = {
    id: 'm',
    async generate({ stage }) {
      order.push(`${stage} sent`);
      await new Promise(setImmediate);
      order.push(`${stage} done`);
      return result('x');
    },
  };
  const model = withBudget(inner, { maxCost: 1.15, prices });
  await Promise.all(['one', 'two'].map((stage) => model.generate({ ...asksMuch, stage })));
  expect(order).toEqual(['one sent', 'one done', 'two sent', 'two done']);
});

test('a call that waits is refused once what it waited for cost too much', async () => {
  const asksMuch = request({ messages: [], maxOutputTokens: 1_000 });
  const model = withBudget(scriptedModel([result('a')]), { maxCost: 1.1, prices });
  const outcomes = await Promise.allSettled([model.generate(asksMuch), model.generate(asksMuch)]);
  expect(outcomes).toMatchObject([{ status: 'fulfilled' }, { reason: { code: 'BUDGET_EXCEEDED' } }]);
});

test('an abort ends the wait', async () => {
  const asksMuch = request({ messages: [], maxOutputTokens: 1_000 });
  const controller = new AbortController();
  const inner: LanguageModel = {
    id: 'm',
    generate: (_, signal) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  };
  const model = withBudget(inner, { maxCost: 1.5, prices });
  const calls = [1, 2].map(() => model.generate(asksMuch, controller.signal));
  const settled = Promise.allSettled(calls);
  await new Promise(setImmediate);
  controller.abort();
  for (const outcome of await settled) expect(outcome).toMatchObject({ reason: { name: 'AbortError' } });
});

test('limits the length of an answer nobody limited, or the estimate would be a hope', async () => {
  const inner = scriptedModel([result('a')]);
  await withBudget(inner, { maxCost: 99, prices }).generate(request());
  expect(inner.asked[0]?.maxOutputTokens).toBe(16_000);
});

test('takes all that was reserved for spent when the server counts nothing', async () => {
  const usage = { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0, reasoningTokens: 0 };
  const model = withBudget(scriptedModel([result('a', { usage })]), { maxCost: 0.15, prices });
  await model.generate(asked);
  expect((await failure(model.generate(asked))).code).toBe('BUDGET_EXCEEDED');
});

test('keeps no ceiling for a model whose price is not known', async () => {
  const model = withBudget(scriptedModel([]), { maxCost: 5, prices: () => null });
  expect((await failure(model.generate(asked))).code).toBe('CONFIG_INVALID');
});

describe('a whole model with a ceiling', () => {
  test('records what each call cost and stops before the one that would be too much', async () => {
    await using server = await startModelServer([
      answer('x', { usage: { prompt_tokens: 100, completion_tokens: 20 } }),
    ]);
    const records: CallRecord[] = [];
    const options = { apiKey: '', baseURL: server.baseURL, model: 'm', prices, maxCost: 0.2 };
    const model = createModel({ ...options, onCall: (record) => records.push(record) });
    await model.generate(asked);
    expect((await failure(model.generate(asked))).code).toBe('BUDGET_EXCEEDED');
    expect(records).toMatchObject([{ cost: 0.12 }]);
    server.assertDone();
  });
});
