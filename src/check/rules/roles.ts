import { findNames, type NameMention, primarySubtag, titles } from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';
import type { Rule } from '../rule.ts';
import { findQualified, type Qualified } from './roles-qualified.ts';
import { isKindred, qualifiersOf, type Sense, senseOf } from './roles-qualifiers.ts';
import { checkTitles } from './roles-titles.ts';
import {
  metadataTokens,
  type RoleToken,
  roleTokens,
  tokensOf,
  unitsNaming,
  WORDS_ABOUT,
} from './roles-tokens.ts';

const WORDS_BEHIND_WAS = 5;

/** Time qualifiers and offices are the source's, not the writer's memory of who holds what. */
export const sourcedRolesRule: Rule = {
  id: 'F05',
  severity: 'error',
  title: 'An office before a name, and “former”, “then-” or “acting” before it, come from the source',
  reason:
    'Who holds an office changes after a model was trained and after a video was made; only the source knows its day.',
  example: 'then-U.S. President Donald Trump, where nobody in the video says “then”.',
  // "then-" is an error wherever the source does not say it, also where there is none.
  needs: [],
  roles: ['sentence', 'keyPoint', 'deck', 'headline', 'bodyHeadline', 'heading'],
  languages: ['en', 'de', 'es', 'fr', 'pt', 'ru', 'uk'],
  *checkSentence(sentence, context) {
    const { evidence, language } = context;
    const tokens = roleTokens(sentence.own, language);
    const hasUnits = evidence.units.length > 0;
    const found = findQualified(tokens, language);
    const names = found.length > 0 ? findNames(sentence.own, evidence.language) : [];
    for (const qualified of found) {
      if (!hasUnits && qualified.sense !== 'atTheTime') continue;
      if (hasUnits && isSupported(qualified, namesAround(qualified, names), sentence, evidence)) continue;
      const { qualifier, target } = qualified;
      const start = Math.min(qualifier.start, target.start);
      const end = Math.max(qualifier.end, target.end);
      yield { start, end, message: `the source does not say “${sentence.own.slice(start, end)}”` };
    }
    if (hasUnits) yield* checkTitles(sentence, context);
  },
};

function isSupported(
  qualified: Qualified,
  names: readonly string[],
  sentence: CopySentence,
  evidence: Evidence,
): boolean {
  const language = primarySubtag(evidence.language);
  // Nothing is known of how other languages say it.
  if (!qualifiersOf(language)) return true;
  const about = { names, target: qualified.target };
  const cited = evidence.near(sentence.cites).map((unit) => tokensOf(unit, evidence));
  if ([...cited, metadataTokens(evidence)].some((said) => saysSo(said, qualified.sense, about, language)))
    return true;
  // Nobody says where the words of a headline are from.
  const elsewhere = sentence.cites.length > 0 ? names : [...names, qualified.qualifier.stem];
  return elsewhere.some((stem) =>
    unitsNaming(stem, evidence).some((unit) =>
      findQualified(tokensOf(unit, evidence), language, 'captions').some(
        ({ sense, target }) => isKindred(sense, qualified.sense) && isAbout(target, about),
      ),
    ),
  );
}

/** The person or the office that a qualifier is about. */
interface Subject {
  readonly names: readonly string[];
  readonly target: RoleToken;
}

function isAbout(token: RoleToken, { names, target }: Subject): boolean {
  return sameRole(token, target) || names.includes(token.stem);
}

/** Whether a text qualifies anything so, or says as much close to the name or office: "was president", "used to". */
function saysSo(said: readonly RoleToken[], sense: Sense, subject: Subject, language: string): boolean {
  const qualifiers = qualifiersOf(language);
  if (!qualifiers) return false;
  if (findQualified(said, language, 'captions').some((found) => isKindred(found.sense, sense))) return true;
  const { support, past } = qualifiers;
  const keys = said.map(({ key }) => key);
  const isNear = (from: number, to: number) =>
    said.slice(Math.max(0, from), to).some((token) => isAbout(token, subject));
  return said.some(({ key }, at) => {
    const meaning = senseOf(support.find(key) ?? support.findPhrase(keys, at)?.meaning ?? '');
    if (meaning && isKindred(meaning, sense) && isNear(at - WORDS_ABOUT, at + WORDS_ABOUT)) return true;
    return isKindred('past', sense) && past.has(key) && isNear(at + 1, at + WORDS_BEHIND_WAS);
  });
}

function sameRole(token: RoleToken, target: RoleToken): boolean {
  const title = titles.find(target.key);
  return token.stem === target.stem || (title !== undefined && titles.find(token.key) === title);
}

/** The last words of the names right behind a qualifier and its role, or before it. */
function namesAround({ qualifier, target }: Qualified, names: readonly NameMention[]): string[] {
  const from = Math.min(qualifier.start, target.start);
  const to = Math.max(qualifier.end, target.end);
  return names
    .filter((name) => name.start <= to + 2 && name.end >= from - 2)
    .flatMap(({ words }) => words.at(-1)?.stem ?? []);
}
