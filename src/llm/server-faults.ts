import { type ErrorCode, type ErrorDetail, isAbort } from '../errors.ts';
import { ModelError } from './model-error.ts';
import type { RateLimits } from './types.ts';

/** A refusal over HTTP, or an error object inside a reply that claimed success. */
export interface ServerFault {
  readonly status: number;
  /** The body as it came: an object, an array (Gemini), a string (LM Studio) or a web page. */
  readonly body: string;
  readonly headers?: Headers | undefined;
}

const CONTEXT_EXCEEDED =
  /context_length|exceed_context|context (?:length|window|size)|maximum number of tokens|(?:prompt|input|request)(?: is)? too (?:long|large)/i;
const CONTENT_POLICY = /content_filter|content_policy|content management policy/i;
const NO_MODEL = /model_not_found|not a valid model|model\b.{0,120}?(?:does not exist|not found)/is;
const NO_CREDIT_CODE = /insufficient_quota|billing_hard_limit|billing_not_active|credit balance/i;
const NO_CREDIT_WORDS = /billing|credits?\b|insufficient/i;
/** llama.cpp answers 500 when its own parser cannot read what the model wrote. */
const UNREADABLE_OUTPUT = /model produced output that does not match/i;
/** Longest part of a server's answer shown to a person. */
const EXCERPT_LENGTH = 300;

/** The error code for a refusal. The texts of servers are read only where their status and codes do not say enough. */
export function codeOfFault({ status, body }: ServerFault, retryAfterSeconds?: number): ErrorCode {
  const isBadRequest = status === 400 || status === 413 || status === 422 || status === 429;
  if (isBadRequest && CONTEXT_EXCEEDED.test(body)) return 'MODEL_CONTEXT_EXCEEDED';
  if (status === 400 && CONTENT_POLICY.test(body)) return 'MODEL_REFUSED';
  if (status === 401 || status === 403) return 'MODEL_AUTH';
  if (status === 402) return 'MODEL_QUOTA_EXCEEDED';
  if (status === 404 || (status === 400 && NO_MODEL.test(body))) return 'MODEL_NOT_FOUND';
  if (status === 408) return 'MODEL_TIMEOUT';
  if (status === 413) return 'MODEL_CONTEXT_EXCEEDED';
  // Gemini's limit per minute uses the words of OpenAI's empty account, but says when to come back.
  const isOutOfCredit =
    NO_CREDIT_CODE.test(body) || (retryAfterSeconds === undefined && NO_CREDIT_WORDS.test(body));
  if (status === 429) return isOutOfCredit ? 'MODEL_QUOTA_EXCEEDED' : 'MODEL_RATE_LIMITED';
  if (status === 500 && UNREADABLE_OUTPUT.test(body)) return 'MODEL_OUTPUT_INVALID';
  if (status >= 500 || status === 409) return 'MODEL_UNAVAILABLE';
  return 'MODEL_REQUEST_INVALID';
}

/**
 * Seconds the server asks us to wait, however it says so.
 * @param now milliseconds since the epoch, for a wait given as a date
 */
export function readRetryAfter({ status, headers, body }: ServerFault, now: number): number | undefined {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (milliseconds >= 0) return milliseconds / 1_000;
  const header = headers?.get('retry-after');
  if (header) {
    const seconds = Number(header);
    if (seconds >= 0) return seconds;
    const date = Date.parse(header);
    if (Number.isFinite(date)) return Math.max(0, (date - now) / 1_000);
  }
  const inBody = /"retryDelay"\s*:\s*"(\d{1,6}(?:\.\d{1,9})?)s"/.exec(body)?.[1];
  if (inBody !== undefined) return Number(inBody);
  return status === 429 && headers ? readReset(headers) : undefined;
}

/** Seconds until the limit that is used up has room again, where a server says nothing else. */
function readReset(headers: Headers): number | undefined {
  const waits = ['requests', 'tokens']
    .filter((what) => headers.get(`x-ratelimit-remaining-${what}`) === '0')
    .map((what) => parseDuration(headers.get(`x-ratelimit-reset-${what}`) ?? ''))
    .filter((wait) => wait !== undefined);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

const SECONDS_IN: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3_600 };

/** Seconds of a duration as Go writes it: "120ms", "6m0s". */
function parseDuration(text: string): number | undefined {
  if (!/^(?:\d{1,6}(?:\.\d{1,9})?(?:ms|[smh])){1,4}$/.test(text)) return undefined;
  const parts = [...text.matchAll(/([\d.]+)(ms|[smh])/g)];
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (SECONDS_IN[unit ?? ''] ?? 0), 0);
}

