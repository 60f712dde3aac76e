import { capitals, type NameWord, primarySubtag } from '../../text/index.ts';
import type { Copy, CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';
import { onceFor } from '../once-for.ts';
import { type Found, isOneLanguage, type Rule } from '../rule.ts';
import { hearName } from './names-heard.ts';
import { nameIndex } from './names-index.ts';
import { hasInitials } from './names-initials.ts';
import { isNoName, isOrdinary, NOUNS_TAKE_ARTICLES } from './names-ordinary.ts';
import { checkPlace, type Place } from './names-place.ts';
import { namesIn } from './names-read.ts';

const CHECKED: NonNullable<Rule['roles']> = ['sentence', 'keyPoint'];

/** Names in a sentence's own words come from the source, and from the place that is cited. */
export const knownNamesRule: Rule = {
  id: 'F04',
  severity: 'error',
  title: 'Names come from the transcript, its metadata or the glossary',
  reason:
    'A name that the source never says was supplied from memory, and memory confuses people and offices.',
  example: 'Volodymyr Zelenskyy, where the captions and the title have only Zelenskyy.',
  needs: ['units'],
  roles: CHECKED,
  *checkSentence(sentence, context) {
    const { evidence, language } = context;
    if (!sharesScript(sentence.own, evidence)) return;
    const index = nameIndex(evidence);
    const mentions = namesIn(sentence, language);
    const seen = new Set<string>();
    for (const mention of mentions) {
      for (const word of mention.words) {
        if (seen.has(word.key) || isNoName(word)) continue;
        seen.add(word.key);
        const found = checkWord(word, { mention, sentence, context, index });
        if (found) yield { start: word.start, end: word.end, ...found };
      }
    }
  },
};

function checkWord(word: NameWord, place: Place): Omit<Found, 'start' | 'end'> | undefined {
  const { context, index } = place;
  const alone = index.locate(word);
  const { words } = place.mention;
  // "Open AI", where the captions have "OpenAI".
  const units =
    alone.length > 0 || words.length === 1 ? alone : index.unitsOfKey(words.map(({ key }) => key).join(''));
  if (units.length > 0) {
    return isNameThere(word, place) ? checkPlace(word, units, place) : undefined;
  }
  if (!isSurelyName(word, place) || isSpelledOut(word, place)) return undefined;
  const heard = hearName(word, place.sentence, context.evidence);
  if (heard !== undefined) {
    // Once is enough: the captions will have it wrong throughout.
    if (firstLines(context.copy).get(word.key) !== place.sentence) return undefined;
    return {
      message: `“${word.text}” is not in the captions, which have “${heard}” here: spelling?`,
      evidence: heard,
      severity: 'warning',
    };
  }
  const { isWhole } = context.evidence;
  const country = capitals.find(word.key);
  if (country !== undefined && index.locate({ ...word, key: country, place: country }).length > 0)
    return {
      message: `nobody says “${word.text}”, the source names the country only`,
      severity: 'warning',
    };
  const isProven = word.certainty === 'sure' && isWhole && isOneLanguage(context);
  const where = isWhole ? 'the transcript and its metadata' : 'the units that the article carries';
  return {
    message: `“${word.text}” stands nowhere in ${where}: from memory?`,
    ...(isProven ? {} : { severity: 'warning' }),
  };
}

/** Whether a word that the evidence has is a name there. German captions do not say, having capitals everywhere. */
function isNameThere(word: NameWord, { context, index }: Place): boolean {
  if (word.certainty === 'sure' || word.place !== undefined) return true;
  return context.language === 'de' ? word.certainty === 'likely' : index.isName(word.key);
}

/** Whether an acronym stands for words of the cited units. */
function isSpelledOut({ isAcronym, key }: NameWord, { sentence, context: { evidence } }: Place): boolean {
  return (
    isAcronym && evidence.near(sentence.cites).some((unit) => hasInitials(evidence.words(unit), key, false))
  );
}

/** Whether a word that the evidence has not is a name at all. */
function isSurelyName(word: NameWord, { mention, context, index }: Place): boolean {
  if (word.certainty === 'sure') return true;
  if (isOrdinary(word, context, index)) return false;
  if (word.certainty === 'likely' || NOUNS_TAKE_ARTICLES.has(context.language)) return true;
  // German writes every noun with a capital; two in a row that the captions do not know are no nouns from there.
  return (
    context.language === 'de' &&
    mention.words.length > 1 &&
    mention.words.every((other) => index.locate(other).length === 0)
  );
}

/** The first sentence of the text that has each name. */
const firstLines = onceFor((copy: Copy): ReadonlyMap<string, CopySentence> => {
  const language = primarySubtag(copy.language);
  const lines = new Map<string, CopySentence>();
  for (const line of copy.lines.filter(({ role }) => CHECKED.includes(role))) {
    for (const { words } of namesIn(line, language))
      for (const word of words) if (!lines.has(word.key)) lines.set(word.key, line);
  }
  return lines;
});

/** Names are compared by letters, so that text and captions have to be in one alphabet. */
function sharesScript(text: string, evidence: Evidence): boolean {
  const script = scriptOfEvidence(evidence);
  return script !== '' && scriptOf(text) === script;
}

/** Units that tell an alphabet. */
const UNITS_READ = 20;

const scriptOfEvidence = onceFor(({ units }: Evidence): string =>
  scriptOf(
    units
      .slice(0, UNITS_READ)
      .map(({ text }) => text)
      .join(' '),
  ),
);

function scriptOf(text: string): string {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const others = text.match(/\p{L}/gu)?.length ?? 0;
  if (latin * 2 > others) return 'latin';
  return cyrillic * 2 > others ? 'cyrillic' : '';
}
