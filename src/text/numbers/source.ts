import { readCompound } from './compounds.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import { following, isHyphen, type Token } from './tokens.ts';

export interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
}

export function entryAt({ tokens, lexicon }: Source, at: number): Entry | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  return lexicon.words.get(token.key) ?? readCompound(token.key, lexicon);
}

/** A magnitude follows. */
export function isScaled(source: Source, at: number): boolean {
  return entryAt(source, following(source.tokens, at))?.scale !== undefined;
}

/** A part is of something: "of", a unit or a magnitude follows. */
export function isMeasured({ tokens, lexicon }: Source, at: number, allowsOf: boolean): boolean {
  const next = tokens[isHyphen(tokens[at]) ? at + 1 : at];
  if (next?.kind !== 'word') return false;
  if (lexicon.units.has(next.key) || lexicon.words.get(next.key)?.scale !== undefined) return true;
  return allowsOf && lexicon.ofPart.has(next.key);
}