/**
 * An error that came with status 200, as OpenRouter and other proxies send it, or nothing.
 * Without a status of its own it is taken for a failure behind the proxy, which passes.
 */
export function readInlineFault(reply: unknown, headers: Headers): ServerFault | undefined {
  if (typeof reply !== 'object' || reply === null || !('error' in reply) || !reply.error) return undefined;
  if ('choices' in reply && Array.isArray(reply.choices) && reply.choices.length > 0) return undefined;
  const code =
    typeof reply.error === 'object' && 'code' in reply.error ? Number(reply.error.code) : Number.NaN;
  return { status: code >= 400 && code < 600 ? code : 502, body: JSON.stringify(reply), headers };
}

/** The limits a reply states, or nothing. */
export function readRateLimits(headers: Headers): RateLimits | undefined {
  const requests = Number(headers.get('x-ratelimit-limit-requests'));
  const tokens = Number(headers.get('x-ratelimit-limit-tokens'));
  if (!(requests > 0) && !(tokens > 0)) return undefined;
  return {
    ...(requests > 0 ? { requestsPerMinute: requests } : {}),
    ...(tokens > 0 ? { tokensPerMinute: tokens } : {}),
  };
}

/** What the server says went wrong, found in any of the shapes that servers use. */
export function describeBody(body: string): string {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return body;
  }
  for (let depth = 0; depth < 4; depth++) {
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) value = value[0];
    else if (typeof value === 'object' && value !== null) {
      const { error, message, detail, msg } = value as Record<string, unknown>;
      value = error ?? message ?? detail ?? msg;
    } else break;
  }
  return body;
}

/** Text of a server or model made fit for a terminal: one line, no control characters, no key, not too long. */
export function excerpt(text: string, redact = (part: string): string => part): string {
  const line = redact(text)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH)}...` : line;
}

/** Removes the API key wherever a server or a library repeats it. */
export function createRedactor(apiKey: string): (text: string) => string {
  if (apiKey.length < 4 || apiKey === 'none') return (text) => text;
  return (text) => text.replaceAll(apiKey, '[key]');
}

const NOTHING_THERE: ErrorDetail = {
  likelyCause: 'There is no chat endpoint at this address; the base URL usually ends in /v1.',
  remedy: 'Correct OPENAI_BASE_URL; `copydesk doctor` tests it.',
};

/** A refusal as the typed error of its kind. */
export function serverFaultError(
  fault: ServerFault,
  {
    model,
    host,
    now,
    redact,
  }: { model: string; host: string; now: number; redact: (text: string) => string },
): ModelError {
  const retryAfterSeconds = readRetryAfter(fault, now);
  const code = codeOfFault(fault, retryAfterSeconds);
  const isMissingPath = code === 'MODEL_NOT_FOUND' && !/model/i.test(fault.body);
  const said = excerpt(describeBody(fault.body), redact) || 'nothing more';
  const about = code === 'MODEL_NOT_FOUND' && !isMissingPath ? ` for the model ${model}` : '';
  return new ModelError(code, `${host} answered ${fault.status}${about}: ${said}`, {
    ...(isMissingPath ? NOTHING_THERE : {}),
    // An answer of the model, though a useless one: worth a correction.
    finishReason: code === 'MODEL_OUTPUT_INVALID' ? 'other' : undefined,
    status: fault.status,
    requestId: fault.headers?.get('x-request-id') ?? undefined,
    retryAfterSeconds,
  });
}

/** A failure below HTTP: no connection, a reset, a body that ended early. The same request may well succeed next time. */
export function transportError(error: unknown, host: string, redact: (text: string) => string): ModelError {
  const chain = causeChain(error);
  const reason = chain.map(({ message, code }) => code ?? message).at(-1) ?? String(error);
  // The original names everything, in the worst case the header with the key.
  const repeatsKey = chain.some(({ stack }) => redact(stack) !== stack);
  return new ModelError(
    'MODEL_UNAVAILABLE',
    `No complete answer came from ${host}: ${excerpt(reason, redact)}`,
    {
      cause: repeatsKey ? undefined : error,
    },
  );
}

function causeChain(error: unknown): { message: string; code: string | undefined; stack: string }[] {
  const chain = [];
  for (let link = error; link instanceof Error && chain.length < 8 && !isAbort(link); link = link.cause) {
    const code = 'code' in link && typeof link.code === 'string' ? link.code : undefined;
    chain.push({ message: link.message, code, stack: `${link.message}\n${link.stack ?? ''}` });
  }
  return chain;
}
