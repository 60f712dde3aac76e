import type { ServerResponse } from 'node:http';
import { type ChatRequest, promptTokens } from './model-server.ts';

/** What the server does with one request. */
export type Turn = (response: ServerResponse, request: ChatRequest) => void;

export interface Completion {
  readonly finishReason?: string | null;
  readonly refusal?: string;
  readonly usage?: Record<string, unknown> | null;
  readonly headers?: Record<string, string>;
}

/** An answer of status 200: a string as it is, anything else as JSON. */
export function answer(content: unknown, extras: Completion = {}): Turn {
  const text = typeof content === 'string' || content === null ? content : JSON.stringify(content);
  return (response, request) => {
    const message = { role: 'assistant', content: text, refusal: extras.refusal ?? null };
    const choice = {
      index: 0,
      message,
      finish_reason: extras.finishReason === undefined ? 'stop' : extras.finishReason,
    };
    const usage = extras.usage === undefined ? countUsage(request, text ?? '') : extras.usage;
    const body = {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 0,
      model: request.body.model,
      choices: [choice],
      usage,
    };
    request.onAnswer?.(text ?? '');
    const { make } = request;
    if (!make) return sendJson(response, 200, body, extras.headers);
    response.writeHead(200, { 'content-type': 'application/json', ...extras.headers });
    response.end(`${make.prefix ?? ''}${JSON.stringify(make.word?.(body, request) ?? body)}`);
  };
}

function countUsage(request: ChatRequest, text: string): Record<string, unknown> {
  const prompt_tokens = promptTokens(request);
  const completion_tokens = Math.ceil(text.length / 4);
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req_test', ...headers });
  response.end(JSON.stringify(body));
}

/** A refusal in OpenAI's own shape. */
export function refusal(
  status: number,
  error: { message: string; code?: string | null; type?: string; param?: string },
  headers: Record<string, string> = {},
): Turn {
  return (response) =>
    sendJson(response, status, { error: { type: 'invalid_request_error', code: null, ...error } }, headers);
}

/** Any body at all. */
export function raw(status: number, body: string, headers: Record<string, string> = {}): Turn {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body);
  };
}

export const truncated = (text: string): Turn => answer(text, { finishReason: 'length' });
export const declined = (words: string): Turn => answer(null, { refusal: words });
export const filtered = (): Turn => answer(null, { finishReason: 'content_filter' });
export const rateLimited = (headers: Record<string, string> = {}): Turn =>
  refusal(429, { message: 'Rate limit reached.', code: 'rate_limit_exceeded' }, headers);
export const outOfQuota = (): Turn =>
  refusal(429, {
    message: 'You exceeded your current quota.',
    code: 'insufficient_quota',
    type: 'insufficient_quota',
  });
export const wrongKey = (message = 'Incorrect API key provided.'): Turn =>
  refusal(401, { message, code: 'invalid_api_key' });
export const noModel = (model: string): Turn =>
  refusal(404, { message: `The model ${model} does not exist.`, code: 'model_not_found' });
export const contextExceeded = (): Turn =>
  refusal(400, {
    message: "This model's maximum context length is 8192 tokens.",
    code: 'context_length_exceeded',
  });
export const parameterRefused = (name: string): Turn =>
  refusal(400, {
    message: `Unsupported parameter: '${name}' is not supported with this model.`,
    code: 'unsupported_parameter',
    param: name,
  });
export const formatRefused = (format: string): Turn =>
  refusal(400, {
    message: `Invalid parameter: 'response_format' of type '${format}' is not supported with this model.`,
  });
export const webPage = (status = 200): Turn =>
  raw(status, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' });
export const emptyBody = (): Turn => raw(200, '');
export const serverError = (headers: Record<string, string> = {}): Turn =>
  refusal(500, { message: 'The server had an error.', type: 'server_error' }, headers);

/** The connection is closed without a word. */
export const reset = (): Turn => (response) => response.socket?.resetAndDestroy();
/** Nothing ever comes. */
export const hang = (): Turn => () => {};
/** The headers and half of the body come, then the connection ends. */
export const cutBody = (): Turn => (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
  response.write('{"choices":[{"message":{"content":"half', () => response.socket?.destroy());
};
/** The headers come, then nothing. */
export const stall = (): Turn => (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();
};
