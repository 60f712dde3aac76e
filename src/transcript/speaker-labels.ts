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
  'president chair chairman chairwoman chairperson secretary minister senator governor mayor judge justice speaker moderator host interviewer reporter presidenta presidente ministro ministra moderador moderadora'.split(
    ' ',
  ),
);

const HEAD = /^([^:：\n]{1,100}?)\s?(?:[:：](?=\s|$)|：)/u;
const SHOUTED_HEAD = /^(\p{Lu}[\p{Lu}\p{M} .'’-]{3,60})\.(?=\s|$)/u;
const BARE_QUESTION = /^(Q)(?=\s+[\p{Lu}("“])/u;
/** A label inside a line stands behind the end of a sentence. */
export const INNER_HEAD = /[.!?…]["”’)\]]?\s+(\p{Lu}[^:：.!?\n]{1,80}):(?=\s|$)/gu;
const FORBIDDEN = /[!?…"“”«»<>{}[\]#*=/\\|;]|https?$/u;
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
}

type Shape = 'capitals' | 'name' | 'handle' | undefined;

interface Candidate {
  readonly label: string;
  readonly shape: Shape;
  /** The words of the label that are not particles. */
  readonly words: readonly string[];
  count: number;
  /** How often a mark of a new speaker stands before it. */
  marked: number;
  /** All its words also stand in small letters somewhere, or the whole text is in capitals. */
  isCommon: boolean;
}

/** Whether a label marks a question or an answer without saying whose. */
export function isNameless(label: string): boolean {
  return label.length === 1 || NAMELESS.has(label.toLowerCase());
}

/** A label without the role in brackets behind it, so that "The Chair (Hon. Anthony Rota)" and "The Chair" are one. */
export function nameOf(label: string): string {
  const open = label.indexOf('(');
  return (open > 0 && label.endsWith(')') ? label.slice(0, open) : label).trim();
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
  return shape !== undefined && contentWords(label).length > 0 && !isPresenting(contentWords(label));
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
  const isShouted = isMostlyCapitals(body);
  const vocabulary = lowerCaseWords(body);
  for (const candidate of candidates.values()) {
    candidate.isCommon = isShouted || candidate.words.every((word) => vocabulary.has(word.toLowerCase()));
    if (!isPresenting(candidate.words) && isSurelySpeaker(candidate, isShouted))
      accepted.add(candidate.label);
  }
  const found = [...candidates.values()];
  const labelled = found.reduce(
    (sum, { label, count }) => (accepted.has(label) || count >= 4 ? sum + count : sum),
    0,
  );
  const company = {
    strong: accepted.size,
    share: labelled / lines.filter((line) => line.text.trim() !== '').length,
  };
  for (const candidate of found) {
    if (isLikelySpeaker(candidate, company)) accepted.add(candidate.label);
  }
  return accepted;
}

function collect(lines: readonly LabelLine[], isCaptions: boolean): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  const add = (found: string, isMarked: boolean) => {
    const label = nameOf(found);
    let candidate = candidates.get(label);
    if (!candidate) {
      const shape = shapeOf(label);
      if (shape === undefined) return;
      candidate = { label, shape, words: contentWords(label), count: 0, marked: 0, isCommon: false };
      candidates.set(label, candidate);
    }
    candidate.count++;
    if (isMarked) candidate.marked++;
  };
  for (const { text, isMarked } of lines) {
    const head = headOf(text, isCaptions);
    if (head) add(head.label, isMarked);
    if (!text.includes(':')) continue;
    for (const [, label] of text.matchAll(INNER_HEAD)) if (label?.includes(' ')) add(label, false);
  }
  return candidates;
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
  return marked > 0 || (words.length > 1 ? count >= 2 : count >= 3);
}

/** The other labels of a document, counted and as a share of its lines. */
interface Company {
  readonly strong: number;
  readonly share: number;
}

/** Speakers by the company they keep: in a document full of labels, one more of the same kind. */
function isLikelySpeaker(candidate: Candidate, { strong, share }: Company): boolean {
  const { label, shape, words, count, marked, isCommon } = candidate;
  if (isNameless(label)) return strong > 0 || count >= 3;
  if (isPresenting(words)) return false;
  if (isCommon) return count >= 4 && share >= 0.2;
  if (shape === 'handle') return (count >= 3 && share >= 0.2) || (strong >= 2 && share >= 0.5);
  if (words.length > 1) return strong >= 2 && share >= 0.05;
  return (strong >= 1 && count >= 2) || (strong >= 2 && share >= 0.3) || marked > 1;
}

function contentWords(label: string): string[] {
  return nameOf(label)
    .split(/[\s,.]+/u)
    .filter((word) => word !== '' && !PARTICLES.has(word));
}

function shapeOf(label: string): Shape {
  const name = nameOf(label);
  if (name === '' || FORBIDDEN.test(name) || name.includes('(')) return undefined;
  if (NUMBERED.test(name)) return 'name';
  if (/\d/u.test(name) && !/^[\p{L}\d_]{2,20}$/u.test(name)) return undefined;
  if (/\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name)) return 'capitals';
  const words = name.split(/\s+/u);
  if (words.length > 7 || /[^\s.]{6,}\.\s|,/u.test(name)) return undefined;
  if (words.length === 1 && /^[\p{Ll}\d_.-]{2,20}$/u.test(name)) return 'handle';
  const isName = words.every((word, index) => startsLikeName(word) || (index > 0 && PARTICLES.has(word)));
  return isName && startsLikeName(words.at(-1) ?? '') ? 'name' : undefined;
}

/** Capital, or a letter of a script that has none; such scripts give short labels only. */
function startsLikeName(word: string): boolean {
  return /^["'‘’]?[\p{Lu}\p{Lt}]/u.test(word) || (/^\p{Lo}/u.test(word) && word.length <= 12);
}

function isMostlyCapitals(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const upper = sample.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = sample.match(/\p{Ll}/gu)?.length ?? 0;
  return upper > lower;
}

/** Words that also stand in small letters somewhere, outside labels: "note" is a word, "Stephanie" is not. */
function lowerCaseWords(text: string): ReadonlySet<string> {
  return new Set(text.match(/(?<![\p{L}'’-])\p{Ll}[\p{L}'’-]*(?![\p{L}'’:-])/gu) ?? []);
}
