import type { Unit } from '../../transcript/index.ts';
import { tokensOf } from './chunks.ts';
import { Composer, isHole } from './compose.ts';
import type { Desk } from './desk.ts';
import { Manuscript } from './manuscript.ts';
import { isHeard, type Notes, type PartPlan, partsOf, renderFrame, renderPart } from './notes.ts';
import { neighbourhood } from './quotations.ts';
import {
  type Written,
  type WrittenPart,
  type WrittenTop,
  writtenPartSchema,
  writtenSchema,
} from './schemas.ts';
import { plain } from './top-matter.ts';

/** Up to this many tokens the whole transcript is shown again: evidence picked out of it would hardly be shorter. */
const WHOLE_TOKENS = 5_000;
/** Up to this share of sentences may fall out without asking the model to mend its answer. */
const TOLERATED_FAULTS = 0.1;
/** Answers shorter or longer than these shares of the target are sent back. */
const LENGTH = { least: 0.5, most: 1.6 } as const;

export interface WrittenArticle {
  readonly composer: Composer;
  readonly manuscript: Manuscript;
  /** Of an article that was written in one call. */
  readonly top?: WrittenTop;
}

/** The whole article in one call. */
export async function writeAtOnce(desk: Desk, notes: Notes): Promise<WrittenArticle> {
  const parts = partsOf(notes, desk.writing.target.words);
  desk.writing.onStage('write', 1);
  const units = desk.writing.transcript.units;
  const isShort = tokensOf(units) < WHOLE_TOKENS;
  const written = await desk.ask({
    stage: 'write',
    name: 'article',
    schema: writtenSchema,
    variables: {
      source: isShort ? desk.source() : desk.excerpt(evidenceFor(parts, units)),
      notes: [renderFrame(notes, parts), '', parts.map(renderPart).join('\n\n')].join('\n'),
      style: desk.style,
      words: String(desk.writing.target.words),
      language: desk.language,
      published: desk.published,
    },
    check: (value) => faultsOf(value, composeAll(desk, notes, value), desk.writing.target.words),
  });
  const { composer, manuscript } = composeAll(desk, notes, written);
  return { composer, manuscript, top: written };
}

function composeAll(desk: Desk, notes: Notes, written: Written): Omit<WrittenArticle, 'top'> {
  const composer = createComposer(desk, notes);
  const lead = { heading: '', paragraphs: composer.paragraphs(written.lead, 'lead') };
  const sections = written.sections.map(({ heading, paragraphs }, index) => ({
    heading: heading.trim(),
    paragraphs: composer.paragraphs(paragraphs, `sections.${index}.paragraphs`),
  }));
  const printed = sections.filter(({ heading, paragraphs }) => heading !== '' && paragraphs.length > 0);
  return { composer, manuscript: new Manuscript([lead, ...printed]) };
}

function createComposer({ writing, orders }: Desk, notes: Notes): Composer {
  return new Composer({ notes, transcript: writing.transcript, orders, language: writing.language });
}

function faultsOf(
  written: Written,
  { composer, manuscript }: Omit<WrittenArticle, 'top'>,
  target: number,
): string[] {
  const { lines } = manuscript;
  const sentences = lines.length + composer.faults.length;
  const faults =
    composer.faults.length > Math.max(1, sentences * TOLERATED_FAULTS) ? [...composer.faults] : [];
  if (!lines.some(({ part }) => part === 0)) faults.push('lead: no sentence of it can be printed');
  if (!lines.some(({ part }) => part > 0)) faults.push('sections: no sentence of them can be printed');
  for (const part of ['headline', 'bodyHeadline', 'deck'] as const)
    if (plain(written[part]) === '') faults.push(`${part}: is empty`);
  faults.push(
    ...lengthFaults(
      lines.map(({ sentence }) => sentence.text),
      target,
    ),
  );
  return faults;
}

function lengthFaults(texts: readonly string[], target: number): string[] {
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/u).length, 0);
  // Scripts without spaces cannot be counted so.
  if (texts.some((text) => !text.includes(' ')) || target < 100) return [];
  if (words < target * LENGTH.least) return [`the text has ${words} words; about ${target} are wanted`];
  if (words > target * LENGTH.most) return [`the text has ${words} words; about ${target} are wanted`];
  return [];
}

/** Lead and sections in parallel, each from its own claims and the units they rest on. */
export async function writeParts(desk: Desk, notes: Notes): Promise<WrittenArticle> {
  const parts = partsOf(notes, desk.writing.target.words);
  desk.writing.onStage('write', parts.length);
  const written = await Promise.all(parts.map((part) => writePart(desk, { notes, part, parts })));
  // Composed in order: a quotation that two sections place stays in the first.
  const composer = createComposer(desk, notes);
  const composed = parts.map(({ heading }, index) => ({
    heading,
    paragraphs: composer.paragraphs(written[index]?.paragraphs ?? [], heading === '' ? 'lead' : heading),
  }));
  return { composer, manuscript: new Manuscript(composed) };
}

interface PartRequest {
  readonly notes: Notes;
  readonly part: PartPlan;
  readonly parts: readonly PartPlan[];
}

function writePart(desk: Desk, { notes, part, parts }: PartRequest): Promise<WrittenPart> {
  const outline = parts.map(({ heading }) => (heading === '' ? 'Lead' : heading));
  return desk.ask({
    stage: 'write',
    prompt: 'write-part',
    name: 'part',
    schema: writtenPartSchema,
    variables: {
      source: desk.excerpt(evidenceFor([part], desk.writing.transcript.units)),
      frame: renderFrame(notes, [part]),
      outline: outline.map((heading) => `- ${heading}`).join('\n'),
      known: part.heading === '' ? 'nobody' : knownFrom(parts[0], notes),
      part: renderPart(part),
      style: desk.style,
      words: String(part.words),
      language: desk.language,
      published: desk.published,
    },
    check: (value) => {
      const composer = createComposer(desk, notes);
      const paragraphs = composer.paragraphs(value.paragraphs, 'paragraphs');
      const sentences = paragraphs.flat();
      if (sentences.every(isHole)) return ['paragraphs: no sentence can be printed', ...composer.faults];
      return composer.faults.length > Math.max(1, sentences.length * TOLERATED_FAULTS) ? composer.faults : [];
    },
  });
}

/** Who is introduced in the lead. */
function knownFrom(lead: PartPlan | undefined, { register }: Notes): string {
  const names = register.named.filter(({ id }) => isHeard(id, lead?.claims ?? [], register));
  return names.map(({ name }) => name).join(', ') || 'nobody';
}

/** The units that claims rest on, and their neighbours. */
function evidenceFor(parts: readonly PartPlan[], units: readonly Unit[]): Unit[] {
  return neighbourhood(
    parts.flatMap(({ claims }) => claims.flatMap((claim) => claim.units)),
    units,
  );
}
