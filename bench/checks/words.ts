/* What corruptions put in place of what a sentence says, by language. */

type ByLanguage<Value> = Readonly<Record<string, Value>>;

export const OUTSIDE_NAMES = {
  latin:
    'Macron Toyota Lagos Merkel Siemens Osaka Thatcher Unilever Bogotá Mandela Nokia Helsinki Gandhi Samsung Nairobi Castro Volvo Dublin Thunberg Lufthansa Manila Roosevelt Nestlé Casablanca Obama Honda Tbilisi Lincoln Pfizer Reykjavík'.split(
      ' ',
    ),
  cyrillic:
    'Макрон Тойота Лагос Меркель Сименс Осака Тэтчер Гаага Манила Нокиа Хельсинки Ганди Найроби Кастро Дублин'.split(
      ' ',
    ),
} as const;

export const LEAKS: ByLanguage<readonly string[]> = {
  en: [
    'The transcript notes that',
    'According to the captions,',
    'In this video,',
    'As the transcript shows,',
    'The speaker highlights that',
    'The video concludes that',
    'In the episode,',
    'The provided transcript states that',
  ],
  de: [
    'Im Transkript heißt es,',
    'In diesem Video erklärt er,',
    'Laut den Untertiteln gilt:',
    'Das Transkript zeigt,',
  ],
  es: ['Según la transcripción,', 'En este video,', 'La transcripción señala que', 'Según los subtítulos,'],
  fr: [
    'Selon la transcription,',
    'Dans cette vidéo,',
    'La transcription indique que',
    "D'après les sous-titres,",
  ],
  pt: ['Segundo a transcrição,', 'Neste vídeo,', 'A transcrição mostra que', 'De acordo com as legendas,'],
  ru: ['Согласно расшифровке,', 'В этом видео', 'В транскрипте говорится, что', 'Судя по субтитрам,'],
  uk: ['Згідно з розшифровкою,', 'У цьому відео', 'У транскрипті сказано, що', 'За субтитрами,'],
};

export const NUMBER_WORDS: ByLanguage<readonly string[]> = {
  en: 'three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred'.split(
    ' ',
  ),
  de: 'drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig fünfzig hundert'.split(' '),
  es: 'tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cincuenta cien'.split(' '),
  fr: 'trois quatre cinq six sept huit neuf dix onze douze vingt trente cinquante cent'.split(' '),
  pt: 'três quatro cinco seis sete oito nove dez onze doze vinte trinta cinquenta cem'.split(' '),
  ru: 'три четыре пять шесть семь восемь девять десять двадцать тридцать пятьдесят сто'.split(' '),
  uk: "три чотири п'ять шість сім вісім дев'ять десять двадцять тридцять п'ятдесят сто".split(' '),
};

interface Negation {
  /** Words that take the negation. */
  readonly verbs: readonly string[];
  readonly add: string;
  readonly isAfter?: boolean;
  /** What a sentence that takes a negation must not hold yet. */
  readonly denied: RegExp;
  /** Words whose removal turns the sentence round. */
  readonly drop: readonly string[];
}

