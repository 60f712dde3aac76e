import { normalizeWord } from './words.ts';

/** Letters that have no decomposition of their own. */
const LETTERS: Readonly<Record<string, string>> = {
  ґ: 'г',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Speech repeats its words: each is folded once. */
const folded = new Map<string, string>();
const MOST_FOLDED = 50_000;

/** A word as names are compared: normalised, without accents, full stops and apostrophes: "U.S." is "us", "Zoé" is "zoe". */
export function foldName(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size >= MOST_FOLDED) folded.clear();
  const key = fold(normalizeWord(word));
  folded.set(word, key);
  return key;
}

function fold(word: string): string {
  // Most words of a transcript are plain already.
  if (/^[a-zа-яіє\d]*$/u.test(word) && !word.includes('й')) return word;
  return word
    .normalize('NFD')
    .replace(/[\p{M}.'-]/gu, '')
    .replace(/[łøđßæœıґ]/gu, (letter) => LETTERS[letter] ?? letter);
}

/** Letters by which forms with an open end are looked up. */
const HEAD = 4;
/** The longest ending that an open form leaves to the word. */
const LONGEST_TAIL = 7;

/** Words with a meaning each, in several languages. */
export interface WordTable {
  /** The meaning of a folded word (see foldName). */
  find(word: string): string | undefined;
  /** The meaning of the phrase that begins at a word, and how many words it takes. */
  findPhrase(words: readonly string[], at: number): { meaning: string; length: number } | undefined;
  /** Every form of a meaning, as words. */
  forms(meaning: string): readonly (readonly TableForm[])[];
}

/** A folded word; an open one stands for every word that begins so. */
interface TableForm {
  readonly text: string;
  readonly isOpen: boolean;
}

/**
 * Reads a table: for each meaning its forms, parted by spaces; `_` joins the words of a phrase, `*` ends an open form,
 * which has at least four letters.
 */
export function createWordTable(lines: Readonly<Record<string, string>>): WordTable {
  const exact = new Map<string, string>();
  const open = new Map<string, { form: TableForm; meaning: string }[]>();
  const phrases = new Map<string, { forms: readonly TableForm[]; meaning: string }[]>();
  const all = new Map<string, (readonly TableForm[])[]>();
  for (const [meaning, line] of Object.entries(lines)) {
    const list = line.split(/\s+/u).map((entry) => entry.split('_').map(readForm));
    all.set(meaning, list);
    for (const forms of list) {
      const [first, second] = forms;
      if (!first) continue;
      if (second) push(phrases, first.text.slice(0, HEAD), { forms, meaning });
      else if (first.isOpen) push(open, first.text.slice(0, HEAD), { form: first, meaning });
      else exact.set(first.text, meaning);
    }
  }
  const findPhrase: WordTable['findPhrase'] = (words, at) => {
    for (const { forms, meaning } of phrases.get((words[at] ?? '').slice(0, HEAD)) ?? []) {
      if (forms.every((form, index) => fits(words[at + index], form)))
        return { meaning, length: forms.length };
    }
    return undefined;
  };
  return {
    find: (word) =>
      exact.get(word) ?? open.get(word.slice(0, HEAD))?.find(({ form }) => fits(word, form))?.meaning,
    findPhrase,
    forms: (meaning) => all.get(meaning) ?? [],
  };
}

/** Whether a folded word is a form of a table. */
export function fits(word: string | undefined, { text, isOpen }: TableForm): boolean {
  if (word === undefined) return false;
  return isOpen ? word.startsWith(text) && word.length <= text.length + LONGEST_TAIL : word === text;
}

function readForm(entry: string): TableForm {
  const isOpen = entry.endsWith('*');
  return { text: foldName(isOpen ? entry.slice(0, -1) : entry), isOpen };
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
