import { countWords, isUnspaced } from '../../text/index.ts';
import type { Rule } from '../rule.ts';

const LONGEST_SENTENCE = 40;
const LONGEST_MEAN = 24;
/** Sentences that a mean says something about. */
const FEWEST_SENTENCES = 10;

const sentenceLengthRule: Rule = {
  id: 'T04',
  severity: 'info',
  title: `Sentences have ${LONGEST_MEAN} words on average and at most ${LONGEST_SENTENCE}`,
  reason: 'Long sentences are read twice or not at all.',
  needs: [],
  exempts: ['extractive'],
  *checkSentence({ text }) {
    // Dictionary words of a script without spaces are far shorter.
    if (isUnspaced(text)) return;
    const words = countWords(text);
    if (words > LONGEST_SENTENCE) yield { message: `${words} words, more than ${LONGEST_SENTENCE}` };
  },
  *checkArticle({ copy: { body } }) {
    const counted = body.filter(({ text }) => !isUnspaced(text));
    if (counted.length < FEWEST_SENTENCES) return;
    const mean = counted.reduce((sum, { text }) => sum + countWords(text), 0) / counted.length;
    if (mean > LONGEST_MEAN)
      yield {
        path: '',
        message: `${mean.toFixed(1)} words a sentence on average, more than ${LONGEST_MEAN}`,
      };
  },
};

export const SENTENCE_LENGTH_RULES: readonly Rule[] = [sentenceLengthRule];
