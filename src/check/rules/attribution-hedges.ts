import type { PhraseTable } from '../phrases.ts';

/** Words of a text that make a statement hearsay. */
export const HEARSAY: PhraseTable = {
  en: ['reportedly|allegedly|alleged|purportedly|purported|supposedly'],
  de: ['angeblich(?:e[mnrs]?)?|mutmaßlich(?:e[mnrs]?)?'],
  es: ['supuestamente|presuntamente|presunt[oa]s?'],
  fr: ['prétendument|soi-disant|présumée?s?'],
  pt: ['supostamente|alegadamente|supost[oa]s?'],
  ru: ['якобы|предположительно|по слухам'],
  uk: ['нібито|начебто|за чутками'],
};

/** Words of speech that leave a statement open as hearsay or as a guess. */
export const HEARD: PhraseTable = {
  en: [
    'report\\p{L}{0,4}|alleg\\p{L}{1,6}|claim\\p{L}{0,3}|rumou?r\\p{L}{0,2}|heard|suppos\\p{L}{1,6}|apparent\\p{L}{0,2}|according|(?:they|people) say|sources?|stor(?:y|ies)|purport\\p{L}{0,4}|accus\\p{L}{1,6}|read that|told|seem\\p{L}{0,4}|appear\\p{L}{0,4}|think|guess|believe|assum\\p{L}{1,6}|probably|maybe|perhaps|may|might|not sure',
  ],
  de: [
    'angeblich\\p{L}{0,2}|mutmaßlich\\p{L}{0,2}|soll|sollen|gehört|behaupt\\p{L}{1,4}|vorw[uü]rf\\p{L}{0,2}|gerücht\\p{L}{0,2}|laut|berichte\\p{L}{0,2}|heißt|wohl|vielleicht|vermut\\p{L}{1,4}|wahrscheinlich|glaube?|denke?|scheint|scheinbar|anscheinend|offenbar|sogenannt\\p{L}{0,2}|würde|hätte|sei|wäre|könnte',
  ],
  es: [
    'supuest\\p{L}{1,6}|presunt\\p{L}{1,6}|dicen|dice|dicho|dijeron|según|rumor\\p{L}{0,2}|acus\\p{L}{1,6}|denunci\\p{L}{1,4}|alega\\p{L}{0,3}|cre\\p{L}{1,4}|parec\\p{L}{1,4}|tal vez|quizás?|a lo mejor|probable\\p{L}{0,5}|posible\\p{L}{0,5}|\\p{L}{2,15}rían?',
  ],
  fr: [
    "prétend\\p{L}{0,5}|soi-disant|présum\\p{L}{1,4}|dit|disent|on dit|selon|d'après|rumeur\\p{L}?|accus\\p{L}{1,6}|paraît|semble\\p{L}{0,3}|crois|pense|peut-être|probable\\p{L}{0,4}|\\p{L}{2,15}rai(?:t|ent)",
  ],
  pt: [
    'supost\\p{L}{1,6}|alega\\p{L}{0,8}|dizem|diz|disseram|segundo|rumor\\p{L}{0,2}|boato\\p{L}?|acus\\p{L}{1,6}|denúnci\\p{L}{1,3}|ach\\p{L}{1,3}|acredit\\p{L}{1,4}|parec\\p{L}{1,3}|talvez|provavel\\p{L}{0,5}|\\p{L}{2,15}riam?',
  ],
  ru: [
    'якобы|предполо\\p{L}{1,8}|слух\\p{L}{0,3}|говорят|говорил\\p{L}{0,2}|сказал\\p{L}{0,2}|слышал\\p{L}{0,2}|вроде|типа|кажется|похоже|наверное|может|возможно|вероятно|думаю|считают|утвержда\\p{L}{1,4}|обвин\\p{L}{1,6}|бы',
  ],
  uk: [
    'нібито|начебто|ніби|припу\\p{L}{1,8}|чутк\\p{L}{1,2}|кажуть|казал\\p{L}{0,2}|казав|чув|чула|здається|схоже|напевно|може|можливо|мабуть|думаю|вважають|стверджу\\p{L}{1,4}|обвинувач\\p{L}{1,4}|звинувач\\p{L}{1,4}|би|б',
  ],
};

