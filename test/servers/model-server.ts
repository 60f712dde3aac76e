import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { createFaultFinder, type Fault } from './faults.ts';
import type { ServerMake } from './makes.ts';
import { createGate, type ServerLimits } from './rate-limits.ts';
import { sendJson, type Turn } from './turns.ts';
import { strictSchemaFault } from './wire-schema.ts';

const bodySchema = z.strictObject({
  model: z.string().min(1),
  messages: z
    .array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }))
    .min(1),
  max_completion_tokens: z.int().positive().optional(),
  max_tokens: z.int().positive().optional(),
  temperature: z.number().min(0).max(2).optional(),
  response_format: z
    .discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('json_schema'),
        json_schema: z.strictObject({
          name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
          strict: z.literal(true),
          schema: z.record(z.string(), z.unknown()),
        }),
      }),
      z.strictObject({ type: z.literal('json_object') }),
    ])
    .optional(),
});

export interface ChatRequest {
  readonly body: z.infer<typeof bodySchema>;
  /** Name of the JSON schema asked for; empty when none was sent. */
  readonly schemaName: string;
  readonly headers: IncomingMessage['headers'];
  /** Set when the caller went away before the answer was complete. */
  isAborted: boolean;
  /** Milliseconds since the epoch. */
  readonly arrivedAt: number;
  /** Whose quirks the answer has. */
  readonly make?: ServerMake | undefined;
  /** Called with the text of an answer before it is sent. */
  onAnswer?: (text: string) => void;
}

/** Four characters a token: near enough to what our own estimate says of English. */
export function promptTokens({ body }: Pick<ChatRequest, 'body'>): number {
  return Math.ceil(body.messages.reduce((sum, { content }) => sum + content.length, 0) / 4);
}

/**
 * What to answer: turns in order; turns in order for each schema name; or a function of the request and its number.
 * A request that nothing is left for is answered with 500 and fails `assertDone`.
 */
export type Script =
  | readonly Turn[]
  | Readonly<Record<string, readonly Turn[]>>
  | ((request: ChatRequest, index: number) => Turn | undefined);

export interface ModelServer extends AsyncDisposable {
  /** Ends in /v1. */
  readonly baseURL: string;
  /** Every well-formed chat request in the order of arrival. */
  readonly requests: readonly ChatRequest[];
  /** @throws when a request was malformed or unscripted, or a turn was never asked for */
  assertDone(): void;
}

export interface ModelServerOptions {
  /** Offered by GET /v1/models. @default ['test-model'] */
  readonly models?: readonly string[];
  /** Milliseconds before each answer. @default 0 */
  readonly latencyMs?: number;
  /** Refuses what is above them with 429, before anything else is looked at. @default none */
  readonly limits?: ServerLimits;
  /** Answers with the quirks of one make of server. @default OpenAI's own */
  readonly make?: ServerMake;
  /** What goes wrong, and when; the script is asked for the other requests only. @default nothing */
  readonly faults?: readonly Fault[];
}

/** A real HTTP server that speaks the Chat Completions API and says only what its script says. */
export async function startModelServer(
  script: Script,
  options: ModelServerOptions = {},
): Promise<ModelServer> {
  const { models = ['test-model'], latencyMs = 0, make } = options;
  const gate = options.limits && createGate(options.limits);
  const findFault = createFaultFinder(options.faults ?? []);
  const reader = readScript(script);
  const requests: ChatRequest[] = [];
  const faults: string[] = [];

  async function chat(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const parsed = parseRequest(await readText(incoming));
    if ('fault' in parsed) {
      faults.push(parsed.fault);
      return sendJson(response, 400, { error: { message: parsed.fault, type: 'invalid_request_error' } });
    }
    const { body } = parsed;
    const format = body.response_format;
    const schemaName = format?.type === 'json_schema' ? format.json_schema.name : '';
    const { headers } = incoming;
    const request: ChatRequest = { body, schemaName, headers, isAborted: false, arrivedAt: Date.now(), make };
    response.once('close', () => {
      request.isAborted = !response.writableFinished;
    });
    const index = requests.push(request) - 1;
    const turn =
      gate?.enter(request, response) ??
      make?.refuse?.(request) ??
      findFault(request) ??
      reader.next(request, index);
    if (latencyMs > 0) await delay(latencyMs);
    if (turn) return turn(response, request);
    const fault = `nothing is scripted for request ${requests.length}${schemaName && ` (${schemaName})`}`;
    faults.push(fault);
    sendJson(response, 500, { error: { message: `Test server: ${fault}` } });
  }

  const server = createServer((incoming, response) => {
    if (incoming.method === 'POST' && incoming.url === '/v1/chat/completions') {
      chat(incoming, response).catch((error: unknown) => {
        faults.push(String(error));
        response.destroy();
      });
    } else if (incoming.method === 'GET' && incoming.url === '/v1/models') {
      sendJson(response, 200, { object: 'list', data: models.map((id) => ({ id, object: 'model' })) });
    } else {
      sendJson(response, 404, { error: { message: `No route ${incoming.method} ${incoming.url}` } });
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    baseURL: `http://127.0.0.1:${port}/v1`,
    requests,
    assertDone() {
      const left = reader.left();
      const problems = left > 0 ? [...faults, `${left} scripted turns were never asked for`] : faults;
      if (problems.length > 0) throw new Error(problems.join('\n'));
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function parseRequest(text: string): { body: ChatRequest['body'] } | { fault: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { fault: 'the request is not JSON' };
  }
  const parsed = bodySchema.safeParse(json);
  if (!parsed.success) return { fault: `the request is malformed: ${parsed.error.message}` };
  const format = parsed.data.response_format;
  if (format?.type === 'json_schema') {
    const fault = strictSchemaFault(format.json_schema.schema);
    if (fault) return { fault: `Invalid schema for response_format '${format.json_schema.name}': ${fault}` };
  }
  if (
    format?.type === 'json_object' &&
    !parsed.data.messages.some(({ content }) => content.includes('JSON'))
  ) {
    return {
      fault:
        "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
    };
  }
  return { body: parsed.data };
}

interface ScriptReader {
  next(request: ChatRequest, index: number): Turn | undefined;
  left(): number;
}

function readScript(script: Script): ScriptReader {
  if (typeof script === 'function') return { next: script, left: () => 0 };
  const isOneList = Array.isArray(script);
  const lists = new Map(
    Object.entries(isOneList ? { '': script } : script).map(([name, turns]) => [name, [...turns]]),
  );
  return {
    next: ({ schemaName }) => lists.get(isOneList ? '' : schemaName)?.shift(),
    left: () => [...lists.values()].reduce((sum, turns) => sum + turns.length, 0),
  };
}
