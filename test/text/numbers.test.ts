import { describe, expect, it } from 'vitest';
import { type NumberMention, readFigures } from '../../src/text/index.ts';

function read(text: string, language = 'en'): string[] {
  return readFigures(text, language)
    .numbers.filter(({ isWeak }) => !isWeak)
    .map(({ value, unit }) => (unit ? `${value} ${unit}` : String(value)));
}

function only(text: string, language = 'en'): NumberMention {
  const [mention, ...others] = readFigures(text, language).numbers;
  if (!mention || others.length > 0) throw new Error(`Not one number in “${text}”`);
  return mention;
}

describe('numbers of a text', () => {
  it.each<[string, string, string[]]>([
    ['en', '$280 billion and 1.2 billion dollars', ['280000000000 USD', '1200000000 USD']],
    ['en', 'two hundred and eighty billion dollars', ['280000000000 USD']],
    ['en', 'three point five percent, 2 lakh crore rupees', ['3.5 percent', '2000000000000 INR']],
    ['en', 'twenty-five countries, one hundred and fifty thousand', ['25', '150000']],
    [
      'en',
      'half a million, two-thirds, a dozen, a quarter of a point',
      ['500000', '0.666666666667', '12', '0.25 percentage-point'],
    ],
    ['en', '4-1/4 to 4½ percent', ['4.25 percent', '4.5 percent']],
    [
      'en',
      'US$5bn, $50m, 40k, a $20-plus trillion economy',
      ['5000000000 USD', '50000000 USD', '40000', '20000000000000 USD'],
    ],
    ['de', '8,5 Mrd. Euro und 35.000 Tote', ['8500000000 EUR', '35000']],
    ['de', 'siebenunddreißig Jahre, anderthalb Stunden, zweijährig', ['37 year', '1.5 hour', '2 year']],
    ['de', 'drei Viertel, eine halbe Million, zwei Prozent', ['0.75', '500000', '2 percent']],
    ['es', '3 millones, 2 mil 59 módulos, 10 mil millones de pesos', ['3000000', '2059', '10000000000 MXN']],
    ['es', 'treinta y cinco, 66 por ciento, dos años y medio', ['35', '66 percent', '2.5 year']],
    ['fr', 'soixante-dix-sept, quatre-vingts, vingt et un', ['77', '80', '21']],
    [
      'fr',
      "35 milliards d'euros, 40 000 places, 2,5–3 %",
      ['35000000000 EUR', '40000', '2.5 percent', '3 percent'],
    ],
    ['pt', '1,4 bilhão, vinte e cinco, meio milhão', ['1400000000', '25', '500000']],
    ['ru', '2 тыс. человек, двести восемьдесят миллиардов долларов', ['2000', '280000000000 USD']],
    [
      'ru',
      'полтора года, двухлетний, 30-летний, два с половиной часа',
      ['1.5 year', '2 year', '30 year', '2.5 hour'],
    ],
    ['ru', 'в течение 3х — 4х недель', ['3 week', '4 week']],
    ['uk', "п'ять мільйонів, 8,5 млрд грн, півтора року", ['5000000', '8500000000 UAH', '1.5 year']],
    ['ja', '3万人、1.5億円、1億2000万円', ['30000', '150000000 JPY', '120000000 JPY']],
    ['ar', '٢٥ مليون دولار و ٣٫٥ ٪', ['25000000 USD', '3.5 percent']],
    ['hi', '२५ लाख रुपये, ५०%', ['2500000 INR', '50 percent']],
  ])('are read with magnitude and unit: %s, %s', (language, text, expected) => {
    expect(read(text, language)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['en', '1,234 people'],
    ['de', '1.234 Menschen'],
    ['fr', '1 234 personnes'],
    ['es', '1.234 personas'],
    ['es', '1,234 personas'],
  ])('have thousands parted as the language does: %s, %s', (language, text) => {
    expect(only(text, language).value).toBe(1234);
  });

  it('keep percent, percentage points and basis points apart', () => {
    expect(read('2 percent, 2 percentage points, 25 basis points')).toEqual([
      '2 percent',
      '2 percentage-point',
      '25 basis-point',
    ]);
  });

  it('share magnitude and unit over a range', () => {
    expect(read('$10 to 12 billion, 40 to 60 percent, two or three years')).toEqual([
      '10000000000 USD',
      '12000000000 USD',
      '40 percent',
      '60 percent',
      '2 year',
      '3 year',
    ]);
  });

  it('are no part of names', () => {
    expect(read('F-16, G7, COVID-19, H100, v2.4.2, 3D, 9/11, 24/7')).toEqual([]);
  });

  it('leave what is a date to the dates', () => {
    expect(read('On June 13, 2024, 300 people; since nineteen ninety one; the 1990s')).toEqual(['300']);
  });

  it('are weak when they count rather than state', () => {
    const weak = readFigures('One of the two, both, the first, no one, a year', 'en').numbers;
    expect(weak.every(({ isWeak }) => isWeak)).toBe(true);
    expect(readFigures('two years', 'en').numbers[0]?.isWeak).toBe(false);
  });

  it('leave out vague magnitudes', () => {
    expect(read('hundreds of people, several hundred, a few thousand, millions')).toEqual([]);
  });

  it.each<[string, string, NumberMention['qualifier']]>([
    ['en', 'about 300', 'about'],
    ['en', 'nearly a third', 'nearly'],
    ['en', 'more than $20 trillion', 'above'],
    ['de', 'knapp 15.000', 'nearly'],
    ['de', 'mehr als 2000 Tote', 'above'],
    ['es', 'unos 220 casos', 'about'],
    ['fr', 'près de 6 millions', 'nearly'],
    ['pt', 'menos de 25.000 jovens', 'below'],
    ['ru', 'около 400 миллионов', 'about'],
    ['uk', 'понад 300', 'above'],
  ])('carry their qualifier: %s, %s', (language, text, qualifier) => {
    expect(only(text, language).qualifier).toBe(qualifier);
  });

  it('say how finely they are stated', () => {
    expect(only('280').step).toBe(10);
    expect(only('281.3').step).toBe(0.1);
    expect(only('1.2 billion').step).toBe(1e8);
  });

  it('say where they stand, in UTF-16 code units', () => {
    const text = '🎬 About $280 billion went';
    const { start, end, numberStart, numberEnd } = only(text);
    expect(text.slice(start, end)).toBe('About $280 billion');
    expect(text.slice(numberStart, numberEnd)).toBe('280 billion');
  });

  it('take a K for a thousand right behind a figure only', () => {
    expect(only('10K').value).toBe(10_000);
    expect(readFigures('about a K-shaped economy', 'en').numbers).toEqual([]);
  });

  it.each(['1', '1,', '1 000 ', 'hundred ', 'tausend', 'двух', "п'", '1/2/', 'more than '])(
    'stand one behind the other in an endless row of “%s”',
    (piece) => {
      for (const language of ['en', 'de', 'ru', 'uk']) {
        const found = readFigures(piece.repeat(4_000), language).numbers;
        const starts = found.map(({ start }) => start);
        expect(starts).toEqual(starts.toSorted((first, second) => first - second));
        expect(found.every(({ value }) => Number.isFinite(value))).toBe(true);
      }
    },
  );
});
