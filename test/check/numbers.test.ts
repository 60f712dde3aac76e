import { describe, expect, it } from 'vitest';
import { createCopy, createSentence } from '../../src/check/copy.ts';
import { evidenceOf } from '../../src/check/evidence.ts';
import type { Found } from '../../src/check/rule.ts';
import { NUMBER_RULES } from '../../src/check/rules/numbers.ts';

const UNITS = [
  'The G7 froze $280 billion of Russian assets two days after the invasion.',
  'We signed a plan that unlocks fifty billion dollars for Ukraine.',
  'Inflation ran at 2.1 percent and it fell by half a percentage point.',
  'Twenty-five additional countries joined us quickly, so 12 and 30 signed.',
  'Nothing of this kind was ever said here.',
  'The factory employs 281.3 thousand workers in Ohio.',
  'Insulin costs 35 dollars, and it used to cost 400 dollars before the cap.',
  'Nobody expected that either.',
];

interface Options {
  readonly cites?: readonly number[];
  readonly language?: string;
  readonly role?: 'sentence' | 'headline';
}

function check(text: string, { cites = [0], language = 'en', role = 'sentence' }: Options = {}): Found[] {
  const evidence = evidenceOf({
    units: UNITS.map((unit, id) => ({ id, text: unit })),
    metadata: { platform: 'file', title: 'Day 7 of the summit', publishedAt: '2024-06-13' },
    language: 'en',
    sha256: '',
  });
  const sentence = createSentence({ role, text, path: '', cites });
  const copy = createCopy({
    language,
    deck: [],
    keyPoints: [],
    others: [],
    lead: [{ sentences: [sentence] }],
    sections: [],
    hasCitations: true,
  });
  return NUMBER_RULES.flatMap(({ severity, checkSentence }) =>
    [...(checkSentence?.(sentence, { copy, evidence, language }) ?? [])].map((found) => ({
      severity,
      ...found,
    })),
  );
}

const severities = (text: string, options?: Options) => check(text, options).map(({ severity }) => severity);

describe('F01', () => {
  it('accepts a number of the cited units however it is written', () => {
    expect(check('Assets worth 280 billion dollars were frozen.')).toEqual([]);
    expect(check('The plan frees up $50 billion.', { cites: [1] })).toEqual([]);
    expect(check('25 more countries joined.', { cites: [3] })).toEqual([]);
    expect(check('It fell by 50 basis points.', { cites: [2] })).toEqual([]);
  });

  it('accepts a number of the title', () => {
    expect(check('It was day 7 of the summit.', { cites: [4] })).toEqual([]);
  });

  it('accepts a number in another language', () => {
    expect(check('Die G7 haben 280 Milliarden Dollar eingefroren.', { language: 'de' })).toEqual([]);
    expect(severities('Die G7 haben 380 Milliarden Dollar eingefroren.', { language: 'de' })).toEqual([
      'error',
    ]);
  });

  it('reports a number that nobody says, with the nearest ones', () => {
    const [found] = check('Assets worth $380 billion were frozen.');
    expect(found?.severity).toBe('error');
    expect(found?.evidence).toContain('$280 billion');
    expect('Assets worth $380 billion were frozen.'.slice(found?.start, found?.end)).toBe('$380 billion');
  });

  it('reports another magnitude, unit or currency', () => {
    expect(check('Assets worth $280 million were frozen.')[0]?.message).toMatch(/magnitude/);
    expect(check('Assets worth €280 billion were frozen.')[0]?.message).toMatch(/unit/);
    expect(severities('It ran at 2.1 percentage points.', { cites: [2] })).toEqual(['error']);
  });

  it('accepts a number restated without its unit', () => {
    expect(check('The rate was 2.1.', { cites: [2] })).toEqual([]);
  });

  it('warns of a number that stands elsewhere in the transcript', () => {
    const [found] = check('The plan frees up $280 billion.', { cites: [4] });
    expect(found?.severity).toBe('warning');
    expect(found?.message).toContain('unit 0');
  });

  it('accepts rounding that takes digits away, and more of it with a qualifier', () => {
    expect(check('The factory employs 281 thousand people.', { cites: [5] })).toEqual([]);
    expect(check('The factory employs 280,000 people.', { cites: [5] })).toEqual([]);
    expect(check('It employs about 300,000 people.', { cites: [5] })).toEqual([]);
    expect(check('It employs more than 250,000 people.', { cites: [5] })).toEqual([]);
    expect(severities('It employs 300,000 people.', { cites: [5] })).toEqual(['error']);
    expect(severities('It employs about 284,100 people.', { cites: [5] })).toEqual(['error']);
    expect(severities('It employs more than 290,000 people.', { cites: [5] })).toEqual(['error']);
  });

  it('accepts a sum when the sentence names its parts and warns when it does not', () => {
    expect(check('With 12 and 30 together, 42 have signed.', { cites: [3] })).toEqual([]);
    expect(severities('In all, 42 have signed.', { cites: [3] })).toEqual(['warning']);
  });

  it('warns of a right number of the wrong thing', () => {
    const [found] = check('Assets worth $50 billion were frozen.');
    expect(found?.severity).toBe('warning');
    expect(found?.message).toContain('$280 billion');
  });

  it('lets counters be', () => {
    expect(check('One of the two leaders spoke first, and both agreed.')).toEqual([]);
  });

  it('does not look into quotations', () => {
    expect(check('He said “we froze 999 billion” that day.')).toEqual([]);
  });

  it('compares a headline with the whole transcript', () => {
    expect(check('Insulin at 35 dollars', { role: 'headline', cites: [] })).toEqual([]);
    expect(severities('Insulin at 36 dollars', { role: 'headline', cites: [] })).toEqual(['error']);
  });
});
