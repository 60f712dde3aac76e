import { checkCopy, RULES, type Rule } from '../../check/index.ts';
import type { DraftSentence } from '../draft.ts';
import type { Desk } from './desk.ts';
import { mendHeadings } from './headings.ts';
import { type Manuscript, type ManuscriptHole, type ManuscriptLine, numberIn } from './manuscript.ts';
import type { Notes } from './notes.ts';
import { neighbourhood } from './quotations.ts';
import { type Repair, repairsSchema, type WrittenSentence } from './schemas.ts';
import { judgeTop, standIn } from './top-lines.ts';
import { plain } from './top-matter.ts';
import type { Doubt } from './verify.ts';
import type { WrittenArticle } from './write-parts.ts';

const MOST_ROUNDS = 2;
/** Lines that one call mends. */
const LINES_PER_CALL = 14;

/** Sends failing lines back with what is wrong, at most twice; what still fails then leaves the article. */
export async function repair(
  desk: Desk,
  notes: Notes,
  article: WrittenArticle,
  doubts: readonly Doubt[],
): Promise<void> {
  const { manuscript } = article;
  let open = [
    ...manuscript.holes.map(
      ({ number, fault }): Doubt => ({ number, rule: 'W01', severity: 'error', message: fault }),
    ),
    ...doubts,
  ];
  let failing = [...open, ...judge(desk, manuscript)];
  for (let round = 1; round <= MOST_ROUNDS && failing.length > 0; round++) {
    const groups = groupDoubts(failing);
    desk.writing.onStage('repair', groups.length);
    const answers = await Promise.all(
      groups.map((group) => askForRepairs(desk, { notes, manuscript, group })),
    );
    const mended = new Set(answers.flat().flatMap((answer) => apply(desk, article, answer) ?? []));
    // What nobody rewrote is as doubtful as before.
    open = open.filter(({ number }) => !mended.has(number));
    failing = [...open, ...judge(desk, manuscript)];
  }
  for (const { written, fault } of manuscript.holes) desk.dropped.push({ text: written.text, why: fault });
  leaveOut(desk, article, failing);
  mendHeadings(desk, manuscript);
}

/** What nobody could mend goes; a headline that goes has a sentence of the body in its place. What goes may take the ground from what stays. */
function leaveOut(desk: Desk, article: WrittenArticle, failing: readonly Doubt[]): void {
  const replaced = new Set<number>();
  for (let left = failing; left.length > 0; left = judge(desk, article.manuscript)) {
    // The top comes last, when it is known which sentences stay.
    left = left
      .filter(({ number }) => !replaced.has(number))
      .toSorted((first, second) => first.number - second.number);
    for (const { number, rule, message } of left) {
      if (replaced.has(number)) continue;
      if (!drop(desk, article, number, `${rule}: ${message}`)) replaced.add(number);
    }
    if (left.length === 0) return;
  }
}

/** What the rules say of single lines; what they say of the whole is of no use in mid-writing. */
const LINE_RULES: readonly Rule[] = RULES.flatMap(({ checkArticle: _, ...rule }) =>
  rule.checkSentence ? [rule] : [],
);
const DECK_RULES = LINE_RULES.filter(({ roles }) => roles?.includes('deck'));

/** What the rules hold against the lines as they stand. */
export function judge(desk: Desk, manuscript: Manuscript, rules: readonly Rule[] = LINE_RULES): Doubt[] {
  const { evidence, writing } = desk;
  const findings = checkCopy(manuscript.copy(writing), evidence, rules).findings;
  const faults = findings.flatMap(({ rule, severity, message, where }): Doubt[] => {
    const number = numberIn(where.path);
    return severity === 'error' && number !== undefined ? [{ number, rule, severity, message }] : [];
  });
  return [...faults, ...judgeTop(manuscript, writing.language)];
}

/** Those of some texts that could stand at the top of the article. */
export function fitForTop(desk: Desk, manuscript: Manuscript, texts: readonly string[]): string[] {
  const trial = manuscript.clone();
  const known = new Set(trial.lines.map(({ number }) => number));
  for (const text of texts) trial.addTop('deck', text, []);
  const failing = new Set(judge(desk, trial, DECK_RULES).map(({ number }) => number));
  return trial.lines
    .filter(({ number }) => !known.has(number) && !failing.has(number))
    .map(({ sentence }) => sentence.text);
}

function groupDoubts(doubts: readonly Doubt[]): Doubt[][] {
  const numbers = [...new Set(doubts.map(({ number }) => number))].sort((first, second) => first - second);
  const groups: Doubt[][] = [];
  for (let at = 0; at < numbers.length; at += LINES_PER_CALL) {
    const group = new Set(numbers.slice(at, at + LINES_PER_CALL));
    groups.push(doubts.filter(({ number }) => group.has(number)));
  }
  return groups;
}

interface RepairRequest {
  readonly notes: Notes;
  readonly manuscript: Manuscript;
  readonly group: readonly Doubt[];
}

