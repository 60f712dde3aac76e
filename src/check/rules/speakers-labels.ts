import {
  findNames,
  foldName,
  honorifics,
  nameStem,
  soundsLike,
  titles,
  wordForms,
} from '../../text/index.ts';
import type { Unit } from '../../transcript/index.ts';
import type { Evidence } from '../evidence.ts';
import { onceFor } from '../once-for.ts';

/** The people whom the labels of the units name. */
export interface Labels {
  /** The labels that may be this person's, best ones only; none if no label names them. */
  resolve(name: string): ReadonlySet<string>;
  /** The labels of these units, or undefined where one of them does not say who speaks. */
  of(units: readonly Unit[]): ReadonlySet<string> | undefined;
  /** The same, or undefined where a label may be this person's for all that it says: an office, initials, a name in another script. */
  ofOthers(units: readonly Unit[], name: string): ReadonlySet<string> | undefined;
}

interface Person {
  readonly label: string;
  /** Folded words of the name without titles. */
  readonly words: readonly string[];
}

export const labelsOf = onceFor((evidence: Evidence): Labels => {
  const all = new Set(evidence.units.flatMap(({ speakers = [] }) => speakers));
  const people = [...all].flatMap((label) => personOf(label, evidence) ?? []);
  const named = new Set(people.map(({ label }) => label));
  const resolved = new Map<string, ReadonlySet<string>>();
  const of = (units: readonly Unit[]): ReadonlySet<string> | undefined =>
    units.length === 0 || units.some(({ speakers = [] }) => !speakers.some((label) => named.has(label)))
      ? undefined
      : new Set(units.flatMap(({ speakers = [] }) => speakers));
  return {
    resolve(name) {
      const labels =
        resolved.get(name) ?? bestOf(nameWords(name, evidence.language), people, evidence.language);
      resolved.set(name, labels);
      return labels;
    },
    of,
    ofOthers(units, name) {
      // A question that the transcript has left with the label before it.
      if (units.some(({ text }) => /^(?:Q(?: |[.:])|>>)/u.test(text))) return undefined;
      const labels = of(units);
      const known = new Map(people.map((person) => [person.label, person.words]));
      const words = nameWords(name, evidence.language);
      const initials = foldName(
        name
          .split(/\s+/u)
          .map((word) => word.charAt(0))
          .join(''),
      );
      const isOther = (label: string): boolean => isSomebodyElse({ words, initials }, known.get(label) ?? []);
      return labels && words.length > 0 && [...labels].every(isOther) ? labels : undefined;
    },
  };
});

/** Nobody where the label says only that somebody speaks: "Q", "REPORTER". An office is whoever the metadata says holds it. */
function personOf(label: string, evidence: Evidence): Person | undefined {
  const words = nameWords(label, evidence.language);
  if (words.length > 0) return isAnybody(words) ? undefined : { label, words };
  const forms = wordForms(label, evidence.language).filter(({ isContent }) => isContent);
  const office = forms.flatMap(({ text }) => titles.find(foldName(text)) ?? []).join(' ');
  if (office === '') return undefined;
  const { title = '', description = '' } = evidence.metadata;
  const holders = findNames(`${title}\n${description}`, evidence.language).filter(
    (name) => name.title === office,
  );
  return { label, words: holders.flatMap(({ text }) => nameWords(text, evidence.language)) };
}

/** The words of labels that name a part in the conversation and nobody in particular. */
const ANYBODY: ReadonlySet<string> = new Set(
  'q a question answer reporter reporters journalist moderator host interviewer interviewee audience member participant participants speaker guest voice man woman crowd all both unknown unidentified interpreter translator narrator operator frage antwort moderatorin publikum pregunta respuesta publico periodista entrevistador journaliste animateur pergunta resposta вопрос ответ ведущий ведущая голос питання ведучий ведуча шукач'.split(
    ' ',
  ),
);

function isAnybody(words: readonly string[]): boolean {
  return words.every((word) => ANYBODY.has(word) || word.length < 2 || /^\d+$/u.test(word));
}

const LATIN = /\p{Script=Latin}/u;

function isSomebodyElse(
  { words, initials }: { readonly words: readonly string[]; readonly initials: string },
  label: readonly string[],
): boolean {
  return (
    !isAnybody(label) &&
    !label.some((word) => words.includes(word) || word === initials) &&
    LATIN.test(words.join('')) === LATIN.test(label.join(''))
  );
}

function nameWords(name: string, language: string): string[] {
  return wordForms(name, language)
    .filter(({ isContent, text }) => isContent || /^\p{Lu}{2}/u.test(text))
    .map(({ text }) => foldName(text.replace(/['’]s?$/u, '')))
    .filter(
      (word) =>
        word.length > 1 &&
        titles.find(word) === undefined &&
        honorifics.find(word) === undefined &&
        word !== 'the',
    );
}

/** Sound counts only where no label has the name as it is written: "Zelensky" for "ZELENSKYY". */
function bestOf(name: readonly string[], people: readonly Person[], language: string): ReadonlySet<string> {
  for (const isSame of [sameWord, soundsLike]) {
    const scores = people.map(({ label, words }) => ({
      label,
      score: scoreOf(name, words, (one, other) => isSame(one, other, language)),
    }));
    const best = Math.max(0, ...scores.map(({ score }) => score));
    if (best > 0) return new Set(scores.filter(({ score }) => score === best).map(({ label }) => label));
  }
  return new Set();
}

function scoreOf(
  name: readonly string[],
  label: readonly string[],
  isSame: (one: string, other: string) => boolean,
): number {
  const matched = name.filter((word) => label.some((other) => isSame(word, other)));
  const last = name.at(-1);
  // A first name in common is no more than that, unless nothing else is given.
  return last !== undefined && matched.includes(last) ? matched.length : 0;
}

/** Shortened first names are their beginnings: "Chris", "Christopher". */
const SHORTEST_SHORT_NAME = 3;

function sameWord(one: string, other: string, language: string): boolean {
  if (one === other || nameStem(one, language) === nameStem(other, language)) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= SHORTEST_SHORT_NAME && long.startsWith(short);
}
