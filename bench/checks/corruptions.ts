import type { CopySentence } from '../../src/check/index.ts';
import { pick, type Random } from './random.ts';
import type { Source } from './sources.ts';
import {
  COMPARISONS,
  LEAKS,
  MONTHS,
  NEGATIONS,
  NUMBER_WORDS,
  OUTSIDE_NAMES,
  QUALIFIERS,
  UNIT_SWAPS,
  WEEKDAYS,
} from './words.ts';

/** What a corruption makes of a sentence; undefined where it does not apply. */
export type Change = Partial<Pick<CopySentence, 'text' | 'cites' | 'speaker'>> | undefined;

export interface Corruption {
  readonly name: string;
  /** Share of the corrupted sentences that should be found; absent where none is asked. */
  readonly goal?: number;
  /** Quotations made of the units are corrupted instead of restatements. */
  readonly ofQuotations?: boolean;
  readonly languages?: readonly string[];
  apply(sentence: CopySentence, source: Source, random: Random, others: readonly Source[]): Change;
}

const FAR = 20;
const CASED = ['en', 'es', 'fr', 'pt', 'ru', 'uk'];

export const CORRUPTIONS: readonly Corruption[] = [
  {
    name: 'a word of a quotation changed',
    goal: 0.97,
    ofQuotations: true,
    apply: (sentence, source, random) => replaceWord(sentence.text, source, random),
  },
  {
    name: 'a name from outside',
    goal: 0.97,
    languages: CASED,
    apply: ({ text, own }, source, random) => {
      const name = pick(namesIn(own), random);
      const outside = OUTSIDE_NAMES[/[а-яё]/iu.test(text) ? 'cyrillic' : 'latin'].filter((other) =>
        isUnknown(other, source),
      );
      return replaceAt(text, name, pick(outside, random));
    },
  },
  {
    name: 'a number changed',
    goal: 0.97,
    apply: ({ text, own }, { language }, random) => changeNumber(text, own, language, random),
  },
  {
    name: 'a leak phrase',
    goal: 0.97,
    apply: ({ text }, { language }, random) => {
      const leak = pick(LEAKS[language] ?? [], random);
      return leak === undefined
        ? undefined
        : { text: `${leak} ${text.charAt(0).toLowerCase()}${text.slice(1)}` };
    },
  },
  {
    name: `citations moved ${FAR} units or more`,
    goal: 0.97,
    apply: ({ cites }, { transcript }, random) => moveCites(cites, transcript.units.length, random),
  },
  {
    name: 'a sentence from another video',
    goal: 0.97,
    apply: (_sentence, source, random, others) => {
      const other = pick(
        pick(
          others.filter(({ language, id }) => language === source.language && id !== source.id),
          random,
        )?.sentences ?? [],
        random,
      );
      return other && { text: other.text };
    },
  },
  {
    name: 'a negation added',
    goal: 0.9,
    apply: ({ text, own }, { language }, random) => addNegation(text, own, language, random),
  },
  {
    name: 'a negation dropped',
    goal: 0.9,
    apply: ({ text, own }, { language }) => dropNegation(text, own, language),
  },
  {
    name: 'a date shifted',
    goal: 0.9,
    apply: ({ text, own }, { language }, random) => shiftDate(text, own, language, random),
  },
  {
    name: 'a unit or magnitude changed',
    goal: 0.9,
    apply: ({ text, own }, { language }, random) => swapUnit(text, own, language, random),
  },
  {
    name: 'a comparison turned round',
    apply: ({ text, own }, { language }, random) => {
      const pairs = (COMPARISONS[language] ?? []).flatMap(
        ([one, other]) =>
          [
            [one, other],
            [other, one],
          ] as const,
      );
      const found = pairs.flatMap(([from, to]) =>
        placesOf(wordPattern([from]), own).map((place) => ({ place, to })),
      );
      const chosen = pick(found, random);
      return replaceAt(text, chosen?.place, chosen?.to);
    },
  },
  {
    name: 'the speaker swapped',
    goal: 0.95,
    apply: ({ text, speaker, cites }, { evidence, transcript }, random) => {
      // Where nobody is named in the captions, nothing can tell.
      if (!cites.every((id) => transcript.units[id]?.speakers !== undefined)) return undefined;
      const label = evidence.speakers.find(({ id }) => id === speaker);
      const place = label && findSpeaker(label.name, text);
      // "The president" and "a seeker" are words, not names: nobody could tell such a swap by the name.
      const isName = ({ name }: { name: string }): boolean =>
        !transcript.units.some((unit) => unit.text.includes(` ${nameOf(name).toLowerCase()}`));
      const others = evidence.speakers.filter((other) => other.id !== speaker && isName(other));
      const other = pick(others, random);
      if (!label || !other || !place || !isName(label)) return undefined;
      return { ...replaceAt(text, place, capitalized(nameOf(other.name))), speaker: other.id };
    },
  },
  {
    name: 'a name swapped for another of the source',
    goal: 0.8,
    languages: CASED,
    apply: ({ text, own, cites }, source, random) => {
      const near = source.evidence
        .near(cites)
        .map((unit) => unit.text)
        .join(' ')
        .toLowerCase();
      const name = pick(
        namesIn(own).filter(({ text: found }) => near.includes(found.toLowerCase())),
        random,
      );
      const names = source.sentences.flatMap((sentence) =>
        namesIn(sentence.own).map(({ text: found }) => found),
      );
      const other = pick(
        [...new Set(names)].filter((found) => !near.includes(found.toLowerCase())),
        random,
      );
      return replaceAt(text, name, other);
    },
  },
  {
    name: 'a role prefixed by former, acting or then-',
    goal: 0.8,
    languages: CASED,
    apply: ({ text, own }, { language }, random) => {
      const place = pick(personsIn(own), random);
      const qualifier = pick(QUALIFIERS[language] ?? [], random);
      if (!place || qualifier === undefined) return undefined;
      return { text: `${text.slice(0, place.at)}${qualifier}${text.slice(place.at)}` };
    },
  },
  {
    name: 'citations moved to neighbours, 2 to 4 units away',
    apply: ({ cites }, { transcript }, random) => {
      const distance = (2 + Math.floor(random() * 3)) * (random() < 0.5 ? -1 : 1);
      const moved = cites.map((id) => id + distance);
      return moved.every((id) => id >= 0 && id < transcript.units.length) ? { cites: moved } : undefined;
    },
  },
];

