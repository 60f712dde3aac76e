import { createWordTable } from './names-table.ts';

/** Offices and ranks that stand before a name, in en, de, es, fr, pt, ru and uk. */
export const titles = createWordTable({
  president:
    'president presidents presidente presidenta prasident prasidentin prasidenten president presidente президент*',
  vice: 'vice vize vizeprasident* vicepresident* vicepremier* вице* віце*',
  prime: 'prime premier premiers premierminister* primer primeiro primeira premiere премьер* премєр*',
  minister:
    'minister ministers ministerin ministern ministro ministra ministros ministre ministres министр* міністр*',
  secretary:
    'secretary secretaries sekretar* generalsekretar* staatssekretar* secretario secretaria secretaire секретар* госсекретар*',
  chancellor:
    'chancellor kanzler kanzlers kanzlerin bundeskanzler* canciller chancelier chanceliere chanceler канцлер*',
  senator: 'senator senators sen senatorin senador senadora senateur senatrice сенатор*',
  representative:
    'representative rep congressman congresswoman abgeordnet* diputado diputada deputado deputada depute deputee депутат*',
  governor: 'governor gov gouverneur* gobernador gobernadora governador governadora губернатор*',
  mayor:
    'mayor burgermeister* oberburgermeister* alcalde alcaldesa prefeito prefeita maire мэр мэра мэру мэром мер мера меру мером',
  chair: 'chair chairman chairwoman chairperson vorsitzend* presidencia председател* голова голови голову',
  judge: 'judge richter richterin juez jueza juge juiz juiza судья судьи судью судьей суддя судді',
  justice: 'justice',
  speaker: 'speaker спикер* спікер*',
  general: 'general generals gen generale генерал*',
  admiral: 'admiral almirante amiral адмирал*',
  colonel: 'colonel col oberst coronel полковник*',
  captain: 'captain capt hauptmann capitan capitaine capitao капитан* капітан*',
  sergeant: 'sergeant sgt sargento сержант*',
  ambassador:
    'ambassador botschafter* embajador embajadora ambassadeur* embaixador embaixadora посол посла послу послом',
  commissioner: 'commissioner kommissar* comisario comisaria commissaire comissario comissaria',
  director: 'director direktor direktorin directora directeur directrice diretor diretora директор*',
  king: 'king konig rey roi rei король короля королю королем',
  queen: 'queen konigin reina reine rainha королева королеву королевы королеви',
  prince: 'prince prinz principe принц принца принцу',
  princess: 'princess prinzessin princesa princesse принцесса принцесу',
  pope: 'pope papst papa pape папа папы папу папи',
  bishop:
    'bishop archbishop bischof erzbischof obispo arzobispo eveque archeveque bispo епископ* архиепископ* єпископ*',
  professor: 'professor prof professorin profesor profesora professeur professora профессор* професор*',
  doctor: 'doctor dr doktor doctora docteur doutor doutora доктор*',
  reverend: 'reverend rev pastor pfarrer',
  minister_president: 'ministerprasident*',
  leader: 'parteichef parteichefin лидер* лідер*',
});

/** Forms of address: they tell a gender at most. */
export const honorifics = createWordTable({
  man: 'mr mister sir lord herr herrn senor don monsieur m senhor господин* пан пана пану паном',
  woman: 'mrs ms miss madam madame lady dame frau senora dona dona mme mlle senhora госпож* пані',
});

/** Small words inside the names of people. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'de del della di da das do dos du des la las los le van von vom zu zur der den ter ten bin ibn bint al el ben abu ul'.split(
    ' ',
  ),
);

/** Months and weekdays, folded. They are no names of people or places; what they date is another rule's. */
const TIMES = createWordTable({
  time: `january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
    januar janner februar marz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado domingo
    janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche
    janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro segunda terca quarta quinta sexta
    январ* феврал* март* апрел* июнь июня июне июню июль июля июле июлю август* сентябр* октябр* ноябр* декабр* понедельник* вторник* четверг* пятниц* суббот* воскресень*
    christmas easter weihnachten ostern pfingsten navidad noel natal пасха рождеств* spring summer autumn winter fall`,
});

export function isTimeName(word: string): boolean {
  return TIMES.find(word) !== undefined;
}

/** Other words for people by what they do, which open sentences without an article; folded. */
export const professions = createWordTable({
  person: `ceo cfo chief executive executives head heads chairs editor reporter reporters journalist journalists analyst analysts expert experts critic critics
    official officials officer officers lawmaker lawmakers lawyer lawyers attorney prosecutor prosecutors engineer engineers scientist scientists researcher
    researchers economist economists historian author authors writer host hosts guest guests moderator moderatorin moderador moderadora moderateur colleague colleagues employee employees worker workers
    adviser advisers advisor aide aides spokesman spokeswoman spokesperson commander soldier soldiers ally allies rival rivals member members partner partners
    founder cofounder owner manager coach player teacher student students voter voters diplomat diplomats negotiator envoy strategist husband wife boss
    vorstand chef chefin leiter leiterin sprecher sprecherin politiker politikerin experte expertin forscher forscherin beobachter kritiker mitarbeiter
    jefe jefa portavoz periodista experto experta funcionario funcionaria asesor asesora dirigente lider ministros dueno duena
    chef cheffe patron porte-parole journaliste expert experte conseiller conseillere dirigeant dirigeante candidat candidate depute
    chefe jornalista especialista assessor assessora dirigente candidato candidata
    автор автора авторы ведущ* эксперт* аналитик* журналист* чиновник* рассказчик* руководител* глава главы собеседник* представител* советник* участник* зрител* депутат*
    промов* ведуч* експерт* аналітик* журналіст* чиновник* керівник* очільник* речник* учасник* радник*`,
});

const INSTITUTIONS: ReadonlySet<string> = new Set(
  'department committee board union council bank agency university ministry commission street house act law party court company institute school office center centre association journal times post news club channel congress senate parliament ministerio secretaria comision consejo banco universidad ministere commission conseil banque universite assemblee ministerio comissao conselho banco universidade motors electric assembly staff'.split(
    ' ',
  ),
);

/** Whether a folded word makes the name that it stands in one of a body: "Department", "Committee". */
export function isInstitution(word: string): boolean {
  return INSTITUTIONS.has(word);
}

/** Small words and numerals that begin sentences and are on no stop list; folded. */
const OPENERS: ReadonlySet<string> = new Set(
  `despite given although unlike amid besides concerning regarding throughout beyond within following per plus via whereas once today yesterday tomorrow nobody everyone both neither cerca quinze vingt trente quarante cinquante soixante cent mille cinco seis siete ocho nueve diez veinte treinta cien sete oito nove dez vinte trinta cem quatro cuatro quatre cinq sept huit neuf parmi selon outre malgre hormis segun tras mediante conforme perante
    segundo laut zufolge angesichts trotz wegen wahrend gemass neben entgegen mithilfe pour d'apres apres avant contre sous durante desde hacia por para
    за по на у в о об із зі на до для при про после перед через между среди кроме согласно благодаря вопреки несмотря попри завдяки щодо серед крім`.split(
    /\s+/u,
  ),
);

export function isOpener(word: string): boolean {
  return OPENERS.has(word);
}
