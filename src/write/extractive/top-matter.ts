import { normalizeWord, splitWords, stemWord } from '../../text/index.ts';
import type { Metadata } from '../../transcript/index.ts';
import { formatHeading } from './headings.ts';
import { cleanTitle, softenShouting } from './headline.ts';
import type { Phrase } from './phrases.ts';
import type { PrintedSentence } from './print-sentence.ts';
import { type Centroid, closeness, vectorOf } from './relevance.ts';
import type { Sentence } from './sentences.ts';
import type { Speech } from './speech.ts';
import type { Topic } from './topics.ts';

export interface TopMatter {
  readonly headline: string;
  /** The names of the largest topics, one shared with the headline where the sections have it. */
  readonly bodyHeadline: string;
  /** A sentence that also stands in a section. */
  readonly deck: readonly PrintedSentence[];
}

export interface Top {
  readonly speech: Speech;
  readonly weights: Float64Array;
  readonly sentences: readonly Sentence[];
  readonly centre: Centroid;
  /** Indices of the sentences in the sections. */
  readonly body: readonly number[];
  readonly metadata: Metadata;
  readonly print: (index: number) => PrintedSentence;
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

/** What stands above the article, all of it from the title and the sections. */
export function writeTop(top: Top): TopMatter {
  const { speech, metadata, print } = top;
  const title = metadata.isUntitled ? nameTalk(top) : cleanTitle(metadata.title, speech);
  const whole = nameWhole(top, title);
  const ranked = rankSentences(top);
  const best =
    ranked.find(
      ({ index, words }) => words >= SHORTEST_DECK && words <= LONGEST_DECK && isPlain(print(index)),
    ) ?? ranked[0];
  const deck = best ? [print(best.index)] : [];
  const headline = title || whole || deck.map(({ text }) => text.replace(/[.。।]$/u, '')).join();
  return { headline, bodyHeadline: whole || headline, deck };
}

/** One clause after another, no enumeration and no new start. */
function isPlain({ text }: PrintedSentence): boolean {
  return !/[;:–—…]/u.test(text);
}

/** Names in the headline of a talk that nobody gave a title. */
const TALK_NAMES = 2;

/** What the talk as a whole is about, where no title says so: of the names of its topics those said most from end to end. */
function nameTalk({ speech, weights, names }: Top): string {
  const telling = ({ terms }: Phrase): number => {
    const weight = terms.reduce((sum, term) => sum + (weights[term] ?? 0), 0) / terms.length;
    return countSaid(speech, terms) * weight * terms.length;
  };
  const chosen: Phrase[] = [];
  for (const name of names.flat().toSorted((one, other) => telling(other) - telling(one))) {
    if (chosen.length === TALK_NAMES) break;
    if (!chosen.some(({ terms }) => terms.some((term) => name.terms.includes(term)))) chosen.push(name);
  }
  const headline = formatHeading(
    chosen.map(({ text }) => text),
    speech.language,
  );
  return softenShouting(headline, speech);
}

/** How often the terms are said one after the other, small words between them aside. */
function countSaid({ terms: all }: Speech, [first = -1, ...rest]: readonly number[]): number {
  let count = 0;
  for (let start = all.indexOf(first); start >= 0; start = all.indexOf(first, start + 1)) {
    let at = start;
    const follows = (term: number): boolean => {
      do at++;
      while (at < all.length && (all[at] ?? 0) < 0);
      return all[at] === term;
    };
    if (rest.every(follows)) count++;
  }
  return count;
}

/** Names from the sections, one word of the title's among them, longer names and longer sections first. */
function nameWhole({ speech, topics, names, metadata }: Top, title: string): string {
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
    // A headline made of the same names would be said again.
    .filter(({ isShared }) => !(metadata.isUntitled && isShared))
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
