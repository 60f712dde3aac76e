import { normalizeWord, splitWords, stemWord, stopWords } from '../../src/text/index.ts';

/**
 * Share of word pairs, half a mean reference segment apart, about which two segmentations disagree whether they belong together
 * (Beeferman, Berger and Lafferty 1999). Borders are word positions; `words` is the length of the text.
 */
export function pk(reference: readonly number[], found: readonly number[], words: number): number {
  const distance = Math.max(2, Math.round(words / (reference.length + 1) / 2));
  const [expected, actual] = [label(reference, words), label(found, words)];
  let wrong = 0;
  for (let at = 0; at + distance < words; at++) {
    if ((expected[at] === expected[at + distance]) !== (actual[at] === actual[at + distance])) wrong++;
  }
  return wrong / Math.max(1, words - distance);
}

function label(borders: readonly number[], words: number): Int32Array {
  const labels = new Int32Array(words);
  const starts = new Set(borders);
  for (let at = 0, segment = 0; at < words; at++) {
    if (starts.has(at)) segment++;
    labels[at] = segment;
  }
  return labels;
}

/** F1 of borders, one found border counting for the nearest unmatched reference border within `tolerance` words. */
export function borderF1(reference: readonly number[], found: readonly number[], tolerance: number): number {
  const free = new Set(reference);
  let matched = 0;
  for (const border of found) {
    const nearest = [...free].toSorted((one, other) => Math.abs(one - border) - Math.abs(other - border))[0];
    if (nearest === undefined || Math.abs(nearest - border) > tolerance) continue;
    free.delete(nearest);
    matched++;
  }
  return (2 * matched) / Math.max(1, reference.length + found.length);
}

export function evenBorders(count: number, words: number): number[] {
  return Array.from({ length: count }, (_, index) => Math.round((words * (index + 1)) / (count + 1)));
}

/** F1 of the distinct content words (no stop words, light stems, English) of two headings. */
export function contentWordF1(reference: string, found: string): number {
  const [expected, actual] = [contentWords(reference), contentWords(found)];
  let shared = 0;
  for (const word of actual) if (expected.has(word)) shared++;
  return (2 * shared) / Math.max(1, expected.size + actual.size);
}

function contentWords(text: string): Set<string> {
  const stop = stopWords('en');
  const words = splitWords(text.replaceAll(/[-/]/gu, ' ')).map(({ text: word }) => normalizeWord(word));
  return new Set(words.filter((word) => word !== '' && !stop?.has(word)).map((word) => stemWord(word, 'en')));
}

/** ROUGE-1 F1: shared words with their counts, stop words kept, our light English stems. */
export function rouge1(reference: string, found: string): number {
  const [expected, actual] = [countStems(reference), countStems(found)];
  let shared = 0;
  for (const [stem, count] of actual) shared += Math.min(count, expected.get(stem) ?? 0);
  const size = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (2 * shared) / Math.max(1, size(expected) + size(actual));
}

function countStems(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text: word } of splitWords(text)) {
    const stem = stemWord(normalizeWord(word), 'en');
    if (stem !== '') counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** Largest Jaccard index of word 3-grams over all pairs of texts. */
export function largestOverlap(texts: readonly string[], language: string): number {
  const sets = texts.map((text) => {
    const words = splitWords(text, language).map(({ text: word }) => normalizeWord(word));
    return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
  });
  let largest = 0;
  for (const [index, first] of sets.entries()) {
    for (const second of sets.slice(index + 1)) {
      const shared = [...first].filter((gram) => second.has(gram)).length;
      largest = Math.max(largest, shared / Math.max(1, first.size + second.size - shared));
    }
  }
  return largest;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
