import {
  normalizeWord,
  separator,
  splitWords,
  stemWord,
  stopWords,
  type Word,
  withoutElision,
} from '../../text/index.ts';
import type { Unit } from '../../transcript/index.ts';

/** The words of all units in one row, so that a sentence is a range of it whether or not it crosses a unit's border. */
export interface Speech {
  readonly language: string;
  readonly units: readonly Unit[];
  readonly words: readonly Word[];
  /** Normalised form of each word; empty for a token without letters or digits and for markup. */
  readonly keys: readonly string[];
  /** For each word the number of its term in `vocabulary`, or -1 where the word says nothing about a topic. */
  readonly terms: Int32Array;
  /** Share of the words that are terms. */
  readonly termShare: number;
  /** Stems, by term number. */
  readonly vocabulary: readonly string[];
  /** How often each term is said. */
  readonly frequency: Int32Array;
  /** How many units each term stands in. */
  readonly unitFrequency: Int32Array;
  /** Index of each unit's first word, and the number of words at the end. */
  readonly unitStart: Int32Array;
  /** For each word the index of its unit. */
  readonly unitOf: Int32Array;
}

/** In a language without a list of stop words, a word that stands in so great a share of the units is taken for one. */
const COMMON_SHARE = 0.12;

/** Reads units (in the order of the video) into words and terms. */
export function readSpeech(units: readonly Unit[], language: string): Speech {
  const words: Word[] = [];
  const keys: string[] = [];
  const share = shareWords();
  const unitStart = new Int32Array(units.length + 1);
  for (const [index, unit] of units.entries()) {
    unitStart[index] = words.length;
    for (const word of splitWords(unit.text, language)) {
      const isFirst = words.length === unitStart[index];
      const known = share(word.text, isFirst ? isParted(words.at(-1), word) : word.spaceBefore);
      words.push(known.word);
      keys.push(known.key);
    }
  }
  unitStart[units.length] = words.length;
  const unitOf = new Int32Array(words.length);
  for (let unit = 0; unit < units.length; unit++) unitOf.fill(unit, unitStart[unit], unitStart[unit + 1]);
  return { language, units, words, keys, unitStart, unitOf, ...readTerms(keys, unitStart, language) };
}

/** Tags, templates, entities and addresses, which nobody says; they are quoted nowhere and name nothing. */
const MARKUP = /<\/?[a-z!]|[a-z"'/)]>|\{[{%]|[%}]\}|&[a-z]{2,8};|:\/\/|\]\(/iu;

export function isMarkup(word: string): boolean {
  return MARKUP.test(word);
}

interface SharedWord {
  readonly word: Word;
  readonly key: string;
}

/** People say the same few thousand words over and over; each is normalised and kept once. */
function shareWords(): (text: string, spaceBefore: boolean) => SharedWord {
  const spaced = new Map<string, SharedWord>();
  const tight = new Map<string, SharedWord>();
  return (text, spaceBefore) => {
    const words = spaceBefore ? spaced : tight;
    let known = words.get(text);
    if (!known) {
      known = { word: { text, spaceBefore }, key: isMarkup(text) ? '' : normalizeWord(text) };
      words.set(text, known);
    }
    return known;
  };
}

/** Whether a space parts the first word of a unit from the last word of the unit before. */
function isParted(last: Word | undefined, first: Word): boolean {
  return last !== undefined && separator(last.text, first.text) === ' ';
}

function readTerms(keys: readonly string[], unitStart: Int32Array, language: string) {
  const isStop = stopWordTest(keys, unitStart, language);
  const termOf = new Map<string, number>();
  const numberOf = new Map<string, number>();
  const vocabulary: string[] = [];
  const terms = new Int32Array(keys.length);
  for (const [index, key] of keys.entries()) {
    let term = termOf.get(key);
    if (term === undefined) {
      const stem = !/[\p{L}\p{N}]/u.test(key) || isStop(key) ? undefined : stemWord(key, language);
      term = stem === undefined ? -1 : (numberOf.get(stem) ?? vocabulary.push(stem) - 1);
      if (stem !== undefined) numberOf.set(stem, term);
      termOf.set(key, term);
    }
    terms[index] = term;
  }
  const frequency = new Int32Array(vocabulary.length);
  for (const term of terms) if (term >= 0) frequency[term] = (frequency[term] ?? 0) + 1;
  const said = frequency.reduce((sum, count) => sum + count, 0);
  const termShare = Math.max(said, 1) / Math.max(terms.length, 1);
  return {
    terms,
    termShare,
    vocabulary,
    frequency,
    unitFrequency: countUnits(terms, unitStart, vocabulary.length),
  };
}

function countUnits(terms: Int32Array, unitStart: Int32Array, size: number): Int32Array {
  const frequency = new Int32Array(size);
  const lastUnit = new Int32Array(size).fill(-1);
  for (let unit = 0; unit + 1 < unitStart.length; unit++) {
    for (let at = unitStart[unit] ?? 0; at < (unitStart[unit + 1] ?? 0); at++) {
      const term = terms[at] ?? -1;
      if (term < 0 || lastUnit[term] === unit) continue;
      lastUnit[term] = unit;
      frequency[term] = (frequency[term] ?? 0) + 1;
    }
  }
  return frequency;
}

function stopWordTest(
  keys: readonly string[],
  unitStart: Int32Array,
  language: string,
): (key: string) => boolean {
  const listed = stopWords(language);
  if (listed) return (key) => listed.has(key) || listed.has(withoutElision(key, language)) || isTooShort(key);
  const frequency = new Map<string, number>();
  for (let unit = 0; unit + 1 < unitStart.length; unit++) {
    for (const key of new Set(keys.slice(unitStart[unit], unitStart[unit + 1]))) {
      frequency.set(key, (frequency.get(key) ?? 0) + 1);
    }
  }
  const limit = Math.max(3, COMMON_SHARE * (unitStart.length - 1));
  return (key) => (frequency.get(key) ?? 0) > limit || isTooShort(key);
}

/** A single letter of an alphabet is never a topic; a single Han character can be. */
function isTooShort(key: string): boolean {
  return (
    key.length === 1 &&
    /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{N}]/u.test(key)
  );
}
