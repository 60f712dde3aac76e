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
const EARLINESS = 4;
/** Weight of likeness to what was chosen before, against closeness to the topic (maximal marginal relevance). */
const REDUNDANCY = 0.6;
/** Part of its quality that a sentence keeps when it opens a passage without being understood alone. */
const LEANING = 0.4;
const SMALLEST = 0.0001;
/** Two passages so alike say the same thing. */
const SAME = 0.7;

/** The best passage that fulfils a wish, if any can. */
export function findPassage(search: PassageSearch, wish: PassageWish): Passage | undefined {
  const longest = Math.max(LONGEST_SENTENCE, OVERRUN * wish.words);
  let best: Passage | undefined;
  for (let first = wish.from; first < wish.to; first++) {
    const opening = search.sentences[first];
    if (!opening || (wish.least >= GOOD && !opening.canOpen)) continue;
    let fitness = 0;
    let words = 0;
    for (let last = first; last < Math.min(wish.to, first + MOST_SENTENCES); last++) {
      const closing = search.sentences[last];
      if (!closing || closing.turn !== opening.turn || search.taken[last] || closing.quality < wish.least)
        break;
      if (closing.to - opening.from > longest) break;
      const length = closing.to - closing.from;
      words += length;
      fitness += length * closing.quality * (last === first && !closing.canOpen ? LEANING : 1);
      const passage = scorePassage(search, wish, {
        first,
        last,
        words,
        quality: fitness / words,
        atLeast: best?.score ?? 0,
      });
      if (passage) best = passage;
    }
  }
  return best;
}

interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly words: number;
  readonly quality: number;
  /** The score to beat. */
  readonly atLeast: number;
}

function scorePassage(search: PassageSearch, wish: PassageWish, candidate: Candidate): Passage | undefined {
  const { speech, weights, sentences, chosen } = search;
  const { first, last, words, quality, atLeast } = candidate;
  const vector = vectorOf(speech, weights, sentences[first]?.from ?? 0, sentences[last]?.to ?? 0);
  const fit = Math.exp(-0.5 * ((words - wish.words) / Math.max(20, wish.words)) ** 2);
  const early = wish.isEarly ? 1 / (1 + (EARLINESS * first) / sentences.length) : 1;
  const factor = quality * fit * early;
  const near = closeness(vector, wish.centroid);
  // Likeness can only lower the score, so most candidates are done with here.
  if (Math.max(SMALLEST, near) * factor <= atLeast) return undefined;
  const likeness = chosen.reduce((most, other) => Math.max(most, similarity(vector, other.vector)), 0);
  const score = Math.max(SMALLEST, near - REDUNDANCY * likeness * likeness) * factor;
  return likeness > SAME || score <= atLeast ? undefined : { first, last, words, vector, score };
}
