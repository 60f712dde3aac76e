import {
  foldName,
  nameStem,
  primarySubtag,
  type WordForm,
  withoutElision,
  wordForms,
} from '../../text/index.ts';
import type { Unit } from '../../transcript/index.ts';
import type { Evidence } from '../evidence.ts';
import { METADATA, nameIndex } from './names-index.ts';

/** Units looked at for what they say about one name; a name of more units has said it in these. */
const MOST_UNITS = 120;

/** Words between a name and what is said about it: an office, "former". */
export const WORDS_ABOUT = 6;

/** A word as the rules on roles read it, in the text under check and in the units. */
export interface RoleToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** See foldName. */
  readonly key: string;
  readonly stem: string;
  readonly isContent: boolean;
  /** Only spaces or a hyphen stand before it. */
  readonly joins: boolean;
  readonly isHyphened: boolean;
}

export function roleTokens(text: string, language: string): RoleToken[] {
  let previous: WordForm | undefined;
  return wordForms(text, language).map((word) => {
    const gap = previous ? text.slice(previous.end, word.start) : '';
    const key = foldName(withoutElision(word.key, language).replace(/'s?$/u, ''));
    const token = {
      text: word.text,
      start: word.start,
      end: word.end,
      key,
      stem: nameStem(key, language),
      isContent: word.isContent,
      joins: previous !== undefined && /^(?:\.?[ \u00A0]|[-\u2010\u2011])$/u.test(gap),
      isHyphened: /^[-\u2010\u2011]$/u.test(gap),
    };
    previous = word;
    return token;
  });
}

export function tokensOf(unit: Unit, evidence: Evidence): readonly RoleToken[] {
  return evidence.read(unit, 'role tokens', roleTokens);
}

export function metadataTokens(evidence: Evidence): readonly RoleToken[] {
  const { title = '', description = '' } = evidence.metadata;
  return roleTokens(`${title}\n${description}`, primarySubtag(evidence.language));
}

export function unitsNaming(stem: string, evidence: Evidence): Unit[] {
  return nameIndex(evidence)
    .unitsOfStem(stem)
    .filter((id) => id !== METADATA)
    .slice(0, MOST_UNITS)
    .flatMap((id) => evidence.unit(id) ?? []);
}
