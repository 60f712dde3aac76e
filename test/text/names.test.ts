import { describe, expect, it } from 'vitest';
import {
  areCognate,
  findNames,
  foldName,
  places,
  soundKey,
  soundsLike,
  titles,
} from '../../src/text/index.ts';

const texts = (text: string, language = 'en') => findNames(text, language).map((mention) => mention.text);
const certainties = (text: string, language = 'en') =>
  findNames(text, language).flatMap(({ words }) => words.map((word) => `${word.text} ${word.certainty}`));

describe('findNames', () => {
  it('keeps the words of one name together, particles and hyphens included', () => {
    expect(texts('Then Ursula von der Leyen met Jean-Luc Mélenchon and Bashar al-Assad')).toEqual([
      'Ursula von der Leyen',
      'Jean-Luc Mélenchon',
      'Bashar al-Assad',
    ]);
  });

  it('keeps small words with a capital in a name: New York Times', () => {
    expect(texts('the editor of the New York Times spoke')).toEqual(['New York Times']);
  });

  it('takes possessive endings off and says where the name stands', () => {
    const text = 'according to Biden’s aides';
    const [name] = findNames(text, 'en');
    expect(name).toMatchObject({ text: 'Biden', isPossessive: true });
    expect(text.slice(name?.start, name?.end)).toBe('Biden');
  });

  it('sets titles apart, several in a row as one', () => {
    const [first, second] = findNames('They met Vice President Kamala Harris and Dr. Wang', 'en');
    expect(first).toMatchObject({ text: 'Kamala Harris', title: 'vice president' });
    expect(second).toMatchObject({ text: 'Wang', title: 'doctor' });
  });

  it.each([
    ['de', 'Es sprach Bundeskanzler Olaf Scholz', 'chancellor'],
    ['es', 'Habló el presidente Gustavo Petro', 'president'],
    ['fr', 'Il cite la ministre Rachida Dati', 'minister'],
    ['pt', 'Falou o governador Eduardo Leite', 'governor'],
    ['ru', 'Выступил президент Владимир Путин', 'president'],
    ['uk', 'Виступив президент Володимир Зеленський', 'president'],
  ])('knows the titles of %s', (language, text, title) => {
    expect(findNames(text, language).at(-1)).toMatchObject({ title });
  });

  it('reads a title before a body as part of its name: Justice Department', () => {
    expect(findNames('asked the Justice Department', 'en')).toMatchObject([{ text: 'Justice Department' }]);
    expect(findNames('asked the Justice Department', 'en')[0]?.title).toBeUndefined();
  });

  it('finds acronyms and names with digits or inner capitals', () => {
    expect(texts('the G7, NATO, the U.S. and MongoDB on macOS')).toEqual([
      'G7',
      'NATO',
      'U.S',
      'MongoDB',
      'macOS',
    ]);
  });

  it('takes months and weekdays for no names', () => {
    expect(texts('he came on Thursday in June')).toEqual([]);
  });

  it('calls a capital sure inside a sentence only', () => {
    expect(certainties('Inflation fell, and so did Powell')).toEqual(['Inflation possible', 'Powell sure']);
  });

  it('calls a first word likely where it speaks, owns something or stands in a row of capitals', () => {
    expect(certainties('Powell said so. Powell’s view held. Jerome Powell left.')).toEqual([
      'Powell likely',
      'Powell likely',
      'Jerome likely',
      'Powell sure',
    ]);
  });

  it('calls German nouns names beside a verb of speech or a title only', () => {
    expect(certainties('Der Krieg dauere an, sagte Baumgarten', 'de')).toEqual([
      'Krieg possible',
      'Baumgarten likely',
    ]);
    expect(certainties('dort traf Präsident Macron ein', 'de')).toEqual(['Macron likely']);
  });

  it('leaves out the article that French elides into a name', () => {
    const text = 'les villes de l’Ukraine';
    const [name] = findNames(text, 'fr');
    expect(text.slice(name?.start, name?.end)).toBe('Ukraine');
  });

  it('finds nothing in a text that is all in capitals, nor in scripts without case', () => {
    expect(texts('PRESIDENT BIDEN SPOKE ABOUT UKRAINE')).toEqual([]);
    expect(texts('习近平在北京讲话', 'zh')).toEqual([]);
  });

  it.each(['The New ', 'Biden de ', 'President ', "d'", 'U.S. ', 'A-'])(
    'cuts an endless row of “%s” into names that no longer name could have',
    (piece) => {
      for (const { words } of findNames(piece.repeat(20_000), 'en')) expect(words.length).toBeLessThan(13);
    },
  );
});

describe('names of one thing', () => {
  it.each([
    ['United States', 'en'],
    ['American', 'en'],
    ['U.S.', 'en'],
    ['estadounidenses', 'es'],
    ['americain', 'fr'],
  ])('knows %s as the United States', (text) => {
    const words = text.split(' ').map(foldName);
    expect(places.find(words[0] ?? '') ?? places.findPhrase(words, 0)?.meaning).toBe('us');
  });

  it('knows derived and inflected forms by their common beginning', () => {
    expect(areCognate('palestine', 'palestinian')).toBe(true);
    expect(areCognate('kenya', 'kenyan')).toBe(true);
    expect(areCognate('austria', 'australia')).toBe(false);
    expect(areCognate('powell', 'power')).toBe(false);
  });

  it('has no open form shorter than its table can find', () => {
    expect(titles.find(foldName('президентом'))).toBe('president');
    expect(places.find(foldName('Україною'))).toBe('ukraine');
    expect(places.find(foldName('Россией'))).toBe('russia');
  });
});

describe('soundsLike', () => {
  it.each([
    ['zalinski', 'Zelenskyy'],
    ['kharkov', 'Kharkiv'],
    ['kiev', 'Kyiv'],
    ['shoigu', 'Шойгу'],
    ['hartkey', 'Hartke'],
  ])('hears %s as %s', (heard, name) => {
    expect(soundsLike(heard, name)).toBe(true);
  });

  it.each([
    ['files', 'Flores'],
    ['biden', 'Putin'],
    ['read', 'Erhardt'],
    ['powell', 'Paul'],
  ])('does not hear %s as %s', (heard, name) => {
    expect(soundsLike(heard, name)).toBe(false);
  });

  it('gives voiced and voiceless, and both alphabets, one key', () => {
    expect(soundKey('Зеленский')).toBe(soundKey('zelensky'));
    expect(soundKey('Vagner')).toBe(soundKey('Wagner'));
  });
});
