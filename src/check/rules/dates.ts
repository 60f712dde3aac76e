import { readFigures } from '../../text/index.ts';
import { isOneLanguage, type Rule } from '../rule.ts';
import { checkDate, checkRelative } from './dates-match.ts';
import { relativeTimeRule } from './dates-relative-time.ts';
import { impliedSpans } from './dates-spans.ts';
import { checkVagueSpans } from './dates-vague.ts';
import { checkNumbers } from './numbers-match.ts';
import { isDuration, PROSE_ROLES } from './numbers-source.ts';

const dateRule: Rule = {
  id: 'F02',
  severity: 'error',
  title: 'Every date and span of time is the source’s',
  reason: 'A shifted date turns a true sentence into a false one, and no reader can see it.',
  example: 'The accord was signed on 12 May. (The cited units say “yesterday”; the video is of 13 June.)',
  needs: ['units'],
  roles: PROSE_ROLES,
  *checkSentence(sentence, context) {
    const figures = readFigures(sentence.own, context.copy.language);
    const { numbers, dates } = figures;
    for (const date of dates) {
      const found = date.relative
        ? checkRelative(date, sentence, context.evidence)
        : checkDate(date, sentence, context.evidence);
      if (found) yield found;
    }
    if (isOneLanguage(context)) yield* checkVagueSpans(sentence, figures, context.evidence);
    const spans = numbers.filter((number) => !number.isWeak && isDuration(number));
    if (spans.length === 0) return;
    const implied = impliedSpans(sentence, context.evidence);
    yield* checkNumbers(spans, sentence, { context, all: numbers, implied });
  },
};

export const DATE_RULES: readonly Rule[] = [dateRule, relativeTimeRule];
