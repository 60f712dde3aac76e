import { type CallCache, createModel, type GenerateResult, type ModelOptions } from '../../src/llm/index.ts';
import { createPromptLibrary } from '../../src/prompt/index.ts';
import type { Transcript } from '../../src/transcript/index.ts';
import {
  type ModelWriter,
  type WriteOptions,
  type WrittenArticle,
  writeArticle,
} from '../../src/write/index.ts';
import { createFakeClock } from '../llm/fake-clock.ts';
import { type ModelServer, type ModelServerOptions, startModelServer } from '../servers/model-server.ts';
import { type NewsroomOptions, type NewsroomStages, newsroomStages } from '../servers/newsroom.ts';
import { answerStages, readStageRequest, type StageRequest, type Stages } from '../servers/stages.ts';

/** The whole writer against a real server: what was asked, and what came of it. */
export interface PipelineRun extends WrittenArticle {
  readonly asked: readonly AskedStage[];
  /** Stages in the order they were announced, each with its calls. */
  readonly announced: readonly (readonly [string, number])[];
}

export interface AskedStage extends StageRequest {
  /** The pipeline's own name: two stages share the schema of notes. */
  readonly name: string;
}

export interface PipelineOptions {
  readonly newsroom?: NewsroomOptions;
  /** Takes the place of some of the newsroom's stages; gets them to answer with a change. */
  readonly stages?: (newsroom: NewsroomStages) => Stages;
  readonly server?: ModelServerOptions;
  readonly model?: Partial<ModelOptions>;
  readonly writer?: Partial<ModelWriter>;
  readonly write?: Partial<WriteOptions>;
}

export async function runPipeline(
  transcript: Transcript,
  options: PipelineOptions = {},
): Promise<PipelineRun> {
  const stages = newsroomStages(options.newsroom);
  const script = answerStages({ ...stages, ...options.stages?.(stages) });
  await using server = await startModelServer(script, options.server);
  const run = await write(server, transcript, options);
  server.assertDone();
  return run;
}

/** The same against a server that is there already, and with the error instead of the article where it fails. */
export async function write(
  server: ModelServer,
  transcript: Transcript,
  options: Omit<PipelineOptions, 'stages' | 'newsroom' | 'server'> = {},
): Promise<PipelineRun> {
  const announced: [string, number][] = [];
  const from = server.requests.length;
  const written = await writeArticle(transcript, {
    id: 'works',
    length: 'medium',
    minWords: 150,
    now: () => new Date('2026-11-23T12:00:00Z'),
    onStage: (stage, calls) => void announced.push([stage, calls]),
    ...options.write,
    writer: writerFor(server, options),
  });
  return { ...written, announced, asked: readAsked(server, from) };
}

function writerFor(server: ModelServer, { model, writer }: PipelineOptions): ModelWriter {
  return {
    kind: 'model',
    style: 'news',
    prompts: createPromptLibrary(),
    model: createModel({
      apiKey: 'sk-test',
      baseURL: server.baseURL,
      model: 'test-model',
      clock: createFakeClock(),
      random: () => 1,
      ...model,
    }),
    ...writer,
  };
}

export function readAsked(server: ModelServer, from = 0): AskedStage[] {
  return server.requests.slice(from).map((request) => {
    const asked = readStageRequest(request);
    return { ...asked, name: nameOf(asked) };
  });
}

const NAMES: Readonly<Record<string, string>> = {
  article: 'write',
  part: 'write',
  top: 'top-matter',
  verdicts: 'verify',
  repairs: 'repair',
};

export function nameOf({ stage, fields }: StageRequest): string {
  if (stage === 'notes') return fields.includes('plan') ? 'extract-plan' : 'extract';
  return NAMES[stage] ?? stage;
}

/** How many requests each stage made, in the order of the first. */
export function countStages(asked: readonly AskedStage[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { name } of asked) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

export function memoryCache(): CallCache & { readonly kept: Map<string, GenerateResult> } {
  const kept = new Map<string, GenerateResult>();
  return {
    kept,
    read: async (key) => kept.get(key),
    write: async (key, answer) => void kept.set(key, answer),
  };
}

export interface Failure {
  readonly code: string;
  readonly exitCode: number;
}

/** What a promise failed with. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise;
  } catch (error) {
    return error as Failure;
  }
  throw new Error('It did not fail');
}

export const sentencesOf = ({ article }: Pick<WrittenArticle, 'article'>) =>
  [...article.lead, ...article.sections.flatMap(({ paragraphs }) => paragraphs)].flatMap(
    ({ sentences }) => sentences,
  );

/** Texts that were left out, with the reason. */
export const leftOut = ({ findings }: Pick<WrittenArticle, 'findings'>): { text: string; why: string }[] =>
  findings.findings
    .filter(({ rule }) => rule === 'P01')
    .map(({ message, evidence }) => ({ text: evidence ?? '', why: message }));

export const errorsOf = ({ findings }: Pick<WrittenArticle, 'findings'>) =>
  findings.findings.filter(({ severity }) => severity === 'error');
