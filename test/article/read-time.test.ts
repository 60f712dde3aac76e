import { expect, it } from 'vitest';
import { measureReadTime } from '../../src/article/index.ts';
import { english, japanese } from '../fixtures/articles.ts';

function bodyOf(words: number) {
  const text = Array.from({ length: words }, () => 'word').join(' ');
  const paragraph = {
    id: 'p',
    sentences: [{ id: 's', text, kind: 'fact' as const, cites: [], quotes: [] }],
  };
  return {
    language: 'en',
    bodyHeadline: 'Two words',
    lead: [],
    sections: [{ id: 'a', heading: 'One', paragraphs: [paragraph] }],
  };
}

it.each([
  [1, 4, 1],
  [197, 200, 1],
  [198, 201, 2],
  [1_180, 1_183, 6],
])('rounds a body of %i words and three more up to whole minutes', (given, words, minutes) => {
  expect(measureReadTime(bodyOf(given))).toEqual({ words, wordsPerMinute: 200, minutes });
});

it('reads at the speed it is given', () => {
  expect(measureReadTime(bodyOf(1_180), 238).minutes).toBe(5);
});

it('counts body headline, lead, headings and paragraphs, and neither headline nor deck nor dateline', () => {
  const { dateline: _, ...rest } = english;
  expect(measureReadTime(rest)).toEqual(measureReadTime(english));
  expect(measureReadTime({ ...english, headline: 'long '.repeat(500) } as typeof english)).toEqual(
    measureReadTime(english),
  );
  const longer = measureReadTime({ ...english, bodyHeadline: `${english.bodyHeadline} twice over` });
  expect(longer.words).toBe(measureReadTime(english).words + 2);
});

it('counts dictionary words where the script has no spaces', () => {
  const { words } = measureReadTime(japanese);
  expect(words).toBeGreaterThan(100);
  expect(words).toBeLessThan(300);
});
