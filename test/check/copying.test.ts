import { describe, expect, it } from 'vitest';
import { checkSentences, createSentence, evidenceOf, type Finding } from '../../src/check/index.ts';
import { COPYING_RULES } from '../../src/check/rules/copying.ts';

const SPOKEN =
  'so I told the council that we have to count the boats in the harbour before we build anything at all';
const UNITS = ['Good evening.', SPOKEN, 'Thank you.', 'Yes.', 'No.', 'Maybe.', 'Never again.'];

interface Options {
  readonly cites?: readonly number[];
  readonly hasCitations?: boolean;
}

function check(text: string, { cites = [1], hasCitations = true }: Options = {}): Finding[] {
  const evidence = evidenceOf({
    units: UNITS.map((unit, id) => ({ id, text: unit })),
    metadata: { platform: 'file', title: '' },
    language: 'en',
    sha256: '',
  });
  const sentence = createSentence({ role: 'sentence', text, path: '/text', cites });
  return checkSentences([sentence], evidence, { language: 'en', rules: COPYING_RULES, hasCitations });
}

describe('Q07', () => {
  it('reports ten words in a row of the speaker, where they stand', () => {
    const text = 'Lee said: we have to count the boats in the harbour, first.';
    const copied = 'we have to count the boats in the harbour';
    expect(check(text)).toMatchObject([
      {
        severity: 'warning',
        message: '9 words in a row are the speaker’s own, without quotation marks',
        where: { start: text.indexOf(copied), end: text.indexOf(copied) + copied.length },
      },
    ]);
    expect(check('Lee said we have to count the boats in the harbour before we build.')).toMatchObject([
      { severity: 'error', message: expect.stringContaining('12 words') },
    ]);
  });

  it('sees them through punctuation and capitals', () => {
    expect(check('We have to count the boats, in the Harbour, before WE build.')).toMatchObject([
      { severity: 'error' },
    ]);
  });

  it('passes seven words in a row, and eight with one changed', () => {
    expect(check('Lee wants to count the boats in the harbour first.')).toEqual([]);
    expect(check('We have to count the ships in the harbour first.')).toEqual([]);
  });

  it('passes any number between quotation marks', () => {
    expect(check(`“${SPOKEN},” Lee said.`)).toEqual([]);
    expect(
      check('“We have to count the boats in the harbour,” he said, “before we build anything at all.”'),
    ).toEqual([]);
  });

  it('looks no farther than two units from those cited', () => {
    const text = 'Lee said we have to count the boats in the harbour before we build.';
    expect(check(text, { cites: [3] })).toHaveLength(1);
    expect(check(text, { cites: [6] })).toEqual([]);
  });

  it('is a warning at the most where code has guessed the units', () => {
    const text = 'Lee said we have to count the boats in the harbour before we build.';
    expect(check(text, { hasCitations: false })).toMatchObject([{ severity: 'warning' }]);
  });
});
