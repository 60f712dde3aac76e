import type { Finding } from '../../check/index.ts';
import type { Desk } from './desk.ts';
import type { Manuscript, ManuscriptLine } from './manuscript.ts';
import type { Notes } from './notes.ts';
import { type Verdict, verdictsSchema } from './schemas.ts';

/** A line that will not do, and why, worded for whoever mends it. */
export interface Doubt {
  readonly number: number;
  readonly rule: string;
  readonly message: string;
  readonly severity: Finding['severity'];
}

/** Rule id of what the verifying model found. */
export const VERIFY_RULE = 'V01';

const WHAT: Readonly<Record<Verdict['label'], string>> = {
  supported: '',
  partial: 'the units say only part of it',
  unsupported: 'the units do not say it',
  'wrong-speaker': 'another person says it',
  'opinion-as-fact': 'it is somebody’s opinion and stands as fact',
  tense: 'tense or certainty differ from the units',
};

/** Lines that one call judges: about a section of a long article, all of a short one. */
const LINES_PER_CALL = { short: 80, long: 16 } as const;

/** Has a model read each line beside the units it rests on. Lines that are nothing but a quotation need no reading. */
export async function verify(
  desk: Desk,
  notes: Notes,
  manuscript: Manuscript,
  options: { readonly isShort: boolean; readonly lines?: readonly ManuscriptLine[] },
): Promise<Doubt[]> {
  const lines = (options.lines ?? manuscript.lines).filter(needsReading);
  const groups = groupLines(lines, options.isShort ? LINES_PER_CALL.short : LINES_PER_CALL.long);
  if (groups.length === 0) return [];
  desk.writing.onStage('verify', groups.length);
  const doubts = await Promise.all(groups.map((group) => verifyGroup(desk, notes, group)));
  return doubts.flat();
}

function needsReading({ sentence }: ManuscriptLine): boolean {
  const quoted = sentence.quotes.reduce((sum, { text }) => sum + text.length, 0);
  // What remains of such a sentence is "he said".
  return sentence.text.length - quoted > 30;
}

/** Lines of one part stay together, so that a unit is shown once. */
function groupLines(lines: readonly ManuscriptLine[], most: number): ManuscriptLine[][] {
  const groups: ManuscriptLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const isNewPart = last?.[0]?.part !== line.part && (last?.length ?? 0) >= most / 2;
    if (!last || last.length >= most || isNewPart) groups.push([line]);
    else last.push(line);
  }
  return groups;
}

async function verifyGroup(desk: Desk, notes: Notes, lines: readonly ManuscriptLine[]): Promise<Doubt[]> {
  const { units } = desk.writing.transcript;
  const cited = new Set(lines.flatMap(({ sentence }) => sentence.cites));
  // The unit before shows whose turn it is and what a "that" points back to.
  const shown = new Set([...cited].flatMap((id) => [id - 1, id]));
  const { verdicts } = await desk.ask({
    stage: 'verify',
    name: 'verdicts',
    schema: verdictsSchema,
    variables: {
      source: desk.excerpt(
        [...shown].sort((first, second) => first - second).flatMap((id) => units[id] ?? []),
      ),
      speakers: [...notes.register.calls].map(([key, call]) => `- ${key}: ${call}`).join('\n'),
      sentences: lines.map(renderLine).join('\n'),
    },
    check: (value) => (value.verdicts.length === 0 ? ['verdicts: is empty'] : []),
  });
  const known = new Set(lines.map(({ number }) => number));
  return verdicts
    .filter(({ number, label }) => known.has(number) && label !== 'supported')
    .map(({ number, label, reason }) => ({
      number,
      rule: VERIFY_RULE,
      severity: 'error',
      message: `${WHAT[label]}${reason.trim() === '' ? '' : ` (${reason.trim()})`}`,
    }));
}

function renderLine({ number, role, sentence }: ManuscriptLine): string {
  const units = sentence.cites.length > 0 ? ` [${sentence.cites.join(', ')}]` : '';
  return `${number}. ${role === 'sentence' ? '' : `(${role}) `}${sentence.text}${units}`;
}
