import {
  capitalize,
  discourse,
  joinWords,
  normalizeWord,
  splitWords,
  withoutElision,
} from '../../text/index.ts';
import { findPhrases, type Phrase } from './phrases.ts';
import type { Speech } from './speech.ts';

/** A second name joins the heading when it is nearly as telling as the first. */
const SECOND_NAME = 0.25;
const SURELY_NOMINAL = 0.4;
const MOST_NAMES = 2;
/** Words English headings write small unless they come first. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an the and or but nor of in on at by to for from with as vs via'.split(' '),
);

/** For each word range the one or two names that tell most of what is said in it, no name given to two ranges. */
export function nameTopics(
  speech: Speech,
  weights: Float64Array,
  ranges: readonly { readonly from: number; readonly to: number }[],
): Phrase[][] {
  const used = new Set<string>();
  return ranges.map(({ from, to }) => {
    const names = chooseNames(findPhrases(speech, weights, from, to), used);
    for (const { terms } of names) used.add(terms.join(' '));
    return names;
  });
}

function chooseNames(phrases: readonly Phrase[], used: ReadonlySet<string>): Phrase[] {
  const names: Phrase[] = [];
  for (const phrase of phrases) {
    if (names.length === MOST_NAMES) break;
    if (used.has(phrase.terms.join(' '))) continue;
    if (names.length > 0 && !isWorthSecond(phrase, names[0]?.score ?? 0)) continue;
    if (names.some(({ terms }) => terms.some((term) => phrase.terms.includes(term)))) continue;
    names.push(phrase);
  }
  return names;
}

/** A second name must tell nearly as much as the first and be one beyond doubt. */
function isWorthSecond({ terms, score, nominality }: Phrase, best: number): boolean {
  return score >= SECOND_NAME * best && (terms.length > 1 || nominality >= SURELY_NOMINAL);
}

/** Joins names into a heading in the manner of the language: title case in English, a capital at the start elsewhere. */
export function formatHeading(names: readonly string[], language: string): string {
  const bare = names.map((name) =>
    isEnglish(language) ? name.replace(/['’]s$/u, '') : withoutElision(name.replaceAll('’', "'"), language),
  );
  const comma = /^(?:ja|zh)\b/u.test(language) ? '、' : /^(?:ar|fa|ur)\b/u.test(language) ? '، ' : ', ';
  const last = bare.at(-1) ?? '';
  // Spanish "y" becomes "e" before the same sound.
  const conjunction =
    /^es\b/u.test(language) && /^h?i(?!e)/iu.test(last) ? ' e ' : discourse(language).conjunction;
  const heading = bare.length < 2 ? last : bare.slice(0, -1).join(comma) + (conjunction ?? comma) + last;
  return isEnglish(language) ? titleCase(heading) : capitalize(heading);
}

export function isEnglish(language: string): boolean {
  return /^en\b/iu.test(language);
}

/** English title case; words that are all capitals stay so. */
export function titleCase(text: string): string {
  const words = splitWords(text).map((word, index) =>
    index > 0 && SMALL_WORDS.has(normalizeWord(word.text))
      ? { ...word, text: word.text.toLowerCase() }
      : { ...word, text: capitalize(word.text) },
  );
  return joinWords(words);
}

/** Whether an author's chapter title says nothing about the chapter: "Intro", "Outro", "Part 2". */
export function isGenericTitle(title: string, language: string): boolean {
  const key = splitWords(title, language)
    .map((word) => normalizeWord(word.text))
    .filter((word) => word !== '')
    .join(' ');
  return (
    key === '' ||
    /^\p{N}+$/u.test(key) ||
    discourse(language).genericTitles.has(key) ||
    discourse('en').genericTitles.has(key)
  );
}
