import { findNames, primarySubtag } from '../text/index.ts';
import type { Copy, CopySentence } from './copy.ts';
import { createPhraseFinder } from './phrases.ts';
import { ALLEGATIONS } from './rules/attribution-allegations.ts';

const allegations = createPhraseFinder(ALLEGATIONS);

/** Sentences in which a word that accuses stands beside a name, whoever says it: what can harm somebody if it is wrong. */
export function findAllegations({ body, language: tag }: Pick<Copy, 'body' | 'language'>): CopySentence[] {
  const language = primarySubtag(tag);
  return body.filter(
    ({ text, speaker }) =>
      allegations.find(text, language).length > 0 &&
      (speaker !== undefined || findNames(text, language).length > 0),
  );
}