interface Place {
  readonly text: string;
  readonly at: number;
}

function replaceAt(text: string, place: Place | undefined, replacement: string | undefined): Change {
  if (!place || replacement === undefined || replacement === place.text) return undefined;
  return { text: text.slice(0, place.at) + replacement + text.slice(place.at + place.text.length) };
}

function placesOf(pattern: RegExp, text: string): Place[] {
  return [...text.matchAll(pattern)].map((match) => ({ text: match[0], at: match.index }));
}

/** Capitalised words inside the sentence. */
function namesIn(own: string): Place[] {
  return placesOf(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}(?![\p{L}’'.-])/gu, own);
}

function personsIn(own: string): Place[] {
  return placesOf(
    /(?<=[\p{Ll},] )(?:President|Governor|Chair|Senator|Representative|Secretary|президент|президента|presidenta?|président)(?= \p{Lu})|(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}(?= (?:said|told|asked|added|argued|explained|noted|described|called|dijo|a dit|disse|сказал|сказав))/gu,
    own,
  );
}

function isUnknown(name: string, { evidence }: Source): boolean {
  return name.split(' ').every((word) => evidence.unitsWith('key', word.toLowerCase()).length === 0);
}

/** The label's last words, as many of them as stand in the text together. */
function findSpeaker(label: string, text: string): Place | undefined {
  const words = label.split(' ');
  for (let from = 0; from < words.length; from++) {
    const name = words.slice(from).join(' ');
    const at = text.search(new RegExp(`(?<!\\p{L})${name.replace(/[^\p{L} -]/gu, '.')}(?!\\p{L})`, 'iu'));
    if (at >= 0) return { text: text.slice(at, at + name.length), at };
  }
  return undefined;
}

function nameOf(label: string): string {
  return label.split(' ').at(-1) ?? label;
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}

function replaceWord(text: string, { evidence }: Source, random: Random): Change {
  const word = pick(placesOf(/\p{L}{2,}/gu, text), random);
  const other = pick(
    [...evidence.vocabulary()].filter((key) => /^\p{L}{4,}$/u.test(key) && key !== word?.text.toLowerCase()),
    random,
  );
  return replaceAt(text, word, other);
}

function changeNumber(text: string, own: string, language: string, random: Random): Change {
  const words = NUMBER_WORDS[language] ?? [];
  const digits = placesOf(/(?<![\p{L}\p{N}.,-])\d[\d.,]*(?<=\d)(?![\p{L}\p{N}-])/gu, own);
  const spelled = placesOf(wordPattern(words), own);
  const place = pick([...digits, ...spelled], random);
  if (!place) return undefined;
  if (!/\d/u.test(place.text))
    return replaceAt(
      text,
      place,
      pick(
        words.filter((word) => word !== place.text.toLowerCase()),
        random,
      ),
    );
  const at = Math.floor(random() * place.text.replace(/\D/gu, '').length);
  let seen = -1;
  const changed = place.text.replace(/\d/gu, (digit) => {
    seen++;
    return seen === at ? String((Number(digit) % 9) + 1) : digit;
  });
  return replaceAt(text, place, changed);
}

function wordPattern(words: readonly string[]): RegExp {
  return words.length === 0
    ? /(?!)/gu
    : new RegExp(`(?<![\\p{L}-])(?:${words.join('|')})(?![\\p{L}-])`, 'giu');
}

function moveCites(cites: readonly number[], count: number, random: Random): Change {
  const far = Array.from({ length: count }, (_, id) => id).filter((id) =>
    cites.every((cite) => Math.abs(cite - id) >= FAR),
  );
  const moved = pick(far, random);
  return moved === undefined ? undefined : { cites: [moved] };
}

function addNegation(text: string, own: string, language: string, random: Random): Change {
  const table = NEGATIONS[language];
  if (!table || table.denied.test(own)) return undefined;
  const verb = pick(placesOf(wordPattern(table.verbs), own), random);
  if (!verb) return undefined;
  const negated = table.isAfter ? `${verb.text} ${table.add}` : `${table.add} ${verb.text}`;
  return replaceAt(text, verb, negated);
}

function dropNegation(text: string, own: string, language: string): Change {
  const table = NEGATIONS[language];
  const places = table ? placesOf(wordPattern(table.drop), own) : [];
  const [place] = places;
  if (places.length !== 1 || !place) return undefined;
  const rest = text.slice(place.at + place.text.length).replace(/^ /u, '');
  return { text: text.slice(0, place.at) + rest };
}

function shiftDate(text: string, own: string, language: string, random: Random): Change {
  const [months, weekdays] = [MONTHS[language] ?? [], WEEKDAYS[language] ?? []];
  const place = pick(
    [
      ...placesOf(wordPattern(months), own),
      ...placesOf(wordPattern(weekdays), own),
      ...placesOf(/(?<![\p{L}\p{N}$.,])(?:19|20)\d\d(?![\p{N}%])/gu, own),
    ],
    random,
  );
  // "may" and "march" in lower case are verbs.
  if (!place || (language === 'en' && /^[a-z]/u.test(place.text))) return undefined;
  if (/^\d/u.test(place.text))
    return replaceAt(text, place, String(Number(place.text) + 1 + Math.floor(random() * 5)));
  const names = months.includes(place.text.toLowerCase()) ? months : weekdays;
  const other =
    pick(
      names.filter((name) => name !== place.text.toLowerCase()),
      random,
    ) ?? '';
  return replaceAt(text, place, /^\p{Lu}/u.test(place.text) ? capitalized(other) : other);
}

function swapUnit(text: string, own: string, language: string, random: Random): Change {
  const swaps = UNIT_SWAPS[language] ?? [];
  const found = swaps.flatMap(([from, to]) =>
    placesOf(wordPattern([from]), own).map((place) => ({ place, to })),
  );
  const chosen = pick(found, random);
  return replaceAt(text, chosen?.place, chosen?.to);
}
