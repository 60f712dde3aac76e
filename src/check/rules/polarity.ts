import { isDenial, isNegation, NEGATION_LANGUAGES, type WordForm, wordForms } from '../../text/index.ts';
import type { Evidence } from '../evidence.ts';
import { distanceTo, findPassage } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

/** Words around a negation that say what it negates. */
const REACH = { before: 5, behind: 8 } as const;
/** A negation of the source farther than this from the shared words speaks of something else. */
const NEAR_ADDED = 4;
const NEAR_LOST = 12;
/** Share of a negated passage that the sentence must tell again before the negation can be missed. */
const LEAST_RETOLD = 0.4;

const polarityRule: Rule = {
  id: 'C03',
  severity: 'info',
  title: 'A sentence denies what its source denies, and nothing else',
  reason:
    'One “not” too many or too few makes a sentence say the opposite, though its other words are all in the source.',
  needs: ['units', 'one-language'],
  trustsCitations: true,
  languages: NEGATION_LANGUAGES,
  exempts: ['extractive'],
  *checkSentence(sentence, { evidence, language }) {
    if (sentence.cites.length === 0) return;
    const own = wordForms(sentence.own, evidence.language);
    const near = evidence.near(sentence.cites).flatMap((unit) => evidence.words(unit));
    yield* findAdded(own, near, language, evidence);
    const cited = sentence.cites.flatMap((id) => evidence.unit(id) ?? []);
    yield* findLost(
      own,
      cited.flatMap((unit) => evidence.words(unit)),
      language,
      evidence,
    );
  },
};

function* findAdded(
  own: readonly WordForm[],
  source: readonly WordForm[],
  language: string,
  evidence: Evidence,
): Generator<Found> {
  const negations = positions(source, (word) => isNegation(word, language));
  const isDenied = negations.length > 0 || source.some((word) => isDenial(word, language));
  for (const [index, word] of own.entries()) {
    if (!isNegation(word, language)) continue;
    const passage = findPassage(around(own, index), source, evidence);
    if (distanceTo(passage, negations) <= NEAR_ADDED) continue;
    yield {
      start: word.start,
      end: word.end,
      message: `the source does not say “${word.text}” of this`,
      ...(passage.hits.length > 0 ? { evidence: passage.text } : {}),
      // Where the source denies nothing at all, no paraphrase explains it. Else one may: of 24 such findings on recorded
      // articles none was a fault.
      severity: isDenied ? 'info' : 'error',
    };
  }
}

function* findLost(
  own: readonly WordForm[],
  cited: readonly WordForm[],
  language: string,
  evidence: Evidence,
): Generator<Found> {
  const denials = positions(own, (word) => isNegation(word, language) || isDenial(word, language));
  for (const [index, word] of cited.entries()) {
    if (!isNegation(word, language) || isPhatic(cited, index)) continue;
    const negated = around(cited, index);
    const passage = findPassage(negated, own, evidence);
    if (passage.share < LEAST_RETOLD || distanceTo(passage, denials) <= NEAR_LOST) continue;
    yield {
      message: `the source says “${word.text}” of this, the sentence does not`,
      evidence: negated.map(({ text }) => text).join(' '),
    };
    return;
  }
}

function positions(words: readonly WordForm[], is: (word: WordForm) => boolean): number[] {
  return words.flatMap((word, index) => (is(word) ? [index] : []));
}

function around(words: readonly WordForm[], index: number): readonly WordForm[] {
  return words.slice(Math.max(0, index - REACH.before), index + REACH.behind);
}

/** "not just", "don't know": what follows a negation that denies nothing. */
const PHATIC: ReadonlySet<string> = new Set(
  'just only even sure know worry necessarily nur bloß sino solo seulement apenas só только лише тільки'.split(
    ' ',
  ),
);
const ANSWERS: ReadonlySet<string> = new Set(['no', 'nein', 'nee', 'non', 'não', 'нет', 'ні']);

function isPhatic(words: readonly WordForm[], index: number): boolean {
  const next = words[index + 1];
  return PHATIC.has(next?.key ?? '') || (ANSWERS.has(words[index]?.key ?? '') && next?.isContent !== true);
}

export const POLARITY_RULES: readonly Rule[] = [polarityRule];
