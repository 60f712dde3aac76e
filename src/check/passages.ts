import type { WordForm } from '../text/index.ts';
import type { Evidence } from './evidence.ts';
import { weightOf } from './search.ts';

/** Where a text of the source speaks of the same matter as some words. */
export interface Passage {
  /** Share of the words' weight that stands in it, 0 to 1. */
  readonly share: number;
  /** Positions of the shared words. */
  readonly hits: readonly number[];
  readonly text: string;
}

/** Words of a passage: a clause and a half of speech. */
const PASSAGE_WORDS = 14;

/** The stretch of the source that holds most of the content words, weighted by how rare they are. */
export function findPassage(
  words: readonly WordForm[],
  source: readonly WordForm[],
  evidence: Evidence,
): Passage {
  const weights = new Map(
    words.filter(({ isContent }) => isContent).map(({ root }) => [root, weightOf(root, evidence)]),
  );
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const roots = source.map(({ root }) => (weights.has(root) ? root : undefined));
  let best = { share: 0, at: 0 };
  for (let at = 0; at < Math.max(1, source.length - PASSAGE_WORDS + 1); at++) {
    const share = total === 0 ? 0 : weightIn(roots, at, weights) / total;
    if (share > best.share) best = { share, at };
  }
  const passage = source.slice(best.at, best.at + PASSAGE_WORDS);
  const hits = passage.flatMap(({ root }, index) => (weights.has(root) ? [best.at + index] : []));
  return { share: best.share, hits, text: passage.map(({ text }) => text).join(' ') };
}

/** Weight of the shared roots in the passage that begins at a word, each counted once. */
function weightIn(
  roots: readonly (string | undefined)[],
  from: number,
  weights: ReadonlyMap<string, number>,
): number {
  let weight = 0;
  const end = Math.min(roots.length, from + PASSAGE_WORDS);
  for (let at = from; at < end; at++) {
    const root = roots[at];
    if (root !== undefined && roots.indexOf(root, from) === at) weight += weights.get(root) ?? 0;
  }
  return weight;
}

/** The fewest words between a passage's shared words and one of the positions; Infinity when there is none. */
export function distanceTo({ hits }: Passage, positions: readonly number[]): number {
  return Math.min(...positions.flatMap((position) => hits.map((hit) => Math.abs(hit - position))));
}
