import { describe, expect, test } from 'vitest';
import { loadPrices, type Usage } from '../../src/llm/index.ts';

const usage = (overrides: Partial<Usage> = {}): Usage => ({
  inputTokens: 1_000_000,
  outputTokens: 100_000,
  cachedInputTokens: 0,
  reasoningTokens: 0,
  ...overrides,
});

describe('the user states a price', () => {
  const table = { mine: { input: 2, output: 10, cachedInput: 0.5 }, plain: { input: 2, output: 10 } };

  test('in dollars for a million tokens, cached ones apart', async () => {
    const prices = await loadPrices({ table });
    expect(prices('mine', usage())).toBeCloseTo(3);
    expect(prices('mine', usage({ cachedInputTokens: 400_000 }))).toBeCloseTo(2.4);
    expect(prices('plain', usage({ cachedInputTokens: 400_000 }))).toBeCloseTo(3);
  });

  test('which wins over the list', async () => {
    const listed = (await loadPrices())('gpt-5.5', usage());
    const own = await loadPrices({ table: { 'gpt-5.5': { input: 1, output: 0 } } });
    expect(listed).toBeGreaterThan(1);
    expect(own('gpt-5.5', usage())).toBe(1);
  });

  test('for all models at once, also of nothing', async () => {
    const prices = await loadPrices({
      table: { '*': { input: 0, output: 0 }, mine: { input: 1, output: 0 } },
    });
    expect(prices('any', usage())).toBe(0);
    expect(prices('mine', usage())).toBe(1);
  });

  test('and a name like that of a property of objects is not one', async () => {
    expect((await loadPrices({ table }))('constructor', usage())).toBeNull();
  });
});

describe('the list', () => {
  test('charges cached tokens less', async () => {
    const prices = await loadPrices();
    const full = prices('gpt-5.5', usage()) ?? 0;
    const cached = prices('gpt-5.5', usage({ cachedInputTokens: 500_000 })) ?? 0;
    expect(cached).toBeGreaterThan(0);
    expect(cached).toBeLessThan(full);
  });

  test('has no price for a model or an address it does not know: null, never 0', async () => {
    expect((await loadPrices())('no-such-model', usage())).toBeNull();
    expect((await loadPrices({ baseURL: 'http://127.0.0.1:11434/v1' }))('gpt-5.5', usage())).toBeNull();
  });

  test('is the one of the provider at the address', async () => {
    const prices = await loadPrices({ baseURL: 'https://api.deepseek.com/v1' });
    expect(prices('deepseek-chat', usage())).toBeGreaterThan(0);
    expect(prices('gpt-5.5', usage())).toBeNull();
  });

  test('holds also when more tokens are called cached than were sent', async () => {
    const prices = await loadPrices();
    expect(prices('gpt-5.5', usage({ cachedInputTokens: 9_000_000 }))).toBeGreaterThan(0);
  });
});
