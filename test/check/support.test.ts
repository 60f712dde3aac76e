import { describe, expect, it } from 'vitest';
import { checkSentences, createSentence, evidenceOf, type Finding } from '../../src/check/index.ts';
import { SUPPORT_RULES } from '../../src/check/rules/support.ts';

/** A talk that changes its matter every unit, long enough that common words weigh little. */
const MATTERS = [
  'The ferry carried nine thousand passengers to the island in May.',
  'Our bakery burned down and the insurance paid for a new oven.',
  'Teachers at the village school want smaller classes next autumn.',
  'The old lighthouse gets a coat of white paint from volunteers.',
  'A storm tore the roof off the covered market on the square.',
  'The hospital hires two midwives and a surgeon from Norway.',
  'Bees died in the orchards after farmers sprayed a new poison.',
  'The railway bridge rusts and trains must slow to walking pace.',
  'Fishermen caught fewer herring than in any year on record.',
  'The library lends tools, tents and musical instruments.',
  'A bronze statue of the poet was stolen from the cemetery.',
  'The swimming pool stays closed because the pump is broken.',
];

interface Options {
  readonly cites?: readonly number[];
  readonly hasCitations?: boolean;
  readonly language?: string;
}

function check(text: string, { cites = [0], hasCitations = true, language = 'en' }: Options = {}): Finding[] {
  const evidence = evidenceOf(
    {
      units: MATTERS.map((unit, id) => ({ id, text: unit })),
      metadata: { platform: 'file', title: '' },
      language: 'en',
      sha256: '',
    },
    { speakers: [{ id: 'lee', name: 'Ann Lee', basis: 'label', cites: [] }] },
  );
  const sentence = createSentence({ role: 'sentence', text, path: '/text', cites });
  return checkSentences([sentence], evidence, { language, rules: SUPPORT_RULES, hasCitations });
}

describe('C02', () => {
  it('passes a sentence told in other words than its unit', () => {
    expect(check('In May 9,000 passengers took the ferry to the island.')).toEqual([]);
    expect(check('The lighthouse is being painted white by volunteers.', { cites: [3] })).toEqual([]);
  });

  it('passes a citation of the neighbour: speech runs over the border of a unit', () => {
    expect(check('In May 9,000 passengers took the ferry to the island.', { cites: [1] })).toEqual([]);
  });

  it('reports a citation that was moved, with the place the sentence rests on', () => {
    const [found, ...others] = check('In May 9,000 passengers took the ferry to the island.', { cites: [8] });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      severity: 'error',
      message: 'rests on unit 0 rather than on those cited',
      evidence: MATTERS[0],
    });
  });

  it('reports a sentence from elsewhere', () => {
    const [found] = check('Astronauts repaired a telescope in orbit around Jupiter.', { cites: [4] });
    expect(found).toMatchObject({
      severity: 'error',
      message: 'the cited units hold hardly any of its words (0 %)',
    });
  });

  it('passes a sentence that rests on two places and cites both', () => {
    const text = 'The ferry carried nine thousand passengers, and the library lends tools and tents.';
    expect(check(text, { cites: [0, 9] })).toEqual([]);
  });

  it('weighs neither the name of a speaker nor the verb that says somebody speaks', () => {
    expect(check('Ann Lee said, explained and insisted that herring were fewer.', { cites: [8] })).toEqual(
      [],
    );
  });

  it('does not judge by two words, which stand in many places', () => {
    expect(check('Ann Lee agreed about telescopes.', { cites: [4] })).toEqual([]);
  });

  it('has nothing to say where nothing is cited, which is the matter of C01', () => {
    expect(check('Astronauts repaired a telescope in orbit around Jupiter.', { cites: [] })).toEqual([]);
  });

  it('is a warning at the most where code has guessed the units', () => {
    const text = 'In May 9,000 passengers took the ferry to the island.';
    expect(check(text, { cites: [8], hasCitations: false })).toMatchObject([{ severity: 'warning' }]);
  });

  it('does not compare the words of two languages', () => {
    expect(check('Im Mai fuhren neuntausend Menschen zur Insel.', { cites: [8], language: 'de' })).toEqual(
      [],
    );
  });
});
