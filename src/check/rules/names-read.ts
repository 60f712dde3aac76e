import { findNames, type NameMention } from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';

const read = new WeakMap<CopySentence, readonly NameMention[]>();

/** The names in a line's own words, found once for all rules; `language` is that of the text. */
export function namesIn(line: CopySentence, language: string): readonly NameMention[] {
  const known = read.get(line);
  if (known) return known;
  const names = findNames(line.own, language);
  read.set(line, names);
  return names;
}
