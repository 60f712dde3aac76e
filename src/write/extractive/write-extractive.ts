import { TranscriptError } from '../../errors.ts';
import { normalizeWord, splitWords, stemWord } from '../../text/index.ts';
import type { Metadata, Transcript } from '../../transcript/index.ts';
import { locateChapters, writeHeadings } from './chapters.ts';
import { nameTopics } from './headings.ts';
import { type PrintedSentence, printSentence } from './print-sentence.ts';
import { centroidOf, termWeights } from './relevance.ts';
import { choosePassages } from './selection.ts';
import { findSentences, type Sentence } from './sentences.ts';
import { readSpeech, type Speech } from './speech.ts';
import { type TopMatter, writeTop } from './top-matter.ts';
import { findTopics } from './topics.ts';

export interface ExtractiveOptions {
  /** Words of lead and sections together; met within a fifth when the transcript has as much to offer. */
  readonly targetWords: number;
  /** BCP 47. @default the transcript's */
  readonly language?: string;
  /** Most sections; at least three are made of any transcript long enough. @default one for 145 words, 3 to 12 */
  readonly mostSections?: number;
}

export type ExtractiveParagraph = readonly PrintedSentence[];

/** A digest in the speakers' own words. Apart from headline and headings every text is a span of the transcript. */
export interface ExtractiveDraft extends TopMatter {
  readonly lead: readonly ExtractiveParagraph[];
  readonly sections: readonly ExtractiveSection[];
}

export interface ExtractiveSection {
  readonly heading: string;
  readonly paragraphs: readonly ExtractiveParagraph[];
  /** Indices of the first and last unit of the topic. */
  readonly units: readonly [number, number];
}

const FEWEST_SECTIONS = 3;
const MOST_SECTIONS = 12;
const WORDS_PER_SECTION = 145;

/**
 * Writes a digest of a transcript without a model. A pure function: the same transcript gives the same draft.
 * Throws TRANSCRIPT_UNUSABLE when there is no sentence in it to quote.
 */
export function writeExtractive(transcript: Transcript, options: ExtractiveOptions): ExtractiveDraft {
  const { targetWords, language = transcript.language } = options;
  const { metadata } = transcript;
  const speech = readSpeech(transcript.units, language);
  const weights = termWeights(speech);
  const most = options.mostSections ?? Math.round(targetWords / WORDS_PER_SECTION);
  const chapters = locateChapters(metadata, speech);
  const topics = findTopics(speech, {
    fewest: FEWEST_SECTIONS,
    most: Math.min(MOST_SECTIONS, Math.max(FEWEST_SECTIONS, most)),
    ...(chapters.size > 1 ? { chapters: [...chapters.keys()] } : {}),
  });
  const sentences = findSentences(speech);
  const centre = centroidOf(speech, weights, 0, speech.words.length, boostTitle(metadata, speech));
  const selection = choosePassages({ speech, weights, sentences, topics, centre, words: targetWords });
  const print = printer(speech, sentences);
  const paragraphsOf = (chosen: readonly number[]) =>
    groupSentences(sentences, chosen).map((group) => group.map(print));
  const names = nameTopics(
    speech,
    weights,
    topics.map(({ from, to }) => ({ from: speech.unitStart[from] ?? 0, to: speech.unitStart[to] ?? 0 })),
  );
  const headings = writeHeadings({ speech, topics, names, chapters });
  const sections = topics.flatMap((topic, index) => {
    const paragraphs = paragraphsOf(selection.sections[index] ?? []);
    const heading = headings[index] ?? '';
    return paragraphs.length === 0
      ? []
      : [{ heading, paragraphs, units: [topic.from, topic.to - 1] as const }];
  });
  const body = selection.sections.flat();
  if (body.length === 0) throw nothingToQuote();
  return {
    ...writeTop({ speech, weights, sentences, centre, body, metadata, print, topics, names }),
    lead: paragraphsOf(selection.lead),
    sections,
  };
}

function nothingToQuote(): TranscriptError {
  return new TranscriptError('TRANSCRIPT_UNUSABLE', 'No sentence of this transcript can be quoted.', {
    likelyCause: 'The captions repeat the same words, mask most of them, or hold no sentence of six words.',
  });
}

type Print = (index: number) => PrintedSentence;

/** Prints each sentence once, so that a sentence in the deck is the very one of the body. */
function printer(speech: Speech, sentences: readonly Sentence[]): Print {
  const printed = new Map<number, PrintedSentence>();
  return (index) => {
    const known = printed.get(index);
    const sentence = sentences[index];
    if (known) return known;
    if (!sentence) throw new RangeError(`There is no sentence ${index}`);
    const result = printSentence(speech, sentence);
    printed.set(index, result);
    return result;
  };
}

/** Most words of a paragraph, and most sentences left out between two that still share one. */
const LONGEST_PARAGRAPH = 85;
const WIDEST_GAP = 2;

/** Puts what one person says in one breath into one paragraph. */
function groupSentences(sentences: readonly Sentence[], chosen: readonly number[]): number[][] {
  const groups: number[][] = [];
  let words = 0;
  for (const index of chosen) {
    const group = groups.at(-1);
    const before = group?.at(-1) ?? -1;
    const [sentence, previous] = [sentences[index], sentences[before]];
    if (!sentence) continue;
    const length = sentence.to - sentence.from;
    const belongs =
      previous?.turn === sentence.turn &&
      index - before <= WIDEST_GAP + 1 &&
      words + length <= LONGEST_PARAGRAPH;
    words = belongs ? words + length : length;
    if (belongs && group) group.push(index);
    else groups.push([index]);
  }
  return groups;
}

/** What title and description speak of counts double. */
function boostTitle({ title, description = '' }: Metadata, { vocabulary, language }: Speech): Float64Array {
  const boost = new Float64Array(vocabulary.length);
  const terms = new Map(vocabulary.map((stem, term) => [stem, term]));
  for (const [text, value] of [
    [description.slice(0, 1_000), 0.5],
    [title, 1],
  ] as const) {
    for (const word of splitWords(text, language)) {
      const term = terms.get(stemWord(normalizeWord(word.text), language));
      if (term !== undefined) boost[term] = value;
    }
  }
  return boost;
}
