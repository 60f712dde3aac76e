/** The commonest small words of languages in Latin script, chosen so that few are shared. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to is that it you was for with this have are they be what we but not there so do know if about',
  de: 'der die das und ist nicht ich wir sie ein eine mit auf auch dass es zu den von aber wie für noch oder sind',
  es: 'el los las que y en es una por con para del como pero más muy hay está esto porque lo se eso también nosotros',
  fr: 'le les des et est une que qui dans pour pas vous nous ce il avec sur mais plus ça sont cette été du aux',
  pt: 'o os as que e em é uma por com para não do da mais isso você ele também são mas muito tem foi ao na no',
  it: 'il gli che e di è una per non con sono della questo anche più del come nel ma ci alla dei lo perché cosa',
  nl: 'de het een en van is dat niet ik je we ze op te voor met zijn er maar ook dit als aan wat naar',
  pl: 'i w na nie się to że jest z do jak co tak ale o po przez tego był są być już tylko dla może',
  tr: 've bir bu da de için çok ne var ama gibi daha olarak ben mi o kadar değil şey yok sonra olan biz en ile',
  sv: 'och det att som är en på för med inte jag vi av ett den har till om så men var de kan han då',
  ro: 'și de la în nu este o că cu pe din mai care pentru sunt dar a fost ce au fi am avem acest foarte',
  id: 'yang dan di ini itu untuk dengan tidak dari dalam ada kita saya akan ke pada juga bisa karena sudah mereka atau kami apa lebih',
};
const SETS = Object.entries(FUNCTION_WORDS).map(
  ([language, words]) => [language, new Set(words.split(' '))] as const,
);
/** Share of function words in ordinary text is 25 to 45 %; in another language's text under 10 %. */
const LEAST_SHARE = 0.12;

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['latin', /\p{Script=Latin}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['han', /\p{Script=Han}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
];
const SAMPLE = 20_000;

/** A well-formed BCP 47 tag in its canonical form, or undefined. */
export function canonicalLanguage(tag: string | undefined): string | undefined {
  if (tag === undefined || !/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}$/u.test(tag.trim()))
    return undefined;
  try {
    const canonical = Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0];
    return canonical === 'und' ? undefined : canonical;
  } catch {
    return undefined;
  }
}

/** The language of a text by its script and commonest words, as a BCP 47 tag; `und` when it cannot be told. */
export function detectLanguage(text: string): string {
  const sample = sampleOf(text);
  const counts = new Map(SCRIPTS.map(([name, pattern]) => [name, sample.match(pattern)?.length ?? 0]));
  const [script, count] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0]);
  if (count === 0) return 'und';
  if (script === 'kana' || (script === 'han' && (counts.get('kana') ?? 0) * 10 > count)) return 'ja';
  if (script === 'han') return isTraditional(sample) ? 'zh-Hant' : 'zh';
  if (script === 'cyrillic') return cyrillicLanguage(sample);
  if (script === 'arabic') return arabicLanguage(sample);
  return script === 'latin' ? latinLanguage(sample) : script;
}

/** The beginning and the middle: openings are often formulas in another language. */
function sampleOf(text: string): string {
  if (text.length <= 2 * SAMPLE) return text;
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, SAMPLE)} ${text.slice(middle, middle + SAMPLE)}`;
}

function latinLanguage(sample: string): string {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best = 'und';
  let most = words.length * LEAST_SHARE;
  for (const [language, known] of SETS) {
    const hits = words.reduce((sum, word) => (known.has(word) ? sum + 1 : sum), 0);
    if (hits > most) {
      most = hits;
      best = language;
    }
  }
  return best;
}

function cyrillicLanguage(sample: string): string {
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0;
  const ukrainian = count(/[іїєґ]/giu);
  const russian = count(/[ыэёъ]/giu);
  if (count(/ў/giu) * 3 > ukrainian && ukrainian > 0) return 'be';
  if (count(/[јљњћђџ]/giu) > russian + ukrainian) return 'sr';
  if (ukrainian > russian) return 'uk';
  return count(/ъ/giu) > 4 * count(/[ыэ]/giu) && russian > 0 ? 'bg' : 'ru';
}

function arabicLanguage(sample: string): string {
  const urdu = sample.match(/[ٹڈڑںے]/gu)?.length ?? 0;
  const persian = sample.match(/[پچژگ]/gu)?.length ?? 0;
  const all = sample.match(/\p{Script=Arabic}/gu)?.length ?? 1;
  if (urdu > all / 50) return 'ur';
  return persian > all / 50 ? 'fa' : 'ar';
}

function isTraditional(sample: string): boolean {
  const traditional = sample.match(/[這個們來說對會為國時學還過]/gu)?.length ?? 0;
  const simplified = sample.match(/[这个们来说对会为国时学还过]/gu)?.length ?? 0;
  return traditional > simplified;
}
