import {
  foldName,
  honorifics,
  type NameWord,
  nameStem,
  professions,
  titles,
  wordForms,
} from '../../text/index.ts';
import type { Copy } from '../copy.ts';
import { onceFor } from '../once-for.ts';
import type { RuleContext } from '../rule.ts';
import type { NameIndex } from './names-index.ts';

/** Titles, initials, numerals, points of the compass: capitals that name nobody. */
export function isNoName({ key, text }: NameWord): boolean {
  return (
    key.length < 2 ||
    /^[IVXLC]+$/u.test(text) ||
    !/\p{L}/u.test(key) ||
    titles.find(key) !== undefined ||
    honorifics.find(key) !== undefined ||
    COMPASS.has(key)
  );
}

const COMPASS: ReadonlySet<string> = new Set(
  'north south east west northern southern eastern western norte sur sul este oeste leste occidental oriental nord sud est ouest'.split(
    ' ',
  ),
);

/** Languages where a noun that begins a sentence without an article is a name, an abstract thing or a plural. */
export const NOUNS_TAKE_ARTICLES: ReadonlySet<string> = new Set(['en', 'es', 'fr', 'pt']);

/** Endings of ordinary words that begin sentences; among them the plural, which few names have. */
const ORDINARY_ENDINGS: Readonly<Record<string, RegExp>> = {
  en: /(?:[^aious]s|ly|ing|ed|tion|sion|ness|ment|ity|ism|ship|ance|ence|ure|hood)$/u,
  de: /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tat|ismus|chen|lein|nis)$/u,
  es: /(?:cion|ciones|dad|mente|miento|ando|iendo|as|os)$/u,
  fr: /(?:tion|tions|te|ment|ments|ant|ure|age|es)$/u,
  pt: /(?:cao|coes|dade|mente|mento|ando|endo|as|os)$/u,
  ru: /(?:ость|ости|ние|ния|ение|ция|ство|тель|ники|ы|и|ые|ие|ая|ая|ое|ый|ий)$/u,
  uk: /(?:ість|ості|ння|ення|ція|ство|тель|ники|и|і|ий|а|е)$/u,
};

/** Whether a word with a capital at the beginning of a sentence is one of the language's own. */
export function isOrdinary(word: NameWord, { copy, language }: RuleContext, index: NameIndex): boolean {
  const { key, stem } = word;
  return (
    professions.find(key) !== undefined ||
    index.isOrdinary(word) ||
    smallStems(copy).has(stem) ||
    ORDINARY_ENDINGS[language]?.test(key) === true
  );
}

/** The words that the text itself writes small. */
const smallStems = onceFor((copy: Copy): ReadonlySet<string> => {
  const stems = new Set<string>();
  for (const { text } of copy.lines)
    for (const word of wordForms(text, copy.language))
      if (/^\p{Ll}/u.test(word.text)) stems.add(nameStem(foldName(word.text), copy.language));
  return stems;
});
