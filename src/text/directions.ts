import type { WordForm } from './word-forms.ts';

/** More and less, later and earlier. */
export type Direction = 'up' | 'down' | 'after' | 'before';

/** Beginnings of words that say where something goes or stands; with a $ behind it a whole word. */
const DIRECTIONS: Readonly<Record<string, Readonly<Record<Direction, string>>>> = {
  en: {
    up: 'rise rose rising risen increas grow grew climb gain higher highest more most above exceed expan faster stronger larger greater accelerat upward surg jump rais strengthen widen better best longer',
    down: 'fall fell decreas declin drop lower lowest less least fewer below shrink shrank slower slow weaker weaken smaller reduc downward plung cut decelerat narrow worse worst shorter',
    after: 'after later$ following',
    before: 'before earlier ago$ prior',
  },
  de: {
    up: 'steig stieg gestiegen wuchs wächst zunahm zunimm erhöh höher mehr meist über größer stärker schneller besser länger',
    down: 'sink sank gesunken fiel fällt gefallen abnahm abnimm senk niedriger weniger unter kleiner schwächer langsamer schlechter kürzer',
    after: 'nachdem danach später',
    before: 'bevor zuvor früher',
  },
  es: {
    up: 'sub aument crec increment elev mayor más mejor super',
    down: 'baj disminu reduc cay cae descend menor menos peor recort',
    after: 'después tras$ luego',
    before: 'antes previ anterior',
  },
  fr: {
    up: 'augment hausse mont croît croiss accr élev supérieur davantage mieux meilleur',
    down: 'baiss diminu rédui chut recul inférieur moins pire ralenti',
    after: 'après ensuite ultérieur',
    before: 'avant auparavant antérieur',
  },
  pt: {
    up: 'sub aument cresc elev maior mais melhor super',
    down: 'desc diminu reduz reduç ca[íi] menor menos pior cort',
    after: 'depois após posterior',
    before: 'antes anterior',
  },
  ru: {
    up: 'раст рос вырос выш больше боле увелич повыс подня превыш усил быстре лучше дольше',
    down: 'пада упа сниж снизи ниж меньше мене сокра уменьш слабе медленне хуже короче',
    after: 'после позже спустя',
    before: 'перед$ раньше прежде',
  },
  uk: {
    up: 'зрост зріс вищ більш збільш підвищ перевищ посил швидш кращ довш',
    down: 'пада впа зниж нижч менш скороч зменш слабш повільн гірш коротш',
    after: 'після пізніше потому',
    before: 'перед$ раніше перш$',
  },
};

/** Languages whose comparisons are known. */
export const DIRECTION_LANGUAGES: readonly string[] = Object.keys(DIRECTIONS);

const ORDER: readonly Direction[] = ['up', 'down', 'after', 'before'];
const patterns = new Map<string, ReadonlyMap<Direction, RegExp>>();

/** Which way a word compares or moves things, if it does. */
export function directionOf({ key }: WordForm, language: string): Direction | undefined {
  const table = DIRECTIONS[language];
  if (!table) return undefined;
  const known = patterns.get(language);
  const pattern = known ?? new Map(ORDER.map((direction) => [direction, beginningWith(table[direction])]));
  if (!known) patterns.set(language, pattern);
  return ORDER.find((direction) => pattern.get(direction)?.test(key));
}

function beginningWith(beginnings: string): RegExp {
  return new RegExp(`^(?:${beginnings.split(' ').join('|')})`, 'u');
}
