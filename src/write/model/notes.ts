import type { Article, Speaker } from '../../article/index.ts';
import { stripHidden } from '../../text/index.ts';
import type { Transcript, Unit } from '../../transcript/index.ts';
import type { CheckedClaim, Claims } from './claims.ts';
import { findForeign } from './foreign-text.ts';
import type { SpeakerRegister } from './register.ts';
import type { Plan } from './schemas.ts';

/** What the sections are written from: every id in it exists, every quotation stands in the captions. */
export interface Notes {
  readonly register: SpeakerRegister;
  readonly claims: Claims;
  readonly angle: string;
  readonly lead: readonly number[];
  readonly sections: readonly PlannedSection[];
  readonly omissions: Article['omissions'];
  readonly dateline?: NonNullable<Article['dateline']>;
}

export interface PlannedSection {
  readonly heading: string;
  readonly claims: readonly number[];
}

const FEWEST_CLAIMS = 3;
/** Words of a place: "New York City Hall". */
const LONGEST_PLACE = 4;
/** The lead's words and claims, when the plan gives it none. */
const LEAD_WORDS = 55;
const LEAD_CLAIMS = 2;

/** A plan with the ids that exist and stand in one place only. */
export function checkPlan(
  plan: Plan,
  { register, claims, transcript }: Pick<Notes, 'register' | 'claims'> & { transcript: Transcript },
): { notes: Notes; faults: string[] } {
  const taken = new Set<number>();
  const take = (ids: readonly number[]): number[] =>
    ids.filter((id) => claims.has(id) && !taken.has(id) && taken.add(id));
  const lead = take(plan.lead);
  const sections = plan.sections
    .map(({ heading, claims: ids }) => ({ heading: heading.trim(), claims: take(ids) }))
    .filter((section) => section.claims.length > 0 && section.heading !== '');
  const dateline = checkDateline(plan.dateline, transcript.units);
  const notes = {
    register,
    claims,
    angle: plan.angle,
    lead,
    sections,
    omissions: checkOmissions(plan.leftOut, transcript.units),
    ...(dateline ? { dateline } : {}),
  };
  return { notes, faults: findFaults(notes, transcript) };
}

/** What makes notes unusable as a whole, worded for the model that must mend them. */
function findFaults({ claims, sections }: Notes, { units }: Transcript): string[] {
  const faults: string[] = [];
  if (claims.size < FEWEST_CLAIMS)
    faults.push(
      `only ${claims.size} claims can be used; they point to units (0 to ${units.length - 1}) and say what those say`,
    );
  if (sections.length === 0)
    faults.push('plan.sections: no section has a claim id that stands in claims and nowhere else');
  return faults;
}

function checkDateline(proposed: Plan['dateline'], units: readonly Unit[]): Article['dateline'] {
  if (!proposed) return undefined;
  const place = stripHidden(proposed.place).trim();
  if (place.split(/\s+/u).length > LONGEST_PLACE || findForeign(place, '') !== undefined) return undefined;
  const cites = proposed.units.filter((id) => units[id]?.text.toLowerCase().includes(place.toLowerCase()));
  return place === '' || cites.length === 0 ? undefined : { place, basis: 'evidence', cites };
}

function checkOmissions(leftOut: Plan['leftOut'], units: readonly Unit[]): Article['omissions'] {
  return leftOut
    .filter(
      ({ firstUnit, lastUnit, reason }) =>
        units[firstUnit] && units[lastUnit] && firstUnit <= lastUnit && reason.trim() !== '',
    )
    .map(({ firstUnit, lastUnit, reason }) => ({ units: [firstUnit, lastUnit], reason: reason.trim() }));
}

/** A part of the article to be written: the lead or a section, with its claims and its share of the words. */
export interface PartPlan {
  /** Empty for the lead. */
  readonly heading: string;
  readonly claims: readonly CheckedClaim[];
  readonly words: number;
}

/** The lead and the sections of a plan, in order. */
export function partsOf({ lead, sections, claims }: Notes, targetWords: number): PartPlan[] {
  const known = (ids: readonly number[]): CheckedClaim[] => ids.flatMap((id) => claims.get(id) ?? []);
  const first = lead.length > 0 ? known(lead) : known(sections[0]?.claims ?? []).slice(0, LEAD_CLAIMS);
  const count = sections.reduce((sum, section) => sum + section.claims.length, 0);
  const perClaim = (targetWords - LEAD_WORDS) / Math.max(1, count);
  return [
    { heading: '', claims: first, words: LEAD_WORDS },
    ...sections.map(({ heading, claims: ids }) => ({
      heading,
      claims: known(ids),
      words: Math.round(ids.length * perClaim),
    })),
  ];
}

/** Angle and speakers, as every writing call reads them: of a part, the speakers of its claims. */
export function renderFrame({ angle, register }: Notes, parts: readonly PartPlan[]): string {
  const claims = parts.flatMap((part) => part.claims);
  const calls = [...register.calls].filter(([key]) => isHeard(key, claims, register));
  return [`Angle: ${angle}`, 'Speakers:', ...calls.map(([key, call]) => `- ${key}: ${call}`)].join('\n');
}

/** Whether somebody speaks in claims or is named in them. */
export function isHeard(key: string, claims: readonly CheckedClaim[], register: SpeakerRegister): boolean {
  const name = register.named
    .find(({ id }) => id === key)
    ?.name.split(' ')
    .at(-1);
  return claims.some(({ speaker, claim }) => speaker === key || (name !== undefined && claim.includes(name)));
}

/** A part as the writing model reads it: its words, its claims, the quotations it may place. */
export function renderPart({ heading, claims, words }: PartPlan): string {
  const title = heading === '' ? 'Lead' : `Section: ${heading}`;
  return [`${title} (about ${words} words)`, ...claims.map(renderClaim)].join('\n');
}

function renderClaim({ id, claim, kind, speaker, units, quotation }: CheckedClaim): string {
  const by = speaker ? `, ${speaker}` : '';
  const quoted = quotation ? `\n  {q${id}} = ${quotation.text}` : '';
  return `- ${claim} (${kind}${by}; units ${units.join(', ')})${quoted}`;
}

/** Who the captions say speaks in these units, else whom the model says. */
export function speakerOf(
  register: SpeakerRegister,
  key: string | null,
  units: readonly Unit[],
): Speaker | undefined {
  const labelled = units.flatMap((unit) => register.labelled(unit) ?? [])[0];
  return labelled ?? register.named.find(({ id }) => id === key);
}
