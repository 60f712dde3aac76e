import { describe, expect, test } from 'vitest';
import { type CallRecord, createModel, ModelError, type Prices, withBudget } from '../../src/llm/index.ts';
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
