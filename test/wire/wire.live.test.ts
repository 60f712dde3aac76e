/**
 * What a real model server does with our requests. Never runs by default:
 *
 *     COPYDESK_WIRE_URL=http://127.0.0.1:8080/v1 npx vitest run --config test/wire/vitest.config.ts
 *
 * COPYDESK_WIRE_MODEL names the model (default: the first the server lists), COPYDESK_WIRE_KEY the key, COPYDESK_WIRE_CONTEXT the
 * size of its window in tokens, without which the overflow is not tried. `test/wire/llama-server.sh` starts a server with a tiny
 * random model; against a model that can write, nothing here costs more than a few thousand tokens.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  createModel,
  generateObject,
  type LanguageModel,
  listModels,
  loadPrices,
  type Message,
  ModelError,
} from '../../src/llm/index.ts';
import { failure, request } from '../llm/requests.ts';

const { env } = process;
const endpoint = { apiKey: env.COPYDESK_WIRE_KEY ?? '', baseURL: env.COPYDESK_WIRE_URL ?? '' };
const contextTokens = Number(env.COPYDESK_WIRE_CONTEXT ?? 0);

/** Has no part of free length: a server that holds to the schema cannot fail it, whatever the model. */
const verdictSchema = z.object({
  verdict: z.enum(['supported', 'partial', 'unsupported']),
  isQuotation: z.boolean(),
  speaker: z.enum(['s1', 's2']).nullable(),
});
const claimsSchema = z.object({
  title: z.string(),
  claims: z.array(
    z.object({ claim: z.string(), units: z.array(z.int()), kind: z.enum(['event', 'opinion']) }),
  ),
});

const units =
  '[0] We opened the bridge on Monday.\n[1] 橋は月曜日に開通しました。\n[2] Мост открыли в понедельник.';
const messages: Message[] = [
  { role: 'system', content: 'You check sentences against what was said.' },
  { role: 'user', content: `${units}\n\nIs "The bridge is open" supported by unit 0?` },
];
const asked = { request: request({ messages, temperature: 0.2, maxOutputTokens: 200 }), name: 'verdict' };

let id = '';
const connect = (overrides: { model?: string; timeoutSeconds?: number } = {}): LanguageModel =>
  createModel({ ...endpoint, model: id, timeoutSeconds: 100, ...overrides });

beforeAll(async () => {
  if (endpoint.baseURL === '') throw new Error('COPYDESK_WIRE_URL is not set.');
  const [first] = await listModels(endpoint);
  id = env.COPYDESK_WIRE_MODEL ?? first ?? '';
  expect(id).not.toBe('');
});

describe('requests are accepted', () => {
  test('plain, in three scripts, and every token is counted', async () => {
    const result = await connect()
      .generate(request({ messages, temperature: 1, maxOutputTokens: 400 }))
      .catch(answerOfAnyKind);
    expect(result.usage?.inputTokens).toBeGreaterThan(20);
    expect(result.usage?.outputTokens).toBeGreaterThan(0);
  });

  test('with a schema: the answer has its form', async () => {
    const { value, results } = await generateObject(connect(), { ...asked, schema: verdictSchema });
    expect(verdictSchema.parse(value)).toEqual(value);
    expect(results.length).toBeLessThanOrEqual(2);
    expect(results.at(-1)).toMatchObject({ finishReason: 'stop', cacheHit: false });
  });

  test('eight at once', async () => {
    const model = connect();
    const calls = Array.from({ length: 8 }, (_, index) =>
      generateObject(model, {
        ...asked,
        schema: verdictSchema,
        request: { ...asked.request, temperature: index / 10 },
      }),
    );
    for (const { value } of await Promise.all(calls)) expect(verdictSchema.parse(value)).toEqual(value);
  });

  test('with a schema of free length: the answer has its form, or its failure a name', async () => {
    const wanted = {
      request: request({ messages, maxOutputTokens: 900 }),
      schema: claimsSchema,
      name: 'claims',
    };
    const outcome = await generateObject(connect(), wanted).catch(answerOfAnyKind);
    if (!(outcome instanceof ModelError)) expect(claimsSchema.parse(outcome.value)).toEqual(outcome.value);
  });
});

