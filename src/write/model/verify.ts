import type { Finding } from '../../check/index.ts';
import { countWords } from '../../text/index.ts';
import type { DroppedText } from './claims.ts';
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

/** Fewer words beside its quotations say nothing that needs evidence. */
const FEWEST_OWN_WORDS = 5;

/** Lines that one call judges: about a section of a long article, all of a short one. */
const LINES_PER_CALL = { short: 120, long: 30 } as const;

/** Share of lines that an answer may say nothing on. */
const TOLERATED_SILENCE = 0.1;

/** Has a model read each line beside the units it rests on. Lines that are nothing but a quotation need no reading. */
export async function verify(
  desk: Desk,
  notes: Notes,
  manuscript: Manuscript,
  options: { readonly isShort: boolean; readonly lines?: readonly ManuscriptLine[] },
): Promise<Doubt[]> {
  const lines = (options.lines ?? manuscript.lines).filter(needsReading);
  const groups = groupLines(lines, options);
  if (groups.length === 0) return [];
  desk.writing.onStage('verify', groups.length);
  const doubts = await Promise.all(
    groups.map((group) => verifyGroup(desk, notes, { lines: group, manuscript })),
  );
  return doubts.flat();
}

/** A group without a usable answer is read once more in two halves; what fails again is left to the rules, and reported. */
async function verifyGroup(desk: Desk, notes: Notes, { lines, manuscript }: Group): Promise<Doubt[]> {
  const whole = await askForVerdicts(desk, notes, { lines, manuscript });
  if (whole) return whole;
  const middle = Math.ceil(lines.length / 2);
  const halves = [lines.slice(0, middle), lines.slice(middle)].filter((half) => half.length > 0);
  const doubts = halves.map(async (half) => {
    const found = await askForVerdicts(desk, notes, { lines: half, manuscript });
    if (!found) desk.dropped.push(unread(half));
    return found ?? [];
  });
  return (await Promise.all(doubts)).flat();
}

function unread(lines: readonly ManuscriptLine[]): DroppedText {
  const text = `The second reading of ${lines.length} sentences, from “${lines[0]?.sentence.text ?? ''}”`;
  return { text, why: 'the model gave no usable verdicts on them; the rules alone judged them' };
}

function needsReading({ sentence }: ManuscriptLine): boolean {
  const own = sentence.quotes.reduce((text, quotation) => text.replace(quotation.text, ' '), sentence.text);
  // What remains of such a sentence is "he said".
  return countWords(own) > FEWEST_OWN_WORDS;
}

/** Lines of one part of a long article stay together, so that a unit is shown once. */
function groupLines(
  lines: readonly ManuscriptLine[],
  { isShort }: { readonly isShort: boolean },
): ManuscriptLine[][] {
  const most = isShort ? LINES_PER_CALL.short : LINES_PER_CALL.long;
  const groups: ManuscriptLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const isNewPart = !isShort && last?.[0]?.part !== line.part && (last?.length ?? 0) >= most / 2;
    if (!last || last.length >= most || isNewPart) groups.push([line]);
    else last.push(line);
  }
  return groups;
}

interface Group {
  readonly lines: readonly ManuscriptLine[];
  readonly manuscript: Manuscript;
}

async function askForVerdicts(
  desk: Desk,
  notes: Notes,
  { lines, manuscript }: Group,
): Promise<Doubt[] | undefined> {
  const { units } = desk.writing.transcript;
  const cited = new Set(lines.flatMap(({ role, sentence }) => (role === 'sentence' ? sentence.cites : [])));
  // The neighbours show whose turn it is and what a "that" points back to.
  const shown = new Set([...cited].flatMap((id) => [id - 1, id, id + 1]));
  const answer = await desk.askOrNothing({
    stage: 'verify',
    name: 'verdicts',
    schema: verdictsSchema,
    variables: {
      source: desk.excerpt(
        [...shown].sort((first, second) => first - second).flatMap((id) => units[id] ?? []),
      ),
      speakers: [...notes.register.calls].map(([key, call]) => `- ${key}: ${call}`).join('\n'),
      sentences: [...bodyFor(lines, manuscript), ...lines.map(renderLine)].join('\n'),
    },
    check: ({ verdicts }) => missingVerdicts(verdicts, lines),
  });
  const known = new Set(lines.map(({ number }) => number));
  return answer?.verdicts
    .filter(({ number, label }) => known.has(number) && label !== 'supported')
    .map(({ number, label, reason }) => ({
      number,
      rule: VERIFY_RULE,
      severity: 'error',
      message: `${WHAT[label]}${reason.trim() === '' ? '' : ` (${reason.trim()})`}`,
    }));
}

/** A sentence that is passed over in silence has not been read. */
function missingVerdicts(verdicts: readonly Verdict[], lines: readonly ManuscriptLine[]): string[] {
  const judged = new Set(verdicts.map(({ number }) => number));
  const missing = lines.map(({ number }) => number).filter((number) => !judged.has(number));
  return missing.length > lines.length * TOLERATED_SILENCE
    ? [`verdicts: none for ${missing.slice(0, 20).join(', ')}`]
    : [];
}

/** The top is judged by the article's sentences; where they are not among the lines, they are shown. */
function bodyFor(lines: readonly ManuscriptLine[], manuscript: Manuscript): string[] {
  if (lines.some(({ role }) => role === 'sentence')) return [];
  const body = manuscript.lines.filter(({ role }) => role === 'sentence');
  return [
    'The sentences of the article:',
    ...body.map(({ sentence }) => `- ${sentence.text}`),
    '',
    'To be judged:',
  ];
}

function renderLine({ number, role, sentence }: ManuscriptLine): string {
  const units = role === 'sentence' ? ` [${sentence.cites.join(', ')}]` : '';
  return `${number}. ${role === 'sentence' ? '' : `(${role}) `}${sentence.text}${units}`;
}
