import { UNSPACED } from './spacing.ts';
import { stemWord } from './stems.ts';
import { stopWords } from './stop-words.ts';
import { isUnspaced, normalizeWord, wordSegmenter } from './words.ts';

/** A word where it stands, in the forms that two texts are compared by. Offsets are UTF-16 code units and leave out outer marks. */
export interface WordForm {
  /** The word as written, without the marks around it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** See normalizeWord. Possessive endings stay. */
  readonly key: string;
  /** See stemWord. */
  readonly stem: string;
  /** The beginning of the stem, which a word shares with its whole family: "agree" in "agreement", "agreed". */
  readonly root: string;
  /** Carries meaning of its own: not on the language's stop list. */
  readonly isContent: boolean;
}

type Forms = Pick<WordForm, 'key' | 'stem' | 'root' | 'isContent'>;

/** Speech repeats its words: each is normalised once. */
const known = new Map<string, Map<string, Forms>>();
const MAY_BE_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const MOST_KNOWN = 50_000;
const ROOT_LENGTH = 5;

const OPENING_MARKS = /^[^\p{L}\p{N}\p{M}$€£¥₹%#@]+/u;
const CLOSING_MARKS = /(?<=^|[\p{L}\p{N}\p{M}%€$£¥₹+#])[^\p{L}\p{N}\p{M}%€$£¥₹+#]+$/u;
/** Joins two words that are looked up apart; a hyphen inside a number range too. */
const SEPARATORS = /[^\s\u2010-\u2015/-]+/gu;

/** The words of a text in order. Hyphenated words come apart; a script without spaces is cut by its dictionary. */
export function wordForms(text: string, language: string): WordForm[] {
  const forms: WordForm[] = [];
  for (const { 0: token, index } of text.matchAll(SEPARATORS)) {
    // The first test is the cheap one, and nearly every token ends at it.
    if (!MAY_BE_UNSPACED.test(token) || !isUnspaced(token)) {
      push(forms, token, index, language);
      continue;
    }
    for (const { segment, index: at, isWordLike } of wordSegmenter(language).segment(token))
      if (isWordLike) push(forms, segment, index + at, language);
  }
  return forms;
}

function push(forms: WordForm[], token: string, at: number, language: string): void {
  const found = formsOf(token, language);
  if (found.key === '') return;
  const before = OPENING_MARKS.exec(token)?.[0].length ?? 0;
  const after = CLOSING_MARKS.exec(token)?.[0].length ?? 0;
  const end = token.length - after;
  forms.push({ text: token.slice(before, end), start: at + before, end: at + end, ...found });
}

function formsOf(token: string, language: string): Forms {
  const words = known.get(language) ?? new Map<string, Forms>();
  known.set(language, words);
  const cached = words.get(token);
  if (cached) return cached;
  if (words.size >= MOST_KNOWN) words.clear();
  const key = normalizeWord(token);
  const stem = stemWord(key, language);
  const isContent = key !== '' && !(stopWords(language)?.has(key) ?? false);
  const found = { key, stem, root: stem.slice(0, ROOT_LENGTH), isContent };
  words.set(token, found);
  return found;
}
