import { FAIR, findPassage, type Passage, type PassageWish } from './passages.ts';
import { type Centroid, closeness, vectorOf } from './relevance.ts';
import type { Sentence } from './sentences.ts';
import type { Speech } from './speech.ts';

/** A range of sentences (indices, `to` not included) and what it is about. */
export interface Part {
  readonly from: number;
  readonly to: number;
  /** Words spoken in it. */
  readonly words: number;
  /** Words a paragraph about it should have. */
  readonly paragraph: number;
  readonly centroid: Centroid;
}

const BODY = 1;
const LEAD = 2;

/** Which sentences have been chosen so far, and for what. */
export class Choice {
  readonly taken: Uint8Array;
  readonly #speech: Speech;
  readonly #weights: Float64Array;
  readonly #sentences: readonly Sentence[];
  readonly #passages: Passage[] = [];

  constructor(speech: Speech, weights: Float64Array, sentences: readonly Sentence[]) {
    this.#speech = speech;
    this.#weights = weights;
    this.#sentences = sentences;
    this.taken = new Uint8Array(sentences.length);
  }

  /** Takes the best passage there is for a wish; false when there is none. */
  take(wish: PassageWish, use: typeof BODY | typeof LEAD = BODY): boolean {
    const search = { speech: this.#speech, weights: this.#weights, sentences: this.#sentences };
    const passage = findPassage({ ...search, taken: this.taken, chosen: this.#passages }, wish);
    if (!passage) return false;
    this.#passages.push(passage);
    this.taken.fill(use, passage.first, passage.last + 1);
    return true;
  }

  takeLead(wish: PassageWish): boolean {
    return this.take(wish, LEAD);
  }

  /** Takes the best sentence that continues or leads up to one of the part, in the same turn; false when there is none. */
  extend({ from, to, centroid }: Part, mostWords: number): boolean {
    let best = -1;
    let bestScore = 0;
    for (let index = from; index < to; index++) {
      const sentence = this.#sentences[index];
      if (!sentence || this.taken[index] || sentence.quality < FAIR || lengthOf(sentence) > mostWords)
        continue;
      const leadsUp = sentence.canOpen && this.#continues(index, index + 1);
      if (!leadsUp && !this.#continues(index, index - 1)) continue;
      const vector = vectorOf(this.#speech, this.#weights, sentence.from, sentence.to);
      const score = sentence.quality * closeness(vector, centroid);
      if (score > bestScore) [best, bestScore] = [index, score];
    }
    if (best < 0) return false;
    this.taken[best] = BODY;
    return true;
  }

  #continues(index: number, neighbour: number): boolean {
    return (
      this.taken[neighbour] === BODY && this.#sentences[neighbour]?.turn === this.#sentences[index]?.turn
    );
  }

  get lead(): number[] {
    return [...this.taken.keys()].filter((index) => this.taken[index] === LEAD);
  }

  within({ from, to }: Pick<Part, 'from' | 'to'>): number[] {
    const indices: number[] = [];
    for (let index = from; index < to; index++) if (this.taken[index] === BODY) indices.push(index);
    return indices;
  }

  /** Words chosen of a part. */
  wordsIn(part: Pick<Part, 'from' | 'to'>): number {
    return this.wordsOf(this.within(part));
  }

  wordsOf(indices: readonly number[]): number {
    return indices.reduce((sum, index) => sum + lengthOf(this.#sentences[index]), 0);
  }
}

function lengthOf(sentence: Sentence | undefined): number {
  return sentence ? sentence.to - sentence.from : 0;
}
