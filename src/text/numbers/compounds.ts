import type { Entry, Lexicon } from './lexicon.ts';

/** No number word of daily use is longer; bounds the work on hostile text. */
const LONGEST = 60;

const GERMAN_SMALL: Readonly<Record<string, number>> = {
  ein: 1,
  eins: 1,
  zwei: 2,
  zwo: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  dreizehn: 13,
  vierzehn: 14,
  fünfzehn: 15,
  sechzehn: 16,
  siebzehn: 17,
  achtzehn: 18,
  neunzehn: 19,
};
const GERMAN_TENS: Readonly<Record<string, number>> = {
  zwanzig: 20,
  dreißig: 30,
  dreissig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
};
const GERMAN_BEGINNING =
  /^(?:ein|zwe|zwo|zwa|zwö|dre|vier|fünf|sech|sieb|acht|neun|zehn|elf|hundert|tausend)/u;
const CYRILLIC_BEGINNING = /^[двтчпшсон]/u;

/** A number that is one word with others: "siebenunddreißig", "dreieinhalb", "zweijährig", "двухлетний". */
export function readCompound(word: string, lexicon: Lexicon): Entry | undefined {
  if (word.length > LONGEST || word.length < 6) return undefined;
  if (lexicon.language === 'de') return GERMAN_BEGINNING.test(word) ? readGerman(word, lexicon) : undefined;
  if (lexicon.unitEndings.length === 0 || !CYRILLIC_BEGINNING.test(word)) return undefined;
  return withUnitEnding(word, lexicon, (stem) => genitive(stem, lexicon));
}

function withUnitEnding(
  word: string,
  lexicon: Lexicon,
  read: (stem: string) => number | undefined,
): Entry | undefined {
  for (const [ending, unit] of lexicon.unitEndings) {
    if (!word.endsWith(ending)) continue;
    const value = read(word.slice(0, -ending.length));
    if (value !== undefined) return { whole: value, unit };
  }
  return undefined;
}

/** The numeral in such a word is a genitive: "двух-", "пяти-", "двадцатипяти-". */
function genitive(stem: string, lexicon: Lexicon): number | undefined {
  const whole = lexicon.words.get(stem)?.cardinal;
  if (whole !== undefined) return whole;
  for (const tens of ['двадцати', 'тридцати', 'сорока', 'пятидесяти', "п'ятдесяти", 'шестидесяти']) {
    if (!stem.startsWith(tens)) continue;
    const first = lexicon.words.get(tens)?.cardinal;
    const second = lexicon.words.get(stem.slice(tens.length))?.cardinal;
    if (first !== undefined && second !== undefined) return first + second;
  }
  return undefined;
}

function readGerman(word: string, lexicon: Lexicon): Entry | undefined {
  const value = germanCardinal(word);
  if (value !== undefined) return { cardinal: value };
  if (word.endsWith('einhalb')) {
    const whole = germanCardinal(word.slice(0, -'einhalb'.length));
    return whole === undefined ? undefined : { whole: whole + 0.5 };
  }
  const ordinal = /^(.+?)(?:ste|sten|ster|stes)$/u.exec(word)?.[1];
  const counted = ordinal === undefined ? undefined : germanCardinal(ordinal);
  if (counted !== undefined && counted >= 20) return { ordinal: counted };
  return withUnitEnding(word, lexicon, germanCardinal);
}

function germanCardinal(word: string): number | undefined {
  return split(word, 'tausend', 1_000, below1000) ?? below1000(word);
}

function below1000(word: string): number | undefined {
  return split(word, 'hundert', 100, below100) ?? below100(word);
}

/** "zweihundert|achtzig"; "neunzehnhundert|neunzig" has more than nine hundreds. */
function split(
  word: string,
  scaleWord: string,
  scale: number,
  read: (part: string) => number | undefined,
): number | undefined {
  const at = word.indexOf(scaleWord);
  if (at === -1) return undefined;
  const count = at === 0 ? 1 : read(word.slice(0, at));
  const rest = word.slice(at + scaleWord.length).replace(/^und(?=.)/u, '');
  const added = rest === '' ? 0 : scale === 1_000 ? below1000(rest) : read(rest);
  return count === undefined || added === undefined ? undefined : count * scale + added;
}

function below100(word: string): number | undefined {
  const whole = GERMAN_SMALL[word] ?? GERMAN_TENS[word];
  if (whole !== undefined) return whole;
  const at = word.indexOf('und');
  if (at <= 0) return undefined;
  const units = GERMAN_SMALL[word.slice(0, at)];
  const tens = GERMAN_TENS[word.slice(at + 3)];
  return units !== undefined && units < 10 && tens !== undefined ? units + tens : undefined;
}