/** Words of a text that leave a statement open. */
export const DOUBT: PhraseTable = {
  en: ['may|might|possibly|perhaps|probably|potentially|appears?|appeared|seems?|seemed'],
  de: ['möglicherweise|vielleicht|wahrscheinlich|womöglich|vermutlich|anscheinend|scheint|scheinen|schien'],
  es: ['posiblemente|probablemente|quizás?|tal vez|aparentemente|parece|parecen|parecía'],
  fr: ['peut-être|probablement|sans doute|vraisemblablement|apparemment|semble|semblent|semblait'],
  pt: ['possivelmente|provavelmente|talvez|porventura|aparentemente|parece|parecem|parecia'],
  ru: ['возможно|вероятно|может быть|наверное|видимо|по-видимому|похоже|кажется'],
  uk: ['можливо|ймовірно|імовірно|мабуть|напевно|вочевидь|схоже|здається'],
};

/** Words of speech that leave a statement open. */
export const DOUBTED: PhraseTable = {
  en: [
    "may(?:be)?|might|could|would|can|possib\\p{L}{1,6}|perhaps|probab\\p{L}{1,6}|potential\\p{L}{0,4}|likel\\p{L}{1,6}|unlikely|apparent\\p{L}{0,2}|appear\\p{L}{0,4}|seem\\p{L}{0,4}|think|thought|guess\\p{L}{0,3}|believe\\p{L}{0,2}|suppos\\p{L}{1,6}|suspect\\p{L}{0,3}|assum\\p{L}{1,6}|feel\\p{L}{0,4}|felt|expect\\p{L}{0,8}|looks? like|sounds? like|suggest\\p{L}{0,6}|risk\\p{L}{0,2}|don't know|not sure|tend\\p{L}{0,5}|chance\\p{L}{0,2}|scenario\\p{L}{0,2}|uncertain\\p{L}{0,3}",
  ],
  de: [
    'möglich\\p{L}{0,6}|vielleicht|wahrscheinlich\\p{L}{0,2}|womöglich|vermut\\p{L}{1,5}|anschein\\p{L}{0,4}|schein\\p{L}{0,4}|schien\\p{L}{0,2}|könnt\\p{L}{1,4}|kann|können|dürft\\p{L}{1,3}|würd\\p{L}{1,3}|wohl|eventuell|glaub\\p{L}{0,3}|denk\\p{L}{0,3}|mein\\p{L}{1,2}|hoff\\p{L}{1,4}|gefühl|eindruck|irgendwie|wäre\\p{L}?|hätte\\p{L}?|unsicher|sieht so aus|wirkt|eher',
  ],
  es: [
    'posib\\p{L}{1,8}|probab\\p{L}{1,8}|quizás?|tal vez|a lo mejor|aparent\\p{L}{1,6}|parec\\p{L}{1,4}|puede\\p{L}{0,2}|pudier\\p{L}{1,3}|cre\\p{L}{1,4}|pienso|supon\\p{L}{1,4}|siento|esper\\p{L}{1,5}|\\p{L}{2,15}rían?|riesgo|como que|si',
  ],
  fr: [
    'peut(?:-être)?|peuvent|probab\\p{L}{1,7}|sans doute|vraisembl\\p{L}{1,8}|apparem\\p{L}{1,4}|sembl\\p{L}{1,4}|crois|croit|pense\\p{L}{0,3}|suppos\\p{L}{1,4}|espèr\\p{L}{1,4}|impression|\\p{L}{2,15}rai(?:t|ent|s)|risque\\p{L}{0,2}|possib\\p{L}{1,6}|éventuel\\p{L}{0,6}|si',
  ],
  pt: [
    'possi\\p{L}{1,8}|possí\\p{L}{1,4}|prova\\p{L}{1,7}|prová\\p{L}{1,4}|talvez|porventura|aparent\\p{L}{1,6}|parec\\p{L}{1,4}|pode\\p{L}{0,3}|pude\\p{L}{1,4}|ach\\p{L}{1,4}|acredit\\p{L}{1,4}|penso|supo\\p{L}{1,4}|esper\\p{L}{1,5}|\\p{L}{2,15}ria\\p{L}?|risco|se',
  ],
  ru: [
    'возможн\\p{L}{1,4}|вероятн\\p{L}{1,4}|может|могут|мог\\p{L}{0,2}|наверн\\p{L}{1,4}|видимо|по-видимому|похоже|каж\\p{L}{1,4}|казал\\p{L}{1,3}|вроде|думаю|думает|считаю|полага\\p{L}{1,4}|надею\\p{L}{0,3}|предпол\\p{L}{1,8}|скорее|бы|если|какой-то|как-то|типа',
  ],
  uk: [
    'можлив\\p{L}{1,4}|ймовірн\\p{L}{1,4}|імовірн\\p{L}{1,4}|може|можуть|міг|могл\\p{L}{1,2}|мабуть|напевн\\p{L}{0,3}|вочевидь|схоже|зда\\p{L}{1,5}|ніби|думаю|думає|вважаю|сподіва\\p{L}{1,5}|припус\\p{L}{1,6}|радше|би|б|якщо|якийсь|якось',
  ],
};

