import { expect, test } from 'vitest';
import { estimateTokens } from '../../src/llm/index.ts';

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
