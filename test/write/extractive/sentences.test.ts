import { describe, expect, it } from 'vitest';
import { findSentences, type Sentence } from '../../../src/write/extractive/sentences.ts';
import type { Speech } from '../../../src/write/extractive/speech.ts';
import { speechOf } from './speech-fixture.ts';

const textOf = (speech: Speech, { from, to }: Sentence): string =>
  speech.words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');

function judged(texts: readonly string[], language = 'en') {
  const speech = speechOf(texts, language);
  return findSentences(speech).map((sentence) => ({ ...sentence, text: textOf(speech, sentence) }));
}

const FIRST = 'The central bank raised interest rates by half a point today.';

describe('findSentences', () => {
  it('runs a sentence across the border of two units of one speaker', () => {
    const texts = judged([`${FIRST} The mayor of Tartu opened`, 'the new bridge over the river.']).map(
      ({ text }) => text,
    );
    expect(texts).toEqual([FIRST, 'The mayor of Tartu opened the new bridge over the river.']);
  });

  it('never runs a sentence from one turn into the next', () => {
    const sentences = judged([
      'The mayor of Tartu wanted to say',
      '>> that the bridge over the river is open.',
    ]);
    expect(sentences.map(({ turn }) => turn)).toEqual([0, 1]);
  });

  it('leaves out what is said before a sentence begins', () => {
    const [sentence] = judged(['And so, you know, the harbour of Bergen closed last winter.']);
    expect(sentence?.text).toBe('the harbour of Bergen closed last winter.');
  });

  it.each([
    ['a pronoun', 'He told the workers of the harbour to strike.', false],
    ['"this" before a verb', 'This is the harbour where the ships from Bergen arrive.', false],
    ['"this" before its noun', 'This harbour closed when the ships from Bergen left.', true],
    ['a name', 'Bergen closed the harbour when the ships had left.', true],
    ['a question', 'Did the city of Bergen close the harbour last winter?', false],
  ])('lets a sentence that begins with %s open a passage or not', (_, text, canOpen) => {
    expect(judged([`${FIRST} ${text}`]).at(-1)?.canOpen).toBe(canOpen);
  });

  it.each([
    ['shorter than six words', 'Ships left Bergen.'],
    ['longer than forty', `The ${'very old harbour of Bergen '.repeat(9)}closed.`],
    ['broken off', 'The harbour of Bergen closed last winter because the—'],
    ['masked', 'The harbour of [__] closed after the winter storm came.'],
    ['looping', 'Thank harbour thank harbour thank harbour thank harbour thank harbour thank harbour.'],
  ])('never prints a sentence that is %s', (_, text) => {
    expect(judged([`${FIRST} ${text}`]).at(-1)?.quality).toBe(0);
  });

  it('prints the same words once only', () => {
    expect(judged([FIRST, FIRST]).map(({ quality }) => quality > 0)).toEqual([true, false]);
  });

  it('ranks talk about the programme below everything else', () => {
    const [news, thanks] = judged([
      `${FIRST} Please subscribe to our channel and visit the museum of modern art.`,
    ]);
    expect(thanks?.quality).toBeLessThan((news?.quality ?? 0) / 10);
  });

  it('takes a whole sponsor read for talk about the programme', () => {
    const read = [
      'This show is brought to you by Acme Mattresses.',
      'Their mattresses cool down through the hottest summer nights.',
      'Use code NEWS at checkout for the spring discount.',
      'Their pillows come in seven colours and three sizes.',
      'Links in the description take you straight to Acme.',
    ];
    const sentences = judged([FIRST, ...read]);
    expect(sentences.slice(1).every(({ quality }) => quality < 0.1)).toBe(true);
  });

  it('parts an overlong sentence where "and" adds a full clause, not before "but"', () => {
    const first =
      'The harbour of Bergen closed after the great winter storm had broken both of its old stone piers';
    const texts = judged([
      `${first}, and the city council voted for a new pier of steel that will cost ninety million crowns, but the government in Oslo has not yet agreed to pay its part.`,
    ]).map(({ text }) => text);
    expect(texts[0]).toBe(`${first},`);
    expect(texts[1]).toContain('but the government');
  });

  it('cuts words without full stops into clauses that end on no article or preposition', () => {
    const spoken =
      'the harbour of bergen closed after the storm and we had to bring the fish to another town so the prices went up all over the country and people bought less fish than before';
    const sentences = judged([spoken, spoken.replaceAll('fish', 'wool').replaceAll('harbour', 'market')]);
    expect(sentences.length).toBeGreaterThan(2);
    for (const { text, from, to } of sentences) {
      expect(to - from).toBeLessThanOrEqual(40);
      expect(text).not.toMatch(/ (?:the|of|to|and|so)$/);
    }
  });

  it.each([
    '<script>alert(1)</script>',
    'https://scam.example/pay?u={{user}}',
    '[click](javascript:x)',
    '&lt;svg&gt;',
  ])('never prints a sentence with %s, which nobody said', (markup) => {
    const [sentence] = judged([`The mayor of Tartu opened ${markup} the new bridge over the river.`]);
    expect(sentence?.quality).toBe(0);
  });

  it('cuts Japanese at its own full stops', () => {
    const texts = judged(
      ['中央銀行は今日、金利を半ポイント引き上げました。市長は新しい橋を開通させました。'],
      'ja',
    );
    expect(texts).toHaveLength(2);
  });
});
