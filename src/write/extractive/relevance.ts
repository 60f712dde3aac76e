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

/** The few terms of a passage, with weights; its length is 1. */
export type Vector = ReadonlyMap<number, number>;

export function vectorOf(speech: Speech, weights: Float64Array, from: number, to: number): Vector {
  const vector = new Map<number, number>();
  for (let at = from; at < to; at++) {
    const term = speech.terms[at] ?? -1;
    if (term >= 0) vector.set(term, (vector.get(term) ?? 0) + (weights[term] ?? 0));
  }
  let square = 0;
  for (const value of vector.values()) square += value * value;
  const length = Math.sqrt(square) || 1;
  for (const [term, value] of vector) vector.set(term, value / length);
  return vector;
}

/** Cosine of a passage and a centroid, 0 to 1. */
export function closeness(vector: Vector, centroid: Centroid): number {
  let sum = 0;
  for (const [term, value] of vector) sum += value * (centroid[term] ?? 0);
  return sum;
}

/** Cosine of two passages, 0 to 1. */
export function similarity(first: Vector, second: Vector): number {
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  let sum = 0;
  for (const [term, value] of small) sum += value * (large.get(term) ?? 0);
  return sum;
}