async function askForRepairs(desk: Desk, { notes, manuscript, group }: RepairRequest): Promise<Repair[]> {
  const numbers = [...new Set(group.map(({ number }) => number))];
  const lines = numbers.flatMap((number) => manuscript.line(number) ?? []);
  const holes = numbers.flatMap((number) => manuscript.hole(number) ?? []);
  const cites = [
    ...lines.flatMap(({ sentence }) => sentence.cites),
    ...holes.flatMap(({ written }) => written.units),
  ];
  const answer = await desk.askOrNothing({
    stage: 'repair',
    name: 'repairs',
    schema: repairsSchema,
    variables: {
      source: desk.excerpt(neighbourhood(cites, desk.writing.transcript.units)),
      speakers: [...notes.register.calls].map(([key, call]) => `- ${key}: ${call}`).join('\n'),
      sentences: [
        ...(lines.some(({ role }) => role !== 'sentence') ? [renderBody(manuscript)] : []),
        ...lines.map((line) => renderLine(line, group, manuscript)),
        ...holes.map((hole) => renderHole(hole, notes, manuscript)),
      ].join('\n\n'),
      language: desk.language,
      published: desk.published,
    },
  });
  const asked = new Set(numbers);
  // Without a usable answer the lines stay as they are, and go in the end.
  return answer?.repairs.filter(({ number }) => asked.has(number)) ?? [];
}

/** The top is mended from what the body says. */
function renderBody(manuscript: Manuscript): string {
  const body = manuscript.lines.filter(({ role }) => role === 'sentence');
  return ['The article, for its top:', ...body.map(({ sentence }) => `- ${sentence.text}`)].join('\n');
}

function renderLine(line: ManuscriptLine, doubts: readonly Doubt[], manuscript: Manuscript): string {
  const { number, role, sentence } = line;
  const own = doubts.filter((doubt) => doubt.number === number);
  const [before, behind] = manuscript.neighbours(line).map((other) => other?.sentence.text ?? '-');
  return [
    `${number}. (${role === 'sentence' ? sentence.kind : role}) ${sentence.text} [${sentence.cites.join(', ')}]`,
    ...own.map(({ message }) => `   Wrong: ${message}`),
    ...(role === 'sentence' ? [`   Before it: ${before}`, `   Behind it: ${behind}`] : []),
  ].join('\n');
}

function renderHole(hole: ManuscriptHole, { claims }: Notes, manuscript: Manuscript): string {
  const { number, written, fault } = hole;
  const [before, behind] = manuscript.neighbours(hole).map((other) => other?.sentence.text ?? '-');
  const placed = [...written.text.matchAll(/\{q(\d+)\}/gu)].flatMap(([mark, id]) => {
    const quotation = claims.get(Number(id))?.quotation;
    return quotation ? [`   ${mark} = ${quotation.text}`] : [];
  });
  return [
    `${number}. (${written.kind}) ${written.text} [${written.units.join(', ')}]`,
    `   Wrong: ${fault}`,
    ...placed,
    `   Before it: ${before}`,
    `   Behind it: ${behind}`,
  ].join('\n');
}

/** The number of the line, when it is another one now. */
function apply(desk: Desk, { composer, manuscript }: WrittenArticle, answer: Repair): number | undefined {
  const line = manuscript.line(answer.number);
  if (!line) return fillHole({ composer, manuscript }, answer);
  if (answer.text === null || answer.text.trim() === '') {
    // A headline cannot be left out.
    if (line.role !== 'sentence' && line.role !== 'keyPoint') return undefined;
    desk.dropped.push({ text: line.sentence.text, why: 'it could not be mended' });
    composer.release(line.sentence);
    manuscript.remove(answer.number);
    return answer.number;
  }
  const mended =
    line.role === 'sentence'
      ? mendSentence(line, answer.text, { composer, answer })
      : mendTop(line, answer.text, knownUnits(answer.units, desk));
  if (!mended || isSame(mended, line.sentence)) return undefined;
  manuscript.replace(answer.number, mended);
  return answer.number;
}

function fillHole({ composer, manuscript }: WrittenArticle, answer: Repair): number | undefined {
  if (!manuscript.hole(answer.number) || answer.text === null || answer.text.trim() === '') return undefined;
  const { text, units, speaker, kind } = answer;
  const sentence = composer.sentence({ text, units, speaker, kind }, `repairs ${answer.number}`);
  if (!sentence) return undefined;
  manuscript.fill(answer.number, sentence);
  return answer.number;
}

function isSame(one: DraftSentence, other: DraftSentence): boolean {
  const identity = ({ text, kind, speaker, cites }: DraftSentence) =>
    JSON.stringify([text, kind, speaker, cites]);
  return identity(one) === identity(other);
}

function mendSentence(
  line: ManuscriptLine,
  text: string,
  { composer, answer }: { composer: WrittenArticle['composer']; answer: Repair },
): DraftSentence | undefined {
  composer.release(line.sentence);
  const written: WrittenSentence = { text, units: answer.units, speaker: answer.speaker, kind: answer.kind };
  return composer.sentence(written, `repairs ${line.number}`);
}

/** A key point may come to rest on other units; what the rest of the top rests on is its sentences. */
function mendTop({ role, sentence }: ManuscriptLine, text: string, units: readonly number[]): DraftSentence {
  const cites = role === 'keyPoint' && units.length > 0 ? units : sentence.cites;
  return { ...sentence, text: plain(text), cites: [...cites] };
}

function knownUnits(units: readonly number[], { writing }: Desk): number[] {
  return [...new Set(units)]
    .filter((id) => writing.transcript.units[id] !== undefined)
    .sort((first, second) => first - second);
}

/** Whether the line is gone; one of the top gets other words instead. */
function drop(desk: Desk, { composer, manuscript }: WrittenArticle, number: number, why: string): boolean {
  const line = manuscript.line(number);
  if (!line) return true;
  desk.dropped.push({ text: line.sentence.text, why });
  if (line.role === 'sentence' || line.role === 'keyPoint') {
    composer.release(line.sentence);
    manuscript.remove(number);
    return true;
  }
  const text = standIn(manuscript, line);
  if (text !== undefined) manuscript.replace(number, { ...line.sentence, text });
  return false;
}
