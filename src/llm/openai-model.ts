import { systemClock } from './clock.ts';
import { readCompletion } from './completion.ts';
import { type Connection, createConnector, type Endpoint, type Failure } from './connection.ts';
import { type Dialect, learnDialect, plainerDialect, RICHEST_DIALECT, renderBody } from './dialect.ts';
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
 * What the endpoint refuses to understand (a format, a parameter) is left out when it is asked again, and remembered.
 * @throws {ModelError} at construction when the base URL or the key cannot be used
 */
export function createOpenAIModel(options: OpenAIModelOptions): LanguageModel {
  const { model, clock = systemClock } = options;
  const connect = createConnector({ ...options, clock });
  let dialect = RICHEST_DIALECT;

  async function generate(request: GenerateRequest, signal?: AbortSignal): Promise<GenerateResult> {
    const connection = await connect();
    const started = clock.now();
    const deadline = started + (request.timeoutMs ?? options.timeoutMs);
    for (;;) {
      const used = dialect;
      signal?.throwIfAborted();
      try {
        const timeoutMs = Math.max(1, Math.ceil(deadline - clock.now()));
        const result = await send(model, { connection, request, dialect: used, timeoutMs, signal });
        if (ignoresSchema(request.output, result.text))
          dialect = learnDialect(dialect, used, { schemaInWords: true });
        return { ...result, ms: clock.now() - started };
      } catch (thrown) {
        signal?.throwIfAborted();
        const failure = connection.classify(thrown);
        const plainer = lessonOf(failure, used, request);
        if (!plainer) throw failure.error.with({ ms: clock.now() - started });
        dialect = learnDialect(dialect, used, plainer);
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
  if (!fault || error.code !== 'MODEL_REQUEST_INVALID') return undefined;
  return plainerDialect(used, request, fault.body);
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
