import { alignQuotation, findQuoted, isAligned, SPEECH_VERBS, wordForms } from '../../text/index.ts';
import type { Evidence } from '../evidence.ts';
import { rankUnits, weightOf } from '../search.ts';

const CANDIDATES = 8;
/** A sentence that shares less than this with every place rests on none. */
const LEAST_SHARE = 0.2;
/** What a second unit must add to be cited too. */
const LEAST_GAIN = 0.15;
const MOST_CITES = 3;
/** Fewer quoted words stand in many places. */
const FEWEST_QUOTED_WORDS = 3;

/** The units that say what a sentence quotes, and those that hold most of its words by weight; none when no place comes near. */
export function alignSentence(text: string, evidence: Evidence): number[] {
  const names = voicesOf(evidence);
  const words = wordForms(text, evidence.language).filter(
    ({ isContent, key, root }) => isContent && !SPEECH_VERBS.has(key) && !names.has(root),
  );
  const quoted = unitsQuoted(text, evidence);
  const weights = new Map(words.map(({ root }) => [root, weightOf(root, evidence)]));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return quoted;
  const candidates = rankUnits(words, evidence, CANDIDATES).map(({ id }) => id);
  const missing = new Map(weights);
  const cites = [...quoted];
  for (const id of quoted) for (const root of rootsNear(id, evidence)) missing.delete(root);
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
  return covered < LEAST_SHARE ? quoted : cites.sort((first, second) => first - second);
}

function unitsQuoted(text: string, evidence: Evidence): number[] {
  const units = new Set<number>();
  for (const stretch of findQuoted(text)) {
    const words = wordForms(stretch.text, evidence.language);
    if (words.length < FEWEST_QUOTED_WORDS || units.size >= MOST_CITES) continue;
    for (const { id } of rankUnits(words, evidence, CANDIDATES)) {
      const found = alignQuotation(stretch.text, evidence.near([id]), { language: evidence.language });
      if (!isAligned(found)) continue;
      for (const unit of found.units) units.add(unit);
      break;
    }
  }
  return [...units].sort((first, second) => first - second);
}

const voices = new WeakMap<Evidence, ReadonlySet<string>>();

/** Words of the speakers' names: who speaks is in the labels, not in what is said. */
function voicesOf(evidence: Evidence): ReadonlySet<string> {
  const known = voices.get(evidence);
  if (known) return known;
  const labels = new Set(evidence.units.flatMap(({ speakers = [] }) => speakers));
  const all = [...labels, ...evidence.speakers.map(({ name }) => name)];
  const roots = new Set(all.flatMap((name) => wordForms(name, evidence.language).map(({ root }) => root)));
  voices.set(evidence, roots);
  return roots;
}

function gainOf(id: number, missing: ReadonlyMap<string, number>, evidence: Evidence): number {
  let gain = 0;
  for (const root of rootsNear(id, evidence)) gain += missing.get(root) ?? 0;
  return gain;
}

function rootsNear(id: number, evidence: Evidence): ReadonlySet<string> {
  return new Set(evidence.near([id]).flatMap((unit) => evidence.words(unit).map(({ root }) => root)));
}
