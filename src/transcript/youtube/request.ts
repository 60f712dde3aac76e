import { setTimeout as delay } from 'node:timers/promises';
import { ConfigError, TranscriptError } from '../../errors.ts';

/** The only address this room ever asks; tests may put a loopback server in its place. */
export const YOUTUBE_ORIGIN = 'https://www.youtube.com';

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  /** @default the global fetch */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** For tests: an address that stands in for https://www.youtube.com. Refused unless it is this machine's loopback. */
  readonly origin?: string | undefined;
  /** Milliseconds that one attempt may take, its body included. @default 20000 */
  readonly timeoutMs?: number | undefined;
  /** Waits between attempts, in milliseconds. @default a timer that obeys the signal */
  readonly sleep?: ((milliseconds: number, signal?: AbortSignal) => Promise<unknown>) | undefined;
}

export interface YouTubeRequest {
  readonly url: string;
  readonly headers: Headers | Readonly<Record<string, string>>;
  /** Sent by POST when present, otherwise GET. */
  readonly body?: string;
  /** A longer body, counted after decompression, is an error. */
  readonly maxBytes: number;
  /** @default 3 */
  readonly attempts?: number;
  /** Milliseconds, where less than the general time-out will do. */
  readonly timeoutMs?: number;
}

export interface YouTubeReply {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type SendRequest = (request: YouTubeRequest) => Promise<YouTubeReply>;

/**
 * Returns a function that sends requests for one subject, which messages begin with (`Video ID`): time-out for each attempt, two more attempts after network failures
 * and server errors, capped bodies, redirects handed back instead of followed.
 * It throws TranscriptError NETWORK_UNREACHABLE or YOUTUBE_RESPONSE_UNKNOWN, or the reason of the caller's own signal.
 * @throws ConfigError when the origin is not a loopback address.
 */
export function createSendRequest(subject: string, options: RequestOptions): SendRequest {
  const origin = options.origin === undefined ? YOUTUBE_ORIGIN : requireLoopback(options.origin);
  const { signal, sleep = wait } = options;
  return async (request) => {
    const address = new URL(request.url);
    if (address.origin !== YOUTUBE_ORIGIN) {
      throw new TranscriptError(
        'YOUTUBE_RESPONSE_UNKNOWN',
        `${subject}: a request to ${address.host || address.protocol} was refused; only www.youtube.com is asked.`,
      );
    }
    const target = origin + address.pathname + address.search;
    let failure: unknown;
    const attempts = request.attempts ?? 3;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      // 0.3 s, then 0.9 s, each give or take half, so that parallel runs do not knock together.
      if (attempt > 1) await sleep(100 * 3 ** (attempt - 1) * (0.5 + Math.random()), signal);
      signal?.throwIfAborted();
      try {
        const reply = await sendOnce(target, request, options);
        if (reply.status < 500) return reply;
        failure = new Error(`HTTP status ${reply.status}`);
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof BodyTooLarge) throw error.describe(subject);
        failure = error;
      }
    }
    throw unreachable(subject, failure, attempts);
  };
}

async function sendOnce(
  target: string,
  request: YouTubeRequest,
  options: RequestOptions,
): Promise<YouTubeReply> {
  const { signal, fetch = globalThis.fetch, timeoutMs = 20_000 } = options;
  const deadline = AbortSignal.timeout(Math.min(timeoutMs, request.timeoutMs ?? timeoutMs));
  const response = await fetch(target, {
    method: request.body === undefined ? 'GET' : 'POST',
    headers: request.headers,
    ...(request.body === undefined ? {} : { body: request.body }),
    redirect: 'manual',
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
  });
  const bytes = await readBody(response, request.maxBytes);
  return { status: response.status, headers: response.headers, bytes };
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new BodyTooLarge(maxBytes);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

class BodyTooLarge extends Error {
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`body longer than ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }

  describe(subject: string): TranscriptError {
    return new TranscriptError(
      'YOUTUBE_RESPONSE_UNKNOWN',
      `${subject}: the answer is longer than ${this.maxBytes / 1_048_576} MiB, so it was not read.`,
      { cause: this },
    );
  }
}

function unreachable(subject: string, failure: unknown, attempts: number): TranscriptError {
  const tries = attempts === 1 ? '' : ` in ${attempts} attempts`;
  return new TranscriptError(
    'NETWORK_UNREACHABLE',
    `${subject}: www.youtube.com gave no usable answer${tries} (${reasonOf(failure)}).`,
    { cause: failure },
  );
}

/** The system's own name for what went wrong (ENOTFOUND, ECONNRESET) hides in `cause`; fetch only says "fetch failed". */
function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  if (failure.name === 'TimeoutError') return 'timed out';
  const { cause } = failure;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return failure.message;
}

function requireLoopback(origin: string): string {
  const url = URL.parse(origin);
  const isLoopback = url !== null && /^(?:127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/.test(url.hostname);
  const isBare =
    url !== null && url.username === '' && url.password === '' && url.pathname === '/' && url.search === '';
  if (url && isLoopback && isBare && /^https?:$/.test(url.protocol)) return url.origin;
  throw new ConfigError(
    'CONFIG_INVALID',
    'The YouTube origin must be a loopback address such as http://127.0.0.1:8080: it exists for tests only.',
    { remedy: 'Unset COPYDESK_YOUTUBE_ORIGIN to ask YouTube itself.' },
  );
}

export async function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, signal ? { signal } : {});
  } catch {
    // The timer wraps the reason of an abort; the caller is to see its own.
    signal?.throwIfAborted();
  }
}
