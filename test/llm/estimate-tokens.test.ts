import { expect, test } from 'vitest';
import { estimatePrompt, estimateTokens, estimateUsage } from '../../src/llm/index.ts';

test('weighs text by its script', () => {
  expect(estimateTokens('')).toBe(0);
  expect(estimateTokens('a'.repeat(400))).toBe(100);
  expect(estimateTokens('я'.repeat(300))).toBe(99);
  expect(estimateTokens('日本語'.repeat(100))).toBe(240);
  expect(estimateTokens('ไทย'.repeat(100))).toBe(150);
});

test('counts dashes and curly quotes of Latin text as Latin', () => {
  expect(estimateTokens('“—”’'.repeat(100))).toBe(100);
});

test('expects the most of a request: JSON is denser than prose, and an answer may be as long as allowed', () => {
  const messages = [
    { role: 'system', content: 'a'.repeat(400) },
    { role: 'user', content: 'a'.repeat(400) },
  ] as const;
  expect(estimatePrompt(messages)).toBe(200);
  expect(estimateUsage({ messages, maxOutputTokens: 50 })).toMatchObject({
    inputTokens: 280,
    outputTokens: 50,
  });
  expect(estimateUsage({ messages })).toMatchObject({ outputTokens: 16_000, cachedInputTokens: 0 });
});
