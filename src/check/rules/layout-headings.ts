import { type WordForm, wordForms } from '../../text/index.ts';
import type { Copy, CopySentence } from '../copy.ts';
import { placeIn } from '../place-in.ts';
import type { Found, Rule } from '../rule.ts';

const LONGEST_HEADING = 70;
const COLONS = { share: 0.3, fewest: 2 } as const;
const COLON = /:\s|：/u;

const headingsRule: Rule = {
  id: 'S08',
  severity: 'warning',
  title: 'Headings are short statements in sentence case, each said once',
  reason:
    'A heading that states something helps a reader who skims; a label, a colon form or Title Case does not.',
  example: 'The Sticking Points: Irreconcilable Demands',
  needs: [],
  exempts: ['extractive'],
  *checkArticle({ copy, language }) {
    const headings = copy.sections.map(({ heading }) => heading);
    yield* judgeColons(headings);
    const usage = language === 'en' ? countCases(copy, language) : undefined;
    const seen = new Set<string>();
    for (const heading of headings) {
      const place = placeIn(heading);
      const words = wordForms(heading.text, language);
      const key = words.map((word) => word.key).join(' ');
      if (seen.has(key)) yield { ...place, message: 'stands over another section too' };
      seen.add(key);
      const length = [...heading.text].length;
      if (length > LONGEST_HEADING)
        yield { ...place, message: `${length} characters, more than ${LONGEST_HEADING}` };
      const raised = usage ? needlessCapitals(words, usage) : [];
      if (raised.length > 0)
        yield { ...place, message: `is in Title Case; the text writes ${raised.join(', ')} small` };
    }
  },
};

function* judgeColons(headings: readonly CopySentence[]): Generator<Found> {
  const withColon = headings.filter(({ text }) => COLON.test(text));
  const [first] = withColon;
  if (!first || withColon.length < COLONS.fewest || withColon.length <= headings.length * COLONS.share)
    return;
  const at = first.text.search(COLON);
  yield {
    ...placeIn(first, at, at + 1),
    message: `${withColon.length} of ${headings.length} headings have a colon`,
  };
}

type CaseCount = ReadonlyMap<string, { small: number; capital: number }>;

/** How often the body writes each word small and with a capital; where a sentence begins, a capital says nothing. */
function countCases({ body }: Copy, language: string): CaseCount {
  const counts = new Map<string, { small: number; capital: number }>();
  for (const { text } of body) {
    for (const word of wordForms(text, language).slice(1)) {
      const count = counts.get(word.key) ?? { small: 0, capital: 0 };
      if (isCapital(word)) count.capital++;
      else count.small++;
      counts.set(word.key, count);
    }
  }
  return counts;
}

function isCapital({ text }: WordForm): boolean {
  return /^\p{Lu}/u.test(text);
}

const FEWEST_WORDS = 3;
/** Title Case leaves words shorter than this small. */
const SHORT_WORD = 4;

/** The words that only Title Case explains: all of weight have a capital, although the text writes these small. */
function needlessCapitals(words: readonly WordForm[], usage: CaseCount): string[] {
  const isShouted = words.every(({ text }) => text === text.toUpperCase());
  if (words.length < FEWEST_WORDS || isShouted) return [];
  const weighty = words.slice(1).filter(({ text, isContent }) => isContent || text.length > SHORT_WORD);
  if (weighty.length === 0 || !weighty.every((word) => isCapital(word) || /^\P{L}/u.test(word.text)))
    return [];
  return weighty
    .filter((word) => {
      const { small = 0, capital = 0 } = usage.get(word.key) ?? {};
      return isCapital(word) && small > capital;
    })
    .map(({ key }) => key);
}

export const HEADING_RULES: readonly Rule[] = [headingsRule];
