import type { PhraseTable } from '../phrases.ts';

/** Words that accuse whoever stands beside them. */
export const ALLEGATIONS: PhraseTable = {
  en: [
    'fraud|fraudster|defraud(?:ed|ing)?|corrupt(?:ion)?|brib(?:e|es|ed|ery|ing)|kickbacks?|embezzl(?:e|ed|ement|ing)|money[ -]laundering|launder(?:ed|ing) money|racketeering|extort(?:ed|ion|ing)|blackmail(?:ed|ing)?|perjury|tax evasion|insider trading|forgery',
    'rap(?:e|ed|ist|es)|sexual(?:ly)? (?:abus|assault|harass)\\p{L}{0,5}|molest(?:ed|ing|ation)?|(?:child|domestic|physical) abuse|p(?:a)?edophil\\p{L}{1,3}|groom(?:ed|ing) (?:a |the )?(?:girls?|boys?|child|children|minors?)|sex(?:ual)? trafficking',
    'murder(?:ed|er|s|ing)?|manslaughter|war crim(?:es?|inals?)|crimes against humanity|genocide|ethnic cleansing|tortur(?:e|ed|ing)|terroris(?:ts?|m)|treason|espionage|drug dealer|drug trafficking|human trafficking|plagiari[sz](?:ed|m)',
  ],
  de: [
    'betrug|betrüger(?:in)?|betrogen|korrupt\\p{L}{0,2}|korruption|bestechung|bestochen|schmiergeld(?:er)?|veruntreu\\p{L}{1,5}|unterschlagung|unterschlagen|geldwäsche|steuerhinterziehung|erpress\\p{L}{1,5}|meineid|urkundenfälschung|insiderhandel|plagiat\\p{L}{0,2}',
    'vergewaltig\\p{L}{1,5}|missbrauch(?:s|te|t)?|missbrauchte|sexuelle[rn]? (?:übergriff\\p{L}{0,2}|belästigung|nötigung)|mord(?:es|e)?|ermordet\\p{L}{0,2}|mörder(?:in)?|totschlag|kriegsverbrech\\p{L}{1,3}|völkermord|folter(?:te|n|ung)?|terrorist\\p{L}{0,5}|terrorismus|landesverrat|spionage|menschenhandel|drogenhandel',
  ],
  es: [
    'fraude|estafa(?:s|dor|dora)?|estafó|corrupt[oa]s?|corrupción|soborn(?:o|os|ó|ar)|cohecho|malversación|malversó|desfalco|lavado de dinero|blanqueo(?: de (?:dinero|capitales))?|extorsión|extorsionó|chantaje|evasión fiscal|perjurio|plagi(?:o|ó)',
    'viol(?:ó|ación sexual|ador)|abus(?:ó|os?) sexual(?:es|mente)?|acoso sexual|agresión sexual|pederast\\p{L}{1,3}|asesin(?:ó|ato|atos|a|o|ar)|homicidio|crímenes? de guerra|criminal(?:es)? de guerra|crímenes de lesa humanidad|genocidio|tortur(?:ó|a|as|ar)|terroris(?:ta|tas|mo)|traición|narcotraficantes?|narcotráfico|trata de personas|espionaje',
  ],
  fr: [
    "fraude[us]?|fraudé|escroc|escroquerie|corromp\\p{L}{1,3}|corruption|pots?-de-vin|détournement de fonds|détourné des fonds|blanchiment(?: d'argent)?|extorsion|chantage|évasion fiscale|faux témoignage|plagi(?:é|at)|abus de biens sociaux|abus de confiance",
    "viol(?:é|ée|ées|és|eur)?|abus sexuels?|abusé (?:de|sexuellement)|agress(?:ion|ions) sexuelles?|harcèlement sexuel|pédophil\\p{L}{1,3}|meurtr(?:e|es|ier|ière)|assassin(?:é|at|ats)?|homicide|crimes? de guerre|criminel de guerre|crimes? contre l'humanité|génocide|tortur(?:e|es|é)|terroris(?:te|tes|me)|trahison|espionnage|narcotrafi\\p{L}{1,5}|trafic de drogue|proxénétisme",
  ],
  pt: [
    'fraudes?|fraudou|estelionat\\p{L}{1,4}|corrupt[oa]s?|corrupção|suborn(?:o|os|ou)|propinas?|peculato|desvio de (?:dinheiro|verbas|recursos)|lavagem de dinheiro|branqueamento de capitais|extorsão|extorquiu|chantagem|sonegação|evasão fiscal|perjúrio|plágio|plagiou',
    'estupr\\p{L}{1,4}|abus(?:ou|o|os) sexual(?:mente)?|abusos sexuais|assédio sexual|violação sexual|pedófil\\p{L}{1,3}|pedofilia|assassin(?:ou|ato|atos|o|a)|homicídio|crimes? de guerra|criminosos? de guerra|crimes contra a humanidade|genocídio|tortur(?:ou|a|as)|terroris(?:ta|tas|mo)|traição|espionagem|narcotráfico|tráfico de (?:drogas|pessoas)',
  ],
  ru: [
    'мошенни\\p{L}{1,7}|коррупци\\p{L}{1,5}|коррупционер\\p{L}{0,3}|взятк\\p{L}{1,3}|взяточни\\p{L}{1,5}|растрат(?:а|ы|у|е|ил|ила)|хищени\\p{L}{1,3}|казнокрад\\p{L}{0,4}|отмывани\\p{L}{1,2} (?:денег|средств)|отмывал\\p{L}{0,2}|вымогательств\\p{L}{1,2}|шантаж\\p{L}{0,4}|лжесвидетельств\\p{L}{1,2}|плагиат\\p{L}{0,2}',
    'изнасилова\\p{L}{1,4}|насильник\\p{L}{0,3}|домогательств\\p{L}{1,2}|растлени\\p{L}{1,2}|педофил\\p{L}{0,4}|убийств\\p{L}{1,3}|убийц\\p{L}{1,3}|военн\\p{L}{2,3} преступ\\p{L}{3,7}|преступлени\\p{L}{1,2} против человечности|геноцид\\p{L}{0,2}|пыт(?:ки|ок|кам|ками|ал|али)|террорист\\p{L}{0,6}|терроризм\\p{L}{0,2}|госизмен\\p{L}{1,2}|шпион\\p{L}{0,4}|шпионаж\\p{L}{0,2}|наркоторгов\\p{L}{1,4}',
  ],
  uk: [
    'шахрай\\p{L}{0,6}|корупці\\p{L}{1,5}|корупціонер\\p{L}{0,3}|хабар\\p{L}{0,6}|розтрат(?:а|и|у|і|ив|ила)|розкрадання|відмивання (?:грошей|коштів)|відмива(?:в|ла|ли)|вимагання|вимагацтв\\p{L}{1,2}|шантаж\\p{L}{0,4}|лжесвідчення|плагіат\\p{L}{0,2}',
    'зґвалтува\\p{L}{1,4}|ґвалтівник\\p{L}{0,3}|домаган\\p{L}{1,3}|розбещення|педофіл\\p{L}{0,4}|вбивств\\p{L}{1,3}|убивств\\p{L}{1,3}|вбивц\\p{L}{1,3}|убивц\\p{L}{1,3}|воєнн\\p{L}{1,3} злочин\\p{L}{0,4}|злочин\\p{L}{0,2} проти людяності|геноцид\\p{L}{0,2}|катуванн\\p{L}{1,2}|катува(?:в|ла|ли)|терорист\\p{L}{0,6}|тероризм\\p{L}{0,2}|держзрад\\p{L}{1,2}|шпигун\\p{L}{0,6}|наркоторгів\\p{L}{1,4}',
  ],
};

