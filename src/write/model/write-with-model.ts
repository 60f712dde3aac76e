import { type GenerateRequest, generateObject, type LanguageModel } from '../../llm/index.ts';
import { fence, type PromptLibrary, type PromptTemplate } from '../../prompt/index.ts';
import type { Transcript } from '../../transcript/index.ts';
import type { Draft } from '../draft.ts';
import type { LengthTarget } from '../length.ts';
import { type Composed, compose } from './compose.ts';
import { type CheckedNotes, checkNotes, renderNotes } from './notes.ts';
import { type Notes, notesSchema, type Written, writtenSchema } from './schemas.ts';
import { renderSource } from './source-block.ts';

export interface ModelWriter {
  readonly kind: 'model';
  readonly model: LanguageModel;
  readonly prompts: PromptLibrary;
  /** Name of a file in prompts/styles. */
  readonly style: string;
}

export interface ModelWriting {
  readonly transcript: Transcript;
  readonly target: LengthTarget;
  /** BCP 47; the article's, not necessarily the transcript's. */
  readonly language: string;
  readonly signal?: AbortSignal | undefined;
  readonly onStage: (stage: string) => void;
}

/** Up to this share of sentences may fall out without asking the model to mend its answer. */
const TOLERATED_FAULTS = 0.1;

/** Two calls: notes with a plan, then the article. What either says passes code that knows only the transcript. */
export async function writeWithModel(writer: ModelWriter, writing: ModelWriting): Promise<Draft> {
  const { transcript, target, signal } = writing;
  const shared = await sharedVariables(writer, writing);

  writing.onStage('extract-plan');
  const notes = await takeNotes(writer, transcript, { ...shared, sections: String(target.sections) }, signal);

  writing.onStage('write');
  const variables = {
    ...shared,
    notes: renderNotes(notes, target.words),
    published: transcript.metadata.publishedAt?.slice(0, 10) ?? 'an unknown date',
  };
  const { written, composed } = await writeSections(
    writer,
    { notes, transcript, language: writing.language },
    variables,
    signal,
  );
  return toDraft({ written, composed, notes, writer });
}

async function sharedVariables(
  { prompts, style }: ModelWriter,
  { transcript, target, language }: ModelWriting,
): Promise<Record<string, string>> {
  return {
    rules: await prompts.text('rules'),
    source: renderSource(transcript, fence),
    style: await prompts.text(`styles/${style}`),
    words: String(target.words),
    language: languageName(language),
  };
}

/** "German (de)": models know names better than tags. */
function languageName(language: string): string {
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language);
  return name === undefined || name === language ? language : `${name} (${language})`;
}

async function takeNotes(
  { model, prompts }: ModelWriter,
  transcript: Transcript,
  variables: Record<string, string>,
  signal: AbortSignal | undefined,
): Promise<CheckedNotes> {
  const request = renderRequest('extract-plan', await prompts.load('extract-plan'), variables);
  const check = (notes: Notes): readonly string[] => checkNotes(notes, transcript).faults;
  const { value } = await generateObject(
    model,
    { request, schema: notesSchema, name: 'notes', check },
    signal,
  );
  return checkNotes(value, transcript);
}

async function writeSections(
  { model, prompts }: ModelWriter,
  context: { readonly notes: CheckedNotes; readonly transcript: Transcript; readonly language: string },
  variables: Record<string, string>,
  signal: AbortSignal | undefined,
): Promise<{ written: Written; composed: Composed }> {
  const request = renderRequest('write', await prompts.load('write'), variables);
  const check = (written: Written): readonly string[] => findFaults(written, compose(written, context));
  const { value } = await generateObject(
    model,
    { request, schema: writtenSchema, name: 'article', check },
    signal,
  );
  return { written: value, composed: compose(value, context) };
}

function findFaults(written: Written, composed: Composed): readonly string[] {
  const paragraphs = [...written.lead, ...written.sections.flatMap((section) => section.paragraphs)];
  const sentences = paragraphs.reduce((sum, paragraph) => sum + paragraph.sentences.length, 0);
  const faults =
    composed.faults.length > Math.max(1, sentences * TOLERATED_FAULTS) ? [...composed.faults] : [];
  if (composed.lead.length === 0) faults.push('lead: no sentence of it can be printed');
  if (composed.sections.length === 0) faults.push('sections: no sentence of them can be printed');
  for (const part of ['headline', 'bodyHeadline', 'deck'] as const) {
    if (written[part].trim() === '') faults.push(`${part}: is empty`);
  }
  return faults;
}

function renderRequest(
  stage: string,
  prompt: PromptTemplate,
  variables: Record<string, string>,
): GenerateRequest {
  return {
    stage,
    prompt: { name: prompt.name, hash: prompt.hash },
    messages: prompt.render(variables),
    ...(prompt.temperature === undefined ? {} : { temperature: prompt.temperature }),
    ...(prompt.maxOutputTokens === undefined ? {} : { maxOutputTokens: prompt.maxOutputTokens }),
  };
}

interface Parts {
  readonly written: Written;
  readonly composed: Composed;
  readonly notes: CheckedNotes;
  readonly writer: ModelWriter;
}

const FEWEST_ALTERNATIVES = 3;
const MOST_ALTERNATIVES = 5;

function toDraft({ written, composed, notes, writer }: Parts): Draft {
  const headline = plain(written.headline);
  const alternatives = [...new Set(written.headlineAlternatives.map(plain))].filter(
    (text) => text !== '' && text !== headline,
  );
  const known = new Set(
    composed.sections.flatMap(({ paragraphs }) => paragraphs.flat().flatMap(({ cites }) => cites)),
  );
  for (const sentence of composed.lead.flat()) for (const id of sentence.cites) known.add(id);
  const keyPoints = written.keyPoints
    .map(({ text, units }) => ({ text: plain(text), cites: units.filter((id) => known.has(id)) }))
    .filter(({ text, cites }) => text !== '' && cites.length > 0);
  return {
    headline,
    ...(alternatives.length >= FEWEST_ALTERNATIVES
      ? { headlineAlternatives: alternatives.slice(0, MOST_ALTERNATIVES) }
      : {}),
    bodyHeadline: plain(written.bodyHeadline),
    deck: plain(written.deck),
    ...(keyPoints.length > 0 ? { keyPoints } : {}),
    ...(notes.dateline ? { dateline: notes.dateline } : {}),
    lead: composed.lead,
    sections: composed.sections,
    speakers: notes.register.named,
    omissions: notes.omissions,
    writer: { kind: 'model', model: writer.model.id, promptsHash: writer.prompts.hash() },
    dropped: composed.dropped,
  };
}

/** Top matter stands alone: no placeholders, no quotation marks, no line breaks. */
function plain(text: string): string {
  return text
    .replace(/\{+\s*q\d+\s*\}+/giu, '')
    .replace(/["“”„«»]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
