import { describe, expect, it } from 'vitest';
import type { Speaker } from '../../src/article/index.ts';
import { createCopy } from '../../src/check/copy.ts';
import { createSentence, evidenceOf } from '../../src/check/index.ts';
import { SPEAKER_RULES } from '../../src/check/rules/speakers.ts';
import { findAttributed } from '../../src/check/rules/speakers-attribution.ts';
import { checkCopy } from '../../src/check/run-rules.ts';
import { findNames } from '../../src/text/index.ts';

const LABELS = [
  'PRESIDENT BIDEN',
  'PRESIDENT BIDEN',
  'PRESIDENT ZELENSKYY',
  'COLLEEN LONG',
  'Q',
  'THE PRESIDENT',
];
const SPEAKERS: Speaker[] = ['Joe Biden', 'Volodymyr Zelenskyy', 'Colleen Long'].map((name, index) => ({
  id: `s${index}`,
  name,
  basis: 'label',
  cites: [],
}));

interface Setting {
  readonly speaker?: string;
  readonly labels?: readonly (string | undefined)[];
  readonly title?: string;
  readonly language?: string;
}

function check(text: string, cites: readonly number[], setting: Setting = {}) {
  const { speaker, labels = LABELS, title = '', language = 'en' } = setting;
  const evidence = evidenceOf(
    {
      units: labels.map((label, id) => ({
        id,
        text: 'We will do it all.',
        ...(label === undefined ? {} : { speakers: [label] }),
      })),
      language,
      metadata: { platform: 'file', title },
      sha256: '',
    },
    { speakers: SPEAKERS },
  );
  const sentence = createSentence({
    role: 'sentence',
    text,
    path: '/lead/0/sentences/0/text',
    cites,
    ...(speaker === undefined ? {} : { speaker }),
  });
  const copy = createCopy({
    language,
    deck: [],
    keyPoints: [],
    lead: [{ sentences: [sentence] }],
    sections: [],
    others: [],
    hasCitations: true,
  });
  return checkCopy(copy, evidence, SPEAKER_RULES).findings.map(({ rule, severity }) => `${rule} ${severity}`);
}

const attributed = (text: string, language = 'en') =>
  findAttributed(text, findNames(text, language), language).map((name) => name.text);

describe('findAttributed', () => {
  it.each([
    ['en', 'It will be done, Biden said.'],
    ['en', 'It will be done, said Biden.'],
    ['en', 'Biden also said so.'],
    ['en', 'According to Biden, it will be done.'],
    ['en', 'In Biden’s view, it will be done.'],
    ['en', 'Biden, the oldest man to hold the office, said so.'],
    ['en', 'Biden told Zelenskyy so.'],
    ['en', 'The reporter, asked by Long, left, and Biden answered that he would stay.'],
    ['de', 'Das werde so kommen, sagte Biden.'],
    ['de', 'Laut Biden kommt das so.'],
    ['es', 'Así será, dijo Biden.'],
    ['es', 'Según Biden, así será.'],
    ['fr', 'Il en sera ainsi, a déclaré Biden.'],
    ['fr', 'Selon Biden, il en sera ainsi.'],
    ['pt', 'Assim será, disse Biden.'],
    ['pt', 'Segundo Biden, assim será.'],
    ['ru', 'Так и будет, сказал Байден.'],
    ['ru', 'По словам Байдена, так и будет.'],
    ['uk', 'Так і буде, сказав Байден.'],
    ['uk', 'За словами Байдена, так і буде.'],
  ])('finds who speaks (%s: %s)', (language, text) => {
    expect(attributed(text, language)).toEqual([expect.stringMatching(/Biden|Байден/u)]);
  });

  it('gives the verb behind an employer to the person', () => {
    expect(attributed('Colleen Long of the Associated Press asked for a date.')).toContain('Colleen Long');
  });

  it('gives the verb behind two people to both', () => {
    expect(attributed('So Biden and Zelenskyy said.')).toEqual(['Biden', 'Zelenskyy']);
  });

  it.each([
    ['Biden, ', 0],
    // The first "said" begins the text: whose verb it is, nothing says.
    ['said Biden ', 7_999],
    ['Biden and ', 0],
  ])('lets in an endless row of “%s” speak whom a verb stands beside', (piece, count) => {
    expect(attributed(piece.repeat(8_000))).toHaveLength(count);
  });

  it('lets nobody speak who is asked, owns the speaker or is a country', () => {
    expect(attributed('Biden was asked for a date.')).toEqual([]);
    expect(attributed('Biden’s spokesman said so.')).toEqual([]);
    expect(attributed('An adviser to Biden said so.')).toEqual([]);
    expect(attributed('China said so.')).toEqual([]);
    expect(attributed('They told Biden so.')).toEqual([]);
  });
});

