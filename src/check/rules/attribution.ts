import { countWords, findNames, primarySubtag, SPEECH_VERBS, wordForms } from '../../text/index.ts';
import type { Copy, CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';
import { onceFor } from '../once-for.ts';
import { findPassage } from '../passages.ts';
import { createPhraseFinder, type FoundPhrase, foundAt, type PhraseFinder } from '../phrases.ts';
import { ALL_ROLES, type Rule } from '../rule.ts';
import { AGAINST, ALLEGATIONS, COURT } from './attribution-allegations.ts';
import { DOUBT, DOUBTED, HEARD, HEARSAY, PLAIN_DOUBT, SOFTENED } from './attribution-hedges.ts';
import { AGENT, AGENTLESS } from './attribution-judgement.ts';
import { VAGUE } from './attribution-vague.ts';
import { LOADED, MIND_READING, REVEALING_THINGS, REVEALS, SUBJECT } from './attribution-verbs.ts';

const vague = createPhraseFinder(VAGUE);
const agentless = createPhraseFinder(AGENTLESS);
const loaded = createPhraseFinder(LOADED);
const mindReading = createPhraseFinder(MIND_READING);
const allegations = createPhraseFinder(ALLEGATIONS);
const court = createPhraseFinder(COURT);
/** What a text hedges with, and what in the source gives it the right to. */
const hedges = [
  { said: createPhraseFinder(HEARSAY), heard: createPhraseFinder(HEARD) },
  { said: createPhraseFinder(DOUBT), heard: createPhraseFinder(DOUBTED) },
];
const plainDoubt = createPhraseFinder(PLAIN_DOUBT);
const softened = [HEARSAY, DOUBTED, SOFTENED].map(createPhraseFinder);

/** The month and the name are no doubt. */
function findDoubts(finder: PhraseFinder, text: string, language: string): FoundPhrase[] {
  return finder.find(text, language).filter(({ text: found }) => found !== 'May');
}

/** Vague attributions in 1,000 words, or in a text that has fewer. */
const MOST_VAGUE = 3;

const vagueRule: Rule = {
  id: 'A01',
  severity: 'warning',
  title: 'Whoever says something is named: no “reportedly”, no “experts”, no “some”',
  reason: 'An attribution to nobody cannot be checked. The recording has a speaker for everything.',
  example: 'Reports indicate that the talks have reportedly failed, according to analysts.',
  needs: [],
  languages: vague.languages,
  exempts: ['extractive'],
  roles: ALL_ROLES,
  *checkSentence(sentence, { copy, language }) {
    const phrases = vague.find(sentence.own, language);
    if (phrases.length === 0) return;
    const isGrave = isWholeText(copy, sentence) && (isTop(sentence, copy) || isDense(copy));
    for (const phrase of phrases)
      yield {
        ...foundAt(phrase, `“${phrase.text}” names nobody`),
        ...(isGrave ? { severity: 'error' } : {}),
      };
  },
};

/** False in mid-writing, where a few sentences stand for themselves. */
function isWholeText(copy: Copy, sentence: CopySentence): boolean {
  return copy.article !== undefined || sentence.at !== undefined;
}

function isTop(sentence: CopySentence, { lead, sections }: Copy): boolean {
  if (sentence.role !== 'sentence') return /^(?:headline|bodyHeadline|deck)$/u.test(sentence.role);
  // A text without headings is all lead; its first paragraph is what it opens with.
  const opening = sections.length > 0 ? lead : lead.slice(0, 1);
  return opening.some(({ sentences }) => sentences.includes(sentence));
}

const isDense = onceFor(({ body, language: tag }: Copy): boolean => {
  const language = primarySubtag(tag);
  const texts = body.map(({ own }) => own);
  const words = texts.reduce((sum, text) => sum + countWords(text, language), 0);
  const found = texts.reduce((sum, text) => sum + vague.find(text, language).length, 0);
  return found > MOST_VAGUE * Math.max(1, words / 1_000);
});

/** Share of a doubted passage that the sentence must tell again before its doubt can be missed. */
const LEAST_RETOLD = 0.25;

const certaintyRule: Rule = {
  id: 'A02',
  severity: 'warning',
  title: 'A statement stands as certain as the speaker made it, no more and no less',
  reason: 'Doubt that nobody had weakens a fact; doubt that is dropped makes a guess one.',
  example: 'The president reportedly signed the bill (the source: he signed it).',
  needs: ['units', 'one-language'],
  languages: plainDoubt.languages,
  exempts: ['extractive'],
  *checkSentence({ own, cites }, { evidence, language }) {
    if (cites.length === 0) return;
    const near = evidence
      .near(cites)
      .map(({ text }) => text)
      .join('\n');
    for (const { said, heard } of hedges) {
      const [hedge] = findDoubts(said, own, language);
      if (hedge && findDoubts(heard, near, language).length === 0)
        yield foundAt(hedge, `the source is certain of this, “${hedge.text}” is not`);
    }
    const passage = findDoubted(own, cites, evidence);
    if (passage === undefined || softened.some((finder) => findDoubts(finder, own, language).length > 0))
      return;
    const [doubt] = findDoubts(plainDoubt, passage, language);
    if (doubt)
      yield { message: `the source says “${doubt.text}”, the sentence states it flat`, evidence: passage };
  },
};

function findDoubted(own: string, cites: readonly number[], evidence: Evidence): string | undefined {
  const source = cites.flatMap((id) => {
    const unit = evidence.unit(id);
    return unit ? evidence.words(unit) : [];
  });
  const { share, text } = findPassage(wordForms(own, evidence.language), source, evidence);
  return share < LEAST_RETOLD ? undefined : text;
}

const judgementRule: Rule = {
  id: 'A03',
  severity: 'warning',
  title: 'A judgement has somebody who makes it',
  reason: '“Is seen as” turns one person’s opinion into everybody’s.',
  example: 'The conflict is framed as a struggle for survival.',
  needs: [],
  languages: agentless.languages,
  exempts: ['extractive'],
  *checkSentence(sentence, { language }) {
    if (sentence.speaker !== undefined) return;
    const phrases = agentless.find(sentence.own, language);
    for (const phrase of phrases) {
      if (isAttributed(without(sentence.own, phrases), language)) return;
      if (AGENT[language]?.test(sentence.own.slice(phrase.end))) continue;
      yield foundAt(phrase, `“${phrase.text}” does not say who judges so`);
    }
  },
};

const verbRule: Rule = {
  id: 'A04',
  severity: 'warning',
  title: 'Verbs of attribution neither judge nor read minds',
  reason: '“Claimed” doubts, “admitted” convicts, “believes” guesses; “said” reports.',
  example: 'Landsbergis posits that the talks have stalled.',
  needs: [],
  languages: loaded.languages,
  exempts: ['extractive'],
  *checkSentence({ own }, { language }) {
    for (const phrase of loaded.find(own, language))
      if (isOfPerson(phrase, own, language)) yield foundAt(phrase, `“${phrase.text}” judges what it reports`);
    for (const phrase of mindReading.find(own, language)) {
      if (!isOfPerson(phrase, own, language) || isAttributed(own, language)) continue;
      yield foundAt(phrase, `“${phrase.text}” reads a mind; the recording has what was said`);
    }
  },
};

/** Room for a subject and what stands between it and its verb. */
const SUBJECT_LENGTH = 80;

function isOfPerson({ text, start }: FoundPhrase, own: string, language: string): boolean {
  const before = own.slice(Math.max(0, start - SUBJECT_LENGTH), start);
  if (REVEALS.test(text) && REVEALING_THINGS[language]?.test(before)) return false;
  // ", admitting": its subject stands before the comma.
  return /,\s$/u.test(before) || (SUBJECT[language]?.test(before) ?? true);
}

const opinionRule: Rule = {
  id: 'A05',
  severity: 'error',
  title: 'A sentence that states an opinion names the person who holds it',
  reason: 'An opinion that nobody is named for reads as that of the publication.',
  needs: ['article'],
  *checkArticle({ copy, language }) {
    for (const [index, sentence] of copy.body.entries())
      if (isOwnerless(sentence, copy.body[index - 1], language))
        yield { path: sentence.path, message: 'an opinion, and nobody is named who holds it' };
  },
};

function isOwnerless(sentence: CopySentence, before: CopySentence | undefined, language: string): boolean {
  if (sentence.kind !== 'opinion' || sentence.speaker !== undefined) return false;
  if (!PRONOUNS[language]) return true;
  if (isAttributed(sentence.own, language)) return false;
  return before?.speaker === undefined || !PRONOUNS[language].test(sentence.own);
}

/** "He expects less": the pronoun takes up the speaker of the sentence before. */
const PRONOUNS: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:he|she|they|his|her|their)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:er|sie|seine?[rsnm]?|ihre?[rsnm]?)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:él|ella|ellos|ellas|su|sus)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:il|elle|ils|elles|son|sa|ses|leurs?)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:ele|ela|eles|elas|seus?|suas?)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:он|она|они|его|е[её]|их)(?!\p{L})/iu,
  uk: /(?<!\p{L})(?:він|вона|вони|його|її|їх|їхн\p{L}{1,3})(?!\p{L})/iu,
};

