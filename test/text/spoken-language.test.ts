import { describe, expect, it } from 'vitest';
import {
  cleanSpeech,
  discourse,
  endsSentence,
  isFiller,
  joinWords,
  normalizeWord,
  splitWords,
  stemWord,
  stopWords,
} from '../../src/text/index.ts';

const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt', 'it', 'nl', 'ru', 'uk', 'ar', 'hi', 'ja', 'zh'];
const clean = (text: string, language = 'en'): string =>
  joinWords(cleanSpeech(splitWords(text, language), language));

describe.each(LANGUAGES)('the word lists of %s', (language) => {
  it('hold words as they are compared', () => {
    const { starters, leaning, pointing, openers, clinging, asking, determiners, housekeeping } =
      discourse(language);
    const lists = [stopWords(language) ?? [], leaning, pointing, openers, clinging, asking, determiners];
    const words = [
      ...lists.flatMap((list) => [...list]),
      ...[...starters, ...housekeeping].flatMap((phrase) => phrase.split(' ')),
    ];
    expect(words.filter((word) => normalizeWord(word) !== word.replace(/[,،]$/u, ''))).toEqual([]);
  });

  it('are found by any tag of the language', () => {
    expect(stopWords(`${language}-XX`)).toBe(stopWords(language));
    expect(discourse(`${language.toUpperCase()}_XX`)).toBe(discourse(language));
  });

  it('take no housekeeping phrase that cutting words would never yield', () => {
    const phrases = discourse(language).housekeeping;
    expect(
      phrases.filter(
        (phrase) =>
          splitWords(phrase, language)
            .map(({ text }) => text)
            .join(' ') !== phrase,
      ),
    ).toEqual([]);
  });
});

describe('languages without lists', () => {
  it('have no stop words and steer by nothing', () => {
    expect(stopWords('sw')).toBeUndefined();
    expect(discourse('sw').leaning.size).toBe(0);
  });
});

describe('stemWord', () => {
  it.each([
    ['en', 'sanctions', 'sanction'],
    ['en', "russia's", 'russia'],
    ['en', 'bombing', 'bombed'],
    ['en', 'cities', 'city'],
    ['de', 'sanktionen', 'sanktion'],
    ['es', 'vacunas', 'vacuna'],
    ['ru', 'санкциями', 'санкции'],
    ['uk', 'переговорами', 'переговори'],
    ['fr', "l'économie", 'économies'],
    ['it', "dell'accordo", 'accordi'],
    ['ar', 'والحكومة', 'الحكومة'],
  ])('makes one term of two forms in %s: %s, %s', (language, one, other) => {
    expect(stemWord(one, language)).toBe(stemWord(other, language));
  });

  it.each([
    ['en', 'news'],
    ['en', 'crisis'],
    ['de', 'haus'],
    ['en', 'b-52s'],
    ['ja', '指数関数'],
    ['sw', 'habari'],
  ])('leaves %s %s alone', (language, word) => {
    expect(stemWord(word, language)).toBe(word);
  });
});

describe('endsSentence', () => {
  it.each([
    ['closed.', 'The', true],
    ['closed.', undefined, true],
    ['closed.”', 'The', true],
    ['closed', 'The', false],
    ['Mr.', 'Biden', false],
    ['W.', 'Bush', false],
    ['U.S.', 'Treasury', false],
    ['approx.', 'ninety', false],
    ['why?', 'Because', true],
    ['gaan…', 'maar', false],
    ['了。', '我', true],
    ['है।', 'यह', true],
  ])('%j before %j: %j', (word, next, expected) => {
    expect(endsSentence(word, next)).toBe(expected);
  });
});

describe('cleanSpeech', () => {
  it.each([
    ['we we want peace', 'we want peace'],
    ['I want to I want to go', 'I want to go'],
    ['we wa- we want peace', 'we want peace'],
    ['a two- or three-year plan', 'a two- or three-year plan'],
    ['it costs 20 20 dollars', 'it costs 20 20 dollars'],
    ['Never. Never again.', 'Never. Never again.'],
    ['he said that that man left', 'he said that that man left'],
    ['well, um, we left', 'well, we left'],
    ['we — we left', 'we left'],
    ['it is, mm, 5 mm wide and, um, 2.5 mm high', 'it is, 5 mm wide and, 2.5 mm high'],
    ['we came in 2020. Mm, yes', 'we came in 2020. yes'],
    ['about 5 uh 6 of them', 'about 5 6 of them'],
  ])('makes %j into %j', (spoken, printed) => {
    expect(clean(spoken)).toBe(printed);
  });
});

describe('isFiller', () => {
  it('takes a sound for hesitation only where it is no word', () => {
    expect(isFiller('um', 'en')).toBe(true);
    expect(isFiller('um', 'de')).toBe(false);
    expect(isFiller('um', 'pt-BR')).toBe(false);
    expect(isFiller('ähm', 'de')).toBe(true);
  });

  it('takes what is written like a unit of measure right behind a number for no hesitation', () => {
    expect(isFiller('mm', 'en')).toBe(true);
    expect(isFiller('mm', 'en', 'wide')).toBe(true);
    expect(isFiller('mm', 'en', '2020,')).toBe(true);
    expect(isFiller('mm', 'en', '2.5')).toBe(false);
    expect(isFiller('мм', 'ru', '5')).toBe(false);
    expect(isFiller('uh', 'en', '5')).toBe(true);
  });
});
