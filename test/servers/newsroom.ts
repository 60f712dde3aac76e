import type { Notes, Written } from '../../src/write/model/schemas.ts';
import { answerStages, type NumberedUnit } from './stages.ts';

/**
 * A model that does its work from the request alone: it reads the numbered units, takes each as a claim with its first words as
 * a quotation, and writes one sentence for each. What it says is dull and right. How to add a stage: stages.ts.
 */
export const newsroom = answerStages({
  notes: ({ units }) => takeNotes(units),
  article: ({ units }) => write(units),
});

const firstWords = (text: string, count: number): string => text.split(' ').slice(0, count).join(' ');

function takeNotes(units: readonly NumberedUnit[]): Notes {
  const claims = units.map(({ id, text }) => ({
    id: id + 1,
    claim: `A speaker talks of ${firstWords(text, 4)}`,
    units: [id],
    kind: 'statement' as const,
    speaker: 's1',
    quotation: firstWords(text, 8),
    salience: 3,
  }));
  const third = Math.ceil((claims.length - 1) / 3);
  const ids = claims.slice(1).map(({ id }) => id);
  return {
    speakers: [{ key: 's1', name: null, role: null, description: 'a speaker', introducedIn: [] }],
    claims,
    plan: {
      angle: 'What was said',
      dateline: null,
      lead: [1],
      sections: [0, 1, 2].map((index) => ({
        heading: `Part ${index + 1}`,
        claims: ids.slice(index * third, (index + 1) * third),
      })),
      leftOut: [],
    },
  };
}

function write(units: readonly NumberedUnit[]): Written {
  const sentence = (text: string, id: number) => ({
    text,
    units: [id],
    speaker: 's1',
    kind: 'attributed' as const,
  });
  const third = Math.ceil((units.length - 1) / 3);
  const told = units.slice(1).map(({ id }) => sentence(`A speaker put it in these words: {q${id + 1}}`, id));
  return {
    lead: [{ sentences: [sentence('A speaker opened with {q1} and went on.', 0)] }],
    sections: [0, 1, 2].map((index) => ({
      heading: `Part ${index + 1}`,
      paragraphs: [{ sentences: told.slice(index * third, (index + 1) * third) }],
    })),
    bodyHeadline: 'A speaker opened and went on',
    headline: 'A speaker opened with words',
    headlineAlternatives: ['A speaker went on', 'Words of a speaker', 'A speaker put it in words'],
    deck: 'A speaker opened with words. A speaker put it in these words.',
    keyPoints: [{ text: 'A speaker opened.', units: [0] }],
  };
}
