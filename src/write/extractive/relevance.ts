import type { Speech } from './speech.ts';

/** How much each term tells about a stretch of speech; its length is 1. */
export type Centroid = Float64Array;

/** Inverse frequency of every term over the units: what stands everywhere tells nothing. */
export function termWeights({ unitFrequency, units }: Speech): Float64Array {
  return Float64Array.from(unitFrequency, (frequency) => Math.log((units.length + 1) / (frequency + 0.5)));
}

/** The mean direction of words `from` to `to`; `boost` (by term) raises what the title speaks of. */
export function centroidOf(
  speech: Speech,
  weights: Float64Array,
  from: number,
  to: number,
  boost?: Float64Array,
): Centroid {
  const centroid = new Float64Array(speech.vocabulary.length);
  for (let at = from; at < to; at++) {
    const term = speech.terms[at] ?? -1;
    if (term >= 0) centroid[term] = (centroid[term] ?? 0) + 1;
  }
  let square = 0;
  for (const [term, count] of centroid.entries()) {
    if (count === 0) continue;
    // The root keeps one word said fifty times from being the whole of a topic.
    const value = Math.sqrt(count) * (weights[term] ?? 0) * (1 + (boost?.[term] ?? 0));
    centroid[term] = value;
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  for (const [term, value] of centroid.entries()) if (value !== 0) centroid[term] = value / length;
  return centroid;
}

/** The few different terms of a passage with their weights; its length is 1. */
export interface Vector {
  readonly terms: readonly number[];
  readonly values: readonly number[];
}

export function vectorOf(speech: Speech, weights: Float64Array, from: number, to: number): Vector {
  const terms: number[] = [];
  const values: number[] = [];
  for (let at = from; at < to; at++) {
    const term = speech.terms[at] ?? -1;
    if (term < 0) continue;
    const known = terms.indexOf(term);
    if (known < 0) {
      terms.push(term);
      values.push(weights[term] ?? 0);
    } else values[known] = (values[known] ?? 0) + (weights[term] ?? 0);
  }
  let square = 0;
  for (const value of values) square += value * value;
  const length = Math.sqrt(square) || 1;
  for (let index = 0; index < values.length; index++) values[index] = (values[index] ?? 0) / length;
  return { terms, values };
}

/** Cosine of a passage and a centroid, 0 to 1. */
export function closeness({ terms, values }: Vector, centroid: Centroid): number {
  let sum = 0;
  for (let index = 0; index < terms.length; index++)
    sum += (values[index] ?? 0) * (centroid[terms[index] ?? 0] ?? 0);
  return sum;
}

/** Cosine of two passages, 0 to 1. */
export function similarity(first: Vector, second: Vector): number {
  let sum = 0;
  for (let index = 0; index < first.terms.length; index++) {
    const other = second.terms.indexOf(first.terms[index] ?? -1);
    if (other >= 0) sum += (first.values[index] ?? 0) * (second.values[other] ?? 0);
  }
  return sum;
}