describe('what a server does not take is left out', () => {
  test('a schema that refers to itself', async () => {
    const children = { type: 'array', items: { $ref: '#' } };
    const jsonSchema = {
      type: 'object',
      properties: { children },
      required: ['children'],
      additionalProperties: false,
    };
    const output = { name: 'tree', jsonSchema };
    const outcome = await connect()
      .generate(request({ messages, output, maxOutputTokens: 200 }))
      .catch(answerOfAnyKind);
    expect(outcome.finishReason).toBeDefined();
  });

  test('the format, as with a server that ignores it: the schema is described, a bad answer is corrected once', async () => {
    const bodies: string[] = [];
    const fetchWithoutFormat: typeof fetch = (input, init) => {
      const { response_format: _, ...body } = JSON.parse(String(init?.body));
      bodies.push(JSON.stringify(body));
      return fetch(input, { ...init, body: JSON.stringify(body) });
    };
    const model = createModel({ ...endpoint, model: id, fetch: fetchWithoutFormat });
    const wanted = { ...asked, schema: verdictSchema };
    const outcome = await generateObject(model, wanted).catch(answerOfAnyKind);
    if (!(outcome instanceof ModelError)) expect(verdictSchema.parse(outcome.value)).toEqual(outcome.value);
    for (const repair of bodies.slice(1)) expect(repair).toContain('JSON Schema');
    expect(bodies.length).toBeLessThanOrEqual(2);
  });
});

describe('failures have their code', () => {
  test('an answer cut at its length', async () => {
    const schema = z.object({
      verdict: z.enum(['supported by each of the units it names, without any doubt']),
    });
    const short = { ...asked, schema, request: { ...asked.request, maxOutputTokens: 6 } };
    const error = await failure(generateObject(connect(), short));
    expect(error.code).toBe('MODEL_OUTPUT_TRUNCATED');
    expect(error.finishReason).toBe('length');
    expect(error.usage?.outputTokens).toBeGreaterThan(0);
  });

  test.skipIf(contextTokens === 0)('a prompt longer than the window', async () => {
    const content = 'The bridge was opened on Monday. '.repeat(Math.ceil(contextTokens / 4));
    const error = await failure(connect().generate(request({ messages: [{ role: 'user', content }] })));
    expect(error.code).toBe('MODEL_CONTEXT_EXCEEDED');
  });

  test('no chat endpoint at the address', async () => {
    const model = createModel({ ...endpoint, baseURL: `${endpoint.baseURL}/nowhere`, model: id });
    expect((await failure(model.generate(request()))).code).toBe('MODEL_NOT_FOUND');
  });

  test('a time limit', async () => {
    const error = await failure(connect({ timeoutSeconds: 0.002 }).generate(asked.request));
    expect(error.code).toBe('MODEL_TIMEOUT');
  });

  test('an abort', async () => {
    const controller = new AbortController();
    const call = connect().generate(request({ messages }), controller.signal);
    setTimeout(() => controller.abort(), 3);
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });
});

test('a model at an address nobody lists has no price', async () => {
  const prices = await loadPrices({ baseURL: endpoint.baseURL });
  const { usage } = (await generateObject(connect(), { ...asked, schema: verdictSchema })).results[0] ?? {};
  const isLocal = /\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/.test(endpoint.baseURL);
  expect(usage).toBeDefined();
  if (isLocal && usage) expect(prices(id, usage)).toBeNull();
});

/** A random model may say anything; what it said must be an answer all the same, and not a refused request. */
function answerOfAnyKind(error: unknown): ModelError {
  if (error instanceof ModelError && /^MODEL_OUTPUT_(?:TRUNCATED|INVALID)$/.test(error.code)) return error;
  throw error;
}
