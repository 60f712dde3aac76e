import { join } from 'node:path';
import type { Config } from '../config.ts';
import { ConfigError } from '../errors.ts';
import type { CallRecord, LanguageModel, RateLimiter, RateLimits, Retry } from '../llm/index.ts';
import type { PromptLibrary } from '../prompt/index.ts';
import { createFolderCallCache } from '../store/index.ts';
import type { ArticleLength, Writer } from '../write/index.ts';
import type { WriterDecision } from './decide-writer.ts';
import { LONG_WAIT_MS } from './progress.ts';
import { explainMissing, hashPrompts, saveRecording } from './recording.ts';

export interface ChosenWriter {
  /** The writer of one source, whose calls are told one by one. */
  readonly writerFor: (onCall: (call: CallRecord) => void) => Writer;
  /** Of the model; null where none is asked. */
  readonly model: string | null;
  readonly length: ArticleLength;
  readonly language: string | undefined;
  /** Said to the person before work begins: who writes, and why. */
  readonly notice: string;
  /** A source is about to be written; a recording keeps what it was. */
  readonly begin?: (source: RecordedSource) => Promise<void>;
  /** An error of writing, with what this writer knows of its cause. */
  readonly explain?: (error: unknown, source: RecordedSource) => Promise<unknown>;
}

interface RecordedSource {
  readonly id: string;
  /** SHA-256 of the units. */
  readonly sha256: string;
}

export interface ChooseOptions {
  readonly config: Config;
  readonly glossary: readonly string[];
  readonly onRetry: (retry: Retry) => void;
  /** A call has waited long for the limits a minute. */
  readonly onLongWait: () => void;
  readonly signal: AbortSignal;
}

/**
 * The writer that was decided on, ready to work. One for all sources of a run: its limits and its ceiling hold for the run.
 * @throws {ConfigError} MODEL_NOT_FOUND when the endpoint offers no model
 */
export async function chooseWriter(decision: WriterDecision, options: ChooseOptions): Promise<ChosenWriter> {
  const { config, glossary } = options;
  if (decision.kind === 'replay') return replayWriter(decision, options);
  if (decision.kind === 'model') return endpointWriter(decision, options);
  return {
    writerFor: () => ({ kind: 'extractive', glossary }),
    model: null,
    length: config.length,
    language: config.language,
    notice: `Extractive writer (${decision.why}): key passages in the speakers' own words`,
  };
}

type Decided<Kind> = Extract<WriterDecision, { kind: Kind }>;

async function endpointWriter(decision: Decided<'model'>, options: ChooseOptions): Promise<ChosenWriter> {
  const { config, glossary, signal, onRetry } = options;
  const { length, language, style, verify } = config;
  const { apiKey, baseURL } = decision;
  const id = decision.model ?? (await firstModel(decision, signal));
  const { createMinuteLimiter, createModel, loadPrices, withRecord } = await import('../llm/index.ts');
  const prices = await loadPrices({ baseURL, table: config.prices });
  const limits: RateLimits = { requestsPerMinute: config.rpm, tokensPerMinute: config.tpm };
  const model = createModel({
    apiKey,
    baseURL,
    model: id,
    cache: createFolderCallCache(config.record ?? config.cacheDir ?? join(config.out, '.cache')),
    limiter: announceWaits(createMinuteLimiter(limits), options.onLongWait),
    prices,
    maxCost: config.maxCost,
    timeoutSeconds: config.timeout,
    concurrency: config.concurrency,
    onRetry,
  });
  const prompts = await openPrompts(config);
  const chosen: ChosenWriter = {
    writerFor: (onCall) =>
      modelWriter({
        model: withRecord(model, { onCall, prices }),
        prompts,
        style,
        verifies: verify,
        glossary,
      }),
    model: id,
    length,
    language,
    notice: `Model writer: ${id} at ${decision.place}`,
  };
  if (config.record === undefined) return chosen;
  return { ...chosen, begin: await beginRecording(config.record, { id, config, glossary }) };
}

interface RecordOptions {
  /** Name of the model. */
  readonly id: string;
  readonly config: Config;
  readonly glossary: readonly string[];
}

async function beginRecording(
  directory: string,
  { id, config, glossary }: RecordOptions,
): Promise<(source: RecordedSource) => Promise<void>> {
  const { style, length, language, verify } = config;
  const recording = {
    model: id,
    answeredBy: 'model' as const,
    settings: {
      style,
      length,
      ...(language === undefined ? {} : { language }),
      ...(glossary.length === 0 ? {} : { glossary: [...glossary] }),
      ...(verify ? {} : { verify }),
    },
    prompts: await hashPrompts(await openPrompts(config), style),
  };
  return (source) => saveRecording(directory, { ...recording, units: { [source.id]: source.sha256 } });
}

async function replayWriter(
  { directory, recording }: Decided<'replay'>,
  { config }: ChooseOptions,
): Promise<ChosenWriter> {
  const { replayModel, withRecord } = await import('../llm/index.ts');
  const replayed = replayModel({ id: recording.model, cache: createFolderCallCache(directory) });
  const { length, language, style, verify = true, glossary = [] } = recording.settings;
  const who = recording.answeredBy === 'hand' ? 'answered by hand' : 'answered by a model';
  const prompts = await openPrompts(config);
  return {
    writerFor: (onCall) =>
      modelWriter({ model: withRecord(replayed, { onCall }), prompts, style, verifies: verify, glossary }),
    model: recording.model,
    length,
    language,
    notice: `Recorded answers (${who}, as ${recording.model}): nothing is sent`,
    explain: (error, { sha256 }) => explainMissing(error, { directory, recording, prompts, sha256 }),
  };
}

interface ModelWriterParts {
  readonly model: LanguageModel;
  readonly prompts: PromptLibrary;
  readonly style: string;
  readonly verifies: boolean;
  readonly glossary: readonly string[];
}

function modelWriter(parts: ModelWriterParts): Writer {
  return { kind: 'model', ...parts };
}

async function openPrompts({ prompts }: Config): Promise<PromptLibrary> {
  const { createPromptLibrary } = await import('../prompt/index.ts');
  return createPromptLibrary(prompts);
}

async function firstModel({ apiKey, baseURL }: Decided<'model'>, signal: AbortSignal): Promise<string> {
  const { listModels } = await import('../llm/index.ts');
  const [first] = await listModels({ apiKey, baseURL }, signal);
  if (first !== undefined) return first;
  throw new ConfigError('MODEL_NOT_FOUND', 'The endpoint offers no model, and none is named');
}

/** Says so when a call waits long for its turn, which would look like a hang. */
function announceWaits(limiter: RateLimiter, onLongWait: () => void): RateLimiter {
  return {
    ...limiter,
    async admit(wish, signal) {
      const timer = setTimeout(onLongWait, LONG_WAIT_MS).unref();
      try {
        return await limiter.admit(wish, signal);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
