import { primarySubtag } from './primary-subtag.ts';

/**
 * Endings that light stemming takes off, longest first: number, case and the commonest verb forms. Deliberately fewer than a real
 * stemmer knows: two different words made one does more harm to a key phrase than one word left as two.
 */
const ENDINGS: Readonly<Record<string, readonly string[]>> = endings({
  en: "'s s' s ed ing e",
  de: 'ungen ung innen in ern em en er es e s',
  es: 'aciones ación amente mente ando iendo ados adas ado ada ar er ir es as os a o e s',
  fr: 'ations ation ement ements euses euse eux elles elle aient ait ant ées és ée é er es ent e s x',
  pt: 'ações ação amente mente ando endo ados adas ado ada ar er ir es as os ões ão a o e s',
  it: 'azioni azione amente mente ando endo ati ate ato ata are ere ire i e a o',
  nl: 'heden ingen ing eren en er es e s',
  ru: 'иями ями ами ого его ому ему ыми ими ией ией ия ии ию ий ый ой ая яя ое ее ые ие ую юю ых их ам ям ах ях ов ев ей ом ем ть ет ют ут ит ат ят л ла ло ли а я о е ы и у ю ь й',
  uk: 'іями ями ами ого его ому ему ими ією ія ії ію ій ий ою ею ая яя ое ее ую юю их ам ям ах ях ів їв ей ом ем ти ть ють уть ить ать л ла ло ли а я о е и і ї у ю ь й',
  ar: 'ات ون ين ان ها هم نا ية ة ه ي',
  hi: 'ियों ाओं ियाँ ियां ों ें ीं ाँ ां ि ी ा े ो ु ू',
});
const SHORTEST_STEM = 4;
/** Longer runs of letters are no word of any language; they are left alone, which also bounds the matching below. */
const LONGEST_WORD = 40;

function endings(table: Record<string, string>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(table).map(([language, list]) => [
      language,
      list.split(' ').toSorted((first, second) => second.length - first.length),
    ]),
  );
}

/** Articles and the like that French and Italian write as one word with the next. */
const ELISION =
  /^(?:(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'|(?:un|l|d|c|s|dell|all|nell|sull|dall|quest|quell)')(?=.)/u;

/** A normalised word without the article that is elided into it: "l'économie", "dell'accordo". */
export function withoutElision(word: string, language: string): string {
  return /^(?:fr|it)\b/iu.test(language) ? word.replace(ELISION, '') : word;
}

/**
 * What the forms of one word have in common, so that "sanctions" and "sanction" count as one term.
 * Takes a normalised word (see normalizeWord); a language without a table of endings (BCP 47) gives it back whole.
 */
export function stemWord(word: string, language: string): string {
  const key = primarySubtag(language);
  const known = ENDINGS[key];
  if (!known || word.length <= SHORTEST_STEM || word.length > LONGEST_WORD || /\p{N}/u.test(word))
    return word;
  const bare =
    key === 'ar' ? word.replace(/^(?:وال|بال|كال|فال|لل|ال)(?=.{3})/u, '') : withoutElision(word, language);
  if (key === 'en') return stemEnglish(bare);
  const least = key === 'ar' || key === 'hi' ? SHORTEST_STEM - 1 : SHORTEST_STEM;
  for (const ending of known) {
    if (bare.length - ending.length >= least && bare.endsWith(ending)) return bare.slice(0, -ending.length);
  }
  return bare;
}

function stemEnglish(word: string): string {
  let stem = word.replace(/'s?$/u, '');
  if (/[^aeiou]ies$/u.test(stem)) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:ss|x|z|ch|sh)es$/u.test(stem)) stem = stem.slice(0, -2);
  else if (/[^suia]s$/u.test(stem)) stem = stem.slice(0, -1);
  const verb = /^(.*[aeiouy].*[^e])(?:ed|ing)$/u.exec(stem);
  if (verb?.[1] !== undefined && verb[1].length >= SHORTEST_STEM - 1)
    stem = verb[1].replace(/([bdgmnprt])\1$/u, '$1');
  return stem.length > SHORTEST_STEM && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}
