import { primarySubtag } from '../primary-subtag.ts';
import type { NumberWords } from './language.ts';
import { GERMAN } from './languages/de.ts';
import { ENGLISH } from './languages/en.ts';
import { SPANISH } from './languages/es.ts';
import { FRENCH } from './languages/fr.ts';
import { OTHERS } from './languages/other.ts';
import { PORTUGUESE } from './languages/pt.ts';
import { RUSSIAN } from './languages/ru.ts';
import { UKRAINIAN } from './languages/uk.ts';
import type { Qualifier } from './mention.ts';
import { UNIT_SIGNS, type UnitName } from './units.ts';

/** What a word can be in a number; several at once: "second", "quarter", "third". */
export interface Entry {
  cardinal?: number;
  ordinal?: number;
  scale?: number;
  isBareScale?: boolean;
  denominator?: number;
  /** A word for half that needs its noun: "halbes", "medio". */
  isAdjective?: boolean;
  whole?: number;
  isAnd?: boolean;
  isPoint?: boolean;
  isArticle?: boolean;
  isWeak?: boolean;
  isOne?: boolean;
  isHalf?: boolean;
  /** Number and unit in one word. */
  unit?: UnitName;
}

interface UnitPhrase {
  readonly words: readonly string[];
  readonly unit: UnitName;
}

export interface Lexicon {
  readonly language: string;
  readonly words: ReadonlyMap<string, Entry>;
  /** By their first word, longest first. */
  readonly units: ReadonlyMap<string, readonly UnitPhrase[]>;
  readonly signs: ReadonlyMap<string, UnitName>;
  /** Phrases of up to four words, joined by "_". */
  readonly qualifiers: ReadonlyMap<string, Qualifier>;
  readonly qualifierEnds: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  readonly ofPart: ReadonlySet<string>;
  readonly plus: ReadonlySet<string>;
  readonly joins: ReadonlySet<string>;
  readonly vague: ReadonlySet<string>;
  readonly ordinalEndings: ReadonlySet<string>;
  readonly cardinalEndings: ReadonlySet<string>;
  readonly unitEndings: readonly (readonly [ending: string, unit: UnitName])[];
  readonly hasPairs: boolean;
  readonly hasAndInTens: boolean;
  readonly mixesDigits: boolean;
}

const LANGUAGES: Readonly<Record<string, NumberWords>> = {
  en: ENGLISH,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  pt: PORTUGUESE,
  ru: RUSSIAN,
  uk: UKRAINIAN,
  ...OTHERS,
};

/** Behind figures in every language. */
const SCALE_SIGNS: Readonly<Record<string, number>> = {
  百: 100,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  億: 1e8,
  亿: 1e8,
  억: 1e8,
  兆: 1e12,
  조: 1e12,
};

const lexicons = new Map<string, Lexicon>();

/** Whether numbers in words are read in a language (BCP 47); elsewhere only figures are. */
export function knowsNumberWords(language: string): boolean {
  return (LANGUAGES[primarySubtag(language)]?.cardinals ?? '').trim() !== '';
}

export function lexiconOf(language: string): Lexicon {
  const key = primarySubtag(language);
  let lexicon = lexicons.get(key);
  if (!lexicon) {
    lexicon = compile(key, LANGUAGES[key] ?? LANGUAGES.und ?? ENGLISH);
    lexicons.set(key, lexicon);
  }
  return lexicon;
}

export function list(words: string): string[] {
  return words.split(/\s+/u).filter((word) => word !== '');
}

function compile(language: string, words: NumberWords): Lexicon {
  const qualifiers = new Map<string, Qualifier>();
  for (const kind of ['about', 'nearly', 'above', 'below'] as const)
    for (const phrase of list(words[kind])) qualifiers.set(phrase, kind);
  return {
    language,
    words: entriesOf(words),
    units: unitsOf(words),
    signs: new Map(Object.entries({ ...UNIT_SIGNS, ...(words.dollar ? { $: words.dollar } : {}) })),
    qualifiers,
    qualifierEnds: new Set([...qualifiers.keys()].map((phrase) => phrase.split('_').at(-1) ?? '')),
    of: new Set(list(words.of)),
    ofPart: new Set([...list(words.of), ...list(words.ofPart)]),
    plus: new Set(list(words.plus ?? '')),
    joins: new Set(list(words.joins)),
    vague: new Set(list(words.vague)),
    ordinalEndings: new Set(list(words.ordinalEndings)),
    cardinalEndings: new Set(['h', ...list(words.cardinalEndings ?? '')]),
    unitEndings: Object.entries(words.unitEndings ?? {}).flatMap(([unit, endings]) =>
      list(endings).map((ending) => [ending, unit as UnitName] as const),
    ),
    hasPairs: words.hasPairs ?? false,
    hasAndInTens: words.hasAndInTens ?? false,
    mixesDigits: words.mixesDigits ?? false,
  };
}

function entriesOf(words: NumberWords): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const entry = (word: string): Entry => {
    const known = entries.get(word);
    if (known) return known;
    const created: Entry = {};
    entries.set(word, created);
    return created;
  };
  for (const field of ['cardinal', 'ordinal', 'scale'] as const)
    for (const [word, value] of values(words[`${field}s`])) entry(word)[field] = value;
  for (const [word, value] of Object.entries(SCALE_SIGNS)) entry(word).scale = value;
  for (const [word, value] of values(words.fractions)) entry(word).denominator = value;
  for (const [word, value] of values(words.wholes ?? '')) entry(word).whole = value;
  for (const word of list(words.bareScales)) entry(word).isBareScale = true;
  for (const word of list(words.and)) entry(word).isAnd = true;
  for (const word of list(words.point)) entry(word).isPoint = true;
  for (const word of list(words.articles)) entry(word).isArticle = true;
  for (const word of list(words.weak)) entry(word).isWeak = true;
  for (const word of list(words.ones)) entry(word).isOne = true;
  for (const word of list(words.halves)) {
    entry(word).isHalf = true;
    if (words.articles === '') entry(word).isAdjective = true;
  }
  return entries;
}

function* values(words: string): Generator<[word: string, value: number]> {
  for (const pair of list(words)) {
    const at = pair.indexOf('=');
    yield [pair.slice(0, at), Number(pair.slice(at + 1))];
  }
}

function unitsOf(words: NumberWords): Map<string, UnitPhrase[]> {
  const units = new Map<string, UnitPhrase[]>();
  for (const [unit, phrases] of Object.entries(words.units)) {
    for (const phrase of list(phrases)) {
      const parts = phrase.split('_');
      const known = units.get(parts[0] ?? '') ?? [];
      known.push({ words: parts, unit: unit as UnitName });
      units.set(parts[0] ?? '', known);
    }
  }
  // Behind figures such an ending is a word: "30-летний".
  for (const [unit, endings] of Object.entries(words.unitEndings ?? {}))
    for (const ending of list(endings))
      if (!units.has(ending)) units.set(ending, [{ words: [ending], unit: unit as UnitName }]);
  for (const known of units.values()) known.sort((a, b) => b.words.length - a.words.length);
  return units;
}
