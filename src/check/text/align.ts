import { SPEECH_VERBS, wordForms } from '../../text/index.ts';
import type { Evidence } from '../evidence.ts';
import { rankUnits, weightOf } from '../search.ts';

const CANDIDATES = 8;
/** A sentence that shares less than this with every place rests on none. */
const LEAST_SHARE = 0.2;
/** What a second unit must add to be cited too. */
const LEAST_GAIN = 0.15;
const MOST_CITES = 3;

/** The units that hold most of a sentence's words by weight; none when no place comes near. */
export function alignSentence(text: string, evidence: Evidence): number[] {
  const words = wordForms(text, evidence.language).filter(
    ({ isContent, key }) => isContent && !SPEECH_VERBS.has(key),
  );
  const weights = new Map(words.map(({ root }) => [root, weightOf(root, evidence)]));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return [];
  const candidates = rankUnits(words, evidence, CANDIDATES).map(({ id }) => id);
  const missing = new Map(weights);
  const cites: number[] = [];
  while (cites.length < MOST_CITES) {
    const best = candidates
      .filter((id) => !cites.includes(id))
      .map((id) => ({ id, gain: gainOf(id, missing, evidence) / total }))
      .reduce((top, one) => (one.gain > top.gain ? one : top), { id: -1, gain: 0 });
    if (best.id < 0 || (cites.length > 0 && best.gain < LEAST_GAIN)) break;
    cites.push(best.id);
    for (const root of rootsNear(best.id, evidence)) missing.delete(root);
  }
  const covered = 1 - [...missing.values()].reduce((sum, weight) => sum + weight, 0) / total;
  return covered < LEAST_SHARE ? [] : cites.sort((first, second) => first - second);
}

function gainOf(id: number, missing: ReadonlyMap<string, number>, evidence: Evidence): number {
  let gain = 0;
  for (const root of rootsNear(id, evidence)) gain += missing.get(root) ?? 0;
  return gain;
}

function rootsNear(id: number, evidence: Evidence): ReadonlySet<string> {
  return new Set(evidence.near([id]).flatMap((unit) => evidence.words(unit).map(({ root }) => root)));
}
