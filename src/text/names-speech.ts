import { createWordTable, foldName } from './names-table.ts';

/** Verbs by which somebody is said to speak, by primary language subtag; folded, open forms as in createWordTable. */
const SPEECH: Readonly<Record<string, string>> = {
  en: `say says said saying tell tells told ask asks asked answers answered reply replies replied responds responded add adds added argue argues argued
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