/** Words of speech that mean doubt and are no mere habit. */
export const PLAIN_DOUBT: PhraseTable = {
  en: ['may|might|could|probably|perhaps|possibly'],
  de: ['vielleicht|wahrscheinlich|möglicherweise|womöglich|vermutlich|könnten?|dürften?'],
  es: ['quizás?|tal vez|a lo mejor|posiblemente|probablemente|podrían?'],
  fr: ['peut-être|probablement|vraisemblablement|pourrai(?:t|ent)'],
  pt: ['talvez|possivelmente|provavelmente|poderiam?'],
  ru: ['возможно|вероятно|наверное'],
  uk: ['можливо|ймовірно|імовірно|мабуть'],
};

/** Anything in a sentence that takes its statement back a little, beside the words of DOUBTED and HEARSAY. */
export const SOFTENED: PhraseTable = {
  en: [
    'should|arguabl\\p{L}|hope\\p{L}{0,5}|estimat\\p{L}{1,4}|if|unsure|whether|ask(?:ed|s)?|opinion|view|doubt\\p{L}{0,3}|plan\\p{L}{0,3}|propos\\p{L}{1,4}|hypothe\\p{L}{1,6}|wonder\\p{L}{0,3}|capable|able|allow\\p{L}{0,3}|enabl\\p{L}{1,3}|option\\p{L}{0,2}|predict\\p{L}{0,3}|forecast\\p{L}{0,3}|reckon\\p{L}{0,3}|believ\\p{L}{1,3}|thinking|thinks',
  ],
  de: [
    'ob|falls|wenn|sollte\\p{L}?|soll|frag\\p{L}{1,4}|schätz\\p{L}{1,4}|hält|halte|erwart\\p{L}{1,4}|sei|seien|habe|werde|müsse|lasse|gebe|komme|erlaub\\p{L}{1,4}|ermöglich\\p{L}{1,3}|vorschl\\p{L}{1,4}|zweif\\p{L}{1,4}|ansicht|meinung|einschätzung',
  ],
  es: [
    'pregunt\\p{L}{1,5}|estim\\p{L}{1,5}|opin\\p{L}{1,4}|consider\\p{L}{1,4}|permit\\p{L}{1,5}|prev\\p{L}{1,4}|propon\\p{L}{1,4}|propuso|dud\\p{L}{1,4}|planea\\p{L}{0,4}|calcul\\p{L}{1,4}',
  ],
  fr: [
    'demand\\p{L}{1,5}|estim\\p{L}{1,5}|juge\\p{L}{0,3}|considèr\\p{L}{1,4}|permet\\p{L}{0,5}|prévoi\\p{L}{1,4}|propos\\p{L}{1,4}|dout\\p{L}{1,4}|envisag\\p{L}{1,4}|avis',
  ],
  pt: [
    'pergunt\\p{L}{1,5}|estim\\p{L}{1,5}|opin\\p{L}{1,4}|consider\\p{L}{1,4}|permit\\p{L}{1,5}|prev\\p{L}{1,4}|prop\\p{L}{1,5}|dúvid\\p{L}{1,3}|duvid\\p{L}{1,3}|planej\\p{L}{1,4}',
  ],
  ru: [
    'ли|спрос\\p{L}{1,4}|счита\\p{L}{1,4}|мнени\\p{L}{1,3}|оцен\\p{L}{1,5}|позволя\\p{L}{1,4}|предлага\\p{L}{1,4}|предложил\\p{L}?|сомнева\\p{L}{1,5}|ожида\\p{L}{1,4}|прогноз\\p{L}{0,6}',
  ],
  uk: [
    'чи|запита\\p{L}{1,4}|вважа\\p{L}{1,4}|думк\\p{L}{1,3}|оцін\\p{L}{1,5}|дозволя\\p{L}{1,4}|пропону\\p{L}{1,4}|запропон\\p{L}{1,5}|сумніва\\p{L}{1,5}|очіку\\p{L}{1,4}|прогноз\\p{L}{0,6}',
  ],
};
