import { DIRECTION_LANGUAGES, directionOf, isNegation, wordForms } from '../../text/index.ts';
import { distanceTo, findPassage } from '../passages.ts';
import type { Rule } from '../rule.ts';

const OPPOSITE = { up: 'down', down: 'up', after: 'before', before: 'after' } as const;

/** Words around a comparison that say what is compared. */
const REACH = 6;
const NEAR = 6;
/** A word of the source that goes the same way within this reach explains the sentence's. */
const NEAR_SAME = 12;
/** Share of those words that the source's passage must hold to be about the same. */
const LEAST_SHARE = 0.3;

const comparisonRule: Rule = {
  id: 'C06',
  severity: 'warning',
  title: 'A rise in the source is not told as a fall, nor a fall as a rise',
  reason: 'Every number and name may be right in a sentence that says the opposite of its source.',
  example: 'Inflation fell to 3 percent. (The source: “Inflation has risen to 3 percent.”)',
  needs: ['units', 'one-language'],
  trustsCitations: true,
  languages: DIRECTION_LANGUAGES,
  exempts: ['extractive'],
  *checkSentence(sentence, { evidence, language }) {
    const own = wordForms(sentence.own, evidence.language);
    const source = evidence.near(sentence.cites, 0).flatMap((unit) => evidence.words(unit));
    const directions = source.map((word) => directionOf(word, language));
    for (const [index, word] of own.entries()) {
      const direction = directionOf(word, language);
      // "No longer" compares nothing.
      const before = own[index - 1];
      if (direction === undefined || (before && isNegation(before, language))) continue;
      const passage = findPassage(own.slice(Math.max(0, index - REACH), index + REACH + 1), source, evidence);
      const same = directions.flatMap((other, at) => (other === direction ? [at] : []));
      if (distanceTo(passage, same) <= NEAR_SAME) continue;
      const against = directions.flatMap((other, at) => (other === OPPOSITE[direction] ? [at] : []));
      if (passage.share < LEAST_SHARE || distanceTo(passage, against) > NEAR) continue;
      yield {
        start: word.start,
        end: word.end,
        message: `“${word.text}” goes against the source`,
        evidence: passage.text,
      };
      return;
    }
  },
};

export const COMPARISON_RULES: readonly Rule[] = [comparisonRule];
