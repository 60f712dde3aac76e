import type { NameMention } from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';
import { placeIn } from '../place-in.ts';
import type { Found, Rule } from '../rule.ts';
import { namesIn } from './names-read.ts';
import { findQualified, type Qualified } from './roles-qualified.ts';
import { roleTokens } from './roles-tokens.ts';

/** Offices that nobody holds at once with another of them. */
const EXCLUSIVE: ReadonlySet<string> = new Set([
  'president',
  'vice president',
  'prime minister',
  'prime',
  'chancellor',
  'king',
  'queen',
  'pope',
]);

/** What the text has said of a person so far. */
interface Portrait {
  readonly title?: string | undefined;
  readonly gender?: string | undefined;
  /** The title was given with a qualifier of time: "former". */
  readonly qualifier?: string | undefined;
  readonly text: string;
}

export const consistentRolesRule: Rule = {
  id: 'F06',
  severity: 'warning',
  title: 'A person has the same office and form of address throughout',
  reason: 'A text that contradicts itself about a person is wrong at least once.',
  example: 'then-President Trump in the lead, President Trump three paragraphs on.',
  needs: [],
  *checkArticle({ copy, language }) {
    const portraits = new Map<string, Portrait[]>();
    for (const line of copy.lines) {
      const qualified = findQualified(roleTokens(line.own, language), language);
      for (const mention of namesIn(line, language)) {
        const key = mention.words.at(-1)?.stem;
        if (key === undefined || (mention.title === undefined && mention.gender === undefined)) continue;
        const portrait = portraitOf(mention, qualified, line);
        const before = portraits.get(key) ?? [];
        portraits.set(key, [...before, portrait]);
        const conflict = before.find((other) => isConflict(portrait, other));
        if (conflict) yield describe(mention, line, portrait, conflict);
      }
    }
  },
};

function portraitOf(mention: NameMention, qualified: readonly Qualified[], { own }: CopySentence): Portrait {
  const { title, gender, titleStart, start, end } = mention;
  const qualifier = qualified.find(
    (one) => one.target.start >= (titleStart ?? start) && one.target.start <= end,
  )?.qualifier;
  const from = Math.min(qualifier?.start ?? start, titleStart ?? start);
  return { title, gender, qualifier: qualifier?.key, text: own.slice(from, end) };
}

function isConflict(one: Portrait, other: Portrait): boolean {
  if (one.gender !== undefined && other.gender !== undefined && one.gender !== other.gender) return true;
  if (one.title === undefined || other.title === undefined) return false;
  if (one.title === other.title) return one.qualifier !== other.qualifier;
  return (
    one.qualifier === undefined &&
    other.qualifier === undefined &&
    EXCLUSIVE.has(one.title) &&
    EXCLUSIVE.has(other.title)
  );
}

function describe(mention: NameMention, line: CopySentence, one: Portrait, other: Portrait): Found {
  return {
    ...placeIn(line, mention.titleStart ?? mention.start, mention.end),
    message: `“${one.text}” here, “${other.text}” before`,
    evidence: other.text,
  };
}
