/** How a language tells the time. Month and weekday names come from Intl; lists are parted by spaces, phrases use "_" for the space. */
export interface DateWords {
  /** "word=offset" in days. */
  readonly days: string;
  readonly last: string;
  readonly current: string;
  readonly next: string;
  /** Between "the last" and its unit: how long a span is. */
  readonly spans: string;
  /** Around a number and its unit. */
  readonly agoBefore: string;
  readonly agoAfter: string;
  /** Behind a span: time since then until now. */
  readonly since: string;
  readonly vague: string;
  /** The bare word for now. */
  readonly now: string;
  /** Idioms that hold it and tell no time: "now that", "from now on". */
  readonly notNow?: string;
  /** What may stand before such a unit and belongs to it: "in the". */
  readonly of: string;
  /** Behind "last year" they say of what, and it is told from there. */
  readonly anchors: string;
  /** Before a year. */
  readonly yearCues: string;
  readonly quarters: string;
  readonly halves: string;
  /** "word=decade". */
  readonly decades: string;
  /** Before the figure of a decade: "années 90". */
  readonly decadeCues: string;
  /** Behind the figure of a decade: "90s". */
  readonly decadeEndings: string;
  /** Month names that are other words too. */
  readonly ambiguousMonths?: string;
  /** Before such a month in lower case. */
  readonly monthCues?: string;
  /** Words for a day that are other words too, in capitals or behind an article: "der Morgen", "la mañana". */
  readonly ambiguousDays?: string;
  /** The day stands behind the month: "June 13". */
  readonly hasDayBehind?: boolean;
  /** "Last" and the like may stand behind the noun: "año pasado". */
  readonly hasAdjectiveBehind?: boolean;
  /** Behind the figure of a year: "2022 года". */
  readonly yearNouns?: string;
}

const NONE: DateWords = {
  days: '',
  last: '',
  current: '',
  next: '',
  spans: '',
  agoBefore: '',
  agoAfter: '',
  since: '',
  vague: '',
  now: '',
  of: '',
  anchors: '',
  yearCues: '',
  quarters: '',
  halves: '',
  decades: '',
  decadeCues: '',
  decadeEndings: '',
};

