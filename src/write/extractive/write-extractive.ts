import { TranscriptError } from '../../errors.ts';
import { normalizeWord, splitWords, stemWord } from '../../text/index.ts';
import type { Metadata, Transcript } from '../../transcript/index.ts';
import { formatHeading, isGenericTitle, nameTopics } from './headings.ts';
import { cleanTitle, softenShouting } from './headline.ts';
import type { Phrase } from './phrases.ts';
import { type PrintedSentence, printSentence } from './print-sentence.ts';
import { type Centroid, centroidOf, closeness, termWeights, vectorOf } from './relevance.ts';
import { choosePassages } from './selection.ts';
import { findSentences, type Sentence } from './sentences.ts';
import { readSpeech, type Speech } from './speech.ts';
import { findTopics, type Topic } from './topics.ts';

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
export interface ExtractiveDraft {
  readonly headline: string;
  readonly bodyHeadline: string;
  /** A sentence that also stands in a section. */
  readonly deck: readonly PrintedSentence[];
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

/** First units of the author's chapters, with their titles; empty without chapters or times. */
function locateChapters({ chapters = [] }: Metadata, { units }: Speech): Map<number, string> {
  const located = new Map<number, string>();
  for (const { start, title } of chapters) {
    const unit = units.findIndex(
      (candidate) => candidate.start !== undefined && candidate.start >= start - 1,
    );
    if (unit >= 0 && !located.has(unit)) located.set(unit, title);
  }
  return located;
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

interface Naming {
  readonly speech: Speech;
  readonly topics: readonly Topic[];
  readonly names: readonly (readonly Phrase[])[];
  readonly chapters: ReadonlyMap<number, string>;
}

/** The author's chapter title where one begins the topic and says something, else names from the speech. */
function writeHeadings({ speech, topics, names, chapters }: Naming): string[] {
  const seen = new Set<string>();
  return topics.map(({ from }, index) => {
    const title = cleanTitle(chapters.get(from) ?? '', speech);
    const named = softenShouting(
      formatHeading(
        (names[index] ?? []).map(({ text }) => text),
        speech.language,
      ),
      speech,
    );
    const wanted = title !== '' && !isGenericTitle(title, speech.language) ? title : named;
    const heading = wanted === '' || seen.has(wanted.toLowerCase()) ? `${index + 1}` : wanted;
    seen.add(heading.toLowerCase());
    return heading;
  });
}

interface Top {
  readonly speech: Speech;
  readonly weights: Float64Array;
  readonly sentences: readonly Sentence[];
  readonly centre: Centroid;
  /** Indices of the sentences in the sections. */
  readonly body: readonly number[];
  readonly metadata: Metadata;
  readonly print: Print;
  readonly topics: readonly Topic[];
  /** Names of each topic. */
  readonly names: readonly (readonly Phrase[])[];
}

/** Words of the deck. */
const SHORTEST_DECK = 10;
const LONGEST_DECK = 30;
/** Factor for a sentence that leans on the one before; it becomes the deck only where nothing else can. */
const LEANING_DECK = 0.1;
/** Names in the body headline, and how many are looked through for one the headline shares. */
const TOP_NAMES = 3;

function writeTop(top: Top): Pick<ExtractiveDraft, 'headline' | 'bodyHeadline' | 'deck'> {
  const { speech, metadata, print } = top;
  const title = cleanTitle(metadata.title, speech);
  const whole = nameWhole(top, title);
  const ranked = rankSentences(top);
  const best = ranked.find(({ words }) => words >= SHORTEST_DECK && words <= LONGEST_DECK) ?? ranked[0];
  const deck = best ? [print(best.index)] : [];
  const headline = title || whole || deck.map(({ text }) => text.replace(/[.。।]$/u, '')).join();
  return { headline, bodyHeadline: whole || headline, deck };
}

/** Names from the sections, one word of the title's among them, longer names and longer sections first. */
function nameWhole({ speech, topics, names }: Top, title: string): string {
  const spoken = new Set(
    splitWords(title, speech.language).map((word) => stemWord(normalizeWord(word.text), speech.language)),
  );
  const ranked = topics
    .flatMap(({ from, to }, index) =>
      (names[index] ?? []).slice(0, 1).map((name) => ({ ...name, units: to - from })),
    )
    .map((name) => ({
      ...name,
      isShared: name.terms.some((term) => spoken.has(speech.vocabulary[term] ?? '')),
    }))
    .sort((one, other) => other.units * other.terms.length - one.units * one.terms.length)
    .sort((one, other) => Number(other.isShared) - Number(one.isShared));
  const [first, ...rest] = ranked;
  if (!first) return title;
  const others = rest
    .filter(({ terms }) => !terms.some((term) => first.terms.includes(term)))
    .slice(0, TOP_NAMES - 1);
  return formatHeading(
    [first, ...others].map(({ text }) => text),
    speech.language,
  );
}

/** Sentences of the sections, those that stand alone and are nearest to the whole first. */
function rankSentences({
  speech,
  weights,
  sentences,
  centre,
  body,
}: Top): { index: number; words: number }[] {
  const ranked: { index: number; words: number; score: number }[] = [];
  for (const index of body) {
    const sentence = sentences[index];
    if (!sentence) continue;
    const near = closeness(vectorOf(speech, weights, sentence.from, sentence.to), centre);
    const score = near * sentence.quality * (sentence.canOpen ? 1 : LEANING_DECK);
    ranked.push({ index, words: sentence.to - sentence.from, score });
  }
  return ranked.sort((one, other) => other.score - one.score);
}
