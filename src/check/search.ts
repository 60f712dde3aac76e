import type { WordForm } from '../text/index.ts';
import type { Evidence } from './evidence.ts';

/** How much a word tells about where it was said: rare words tell most. */
export function weightOf(root: string, evidence: Evidence): number {
  const units = evidence.unitsWith('root', root).length;
  return Math.log(1 + evidence.units.length / (1 + units));
}

interface RankedUnit {
  readonly id: number;
  /** Summed weight of the words it shares, each counted once. */
  readonly weight: number;
}

/** The units that share most of a text's words by weight, best first. Linear in the places where its words stand. */
export function rankUnits(words: readonly WordForm[], evidence: Evidence, most: number): RankedUnit[] {
  const weights = new Map<number, number>();
  for (const root of new Set(words.map((word) => word.root))) {
    const weight = weightOf(root, evidence);
    for (const id of evidence.unitsWith('root', root)) weights.set(id, (weights.get(id) ?? 0) + weight);
  }
  return [...weights]
    .map(([id, weight]) => ({ id, weight }))
    .sort((first, second) => second.weight - first.weight || first.id - second.id)
    .slice(0, most);
}
