import { createWordTable, foldName } from './names-table.ts';

/**
 * Words of attribution in all our languages: verbs, and nouns like "opinion" and "reporter". A transcript holds what was said, not
 * these; a sentence with one has somebody who says it. Which name a verb belongs to, isSpeechVerb tells, and knows more forms of them.
 */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  [
    'said say says saying told tells asked asks answered added argued argues according replied explained explains noted described called',
    'acknowledged asserted stated reported warned admitted recalled remarked announced insisted suggested estimated urged pointed',
    'reminded conceded confirmed thanked wondered concluded maintained observed predicted stressed responded reporter reporters reporter’s',
    'put puts calls describes answers adds replies notes acknowledges asserts asserting states warns admits insists suggests urges urging arguing reminds concedes confirms',
    'concludes maintains predicts stresses emphasized emphasised emphasizes emphasises cautioned cautions contended contends claimed claims posited posits opined',
    'opines boasted testified wrote writes joked complained criticized criticised praised blamed accused mentioned likened countered reiterated repeated denied denies',
    'pledged vowed vows promised questioned questions telling calling quipped lamented declared declares recounted spoke voiced agreed disagreed',

    'sagte sagten sagt erklärte erklärt antwortete fragte fügte betonte räumte meinte erwiderte entgegnete zufolge laut berichtete schilderte warnte nannte kritisierte verwies bezeichnete',
    'sagen erklärten betont betonten meint meinten räumt fragt fragten antwortet antworteten ergänzte ergänzt unterstrich forderte forderten fordert verlangte mahnte mahnt appellierte behauptete',
    'behauptet beschrieb beschreibt berichtet berichteten schildert warnt warnten nennt nannten kritisiert kritisierten lobte lobt beklagte beklagt argumentierte argumentiert bezeichnet urteilte',
    'schrieb schreibt sprach spricht erinnerte erinnert verweist kündigte versicherte versichert bekräftigte bekräftigt bestätigte bestätigt erzählte erzählt gefragt ansicht meinung einschätzung',
    'angaben plädierte plädiert wandte entgegnet erwidert bestritt bestreitet warf wirft',

    'dijo dice afirmó afirma explicó explica señaló agregó añadió preguntó respondió según aseguró indicó sostuvo advirtió anunció informó detalló recordó comentó',
    'dijeron dicen afirmaron sostiene sostienen argumentó argumenta describió describe llamó calificó califica preguntaron responde contestó advierte instó pidió exigió reclamó anuncia',
    'informaron reconoció reconoce admitió admite insistió insiste subrayó subraya destacó destaca precisó precisa aclaró aclara declaró declara manifestó expresó expuso relató relata contó',
    'recuerda mencionó menciona criticó critica elogió acusó acusa denunció denuncia prometió negó opinó opina consideró considera juicio opinión palabras planteó reiteró señala agrega añade',
    'asegura preguntado preguntada consultado consultada respondieron explicaron cuestionó',

    'dit déclare déclaré affirme affirmé explique expliqué selon ajoute ajouté répond répondu demande demandé estime estimé indique précise souligne rappelle assure propose',
    "disent affirment soutient soutenu argumente argumenté qualifie qualifié décrit appelle appelé averti avertit prévient interrogé interrogée exhorté annonce annoncé rapporté rapporte d'après",
    'raconte raconté reconnaît reconnu admet admis insiste insisté souligné rappelé précisé assuré critique critiqué dénonce dénoncé accuse accusé promet promis plaide plaidé juge jugé considère',
    'considéré avis remarque conclut réclame réclamé évoque évoqué réplique rétorque reproche reproché indiqué proposé affirmait expliquait déclarait lance nie note noté',

    'disse diz afirmou afirma explicou acrescentou perguntou respondeu segundo declarou apontou alertou contou observou defende considera lembra',
    'disseram dizem afirmaram explica acrescenta pergunta responde argumentou argumenta descreveu descreve chamou classificou avisou advertiu anunciou informou relatou relata reconheceu',
    'reconhece admitiu admite insistiu insiste sublinhou destacou destaca ressaltou lembrou criticou critica elogiou acusou acusa denunciou prometeu negou opinou considerou opinião palavras',
    'defendeu pediu exigiu questionado questionada questionou indagado comentou reiterou garantiu assegurou declara sustenta sustentou',

    'сказал сказала говорит заявил заявила объяснил объясняет отметил подчеркнул добавил ответил спросил считает словам мнению автор автора оценке',
    'говорил говорила говорят сказали заявляет заявили объяснила поясняет пояснил пояснила отмечает отметила подчеркивает подчёркивает подчеркнула добавила добавляет ответила отвечает',
    'спросила спрашивает считают рассказал рассказала рассказывает сообщил сообщила сообщает предупредил предупредила предупреждает призвал призвала призывает утверждает утверждал утверждала',
    'назвал назвала называет описал описала описывает признал признала признаёт признает полагает уверен уверена возразил возразила напомнил напомнила раскритиковал раскритиковала похвалил',
    'обвинил обвинила пообещал пообещала опроверг опровергла отрицает заметил заметила вспомнил вспомнила подытожил настаивает уточнил уточнила',

    'сказав сказала каже заявив заявила пояснив пояснила зазначив зазначила підкреслила додала відповіла запитав запитала вважає твердить словами зауважила промовиці промовиця',
    'казав казала кажуть сказали заявляє заявили пояснює зазначає підкреслив підкреслює додав додає відповів відповідає питає вважають розповів розповіла розповідає повідомив повідомила',
    'повідомляє попередив попередила попереджає закликав закликала закликає стверджує стверджував стверджувала назвав назвала називає описав описала описує визнав визнала визнає переконаний',
    'переконана заперечив заперечила заперечує нагадав нагадала нагадує розкритикував розкритикувала похвалив звинуватив звинуватила пообіцяв пообіцяла зауважив зауважує згадав згадала',
    'підсумував підсумувала наполягає уточнив уточнила оцінкою думку',
  ]
    .join(' ')
    .split(' '),
);

