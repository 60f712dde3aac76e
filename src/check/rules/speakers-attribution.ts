import { isSpeechVerb, type NameMention } from '../../text/index.ts';
import { type RoleToken, roleTokens } from './roles-tokens.ts';

/** What stands before the name of whoever says it, by primary language subtag. */
const ACCORDING: Readonly<Record<string, RegExp>> = {
  en: /\baccording to$/iu,
  de: /(?:\blaut|, so|\bnach (?:Angaben|Aussage|Ansicht|Einschätzung|Darstellung|Auffassung|Meinung|Worten) von)$/iu,
  es: /\b(?:según|de acuerdo con|a decir de|en opinión de|en palabras de|a juicio de)$/iu,
  fr: /\b(?:selon|d['’]après|de l['’]avis de|aux yeux de)$/iu,
  pt: /\b(?:segundo|de acordo com|conforme|na opinião de|nas palavras de|na avaliação de)$/iu,
  ru: /(?:по словам|по мнению|по оценке|по данным|как считает)$/iu,
  uk: /(?:за словами|на думку|за оцінкою|за даними|як вважає)$/iu,
};
/** "in Powell's view": what follows a name in the possessive. */
const VIEWS: ReadonlySet<string> = new Set(
  'view opinion words telling account estimation judgment reading'.split(' '),
);
/** Between a name and its verb of speech: adverbs and auxiliaries, folded. */
const BETWEEN: ReadonlySet<string> = new Set(
  'also later then again has had himself herself once himself repeatedly auch hat habe hatte selbst ha habia tambien luego a avait ont aussi ensuite tem tinha tambem depois также затем позже потом також потім згодом'.split(
    ' ',
  ),
);
const MOST_BETWEEN = 2;
/** A name behind one of these is part of another phrase: "an adviser to Biden said". */
const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of to for with by from in at about on against under than like von mit bei fur gegen aus de del da do das dos des du por para con com avec par pour chez contre sur sobre от для с из у к про о від для з із до'.split(
    ' ',
  ),
);
/** English turns verb and subject round only behind these: "said Biden", never "told Biden". */
const TURNED =
  /^(?:said|says|added|adds|replied|wrote|writes|explained|argued|noted|recalled|continued|concluded)$/u;
/** Words of an apposition: "Kelly, a senator from Arizona, said". */
const LONGEST_APPOSITION = 12;

/** Characters before a name in which "in the opinion of" stands. */
const REACH = 60;

/** The names that a sentence's own words let speak. Pronouns stand for nobody. */
export function findAttributed(
  text: string,
  mentions: readonly NameMention[],
  language: string,
): NameMention[] {
  const tokens = roleTokens(text, language);
  return mentions.filter((mention, index) => {
    if (mention.words.some(({ place }) => place !== undefined)) return false;
    const from = mention.titleStart ?? mention.start;
    const before = text.slice(Math.max(0, from - REACH), from).trimEnd();
    const first = tokenFrom(tokens, from);
    const behind = tokenFrom(tokens, mention.end);
    if (mention.isPossessive) return VIEWS.has(tokens[behind]?.key ?? '') && /\b(?:in|by)$/iu.test(before);
    if (ACCORDING[language]?.test(before) === true) return true;
    if (language === 'de' && tokens[behind]?.key === 'zufolge') return true;
    if (PREPOSITIONS.has(tokens[first - 1]?.key ?? '')) return false;
    const companion = companionOf(mentions, index, text);
    const last = tokenFrom(tokens, companion?.end ?? mention.end) - 1;
    return (
      isSubject(tokens, last, text, language) ||
      isApposition(tokens, { first, last }, text, language) ||
      isTurned(tokens, first, text, language)
    );
  });
}

/** The first token that begins at an offset or behind it. */
function tokenFrom(tokens: readonly RoleToken[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The employer in "Neil Irwin of Axios said", the partner in "Biden and Zelenskyy said": the verb is for the name before too. */
function companionOf(mentions: readonly NameMention[], index: number, text: string): NameMention | undefined {
  const [mention, next] = [mentions[index], mentions[index + 1]];
  return mention && next && COMPANION.test(text.slice(mention.end, next.titleStart ?? next.start))
    ? next
    : undefined;
}
const COMPANION =
  /^ (?:of|from|with|at|for|de|del|da|do|du|von|vom|из|із|з|от|від|and|und|y|et|e|и|та|і)(?: (?:the|la|le))? $/u;

function isSubject(tokens: readonly RoleToken[], last: number, text: string, language: string): boolean {
  for (let at = last + 1; at <= last + 1 + MOST_BETWEEN; at++) {
    const token = tokens[at];
    if (!token?.joins) break;
    if (says(token, language)) return true;
    if (!BETWEEN.has(token.key) && !(language === 'en' && token.key.endsWith('ly'))) break;
  }
  return isBehindApposition(tokens, last, text, language);
}

function isBehindApposition(
  tokens: readonly RoleToken[],
  last: number,
  text: string,
  language: string,
): boolean {
  const commaBefore = (at: number) => isBehindComma(tokens, at, text);
  if (!commaBefore(last + 1)) return false;
  for (let at = last + 3; at < Math.min(tokens.length, last + LONGEST_APPOSITION); at++) {
    const token = tokens[at];
    if (token && commaBefore(at)) return says(token, language);
  }
  return false;
}

function isBehindComma(tokens: readonly RoleToken[], at: number, text: string): boolean {
  return text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0).startsWith(',');
}

/** "The librarian, Ruth Calloway, said". */
function isApposition(
  tokens: readonly RoleToken[],
  { first, last }: { readonly first: number; readonly last: number },
  text: string,
  language: string,
): boolean {
  const verb = tokens[last + 1];
  const isSetOff = isBehindComma(tokens, first, text) && isBehindComma(tokens, last + 1, text);
  return isSetOff && verb !== undefined && says(verb, language);
}

function isTurned(tokens: readonly RoleToken[], first: number, text: string, language: string): boolean {
  const [verb, name] = [tokens[first - 1], tokens[first]];
  if (!verb || !name?.joins || !says(verb, language)) return false;
  if (language !== 'en')
    return !/^\p{Lu}/u.test(tokens[first - 2]?.text ?? '') || !verb.joins || language === 'de';
  const gap = text.slice(tokens[first - 2]?.end ?? 0, verb.start);
  return TURNED.test(verb.key) && /[,”"]|\s{2}/u.test(gap);
}

function says({ text }: RoleToken, language: string): boolean {
  return !/^\p{Lu}/u.test(text) && isSpeechVerb(text, language);
}
