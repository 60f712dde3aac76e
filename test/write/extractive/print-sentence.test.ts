import { describe, expect, it } from 'vitest';
import { printSentence } from '../../../src/write/extractive/print-sentence.ts';
import { speechOf } from './speech-fixture.ts';

function printAll(texts: readonly string[], language = 'en') {
  const speech = speechOf(texts, language);
  return printSentence(speech, { from: 0, to: speech.words.length, turn: 0, quality: 1, canOpen: true });
}

describe('printSentence', () => {
  it('begins with a capital and ends with a full stop', () => {
    expect(printAll(['the harbour of bergen closed last winter']).text).toBe(
      'The harbour of bergen closed last winter.',
    );
  });

  it('leaves out hesitation, repeats and words broken off, and records each', () => {
    const { text, edits, match, source } = printAll([
      'The har- harbour of the, uh, the town closed closed last winter.',
    ]);
    expect(text).toBe('The harbour of the town closed last winter.');
    expect(
      edits
        .filter(({ to }) => to === '')
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['filler', 'fragment', 'repeat', 'repeat']);
    expect(match).toBe('cleaned');
    expect(source).toBe('The har- harbour of the, uh, the town closed closed last winter.');
  });

  it('keeps words that only look like hesitation or repetition', () => {
    expect(printAll(['Er kam, um das Haus zu sehen, das das Land verkauft.'], 'de').text).toBe(
      'Er kam, um das Haus zu sehen, das das Land verkauft.',
    );
    expect(printAll(['Nous nous sommes vus hier soir à Gand.'], 'fr').text).toBe(
      'Nous nous sommes vus hier soir à Gand.',
    );
  });

  it('keeps a dash that stands alone where it was', () => {
    expect(printAll(['We signed commitments to — with the government of Estonia.']).text).toContain(
      'to — with',
    );
  });

  it('keeps a sign that stands apart from its number', () => {
    expect(printAll(['L’impôt des sociétés à 25 % rapporte 8 € par ménage.'], 'fr').text).toContain(
      'à 25 % rapporte 8 € par',
    );
  });

  it('cites both units of a sentence that crosses their border, with the space between them', () => {
    const { text, cites } = printAll(['The mayor of Tartu opened', 'the bridge over the river.']);
    expect(text).toBe('The mayor of Tartu opened the bridge over the river.');
    expect(cites).toEqual([0, 1]);
  });

  it('joins units of a script without spaces without one', () => {
    expect(printAll(['市長は新しい橋を', '開通させました。'], 'ja').text).toBe(
      '市長は新しい橋を開通させました。',
    );
  });

  it('ends a sentence in brackets with one full stop', () => {
    expect(printAll(['（市長は新しい橋を開通させました。）'], 'ja').text).toBe(
      '市長は新しい橋を開通させました。',
    );
  });

  it('names the speaker and the seconds it was said in', () => {
    const speech = speechOf(['Anna: One two three four. The bridge is open now.']);
    const printed = printSentence(speech, { from: 4, to: 9, turn: 0, quality: 1, canOpen: true });
    expect(printed).toMatchObject({ speaker: 'Anna', start: 4, end: 9 });
  });
});
