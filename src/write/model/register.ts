import type { Speaker } from '../../article/index.ts';
import { normalizeWord, stopWords } from '../../text/index.ts';
import type { Transcript, Unit } from '../../transcript/index.ts';
import { findForeign } from './foreign-text.ts';
import type { ProposedSpeaker } from './schemas.ts';

/** Who speaks, as far as the source says so. */
export interface SpeakerRegister {
  /** The speakers that the source names; ids are the model's keys. */
  readonly named: readonly Speaker[];
  /** How the text should call each key: name and role, or the description of somebody the source never names. */
  readonly calls: ReadonlyMap<string, string>;
  /** The speaker a unit's label names, if any. */
  labelled(unit: Unit): Speaker | undefined;
}

/**
 * Keeps of the proposed speakers what the source supports: a name only as far as its words stand in a label, in the
 * metadata or in the units, a role only when its words do. Whoever is left without a name stays described.
 */
export function createRegister(
  proposed: readonly ProposedSpeaker[],
  transcript: Transcript,
  orders: ReadonlySet<number> = new Set(),
): SpeakerRegister {
  const evidence = indexEvidence(transcript, orders);
  const named: Speaker[] = [];
  const calls = new Map<string, string>();
  for (const speaker of proposed) {
    const name = isName(speaker.name, transcript.language) ? knownWords(speaker.name, evidence) : '';
    const role = speaker.role !== null && isKnown(speaker.role, evidence) ? speaker.role.trim() : undefined;
    if (!/\p{L}/u.test(name)) {
      calls.set(speaker.key, role ?? speaker.description);
      continue;
    }
    named.push({
      id: speaker.key,
      name,
      ...(role ? { role } : {}),
      ...basisOf(name, speaker.introducedIn, evidence),
    });
    calls.set(speaker.key, role ? `${name}, ${role}` : name);
  }
  return { named, calls, labelled: (unit) => findLabelled(unit, named) };
}

/** The register of an article that is written: its speakers were checked when it was. */
export function registerOf(speakers: readonly Speaker[]): SpeakerRegister {
  const call = ({ name, role }: Speaker): string => (role === undefined ? name : `${name}, ${role}`);
  return {
    named: speakers,
    calls: new Map(speakers.map((speaker) => [speaker.id, call(speaker)])),
    labelled: (unit) => findLabelled(unit, speakers),
  };
}

/** Words of a name; particles are small words that stand in names. */
const LONGEST_NAME = 6;
const PARTICLES: ReadonlySet<string> = new Set(
  'van von der den ter ten de del della di da das do dos du la le los las el al bin ibn ben bint abu y e i o zu zum'.split(
    ' ',
  ),
);

/** Whether it can be a name at all: sentences have words of grammar between their others. */
function isName(proposed: string | null, language: string): proposed is string {
  if (proposed === null || findForeign(proposed, proposed) !== undefined) return false;
  const words = proposed.trim().split(/\s+/u);
  const stop = stopWords(language);
  const isGrammar = (word: string): boolean =>
    /^\p{Ll}/u.test(word) && stop?.has(normalizeWord(word)) === true && !PARTICLES.has(word);
  const isSentence = /\p{L}{4}[.!?]$/u.test(proposed.trim()) || new Set(words).size < words.length;
  return words.length <= LONGEST_NAME && !isSentence && !words.some(isGrammar);
}

interface EvidenceIndex {
  readonly labels: ReadonlySet<string>;
  readonly metadata: ReadonlySet<string>;
  /** For each word of the units, the first unit that has it. */
  readonly spoken: ReadonlyMap<string, number>;
  readonly units: readonly Unit[];
}

function indexEvidence(transcript: Transcript, orders: ReadonlySet<number>): EvidenceIndex {
  const { title, description, channel } = transcript.metadata;
  const spoken = new Map<string, number>();
  for (const unit of transcript.units) {
    // Who gives orders to a model may introduce anybody.
    if (orders.has(unit.id)) continue;
    for (const word of wordsOf(unit.text)) if (!spoken.has(word)) spoken.set(word, unit.id);
  }
  return {
    labels: new Set(transcript.units.flatMap((unit) => (unit.speakers ?? []).flatMap(wordsOf))),
    metadata: new Set(wordsOf([title, description ?? '', channel?.name ?? ''].join(' '))),
    spoken,
    units: transcript.units,
  };
}

function wordsOf(text: string): string[] {
  return text
    .split(/[\s/]+/u)
    .map((word) => normalizeWord(word).replace(/'s$/u, ''))
    .filter((word) => word !== '');
}

/** The words of a proposed name that the source has, in order: a first name from memory falls away. */
function knownWords(name: string, evidence: EvidenceIndex): string {
  return name
    .trim()
    .split(/\s+/u)
    .filter((word) => isKnown(word, evidence))
    .join(' ');
}

function isKnown(text: string, { labels, metadata, spoken }: EvidenceIndex): boolean {
  const words = wordsOf(text);
  return (
    words.length > 0 && words.every((word) => labels.has(word) || metadata.has(word) || spoken.has(word))
  );
}

function basisOf(
  name: string,
  introducedIn: readonly number[],
  evidence: EvidenceIndex,
): Pick<Speaker, 'basis' | 'cites'> {
  const words = wordsOf(name);
  if (words.every((word) => evidence.labels.has(word))) return { basis: 'label', cites: [] };
  if (words.every((word) => evidence.metadata.has(word))) return { basis: 'metadata', cites: [] };
  const given = introducedIn.filter(
    (id) => evidence.units[id] && wordsOf(evidence.units[id].text).some((word) => words.includes(word)),
  );
  const found = words.flatMap((word) => evidence.spoken.get(word) ?? []);
  return { basis: 'introduced', cites: given.length > 0 ? given : [...new Set(found)] };
}

function findLabelled(unit: Unit, named: readonly Speaker[]): Speaker | undefined {
  const labels = new Set((unit.speakers ?? []).flatMap(wordsOf));
  if (labels.size === 0) return undefined;
  return named.find(({ name }) => wordsOf(name).some((word) => word.length > 2 && labels.has(word)));
}
