import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../src/check/index.ts';
import { checkClaims } from '../../src/write/model/claims.ts';
import { Composer, fitQuotation, isHole } from '../../src/write/model/compose.ts';
import { checkPlan } from '../../src/write/model/notes.ts';
import { createRegister } from '../../src/write/model/register.ts';
import type { Notes, WrittenSentence } from '../../src/write/model/schemas.ts';
import { transcriptOf } from '../fixtures/transcripts.ts';

const transcript = transcriptOf(
  [
    'good evening everyone i am anna berg the mayor of this town and tonight we open the new bridge',
    'we will not raise taxes for it we have 12 million in the fund and we use nothing else',
    'a reporter asks whether the old bridge will be closed and the mayor says it may close in spring',
  ],
  { title: 'Town meeting with Anna Berg' },
);

const claim = (id: number, more: Partial<Notes['claims'][number]> = {}): Notes['claims'][number] => ({
  id,
  claim: 'The mayor opens the bridge.',
  units: [0],
  kind: 'event',
  speaker: 's1',
  quotation: null,
  salience: 3,
  ...more,
});

const notes = (claims: Notes['claims'], more: Partial<Notes['plan']> = {}): Notes => ({
  speakers: [
    {
      key: 's1',
      name: 'Anna Maria Berg',
      role: 'mayor of this town',
      description: 'the mayor',
      introducedIn: [0],
    },
  ],
  claims,
  plan: {
    angle: 'Bridge opens',
    dateline: null,
    lead: [1],
    sections: [{ heading: 'Money', claims: [2, 3] }],
    leftOut: [],
    ...more,
  },
});

const sentence = (text: string, more: Partial<WrittenSentence> = {}): WrittenSentence => ({
  text,
  units: [1],
  speaker: 's1',
  kind: 'attributed',
  ...more,
});

function checkNotes({ speakers, claims: proposed, plan }: Notes) {
  const register = createRegister(speakers, transcript);
  const evidence = evidenceOf(transcript);
  const { claims } = checkClaims(proposed, { transcript, register, evidence, language: 'en' });
  const { notes: known, faults } = checkPlan(plan, { register, claims, transcript });
  return { ...known, faults };
}

const checked = checkNotes(
  notes([
    claim(1),
    claim(2, { units: [1], quotation: 'We will not raise taxes for it.' }),
    claim(3, { units: [2] }),
  ]),
);
function composed(...sentences: WrittenSentence[]) {
  const composer = new Composer({ notes: checked, transcript, language: 'en' });
  const paragraphs = composer.paragraphs([{ sentences }], 'paragraphs');
  return { composer, paragraphs, dropped: composer.dropped, faults: composer.faults };
}
function first(...sentences: WrittenSentence[]) {
  const [sentence] = composed(...sentences).paragraphs.flat();
  return sentence && isHole(sentence) ? undefined : sentence;
}

describe('notes', () => {
  it('keep of a name only the words that the source has', () => {
    expect(checked.register.named).toEqual([
      { id: 's1', name: 'Anna Berg', role: 'mayor of this town', basis: 'metadata', cites: [] },
    ]);
  });

  it('describe a speaker whom the source never names', () => {
    const stranger = checkNotes({
      ...notes([claim(1)]),
      speakers: [{ key: 's9', name: 'John Smith', role: null, description: 'a reporter', introducedIn: [2] }],
    });
    expect(stranger.register.named).toEqual([]);
    expect(stranger.register.calls.get('s9')).toBe('a reporter');
  });

  it('drop claims on units that do not exist, and say so when too few are left', () => {
    const result = checkNotes(notes([claim(1), claim(2, { units: [99] })]));
    expect([...result.claims.keys()]).toEqual([1]);
    expect(result.faults.join(' ')).toMatch(/only 1 claims/);
  });

  it('drop a quotation that nobody said and keep the claim', () => {
    const result = checkNotes(notes([claim(1, { quotation: 'Taxes are theft and we all know it.' })]));
    expect(result.claims.get(1)).toBeDefined();
    expect(result.claims.get(1)?.quotation).toBeUndefined();
  });

  it('give a claim to one place only', () => {
    const result = checkNotes(
      notes([claim(1), claim(2)], {
        sections: [
          { heading: 'A', claims: [1, 2] },
          { heading: 'B', claims: [2] },
        ],
      }),
    );
    expect(result.sections).toEqual([{ heading: 'A', claims: [2] }]);
  });

  it('take a dateline only from units that name the place', () => {
    const at = (place: string) => checkNotes(notes([claim(1)], { dateline: { place, units: [0] } })).dateline;
    expect(at('Kyiv')).toBeUndefined();
    expect(at('this town')).toEqual({ place: 'this town', basis: 'evidence', cites: [0] });
  });
});

