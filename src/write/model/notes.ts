import type { Article, Speaker } from '../../article/index.ts';
import { type AlignedQuotation, alignQuotation, isAligned, normalizeWord } from '../../text/index.ts';
import type { Transcript, Unit } from '../../transcript/index.ts';
import { createRegister, type SpeakerRegister } from './register.ts';
import type { Claim, Notes } from './schemas.ts';

/** A claim whose units exist, with its quotation as the captions have it. */
export interface CheckedClaim extends Omit<Claim, 'quotation'> {
  readonly quotation?: AlignedQuotation;
}

/** The model's notes after code has looked at them: every id exists, every quotation stands in the captions. */
export interface CheckedNotes {
  readonly register: SpeakerRegister;
  readonly claims: ReadonlyMap<number, CheckedClaim>;
  readonly lead: readonly number[];
  readonly sections: readonly { readonly heading: string; readonly claims: readonly number[] }[];
  readonly angle: string;
  readonly omissions: Article['omissions'];
  readonly dateline?: NonNullable<Article['dateline']>;
  /** What makes the notes unusable as a whole, worded for the model that must mend them. */
  readonly faults: readonly string[];
}

const FEWEST_CLAIMS = 3;

/** Checks notes against the transcript. Single bad claims are dropped: there are more than the article needs. */
export function checkNotes(notes: Notes, transcript: Transcript): CheckedNotes {
  const register = createRegister(notes.speakers, transcript);
  const claims = new Map<number, CheckedClaim>();
  for (const claim of notes.claims) {
    const checked = checkClaim(claim, transcript, register);
    if (checked && !claims.has(claim.id)) claims.set(claim.id, checked);
  }
  const taken = new Set<number>();
  const take = (ids: readonly number[]): number[] =>
    ids.filter((id) => claims.has(id) && !taken.has(id) && taken.add(id));
  const lead = take(notes.plan.lead);
  const sections = notes.plan.sections
    .map(({ heading, claims: ids }) => ({ heading: heading.trim(), claims: take(ids) }))
    .filter((section) => section.claims.length > 0 && section.heading !== '');
  const faults: string[] = [];
  if (claims.size < FEWEST_CLAIMS) {
    faults.push(`only ${claims.size} claims point to units that exist (0 to ${transcript.units.length - 1})`);
  }
  if (sections.length === 0)
    faults.push('plan.sections: no section has a claim id that stands in claims and nowhere else');
  const dateline = checkDateline(notes.plan.dateline, transcript.units);
  return {
    register,
    claims,
    lead,
    sections,
    angle: notes.plan.angle,
    omissions: checkOmissions(notes.plan.leftOut, transcript.units),
    ...(dateline ? { dateline } : {}),
    faults,
  };
}

function checkClaim(
  claim: Claim,
  transcript: Transcript,
  register: SpeakerRegister,
): CheckedClaim | undefined {
  const { quotation, ...rest } = claim;
  const units = claim.units.filter((id) => transcript.units[id] !== undefined);
  if (units.length === 0 || claim.claim.trim() === '') return undefined;
  const speaker = claim.speaker !== null && register.calls.has(claim.speaker) ? claim.speaker : null;
  const aligned = quotation === null ? undefined : findQuotation(quotation, units, transcript);
  return { ...rest, units, speaker, ...(aligned ? { quotation: aligned } : {}) };
}

/** Looks where the claim points first, then in the whole transcript: a right quotation with a wrong number is still right. */
export function findQuotation(
  proposed: string,
  units: readonly number[],
  transcript: Transcript,
): AlignedQuotation | undefined {
  const options = { lexicon: metadataWords(transcript) };
  const near = alignQuotation(proposed, neighbourhood(units, transcript.units), options);
  if (isAligned(near)) return near;
  const anywhere = alignQuotation(proposed, transcript.units, options);
  return isAligned(anywhere) && anywhere.match === 'exact' ? anywhere : undefined;
}

const lexicons = new WeakMap<Transcript, ReadonlySet<string>>();

/** Spellings that people chose: the words of title, description and channel that look like names. */
function metadataWords(transcript: Transcript): ReadonlySet<string> {
  let lexicon = lexicons.get(transcript);
  if (!lexicon) {
    const { title, description, channel } = transcript.metadata;
    const words = [title, description ?? '', channel?.name ?? ''].join(' ').split(/\s+/u);
    lexicon = new Set(words.filter((word) => /^\P{L}*\p{Lu}\p{Ll}{2,}/u.test(word)).map(normalizeWord));
    lexicons.set(transcript, lexicon);
  }
  return lexicon;
}

/** The units and their neighbours on both sides, in order. */
export function neighbourhood(ids: readonly number[], units: readonly Unit[]): Unit[] {
  const wanted = new Set(ids.flatMap((id) => [id - 1, id, id + 1]));
  return [...wanted].sort((first, second) => first - second).flatMap((id) => units[id] ?? []);
}

function checkDateline(proposed: Notes['plan']['dateline'], units: readonly Unit[]): Article['dateline'] {
  if (!proposed) return undefined;
  const place = proposed.place.trim();
  const cites = proposed.units.filter((id) => units[id]?.text.toLowerCase().includes(place.toLowerCase()));
  return place === '' || cites.length === 0 ? undefined : { place, basis: 'evidence', cites };
}

function checkOmissions(leftOut: Notes['plan']['leftOut'], units: readonly Unit[]): Article['omissions'] {
  return leftOut
    .filter(
      ({ firstUnit, lastUnit, reason }) =>
        units[firstUnit] && units[lastUnit] && firstUnit <= lastUnit && reason.trim() !== '',
    )
    .map(({ firstUnit, lastUnit, reason }) => ({ units: [firstUnit, lastUnit], reason: reason.trim() }));
}

/** The notes as the writing model reads them: per section its words, its claims, the quotations it may place. */
export function renderNotes(notes: CheckedNotes, targetWords: number): string {
  const perClaim =
    targetWords / Math.max(1, notes.lead.length + notes.sections.flatMap(({ claims }) => claims).length);
  const block = (title: string, ids: readonly number[], words: number): string =>
    [`${title} (about ${Math.round(words)} words)`, ...ids.map((id) => renderClaim(notes, id))].join('\n');
  return [
    `Angle: ${notes.angle}`,
    'Speakers:',
    ...[...notes.register.calls].map(([key, call]) => `- ${key}: ${call}`),
    '',
    block('Lead', notes.lead, 55),
    ...notes.sections.map(
      ({ heading, claims }) => `\n${block(`Section: ${heading}`, claims, claims.length * perClaim)}`,
    ),
  ].join('\n');
}

function renderClaim(notes: CheckedNotes, id: number): string {
  const claim = notes.claims.get(id);
  if (!claim) return '';
  const by = claim.speaker ? `, ${claim.speaker}` : '';
  const quotation = claim.quotation ? `\n  {q${id}} = ${claim.quotation.text}` : '';
  return `- ${claim.claim} (${claim.kind}${by}; units ${claim.units.join(', ')})${quotation}`;
}

/** Who the captions say speaks in these units, else whom the model says. */
export function speakerOf(
  notes: CheckedNotes,
  key: string | null,
  units: readonly Unit[],
): Speaker | undefined {
  const labelled = units.flatMap((unit) => notes.register.labelled(unit) ?? [])[0];
  return labelled ?? notes.register.named.find(({ id }) => id === key);
}
