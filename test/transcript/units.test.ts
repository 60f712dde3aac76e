import { describe, expect, it } from 'vitest';
import { type Cue, cutUnits } from '../../src/transcript/index.ts';

const wordsOf = (text: string): string[] => text.split(' ');
const filler = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, index) => `w${from + index}x`).join(' ');

/** The words of the first unit of an untimed text in which everything else is plain. */
function firstUnit(text: string): string {
  return cutUnits([{ text }], 'en')[0]?.text ?? '';
}

describe('cutUnits', () => {
  it('puts every word in exactly one unit of at most 45 words, numbered from 0', () => {
    const text = filler(1_000);
    const units = cutUnits([{ text }], 'en');
    expect(units.map((unit) => unit.text).join(' ')).toBe(text);
    expect(units.map((unit) => unit.id)).toEqual(units.map((_, index) => index));
    for (const unit of units.slice(0, -1)) {
      expect(wordsOf(unit.text).length).toBeGreaterThanOrEqual(30);
      expect(wordsOf(unit.text).length).toBeLessThanOrEqual(45);
    }
  });

  it('cuts at a sentence end between the 30th and the 45th word', () => {
    expect(firstUnit(`${filler(33)} end. New ${filler(30)}`)).toMatch(/ end\.$/u);
  });

  it('does not take the stop of an abbreviation for a sentence end', () => {
    expect(firstUnit(`${filler(31)} Mr. Ruiz ${filler(6)} end. New ${filler(30)}`)).toMatch(/ end\.$/u);
  });

  it('cuts at the longest pause where no sentence ends', () => {
    const words = Array.from({ length: 60 }, (_, index) => ({
      text: `w${index}`,
      start: index * 0.4 + (index > 36 ? 1.5 : 0),
    }));
    const cue: Cue = { start: 0, end: 26, text: words.map((word) => word.text).join(' '), words };
    expect(cutUnits([cue], 'en')[0]?.text).toMatch(/ w36$/u);
  });

  it.each([
    ['a name', `${filler(43)} met Ana Maria Ruiz there ${filler(20)}`, /Ana Maria$|Ana$/u],
    ['a name with particles', `${filler(42)} so Ursula von der Leyen ${filler(20)}`, /(?:Ursula|von|der)$/u],
    ['a sum', `${filler(44)} 50 billion dollars ${filler(20)}`, /(?:50|billion)$/u],
    ['a share', `${filler(44)} 1.5 percent ${filler(20)}`, /1\.5$/u],
    ['a number in words', `${filler(42)} three hundred million people ${filler(20)}`, /(?:three|hundred)$/u],
    ['a date', `${filler(43)} on July 23, 2026 ${filler(20)}`, /(?:July|23,)$/u],
    ['the profanity mask', `${filler(43)} [ __ ] ${filler(20)}`, /(?:\[|__)$/u],
  ])('never cuts inside %s', (_, text, wrong) => {
    const units = cutUnits([{ text }], 'en').map((unit) => unit.text);
    expect(units.join(' ')).toBe(text);
    for (const unit of units) expect(unit).not.toMatch(wrong);
  });

  it('cuts inside a name when a text is nothing but names', () => {
    const text = Array.from({ length: 200 }, (_, index) => `Name${index}`).join(' ');
    const units = cutUnits([{ text }], 'en');
    expect(units.map((unit) => unit.text).join(' ')).toBe(text);
    for (const unit of units) expect(wordsOf(unit.text).length).toBeLessThanOrEqual(45);
  });

  it('ends a unit at every change of speaker and marks the first unit of the new one', () => {
    const cues: Cue[] = [
      { text: filler(50), speaker: 'Ana Ruiz', turn: true },
      { text: 'Why?', turn: true },
      { text: 'Because.', speaker: 'Ana Ruiz', turn: true },
    ];
    expect(
      cutUnits(cues, 'en').map(({ speakers, turn, text }) => [speakers, turn, wordsOf(text).length]),
    ).toEqual([
      [['Ana Ruiz'], true, 45],
      [['Ana Ruiz'], undefined, 5],
      [undefined, true, 1],
      [['Ana Ruiz'], true, 1],
    ]);
  });

  it('cuts scripts without spaces by their words and puts no spaces between captions', () => {
    const cues: Cue[] = Array.from({ length: 12 }, () => ({ text: '我们从一系列很小的数字开始' }));
    const units = cutUnits(cues, 'zh');
    expect(units.length).toBeGreaterThan(1);
    expect(units.map((unit) => unit.text).join('')).toBe('我们从一系列很小的数字开始'.repeat(12));
  });

  it('takes times from timed words, and spreads them over the characters of a cue without', () => {
    const plain = { start: 10, end: 20, text: 'aaaa bbbb' };
    const timed = {
      start: 20,
      end: 24,
      text: 'cc dd',
      turn: true,
      words: [
        { text: 'cc', start: 20.5 },
        { text: 'dd', start: 23 },
      ],
    };
    expect(cutUnits([plain, timed], 'en').map(({ start, end }) => [start, end])).toEqual([
      [10, 20],
      [20, 24],
    ]);
    const long: Cue = { start: 0, end: 90, text: filler(90) };
    const [first, second] = cutUnits([long], 'en');
    expect(first?.start).toBe(0);
    expect(second?.start).toBeGreaterThanOrEqual(first?.end ?? Number.POSITIVE_INFINITY);
    expect(first?.end).toBeGreaterThan(29);
    expect(first?.end).toBeLessThan(46);
  });

  it('gives no times to a text without', () => {
    expect(cutUnits([{ text: 'We sail.' }], 'en')).toEqual([{ id: 0, text: 'We sail.' }]);
  });
});
