import { primarySubtag } from '../../text/index.ts';

/** How a language says that a person reviewed or wrote a text, and that nobody did. Stems, where words are inflected. */
interface Claims {
  readonly claim: RegExp;
  /** Before the claim, in the same clause. */
  readonly denial: RegExp;
  /** In languages that deny behind the verb: anywhere in the clause. */
  readonly deniesAnywhere?: boolean;
}

const STAFF =
  '(?:staff|newsroom|news ?desk|desk|team|editors?|reporters?|journalists?|writers?|humans?|people|person)';

const CLAIMS: Readonly<Record<string, Claims>> = {
  en: {
    claim: new RegExp(
      [
        '\\b(?:re-?)?(?:reviewed|fact-?checked|proof-?read|vetted|approved)\\b',
        '\\b(?:checked|verified|edited|corrected|read|signed off) by (?!software|code|a (?:program|machine|model)|rules)',
        `\\b(?:written|authored|produced|drafted|created|reported|compared|checked|verified|edited) by (?:(?:our|the|a|an|its|real|human|professional) )*${STAFF}\\b`,
        `\\b${STAFF} (?:has |have )?(?:wrote|written|checked|verified|edited|read|compared)\\b`,
        '\\bhuman[- ](?:written|edited|checked|verified|authored|made)\\b',
      ].join('|'),
      'iu',
    ),
    denial:
      /\b(?:not|never|nobody|no one|none|no (?:person|editor|human|journalist|reporter)s?|without|yet to be)\b|n[’']t\b|\bby no\b/iu,
  },
  de: {
    claim:
      /(?:redaktionell|von (?:der|unserer|einer|einem|unseren)?\s*(?:Redaktion|Redakteur|Journalist|Mensch|Mitarbeite)\p{L}*)\s[^.]{0,30}(?:geprüft|gegengelesen|bearbeitet|verfasst|geschrieben|überprüft|kontrolliert|abgenommen)|\b(?:geprüft|gegengelesen|überprüft|kontrolliert|lektoriert|freigegeben)|unsere[rn]? Redaktion/iu,
    denial: /(?:^|\P{L})(?:nicht|nie|niemand|kein\p{L}*|noch nicht|ohne|un(?=geprüft))/iu,
    deniesAnywhere: true,
  },
  es: {
    claim:
      /(?:^|\P{L})(?:revisad[oa]|verificad[oa]|comprobad[oa]|contrastad[oa]|corregid[oa]|editad[oa]|aprobad[oa]|(?:escrit|redactad)[oa] por (?:nuestr|la redacción|el equipo|un[oa]? (?:periodista|redactor|person|human)|human|periodista))/iu,
    denial: /(?:^|\P{L})(?:no|nunca|sin|nadie|ning[uú]n\p{L}*)(?!\p{L})/iu,
  },
  fr: {
    claim:
      /(?:^|\P{L})(?:relue?|vérifiée?|contrôlée?|corrigée?|validée?|approuvée?|(?:écrite?|rédigée?) par (?:notre|nos|la rédaction|l[’']équipe|une? (?:journaliste|rédact|humain|personne)|des (?:journalistes|humains)))(?!\p{L})/iu,
    denial: /(?:^|\P{L})(?:non|pas|jamais|personne|aucun\p{L}*|sans|ni)(?!\p{L})/iu,
  },
  pt: {
    claim:
      /(?:^|\P{L})(?:revist[oa]|revisad[oa]|verificad[oa]|conferid[oa]|corrigid[oa]|editad[oa]|aprovad[oa]|(?:escrit|redigid)[oa] (?:pel[oa]s? (?:noss|redação|equipa|equipe|jornalista)|por (?:noss|uma? (?:jornalista|pessoa|humano|redator)|human|jornalista)))/iu,
    denial: /(?:^|\P{L})(?:não|nunca|sem|ninguém|nenhum\p{L}*)(?!\p{L})/iu,
  },
  ru: {
    claim:
      /(?:^|\P{L})(?:провер(?:ен|ил)\p{L}*|отредактирован\p{L}*|вычитан\p{L}*|одобрен\p{L}*|сверен\p{L}*|(?:написан\p{L}*|подготовлен\p{L}*) (?:наш\p{L}*|редакци\p{L}*|журналист\p{L}*|человек\p{L}*|сотрудник\p{L}*))/iu,
    denial: /(?:^|\P{L})(?:не|никто|никем|никогда|ещё не|без)(?!\p{L})/iu,
  },
  uk: {
    claim:
      /(?:^|\P{L})(?:перевір(?:ен|ив|ил)\p{L}*|відредагован\p{L}*|вичитан\p{L}*|схвален\p{L}*|звірен\p{L}*|(?:написан\p{L}*|підготовлен\p{L}*|підготувал\p{L}*) (?:наш\p{L}*|редакці\p{L}*|журналіст\p{L}*|людин\p{L}*|працівник\p{L}*))/iu,
    denial: /(?:^|\P{L})(?:не|ніхто|ніким|ніколи|без)(?!\p{L})/iu,
  },
  ar: {
    claim:
      /راجع\p{L}*|مراجع\p{L}*|تحقق من\p{L}*|دقق\p{L}*|(?:كتب\p{L}*|تحرير|أعد\p{L}*) (?:فريق|محرر|صحفي|هيئة|قسم|غرفة)\p{L}*/u,
    denial: /(?:^|\P{L})و?(?:لم|لا|ليس\p{L}*|غير|دون|بدون|ما)(?!\p{L})/u,
  },
  hi: {
    claim:
      /जाँचा|जांचा|जाँच की|जांच की|समीक्षा|सत्यापित|संपादित|(?:संपादक|पत्रकार|टीम|न्यूज़रूम|स्टाफ़?)[^।]{0,20}(?:लिखा|लिखी)/u,
    denial: /नहीं|बिना|किसी ने न/u,
    deniesAnywhere: true,
  },
  ja: {
    claim:
      /確認|校閲|校正|査読|監修|検証|点検|承認|(?:編集部|編集者|記者|人間|スタッフ)[^。]{0,12}(?:執筆|書い|作成)/u,
    denial: /未(?:確認|校閲|検証|承認)|ない|なし|いません|ません|まだ/u,
    deniesAnywhere: true,
  },
  zh: {
    claim:
      /审核|审阅|审校|核实|核对|校对|審核|審閱|審校|核實|核對|校對|(?:编辑部|编辑|記者|记者|編輯部|編輯|人工(?!智)|真人)[^。]{0,8}(?:撰写|编写|写成|寫成|撰寫|編寫|所写|所寫)/u,
    denial: /未|没有|沒有|尚未|无人|無人|并非|並非|不/u,
    deniesAnywhere: true,
  },
};

/** "Not only by software" denies nothing. */
const NO_DENIAL =
  /\bnot only\b|\bnot just\b|nicht nur|no solo|no sólo|não só|non seulement|не только|не лише|不仅|不僅|だけでなく/giu;
const CLAUSES = /[.,;:!?。、，；：！？।،؛()（）\n]|\s[–—-]\s/u;

/** The words that claim a person's review or authorship, in the language of the article or in English. */
export function findHumanClaim(text: string, language: string): string | undefined {
  const languages = new Set([primarySubtag(language), 'en']);
  for (const clause of text.normalize('NFC').replace(NO_DENIAL, ' ').split(CLAUSES)) {
    for (const name of languages) {
      const known = CLAIMS[name];
      const found = known?.claim.exec(clause);
      if (!known || !found) continue;
      const denied = known.deniesAnywhere ? clause : clause.slice(0, found.index + found[0].length);
      if (!known.denial.test(denied) && !/\bby no\b/iu.test(clause)) return clause.trim();
    }
  }
  return undefined;
}
