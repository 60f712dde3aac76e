import type { PhraseTable } from '../phrases.ts';

/** What may stand between a verb of saying and what is said. */
const EN_CLAUSE =
  '(?=,|\\.|:|;|$| (?:that|the|this|his|her|its|their|he|she|it|they|there|no|not|in (?:an?|the) (?:\\p{L}{1,15} )?(?:interview|statement|speech|post|letter))(?!\\p{L}))';
const EN_THINGS =
  '(?! (?:the |at least |many |several |more than |\\d{1,6} )?(?:lives|life|responsibility|credit|victory|asylum|victims|a life|his life|her life|benefits|the title))';

/** Verbs that judge what they report, as attribution. */
export const LOADED: PhraseTable = {
  en: [
    `(?:admitted|admits|conceded|concedes|insisted|insists|boasted|boasts|posited|posits|opined|opines|confessed|confesses|quipped|gloated)${EN_CLAUSE}`,
    `(?:claimed|claims)${EN_THINGS}${EN_CLAUSE}`,
    '(?:revealed|reveals)(?= that(?!\\p{L})|,|\\.|$)',
    '(?:slammed|slams|blasted|blasts|lashed out at|ripped|rips|torched)(?= [^.,;:]{2,50}(?: for | as | over ))',
    `(?<=, )(?:admitting|conceding|insisting|boasting|positing|opining)${EN_CLAUSE}|(?<=, )(?:claiming|revealing) that`,
  ],
  de: [
    '(?:behauptet|behauptete|behaupteten)(?! (?:sich|haben))(?=,| )|(?:prahlte|prahlt|brüstete sich|brüstet sich|wetterte|wettert|polterte|poltert|gestand|gesteht)(?=,| |$)',
    '(?:räumte|räumten|räumt|räumen) [^.,;:]{0,40}?ein(?=,|\\.|:|$)|(?:gab|gibt|gaben) (?:\\p{L}{1,20} ){0,3}zu(?=,|\\.|:|$)',
    '(?:beharrte|beharrt|beharrten) darauf|(?:enthüllte|enthüllt),? dass|(?:bekannte|beichtete),? dass',
  ],
  es: [
    '(?:admitió|admitieron|admite|admiten|confesó|confiesa)(?: (?:también|luego|después))? que|(?:insistió|insistieron|insiste|insisten) en que',
    '(?:presumió|presume|alardeó|alardea|se jactó|se jacta) de|(?:arremetió|arremete|arremetieron|cargó|despotricó|despotrica) contra|(?:reveló|revela|revelaron) que|(?:pretende|pretendió) que',
  ],
  fr: [
    "(?:a|ont|avait) (?:admis|avoué|concédé|prétendu|confessé) que|(?:admet|admettent|avoue|avouent|concède|concèdent|prétend|prétendent|confesse) (?:que|qu')",
    "(?:a|ont|avait) insisté sur le fait que|(?:insiste|insistent) sur le fait que|(?:s'est vanté|s'est targué|se vante|se targue)e? (?:de|d'|que)|(?:a|ont) (?:fustigé|étrillé|descendu en flammes)|(?:fustige|fustigent|étrille)|(?:a révélé|révèle|révèlent|ont révélé) (?:que|qu')",
  ],
  pt: [
    '(?:admitiu|admitiram|admite|admitem|confessou|confessa) que|(?:insistiu|insistiram|insiste|insistem)(?: em)? que',
    '(?:gabou-se|gaba-se|vangloriou-se|vangloria-se|se gabou|se vangloriou) (?:de|d[oa]|que)|(?:detonou|detona|disparou contra|atacou duramente)|(?:revelou|revela|revelaram) que',
  ],
  ru: [
    '(?:признал|признала|признали|призна[её]т|признают|признался|призналась|признались|призна[её]тся|проговорился|проговорилась),? что',
    '(?:хвастался|хвасталась|хвастает(?:ся)?|похвастался|похвасталась|похвалялся)(?! перед)|(?:обрушился|обрушилась|обрушились|набросился|набросилась) (?:с критикой )?на|(?:настаивал|настаивала|настаивает|настаивали|настаивают)(?: на том)?,? что|(?:раскрыл|раскрыла),? что',
  ],
  uk: [
    '(?:визнав|визнала|визнали|визнає|визнають|зізнався|зізналася|зізналися|зізнається|проговорився|проговорилася),? що',
    '(?:хвалився|хвалилася|хвалиться|похвалився|похвалилася|хизувався|хизувалася)|(?:обрушився|обрушилася|обрушилися|накинувся|накинулася) (?:з критикою )?на|(?:наполягав|наполягала|наполягає|наполягали|наполягають)(?: на тому)?,? що|(?:розкрив|розкрила),? що',
  ],
};

