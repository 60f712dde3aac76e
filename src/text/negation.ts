import type { WordForm } from './word-forms.ts';

interface Negations {
  /** Words that negate outright. */
  readonly words: string;
  /** Beginnings of words that deny without negating: "refuse", "lack", "unable"; with a $ behind it a whole word. */
  readonly beginnings: string;
}

const NEGATIONS: Readonly<Record<string, Negations>> = {
  en: {
    words:
      'not no never none nobody nothing neither nor nowhere cannot without dont doesnt didnt isnt arent wasnt werent wont wouldnt cant couldnt shouldnt havent hasnt hadnt aint no-one',
    beginnings:
      'refus deny denie denial rejec fail lack prevent unabl unlik imposs declin avoid oppos stop hardl barel scarce rarel seldom exclud except against forbid forbad banned banning prohibit stay withou missed missing unwil unwis uncert unkno unclea unneces unchang untru unfai unaff undec unavail incorr inabil inadeq insuff false wrong doubt rule reluct absen free dismiss resist abandon ended ending ceas zero few little less$ only rather instead least neither apart stand beyond impossible disagree dispute dislik discour disput',
  },
  de: {
    words:
      'nicht nichts kein keine keinen keiner keinem keines nie niemals niemand niemanden nirgends weder ohne nee',
    beginnings:
      'weiger ablehn lehn verneint schwer kaum unm unw fehl mangel verhind verhinder vermeid verbiet verbot bestreit bestritt gegen anstatt statt ausgeschlossen selten wenig falsch',
  },
  es: {
    words: 'no nunca jamás nadie nada ni ningún ninguno ninguna sin tampoco',
    beginnings:
      'rechaz neg falt carec evit imped impid imposib incapa difícil apenas contra excep desmint descart poco menos prohib dej',
  },
  fr: {
    words: 'ne n pas jamais rien personne aucun aucune sans ni non guère nulle nul plus',
    beginnings:
      'refus nie rejet manqu évit empêch imposs incapa contre sauf peu exclu interd cess démen moins difficil',
  },
  pt: {
    words: 'não nunca jamais ninguém nada nem nenhum nenhuma sem tampouco',
    beginnings:
      'recus neg rejeit falt evit imped imposs incapa contra exce pouco menos proib deix dificil difícil',
  },
  ru: {
    words: 'не нет ни никогда никто ничего ничто никого никакой никаких без нельзя незачем некому нигде',
    beginnings:
      'отказ отриц отверг откло лиш избег невозм против кроме мало запре отсут едва недо неспос неизв необя непра нет',
  },
  uk: {
    words: 'не ні немає ніколи ніхто нічого ніщо нікого жоден жодного жодної без нема ніде нікому',
    beginnings:
      'відмов запереч відхил відкид уник немож проти крім мало заборо відсут ледве недо неспро невід непра',
  },
};

const words = new Map<string, ReadonlySet<string>>();
const beginnings = new Map<string, readonly string[]>();

/** Languages whose negations are known. */
export const NEGATION_LANGUAGES: readonly string[] = Object.keys(NEGATIONS);

/** Whether a word negates outright: "not", "never", "don't". */
export function isNegation({ key }: WordForm, language: string): boolean {
  const known = words.get(language) ?? new Set(NEGATIONS[language]?.words.split(' ') ?? []);
  words.set(language, known);
  return (
    known.has(key) || (language === 'en' && key.endsWith("n't")) || (language === 'fr' && /^n'/u.test(key))
  );
}

/** Whether a word may stand for a negation of another sentence: "refused to" for "will not". */
export function isDenial({ key }: WordForm, language: string): boolean {
  const known = beginnings.get(language) ?? NEGATIONS[language]?.beginnings.split(' ') ?? [];
  beginnings.set(language, known);
  return known.some((beginning) =>
    beginning.endsWith('$') ? key === beginning.slice(0, -1) : key.startsWith(beginning),
  );
}
