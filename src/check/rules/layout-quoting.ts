import { countWords, isSpeechVerb, type QuotedStretch, wordForms } from '../../text/index.ts';
import { type Copy, type CopySentence, countWordsIn } from '../copy.ts';
import { placeIn } from '../place-in.ts';
import type { Found, Rule, RuleContext } from '../rule.ts';
import { namesIn } from './names-read.ts';
import { findAttributed } from './speakers-attribution.ts';

const MOST_SINGLE_WORDS = 2;
/** A word that is talked about, not doubted. */
const NAMING =
  /\b(?:words?|terms?|called|named|dubbed|titled|Wort|Begriff|sogenannt\p{L}*|palabra|término|mot|terme|palavra|termo)\s*$/iu;

const scareQuotesRule: Rule = {
  id: 'Q04',
  severity: 'warning',
  title: `At most ${MOST_SINGLE_WORDS} single words stand between quotation marks`,
  reason: 'One quoted word proves nothing and reads as a sneer; quote a clause or paraphrase.',
  needs: [],
  // Elsewhere marks stand around terms and names by custom.
  languages: ['en', 'de', 'es', 'fr', 'pt', 'ru', 'uk'],
  exempts: ['extractive'],
  *checkArticle({ copy, language }) {
    const single = copy.lines.flatMap((line) =>
      line.quoted
        .filter((stretch) => isScareQuote(stretch, line, language))
        .map((stretch) => ({ line, ...stretch })),
    );
    const excess = single[MOST_SINGLE_WORDS];
    if (!excess) return;
    yield {
      ...placeIn(excess.line, excess.start, excess.end),
      message: `${single.length} single words in quotation marks: ${single.map(({ text }) => text).join(', ')}`,
    };
  },
};

function isScareQuote({ text, start }: QuotedStretch, line: CopySentence, language: string): boolean {
  if (!/^\p{L}[\p{L}'’-]*$/u.test(text)) return false;
  // The capital of a name or title; German nouns have one anyway.
  if (language !== 'de' && /\p{Lu}/u.test(text)) return false;
  return !NAMING.test(line.text.slice(Math.max(0, start - 30), start));
}

const FEWEST_ATTRIBUTED = 3;
const LONG_TEXT = 400;
const QUOTATION_WORDS = 5;

const voicesRule: Rule = {
  id: 'Q06',
  severity: 'warning',
  title: 'A person reported at length is quoted, and a long text holds a quotation',
  reason: 'A quotation lets a reader hear the source; paraphrase alone has to be taken on trust.',
  needs: [],
  exempts: ['extractive'],
  *checkArticle(context) {
    const { copy } = context;
    yield* copy.article ? findUnquotedSpeakers(copy) : findUnquotedNames(context);
    const words = countWordsIn(copy.body, copy.language);
    const hasQuotation = copy.body.some(({ quoted }) =>
      quoted.some(({ text }) => countWords(text, copy.language) >= QUOTATION_WORDS),
    );
    if (words >= LONG_TEXT && !hasQuotation)
      yield {
        // A newsletter or a statement from elsewhere may do without.
        severity: copy.article ? 'warning' : 'info',
        path: '',
        message: `${words} words without a quotation of ${QUOTATION_WORDS} words or more`,
      };
  },
};

/** Who asks is reported by the question. */
const ASKING =
  /(?<!\p{L})(?:ask(?:s|ed|ing)?|wonder(?:s|ed)|fragt?e?n?|wollte wissen|preguntó|pregunta|demand[eé]|a demandé|perguntou|спросил\p{L}*|запитал\p{L}*|запита\p{L}*)(?!\p{L})/iu;

function* findUnquotedSpeakers({ article, body }: Copy): Generator<Found> {
  if (!article) return;
  for (const [index, { id, name }] of article.speakers.entries()) {
    const said = body.filter(
      ({ speaker, kind, text }) => speaker === id && kind === 'attributed' && !ASKING.test(text),
    );
    const isQuoted =
      article.quotes.some(({ speaker }) => speaker === id) || said.some(({ quoted }) => quoted.length > 0);
    if (said.length >= FEWEST_ATTRIBUTED && !isQuoted)
      yield { path: `/speakers/${index}/name`, message: unquoted(name, said.length) };
  }
}

function unquoted(name: string, sentences: number): string {
  return `${name} is reported in ${sentences} sentences and never quoted`;
}

interface Voice {
  readonly name: string;
  readonly line: CopySentence;
  sentences: number;
  isQuoted: boolean;
}

/** In a text from elsewhere nobody says who speaks: a name, or a pronoun for the one named last, before a verb of speech does. */
function* findUnquotedNames({ copy, language }: RuleContext): Generator<Found> {
  if (language !== 'en' || countWordsIn(copy.body, copy.language) < LONG_TEXT) return;
  const persons = findPersons(copy);
  const voices = new Map<string, Voice>();
  let last: Voice | undefined;
  for (const line of copy.body) {
    const speaker = findSpeaker(line, persons);
    if (speaker === undefined) continue;
    if (speaker !== PRONOUN) {
      last = voices.get(speaker) ?? { name: speaker, line, sentences: 0, isQuoted: false };
      voices.set(speaker, last);
    }
    if (!last) continue;
    last.sentences++;
    if (line.quoted.length > 0) last.isQuoted = true;
  }
  for (const { name, line, sentences, isQuoted } of voices.values())
    if (sentences >= FEWEST_ATTRIBUTED && !isQuoted)
      yield { ...placeIn(line), message: unquoted(name, sentences) };
}

/** Characters; nothing longer is a sentence that reports somebody. */
const LONGEST_SENTENCE = 2_000;
const AFTER_DETERMINER = /\b(?:the|a|an|its|his|her|their|our)\s+$/iu;

/** Surnames of those who stand in the text with their full name; an institution has an article before it. */
function findPersons({ body }: Copy): Set<string> {
  const persons = new Set<string>();
  for (const line of body) {
    if (line.own.length > LONGEST_SENTENCE) continue;
    for (const { words, start, titleStart = start } of namesIn(line, 'en')) {
      const surname = words.at(-1);
      if (!surname || surname.isAcronym || surname.place !== undefined || words.length > 3) continue;
      if (words.length > 1 && !AFTER_DETERMINER.test(line.own.slice(0, titleStart)))
        persons.add(surname.text);
    }
  }
  return persons;
}

const PRONOUN = Symbol('pronoun');
/** An adverb may stand between the pronoun and its verb. */
const VERB_REACH = 2;

function findSpeaker(line: CopySentence, persons: ReadonlySet<string>): string | typeof PRONOUN | undefined {
  const { own } = line;
  if (own.length > LONGEST_SENTENCE) return undefined;
  const surnames = findAttributed(own, namesIn(line, 'en'), 'en').map(
    ({ words }) => words.at(-1)?.text ?? '',
  );
  const speaker = surnames.find((surname) => persons.has(surname));
  if (speaker !== undefined) return speaker;
  const [first, ...others] = wordForms(own, 'en');
  const says = others.slice(0, VERB_REACH).some(({ text }) => isSpeechVerb(text, 'en'));
  return says && /^(?:he|she)$/u.test(first?.key ?? '') ? PRONOUN : undefined;
}

export const QUOTING_RULES: readonly Rule[] = [scareQuotesRule, voicesRule];
