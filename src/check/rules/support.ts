import { SPEECH_VERBS, type WordForm, wordForms } from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';
import type { Rule } from '../rule.ts';
import { rankUnits, weightOf } from '../search.ts';

interface Fit {
  /** Share of the sentence's content words, weighted by how rare they are, that stands in the cited units and their neighbours. */
  readonly here: number;
  /** The same for the best other place, and the unit in its middle. */
  readonly elsewhere: number;
  readonly unit: number;
}

/** Places compared with the cited one. */
const PLACES = 6;
/** Of hand-written true sentences, 1 in 100 is more at home elsewhere by this much; of misplaced ones, 93. */
const ELSEWHERE = { error: 0.25, warning: 0.15 } as const;
/** Cited units that hold this share of the words carry the sentence, whatever other place holds more. */
const CARRIED = 0.3;
/** 3 in 100 true sentences share less with their units; of sentences from other videos, 98. */
const LITTLE = 0.2;

const citationFitRule: Rule = {
  id: 'C02',
  severity: 'warning',
  title: 'The cited units say what the sentence says',
  reason: 'A citation that points at the wrong minute is worse than none: it looks checked.',
  needs: ['transcript', 'one-language'],
  trustsCitations: true,
  exempts: ['extractive'],
  *checkSentence(sentence, { evidence }) {
    const fit = measureFit(sentence, evidence);
    if (!fit) return;
    const better = fit.elsewhere - fit.here;
    const text = evidence.unit(fit.unit)?.text;
    if (better > ELSEWHERE.warning)
      yield {
        message: `rests on unit ${fit.unit} rather than on those cited`,
        ...(text === undefined ? {} : { evidence: text }),
        severity: better > ELSEWHERE.error && fit.here < CARRIED ? 'error' : 'warning',
      };
    else if (fit.here < LITTLE)
      yield {
        message: `the cited units hold hardly any of its words (${Math.round(100 * fit.here)} %)`,
        severity: fit.here === 0 ? 'error' : 'warning',
      };
  },
};

/** How well the cited units carry the words of a sentence, beside the best place that does. */
function measureFit(sentence: CopySentence, evidence: Evidence): Fit | undefined {
  const words = contentWords(sentence, evidence);
  // Two or three words stand in many places.
  if (words.length < 3 || sentence.cites.length === 0) return undefined;
  const weights = new Map(words.map(({ root }) => [root, weightOf(root, evidence)]));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const share = (ids: readonly number[]): number => {
    const found = new Set(evidence.near(ids).flatMap((unit) => evidence.words(unit).map(({ root }) => root)));
    let covered = 0;
    for (const [root, weight] of weights) if (found.has(root)) covered += weight;
    return covered / total;
  };
  const near = new Set(evidence.near(sentence.cites, 2).map(({ id }) => id));
  const best = rankUnits(words, evidence, PLACES + near.size)
    .filter(({ id }) => !near.has(id))
    .slice(0, PLACES)
    .map(({ id }) => ({ unit: id, share: share([id]) }))
    .reduce((top, place) => (place.share > top.share ? place : top), { unit: -1, share: 0 });
  return { here: share(sentence.cites), elsewhere: best.share, unit: best.unit };
}

/** The words that should stand in the units: not those that say who speaks and that somebody does. */
function contentWords({ text }: CopySentence, { language, speakers }: Evidence): WordForm[] {
  const voices = new Set(speakers.flatMap(({ name }) => wordForms(name, language).map(({ root }) => root)));
  return wordForms(text, language).filter(
    ({ isContent, root, key }) => isContent && !voices.has(root) && !SPEECH_VERBS.has(key),
  );
}

export const SUPPORT_RULES: readonly Rule[] = [citationFitRule];
