import type { PhraseTable } from '../phrases.ts';

const EN_CROWD =
  '(?:analysts|experts|observers|critics|commentators|insiders|pundits|skeptics|sceptics|detractors)';
const EN_SAY =
  '(?:have )?(?:say|argue|believe|claim|contend|suggest|think|fear|warn|maintain|see|view|consider|worry|argued|suggested|claimed)';

/** Attribution to nobody who could be asked. */
export const VAGUE: PhraseTable = {
  en: [
    'reportedly|allegedly|alleged|purportedly|purported|supposedly|reputedly',
    '(?:some |several |many |multiple |media |news |unconfirmed |recent )?reports (?:have )?(?:indicated?|suggest(?:ed)?|claim(?:ed)?|say|emerged)',
    '(?:it (?:is|was|has been)|there (?:is|are)) (?:widely |generally |often |commonly |frequently |sometimes )?(?:believed|thought|said|understood|assumed|alleged|claimed|argued|feared|rumou?red|reported|speculated) that',
    `according to (?:some |many |several |various |multiple |unnamed |anonymous |military |political |legal |independent |western |local )?(?:${EN_CROWD}|sources|reports|rumou?rs|media reports|news reports|some)(?! (?:at|from|with|in|of|by|who|such|like|including|cited|interviewed|quoted|published|filed|obtained|seen|reviewed))`,
    `(?:some|many|several|others)(?: (?:people|economists|officials|lawmakers|scholars|residents|voices))? ${EN_SAY}(?= |,)`,
    `(?:some |many |several )?${EN_CROWD} ${EN_SAY}`,
    `(?:it |this |that )?(?:is|are|was|were|been) (?:\\p{L}{2,12}ly |often )?(?:seen|viewed|regarded|believed|considered|perceived|described|hailed|criticized|criticised) by (?:some|many|${EN_CROWD}|others)`,
    '(?:is|are|was|were|been) (?:widely|generally|commonly|broadly|largely|universally) (?:regarded|seen|viewed|considered|believed|expected|perceived|thought|credited|understood)',
    '(?:is|are|was|were) (?:said|believed|thought|rumou?red|understood|reported|alleged|known) to have|(?:is|are) (?:said|rumou?red|alleged|reputed) to be',
    'sources (?:say|said|claim|claimed|close to|familiar with)|insiders (?:say|said)|rumou?r has it|word is that',
  ],
  de: [
    'angeblich(?:e[mnrs]?)?|mutmaßlich(?:e[mnrs]?)?|berichten zufolge|medienberichten zufolge|gerüchten zufolge|dem vernehmen nach',
    '(?:laut|gemäß) (?:einigen |vielen |mehreren |manchen )?(?:experten|analysten|beobachtern|kritikern|berichten|medienberichten|insidern|gerüchten)(?! (?:der|des|von|aus|vom|beim|bei))',
    '(?:experten|analysten|beobachtern|kritikern|insidern) zufolge|nach (?:ansicht|meinung|einschätzung|auffassung) (?:von |vieler |einiger |mancher |mehrerer )(?:experten|analysten|beobachtern?|kritikern?|fachleuten?)',
    '(?:einige |viele |manche )?(?:kritiker|beobachter|experten|analysten|fachleute) (?:sagen|meinen|argumentieren|glauben|behaupten|warnen|befürchten|vermuten|sehen|halten)',
    '(?:manche|einige|viele) (?:sagen|meinen|argumentieren|glauben|behaupten|befürchten|vermuten)(?=,| )',
    '(?:gilt|gelten) (?:weithin|allgemein|gemeinhin|vielen|manchen) als|(?:wird|werden|wurde|wurden) (?:von (?:vielen|einigen|manchen|kritikern|beobachtern|experten)|weithin|allgemein|gemeinhin) als',
    'es wird (?:angenommen|vermutet|behauptet|gemunkelt|berichtet|allgemein angenommen),? dass|es heißt,? dass|berichte (?:deuten darauf hin|legen nahe|besagen)|aus insiderkreisen',
  ],
  es: [
    'supuestamente|presuntamente|presunt[oa]s?|supuest[oa]s?(?! (?:que|de que))|al parecer|según (?:se dice|trascendió|rumores)',
    '(?:según|de acuerdo con|de acuerdo a|para) (?:los |las |algunos |muchos |varios |diversos |diversas )?(?:analistas|expertos|observadores|fuentes|críticos|informes|reportes|especialistas|comentaristas)(?! (?:de|del|en|que|como|consultad|citad|publicad|oficiales|más|recientes|anteriores))',
    '(?:los |algunos |muchos |varios )?(?:críticos|expertos|analistas|observadores|especialistas|detractores) (?:dicen|sostienen|argumentan|creen|afirman|señalan|aseguran|opinan|advierten|consideran|temen)',
    '(?:algunos|muchos|hay quienes|hay quien) (?:dicen?|sostienen?|argumentan?|creen?|afirman?|aseguran?|opinan?|piensan?)',
    'se (?:dice|cree|comenta|rumorea|especula|presume|considera ampliamente) que|(?:informes|reportes) (?:indican|sugieren|señalan)',
    '(?:es|son|era|fue|está) (?:ampliamente|generalmente|comúnmente) (?:considerad|vist|percibid)[oa]s?|(?:es|son|era|fue) (?:vist|considerad|percibid)[oa]s? por (?:algunos|muchos|los críticos|los expertos)',
  ],
  fr: [
    'prétendument|soi-disant|présumée?s?(?! innocents?| coupables?)|censément|à en croire (?:certains|des rumeurs)|selon (?:certains|la rumeur|des rumeurs)',
    "(?:selon|d'après|de l'avis) (?:des |les |certains |plusieurs |de nombreux |d')?(?:analystes|experts|observateurs|sources|critiques|rapports|spécialistes|commentateurs)(?! (?:de|du|d'|des|en|à|que|qui|cité|interrogé|officiel))",
    '(?:certains |de nombreux |plusieurs |des |les )?(?:critiques|experts|analystes|observateurs|spécialistes|détracteurs) (?:disent|affirment|estiment|pensent|croient|soutiennent|avancent|redoutent|jugent|craignent)',
    "(?:certains|beaucoup|d'aucuns) (?:disent|affirment|estiment|pensent|croient|soutiennent|avancent|jugent|redoutent)",
    'on (?:dit|raconte|prétend|murmure) que|il (?:est|serait|a été) (?:dit|rapporté|allégué|largement admis|communément admis) que|(?:des|les) (?:rapports|informations) (?:indiquent|suggèrent|laissent entendre|font état)',
    '(?:est|sont|était|étaient) (?:largement|généralement|communément) (?:considéré|perçu|vu)e?s?|(?:est|sont|était) (?:perçu|vu|considéré)e?s? par (?:certains|beaucoup|les critiques|les experts)',
  ],
  pt: [
    'supostamente|alegadamente|supost[oa]s?|pretensamente|ao que (?:parece|tudo indica)|segundo (?:rumores|consta)',
    '(?:segundo|conforme|de acordo com|para) (?:os |as |alguns |muitos |vários |diversos )?(?:analistas|especialistas|observadores|fontes|críticos|relatos|relatórios|comentaristas)(?! (?:d[aeo]s?|em|n[ao]|que|como|ouvid|consultad|citad|publicad|oficiais))',
    '(?:os |alguns |muitos |vários )?(?:críticos|especialistas|analistas|observadores|detratores) (?:dizem|argumentam|afirmam|acreditam|alegam|defendem|apontam|temem|sustentam|consideram)',
    '(?:alguns|muitos|há quem) (?:dizem|diga|argumentam?|argumente|afirmam|afirme|acreditam|acredite|alegam|sustentam|pensam|pense|acham|ache)',
    '(?:diz-se|acredita-se|comenta-se|especula-se|alega-se|supõe-se) que|(?:relatos|relatórios) (?:indicam|sugerem|apontam)',
    '(?:é|são|era|foi) (?:amplamente|geralmente|comumente) (?:considerad|vist|percebid)[oa]s?|(?:é|são|era|foi) (?:vist|considerad|percebid)[oa]s? por (?:alguns|muitos|críticos|especialistas)',
  ],
  ru: [
    'якобы|предположительно|по слухам|ходят слухи|как сообщается|по некоторым данным|по имеющимся данным',
    '(?:по (?:данным|словам|мнению|оценке|оценкам|сообщениям|информации)) (?:некоторых |многих |ряда |отдельных |анонимных )?(?:источников|экспертов|аналитиков|наблюдателей|критиков|специалистов)(?! (?:из|в|во|при|центра|компании|института|банка|мвф|оон))',
    '(?:некоторые |многие )?(?:эксперты|аналитики|критики|наблюдатели|специалисты) (?:говорят|считают|утверждают|полагают|опасаются|предупреждают|уверены)',
    '(?:некоторые|многие) (?:говорят|считают|утверждают|полагают|уверены|думают)(?=,| )',
    '(?:сообщается|считается|говорят|утверждается|предполагается|принято считать),? что|(?:сообщения|источники) (?:указывают|свидетельствуют|утверждают|сообщают)|широко (?:считается|признан[аоы]?)',
  ],
  uk: [
    'нібито|начебто|за чутками|ходять чутки|як повідомляється|за деякими даними|за наявними даними',
    '(?:(?:за (?:даними|словами|оцінкою|оцінками|повідомленнями|інформацією)|на думку)) (?:деяких |багатьох |низки |окремих |анонімних )?(?:джерел|експертів|аналітиків|спостерігачів|критиків|фахівців)(?! (?:із|з|у|в|при|центру|компанії|інституту|банку|мвф|оон))',
    '(?:деякі |багато |окремі )?(?:експерти|експертів|аналітики|критики|спостерігачі|фахівці) (?:кажуть|говорять|вважають|стверджують|побоюються|попереджають|переконані)',
    '(?:деякі|дехто|багато хто|чимало хто) (?:кажуть|каже|говорять|говорить|вважають|вважає|стверджують|стверджує|переконані|думають|думає)(?=,| )',
    '(?:повідомляється|вважається|кажуть|стверджується|припускається|прийнято вважати),? що|(?:повідомлення|джерела) (?:вказують|свідчать|стверджують|повідомляють)|широко (?:вважається|визнан[аоий]?)',
  ],
};
