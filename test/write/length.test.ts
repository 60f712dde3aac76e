import { describe, expect, it } from 'vitest';
import { lengthTarget } from '../../src/write/length.ts';

describe('the length of an article', () => {
  it.each([
    [400, 180, 'medium', 260, 3],
    [4_000, 1_600, 'medium', 1_200, 8],
    [4_000, 1_600, 'short', 600, 4],
    [27_000, 3 * 3_600, 'medium', 1_200, 8],
    [100_000, 10 * 3_600, 'medium', 2_000, 12],
    [250_000, 25 * 3_600, 'medium', 2_000, 12],
  ] as const)(
    'of %i words in %i seconds, %s, is %i words in %i sections',
    (words, seconds, length, target, sections) => {
      expect(lengthTarget(words, seconds, length)).toEqual({ words: target, sections });
    },
  );

  it('takes an untimed source at the speed of speech', () => {
    expect(lengthTarget(90_000, undefined, 'medium').words).toBe(
      lengthTarget(90_000, 36_000, 'medium').words,
    );
  });
});
