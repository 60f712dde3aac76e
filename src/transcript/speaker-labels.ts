/** Words of names that are written small. */
const PARTICLES = new Set(
  'de del della di da das do dos du des la le van von vom zu zur der den ter ten bin ibn al el y e i of the and und et for'.split(
    ' ',
  ),
);
/** Labels that say that somebody speaks, not who; so does any single letter. */
const NAMELESS = new Set(
  'question answer pregunta respuesta frage antwort вопрос ответ domanda risposta pergunta resposta'.split(
    ' ',
  ),
);
/** Words before a colon that present what follows in any prose, also at the start of many lines. */
const PRESENTING = new Set(
  'note notes warning example correction update tip step question answer summary source sources url link title date video subject topic system assistant user disclaimer transcript break nota beispiel hinweis exemple ejemplo'.split(
    ' ',
  ),
);

/** Offices that labels name instead of a person, or before one. */
const OFFICES = new Set(
  'president chair chairman chairwoman chairperson secretary minister senator governor mayor judge justice speaker moderator host interviewer reporter audience presidenta presidente ministro ministra secretario secretaria subsecretario subsecretaria director directora moderador moderadora'.split(
    ' ',
  ),
);

/** Capitals, or a role in brackets, show a label by themselves, so that it may be longer than an ordinary one: it may name an office in full. */
const HEAD =
  /^([^:：\n]{1,100}?|[^:：\n\p{Ll}]{101,200}|[^:：\n()]{2,80}\([^:：\n]{1,200}\))\s?(?:[:：](?=\s|$)|：)/u;
