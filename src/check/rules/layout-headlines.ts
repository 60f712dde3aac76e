import { countWords, endsSentence, isUnspaced, wordForms } from '../../text/index.ts';
import type { Copy, CopySentence } from '../copy.ts';
import { placeIn, placeOfLines } from '../place-in.ts';
import type { Found, Rule } from '../rule.ts';

/** Shared share of two headlines' content words below which they hardly tell the same news. */
const SHARED_BY_HEADLINES = 0.3;

const headlinesRule: Rule = {
  id: 'S01',
  severity: 'warning',
  title: 'The two headlines tell the same news in different words',
  reason: 'A reader who clicks one headline and meets another story below it has been misled.',
  needs: [],
  exempts: ['extractive'],
  *checkArticle({ copy: { headline, bodyHeadline }, language }) {
    if (!headline || !bodyHeadline) return;
    const place = placeIn(bodyHeadline);
    if (keysOf(headline.text, language) === keysOf(bodyHeadline.text, language)) {
      yield { ...place, severity: 'info', message: 'repeats the headline word for word' };
      return;
    }
    const [first, second] = [
      contentStems(headline.text, language),
      contentStems(bodyHeadline.text, language),
    ];
    const shared = [...first].filter((stem) => second.has(stem));
    const all = first.size + second.size - shared.length;
    if (all === 0 || shared.length / all >= SHARED_BY_HEADLINES) return;
    // Cut by a dictionary, one word may come out as two and not be met again.
    const severity = isUnspaced(headline.text) ? 'info' : 'warning';
    if (shared.length === 0)
      yield { ...place, severity, message: 'shares no content word with the headline' };
    else
      yield {
        ...place,
        severity: 'info',
        message: `shares only ${shared.length} of ${all} content words with the headline: ${shared.join(', ')}`,
      };
  },
};

function keysOf(text: string, language: string): string {
  return wordForms(text, language)
    .map(({ key }) => key)
    .join(' ');
}

function contentStems(text: string, language: string): Set<string> {
  return new Set(
    wordForms(text, language)
      .filter(({ isContent }) => isContent)
      .map(({ stem }) => stem),
  );
}

/** Code points. The second headline is no search result and may be longer. */
const LONGEST = {
  headline: { warning: 70, error: 100 },
  bodyHeadline: { warning: 100, error: Number.POSITIVE_INFINITY },
} as const;
/** Capitals that a row of acronyms does not reach. */
const SHOUTED_LETTERS = 15;

const headlineFormRule: Rule = {
  id: 'S02',
  severity: 'warning',
  title: 'A headline is a short statement without a full stop',
  reason: 'Search results cut at 70 characters; shouting, questions and teasers promise instead of telling.',
  example: 'You won’t believe what happened next.',
  needs: [],
  exempts: ['extractive'],
  roles: ['headline', 'bodyHeadline'],
  *checkSentence(line, { language }) {
    yield* judgeLength(line);
    yield* judgeForm(line);
    const bait = CLICKBAIT[language]?.exec(line.own);
    if (bait)
      yield {
        start: bait.index,
        end: bait.index + bait[0].length,
        message: `“${bait[0]}” teases instead of telling the news`,
      };
  },
};

function* judgeLength({ role, text }: CopySentence): Generator<Found> {
  const limits = LONGEST[role === 'headline' ? role : 'bodyHeadline'];
  const length = [...text].length;
  if (length <= limits.warning) return;
  yield {
    severity: length > limits.error ? 'error' : 'warning',
    message: `${length} characters, more than ${limits.warning}`,
  };
}

