import { checkSentences, createSentence, type Evidence, RULES } from '../../check/index.ts';
import { SPEECH_VERBS, wordForms } from '../../text/index.ts';
import type { Transcript, Unit } from '../../transcript/index.ts';
import { contentRoots } from './claims.ts';

/** Share of a sentence's content words that its units hold too. All 458 sentences of seven true articles that have two such words had more. */
const LEAST_SHARED = 0.25;
/** With fewer, a true sentence may share none: "He did not know"; beside a quotation, which is looked up, only some words stand. */
const FEWEST_CONTENT_WORDS = { alone: 2, besideQuotation: 4 } as const;
const FEWEST_WORDS = 3;

interface Grounds {
  readonly near: readonly Unit[];
  /** BCP 47: the text's. */
  readonly language: string;
  readonly transcript: Pick<Transcript, 'language'>;
  /** Names of those who speak: who says it need not stand in the units. */
  readonly speakers: readonly string[];
}

/** Nobody speaks in a report but between quotation marks. */
const FIRST_PERSON: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}\p{N}])(?:I(?= \p{Ll})|I['’]\p{L}+|[Mm]y|[Mm]yself|me)(?![\p{L}\p{N}])/u,
  de: /(?<!\p{L})(?:[Ii]ch|[Mm]eine?[mnrs]?|mich|mir)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:[Jj]e|[Jj]['’]\p{L}+|moi|[Mm]on|[Mm]es)(?!\p{L})/u,
  es: /(?<!\p{L})(?:[Yy]o|[Mm]is?|mí|conmigo)(?!\p{L})/u,
};

/** Why a text of our own words has nothing to do with the units around those it cites; nothing where the languages differ. */
export function findUngrounded(
  text: string,
  { near, language, transcript, speakers }: Grounds,
): string | undefined {
  const { own } = createSentence({ role: 'sentence', text, path: '' });
  const words = wordForms(own, language);
  if (own === text && words.length < FEWEST_WORDS) return 'is no sentence';
  const self = FIRST_PERSON[language.split('-')[0] ?? '']?.exec(own)?.[0];
  if (self !== undefined) return `speaks of itself (“${self}”)`;
  if (language.split('-')[0] !== transcript.language.split('-')[0]) return undefined;
  const voices = new Set(speakers.flatMap((name) => [...contentRoots(name, language)]));
  const content = words.filter(
    ({ isContent, key, root }) => isContent && !voices.has(root) && !SPEECH_VERBS.has(key),
  );
  const roots = new Set(content.map(({ root }) => root));
  if (roots.size < FEWEST_CONTENT_WORDS[own === text ? 'alone' : 'besideQuotation']) return undefined;
  const known = new Set(near.flatMap((unit) => [...contentRoots(unit.text, transcript.language)]));
  const shared = [...roots].filter((root) => known.has(root)).length;
  return shared / roots.size < LEAST_SHARED ? 'its units hold hardly any of its words' : undefined;
}

/** The rule that knows orders to a model. */
const ORDERS = 'L05';

/** Units that give orders to a model, across the border to the next one too: nothing that rests on them is printed. */
export function findOrders(
  units: readonly Unit[],
  evidence: Evidence,
  language: string,
): ReadonlySet<number> {
  const lines = units.map(({ id, text }, index) =>
    createSentence({
      role: 'sentence',
      text: `${text} ${units[index + 1]?.text ?? ''}`,
      path: String(id),
      cites: [id],
    }),
  );
  const rules = RULES.filter(({ id }) => id === ORDERS);
  const found = checkSentences(lines, evidence, { language, rules }).map(({ where }) => Number(where.path));
  return new Set(found.flatMap((id) => [id, id + 1]));
}
