import type { Article, Speaker } from '../article/index.ts';
import { type WordForm, wordForms } from '../text/index.ts';
import type { Metadata, Transcript, Unit } from '../transcript/index.ts';

interface EvidenceParts {
  /** The transcript's units, or those that the article carries. */
  readonly units: readonly Unit[];
  /** `units` is the whole transcript. */
  readonly isWhole: boolean;
  /** Of the transcript; BCP 47. */
  readonly language: string;
  readonly metadata: Partial<Metadata>;
  readonly sha256?: string | undefined;
  /** Who speaks, as the article has it. */
  readonly speakers: readonly Speaker[];
  /** Spellings that a person vouches for. */
  readonly glossary: readonly string[];
}

interface EvidenceOptions {
  readonly speakers?: readonly Speaker[];
  readonly glossary?: readonly string[];
}

/** Forms of a word that units are looked up by. */
type IndexedForm = 'key' | 'stem' | 'root';

/** What a text may rest on: units, metadata, the register of speakers, a glossary. Analysed once, where a rule first asks. */
export class Evidence {
  readonly units: readonly Unit[];
  readonly isWhole: boolean;
  readonly language: string;
  readonly metadata: Partial<Metadata>;
  readonly sha256: string | undefined;
  readonly speakers: readonly Speaker[];
  readonly glossary: readonly string[];
  readonly #byId: ReadonlyMap<number, Unit>;
  readonly #analysis: Analysis;

  constructor(parts: EvidenceParts) {
    this.units = parts.units;
    this.isWhole = parts.isWhole;
    this.language = parts.language;
    this.metadata = parts.metadata;
    this.sha256 = parts.sha256;
    this.speakers = parts.speakers;
    this.glossary = parts.glossary;
    this.#byId = new Map(parts.units.map((unit) => [unit.id, unit]));
    this.#analysis = analysisOf(parts.units, parts.language);
  }

  unit(id: number): Unit | undefined {
    return this.#byId.get(id);
  }

  /** The units with these ids and `reach` neighbours on either side, in the order of the video, none twice. */
  near(ids: readonly number[], reach = 1): Unit[] {
    const wanted = new Set<number>();
    for (const id of ids) for (let near = id - reach; near <= id + reach; near++) wanted.add(near);
    return [...wanted].sort((first, second) => first - second).flatMap((id) => this.#byId.get(id) ?? []);
  }

  words(unit: Unit): readonly WordForm[] {
    return this.#analysis.words(unit);
  }

  /** What a rule reads in a unit (its numbers, its dates), read once whatever number of sentences cite it. */
  read<Reading>(unit: Unit, kind: string, read: (text: string, language: string) => Reading): Reading {
    return this.#analysis.read(unit, kind, read);
  }

  /** Ids of the units that hold a word of this form, in order. */
  unitsWith(form: IndexedForm, value: string): readonly number[] {
    return this.#analysis.index(form).get(value) ?? [];
  }

  /** The units with a normalised word of which this is true. */
  unitsWhere(is: (word: string) => boolean): Unit[] {
    const found = new Set<number>();
    for (const [word, ids] of this.#analysis.index('key')) if (is(word)) for (const id of ids) found.add(id);
    return this.units.filter(({ id }) => found.has(id));
  }

  /** Every normalised word of the units. */
  vocabulary(): Iterable<string> {
    return this.#analysis.index('key').keys();
  }
}

/** Readings of one list of units. */
class Analysis {
  readonly language: string;
  readonly #units: readonly Unit[];
  readonly #words = new Map<number, readonly WordForm[]>();
  readonly #readings = new Map<string, Map<number, unknown>>();
  /** One word of each key. */
  readonly #samples: WordForm[] = [];
  readonly #indexes = new Map<IndexedForm, ReadonlyMap<string, readonly number[]>>();

  constructor(units: readonly Unit[], language: string) {
    this.#units = units;
    this.language = language;
  }

  words(unit: Unit): readonly WordForm[] {
    const known = this.#words.get(unit.id);
    if (known) return known;
    const words = wordForms(unit.text, this.language);
    this.#words.set(unit.id, words);
    return words;
  }

  read<Reading>(unit: Unit, kind: string, read: (text: string, language: string) => Reading): Reading {
    const readings = this.#readings.get(kind) ?? new Map<number, unknown>();
    this.#readings.set(kind, readings);
    if (!readings.has(unit.id)) readings.set(unit.id, read(unit.text, this.language));
    return readings.get(unit.id) as Reading;
  }

  index(form: IndexedForm): ReadonlyMap<string, readonly number[]> {
    const known = this.#indexes.get(form);
    if (known) return known;
    const index = form === 'key' ? this.#indexKeys() : this.#indexFamilies(form);
    this.#indexes.set(form, index);
    return index;
  }

  #indexKeys(): Map<string, number[]> {
    const index = new Map<string, number[]>();
    for (const unit of this.#units) {
      for (const word of this.words(unit)) {
        const ids = index.get(word.key);
        if (ids) {
          if (ids.at(-1) !== unit.id) ids.push(unit.id);
          continue;
        }
        index.set(word.key, [unit.id]);
        this.#samples.push(word);
      }
    }
    return index;
  }

  /** From the index of words, whose forms stand for all places where they are. */
  #indexFamilies(form: 'stem' | 'root'): Map<string, readonly number[]> {
    const keys = this.index('key');
    const families = new Map<string, Set<string>>();
    for (const { key, [form]: family } of this.#samples) {
      const members = families.get(family);
      if (members) members.add(key);
      else families.set(family, new Set([key]));
    }
    const index = new Map<string, readonly number[]>();
    for (const [family, members] of families)
      index.set(family, union([...members].map((key) => keys.get(key) ?? [])));
    return index;
  }
}

const analyses = new WeakMap<readonly Unit[], Analysis>();

/** A transcript is written from, repaired and checked: it is analysed once for all of them. */
function analysisOf(units: readonly Unit[], language: string): Analysis {
  const known = analyses.get(units);
  if (known?.language === language) return known;
  const analysis = new Analysis(units, language);
  analyses.set(units, analysis);
  return analysis;
}

/** Lists of ids in order, as one. */
function union(lists: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = lists;
  if (others.length === 0) return first;
  return [...new Set(lists.flat())].sort((one, other) => one - other);
}

type TranscriptFacts = Pick<Transcript, 'units' | 'metadata' | 'language' | 'sha256'>;

export function evidenceOf(transcript: TranscriptFacts, options: EvidenceOptions = {}): Evidence {
  const { units, metadata, language, sha256 } = transcript;
  const { speakers = [], glossary = [] } = options;
  return new Evidence({ units, isWhole: true, language, metadata, sha256, speakers, glossary });
}

/** What an article carries itself. An edited article can vouch for itself only so far: it has no word of what it does not cite. */
export function evidenceInArticle(article: Article, options: EvidenceOptions = {}): Evidence {
  const { transcript, ...metadata } = article.source;
  return new Evidence({
    units: article.units,
    isWhole: false,
    language: transcript.language,
    metadata,
    speakers: article.speakers,
    glossary: options.glossary ?? [],
  });
}