export const DATE_WORDS: Readonly<Record<string, DateWords>> = {
  und: NONE,
  en: {
    days: 'today=0 tonight=0 yesterday=-1 tomorrow=1',
    last: 'last past',
    current: 'this current',
    next: 'next coming upcoming',
    spans: 'last past',
    agoBefore: '',
    agoAfter: 'ago',
    since: 'since on',
    vague:
      'recently lately so_far right_now currently nowadays these_days at_present presently at_the_moment as_of_now to_date until_now up_to_now just_now this_morning this_afternoon this_evening last_night this_weekend last_weekend next_weekend in_the_near_future in_recent_days in_recent_weeks in_recent_months in_recent_years recent_days recent_weeks recent_months recent_years in_the_coming_days in_the_coming_weeks in_the_coming_months',
    now: 'now',
    notNow: 'now_that for_now from_now_on every_now_and_then by_now',
    of: 'the of',
    anchors: 'of',
    yearCues:
      'in since by until till from of during before after year late early mid around circa to through between and for end beginning start throughout summer spring fall autumn winter through fiscal',
    quarters: 'quarter q',
    halves: 'half h',
    decades: 'twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90',
    decadeCues: '',
    decadeEndings: 's',
    ambiguousMonths: 'may march',
    monthCues: 'in since until by late early mid',
    hasDayBehind: true,
  },
  de: {
    days: 'heute=0 gestern=-1 vorgestern=-2 morgen=1 übermorgen=2',
    last: 'letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes vorige vorigen voriger voriges',
    current: 'diese diesen dieser dieses diesem laufenden laufende',
    next: 'nächste nächsten nächster nächstes nächstem kommende kommenden kommender kommendes',
    spans: 'letzten vergangenen',
    agoBefore: 'vor',
    agoAfter: '',
    since: '',
    vague:
      'kürzlich neulich bisher bislang derzeit momentan gegenwärtig zurzeit zur_zeit jüngst unlängst aktuell heutzutage bis_heute vorerst in_jüngster_zeit in_letzter_zeit gerade_eben demnächst heuer letztes_wochenende dieses_wochenende am_wochenende',
    now: 'jetzt nun',
    of: 'der des den',
    anchors: 'des der',
    yearCues:
      'jahr jahre jahres jahren seit ab bis anno von vom ende anfang mitte sommer winter herbst frühjahr in um zwischen und nach vor schon bereits im erst noch sowie',
    quarters: 'quartal quartals quartale',
    halves: 'halbjahr halbjahres jahreshälfte hälfte',
    decades:
      'zwanziger=20 dreißiger=30 vierziger=40 fünfziger=50 sechziger=60 siebziger=70 achtziger=80 neunziger=90',
    decadeCues: '',
    decadeEndings: 'er',
    ambiguousDays: 'morgen',
  },
  es: {
    days: 'hoy=0 ayer=-1 anteayer=-2 antier=-2 mañana=1',
    last: 'pasado pasada pasados pasadas último última últimos últimas anterior',
    current: 'este esta actual',
    next: 'próximo próxima próximos próximas que_viene entrante',
    spans: 'últimos últimas pasados pasadas',
    agoBefore: 'hace',
    agoAfter: 'atrás',
    since: '',
    vague:
      'recientemente ahora_mismo actualmente hasta_ahora hasta_la_fecha hasta_el_momento últimamente hoy_en_día en_este_momento en_estos_momentos por_ahora por_el_momento al_día_de_hoy hace_poco próximamente en_breve este_fin_de_semana',
    now: 'ahora',
    notNow: 'por_ahora ahora_bien',
    of: 'el la los las de del',
    anchors: 'de del',
    yearCues: 'en de del desde hasta año años a para hacia durante entre y finales principios mediados el',
    quarters: 'trimestre trimestres',
    halves: 'semestre semestres mitad',
    hasAdjectiveBehind: true,
    ambiguousDays: 'mañana',
    decades: '',
    decadeCues: 'años',
    decadeEndings: '',
  },
  fr: {
    days: "aujourd'hui=0 hier=-1 avant_hier=-2 demain=1",
    last: 'dernier dernière derniers dernières passé passée',
    current: 'ce cet cette',
    next: 'prochain prochaine prochains prochaines',
    spans: 'derniers dernières',
    agoBefore: 'il_y_a',
    agoAfter: '',
    since: '',
    vague:
      "récemment actuellement pour_l'instant pour_le_moment en_ce_moment à_ce_jour jusqu'à_présent jusqu'ici à_présent ces_derniers_temps dernièrement de_nos_jours ces_jours_ci ce_week_end",
    now: 'maintenant désormais',
    of: 'la le les de d l en',
    anchors: 'de du d',
    yearCues: "en de depuis jusqu avant après année fin début entre et à dès d'ici vers pour l'an",
    quarters: 'trimestre trimestres',
    halves: 'semestre semestres moitié',
    hasAdjectiveBehind: true,
    decades: '',
    decadeCues: 'années',
    decadeEndings: '',
  },
  pt: {
    days: 'hoje=0 ontem=-1 anteontem=-2 amanhã=1',
    last: 'passado passada passados passadas último última últimos últimas anterior',
    current: 'este esta neste nesta deste desta atual',
    next: 'próximo próxima próximos próximas que_vem',
    spans: 'últimos últimas',
    agoBefore: 'há faz',
    agoAfter: 'atrás',
    since: '',
    vague:
      'recentemente atualmente até_agora até_o_momento ultimamente hoje_em_dia neste_momento nesse_momento por_enquanto por_ora até_hoje em_breve neste_fim_de_semana há_pouco',
    now: 'agora',
    notNow: 'agora_que',
    of: 'o a os as de do da no na',
    anchors: 'de do da',
    yearCues: 'em de desde até ano anos a para no do entre e final início meados por',
    quarters: 'trimestre trimestres',
    halves: 'semestre semestres metade',
    hasAdjectiveBehind: true,
    decades: '',
    decadeCues: 'anos',
    decadeEndings: '',
  },
  ru: {
    days: 'сегодня=0 вчера=-1 позавчера=-2 завтра=1 послезавтра=2',
    last: 'прошлый прошлая прошлое прошлого прошлой прошлом прошлую минувший минувшего минувшей прошедший прошедшего',
    current: 'этот эта это этого этой этом эту нынешний нынешнего нынешнем текущего текущем',
    next: 'следующий следующего следующей следующем следующую будущего будущем ближайшего ближайшую',
    spans: 'последние последних последний последнюю последнее минувшие прошедшие',
    agoBefore: '',
    agoAfter: 'назад',
    since: '',
    vague:
      'недавно в_настоящее_время до_сих_пор пока_что на_данный_момент на_сегодняшний_день в_последнее_время в_данный_момент в_эти_дни нынче на_днях на_этих_выходных',
    now: 'сейчас теперь',
    of: '',
    anchors: '',
    yearCues: 'в с до к после от на из за около между и по начала конца середины',
    quarters: 'квартал квартала квартале',
    halves: 'полугодие полугодия полугодии половина половину половине',
    decades:
      'двадцатых=20 двадцатые=20 тридцатых=30 тридцатые=30 сороковых=40 сороковые=40 пятидесятых=50 пятидесятые=50 шестидесятых=60 шестидесятые=60 семидесятых=70 семидесятые=70 восьмидесятых=80 восьмидесятые=80 девяностых=90 девяностые=90',
    decadeCues: '',
    decadeEndings: 'х е',
    yearNouns: 'год года году годом годах годы годов г гг',
  },
  uk: {
    days: 'сьогодні=0 вчора=-1 учора=-1 позавчора=-2 завтра=1 післязавтра=2',
    last: 'минулий минула минуле минулого минулої минулому минулу торішній торішнього',
    current: 'цей ця це цього цієї цьому цю нинішній нинішнього поточного',
    next: 'наступний наступна наступне наступного наступної наступному наступну',
    spans: 'останні останніх останній останню минулі',
    agoBefore: '',
    agoAfter: 'тому',
    since: '',
    vague:
      'нещодавно наразі досі дотепер поки_що на_сьогодні на_сьогоднішній_день останнім_часом на_даний_момент торік цьогоріч цими_днями',
    now: 'зараз тепер нині',
    of: '',
    anchors: '',
    yearCues: 'в у з із зі від до після на за близько між і та по початку кінця',
    quarters: 'квартал кварталу кварталі',
    halves: 'півріччя півріччі половина половину половині',
    decades:
      "двадцятих=20 двадцяті=20 тридцятих=30 тридцяті=30 сорокових=40 сорокові=40 п'ятдесятих=50 п'ятдесяті=50 шістдесятих=60 шістдесяті=60 сімдесятих=70 сімдесяті=70 вісімдесятих=80 вісімдесяті=80 дев'яностих=90 дев'яності=90",
    decadeCues: '',
    decadeEndings: 'х ті',
    ambiguousMonths: 'лютий лютого лютому лютим',
    monthCues: 'в у з із до від',
    yearNouns: 'рік року році роком роки роках р рр',
  },
};