describe('Q02, words are given to the person who said them', () => {
  it('accepts the speaker of the label, with or without title and first name', () => {
    expect(check('It will be done, Biden said.', [0, 1])).toEqual([]);
    expect(check('It will be done, President Joe Biden said.', [0], { speaker: 's0' })).toEqual([]);
    expect(check('It will be done, Zelensky said.', [2])).toEqual([]);
  });

  it('reports another labelled speaker, in the text and in the field', () => {
    expect(check('It will be done, Zelenskyy said.', [0, 1])).toEqual(['Q02 error']);
    expect(check('It will be done.', [0, 1], { speaker: 's1' })).toEqual(['Q02 error']);
  });

  it('reports a text and a field that name different speakers', () => {
    expect(check('It will be done, Zelenskyy said.', [4], { speaker: 's0' })).toEqual(['Q02 error']);
  });

  it('accepts reported speech of others inside the speaker’s own', () => {
    expect(check('Zelenskyy said Putin told him so.', [2])).toEqual([]);
    expect(check('Zelenskyy said Biden told him so.', [2])).toEqual([]);
    expect(check('Biden said the leader of China assured Zelenskyy of it.', [0])).toEqual([]);
  });

  it('accepts the unit of a question beside that of the answer', () => {
    expect(check('Asked by Long, Biden said it will be done.', [1, 3])).toEqual([]);
  });

  it('says nothing where a cited unit does not say who speaks', () => {
    expect(check('It will be done, Zelenskyy said.', [0, 4])).toEqual([]);
    expect(
      check('It will be done, Zelenskyy said.', [0], { labels: [undefined, 'PRESIDENT ZELENSKYY'] }),
    ).toEqual([]);
  });

  it('knows from the title who holds the office that a label names', () => {
    const labels = ['THE PRESIDENT', 'MAYOR HARTKE'];
    const title = 'Remarks by President Biden';
    expect(check('It will be done, Biden said.', [0], { labels, title })).toEqual([]);
    expect(check('It will be done, Hartke said.', [0], { labels, title })).toEqual(['Q02 error']);
    expect(check('It will be done, Biden said.', [1], { labels, title })).toEqual(['Q02 error']);
  });

  it('tells two speakers of one surname apart by the first name', () => {
    const labels = ['COLBY SMITH', 'MICHELLE SMITH'];
    expect(check('It will be done, Colby Smith said.', [0], { labels })).toEqual([]);
    expect(check('It will be done, Colby Smith said.', [1], { labels })).toEqual(['Q02 error']);
    expect(check('It will be done, Smith said.', [1], { labels })).toEqual([]);
  });

  it('warns of a speaker whom units of somebody else do not name', () => {
    expect(check('Zelenskyy doubted that it will be done.', [0])).toEqual(['Q02 warning']);
  });

  it('warns where the field names somebody whom no label does', () => {
    const labels = ['PRESIDENT ZELENSKYY', 'Q'];
    expect(check('It will be done.', [0], { speaker: 's2', labels })).toEqual(['Q02 warning']);
    expect(check('It will be done.', [1], { speaker: 's2', labels })).toEqual([]);
    // An office, initials and another script may be hers.
    for (const label of ['THE PRESIDENT', 'CL', 'Коллин Лонг'])
      expect(check('It will be done.', [0], { speaker: 's2', labels: [label] }), label).toEqual([]);
  });

  it('warns where somebody whom no label names speaks alone', () => {
    expect(check('It will be done, Macron said.', [0])).toEqual(['Q02 warning']);
  });
});
