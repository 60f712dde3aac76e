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

/** What a token is wherever it stands. */
interface Reading extends Pick<WordForm, 'text' | 'key' | 'stem' | 'root' | 'isContent'> {
  /** Length of the marks before the word. */
  readonly opening: number;
}

/** Speech repeats its words: each is read once. By language; segments apart, as one may be a token elsewhere that comes apart. */
const tokensRead = new Map<string, Map<string, Reading>>();
const segmentsRead = new Map<string, Map<string, Reading>>();
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
  const known = tokensRead.get(language);
  for (const { 0: token, index } of text.matchAll(SEPARATORS)) {
    const reading = known?.get(token);
    // The first test is the cheap one, and nearly every token ends at it.
    if (reading || !MAY_BE_UNSPACED.test(token) || !isUnspaced(token)) {
      push(forms, reading ?? readOnce(token, language, tokensRead), index);
      continue;
    }
    for (const { segment, index: at, isWordLike } of wordSegmenter(language).segment(token))
      if (isWordLike) push(forms, readOnce(segment, language, segmentsRead), index + at);
  }
  return forms;
}

function readOnce(token: string, language: string, readings: Map<string, Map<string, Reading>>): Reading {
  const known = readings.get(language) ?? new Map<string, Reading>();
  readings.set(language, known);
  const reading = known.get(token) ?? read(token, language);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(token, reading);
  return reading;
}

function push(forms: WordForm[], { opening, text, key, stem, root, isContent }: Reading, at: number): void {
  if (key === '') return;
  const start = at + opening;
  forms.push({ text, start, end: start + text.length, key, stem, root, isContent });
}

function read(token: string, language: string): Reading {
  const key = normalizeWord(token);
  const stem = stemWord(key, language);
  const opening = OPENING_MARKS.exec(token)?.[0].length ?? 0;
  const closing = CLOSING_MARKS.exec(token)?.[0].length ?? 0;
  return {
    text: token.slice(opening, token.length - closing),
    opening,
    key,
    stem,
    root: stem.slice(0, ROOT_LENGTH),
    isContent: key !== '' && !(stopWords(language)?.has(key) ?? false),
  };
}
