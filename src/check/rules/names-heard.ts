import { type NameWord, soundsLike } from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';

/** How far from the cited units the captions' spelling of a name is looked for. */
const UNITS_HEARD = 2;

/** What the captions near the cited units have that sounds or looks like the name, two words in one included. */
export function hearName({ key }: NameWord, { cites }: CopySentence, evidence: Evidence): string | undefined {
  for (const unit of evidence.near(cites, UNITS_HEARD)) {
    const words = evidence.words(unit);
    for (const [at, word] of words.entries()) {
      if (word.isContent && soundsLike(key, word.key)) return word.text;
      const next = words[at + 1];
      if (
        next &&
        word.key.length > 1 &&
        next.key.length > 1 &&
        word.key.length + next.key.length <= key.length + 2 &&
        soundsLike(key, word.key + next.key)
      )
        return `${word.text} ${next.text}`;
    }
  }
  return undefined;
}
