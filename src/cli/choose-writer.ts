import { join } from 'node:path';
import type { Config } from '../config.ts';
import { ConfigError } from '../errors.ts';
import type { CallRecord, LanguageModel } from '../llm/index.ts';
import { createFolderCallCache } from '../store/index.ts';
import type { ArticleLength, Writer } from '../write/index.ts';
import { type Recording, readRecording, saveRecording } from './recording.ts';

/** Asked of the endpoint named by OPENAI_API_KEY alone, when no model is named. */
export const DEFAULT_MODEL = 'gpt-5.5';

export interface ChosenWriter {
  readonly writer: Writer;
  readonly length: ArticleLength;
  readonly language: string | undefined;
  /** Said to the person before work begins: who writes, and why. */
  readonly notice: string;
}

/**
 * Who writes, by the settings: recorded answers with --replay, a model when a key or an address is set, else the extractive writer.
 * @throws {ConfigError} MODEL_NOT_CONFIGURED, CONFIG_INVALID
 */
export async function chooseWriter(
  config: Config,
  onCall: (call: CallRecord) => void,
): Promise<ChosenWriter> {
  const { length, language, style } = config;
  if (config.replay !== undefined) return replayWriter(config, config.replay, onCall);
  const hasModel = config.apiKey !== undefined || config.baseURL !== undefined;
  if (config.writer === 'extractive' || (config.writer === 'auto' && !hasModel)) {
    const why = config.writer === 'auto' ? 'no model is configured' : 'as asked';
    return {
      writer: { kind: 'extractive' },
      length,
      language,
      notice: `Extractive writer (${why}): key passages in the speakers' own words`,
    };
  }
  if (!hasModel) throw new ConfigError('MODEL_NOT_CONFIGURED', 'No model is configured');
  const id = await chooseModel(config);
  const { createModel } = await import('../llm/index.ts');
  const cache = createFolderCallCache(config.record ?? config.cacheDir ?? join(config.out, '.cache'));
  const model = createModel({
    apiKey: config.apiKey ?? '',
    baseURL: config.baseURL,
    model: id,
    cache,
    onCall,
    timeoutSeconds: config.timeout,
    concurrency: config.concurrency,
    requestsPerMinute: config.rpm,
    tokensPerMinute: config.tpm,
  });
  if (config.record !== undefined) {
    const settings = { style, length, ...(language === undefined ? {} : { language }) };
    await saveRecording(config.record, { model: id, answeredBy: 'model', settings });
  }
  return { writer: await modelWriter(model, config, style), length, language, notice: `Model writer: ${id}` };
}

async function replayWriter(
  config: Config,
  directory: string,
  onCall: (call: CallRecord) => void,
): Promise<ChosenWriter> {
  const recording: Recording = await readRecording(directory);
  const { replayModel, withRecord } = await import('../llm/index.ts');
  const model = withRecord(replayModel({ id: recording.model, cache: createFolderCallCache(directory) }), {
    onCall,
  });
  const { length, language, style } = recording.settings;
  const who = recording.answeredBy === 'hand' ? 'answered by hand' : 'answered by a model';
  return {
    writer: await modelWriter(model, config, style),
    length,
    language,
    notice: `Recorded answers (${who}, as ${recording.model}): nothing is sent`,
  };
}

async function modelWriter(model: LanguageModel, config: Config, style: string): Promise<Writer> {
  const { createPromptLibrary } = await import('../prompt/index.ts');
  return { kind: 'model', model, prompts: createPromptLibrary(config.prompts), style };
}

async function chooseModel({ model, apiKey = '', baseURL }: Config): Promise<string> {
  if (model !== undefined) return model;
  if (baseURL === undefined) return DEFAULT_MODEL;
  const { listModels } = await import('../llm/index.ts');
  const [first] = await listModels({ apiKey, baseURL });
  if (first === undefined)
    throw new ConfigError('MODEL_NOT_FOUND', 'The endpoint offers no model, and none is named');
  return first;
}
