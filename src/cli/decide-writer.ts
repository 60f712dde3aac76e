import type { Config } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { describeServers, findLocalServer, LOCAL_SERVERS, type LocalServer } from './local-servers.ts';
import { type Recording, readRecording } from './recording.ts';

/** Asked of the endpoint named by OPENAI_API_KEY alone, when no model is named. */
export const DEFAULT_MODEL = 'gpt-5.5';

/** Who will write, by the settings alone: nothing has been sent yet. */
export type WriterDecision =
  | { readonly kind: 'extractive'; readonly why: string }
  | { readonly kind: 'replay'; readonly directory: string; readonly recording: Recording }
  | {
      readonly kind: 'model';
      readonly apiKey: string;
      /** Absent: the OpenAI API. */
      readonly baseURL?: string;
      /** Absent: the first one the endpoint offers. */
      readonly model?: string;
      /** Where the model is, for people. */
      readonly place: string;
    };

export interface DecideOptions {
  /** Where servers of this machine are looked for. @default LOCAL_SERVERS */
  readonly localServers?: readonly LocalServer[];
  readonly signal?: AbortSignal;
}

/**
 * Recorded answers with --replay; a model when a key or an address is set, or when a server was to be looked for on this machine and
 * one answers; else the extractive writer.
 * @throws {ConfigError} MODEL_NOT_CONFIGURED, CONFIG_INVALID
 */
export async function decideWriter(config: Config, options: DecideOptions = {}): Promise<WriterDecision> {
  const { replay, writer } = config;
  if (replay !== undefined)
    return { kind: 'replay', directory: replay, recording: await readRecording(replay) };
  if (writer === 'extractive') return { kind: 'extractive', why: 'as asked' };
  const model = decideConfigured(config) ?? (config.local ? await decideLocal(config, options) : undefined);
  if (model) return model;
  const why = config.local
    ? `no model server answers on this machine: ${describeServers(options.localServers)}`
    : 'no model is configured';
  if (writer === 'auto') return { kind: 'extractive', why };
  throw new ConfigError('MODEL_NOT_CONFIGURED', `There is no model to ask: ${why}`);
}

function decideConfigured({ apiKey, baseURL, model }: Config): WriterDecision | undefined {
  if (apiKey === undefined && baseURL === undefined) return undefined;
  const named = model ?? (baseURL === undefined ? DEFAULT_MODEL : undefined);
  return {
    kind: 'model',
    apiKey: apiKey ?? '',
    ...(baseURL === undefined ? {} : { baseURL }),
    ...(named === undefined ? {} : { model: named }),
    place: baseURL ?? 'the OpenAI API',
  };
}

async function decideLocal(
  { model }: Config,
  { localServers = LOCAL_SERVERS, signal }: DecideOptions,
): Promise<WriterDecision | undefined> {
  const found = await findLocalServer(localServers, signal);
  if (!found) return undefined;
  const named = model ?? found.models[0];
  return {
    kind: 'model',
    apiKey: '',
    baseURL: found.baseURL,
    ...(named === undefined ? {} : { model: named }),
    place: `${found.name} on this machine`,
  };
}
