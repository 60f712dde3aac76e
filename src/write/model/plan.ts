import { estimateTokens } from '../../llm/index.ts';
import { type CheckedClaim, type Claims, thinClaims } from './claims.ts';
import type { Desk } from './desk.ts';
import { type Extracted, joinNotes } from './extract.ts';
import { checkPlan, type Notes } from './notes.ts';
import type { Extract, Plan } from './schemas.ts';
import { notesSchema, type Notes as ProposedNotes, planSchema } from './schemas.ts';

/** Tokens of claims that one plan is made from. */
const PLAN_TOKENS = 24_000;

/** Notes and plan in one call, for a transcript that is short enough. */
export async function extractAndPlan(desk: Desk): Promise<Notes> {
  const { target } = desk.writing;
  desk.writing.onStage('extract-plan', 1);
  const read = (value: ProposedNotes): { notes: Notes; faults: string[] } => {
    const extracted = joinNotes(desk, [value]);
    return checkPlan(renumber(value), { ...extracted, transcript: desk.writing.transcript });
  };
  const value = await desk.ask({
    stage: 'extract-plan',
    name: 'notes',
    schema: notesSchema,
    variables: {
      source: desk.source(),
      style: desk.style,
      sections: String(target.sections),
      words: String(target.words),
      language: desk.language,
    },
    check: (proposed) => dry(desk, () => read(proposed).faults),
  });
  return read(value).notes;
}

/** Looks at an answer without keeping what falls out of it: it may be asked for again. */
function dry<Value>(desk: Desk, look: () => Value): Value {
  const before = desk.dropped.length;
  const value = look();
  desk.dropped.length = before;
  return value;
}

/** Claims are numbered anew in their order; a plan follows. */
function renumber({ claims, plan }: Extract & { plan: Plan }): Plan {
  const numbers = new Map(claims.map(({ id }, index) => [id, index + 1]));
  const move = (ids: readonly number[]): number[] => ids.flatMap((id) => numbers.get(id) ?? []);
  return {
    ...plan,
    lead: move(plan.lead),
    sections: plan.sections.map(({ heading, claims: ids }) => ({ heading, claims: move(ids) })),
  };
}

/** One plan for all notes. When they are too many for one call, the weightiest of every tenth of the video go in. */
export async function plan(desk: Desk, { register, claims }: Extracted): Promise<Notes> {
  const { target, transcript, language } = desk.writing;
  desk.writing.onStage('plan', 1);
  const options = { budget: PLAN_TOKENS, units: transcript.units.length, language, cost: costOf };
  const chosen = thinClaims(claims, options);
  const read = (value: Plan): { notes: Notes; faults: string[] } =>
    checkPlan(value, { register, claims: chosen, transcript });
  const value = await desk.ask({
    stage: 'plan',
    name: 'plan',
    schema: planSchema,
    variables: {
      source: desk.metadata(),
      claims: renderClaims(chosen, register.calls),
      style: desk.style,
      sections: String(target.sections),
      words: String(target.words),
      language: desk.language,
      units: `${transcript.units.length - 1}; a tenth of the video is about ${Math.ceil(transcript.units.length / 10)} of them`,
    },
    check: (proposed) => read(proposed).faults,
  });
  return read(value).notes;
}

function renderClaims(claims: Claims, calls: ReadonlyMap<string, string>): string {
  const speakers = [...calls].map(([key, call]) => `- ${key}: ${call}`);
  return ['Speakers:', ...speakers, '', 'Claims:', ...[...claims.values()].map(renderLine)].join('\n');
}

function renderLine({ id, claim, kind, speaker, units, quotation, salience }: CheckedClaim): string {
  const facts = [
    kind,
    speaker,
    `units ${units.join(', ')}`,
    quotation ? 'quotation' : null,
    `weight ${salience}`,
  ];
  return `${id}. ${claim} (${facts.filter((fact) => fact !== null).join(', ')})`;
}

function costOf(claim: CheckedClaim): number {
  return estimateTokens(renderLine(claim));
}