export const NEGATIONS: ByLanguage<Negation> = {
  en: {
    verbs: 'is are was were will would could can should had has have must'.split(' '),
    add: 'not',
    isAfter: true,
    denied: /\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|hardly)\b|n['’]t/iu,
    drop: ['not', 'never'],
  },
  de: {
    verbs: 'ist sind war waren wird kann könne sei hat haben'.split(' '),
    add: 'nicht',
    isAfter: true,
    denied: /nicht|\bkein|\bnie|ohne|weder/iu,
    drop: ['nicht', 'nie'],
  },
  es: {
    verbs: 'es son fue está están había puede será tiene ha han'.split(' '),
    add: 'no',
    denied: /(?<!\p{L})(?:no|nunca|ni|sin|nada|nadie|tampoco)(?!\p{L})/iu,
    drop: ['no', 'nunca'],
  },
  fr: {
    verbs: 'est sont était peut sera a ont doit'.split(' '),
    add: 'pas',
    isAfter: true,
    denied: /(?<!\p{L})(?:ne|pas|jamais|ni|sans|rien|aucun|aucune)(?!\p{L})|n['’]/iu,
    drop: ['pas', 'jamais'],
  },
  pt: {
    verbs: 'é são foi está pode será tem há'.split(' '),
    add: 'não',
    denied: /(?<!\p{L})(?:não|nunca|nem|sem|nada|ninguém)(?!\p{L})/iu,
    drop: ['não', 'nunca'],
  },
  ru: {
    verbs: 'может могут был была было будет есть можно работает является'.split(' '),
    add: 'не',
    denied: /(?<!\p{L})(?:не|нет|ни|без|никогда|ничего)(?!\p{L})/iu,
    drop: ['не', 'никогда'],
  },
  uk: {
    verbs: 'може можуть був була було буде є можна має мають'.split(' '),
    add: 'не',
    denied: /(?<!\p{L})(?:не|немає|ні|без|ніколи|нічого)(?!\p{L})/iu,
    drop: ['не', 'ніколи'],
  },
};

export const MONTHS: ByLanguage<readonly string[]> = {
  en: 'january february march april may june july august september october november december'.split(' '),
  de: 'januar februar märz april mai juni juli august september oktober november dezember'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  uk: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'.split(' '),
};

export const WEEKDAYS: ByLanguage<readonly string[]> = {
  en: 'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
  de: 'montag dienstag mittwoch donnerstag freitag samstag sonntag'.split(' '),
  es: 'lunes martes miércoles jueves viernes sábado domingo'.split(' '),
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '),
};

export const UNIT_SWAPS: ByLanguage<readonly (readonly [string, string])[]> = {
  en: [
    ['million', 'billion'],
    ['billion', 'million'],
    ['trillion', 'billion'],
    ['percent', 'percentage points'],
    ['percentage point', 'percent'],
    ['weeks', 'months'],
    ['months', 'weeks'],
    ['years', 'months'],
    ['days', 'weeks'],
    ['hours', 'minutes'],
    ['minutes', 'hours'],
    ['dollars', 'euros'],
    ['thousand', 'million'],
    ['miles', 'kilometers'],
    ['gigabytes', 'megabytes'],
  ],
  de: [
    ['Jahre', 'Monate'],
    ['Jahren', 'Monaten'],
    ['Millionen', 'Milliarden'],
    ['Prozent', 'Prozentpunkte'],
    ['Tage', 'Wochen'],
    ['Kilometer', 'Meter'],
    ['Stunden', 'Minuten'],
    ['Stunde', 'Minute'],
  ],
  es: [
    ['años', 'meses'],
    ['millones', 'mil'],
    ['por ciento', 'puntos porcentuales'],
    ['días', 'semanas'],
    ['semanas', 'meses'],
    ['pesos', 'dólares'],
    ['horas', 'minutos'],
    ['mil', 'millones'],
  ],
  fr: [
    ['ans', 'mois'],
    ['millions', 'milliards'],
    ['milliards', 'millions'],
    ['jours', 'semaines'],
    ['euros', 'dollars'],
    ['heures', 'minutes'],
    ['minutes', 'heures'],
  ],
  pt: [
    ['anos', 'meses'],
    ['milhões', 'bilhões'],
    ['bilhões', 'milhões'],
    ['dias', 'semanas'],
    ['horas', 'minutos'],
  ],
  ru: [
    ['лет', 'месяцев'],
    ['минут', 'часов'],
    ['часов', 'минут'],
    ['рублей', 'долларов'],
    ['процентов', 'рублей'],
  ],
  uk: [
    ['років', 'місяців'],
    ['днів', 'тижнів'],
    ['хвилин', 'годин'],
    ['годин', 'хвилин'],
    ['місяців', 'років'],
  ],
};

export const QUALIFIERS: ByLanguage<readonly string[]> = {
  en: ['former ', 'then-', 'acting '],
  es: ['ex', 'el entonces ', 'el exministro '],
  fr: ["l'ancien ", 'ex-'],
  pt: ['o ex-', 'o então '],
  ru: ['бывший ', 'тогдашний '],
  uk: ['колишній ', 'тодішній '],
};

export const COMPARISONS: ByLanguage<readonly (readonly [string, string])[]> = {
  en: [
    ['higher', 'lower'],
    ['more', 'less'],
    ['rose', 'fell'],
    ['rise', 'fall'],
    ['risen', 'fallen'],
    ['increase', 'decrease'],
    ['above', 'below'],
    ['stronger', 'weaker'],
    ['faster', 'slower'],
    ['larger', 'smaller'],
    ['longer', 'shorter'],
    ['better', 'worse'],
    ['raise', 'lower'],
    ['grew', 'shrank'],
    ['before', 'after'],
  ],
  de: [
    ['mehr', 'weniger'],
    ['höher', 'niedriger'],
    ['größer', 'kleiner'],
    ['über', 'unter'],
  ],
  es: [
    ['más', 'menos'],
    ['mayor', 'menor'],
    ['aumentó', 'disminuyó'],
  ],
  fr: [
    ['plus', 'moins'],
    ['davantage', 'moins'],
    ['hausse', 'baisse'],
  ],
  pt: [
    ['mais', 'menos'],
    ['maior', 'menor'],
  ],
  ru: [
    ['больше', 'меньше'],
    ['выше', 'ниже'],
    ['быстрее', 'медленнее'],
  ],
  uk: [
    ['більше', 'менше'],
    ['вище', 'нижче'],
  ],
};
