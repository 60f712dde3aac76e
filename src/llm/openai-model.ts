import { systemClock } from './clock.ts';
import { readCompletion } from './completion.ts';
import { type Connection, createConnector, type Endpoint, type Failure } from './connection.ts';
import {
  type Dialect,
  plainerDialect,
  plainest,
  RICHEST_DIALECT,
  renderBody,
  shorterDialect,
} from './dialect.ts';
import { parseJsonAnswer } from './json-answer.ts';
import type {
  Clock,
  GenerateRequest,
  GenerateResult,
  LanguageModel,
  OutputSchema,
  RateLimits,
} from './types.ts';

export interface OpenAIModelOptions extends Endpoint {
  readonly model: string;
  /** Milliseconds for one attempt, from sending to the last byte. */
  readonly timeoutMs: number;
  /** Called with the limits a reply states in its headers, also when the reply is a refusal. */
  readonly onRateLimits?: ((limits: RateLimits) => void) | undefined;
  readonly clock?: Clock | undefined;
}

interface Attempt {
  readonly connection: Connection;
  readonly request: GenerateRequest;
  readonly dialect: Dialect;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * The endpoint itself: one call, one classified outcome, no retries.
 * What the endpoint refuses to understand (a format, a parameter) is left out when it is asked again. That is remembered once the
 * endpoint took the plainer request: a complaint that was read wrongly must not cost all later calls the enforced format.
 * @throws {ModelError} at construction when the base URL or the key cannot be used
 */
export function createOpenAIModel(options: OpenAIModelOptions): LanguageModel {
  const { model, clock = systemClock } = options;
  const connect = createConnector({ ...options, clock });
  let learned = RICHEST_DIALECT;

  async function generate(request: GenerateRequest, signal?: AbortSignal): Promise<GenerateResult> {
    const connection = await connect();
    const started = clock.now();
    const deadline = started + (request.timeoutMs ?? options.timeoutMs);
    let dialect = learned;
    for (;;) {
      signal?.throwIfAborted();
      try {
        const timeoutMs = Math.max(1, Math.ceil(deadline - clock.now()));
        const result = await send(model, { connection, request, dialect, timeoutMs, signal });
        const schemaInWords = dialect.schemaInWords || ignoresSchema(request.output, result.text);
        learned = plainest(learned, { ...dialect, schemaInWords });
        return { ...result, ms: clock.now() - started };
      } catch (thrown) {
        signal?.throwIfAborted();
        const failure = connection.classify(thrown);
        const plainer = lessonOf(failure, dialect, request);
        // Only an answer has a finish reason.
        if (failure.error.finishReason) learned = plainest(learned, dialect);
        if (!plainer) throw failure.error.with({ ms: clock.now() - started });
        dialect = plainest(learned, { ...dialect, ...plainer });
      }
    }
  }

  return { id: model, generate };
}

async function send(model: string, attempt: Attempt): Promise<Omit<GenerateResult, 'ms'>> {
  const { connection, request, dialect, timeoutMs, signal } = attempt;
  const { data, response, request_id } = await connection.client.chat.completions
    .create(renderBody(model, request, dialect), { timeout: timeoutMs, ...(signal ? { signal } : {}) })
    .withResponse();
  connection.refuseInlineFault(data, response.headers);
  const requestId = request_id ?? undefined;
  const answer = readCompletion(data, request.messages, { requestId, status: response.status });
  return {
    text: answer.text,
    finishReason: answer.finishReason,
    usage: answer.usage,
    model: answer.model ?? model,
    ...(requestId === undefined ? {} : { requestId }),
    attempts: 1,
    cacheHit: false,
  };
}

function lessonOf(
  { error, fault }: Failure,
  used: Dialect,
  request: GenerateRequest,
): Partial<Dialect> | undefined {
  if (!fault) return undefined;
  if (error.code === 'MODEL_CONTEXT_EXCEEDED') return shorterDialect(used, request, fault.body);
  return error.code === 'MODEL_REQUEST_INVALID' ? plainerDialect(used, request, fault.body) : undefined;
}

/** A server that enforces the schema cannot leave out a property; one that takes it and ignores it usually does. */
function ignoresSchema(output: OutputSchema | undefined, text: string): boolean {
  if (!output) return false;
  const { required } = output.jsonSchema;
  try {
    const answer = parseJsonAnswer(text);
    return Array.isArray(required) && required.some((key) => !Object.hasOwn(Object(answer), String(key)));
  } catch {
    return true;
  }
}
