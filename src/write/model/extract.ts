import { TranscriptError } from '../../errors.ts';
import { ModelError } from '../../llm/index.ts';
import type { Unit } from '../../transcript/index.ts';
import { draftPassages } from '../extractive/index.ts';
import { type Chunk, cutChunks, splitChunk } from './chunks.ts';
import { type Claims, checkClaims } from './claims.ts';
import type { Desk } from './desk.ts';
import { createRegister, type SpeakerRegister } from './register.ts';
import { type Claim, type Extract, extractSchema, type ProposedSpeaker } from './schemas.ts';

/** Tokens of units that one call reads: small contexts are read evenly, and one bad answer costs little. */
const CHUNK_TOKENS = 6_000;
/** Units before a chunk, shown so that its beginning can be understood. */
const CONTEXT_UNITS = 2;
/** Above this share of units without notes the article would be another one. */
const MOST_LOST = 0.25;
/** Words of the passages that stand in for the notes on a lost chunk. */
const STOPGAP_WORDS = 150;
/** Claims that an article of ordinary length is chosen from, whatever the length of the transcript. */
const CLAIMS_WANTED = 40;
/** Transcript tokens for one claim. */
const TOKENS_PER_CLAIM = 500;

export interface Extracted {
  readonly register: SpeakerRegister;
  readonly claims: Claims;
}

interface Taken {
  readonly notes: readonly Extract[];
  /** Units that no notes were taken on. */
  readonly lost: number;
}

/** Notes on the whole transcript, chunk by chunk, in parallel. */
export async function extract(desk: Desk): Promise<Extracted> {
  const { transcript } = desk.writing;
  const chunks = cutChunks(transcript, CHUNK_TOKENS);
  desk.writing.onStage('extract', chunks.length);
  const taken = await Promise.all(chunks.map((chunk) => takeNotes(desk, chunk)));
  refuseHoles(taken, transcript.units.length);
  return joinNotes(
    desk,
    taken.flatMap(({ notes }) => notes),
  );
}

function refuseHoles(taken: readonly Taken[], units: number): void {
  const lost = taken.reduce((sum, one) => sum + one.lost, 0);
  if (lost <= units * MOST_LOST) return;
  const share = Math.round((100 * lost) / units);
  throw new ModelError('MODEL_OUTPUT_INVALID', `No usable notes came of ${share} % of the transcript`);
}

/** A chunk that fails is tried once more in two halves; what fails again is filled with its key passages, so that nothing is a hole. */
async function takeNotes(desk: Desk, chunk: Chunk): Promise<Taken> {
  const whole = await askForNotes(desk, chunk);
  if (whole) return { notes: [whole], lost: 0 };
  const halves = await Promise.all(
    splitChunk(chunk).map(async (half) => ({ half, notes: await askForNotes(desk, half) })),
  );
  const notes = halves.map(({ half, notes }) => notes ?? stopgap(desk, half));
  const lost = halves.reduce((sum, one) => sum + (one.notes ? 0 : one.half.length), 0);
  return { notes, lost };
}

function askForNotes(desk: Desk, units: Chunk): Promise<Extract | undefined> {
  const { transcript } = desk.writing;
  const first = units[0]?.id ?? 0;
  const last = units.at(-1)?.id ?? first;
  const context = transcript.units.slice(Math.max(0, first - CONTEXT_UNITS), first);
  const fair = Math.ceil((CLAIMS_WANTED * units.length) / transcript.units.length);
  const count = Math.max(3, fair, Math.round(estimateShare(units) / TOKENS_PER_CLAIM));
  return desk.askOrNothing({
    stage: 'extract',
    name: 'notes',
    schema: extractSchema,
    variables: {
      source: desk.excerpt(units, context),
      language: desk.language,
      units: `${first} to ${last}`,
      count: String(count),
    },
    check: ({ claims }) =>
      claims.some(({ units: ids }) => ids.some((id) => id >= first && id <= last))
        ? []
        : [`claims: none points to units ${first} to ${last}`],
  });
}

function estimateShare(units: readonly Unit[]): number {
  return units.reduce((sum, { text }) => sum + text.length / 4, 0);
}

/** The chunk's key passages as notes. */
function stopgap(desk: Desk, units: Chunk): Extract {
  const { transcript } = desk.writing;
  const first = units[0]?.id ?? 0;
  desk.dropped.push({
    text: `Notes on units ${first} to ${units.at(-1)?.id ?? first}`,
    why: 'the model gave no usable answer; key passages stand in for them',
  });
  const part = { ...transcript, units: units.map((unit, index) => ({ ...unit, id: index })) };
  try {
    const draft = draftPassages(part, { words: STOPGAP_WORDS, sections: 1 });
    const sentences = [...draft.lead, ...draft.sections.flatMap(({ paragraphs }) => paragraphs)].flat();
    const claims = sentences.map(
      ({ text, cites }, index): Claim => ({
        id: index + 1,
        claim: text,
        units: cites.map((id) => id + first),
        kind: 'statement',
        speaker: null,
        quotation: text,
        salience: 3,
      }),
    );
    return { speakers: [], claims };
  } catch (error) {
    if (error instanceof TranscriptError) return { speakers: [], claims: [] };
    throw error;
  }
}

/** Numbers claims and speakers of all chunks anew; a person whom two chunks name is one speaker. */
export function joinNotes(desk: Desk, notes: readonly Extract[]): Extracted {
  const { transcript, language } = desk.writing;
  const speakers: ProposedSpeaker[] = [];
  const proposed: Claim[] = [];
  for (const { speakers: own, claims } of notes) {
    const keys = new Map(own.map((speaker) => [speaker.key, mergeSpeaker(speaker, speakers)]));
    for (const claim of claims)
      proposed.push({
        ...claim,
        id: proposed.length + 1,
        speaker: claim.speaker === null ? null : (keys.get(claim.speaker) ?? null),
      });
  }
  const register = createRegister(speakers, transcript, desk.orders);
  const { claims, dropped } = checkClaims(proposed, {
    transcript,
    register,
    evidence: desk.evidence,
    orders: desk.orders,
    language,
  });
  desk.dropped.push(...dropped);
  return { register, claims };
}

function mergeSpeaker(speaker: ProposedSpeaker, known: ProposedSpeaker[]): string {
  const sameAs = (other: ProposedSpeaker): boolean =>
    speaker.name === null
      ? other.name === null && other.description === speaker.description
      : other.name !== null && lastName(other.name) === lastName(speaker.name);
  const index = known.findIndex(sameAs);
  const found = known[index];
  if (!found) {
    const key = `s${known.length + 1}`;
    known.push({ ...speaker, key });
    return key;
  }
  // The fuller name and the first introduction win.
  const name = (speaker.name?.length ?? 0) > (found.name?.length ?? 0) ? speaker.name : found.name;
  known[index] = {
    ...found,
    name,
    role: found.role ?? speaker.role,
    introducedIn: [...found.introducedIn, ...speaker.introducedIn],
  };
  return found.key;
}

function lastName(name: string): string {
  return name.trim().toLowerCase().split(/\s+/u).at(-1) ?? '';
}