const SHOUTED_HEAD = /^(\p{Lu}[\p{Lu}\p{M} .'’-]{3,60})\.(?=\s|$)/u;
const BARE_QUESTION = /^(Q)(?=\s+[\p{Lu}("“])/u;
/** A label inside a line stands behind the end of a sentence or a remark in brackets. */
export const INNER_HEAD = /(?:[.!?…]["”’)\]]?|[)\]])\s+(\p{Lu}[^:：.!?\n]{1,80}):(?=\s|$)/gu;
/** What stands inside a name without being of it: "VM (Vicky) Brasseur", "INSTITUTO (IMSS), ANA RUIZ". */
const ASIDE = /(?<=[\p{L}.])\s(?:\([^()]{1,40}\)|["“][\p{L}\p{M}.' -]{1,20}["”])(?=[\s,]|$)/gu;
/** One bar only: the row of a table has more. */
const BEFORE_BAR = /^([^|]*[^|\s]) \| [^|]{1,40}$/u;
export const SENTENCE_END = /[.!?…。！？؟।"”)\]]$/u;
const FORBIDDEN = /[!?…"“”«»<>{}[\]#*=/\\|;]|https?$/u;
const INITIALS = /^\p{Lu}{2,4}$/u;
const NUMBERED = /^[\p{L}_ ]{2,20}[ _]?\d{1,2}$/u;

/** What stands before the speech in a line: the label and how many characters it takes with its colon. */
export interface Head {
  readonly label: string;
  readonly length: number;
}

/** The possible label at the start of a line. Whether it is one, only the whole document tells. */
export function headOf(line: string, isCaptions: boolean): Head | undefined {
  const match =
    (/[:：]/u.test(line) ? HEAD.exec(line) : null) ??
    (isCaptions ? null : (SHOUTED_HEAD.exec(line) ?? BARE_QUESTION.exec(line)));
  const label = match?.[1]?.trim();
  return match && label ? { label, length: match[0].length } : undefined;
}

/** A line of the document as far as labels are concerned. */
export interface LabelLine {
  readonly text: string;
  /** A `>>` or a dash stands before it, so that somebody does begin to speak. */
  readonly isMarked: boolean;
  /** It is the first of a paragraph, or of a caption. */
  readonly opensCue: boolean;
}

/** `titled` is a name with an office behind a comma: "Ana Ruiz, head of the port". */
type Shape = 'capitals' | 'name' | 'titled' | 'handle' | undefined;

interface Candidate {
  readonly label: string;
  readonly shape: Shape;
  /** The words of the label that are not particles. */
  readonly words: readonly string[];
  count: number;
  /** How often a mark of a new speaker stands before it. */
  marked: number;
  /** How often it opens a paragraph or a caption. */
  opening: number;
  /** How often it has a line of its own. */
  alone: number;
  /** How often no sentence goes on before it. */
  free: number;
  /** All its words also stand in small letters somewhere, or the whole text is in capitals. */
  isCommon: boolean;
}

/** Whether a label marks a question or an answer without saying whose. */
export function isNameless(label: string): boolean {
  return label.length === 1 || NAMELESS.has(label.toLowerCase());
}

/**
 * A label without the role behind it, in brackets or behind a bar, so that "The Chair (Hon. Anthony Rota)" and "The Chair" are one,
 * and "Greg | Lido" is Greg.
 */
export function nameOf(label: string): string {
  const name = BEFORE_BAR.exec(label)?.[1];
  if (name !== undefined) return nameOf(name);
  const open = label.endsWith(')') ? openingOfLast(label) : 0;
  return (open > 0 ? label.slice(0, open) : label).trim();
}

/** Where the bracket opens that the last character closes; the first bracket where they do not match. */
function openingOfLast(label: string): number {
  let depth = 0;
  for (let at = label.length - 1; at >= 0; at--) {
    if (label[at] === ')') depth++;
    else if (label[at] === '(' && --depth === 0) return at;
  }
  return label.indexOf('(');
}

/** Whether a label is written like a name of at least two words, or of one word in capitals: "Ana Ruiz", "THE PRESIDENT", "JLM". */
export function isNameLike(label: string): boolean {
  const shape = shapeOf(label);
  const words = contentWords(label);
  return (
    (shape === 'capitals' || (shape === 'name' && words.length > 1)) &&
    !isPresenting(words) &&
    !isNameless(label)
  );
}

/** Whether a text could be the label of a speaker, where its place in the document already says that it is a label. */
export function isPlausibleLabel(label: string): boolean {
  const shape = shapeOf(label);
  return (
    shape !== undefined && shape !== 'titled' && contentWords(label).length > 0 && !isPresentingLabel(label)
  );
}

/** Whether a label is a full name with an office behind a comma: a form that needs more than its place to be taken. */
export function isTitledName(label: string): boolean {
  return shapeOf(label) === 'titled' && !isPresentingLabel(label);
}

/** Whether a label presents what follows in any prose: "Note", "Break". */
export function isPresentingLabel(label: string): boolean {
  return isPresenting(contentWords(label));
}

function isPresenting(words: readonly string[]): boolean {
  return words.some((word) => PRESENTING.has(word.toLowerCase()));
}

/** The labels of a document that are speakers, in the form of nameOf: no line alone shows it, but all of them together do. */
export function findSpeakers(lines: readonly LabelLine[], isCaptions: boolean): ReadonlySet<string> {
  const candidates = collect(lines, isCaptions);
  const accepted = new Set<string>();
  if (candidates.size === 0) return accepted;
  const body = lines.map((line) => line.text).join('\n');
  const isShouted = isMostlyCapitals(withoutHeads(lines, isCaptions));
  const vocabulary = lowerCaseWords(body);
  for (const candidate of candidates.values()) {
    candidate.isCommon = isShouted || isCommon(candidate, vocabulary);
    if (!isPresenting(candidate.words) && isSurelySpeaker(candidate, isShouted))
      accepted.add(candidate.label);
  }
  const found = [...candidates.values()];
  const company = companyOf(found, accepted, lines, isCaptions);
  for (const candidate of found) {
    if (isLikelySpeaker(candidate, company) || (!isShouted && isAlike(candidate, company)))
      accepted.add(candidate.label);
  }
  return accepted;
}

function collect(lines: readonly LabelLine[], isCaptions: boolean): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  const add = (found: string): Candidate | undefined => {
    const label = nameOf(found);
    let candidate = candidates.get(label);
    if (!candidate) {
      const shape = shapeOf(label);
      if (shape === undefined) return undefined;
      const counts = { count: 0, marked: 0, opening: 0, alone: 0, free: 0 };
      candidate = { label, shape, words: contentWords(label), ...counts, isCommon: false };
      candidates.set(label, candidate);
    }
    candidate.count++;
    return candidate;
  };
  let isFree = true;
  for (const { text, isMarked, opensCue } of lines) {
    const head = headOf(text, isCaptions);
    const candidate = head && add(head.label);
    if (head && candidate) {
      if (isMarked) candidate.marked++;
      if (opensCue) candidate.opening++;
      if (head.length === text.length) candidate.alone++;
      if (isFree || isMarked || (opensCue && !isCaptions)) candidate.free++;
    }
    if (text !== '') isFree = SENTENCE_END.test(text);
    if (!text.includes(':')) continue;
    for (const [, label] of text.matchAll(INNER_HEAD)) if (label?.includes(' ')) add(label);
  }
  return candidates;
}

/** An office is always made of words of the text; the name before it must have none: "On Windows, file" is no name. */
function isCommon({ label, shape, words }: Candidate, vocabulary: ReadonlySet<string>): boolean {
  const isKnown = (word: string) => vocabulary.has(word.toLowerCase());
  return shape === 'titled' ? contentWords(beforeComma(label)).some(isKnown) : words.every(isKnown);
}

/** Speakers by their own evidence: written like a name and used again, or behind a mark of a new speaker. */
function isSurelySpeaker(
  { label, shape, words, count, marked, isCommon }: Candidate,
  isShouted: boolean,
): boolean {
  if (marked > 0 && isNameLike(label)) return true;
  if (shape === 'capitals' && !isShouted && words.length > 1) {
    return count >= 2 || words.some((word) => OFFICES.has(word.toLowerCase()));
  }
  if (isCommon || shape === 'handle') return false;
  if (shape === 'titled') return count >= 2;
  return marked > 0 || (words.length > 1 ? count >= 2 : count >= 3);
}

/** The sure labels of a document. */
interface Company {
  readonly strong: ReadonlySet<string>;
  /** Labels as a share of the lines. */
  readonly share: number;
  /** Labels that open a paragraph as a share of the paragraphs; 0 in captions, which have none. */
  readonly openingShare: number;
  /** Most labels have a line of their own. */
  readonly areAlone: boolean;
  /** How often sure labels of several words in capitals are used. */
  readonly capitals: number;
  /** Sure labels that are the initials of a name. */
  readonly initials: ReadonlySet<string>;
}

function companyOf(
  found: readonly Candidate[],
  strong: ReadonlySet<string>,
  lines: readonly LabelLine[],
  isCaptions: boolean,
): Company {
  const sure = found.filter(({ label }) => strong.has(label));
  const labelled = found.filter(({ label, count }) => strong.has(label) || count >= 4);
  const spoken = lines.filter((line) => line.text.trim() !== '');
  const count = sum(labelled, (candidate) => candidate.count);
  return {
    strong: new Set(strong),
    share: count / spoken.length,
    openingShare: isCaptions
      ? 0
      : sum(sure, ({ opening }) => opening) / spoken.filter((line) => line.opensCue).length,
    areAlone: sum(labelled, ({ alone }) => alone) * 2 > count,
    capitals: sum(sure, ({ shape, words, count }) => (shape === 'capitals' && words.length > 1 ? count : 0)),
    initials: new Set(sure.map(({ label }) => label).filter((label) => INITIALS.test(label))),
  };
}

function sum(candidates: readonly Candidate[], countOf: (candidate: Candidate) => number): number {
  return candidates.reduce((total, candidate) => total + countOf(candidate), 0);
}

/** Speakers by the company they keep: in a document full of labels, one more of the same kind. */
function isLikelySpeaker(candidate: Candidate, { strong, share }: Company): boolean {
  const { label, shape, words, count, marked, isCommon } = candidate;
  if (isNameless(label)) return strong.size > 0 || count >= 3;
  if (isPresenting(words)) return false;
  if (isCommon) return count >= 4 && share >= 0.2;
  if (shape === 'handle') return (count >= 3 && share >= 0.2) || (strong.size >= 2 && share >= 0.5);
  if (shape === 'titled') return /,\s?\p{Lu}/u.test(label) && strong.has(beforeComma(label));
  if (words.length > 1) return strong.size >= 2 && share >= 0.05;
  return (strong.size >= 1 && count >= 2) || (strong.size >= 2 && share >= 0.3) || marked > 1;
}

/** Speakers by a form that they share with sure ones, at a place where somebody may begin to speak. */
function isAlike(candidate: Candidate, company: Company): boolean {
  const { label, shape, words, count, opening, alone, free, isCommon } = candidate;
  if (isCommon || shape === 'handle' || shape === 'titled' || free < count || isPresenting(words))
    return false;
  const { strong, initials } = company;
  if (alone === count && company.areAlone && strong.size >= 2) return true;
  if (words.length === 1) return INITIALS.test(label) && initials.size >= 2;
  if (shape === 'capitals' && company.capitals >= 3) return true;
  if (initials.has(initialsOf(words))) return true;
  return opening === count && strong.size >= 2 && company.openingShare >= 0.05;
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.replace(/(\p{L})[^-]*-?/gu, '$1')).join('');
}

function contentWords(label: string): string[] {
  return bareName(label)
    .split(/[\s,.]+/u)
    .filter((word) => word !== '' && !PARTICLES.has(word));
}

/** A name without what stands in brackets or quotation marks inside it. */
function bareName(label: string): string {
  return nameOf(label).replace(ASIDE, '');
}

function shapeOf(label: string): Shape {
  const name = bareName(label);
  if (name === '' || FORBIDDEN.test(name) || name.includes('(')) return undefined;
  if (NUMBERED.test(name)) return 'name';
  if (/\d/u.test(name) && !/^[\p{L}\d_]{2,20}$/u.test(name)) return undefined;
  if (/\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name)) return 'capitals';
  const comma = name.indexOf(',');
  if (comma > 0) return isFullName(name.slice(0, comma)) ? 'titled' : undefined;
  if (/^[\p{Ll}\d_.-]{2,20}$/u.test(name)) return 'handle';
  return isName(name) ? 'name' : undefined;
}

function isName(name: string): boolean {
  const words = name.split(/\s+/u);
  if (words.length > 7 || /[^\s.]{6,}\.\s/u.test(name)) return false;
  const areNames = words.every((word, index) => startsLikeName(word) || (index > 0 && PARTICLES.has(word)));
  return areNames && startsLikeName(words.at(-1) ?? '');
}

function beforeComma(label: string): string {
  return label.slice(0, label.indexOf(','));
}

/** A name of two words at least, so that it can be told from a word before a comma. */
function isFullName(name: string): boolean {
  return isName(name) && contentWords(name).length > 1;
}

/** Capital, also behind an elided particle ("d'Entremont"), or a letter of a script that has none; such scripts give short labels only. */
function startsLikeName(word: string): boolean {
  return (
    /^(?:["'‘’]|\p{L}{1,2}['’])?[\p{Lu}\p{Lt}]/u.test(word) || (/^\p{Lo}/u.test(word) && word.length <= 12)
  );
}

/** The text between the labels: those of a short exchange may have more capitals than its words. */
function withoutHeads(lines: readonly LabelLine[], isCaptions: boolean): string {
  let text = '';
  for (const line of lines) {
    if (text.length > 20_000) break;
    text += line.text.slice(headOf(line.text, isCaptions)?.length ?? 0);
  }
  return text.slice(0, 20_000);
}

function isMostlyCapitals(text: string): boolean {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  return upper > lower;
}

/** Words that also stand in small letters somewhere, outside labels: "note" is a word, "Stephanie" is not. */
function lowerCaseWords(text: string): ReadonlySet<string> {
  return new Set(text.match(/(?<![\p{L}'’-])\p{Ll}[\p{L}'’-]*(?![\p{L}'’:-])/gu) ?? []);
}
