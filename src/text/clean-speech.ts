import { isFiller } from './fillers.ts';
import { normalizeWord, type Word } from './words.ts';

/** Longest stutter ("I want to I want to go") that is taken for one. */
const LONGEST_REPEAT = 4;
/** Words that grammar can set side by side: "that that", "nous nous sommes", "die, die". */
const LAWFUL_DOUBLES: ReadonlySet<string> = new Set(
  'that had is nous vous die der das den la las los lo les si se na no nein não ni nie'.split(' '),
);

/**
 * Leaves out of spoken words what a reader does not miss: sounds of hesitation, words broken off before they begin again,
 * the first of two equal runs of up to four words. Words are only ever left out, never moved or changed. Language: BCP 47.
 */
export function cleanSpeech(words: readonly Word[], language: string): Word[] {
  const spoken = attachMarks(words).filter(
    (word, index, all) => !isFiller(normalizeWord(word.text), language, all[index - 1]?.text),
  );
  let cleaned = spoken.filter((word, index) => !isBrokenOff(word.text, spoken.slice(index + 1, index + 4)));
  for (let length = LONGEST_REPEAT; length > 0; length--) cleaned = withoutRepeats(cleaned, length);
  return cleaned;
}

/** A dash that stands alone belongs to the word before it, and goes where that goes. */
function attachMarks(words: readonly Word[]): Word[] {
  const attached: Word[] = [];
  for (const word of words) {
    const last = attached.at(-1);
    if (!last || normalizeWord(word.text) !== '') attached.push(word);
    else
      attached[attached.length - 1] = {
        ...last,
        text: last.text + (word.spaceBefore ? ' ' : '') + word.text,
      };
  }
  return attached;
}

/** "wa- want", "the Pres- the President": cut short and begun anew within three words. A suspended hyphen ("two- or three-year") is not. */
function isBrokenOff(word: string, following: readonly Word[]): boolean {
  const start = /^([\p{L}\p{M}'’]{1,11})[-–—]+$/u.exec(word)?.[1];
  if (start === undefined) return false;
  const key = normalizeWord(start);
  return following.some((next) => normalizeWord(next.text).startsWith(key));
}

function withoutRepeats(words: readonly Word[], length: number): Word[] {
  const keys = words.map((word) => normalizeWord(word.text));
  const kept: Word[] = [];
  for (let at = 0; at < words.length; ) {
    if (repeatsAt(words, keys, at, length)) {
      at += length;
      continue;
    }
    const word = words[at];
    if (word) kept.push(word);
    at++;
  }
  return kept;
}

function repeatsAt(words: readonly Word[], keys: readonly string[], at: number, length: number): boolean {
  if (at + 2 * length > keys.length) return false;
  for (let offset = 0; offset < length; offset++) {
    const key = keys[at + offset] ?? '';
    if (key !== keys[at + length + offset] || /\p{N}/u.test(key)) return false;
    // A full stop between two equal runs makes the second an answer or an echo, which is meant.
    if (/[.!?。！？؟।]/u.test(words[at + offset]?.text ?? '')) return false;
  }
  return length > 1 || !LAWFUL_DOUBLES.has(keys[at] ?? '');
}
