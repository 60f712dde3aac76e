import { UNSPACED_LETTERS } from './spacing.ts';

/** Words of these scripts come from Intl.Segmenter's dictionary. */
const UNSPACED = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** A word as it stands in the text, its punctuation attached, and whether a space stands before it. */
export interface Word {
  readonly text: string;
  readonly spaceBefore: boolean;
}

const segmenters = new Map<string, Intl.Segmenter>();

export function wordSegmenter(language: string | undefined): Intl.Segmenter {
  const key = language ?? 'und';
  let segmenter = segmenters.get(key);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(key, segmenter);
  }
  return segmenter;
}

/** Whether the text is mostly in a script without spaces between words (Chinese, Japanese, Thai, ...). */
export function isUnspaced(text: string): boolean {
  const sample = text.slice(0, 4_000);
  let unspaced = 0;
  let letters = 0;
  for (const character of sample) {
    if (!WORD_CHARACTER.test(character)) continue;
    letters++;
    if (UNSPACED.test(character)) unspaced++;
  }
  return unspaced * 2 > letters;
}

/**
 * Words of a text in order; joinWords(splitWords(text)) is the text with its white space collapsed.
 * A token in a script without spaces is cut by Intl.Segmenter, punctuation staying with the word before it.
 */
export function splitWords(text: string, language?: string): Word[] {
  const words: Word[] = [];
  for (const token of text.split(/\s+/u)) {
    if (token === '') continue;
    const spaceBefore = words.length > 0;
    if (!UNSPACED.test(token)) words.push({ text: token, spaceBefore });
    else pushUnspaced(words, token, spaceBefore, language);
  }
  return words;
}

function pushUnspaced(
  words: Word[],
  token: string,
  spaceBefore: boolean,
  language: string | undefined,
): void {
  let opening = '';
  let first = true;
  for (const { segment, isWordLike } of wordSegmenter(language).segment(token)) {
    const previous = words.at(-1);
    if (isWordLike) {
      words.push({ text: opening + segment, spaceBefore: first && spaceBefore });
      opening = '';
      first = false;
    } else if (first || /^[\p{Ps}\p{Pi}]+$/u.test(segment) || !previous) {
      opening += segment;
    } else {
      words[words.length - 1] = {
        text: previous.text + opening + segment,
        spaceBefore: previous.spaceBefore,
      };
      opening = '';
    }
  }
  if (opening === '') return;
  const previous = words.at(-1);
  if (first || !previous) words.push({ text: opening, spaceBefore: spaceBefore && first });
  else words[words.length - 1] = { text: previous.text + opening, spaceBefore: previous.spaceBefore };
}

export function joinWords(words: readonly Word[]): string {
  let text = '';
  for (const [index, word] of words.entries())
    text += index > 0 && word.spaceBefore ? ` ${word.text}` : word.text;
  return text;
}

/** Words counted as a reader would: white-space tokens, dictionary words where the script has no spaces. */
export function countWords(text: string, language?: string): number {
  return splitWords(text, language).length;
}

const PLAIN_WORD = /^[A-Za-z\dА-Яа-я]+$/u;

/**
 * A word as two spellings of it are compared: compatibility form, lower case, typographic marks folded, outer punctuation gone.
 * Empty when the token holds no letter or digit.
 */
export function normalizeWord(word: string): string {
  // Nearly every word is plain letters, which nothing below changes further.
  if (PLAIN_WORD.test(word)) return word.toLowerCase();
  return (
    word
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\u2018\u2019\u02BC\u2032`\u00B4]/gu, "'")
      .replace(/[\u2010-\u2015\u2212]/gu, '-')
      // Arabic vowel marks and stretching: the same word with them and without.
      .replace(/[\u0640\u064B-\u065F\u0670]/gu, '')
      .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
      .replace(/^[^\p{L}\p{N}\p{M}$€£¥₹%#@]+/u, '')
      // The look-behind keeps the search linear in words that are all punctuation.
      .replace(/(?<=^|[\p{L}\p{N}\p{M}%€$£¥₹+#])[^\p{L}\p{N}\p{M}%€$£¥₹+#]+$/u, '')
  );
}