describe('a composed sentence', () => {
  it("carries the captions' words where a quotation is placed", () => {
    const result = first(sentence('{q2} Berg said.'));
    expect(result?.text).toBe('“We will not raise taxes for it,” Berg said.');
    expect(result?.quotes).toMatchObject([
      {
        text: 'We will not raise taxes for it,',
        source: 'we will not raise taxes for it',
        units: [1],
        speaker: 's1',
      },
    ]);
  });

  it('gets a typed quotation replaced by what the captions say', () => {
    expect(first(sentence('Berg said: "We have 12 million in a fund."'))?.text).toBe(
      'Berg said: “We have 12 million in the fund.”',
    );
  });

  it.each([
    ['quotes what nobody said', sentence('Berg said: "We are bankrupt and finished."'), /nobody says/],
    ['places an unknown quotation', sentence('{q77} Berg said.'), /not a quotation of the notes/],
    ['rests on nothing', sentence('Berg spoke.', { units: [99] }), /do not exist/],
    ['holds a link', sentence('See https://evil.example for more.'), /link or markup/],
    ['holds markup', sentence('Berg <script>spoke</script>.'), /link or markup/],
  ])('stays out when it %s', (_, bad, why) => {
    const result = composed(bad, sentence('It may close in spring, Berg said.', { units: [2] }));
    expect(result.dropped).toEqual([{ text: bad.text, why: expect.stringMatching(why) }]);
  });

  it('may not place one quotation twice', () => {
    expect(composed(sentence('{q2} Berg said.'), sentence('Again: {q2}')).faults).toEqual([
      expect.stringMatching(/twice/),
    ]);
  });
});

describe('a sentence that goes', () => {
  it('frees its quotation for another', () => {
    const { composer, paragraphs } = composed(sentence('{q2} Berg said.'));
    const [placed] = paragraphs.flat();
    if (!placed || isHole(placed)) throw new Error('nothing was composed');
    expect(composer.sentence(sentence('Once more: {q2}'), 'again')).toBeUndefined();
    composer.release(placed);
    expect(composer.sentence(sentence('Once more: {q2}'), 'again')?.quotes).toHaveLength(1);
  });
});

describe('the mark at the end of a quotation', () => {
  it.each([
    ['We stay.', ' Berg said.', 'en', 'We stay,', 0],
    ['We stay.', ', Berg said.', 'en', 'We stay,', 1],
    ['We stay.', '', 'en', 'We stay.', 0],
    ['We stay.', '.', 'en', 'We stay.', 1],
    ['Do we stay?', ' he asked.', 'en', 'Do we stay?', 0],
    ['Do we stay?', ', he asked.', 'en', 'Do we stay?', 1],
    ['a small step', ' and left.', 'en', 'a small step', 0],
    ['A small step', ' Berg said.', 'en', 'A small step,', 0],
    ['a small step', ' and said more.', 'en', 'a small step', 0],
    ['a small step', '', 'en', 'a small step.', 0],
    ['a small step', '.', 'en', 'a small step.', 1],
    ['ein Schritt', '.', 'de', 'ein Schritt', 0],
    ['Wir bleiben.', ', sagte er.', 'de', 'Wir bleiben', 0],
    ['Wir bleiben.', '.', 'de', 'Wir bleiben.', 1],
  ])('of %j before %j in %s is set for its place', (text, rest, language, fitted, swallowed) => {
    expect(fitQuotation(text, rest, language)).toEqual({ text: fitted, swallowed });
  });
});