/** Right before the word: the deed is fought, feared or suffered, not laid to anybody. */
export const AGAINST: Readonly<Record<string, RegExp>> = {
  en: /(?:anti-?|against|combat(?:ing)?|fight(?:ing)?|prevent(?:ing)?|tackl(?:e|ing)|curb(?:ing)?|root(?:ing)? out|victims? of|survivors? of|awareness of|from|counter-?|justice for|war on)\s?(?:the )?(?:\p{L}{1,15} )?$/iu,
  de: /(?:anti-?|gegen|bekämpfung (?:von|der|des)|opfer (?:von|der|des)|vor|kampf gegen)\s?(?:die |den |das )?(?:\p{L}{1,15} )?$/iu,
  es: /(?:anti-?|contra|combatir|lucha contra|prevenir|víctimas? de|frente a)\s?(?:la |el |los |las )?(?:\p{L}{1,15} )?$/iu,
  fr: /(?:anti-?|contre|combattre|lutter contre|prévenir|victimes? (?:de|du|des|d['’])|face (?:à|au))\s?(?:la |le |les |l['’])?(?:\p{L}{1,15} )?$/iu,
  pt: /(?:anti-?|contra|combater|combate (?:a|ao|à)|prevenir|vítimas? d[eaoe]s?|frente (?:a|ao|à))\s?(?:o |a |os |as )?(?:\p{L}{1,15} )?$/iu,
  ru: /(?:анти-?|против|борьб\p{L} (?:с|со|против)|борются с|жертв\p{L}{0,3}|от)\s?(?:\p{L}{1,15} )?$/iu,
  uk: /(?:анти-?|проти|боротьб\p{L} (?:з|із|проти)|борються з|жертв\p{L}{0,3}|від)\s?(?:\p{L}{1,15} )?$/iu,
};

/** A court, a charge or a verdict is the attribution of such a word. */
export const COURT: PhraseTable = {
  en: [
    'courts?|trials?|convict(?:ed|ion|ions|s)?|sentenced?|sentencing|indict(?:ed|ment|ments)?|charg(?:ed|es)|accus(?:ed?|es|ing|ations?)|prosecut(?:ors?|ion|ed)|jury|jurors|judges?|plead(?:ed)? (?:not )?guilty|pleaded|found guilty|verdict|acquitt(?:ed|al)|lawsuits?|sued|arrest(?:ed|s|\\swarrant)?|arraigned|tribunal|investigat(?:ed|ion|ions|ing|ors)|alleg(?:ed|edly|ations?|es)|suspect(?:ed|s)?|complaint|testif(?:ied|y)|testimony|evidence|denied|denies|wanted',
  ],
  de: [
    'gerichte?s?|landgericht\\p{L}{0,2}|prozess(?:es)?|verurteilt\\p{L}{0,2}|urteil\\p{L}{0,2}|angeklagt\\p{L}{0,2}|anklage\\p{L}{0,2}|staatsanwalt\\p{L}{0,8}|freigesprochen|freispruch|richter(?:in)?|verhaftet|festgenommen|ermittl\\p{L}{1,6}|ermittelt|verdacht\\p{L}{0,2}|verdächtigt?\\p{L}{0,2}|mutmaßlich\\p{L}{0,2}|vorwurf|vorwürfe\\p{L}?|beschuldigt\\p{L}{0,2}|wirft|warf|haftbefehl|bestreitet|bestritt|tribunal',
  ],
  es: [
    'tribunal(?:es)?|juicios?|juez|jueza|jurado|condenad[oa]s?|condena|sentenci\\p{L}{1,4}|acusad[oa]s?|acus(?:ó|a|an|ación|aciones)|imputad[oa]s?|procesad[oa]s?|fiscal(?:ía|es)?|detenid[oa]s?|arrestad[oa]s?|absuelt[oa]s?|denunci\\p{L}{1,5}|presunt[oa]s?|presuntamente|investig\\p{L}{1,6}|cargos|querella|orden de (?:arresto|detención)|niega|negó|corte',
  ],
  fr: [
    "tribuna(?:l|ux)|cour|procès|condamn\\p{L}{1,5}|inculp\\p{L}{1,5}|mise? en examen|accus\\p{L}{1,6}|procureur\\p{L}{0,2}|parquet|juges?|jury|acquitt\\p{L}{1,5}|arrêté\\p{L}{0,2}|présumé\\p{L}{0,2}|enquête\\p{L}{0,3}|plainte|poursuivi\\p{L}{0,2}|soupçon\\p{L}{1,5}|mandat d'arrêt|nie|a nié|garde à vue|assises",
  ],
  pt: [
    'tribuna(?:l|is)|julgament\\p{L}{1,2}|juiz|juíza|júri|condenad[oa]s?|condenação|sentenç\\p{L}{1,2}|acusad[oa]s?|acus(?:ou|a|am|ação|ações)|réus?|indiciad[oa]s?|denunciad[oa]s?|denúncias?|promotor\\p{L}{0,3}|procurador\\p{L}{0,3}|ministério público|pres[oa]s?|detid[oa]s?|absolvid[oa]s?|investig\\p{L}{1,6}|suspeit\\p{L}{1,3}|supost[oa]s?|mandado|nega|negou|justiça',
  ],
  ru: [
    'суд(?:а|е|ом|у|ы|ов|ить|ил|или)?|судь\\p{L}{1,3}|судебн\\p{L}{2,3}|осужд\\p{L}{1,5}|осудил\\p{L}{0,2}|приговор\\p{L}{0,5}|обвин\\p{L}{1,8}|прокур\\p{L}{1,7}|следстви\\p{L}{1,2}|следовател\\p{L}{1,3}|арестова\\p{L}{1,4}|арест\\p{L}{0,2}|задержа\\p{L}{1,5}|оправда\\p{L}{1,4}|подозрева\\p{L}{1,5}|подозрени\\p{L}{1,3}|уголовн\\p{L}{2,3}|якобы|отрица\\p{L}{1,3}|трибунал\\p{L}{0,2}|присяжн\\p{L}{2,3}',
  ],
  uk: [
    'суд(?:у|і|ом|и|ів|ити|ив|или)?|судд\\p{L}{1,3}|судов\\p{L}{1,3}|засудж\\p{L}{1,5}|засуди\\p{L}{1,3}|вирок\\p{L}{0,2}|обвинувач\\p{L}{1,6}|звинувач\\p{L}{1,6}|прокур\\p{L}{1,7}|слідств\\p{L}{1,2}|слідч\\p{L}{1,3}|арештова\\p{L}{1,4}|арешт\\p{L}{0,2}|затрима\\p{L}{1,5}|виправда\\p{L}{1,4}|підозр\\p{L}{1,6}|кримінальн\\p{L}{1,3}|нібито|запереч\\p{L}{1,5}|трибунал\\p{L}{0,2}|присяжн\\p{L}{1,3}',
  ],
};