/** Nobody knows what somebody thinks; one knows what they say of it. */
export const MIND_READING: PhraseTable = {
  en: [
    '(?:believes|feels|hopes|thinks)(?= (?:that|the|this|his|her|its|their|he|she|it|they|there|to)(?!\\p{L}))',
  ],
  de: [
    '(?:glaubt|glaubte|hofft|hoffte|denkt|dachte|fühlt|fühlte|spürt),(?= dass)|(?:hofft|hoffte) (?:auf|darauf)',
  ],
  es: ['(?:cree|creía|creyó|piensa|pensaba|siente|sentía|espera|esperaba|confía en) que'],
  fr: ["(?:croit|croyait|pense|pensait|espère|espérait|sent|sentait|ressent) (?:que|qu')"],
  pt: ['(?:acredita|acreditava|acha|achava|pensa|pensava|sente|sentia|espera|esperava) que'],
  ru: [
    '(?:верит|верил|верила|думает|думал|думала|надеется|надеялся|надеялась|чувствует|чувствовал|чувствовала),(?= что)',
  ],
  uk: [
    '(?:вірить|вірив|вірила|думає|думав|думала|сподівається|сподівався|сподівалася|відчуває|відчував|відчувала),(?= що)',
  ],
};

/**
 * The end of what stands before a verb, where a person or a body is its subject. English alone needs it: its verbs are
 * nouns too.
 */
export const SUBJECT: Readonly<Record<string, RegExp>> = {
  en: /(?:(?<![\p{L}])(?:[Hh]e|[Ss]he|[Tt]hey|who)|(?<![\p{L}])\p{Lu}(?:[\p{L}.-]|['’](?!s\s)){1,30}|(?<!\p{L})(?:president|minister|ministry|chancellor|officials?|spokes(?:man|woman|person)|lawyers?|attorneys?|lawmakers?|police|company|government|administration|opponents?|chair(?:man|woman)?|senators?|governor|mayor|leaders?|coach|executive|ceo|reporter|host|guest|speaker|director|professor|economists?|bankers?|founder|author|owner|manager|witness(?:es)?|defendant|suspect|candidates?))(?: (?:also|later|then|once|further|still|now|has|have|had|\p{Ll}{2,12}ly)){0,2}\s$/u,
};

/** Things that reveal without judging: the subject of a verb that is loaded only of persons. */
export const REVEALING_THINGS: Readonly<Record<string, RegExp>> = {
  en: /(?:documents?|reports?|study|studies|survey|data|investigation|records?|audit|polls?|files?|images?|analysis|figures|e-?mails?|messages?|tests?|inquiry|review|research|footage|autopsy|results?|findings|letter|leak)(?: (?:also|later|has|have|had))?\s$/iu,
  es: /(?:documentos?|informes?|estudios?|encuestas?|datos|investigación|auditoría|sondeos?|imágenes|análisis|cifras|correos|mensajes|pruebas?|resultados?)(?: \p{L}{1,15}){0,3}\s$/iu,
  fr: /(?:documents?|rapports?|études?|sondages?|enquête|données|audit|images?|analyse|chiffres|courriels|messages|tests?|résultats?)(?: \p{L}{1,15}){0,3}\s$/iu,
  pt: /(?:documentos?|relatórios?|estudos?|pesquisas?|dados|investigação|auditoria|imagens|análise|números|e-mails|mensagens|testes?|resultados?|levantamento)(?: \p{L}{1,15}){0,3}\s$/iu,
};
export const REVEALS = /^(?:reve|révè|a révé|ont révé)/iu;
