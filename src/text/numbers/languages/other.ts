import type { NumberWords } from '../language.ts';

const NO_WORDS: NumberWords = {
  cardinals: '',
  ordinals: '',
  scales: '',
  bareScales: '',
  fractions: '',
  halves: '',
  and: '',
  point: '',
  articles: '',
  of: '',
  ofPart: '',
  joins: '- – — / ~ 〜 ～',
  vague: '',
  weak: '',
  ones: '',
  about: '~ ≈',
  nearly: '',
  above: '> ≥',
  below: '< ≤',
  ordinalEndings: '',
  units: {},
};

/** Languages whose figures are read, with their magnitudes and commonest units, and whose number words are not. */
export const OTHERS: Readonly<Record<string, NumberWords>> = {
  und: NO_WORDS,
  hi: {
    ...NO_WORDS,
    scales: 'सौ=100 हज़ार=1e3 हजार=1e3 लाख=1e5 करोड़=1e7 करोड=1e7 अरब=1e9',
    about: 'लगभग करीब ~ ≈',
    units: {
      percent: 'प्रतिशत फीसदी',
      INR: 'रुपये रुपए रुपया',
      USD: 'डॉलर',
      day: 'दिन',
      month: 'महीने',
      year: 'साल वर्ष',
      kilometer: 'किलोमीटर',
    },
  },
  ar: {
    ...NO_WORDS,
    scales: 'ألف=1e3 آلاف=1e3 الف=1e3 مليون=1e6 ملايين=1e6 مليار=1e9 مليارات=1e9 تريليون=1e12',
    about: 'حوالي نحو ~ ≈',
    units: {
      percent: 'بالمئة بالمائة',
      USD: 'دولار دولارات',
      EUR: 'يورو',
      day: 'يوم يوما أيام',
      week: 'أسبوع أسابيع',
      month: 'شهر أشهر شهرا',
      year: 'سنة سنوات عام عاما أعوام',
    },
  },
  it: {
    ...NO_WORDS,
    scales: 'cento=100 mila=1e3 mille=1e3 milione=1e6 milioni=1e6 miliardo=1e9 miliardi=1e9',
    of: 'di d',
    units: {
      percent: 'per_cento percento',
      EUR: 'euro',
      USD: 'dollari',
      year: 'anno anni',
      month: 'mese mesi',
      day: 'giorno giorni',
    },
  },
  pl: {
    ...NO_WORDS,
    scales:
      'tys=1e3 tysiąc=1e3 tysiące=1e3 tysięcy=1e3 mln=1e6 milion=1e6 miliony=1e6 milionów=1e6 mld=1e9 miliard=1e9 miliardy=1e9 miliardów=1e9',
    units: {
      percent: 'procent procenta',
      PLN: 'zł złotych złote',
      EUR: 'euro',
      year: 'rok lat lata',
      month: 'miesiąc miesięcy miesiące',
      day: 'dzień dni',
    },
  },
};