const allegationRule: Rule = {
  id: 'A06',
  severity: 'warning',
  title: 'An accusation beside a name says whose it is',
  reason: 'A crime laid to a named person in the newsroom’s own voice is what newsrooms are sued for.',
  example: 'Smith took part in the fraud.',
  needs: [],
  languages: allegations.languages,
  exempts: ['extractive'],
  roles: ['headline', 'bodyHeadline', 'deck', 'keyPoint', 'sentence'],
  *checkSentence({ own, speaker }, { language }) {
    if (speaker !== undefined) return;
    const words = allegations.find(own, language).filter(({ start }) => !isOpposed(own, start, language));
    if (words.length === 0 || isAttributed(own, language) || court.find(own, language).length > 0) return;
    const names = findNames(own, language).filter(({ words: parts }) =>
      parts.some(({ certainty, place }) => certainty !== 'possible' && place === undefined),
    );
    const word = words.find(({ start }) => !names.some((name) => name.start <= start && start < name.end));
    const [name] = names;
    if (word && name)
      yield foundAt(word, `“${word.text}” beside “${name.text}”, and nobody is named who says so`);
  },
};

function isOpposed(own: string, start: number, language: string): boolean {
  return AGAINST[language]?.test(own.slice(Math.max(0, start - SUBJECT_LENGTH), start)) ?? false;
}

/** Whether the words hold a verb of saying. */
function isAttributed(own: string, language: string): boolean {
  return wordForms(own, language).some(({ key }) => SPEECH_VERBS.has(key));
}

function without(text: string, phrases: readonly FoundPhrase[]): string {
  let rest = text;
  for (const { start, end } of phrases)
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}

export const ATTRIBUTION_RULES: readonly Rule[] = [
  vagueRule,
  certaintyRule,
  judgementRule,
  verbRule,
  opinionRule,
  allegationRule,
];
