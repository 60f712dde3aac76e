import { describe, expect, it } from 'vitest';
import { type DateMention, readFigures } from '../../src/text/index.ts';

type Fields = Partial<Omit<DateMention, 'start' | 'end' | 'text'>>;

function read(text: string, language = 'en'): Fields[] {
  return readFigures(text, language).dates.map(
    ({ start: _start, end: _end, text: _text, ...fields }) => fields,
  );
}

const june13 = { year: 2024, month: 6, day: 13 };

describe('dates of a text', () => {
  it.each<[string, string]>([
    ['en', 'on June 13, 2024'],
    ['en', 'the 13th of June 2024'],
    ['en', 'june thirteenth twenty twenty four'],
    ['en', '6/13/2024'],
    ['en', '2024-06-13'],
    ['de', 'am 13. Juni 2024'],
    ['de', '13.06.2024'],
    ['es', 'el 13 de junio de 2024'],
    ['fr', 'le 13 juin 2024'],
    ['pt', 'em 13 de junho de 2024'],
    ['ru', '13 июня 2024 года'],
    ['uk', '13 червня 2024 року'],
    ['ja', '2024年6月13日'],
  ])('have day, month and year: %s, %s', (language, text) => {
    expect(read(text, language)).toMatchObject([june13]);
  });

  it.each<[string, string, number]>([
    ['ru', 'в июне', 6],
    ['ru', 'в мае', 5],
    ['uk', 'у лютому', 2],
    ['de', 'Mitte März', 3],
    ['fr', "au mois d'août", 8],
    ['en', 'captions say in may', 5],
  ])('know months in every case: %s, %s', (language, text, month) => {
    expect(read(text, language)).toEqual([{ month }]);
  });

  it('do not take verbs for months', () => {
    expect(read('You may go, and they march on; May I?')).toEqual([]);
  });

  it.each<[string, string, number]>([
    ['en', 'on Friday', 5],
    ['es', 'el martes', 2],
    ['pt', 'na segunda-feira', 1],
    ['ru', 'в среду', 3],
    ['uk', "у п'ятницю", 5],
  ])('know weekdays: %s, %s', (language, text, weekday) => {
    expect(read(text, language)).toEqual([{ weekday }]);
  });

  it('join a weekday and the day beside it', () => {
    expect(read('Friday, June 13')).toEqual([{ weekday: 5, month: 6, day: 13 }]);
  });

  it('share a month between several days', () => {
    expect(read('del 13 al 30 de abril', 'es')).toEqual([
      { month: 4, day: 13 },
      { month: 4, day: 30 },
    ]);
  });

  it('tell years from counts', () => {
    expect(read('in 2018, since twenty twenty two, late 1988')).toEqual([
      { year: 2018 },
      { year: 2022 },
      { year: 1988 },
    ]);
    expect(read('2000 people, more than 2,000, 1,990 tons')).toEqual([]);
  });

  it.each<[string, string, number]>([
    ['en', 'the 1990s', 1990],
    ['en', 'the nineties', 90],
    ['de', 'Anfang der 90er Jahre', 90],
    ['es', 'los años noventa', 90],
    ['fr', 'les années 90', 90],
    ['ru', 'в 1990-х', 1990],
    ['uk', "у дев'яностих", 90],
  ])('know decades: %s, %s', (language, text, decade) => {
    expect(read(text, language)).toEqual([{ decade }]);
  });

  it('know parts of a year', () => {
    expect(read('second-quarter growth, Q3, the first half')).toEqual([
      { quarter: 2 },
      { quarter: 3 },
      { half: 1 },
    ]);
  });

  it.each<[string, string, string | undefined, number | undefined]>([
    ['en', 'yesterday', 'day', -1],
    ['en', 'last year', 'year', -1],
    ['en', 'this week', 'week', 0],
    ['en', 'two years ago', 'year', -2],
    ['en', 'right now', undefined, undefined],
    ['en', 'the past twelve months', 'month', -12],
    ['en', 'one year since', 'year', -1],
    ['en', 'recently', undefined, undefined],
    ['de', 'vorgestern', 'day', -2],
    ['de', 'letzte Woche', 'week', -1],
    ['de', 'vor zwei Jahren', 'year', -2],
    ['es', 'hace dos años', 'year', -2],
    ['es', 'la semana que viene', 'week', 1],
    ['fr', "aujourd'hui", 'day', 0],
    ['fr', "l'année dernière", 'year', -1],
    ['fr', 'il y a deux ans', 'year', -2],
    ['pt', 'no ano passado', 'year', -1],
    ['pt', 'há dois anos', 'year', -2],
    ['ru', 'в прошлом году', 'year', -1],
    ['ru', 'два года назад', 'year', -2],
    ['uk', 'минулого року', 'year', -1],
    ['uk', 'два роки тому', 'year', -2],
  ])('know times told from now: %s, %s', (language, text, unit, offset) => {
    const [date, ...others] = readFigures(text, language).dates;
    expect(others).toEqual([]);
    expect(date?.relative?.unit).toBe(unit);
    expect(date?.relative?.offset).toBe(offset);
  });

  it('end with the sentence', () => {
    expect(read('from June through September. Nine of 12 agreed').map(({ day }) => day)).toEqual([
      undefined,
      undefined,
    ]);
    expect(read('on Sept. 9 he said').map(({ day }) => day)).toEqual([9]);
  });

  it('take a rate for no time since', () => {
    expect(read('40,000 a month since April').map(({ relative }) => relative?.kind)).not.toContain('span');
  });

  it('leave out times that are told from something else', () => {
    expect(
      read('the last year of the war, two days after the invasion, six weeks later, now that it is over'),
    ).toEqual([]);
    expect(read('am Morgen', 'de')).toEqual([]);
    expect(read('por la mañana', 'es')).toEqual([]);
  });
});