function* judgeForm({ text }: CopySentence): Generator<Found> {
  const last = text.slice(text.lastIndexOf(' ') + 1);
  const [start, end] = [text.length - 1, text.length];
  // "U.S." and "Inc." end on a stop that is part of the word.
  if (/[^.…][.。।]$/u.test(text) && endsSentence(last, 'X'))
    yield { start, end, message: 'ends with a full stop', fix: '' };
  if (/[?？؟]$/u.test(text)) yield { start, end, message: 'asks a question instead of telling the news' };
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  if (capitals >= SHOUTED_LETTERS && small * 10 < capitals) yield { message: 'is in capitals throughout' };
}

const CLICKBAIT: Readonly<Record<string, RegExp>> = {
  en: /\b(?:you won['’]t believe|(?:this|here)(?: is|['’]s) (?:why|how|what)|what happened next|will (?:shock|surprise|amaze|blow) you(?:r mind)?|\w+ things you need to know|everything you need to know|the truth about|game[- ]changer|mind-blowing|jaw-dropping)\b/iu,
  de: /(?:sie werden (?:es )?nicht glauben|du wirst (?:es )?nicht glauben|das ist der grund|darum sollten sie|was dann geschah|alles,? was (?:sie|du) wissen (?:müssen|musst))/iu,
  es: /(?:no (?:lo )?(?:vas a|podrás) creer|esta es la razón|lo que pasó después|todo lo que (?:debes|necesitas|tienes que) saber|te sorprenderá)/iu,
  fr: /(?:vous n['’]allez pas (?:en )?(?:le )?croire|voici pourquoi|ce qui s['’]est passé ensuite|tout ce qu['’]il faut savoir|va vous (?:surprendre|étonner))/iu,
  pt: /(?:você não vai acreditar|não vai acreditar|este é o motivo|o que aconteceu (?:depois|em seguida)|tudo o que (?:você )?precisa saber|vai te surpreender)/iu,
  ru: /(?:вы не поверите|вот почему|что (?:произошло|случилось) (?:потом|дальше)|всё,? что нужно знать|вас шокирует|вас удивит)/iu,
  uk: /(?:ви не повірите|ось чому|що (?:сталося|відбулося) (?:потім|далі)|усе,? що (?:треба|потрібно) знати|вас шокує|вас здивує)/iu,
};

const DECK = { fewestWords: 12, mostWords: 40, mostCharacters: 300 } as const;
const REPEATED = { share: 0.6, fewestWords: 4 } as const;

const deckRule: Rule = {
  id: 'S03',
  severity: 'warning',
  title: `The deck has ${DECK.fewestWords} to ${DECK.mostWords} words and tells more than the headline`,
  reason: 'The deck is what a reader decides by; one that says the headline again is wasted.',
  needs: [],
  exempts: ['extractive'],
  *checkArticle({ copy, language }) {
    if (copy.deck.length === 0) return;
    const text = copy.deck.map((line) => line.text).join(' ');
    const place = copy.article ? { path: '/deck' } : placeOfLines(copy.deck, '/deck');
    const words = countWords(text, copy.language);
    if (words < DECK.fewestWords)
      yield { ...place, message: `${words} words, fewer than ${DECK.fewestWords}` };
    if (words > DECK.mostWords) yield { ...place, message: `${words} words, more than ${DECK.mostWords}` };
    const length = [...text].length;
    if (length > DECK.mostCharacters)
      yield { ...place, message: `${length} characters, more than ${DECK.mostCharacters}` };
    const repeated = repeatedFromHeadline(text, copy, language);
    if (repeated) yield { ...place, message: `says the headline again: ${repeated.join(', ')}` };
  },
};

function repeatedFromHeadline(deck: string, { headline }: Copy, language: string): string[] | undefined {
  if (!headline) return undefined;
  const told = contentStems(headline.text, language);
  const again = contentStems(deck, language);
  const repeated = [...told].filter((stem) => again.has(stem));
  return told.size >= REPEATED.fewestWords && repeated.length > told.size * REPEATED.share
    ? repeated
    : undefined;
}

export const HEADLINE_RULES: readonly Rule[] = [headlinesRule, headlineFormRule, deckRule];
