import { describe, expect, it } from 'vitest';
import {
  type CopySentence,
  checkCopy,
  createCopy,
  createSentence,
  evidenceOf,
  type Finding,
} from '../../src/check/index.ts';
import { CITATION_RULES } from '../../src/check/rules/citations.ts';

interface Options {
  readonly hasCitations?: boolean;
  readonly units?: number;
}

function check(
  sentences: readonly Partial<CopySentence>[],
  { hasCitations = true, units = 5 }: Options = {},
): Finding[] {
  const copy = createCopy({
    language: 'en',
    headline: createSentence({ role: 'headline', text: 'Boats are counted', path: '/headline' }),
    deck: [],
    keyPoints: [],
    lead: [
      {
        sentences: sentences.map((given, index) =>
          createSentence({
            role: 'sentence',
            text: 'Boats are counted.',
            path: hasCitations ? `/lead/0/sentences/${index}/text` : '',
            ...given,
          }),
        ),
      },
    ],
    sections: [],
    others: [],
    hasCitations,
  });
  const evidence = evidenceOf({
    units: Array.from({ length: units }, (_, id) => ({ id, text: 'We count boats.' })),
    metadata: { platform: 'file', title: '' },
    language: 'en',
    sha256: '',
  });
  return checkCopy(copy, evidence, CITATION_RULES).findings;
}

describe('C01', () => {
  it('passes a sentence that cites units, or a fact of the video’s page', () => {
    expect(check([{ cites: [0, 4] }, { sources: ['publishedAt'] }])).toEqual([]);
  });

  it('asks nothing of a transition, nor of a headline', () => {
    expect(check([{ kind: 'transition' }])).toEqual([]);
  });

  it('reports a sentence that cites nothing, at its citations', () => {
    expect(check([{ cites: [1] }, {}])).toMatchObject([
      { severity: 'error', message: 'cites nothing', where: { path: '/lead/0/sentences/1/cites' } },
    ]);
  });

  it('reports units that do not exist, also beside others and in a transition', () => {
    expect(check([{ cites: [4, 5, 99] }, { kind: 'transition', cites: [7] }])).toMatchObject([
      { severity: 'error', message: 'cites units that do not exist: 5, 99' },
      { severity: 'error', message: 'cites units that do not exist: 7' },
    ]);
  });

  it('says once that a text without citations and transcript names no evidence', () => {
    expect(check([{}, {}, {}], { hasCitations: false, units: 0 })).toMatchObject([
      { severity: 'error', message: 'none of the 3 sentences names the passage it rests on' },
    ]);
  });

  it('says so of no text without sentences', () => {
    expect(check([], { hasCitations: false, units: 0 })).toEqual([]);
  });

  it('only warns where code has looked for the units and found none: it may be the paraphrase', () => {
    expect(check([{ cites: [1] }, { at: [7, 8, 9] }], { hasCitations: false })).toMatchObject([
      {
        severity: 'warning',
        message: 'nothing in the transcript comes near this sentence',
        where: { start: 7 },
      },
    ]);
  });
});
