import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with a request. A bare text is a body with status 200. */
export type Answer = string | AnswerParts;

export interface AnswerParts {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Instead of a whole answer: never any, the connection cut before the first byte, or in the middle of the body. */
  readonly fault?: 'stall' | 'reset' | 'truncate';
}

/** Answers in the order of the requests; a list that is used up counts as unscripted, a single answer repeats. */
export type Answers = Answer | readonly Answer[];

export interface VideoScript {
  /** By the name of the client in the request: ANDROID, WEB, ...; `ANDROID reel` for the endpoint of short videos. */
  readonly player?: Readonly<Record<string, Answers>>;
  /** By language code, `.auto` appended for automatic captions, then the form where it matters: `en`, `en.auto`, `en.json3`. */
  readonly captions?: Readonly<Record<string, Answers>>;
  readonly watch?: Answers;
}

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** YouTube on a loopback port: videos, pages of lists, feeds. Whatever it has no script for fails the test that asked. */
export class YouTubeServer implements AsyncDisposable {
  readonly origin: string;
  readonly requests: LoggedRequest[] = [];
  /** Requests without a script. Emptied by a test that expects them. */
  readonly failures: string[] = [];
  /** Called with the number of requests so far, before the latest is answered. */
  onRequest: (count: number) => void = () => {};
  readonly #scripts = new Map<string, VideoScript>();
  readonly #pages = new Map<string, Answers>();
  readonly #used = new Map<string, number>();
  readonly #close: () => Promise<void>;

  static async start(): Promise<YouTubeServer> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const server = createServer((request, response) => void youtube.#handle(request, response));
    server.listen(0, '127.0.0.1', resolve);
    await promise;
    const { port } = server.address() as AddressInfo;
    const youtube = new YouTubeServer(`http://127.0.0.1:${port}`, async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    });
    return youtube;
  }

  private constructor(origin: string, close: () => Promise<void>) {
    this.origin = origin;
    this.#close = close;
  }

  script(videoId: string, script: VideoScript): this {
    this.#scripts.set(videoId, script);
    return this;
  }

  /** Answers by what is asked for: `browse ID`, `browse ID PARAMS`, `continuation TOKEN`, `resolve URL`, `feed QUERY`. */
  scriptPage(key: string, answers: Answers): this {
    this.#pages.set(key, answers);
    return this;
  }

  /** Requests so far as `METHOD path`, for tests of order and number. */
  get asked(): string[] {
    return this.requests.map(({ method, path }) => `${method} ${path}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close();
    if (this.failures.length > 0)
      throw new Error(`The YouTube server was asked for more than its script: ${this.failures.join('; ')}`);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const { method = '', headers } = request;
    this.requests.push({ method, path: url.pathname, query: url.searchParams, headers, body });
    this.onRequest(this.requests.length);
    const answer = this.#answerTo(`${method} ${url.pathname}`, url.searchParams, body);
    if (answer !== undefined) return send(response, typeof answer === 'string' ? { body: answer } : answer);
    const failure = `${method} ${url.pathname}${url.search} ${body}`.trim();
    this.failures.push(failure);
    send(response, {
      status: 500,
      headers: { 'content-type': 'text/plain' },
      body: `No script for ${failure}`,
    });
  }

  #answerTo(route: string, query: URLSearchParams, body: string): Answer | undefined {
    const isReel = route === 'POST /youtubei/v1/reel/reel_item_watch';
    if (isReel || route === 'POST /youtubei/v1/player') {
      const { videoId, playerRequest, context } = JSON.parse(body);
      const id = isReel ? playerRequest.videoId : videoId;
      const client = `${context.client.clientName}${isReel ? ' reel' : ''}`;
      return this.#next(`${id} player ${client}`, this.#scripts.get(id)?.player?.[client]);
    }
    const page = pageKey(route, query, body);
    if (page !== undefined) return this.#next(page, this.#pages.get(page));
    const videoId = query.get('v') ?? '';
    const script = this.#scripts.get(videoId);
    if (route === 'GET /watch') return this.#next(`${videoId} watch`, script?.watch);
    if (route !== 'GET /api/timedtext') return undefined;
    const track = `${query.get('lang')}${query.get('kind') === 'asr' ? '.auto' : ''}`;
    const inForm = `${track}.${query.get('fmt')}`;
    const key = script?.captions?.[inForm] === undefined ? track : inForm;
    return this.#next(`${videoId} captions ${key}`, script?.captions?.[key]);
  }

  #next(key: string, answers: Answers | undefined): Answer | undefined {
    const count = this.#used.get(key) ?? 0;
    this.#used.set(key, count + 1);
    return isList(answers) ? answers[count] : answers;
  }
}

function pageKey(route: string, query: URLSearchParams, body: string): string | undefined {
  if (route === 'GET /feeds/videos.xml') return `feed ${query}`;
  if (!/^POST \/youtubei\/v1\/(?:browse|navigation\/resolve_url)$/.test(route)) return undefined;
  const { browseId, params, continuation, url } = JSON.parse(body);
  if (url !== undefined) return `resolve ${url}`;
  if (continuation !== undefined) return `continuation ${continuation}`;
  return params === undefined ? `browse ${browseId}` : `browse ${browseId} ${params}`;
}

function isList(answers: Answers | undefined): answers is readonly Answer[] {
  return Array.isArray(answers);
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '', fault }: AnswerParts): void {
  if (fault === 'stall') return;
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'content-length': bytes.length, ...headers });
  if (fault !== 'truncate') {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy());
}

export const stall: Answer = { fault: 'stall' };
export const reset: Answer = { fault: 'reset' };
export const serverError: Answer = { status: 503, body: 'Service Unavailable' };

export function truncated(body: string): Answer {
  return { body, fault: 'truncate' };
}

export function tooManyRequests(retryAfterSeconds?: number): Answer {
  return {
    status: 429,
    headers: retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  };
}

export function redirectTo(location: string): Answer {
  return { status: 302, headers: { location } };
}

export const consentRedirect: Answer = redirectTo(
  'https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2F',
);
export const consentPage: Answer =
  '<!DOCTYPE html><html><body><form action="https://consent.youtube.com/s" method="POST"></form></body></html>';
export const captchaPage: Answer =
  '<!DOCTYPE html><html><body><form><div class="g-recaptcha" data-sitekey="none"></div></form></body></html>';
