import { isTimeName, professions, titles } from '../../text/index.ts';
import { qualifiersOf, type Sense, senseOf } from './roles-qualifiers.ts';
import type { RoleToken } from './roles-tokens.ts';

/** "former president", "then-Senator", "presidente electo": a qualifier and the word that it qualifies. */
export interface Qualified {
  readonly sense: Sense;
  readonly qualifier: RoleToken;
  readonly target: RoleToken;
}

/** Words between a qualifier and what it qualifies: "former U.S. Treasury secretary". */
const REACH = 4;
/** Written as one word: "expresidente", "Altkanzler". */
const FUSED: Readonly<Record<string, RegExp>> = { es: /^ex(?=\p{L}{4})/u, de: /^(?:ex|alt)(?=\p{L}{4})/u };
/** Qualifiers that are other words too unless a hyphen follows. */
const NEEDS_HYPHEN: ReadonlySet<string> = new Set(['then', 'alt']);

/** The qualifiers of offices and names in a text; `language` is a primary subtag. Captions write no hyphens: "president elect". */
export function findQualified(
  tokens: readonly RoleToken[],
  language: string,
  origin: 'text' | 'captions' = 'text',
): Qualified[] {
  const qualifiers = qualifiersOf(language);
  if (!qualifiers) return [];
  const found: Qualified[] = [];
  for (const [at, token] of tokens.entries()) {
    const before = senseOf(qualifiers.before.find(token.key) ?? '');
    const ahead = before && targetBehind(tokens, at, before, language);
    if (before && ahead) found.push({ sense: before, qualifier: token, target: ahead });
    const after = senseOf(qualifiers.after.find(token.key) ?? phraseAt(tokens, at, qualifiers.after));
    const back = after && targetBefore(tokens, at, language === 'en' && origin === 'text');
    if (after && back) found.push({ sense: after, qualifier: token, target: back });
    const fused = FUSED[language]?.exec(token.key)?.[0] ?? '';
    if (fused !== '' && isRole(token.key.slice(fused.length)))
      found.push({
        sense: 'past',
        qualifier: token,
        target: { ...token, key: token.key.slice(fused.length) },
      });
  }
  return found;
}

function phraseAt(
  tokens: readonly RoleToken[],
  at: number,
  table: NonNullable<ReturnType<typeof qualifiersOf>>['after'],
): string {
  const keys = tokens.slice(at, at + 3).map(({ key }) => key);
  return table.findPhrase(keys, 0)?.meaning ?? '';
}

function targetBehind(
  tokens: readonly RoleToken[],
  at: number,
  sense: Sense,
  language: string,
): RoleToken | undefined {
  const qualifier = tokens[at];
  if (NEEDS_HYPHEN.has(qualifier?.key ?? '') && !tokens[at + 1]?.isHyphened) return undefined;
  let name: RoleToken | undefined;
  let last: RoleToken | undefined;
  for (let next = at + 1; next <= at + REACH; next++) {
    const token = tokens[next];
    if (!token?.joins || isTimeName(token.key) || /^\d/u.test(token.key)) break;
    if (isRole(token.key)) return token;
    // "then-U.S. President": the office is what is meant, where there is one.
    if (isCapital(token) && (language !== 'de' || !AMBIGUOUS.has(qualifier?.key ?? ''))) name ??= token;
    else if (!token.isContent) break;
    last ??= token;
  }
  if (name) return name;
  // "former employees": any noun will do where the word is no other's.
  return sense === 'past' && qualifier && !AMBIGUOUS.has(qualifier.key) ? last : undefined;
}

/** Mean "old" or an adverb as well. */
const AMBIGUOUS: ReadonlySet<string> = new Set(
  'fruhere fruherer fruheren fruheres ancien ancienne anciens anciennes antiguo antigua antiguos antiguas antigo antiga antigos antigas'.split(
    ' ',
  ),
);

function targetBefore(tokens: readonly RoleToken[], at: number, needsHyphen: boolean): RoleToken | undefined {
  const [token, previous] = [tokens[at], tokens[at - 1]];
  if (!token?.joins || !previous) return undefined;
  if (needsHyphen && !token.isHyphened) return undefined;
  return isRole(previous.key) ? previous : undefined;
}

function isRole(key: string): boolean {
  return titles.find(key) !== undefined || professions.find(key) !== undefined;
}

function isCapital({ text, isContent }: RoleToken): boolean {
  return /^\p{Lu}/u.test(text) && (isContent || /^\p{Lu}{2}/u.test(text));
}
