import type { Speaker } from '../../article/index.ts';
import type { Transcript } from '../../transcript/index.ts';
import type { Draft, DraftParagraph, DraftSentence } from '../draft.ts';
import type { LengthTarget } from '../length.ts';
import type { PrintedSentence } from './print-sentence.ts';
import { type ExtractiveParagraph, writeExtractive } from './write-extractive.ts';

/** The extractive writer's digest as a draft: every sentence is one quotation, said so by its kind and not by marks. */
export function draftPassages(transcript: Transcript, target: LengthTarget): Draft {
  const digest = writeExtractive(transcript, { targetWords: target.words, mostSections: target.sections });
  const speakers = new Map<string, Speaker>();
  const paragraph = (sentences: ExtractiveParagraph): DraftParagraph =>
    sentences.map((sentence) => draftSentence(sentence, speakers));
  return {
    headline: digest.headline,
    bodyHeadline: digest.bodyHeadline,
    deck: digest.deck.map(({ text }) => text).join(' '),
    lead: digest.lead.map(paragraph),
    sections: digest.sections.map(({ heading, paragraphs }) => ({
      heading,
      paragraphs: paragraphs.map(paragraph),
    })),
    speakers: [...speakers.values()],
    omissions: [],
    writer: { kind: 'extractive' },
    dropped: [],
  };
}

function draftSentence(
  { text, source, cites, edits, match, speaker }: PrintedSentence,
  speakers: Map<string, Speaker>,
): DraftSentence {
  const id = speaker === undefined ? undefined : identify(speaker, speakers);
  const who = id === undefined ? {} : { speaker: id };
  return {
    text,
    kind: 'attributed',
    ...who,
    cites: [...cites],
    quotes: [{ text, source, units: [...cites], edits: [...edits], match, ...who }],
  };
}

function identify(name: string, speakers: Map<string, Speaker>): string {
  const known = speakers.get(name);
  if (known) return known.id;
  const id = `s${speakers.size + 1}`;
  speakers.set(name, { id, name, basis: 'label', cites: [] });
  return id;
}
