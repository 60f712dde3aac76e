import { type Centroid, closeness, similarity, type Vector, vectorOf } from './relevance.ts';
import type { Sentence } from './sentences.ts';
import type { Speech } from './speech.ts';

/** One to three sentences that follow one another in one turn: what becomes a paragraph. */
export interface Passage {
  /** Indices into the sentences of the speech, the last included. */
  readonly first: number;
  readonly last: number;
  readonly words: number;
  readonly vector: Vector;
  readonly score: number;
}

export interface PassageSearch {
  readonly speech: Speech;
  readonly weights: Float64Array;
  readonly sentences: readonly Sentence[];
  /** For each sentence whether it stands in the article already, not 0. */
  readonly taken: Uint8Array;
  /** Passages already chosen anywhere in the article. */
  readonly chosen: readonly Passage[];
}

export interface PassageWish {
  /** Indices into the sentences; the passage begins at or after `from` and ends before `to`. */
  readonly from: number;
  readonly to: number;
  readonly centroid: Centroid;
  /** Words the passage should have. */
  readonly words: number;
  /** Quality every sentence must have at least; from GOOD on, the first must also be understood alone. */
  readonly least: number;
  /** Prefers what is said early: who is who, and what it is about. @default false */
  readonly isEarly?: boolean;
}

/** Quality a sentence should have, that of one that goes on from it, and what is taken only where a part offers nothing else. */
export const GOOD = 0.45;
export const FAIR = 0.35;
export const POOR = 0.1;
export const ANY = 0.001;

const MOST_SENTENCES = 3;
/** A single sentence of this length is always allowed; several may run over the words wished for by this factor. */
const LONGEST_SENTENCE = 40;
const OVERRUN = 1.4;
/** How fast an early passage loses its advantage. */
const EARLINESS = 2;
/** Weight of likeness to what was chosen before, against closeness to the topic (maximal marginal relevance). */
const REDUNDANCY = 0.6;
/** Two passages so alike say the same thing. */
const SAME = 0.7;

/** The best passage that fulfils a wish, if any can. */
export function findPassage(search: PassageSearch, wish: PassageWish): Passage | undefined {
  const longest = Math.max(LONGEST_SENTENCE, OVERRUN * wish.words);
  let best: Passage | undefined;
  for (let first = wish.from; first < wish.to; first++) {
    const opening = search.sentences[first];
    if (!opening || (wish.least >= GOOD && !opening.canOpen)) continue;
    for (let last = first; last < Math.min(wish.to, first + MOST_SENTENCES); last++) {
      const closing = search.sentences[last];
      if (!closing || closing.turn !== opening.turn || search.taken[last] || closing.quality < wish.least)
        break;
      if (closing.to - opening.from > longest) break;
      const passage = scorePassage(search, wish, first, last);
      if (passage && passage.score > (best?.score ?? 0)) best = passage;
    }
  }
  return best;
}

function scorePassage(
  search: PassageSearch,
  wish: PassageWish,
  first: number,
  last: number,
): Passage | undefined {
  const { speech, weights, sentences, chosen } = search;
  let words = 0;
  let quality = 0;
  for (let index = first; index <= last; index++) {
    const sentence = sentences[index];
    if (!sentence) return undefined;
    const length = sentence.to - sentence.from;
    words += length;
    quality += length * sentence.quality * (index === first && !sentence.canOpen ? 0.4 : 1);
  }
  const vector = vectorOf(speech, weights, sentences[first]?.from ?? 0, sentences[last]?.to ?? 0);
  const likeness = chosen.reduce((most, other) => Math.max(most, similarity(vector, other.vector)), 0);
  if (likeness > SAME) return undefined;
  const fit = Math.exp(-0.5 * ((words - wish.words) / Math.max(20, wish.words)) ** 2);
  const relevance = closeness(vector, wish.centroid) - REDUNDANCY * likeness * likeness;
  const early = wish.isEarly ? 1 / (1 + (EARLINESS * first) / sentences.length) : 1;
  return { first, last, words, vector, score: Math.max(0.0001, relevance) * (quality / words) * fit * early };
}