/** Verbs by which somebody is said to speak, by primary language subtag; folded, open forms as in createWordTable. */
const SPEECH: Readonly<Record<string, string>> = {
  en: `posits posited say says said saying tell tells told ask asks asked answers answered reply replies replied responds responded add adds added argue argues argued
    notes noted stresses stressed explain explains explained states stated announce announces announced acknowledge* concede* admit admits admitted
    claims claimed insist insists insisted warns warned suggest suggests suggested maintains maintained contend* recalls recalled observes observed remarks
    remarked predicts predicted promises promised pledged vows vowed urges urged declares declared describes described confirms confirmed denies denied
    emphasize* emphasise* cautions cautioned countered jokes joked complains complained assert* recounts recounted mentions mentioned agrees agreed
    disagrees disagreed testif* wrote writes quip* laments lamented reiterates reiterated repeats repeated wonders wondered questioned concludes concluded
    points pointed reported clarif* mused granted likened relayed guessed accepts accepted believes believed thinks thought`,
  de: `sagt sagte sagten sage fragt fragte antwortet* erklart* erlautert* betont* meint meinte berichtet* erzahlt* kritisiert* warnt warnte fordert* behauptet*
    entgegnet* erwidert* raumte erganzt* fugte schildert* bestatigt* bekraftigt* unterstrich stellte kundigt* verwies verweist schrieb schreibt hielt nannte`,
  es: `dice dijo dijeron afirm* explic* senal* indic* agreg* anadi* asegur* coment* pregunt* respond* sostuv* sostien* precis* detall* aclar* advirt* record*
    inform* anunci* subray* declar* reconoc* insist* manifest* expres* plante* adelant* mencion* conto cuenta admiti* justific* reiter* destac*`,
  fr: `dit disait declar* affirm* expliqu* ajout* indiqu* precis* soulign* estim* rappel* repond* repliqu* demand* interrog* annonc* assur* note notait notent reconn* insist*
    admet* admis avert* raconte* confi* lanc* observ* conclu* denonc* juge jugeait evoqu* pretend* soutien* soutenu`,
  pt: `diz disse disseram afirm* explic* acrescent* declar* ressalt* destac* lembr* pergunt* respond* inform* anunci* sublinh* reconhec* insist* avali*
    coment* argument* alert* adiant* cont* observ* relat* garant* defend* apont* conclui* admit*`,
  ru: `говорит говорил* сказал* сообщил* сообщает заявил* заявляет отметил* отмечает подчеркн* добавил* добавляет объяснил* объясняет пояснил* поясняет ответил*
    отвечает спросил* спрашивает утвержда* считает считал* уточнил* призна* предупред* напомнил* рассказ* пообещал* назвал* полагает высказ* предположил*`,
  uk: `каже казав казала сказав сказала повідом* заяви* зазначи* зазнача* підкресли* додав додала пояснив пояснила пояснює відповів відповіла запитав запитала
    стверджу* вважає вважав вважала уточни* визна* попереди* нагада* розпов* пообіця* назвав назвала наголос*`,
};

const tables = new Map(
  Object.entries(SPEECH).map(([language, forms]) => [language, createWordTable({ says: forms })]),
);

/** Whether a word says that somebody speaks; `language` is a primary subtag. */
export function isSpeechVerb(word: string, language: string): boolean {
  return tables.get(language)?.find(foldName(word)) !== undefined;
}
