import { createWordTable } from './names-table.ts';

/**
 * Countries and unions whose names and demonyms do not begin alike or are often shortened, in en, de, es, fr, pt, ru and uk.
 * Others are recognised by their common beginning (see areCognate). Spellings of one name (Kiev, Kyiv) are not in it.
 */
const PLACES: Readonly<Record<string, string>> = {
  us: 'u.s. us usa america americas american americans united_states vereinigt*_staaten amerika* estados_unidos eeuu eua etats_unis americain* estadounidens* norteamerican* american* соединенн*_штат* сша америк* сполучен*_штат*',
  uk: 'u.k. uk united_kingdom great_britain britain british briton* grossbritannien brite* britisch* reino_unido gran_bretana gra_bretanha britanic* royaume_uni grande_bretagne britanniqu* великобритани* британ* велик*_британі* британі*',
  england:
    'england english englishman englisch* englander* ingles* inglaterra anglais* angleterr* англи* англі*',
  eu: 'e.u. eu european_union europaisch*_union union_europea ue union_europeenn* uniao_europeia ес европейск*_союз* європейськ*_союз* єс',
  un: 'u.n. un united_nations vereinte*_nationen naciones_unidas onu nations_unies nacoes_unidas оон организаци*_объединенн*_наци* обєднан*_наці*',
  nato: 'nato otan нато north_atlantic_treaty_organization',
  europe: 'europ* evrop* европ* європ*',
  russia: 'russi* russe* russland* russisch* rusia* ruso rusos rusa rusas росси* русск* росі*',
  ukraine: 'ukrain* ucran* украин* україн*',
  china:
    'china chinas chinese chine chinois* chinesen chinesisch* chino chinos chines* kitai китай* китая китаю китаем китаи китае',
  germany:
    'german germans germany deutsch* aleman* allemagn* allemand* alema germani* герман* немец* немц* німе*',
  france: 'france french frenchman frankreich* franzosi* franzos* franci* frances franca francais* франц*',
  spain: 'spain spanish spaniard* spani* espan* espagn* espanh* испан* іспан*',
  portugal: 'portug* португал*',
  italy: 'ital* итал* італ*',
  netherlands:
    'netherland* dutch holland* niederland* paises_bajos neerland* pays_bas paises_baixos нидерланд* голланд* нідерланд*',
  switzerland: 'swiss switzerland schweiz* suiza suizo* suisse* suica* suico* швейцар*',
  austria: 'austria austrian austrians osterreich* austriac* autriche* autrichien* австри* австрі*',
  poland:
    'poland polish poles polen polnisch* pole polonia polac* pologne polonais* polones* польш* польск* поляк* польщ* польс*',
  denmark: 'denmark danish dane danes danemark* danisch* dinamarca danes danois* дани* датск* дані*',
  sweden: 'swed* schwed* suecia sueco* suede suedois* швец* швед*',
  norway: 'norw* noruega norueg* norveg* норве*',
  finland: 'finland finnish finn finns finnisch* finnland* finland* finlandais* финлянд* финск* фінл* фінс*',
  greece: 'greece greek greeks griech* grecia grieg* grec grece grecs grego* греци* греческ* грек* греці*',
  turkey:
    'turkey turkish turk turks turkiye turkei turkisch* turken turqu* turco* turca* турци* турецк* турк* турец*',
  hungary: 'hungar* ungar* hongr* hungri* венгр* венгер* угор*',
  czechia: 'czech* tschech* chec* tchequ* чехия чехии чехию чехи чехов чешск* чехі* чеськ*',
  ireland: 'ireland irish irland* irisch* irlanda* irlandais* ирланд* ірланд*',
  scotland: 'scotland scottish scots schott* escoc* ecoss* шотланд*',
  wales: 'wales welsh',
  japan: 'japan* japon* japao япон* японі*',
  korea: 'korea* corea* coree* coreia* коре*',
  india: 'india indian indians indien* inde indisch* inder indio indios инди* інді*',
  iran: 'iran* иран* іран*',
  iraq: 'iraq* irak* iraqu* ирак* ірак*',
  israel: 'israel* израил* ізраїл*',
  palestine: 'palestin* palastin* палестин*',
  lebanon: 'leban* libanes* libano liban ливан* ліван*',
  syria: 'syria* syrien* syrer syrisch* siria sirio* syrie сири* сирі*',
  saudi: 'saudi* saoud* саудов*',
  egypt: 'egypt* agypt* egipt* egito египт* єгип*',
  morocco: 'morocc* marokk* marruec* marroqui* maroc marocain* марок*',
  brazil: 'brazil* brasil* bresil* бразил*',
  mexico: 'mexic* mexik* мексик*',
  canada: 'canad* kanad* канад*',
  cuba: 'cuba cuban* kuba kuban* cubain* куба кубы кубе кубу кубой кубинс* кубінс*',
  australia: 'austral* австрал*',
  southafrica:
    'south_africa* sudafrik* sudafric* afrique_du_sud africa_do_sul южная_африк* южной_африк* южную_африк* юар',
  peru: 'peru peruvian* peruan* perou перу*',
  vietnam: 'vietnam* вьетнам* вєтнам*',
  philippines: 'philippin* filipin* филиппин*',
  thailand: 'thai thailand* tailand* таилан* таїлан*',
  taiwan: 'taiwan* тайван*',
  argentina: 'argentin* аргентин*',
  belgium: 'belgi* belg belgique belge belges бельг*',
  latvia: 'latvi* lettland* letton* letonia латви* латві*',
  lithuania: 'lithuan* litau* lituan* литв* литовск* литовс*',
  estonia: 'estoni* estland* estni* эстон* естон*',
  belarus: 'belarus* weissruss* bielorrus* bielorruss* biélorus* белорус* білорус*',
  georgia: 'georgia* georgien* georgie* грузи*',
  africa: 'africa africas african africans afrika* afric* afriqu* африк*',
  asia: 'asia asian asians asien* asiatisch* asie азии азия азиат* азія азії азію азіат* азійс*',
};

export const places = createWordTable(PLACES);

/** Seats of government, which stand for the countries above: "Moscow" where the speaker says Russia. */
export const capitals = createWordTable({
  us: 'washington вашингтон*',
  uk: 'london londres лондон*',
  eu: 'brussels brussel bruxelles bruselas bruxelas брюссел*',
  russia: 'moscow moskau moscou moscu moskva kremlin kreml москв* кремл*',
  ukraine: 'kyiv kiev kiew киев* києв* київ',
  china: 'beijing peking pekin pequim пекин* пекін*',
  germany: 'berlin berlim берлин* берлін*',
  france: 'paris париж*',
  spain: 'madrid мадрид*',
  italy: 'rome rom roma рим рима риме',
  poland: 'warsaw warschau varsovia varsovie варшав*',
  turkey: 'ankara анкар*',
  iran: 'tehran teheran teeran тегеран*',
  israel: 'jerusalem tel_aviv иерусалим* єрусалим*',
  japan: 'tokyo tokio toquio токио токіо',
  korea: 'seoul pyongyang seul сеул* пхеньян*',
  brazil: 'brasilia бразилиа',
  india: 'delhi дели делі',
});
