import { areCognate, fits, foldName, type NameWord, nameStem, places } from '../../text/index.ts';
import type { Evidence } from '../evidence.ts';
import { onceFor } from '../once-for.ts';
import { unitsOfInitials } from './names-initials.ts';
import {
  aboutOf,
  foldVocabulary,
  hasCase,
  indexLabels,
  indexText,
  unitsWithWord,
  type Writing,
  writingOf,
} from './names-sources.ts';

/** Stands for title, description, channel, show, register and glossary among the ids of units. */
export const METADATA = -1;
/** Names are looked for in run-together words ("Open AI") from this length on. */
const SHORTEST_COMPOUND = 5;
const SHORTEST_PART = 2;
/** Letters that derived forms of a name have in common at least; see areCognate. */
const ROOT = 4;

/** Where the words of names stand in the evidence: in the units, their labels, and what the source says about itself. */
export interface NameIndex {
  /** Ids of the units that hold the name in any form, in order; METADATA among them. */
  locate(word: NameWord): readonly number[];
  /** Ids of the units that hold a folded word; METADATA among them. */
  unitsOfKey(key: string): readonly number[];
  /** The same for the words of a stem. */
  unitsOfStem(stem: string): readonly number[];
  /** Whether the captions have the word in small letters only, so that it may be an ordinary word. */
  isOrdinary(word: NameWord): boolean;
  /** Whether the captions or the metadata have it with a capital inside a sentence. */
  isName(key: string): boolean;
  /** Whether a label of the units names somebody so. */
  isLabel(key: string): boolean;
}

export const nameIndex = onceFor((evidence: Evidence): NameIndex => {
  const isCased = hasCase(evidence);
  const said = foldVocabulary(evidence);
  const labels = indexLabels(evidence);
  const text = aboutOf(evidence);
  const about = indexText(text, evidence.language);
  const keys = [...new Set([...said.keys(), ...labels.keys(), ...about.keys()])];
  const unitsOfKey = remember((key: string) =>
    union([
      about.has(key) ? [METADATA] : [],
      labels.get(key) ?? [],
      ...(said.get(key) ?? []).map((word) => unitsWithWord(word, evidence, isCased)),
    ]),
  );
  const lookup: Lookup = {
    evidence,
    about: text,
    keys,
    stems: Map.groupBy(keys, (key) => nameStem(key, evidence.language)),
    roots: Map.groupBy(keys, (key) => key.slice(0, ROOT)),
    unitsOfKey,
    writing: remember((key: string) => writingOf(said.get(key) ?? [], evidence)),
  };
  const located = new Map<string, readonly number[]>();
  return {
    locate(word) {
      const name = `${word.place ?? ''} ${word.key}`;
      const units = located.get(name) ?? locate(word, lookup);
      located.set(name, units);
      return units;
    },
    unitsOfKey,
    unitsOfStem: (stem) => union((lookup.stems.get(stem) ?? []).map(unitsOfKey)),
    isOrdinary: ({ key, stem }) =>
      isCased &&
      [...formsOf(key, stem, lookup)].some((form) => {
        const { isSmall, isCapital } = lookup.writing(form);
        return isSmall && !isCapital;
      }),
    isName: (key) => about.get(key) === true || lookup.writing(key).isCapital,
    isLabel: (key) => labels.has(key),
  };
});

interface Lookup {
  readonly evidence: Evidence;
  /** What METADATA stands for. */
  readonly about: string;
  /** Every folded word of the evidence, and the same by stem and by first letters. */
  readonly keys: readonly string[];
  readonly stems: ReadonlyMap<string, readonly string[]>;
  readonly roots: ReadonlyMap<string, readonly string[]>;
  unitsOfKey(key: string): readonly number[];
  writing(key: string): Writing;
}

function locate(word: NameWord, lookup: Lookup): readonly number[] {
  const { key, stem, place, isAcronym } = word;
  const { unitsOfKey, evidence } = lookup;
  const found = union([
    ...[...formsOf(key, stem, lookup)].map(unitsOfKey),
    ...(place === undefined ? [] : unitsOfPlace(place, lookup)),
  ]);
  if (found.length > 0) return found;
  const cognates = (lookup.roots.get(key.slice(0, ROOT)) ?? []).filter((other) => areCognate(key, other));
  if (cognates.length > 0) return union(cognates.map(unitsOfKey));
  return isAcronym ? unitsOfInitials(key, evidence) : unitsOfCompound(key, lookup);
}

/** The spellings in the evidence that are this word: itself, without a plural or genitive ending, of the same stem. */
function* formsOf(key: string, stem: string, { stems }: Lookup): Generator<string> {
  yield* new Set([
    key,
    key.replace(/e?s$/u, ''),
    key.replace(/s$/u, ''),
    `${key}s`,
    ...(stems.get(stem) ?? []),
  ]);
}

function unitsOfPlace(place: string, { keys, unitsOfKey, evidence, about }: Lookup): (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const begins = new Set<number>();
  for (const [first, second] of places.forms(place)) {
    if (!first) continue;
    const words = first.isOpen ? keys.filter((key) => fits(key, first)) : [first.text];
    for (const word of words) {
      if (!second) found.push(unitsOfKey(word));
      else for (const id of unitsOfKey(word)) begins.add(id);
    }
  }
  const phrases = [...begins].filter((id) => {
    const text = id === METADATA ? about : evidence.unit(id)?.text;
    const words = (text?.match(/[\p{L}\p{M}]+/gu) ?? []).map(foldName);
    return words.some((_, at) => places.findPhrase(words, at)?.meaning === place);
  });
  return [...found, phrases];
}

/** "OpenAI" where the captions have "open AI". */
function unitsOfCompound(key: string, { unitsOfKey, evidence }: Lookup): number[] {
  if (key.length < SHORTEST_COMPOUND) return [];
  const found = new Set<number>();
  for (let cut = SHORTEST_PART; cut <= key.length - SHORTEST_PART; cut++) {
    const behind = new Set(unitsOfKey(key.slice(cut)));
    if (behind.size === 0) continue;
    for (const id of unitsOfKey(key.slice(0, cut))) {
      const unit = behind.has(id) ? evidence.unit(id) : undefined;
      if (!unit) continue;
      const words = evidence.words(unit).map(({ text }) => foldName(text));
      if (words.some((word, at) => word + words[at + 1] === key)) found.add(id);
    }
  }
  return [...found].sort((one, other) => one - other);
}

function union(lists: readonly (readonly number[])[]): readonly number[] {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length < 2) return filled[0] ?? [];
  return [...new Set(filled.flat())].sort((one, other) => one - other);
}

function remember<Value>(read: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? read(key);
    known.set(key, value);
    return value;
  };
}
