import { type WordForm, wordForms } from '../../text/index.ts';
import { type CopySentence, countWordsIn } from '../copy.ts';
import { createPhraseFinder, type FoundPhrase } from '../phrases.ts';
import { placeIn } from '../place-in.ts';
import type { Found, Rule, RuleContext } from '../rule.ts';

/** What joins a sentence to the one before, where it opens the sentence or stands between commas. */
const connectives = createPhraseFinder({
  en: [
    'however|conversely|meanwhile|furthermore|moreover|additionally|nevertheless|nonetheless|consequently|similarly|likewise',
    'notably|overall|ultimately|importantly|accordingly|alternatively|crucially|specifically|interestingly|thus|therefore|hence',
    'in addition|in contrast|by contrast|on the other hand|as a result|at the same time',
  ],
  de: [
    'allerdings|jedoch|dennoch|zudem|außerdem|darüber hinaus|hingegen|dagegen|gleichzeitig|folglich|infolgedessen|insgesamt|schließlich|letztlich|ferner|überdies',
  ],
  es: [
    'sin embargo|además|asimismo|por otro lado|por otra parte|no obstante|por el contrario|en cambio|mientras tanto|por lo tanto|en consecuencia|finalmente|en definitiva',
  ],
  fr: [
    "cependant|toutefois|néanmoins|en outre|de plus|par ailleurs|en revanche|à l'inverse|pourtant|ainsi|par conséquent|enfin|finalement|en effet",
  ],
  pt: [
    'no entanto|contudo|porém|todavia|além disso|ademais|por outro lado|em contrapartida|enquanto isso|portanto|consequentemente|finalmente|por fim',
  ],
  ru: [
    'однако|тем не менее|кроме того|более того|при этом|между тем|напротив|следовательно|таким образом|в итоге|в целом|вместе с тем',
  ],
  uk: [
    'однак|проте|тим не менш|крім того|більше того|при цьому|тим часом|натомість|навпаки|отже|таким чином|зрештою|загалом|водночас',
  ],
});

/** Lists of words, parted by white space. */
function wordsByLanguage(table: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(table).map(([language, words]) => [language, new Set(words.split(/\s+/u))]));
}

/** Sentences from one to the other of the same connective that a reader still hears both. */
const HEARD = 2;
/** The most of one connective in a text of so many words. */
const MOST = { times: 2, inWords: 1_200 } as const;

/** Openers that come back in any text: articles, pronouns, and what makes a pair on purpose. */
const PLAIN_OPENERS = wordsByLanguage({
  en: `the a an this that these those he she it they we you i his her its their our my your there he's she's it's they're we're i'm that's there's one some others
    another no all both each many most more first second in on at for from by to of with as if when what who how where why`,
  de: `der die das den dem des ein eine einen einem einer dieser diese dieses diesen er sie es wir ihr ich man sein seine ihre unser in im am an auf für mit bei von zu nach`,
  es: `el la los las lo un una unos unas este esta estos estas ese esa eso esto él ella ellos ellas su sus se yo nosotros en de a con por para al del no`,
  fr: `le la les l' un une des ce cet cette ces il elle ils elles on nous vous je son sa ses leur leurs c'est en à dans de du au aux pour par avec sur`,
  pt: `o a os as um uma uns umas este esta estes estas esse essa isso isto ele ela eles elas seu sua seus suas se eu nós em no na de do da com por para ao à não`,
  ru: `он она оно они мы вы я это этот эта эти его её их в во на с со по у к за от для о об не`,
  uk: `він вона воно вони ми ви я це цей ця ці його її їх в у на з із по до за від для про не`,
});

const openersRule: Rule = {
  id: 'T02',
  severity: 'warning',
  title: 'Neighbouring sentences begin differently, and no word is doubled by mistake',
  reason: 'Sentences that all begin alike sound like a machine; a doubled word is a slip.',
  example: 'Conversely, Russia wants land. Ukraine, conversely, wants guarantees.',
  needs: [],
  languages: [...PLAIN_OPENERS.keys()],
  exempts: ['extractive'],
  *checkSentence(sentence, { language }) {
    yield* findDoubledWords(sentence, language);
  },
  *checkArticle(context) {
    yield* findRepeatedConnectives(context);
    yield* findRepeatedOpeners(context);
  },
};

