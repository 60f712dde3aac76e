import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TranscriptError } from '../../../src/errors.ts';
import { countWords, normalizeWord, splitWords } from '../../../src/text/index.ts';
import type { Metadata, Transcript } from '../../../src/transcript/index.ts';
import { type ExtractiveDraft, writeExtractive } from '../../../src/write/extractive/index.ts';
import { lecture, unitsOf } from './speech-fixture.ts';

function transcriptOf(
  texts: readonly string[],
  metadata: Partial<Metadata> = {},
  language = 'en',
): Transcript {
  const units = unitsOf(texts);
  return {
    metadata: { platform: 'file', title: 'Harbour, budget and orchard', ...metadata },
    kind: 'manual',
    origin: 'file',
    language,
    segments: [],
    units,
    words: units.reduce((sum, { text }) => sum + countWords(text, language), 0),
    sha256: '0'.repeat(64),
    warnings: [],
  };
}

const sentencesOf = ({ lead, sections }: ExtractiveDraft) =>
  [...lead, ...sections.flatMap(({ paragraphs }) => paragraphs)].flat();
const wordsOf = (draft: ExtractiveDraft): number =>
  sentencesOf(draft).reduce((sum, { text }) => sum + countWords(text), 0);
const dense = (text: string): string => text.replaceAll(/\s/gu, '');

const talk = transcriptOf(lecture(8, 45));

describe('writeExtractive', () => {
  const draft = writeExtractive(talk, { targetWords: 1200 });

  it('prints nothing but spans of the units it cites', () => {
    for (const { source, cites } of sentencesOf(draft)) {
      const evidence = cites.map((id) => talk.units[id]?.text ?? '').join('');
      expect(dense(evidence)).toContain(dense(source));
    }
  });

  it('meets the length asked for within a fifth', () => {
    for (const targetWords of [300, 700, 1200]) {
      const words = wordsOf(writeExtractive(talk, { targetWords }));
      expect(Math.abs(words / targetWords - 1)).toBeLessThanOrEqual(0.2);
    }
  });

  it('leaves no tenth of the video out', () => {
    const end = talk.units.at(-1)?.end ?? 0;
    const tenths = sentencesOf(draft).flatMap(({ cites }) =>
      cites.map((id) => Math.floor((10 * (talk.units[id]?.start ?? 0)) / end)),
    );
    expect(new Set(tenths).size).toBe(10);
  });

  it('says nothing twice', () => {
    const texts = sentencesOf(draft).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('follows the video from section to section', () => {
    const order = draft.sections.map(({ units }) => units[0]);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });

  it('gives every section a heading of its own', () => {
    const headings = draft.sections.map(({ heading }) => heading);
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings.every((heading) => /\p{L}/u.test(heading))).toBe(true);
  });

  it('makes three to twelve sections', () => {
    expect(draft.sections.length).toBeGreaterThanOrEqual(3);
    expect(writeExtractive(talk, { targetWords: 2000 }).sections.length).toBeLessThanOrEqual(12);
  });

  it('takes the deck from the sections, so that they support it', () => {
    const body = draft.sections.flatMap(({ paragraphs }) => paragraphs.flat());
    expect(draft.deck).toHaveLength(1);
    for (const sentence of draft.deck) expect(body).toContain(sentence);
  });

  it('makes the headline of a talk that nobody gave a title from what is said most in all of it, never from the file name', () => {
    const untitled = writeExtractive(
      transcriptOf(lecture(8, 45), { title: 'rec 0042 final', isUntitled: true }),
      { targetWords: 1200 },
    );
    const said = new Set(
      talk.units.flatMap(({ text }) => splitWords(text.toLowerCase())).map(({ text }) => normalizeWord(text)),
    );
    const words = splitWords(untitled.headline).map(({ text }) => normalizeWord(text));
    expect(untitled.headline).not.toMatch(/rec|0042|final/iu);
    expect(words.length).toBeGreaterThan(1);
    expect(words.filter((word) => word !== 'and' && !said.has(word))).toEqual([]);
    expect(untitled.bodyHeadline).not.toBe(untitled.headline);
  });

  it('takes the headline from the title and shares a word of it with the body headline', () => {
    expect(draft.headline).toBe('Harbour, budget and orchard');
    expect(draft.bodyHeadline).toMatch(/harbour|budget|orchard/i);
    expect(draft.bodyHeadline).not.toBe(draft.headline);
  });

  it('writes the same draft of the same transcript', () => {
    expect(writeExtractive(talk, { targetWords: 1200 })).toEqual(draft);
  });

  it('lets the chapters of the author win, and their titles where they say something', () => {
    const at = (unit: number): number => talk.units[unit]?.start ?? 0;
    const chapters = [
      { start: 0, title: 'Intro' },
      { start: at(20), title: 'What the port of Bergen costs' },
      { start: at(70), title: '#3 The museum' },
    ];
    const { sections } = writeExtractive(transcriptOf(lecture(8, 45), { chapters }), { targetWords: 1200 });
    expect(sections.map(({ units }) => units[0])).toEqual([0, 20, 70]);
    expect(sections[0]?.heading).not.toBe('Intro');
    expect(sections[1]?.heading).toBe('What the port of Bergen costs');
  });

  it('never puts two speakers into one sentence or one paragraph', () => {
    const texts = lecture(6, 45).map((text, index) =>
      index % 2 === 0 ? `>> Anna: ${text}` : `>> Boris: ${text}`,
    );
    const debate = transcriptOf(texts);
    const { lead, sections } = writeExtractive(debate, { targetWords: 900 });
    for (const paragraph of [...lead, ...sections.flatMap(({ paragraphs }) => paragraphs)]) {
      expect(new Set(paragraph.map(({ speaker }) => speaker)).size).toBe(1);
    }
  });

  it('throws TRANSCRIPT_UNUSABLE when there is nothing to quote', () => {
    const loop = transcriptOf(Array.from({ length: 20 }, () => 'Thank you. Thank you. Thank you.'));
    expect(() => writeExtractive(loop, { targetWords: 100 })).toThrow(TranscriptError);
  });

  it('writes a short text as one section rather than as a lead alone', () => {
    const short = transcriptOf(['The harbour of Bergen closed after the storm of last winter.']);
    const { lead, sections } = writeExtractive(short, { targetWords: 100 });
    expect(lead).toEqual([]);
    expect(sections).toHaveLength(1);
  });

  it('prints only spans whatever the words are', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
      fc.constantFrom('the', 'and', 'Bergen', 'uh', '.', '中文。', 'har-', '—'),
    );
    const text = fc.array(word, { minLength: 1, maxLength: 45 }).map((words) => words.join(' ').trim());
    const texts = fc.array(
      text.filter((one) => one !== ''),
      { minLength: 1, maxLength: 30 },
    );
    const language = fc.constantFrom('en', 'de', 'ja', 'ar', 'sw');
    fc.assert(
      fc.property(texts, language, (units, spoken) => {
        const hostile = transcriptOf(
          units.map((one) => `>> ${one}`),
          {},
          spoken,
        );
        let result: ExtractiveDraft;
        try {
          result = writeExtractive(hostile, { targetWords: 200 });
        } catch (error) {
          expect(error).toBeInstanceOf(TranscriptError);
          return;
        }
        for (const { source, cites } of sentencesOf(result)) {
          const evidence = cites.map((id) => hostile.units[id]?.text ?? '').join('');
          expect(dense(evidence)).toContain(dense(source));
        }
      }),
      { numRuns: 60 },
    );
  });
});
