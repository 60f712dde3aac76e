import { readFigures } from '../../text/index.ts';
import type { Rule } from '../rule.ts';
import { checkNumbers } from './numbers-match.ts';
import { isDuration, PROSE_ROLES } from './numbers-source.ts';

/** Every number in the writer's own words is one that the source has, in value and unit. Spans of time are the business of F02. */
const numberRule: Rule = {
  id: 'F01',
  severity: 'error',
  title: 'Every number is the source’s, in value and unit',
  reason: 'Transposed, rounded and invented numbers are the commonest fault of machine-written news.',
  example: 'The package is worth $280 million. (The cited units say: $280 billion.)',
  needs: ['units'],
  roles: PROSE_ROLES,
  *checkSentence(sentence, context) {
    const { numbers } = readFigures(sentence.own, context.copy.language);
    const figures = numbers.filter((number) => !number.isWeak && !isDuration(number));
    yield* checkNumbers(figures, sentence, { context, all: numbers });
  },
};

export const NUMBER_RULES: readonly Rule[] = [numberRule];
