import {
  findNames,
  foldName,
  stopWords,
  titles,
  type WordForm,
  withoutElision,
  wordForms,
} from '../../text/index.ts';
import type { Evidence } from '../evidence.ts';

/** Units enough to tell how a word is written, and whether the captions have capitals at all. */
const UNITS_READ = 80;
/** Captions count as cased from this share of capitals inside sentences on. */
const CASED_SHARE = 0.01;

/** How a word is written: small, with a capital that no beginning of a sentence asks for, or both. */
export interface Writing {
  readonly isSmall: boolean;
  readonly isCapital: boolean;
}

/** The normalised words of the captions by their folded form; see foldName. */
export function foldVocabulary(evidence: Evidence): Map<string, string[]> {
  const folded = new Map<string, string[]>();
  for (const word of evidence.vocabulary()) {
    const key = foldWord(word, evidence.language);
    const words = folded.get(key);
    if (words) words.push(word);
    else folded.set(key, [word]);
  }
  return folded;
}

function foldWord(word: string, language: string): string {
  return foldName(withoutElision(word, language).replace(/'s?$/u, ''));
}

/** Units with a normalised word. In captions with capitals, "us", "it" and "who" in small letters are no acronyms. */
export function unitsWithWord(word: string, evidence: Evidence, isCased: boolean): readonly number[] {
  const ids = evidence.unitsWith('key', word);
  if (!isCased || !stopWords(evidence.language)?.has(word)) return ids;
  return ids.filter((id) => {
    const unit = evidence.unit(id);
    return unit && evidence.words(unit).some(({ key, text }) => key === word && text !== text.toLowerCase());
  });
}

export function writingOf(words: readonly string[], evidence: Evidence): Writing {
  let isSmall = false;
  let isCapital = false;
  for (const word of words) {
    for (const id of evidence.unitsWith('key', word).slice(0, UNITS_READ)) {
      const unit = evidence.unit(id);
      if (!unit) continue;
      const forms = evidence.words(unit);
      for (const [at, { key, text }] of forms.entries()) {
        if (key !== word) continue;
        if (text === text.toLowerCase()) isSmall = true;
        else isCapital ||= isInside(unit.text, forms, at);
      }
    }
  }
  return { isSmall, isCapital };
}

export function hasCase(evidence: Evidence): boolean {
  let words = 0;
  let capitals = 0;
  for (const unit of evidence.units.slice(0, UNITS_READ)) {
    const forms = evidence.words(unit);
    words += forms.length;
    for (const [at, { text }] of forms.entries())
      if (/^\p{Lu}\p{Ll}/u.test(text) && isInside(unit.text, forms, at)) capitals++;
  }
  return capitals > words * CASED_SHARE;
}

/** Whether no sentence begins at a word, so that its capital is its own. */
function isInside(text: string, words: readonly WordForm[], at: number): boolean {
  const [previous, word] = [words[at - 1], words[at]];
  return (
    previous !== undefined && word !== undefined && !/[.!?…:\n]/u.test(text.slice(previous.end, word.start))
  );
}

/** What the source says about itself, and what a person vouches for. */
export function aboutOf({ metadata, speakers, glossary }: Evidence): string {
  const { title, description, channel, show } = metadata;
  const register = speakers.flatMap(({ name, role }) => [name, role]);
  return [title, description, channel?.name, show, ...register, ...glossary].filter(Boolean).join('\n');
}

/** The folded words of a text, and whether one has a capital inside a sentence. */
export function indexText(text: string, language: string): Map<string, boolean> {
  const words = wordForms(text, language);
  const index = new Map<string, boolean>();
  for (const [at, word] of words.entries()) {
    const key = foldWord(word.key, language);
    const isCapital = word.text !== word.text.toLowerCase() && isInside(text, words, at);
    index.set(key, isCapital || index.get(key) === true);
  }
  return index;
}

/** The units that are labelled with each folded word; a label that names an office has the names of its holder. */
export function indexLabels(evidence: Evidence): Map<string, number[]> {
  const holders = namesByTitle(aboutOf(evidence), evidence.language);
  const wordsOf = new Map<string, readonly string[]>();
  const index = new Map<string, number[]>();
  for (const unit of evidence.units) {
    for (const label of unit.speakers ?? []) {
      const words = wordsOf.get(label) ?? labelWords(label, evidence.language, holders);
      wordsOf.set(label, words);
      for (const word of words) {
        const ids = index.get(word);
        if (!ids) index.set(word, [unit.id]);
        else if (ids.at(-1) !== unit.id) ids.push(unit.id);
      }
    }
  }
  return index;
}

function labelWords(
  label: string,
  language: string,
  holders: ReadonlyMap<string, readonly string[]>,
): string[] {
  const words = wordForms(label, language).filter(
    ({ isContent, text }) => isContent || /^\p{Lu}{2}/u.test(text),
  );
  const keys = words.map(({ key }) => foldWord(key, language)).filter((key) => key !== 'the');
  const offices = keys.map((key) => titles.find(key));
  return offices.includes(undefined) ? keys : [...keys, ...(holders.get(offices.join(' ')) ?? [])];
}

/** Who holds an office as far as a text says: "president" is Biden. */
function namesByTitle(text: string, language: string): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { title, words } of findNames(text, language)) {
    if (title !== undefined) names.set(title, [...(names.get(title) ?? []), ...words.map(({ key }) => key)]);
  }
  return names;
}
