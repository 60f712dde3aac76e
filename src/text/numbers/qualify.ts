import type { Qualifier } from './mention.ts';
import type { Source } from './source.ts';

const LONGEST_PHRASE = 4;

/** "About", "more than" and the like before a number; the longest phrase counts. Tokens before `free` belong to another number. */
export function findQualifier(
  at: number,
  { tokens, lexicon }: Source,
  free: number,
): { first: number; qualifier?: Qualifier } {
  let phrase = '';
  let found: { first: number; qualifier: Qualifier } | undefined;
  for (let first = at - 1, words = 0; first >= free && words < LONGEST_PHRASE; first--) {
    const token = tokens[first];
    if (!token) break;
    // The apostrophe of "plus d'un".
    if (token.key === "'" || token.key === '’') continue;
    if (words === 0 && !lexicon.qualifierEnds.has(token.key)) break;
    phrase = words === 0 ? token.key : `${token.key}_${phrase}`;
    words++;
    const qualifier = lexicon.qualifiers.get(phrase);
    if (qualifier) found = { first, qualifier };
  }
  return found ?? { first: at };
}
