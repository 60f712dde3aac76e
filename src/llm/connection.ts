import type OpenAI from 'openai';
import { ModelError } from './model-error.ts';
import {
  createRedactor,
  readInlineFault,
  readRateLimits,
  type ServerFault,
  serverFaultError,
  transportError,
} from './server-faults.ts';
import type { Clock, RateLimits } from './types.ts';

export const DEFAULT_BASE_URL = 'https://api.openai.com/v1';

export interface Endpoint {
  /** May be empty for a local server. */
  readonly apiKey: string;
  /** @default 'https://api.openai.com/v1' */
  readonly baseURL?: string | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
}

export interface Failure {
  readonly error: ModelError;
  /** What the server said, when it was the server that refused. */
  readonly fault?: ServerFault;
}

export interface Connection {
  readonly client: OpenAI;
  /** Anything the SDK threw, as an error with a code. Not for cancellation, which the caller lets pass. */
  classify(thrown: unknown): Failure;
  /** @throws when a reply of status 200 is the report of an error, as from proxies; `classify` knows it */
  refuseInlineFault(reply: unknown, headers: Headers): void;
}

export interface ConnectionOptions extends Endpoint {
  /** For messages. */
  readonly model?: string | undefined;
  readonly clock: Clock;
  readonly onRateLimits?: ((limits: RateLimits) => void) | undefined;
}

class InlineFault extends Error {
  readonly fault: ServerFault;

  constructor(fault: ServerFault) {
    super('The reply reports an error.');
    this.fault = fault;
  }
}

/**
 * The one door to the SDK, opened at first use: importing it costs a fifth of a second.
 * @throws {ModelError} CONFIG_INVALID when the base URL is not one; MODEL_AUTH when the key cannot be sent at all
 */
export function createConnector(options: ConnectionOptions): () => Promise<Connection> {
  const baseURL = options.baseURL || DEFAULT_BASE_URL;
  const host = hostOf(baseURL);
  const apiKey = options.apiKey.trim();
  if (!/^[\x21-\x7e]*$/.test(apiKey)) {
    throw new ModelError('MODEL_AUTH', 'The API key holds spaces or characters that no key has.');
  }
  let connection: Promise<Connection> | undefined;
  return () => {
    connection ??= connect({ ...options, baseURL, apiKey }, host);
    return connection;
  };
}

function hostOf(baseURL: string): string {
  const url = URL.canParse(baseURL) ? new URL(baseURL) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.host;
  throw new ModelError(
    'CONFIG_INVALID',
    'The base URL of the model endpoint is not an http or https address.',
  );
}

async function connect(options: ConnectionOptions & { baseURL: string }, host: string): Promise<Connection> {
  const { default: SDK, APIError, APIConnectionTimeoutError } = await import('openai');
  const { apiKey, baseURL, clock, model = '' } = options;
  const redact = createRedactor(apiKey);
  const bodies = new WeakMap<Headers, string>();
  const client = new SDK({
    // The SDK refuses an empty key, also for servers that want none.
    apiKey: apiKey || 'none',
    baseURL,
    fetch: keepRefusals(options, bodies),
    maxRetries: 0,
    // Given, so that nothing is read from the environment and nothing printed to the console.
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    logLevel: 'off',
  });

  function faultIn(thrown: unknown): ServerFault | undefined {
    if (thrown instanceof InlineFault) return thrown.fault;
    if (!(thrown instanceof APIError) || thrown.status === undefined) return undefined;
    const { status, headers, message } = thrown;
    return { status, headers, body: (headers && bodies.get(headers)) ?? message };
  }

  function classify(thrown: unknown): Failure {
    if (thrown instanceof ModelError) return { error: thrown };
    if (thrown instanceof APIConnectionTimeoutError) {
      return { error: new ModelError('MODEL_TIMEOUT', `${host} did not finish its answer in time.`) };
    }
    const fault = faultIn(thrown);
    if (!fault) return { error: transportError(thrown, host, redact) };
    return { fault, error: serverFaultError(fault, { model, host, now: clock.now(), redact }) };
  }

  return {
    client,
    classify,
    refuseInlineFault(reply, headers) {
      const fault = readInlineFault(reply, headers);
      if (fault) throw new InlineFault(fault);
    },
  };
}

/** A fetch that keeps the body of every refusal: the SDK drops those that are not shaped like OpenAI's. */
function keepRefusals(
  { fetch = globalThis.fetch, onRateLimits }: ConnectionOptions,
  bodies: WeakMap<Headers, string>,
): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const limits = readRateLimits(response.headers);
    if (limits) onRateLimits?.(limits);
    if (!response.ok) {
      const body = await response
        .clone()
        .text()
        .catch(() => undefined);
      if (body) bodies.set(response.headers, body);
    }
    return response;
  };
}