function connectivesOf({ own }: CopySentence, language: string): FoundPhrase[] {
  return connectives.find(own, language).filter(({ start, end }) => {
    const before = own.slice(0, start);
    return before.trim() === '' || (before.endsWith(', ') && own.startsWith(',', end));
  });
}

function* findRepeatedConnectives({ copy, language }: RuleContext): Generator<Found> {
  const lastAt = new Map<string, number>();
  const counts = new Map<string, number>();
  const most = MOST.times * Math.max(1, countWordsIn(copy.body, language) / MOST.inWords);
  for (const [index, sentence] of copy.body.entries()) {
    for (const { text, start, end } of connectivesOf(sentence, language)) {
      const key = text.toLowerCase();
      const distance = index - (lastAt.get(key) ?? Number.NEGATIVE_INFINITY);
      const count = (counts.get(key) ?? 0) + 1;
      lastAt.set(key, index);
      counts.set(key, count);
      const place = placeIn(sentence, start, end);
      if (distance <= HEARD)
        yield {
          ...place,
          message: `“${key}” again, ${distance === 0 ? 'in the same sentence' : `${distance} sentence(s) after the last`}`,
        };
      else if (count > most)
        yield { ...place, message: `“${key}” stands in the text ${count} times up to here` };
    }
  }
}

/** Prepositions that are on no list of small words. */
const HEAVY_OPENERS = wordsByLanguage({ en: 'despite amid following unlike given' });

function* findRepeatedOpeners({ copy, language }: RuleContext): Generator<Found> {
  const paragraphs = [...copy.lead, ...copy.sections.flatMap((section) => section.paragraphs)];
  for (const { sentences } of paragraphs) {
    let previous: string | undefined;
    for (const sentence of sentences) {
      const opener = openerOf(sentence, language);
      if (opener && opener.key === previous)
        yield {
          ...placeIn(sentence, opener.start, opener.end),
          message: `opens with “${opener.text}”, as the sentence before`,
        };
      previous = opener?.key;
    }
  }
}

/** Only words of grammar count: a name or noun that opens two sentences is what they are about. */
function openerOf({ own, text }: CopySentence, language: string): WordForm | undefined {
  const [opener] = wordForms(own, language);
  if (!opener || text.slice(0, opener.start).trim() !== '') return undefined;
  const isGrammar = !opener.isContent || HEAVY_OPENERS.get(language)?.has(opener.key);
  // Connectives are heard over longer distances and judged there.
  const isJudged =
    PLAIN_OPENERS.get(language)?.has(opener.key) || connectives.find(opener.key, language).length > 0;
  return isGrammar && !isJudged ? opener : undefined;
}

/** Words that may rightly stand twice in a row. */
const DOUBLING = wordsByLanguage({
  en: 'had that do her you is very so no ha bye many really far long more again much never now yeah there who what',
  de: 'die der das den dem sie ihr sich sehr so nein ja mehr immer viele wir es',
  es: 'no sí muy más que',
  fr: 'nous vous non oui très si',
  pt: 'não sim muito mais que se',
  ru: 'нет да очень что еле чуть так то много',
  uk: 'ні так дуже що ледь то багато',
});

function* findDoubledWords({ own, text }: CopySentence, language: string): Generator<Found> {
  const allowed = DOUBLING.get(language);
  let previous: WordForm | undefined;
  for (const word of wordForms(own, language)) {
    const isDoubled =
      previous?.key === word.key &&
      /^\s+$/u.test(text.slice(previous.end, word.start)) &&
      /^\p{Ll}+$/u.test(word.text) &&
      !allowed?.has(word.key);
    if (previous && isDoubled)
      yield {
        start: previous.start,
        end: word.end,
        message: `“${word.text}” stands there twice`,
        fix: previous.text,
      };
    previous = word;
  }
}

export const REPETITION_RULES: readonly Rule[] = [openersRule];
