import { createWordTable, type WordTable } from '../../text/index.ts';

/** What a qualifier says about an office: held before, held then, held for the time being, held now, not held yet, dead. */
export type Sense = 'past' | 'atTheTime' | 'acting' | 'sitting' | 'elect' | 'late';

export interface Qualifiers {
  /** Words that qualify the role or name behind them. */
  readonly before: WordTable;
  /** Words that qualify the role before them. */
  readonly after: WordTable;
  /** What else a source says close to a role or name where such a qualifier is fair; meanings are senses. */
  readonly support: WordTable;
  /** Past forms of "to be" and "to become": "was president" supports "former president". */
  readonly past: ReadonlySet<string>;
}

type Lists = Readonly<Partial<Record<Sense, string>>>;

interface Words {
  readonly before: Lists;
  readonly after: Lists;
  readonly support: Lists;
  readonly past: string;
}

/** Forms as in createWordTable. */
const WORDS: Readonly<Record<string, Words>> = {
  en: {
    before: {
      past: 'former ex onetime erstwhile',
      atTheTime: 'then',
      acting: 'acting interim caretaker',
      sitting: 'incumbent outgoing',
      late: 'late',
    },
    after: { elect: 'elect designate' },
    support: {
      past: 'formerly previous* past predecessor* then once retired retire* ousted used_to at_the_time at_that_time back_then no_longer last_administration years_ago',
      acting: 'temporar*',
      sitting: 'current* leav* reelect* present',
      elect: 'elected election incoming designated',
      late: 'died dead death deceased passed_away killed memory funeral',
    },
    past: 'was were been became served',
  },
  de: {
    before: {
      past: 'ehemalig* einstig* fruherer fruhere fruheren fruheres ex alt',
      atTheTime: 'damalig*',
      acting: 'kommissarisch* geschaftsfuhrend* ubergangs*',
      sitting: 'amtierend* scheidend*',
      elect: 'designiert*',
      late: 'verstorben*',
    },
    after: {},
    support: {
      past: 'fruher damals vorganger* vorig* zuruckgetreten ehemals',
      acting: 'vorlaufig* vorubergehend*',
      sitting: 'jetzig* derzeitig* aktuell* ausscheid*',
      elect: 'gewahlt* kunftig*',
      late: 'gestorben starb tod tote* umgebracht getotet',
    },
    past: 'war waren gewesen wurde',
  },
  es: {
    before: {
      past: 'antiguo antigua antiguos antiguas ex',
      atTheTime: 'entonces',
      late: 'difunto difunta fallecido fallecida',
    },
    after: {
      acting: 'interino interina en_funciones',
      sitting: 'saliente',
      elect: 'electo electa',
      late: 'fallecido fallecida',
    },
    support: {
      past: 'anterior* antes entonces pasad* expresident* exministr* exgobernador* exsenador* predecesor*',
      acting: 'provisional* interin*',
      sitting: 'actual* termin*',
      elect: 'eleg* electa electo',
      late: 'murio muerto muerta muerte fallec*',
    },
    past: 'era fue fueron sido',
  },
  fr: {
    before: { past: 'ancien ancienne anciens anciennes ex', atTheTime: 'alors', late: 'feu defunt defunte' },
    after: {
      acting: 'par_interim interimaire',
      sitting: 'sortant sortante',
      elect: 'elu elue',
      late: 'defunt defunte',
    },
    support: {
      past: 'autrefois alors precedent* predecesseur* jadis epoque',
      acting: 'provisoire* interim',
      sitting: 'actuel* partant',
      elect: 'elit election futur*',
      late: 'mort morte deced* deces disparu*',
    },
    past: 'etait fut ete etaient',
  },
  pt: {
    before: { past: 'antigo antiga antigos antigas ex', atTheTime: 'entao', late: 'falecido falecida' },
    after: {
      acting: 'interino interina em_exercicio',
      sitting: 'cessante',
      elect: 'eleito eleita',
      late: 'falecido falecida',
    },
    support: {
      past: 'anterior* antes entao passad* antecessor* predecessor*',
      acting: 'provisor* interin*',
      sitting: 'atual* saind*',
      elect: 'eleit* eleg*',
      late: 'morreu morto morta morte falec*',
    },
    past: 'era foi foram sido',
  },
  ru: {
    before: {
      past: 'бывш* экс',
      atTheTime: 'тогдашн*',
      acting: 'врио исполняющ*',
      sitting: 'действующ* уходящ*',
      elect: 'избранн*',
      late: 'покойн*',
    },
    after: {},
    support: {
      past: 'раньше прежн* прошл* предшественник* тогда',
      acting: 'временн*',
      sitting: 'нынешн* сегодняшн*',
      elect: 'избрал* выбор* избран*',
      late: 'умер умерла погиб* смерт* скончал* убит*',
    },
    past: 'был была были стал',
  },
  uk: {
    before: {
      past: 'колишн* екс',
      atTheTime: 'тодішн*',
      acting: 'виконувач*',
      sitting: 'чинний чинного чинному чинним чинна',
      elect: 'обраний обраного обраному обраним обрана',
      late: 'покійн*',
    },
    after: {},
    support: {
      past: 'раніше попередн* минул* попередник* тоді колись',
      acting: 'тимчасов*',
      sitting: 'нинішн* теперішн*',
      elect: 'обрали вибор* обран*',
      late: 'помер померла загин* смерт* убит*',
    },
    past: 'був була були став',
  },
};

const SENSES: readonly Sense[] = ['past', 'atTheTime', 'acting', 'sitting', 'elect', 'late'];
/** Whether a source that says one sense says enough for the other. */
export function isKindred(said: Sense, claimed: Sense): boolean {
  return said === claimed || (isOver(said) && isOver(claimed));
}

function isOver(sense: Sense): boolean {
  return sense === 'past' || sense === 'atTheTime';
}

const read = new Map<string, Qualifiers>();

/** The qualifiers of a primary language subtag. */
export function qualifiersOf(language: string): Qualifiers | undefined {
  const known = read.get(language);
  const words = WORDS[language];
  if (known || !words) return known;
  const qualifiers: Qualifiers = {
    before: createWordTable(words.before),
    after: createWordTable(words.after),
    support: createWordTable(words.support),
    past: new Set(words.past.split(' ')),
  };
  read.set(language, qualifiers);
  return qualifiers;
}

export function senseOf(meaning: string): Sense | undefined {
  return SENSES.find((sense) => sense === meaning);
}
