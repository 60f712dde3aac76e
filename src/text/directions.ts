import type { WordForm } from './word-forms.ts';

/** Beginnings of words that say that something becomes or is more, and less. */
const DIRECTIONS: Readonly<Record<string, { readonly up: string; readonly down: string }>> = {
  en: {
    up: 'rise rose rising risen increas grow grew climb gain higher highest more most above exceed expan faster stronger larger greater accelerat upward surg jump rais strengthen widen better best longer earlier',
    down: 'fall fell decreas declin drop lower lowest less least fewer below shrink shrank slower slow weaker weaken smaller reduc downward plung cut decelerat narrow worse worst shorter later',
  },
  de: {
    up: 'steig stieg gestiegen wuchs wächst zunahm zunimm erhöh höher mehr meist über größer stärker schneller besser länger früher',
    down: 'sink sank gesunken fiel fällt gefallen abnahm abnimm senk niedriger weniger unter kleiner schwächer langsamer schlechter kürzer später',
  },
  es: {
    up: 'sub aument crec increment elev mayor más mejor super',
    down: 'baj disminu reduc cay cae descend menor menos peor recort',
  },
  fr: {
    up: 'augment hausse mont croît croiss accr élev supérieur davantage mieux meilleur',
    down: 'baiss diminu rédui chut recul inférieur moins pire ralenti',
  },
  pt: {
    up: 'sub aument cresc elev maior mais melhor super',
    down: 'desc diminu reduz reduç ca[íi] menor menos pior cort',
  },
  ru: {
    up: 'раст рос вырос выш больше боле увелич повыс подня превыш усил быстре лучше дольше',
    down: 'пада упа сниж снизи ниж меньше мене сокра уменьш слабе медленне хуже короче',
  },
  uk: {
    up: 'зрост зріс вищ більш збільш підвищ перевищ посил швидш кращ довш',
    down: 'пада впа зниж нижч менш скороч зменш слабш повільн гірш коротш',
  },
};

/** Languages whose comparisons are known. */
export const DIRECTION_LANGUAGES: readonly string[] = Object.keys(DIRECTIONS);

const patterns = new Map<string, { readonly up: RegExp; readonly down: RegExp }>();

/** Which way a word compares or moves things, if it does. */
export function directionOf({ key }: WordForm, language: string): 'up' | 'down' | undefined {
  const table = DIRECTIONS[language];
  if (!table) return undefined;
  const pattern = patterns.get(language) ?? { up: beginningWith(table.up), down: beginningWith(table.down) };
  patterns.set(language, pattern);
  return pattern.up.test(key) ? 'up' : pattern.down.test(key) ? 'down' : undefined;
}

function beginningWith(beginnings: string): RegExp {
  return new RegExp(`^(?:${beginnings.split(' ').join('|')})`, 'u');
}
