import { capitalize, joinWords, normalizeWord, splitWords } from '../../text/index.ts';
import { isEnglish, titleCase } from './headings.ts';
import type { Speech } from './speech.ts';

/** Longer texts are no titles; bounds the matching below. */
const LONGEST_TITLE = 300;

/**
 * A headline out of the video's title: without show, numbering, hashtags, emoji and shouting. Empty when nothing is left of it.
 * Words are only left out or written smaller, never added.
 */
export function cleanTitle(title: string, speech: Speech): string {
  const bare = title
    .slice(0, LONGEST_TITLE)
    .split(/\s+[|｜]+\s+/u)[0]
    ?.replace(/[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}\uFE0F\u200D]/gu, ' ')
    .replace(/(?:^|\s)#\p{L}[\p{L}\p{N}_]*/gu, ' ')
    .replace(
      /\s*[[(](?:official|full|live|4k|hd|uncut|subtitles?|eng sub|video|audio|episode|interview)\b[^\])]{0,40}[\])]/giu,
      ' ',
    )
    .replace(/^\s*(?:(?:ep(?:isode)?|folge|épisode|episodio|выпуск|#)\.?\s*)?#?\d{1,4}\s*[-–—:|.]\s+/iu, ' ')
    .replace(/([!?.])[!?.]+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  if (bare === undefined || !/\p{L}/u.test(bare)) return '';
  const calm = bare.replace(/[\s|\-–—:,;.!]+$/u, '').replace(/^[\s|\-–—:,;.!]+/u, '');
  // A file's name has no capitals at all; a title like "iPhone prices" is its author's.
  return calm === calm.toLowerCase() ? capitalize(calm) : softenShouting(calm, speech);
}

/** What a spelling in capitals counts beside others. */
const SHOUTED = 0.01;
/** Longest run of capitals that may be an acronym nobody explains ("NATO", "UNICEF"). */
const LONGEST_ACRONYM = 4;
/** Letters only: "GDPR/HIPAA" and "B-21" are names. */
const SHOUTED_WORD = /^\P{L}*\p{Lu}[\p{Lu}'’]+\P{L}*$/u;

/** Writes words in capitals as the captions write them; in a title all in capitals, unknown ones small. */
export function softenShouting(title: string, speech: Speech): string {
  const letters = title.replace(/[^\p{L}]/gu, '');
  const isAllShouted =
    letters.length > 8 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  const words = splitWords(title, speech.language).map((word) => {
    const core = normalizeWord(word.text);
    const isLoud = isAllShouted || (core.length > LONGEST_ACRONYM && isShouted(word.text, speech));
    if (!isLoud) return word;
    const quiet = isAllShouted ? core : capitalize(core);
    const text = word.text.replace(/[\p{L}\p{N}'’.-]+/u, commonSpelling(speech, core) ?? quiet);
    return { ...word, text };
  });
  const calm = joinWords(words);
  if (!isAllShouted) return calm;
  return isEnglish(speech.language) ? titleCase(calm) : capitalize(calm);
}

/** A word that the captions write in capitals so often is a name that is written so ("CHIPS" beside "chips"). */
const NAME_SHARE = 0.1;

/** Whether a word is in capitals although the captions hardly ever write it so. */
function isShouted(word: string, { keys, words }: Speech): boolean {
  if (!SHOUTED_WORD.test(word)) return false;
  const core = normalizeWord(word);
  const said = words.filter((_, at) => keys[at] === core);
  const shouted = said.filter(({ text }) => SHOUTED_WORD.test(text));
  return shouted.length === 0 || shouted.length < NAME_SHARE * said.length;
}

/** How the captions mostly write a word when they do not shout it, without its punctuation. */
function commonSpelling({ keys, words }: Speech, key: string): string | undefined {
  const spellings = new Map<string, number>();
  for (let at = keys.indexOf(key); at >= 0; at = keys.indexOf(key, at + 1)) {
    const text = words[at]?.text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') ?? '';
    const isLoud = text.length > LONGEST_ACRONYM && text === text.toUpperCase();
    spellings.set(text, (spellings.get(text) ?? 0) + (isLoud ? SHOUTED : 1));
  }
  return [...spellings].toSorted((one, other) => other[1] - one[1])[0]?.[0];
}
