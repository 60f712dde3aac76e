import { checkCopy, RULES } from '../../check/index.ts';
import type { DraftSentence } from '../draft.ts';
import type { Desk } from './desk.ts';
import { type Manuscript, type ManuscriptLine, numberIn } from './manuscript.ts';
import type { Notes } from './notes.ts';
import { neighbourhood } from './quotations.ts';
import { type Repair, repairsSchema, type WrittenSentence } from './schemas.ts';
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
  let failing = [...doubts, ...judge(desk, manuscript)];
  for (let round = 1; round <= MOST_ROUNDS && failing.length > 0; round++) {
    const groups = groupDoubts(failing);
    desk.writing.onStage('repair', groups.length);
    const answers = await Promise.all(
      groups.map((group) => askForRepairs(desk, { notes, manuscript, group })),
    );
    for (const answer of answers.flat()) apply(desk, article, answer);
    failing = judge(desk, manuscript);
  }
  for (const { number, rule, message } of failing) drop(desk, article, number, `${rule}: ${message}`);
}

/** What the rules hold against the lines as they stand. */
export function judge(desk: Desk, manuscript: Manuscript): Doubt[] {
  const { evidence, writing } = desk;
  const rules = RULES.filter(({ checkSentence }) => checkSentence !== undefined);
  return checkCopy(manuscript.copy(writing.language), evidence, rules).findings.flatMap(
    ({ rule, severity, message, where }) => {
      const number = numberIn(where.path);
      return severity === 'error' && number !== undefined ? [{ number, rule, severity, message }] : [];
    },
  );
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
  const cites = lines.flatMap(({ sentence }) => sentence.cites);
  const { repairs } = await desk.ask({
    stage: 'repair',
    name: 'repairs',
    schema: repairsSchema,
    variables: {
      source: desk.excerpt(neighbourhood(cites, desk.writing.transcript.units)),
      speakers: [...notes.register.calls].map(([key, call]) => `- ${key}: ${call}`).join('\n'),
      sentences: lines.map((line) => renderLine(line, group)).join('\n\n'),
      language: desk.language,
      published: desk.published,
    },
  });
  const asked = new Set(numbers);
  return repairs.filter(({ number }) => asked.has(number));
}

function renderLine({ number, role, sentence }: ManuscriptLine, doubts: readonly Doubt[]): string {
  const own = doubts.filter((doubt) => doubt.number === number);
  const part = role === 'sentence' ? '' : ` (${role})`;
  return [
    `${number}.${part} ${sentence.text} [${sentence.cites.join(', ')}]`,
    ...own.map(({ rule, message }) => `   ${rule}: ${message}`),
  ].join('\n');
}

function apply(desk: Desk, { composer, manuscript }: WrittenArticle, answer: Repair): void {
  const line = manuscript.line(answer.number);
  if (!line) return;
  if (answer.text === null || answer.text.trim() === '') {
    // A headline cannot be left out: it keeps its faults, and they are reported.
    if (line.role !== 'sentence' && line.role !== 'keyPoint') return;
    desk.dropped.push({ text: line.sentence.text, why: 'it could not be mended' });
    composer.release(line.sentence);
    manuscript.remove(answer.number);
    return;
  }
  const mended =
    line.role === 'sentence'
      ? mendSentence(line, answer.text, { composer, answer })
      : mendTop(line, answer.text);
  if (mended) manuscript.replace(answer.number, mended);
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

function mendTop(line: ManuscriptLine, text: string): DraftSentence {
  return {
    ...line.sentence,
    text: text
      .replace(/["“”„«»]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  };
}

function drop(desk: Desk, { composer, manuscript }: WrittenArticle, number: number, why: string): void {
  const line = manuscript.line(number);
  if (!line || (line.role !== 'sentence' && line.role !== 'keyPoint')) return;
  desk.dropped.push({ text: line.sentence.text, why });
  composer.release(line.sentence);
  manuscript.remove(number);
}
