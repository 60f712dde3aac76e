import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../src/errors.ts';
import {
  type CallCache,
  createModel,
  createOpenAIModel,
  type GenerateResult,
  generateObject,
  type LanguageModel,
  ModelError,
  type ModelOptions,
  type Retry,
} from '../../src/llm/index.ts';
import { type ModelServer, type Script, startModelServer } from '../servers/model-server.ts';
import * as turns from '../servers/turns.ts';
import { createFakeClock } from './fake-clock.ts';
import { failure, goodNotes, notesSchema, request } from './requests.ts';

/** What each condition of a server comes to, through the whole model: cache, retries, limiter, SDK and a real socket. */

type Kept = CallCache & { readonly kept: Map<string, GenerateResult> };

function memoryCache(): Kept {
  const kept = new Map<string, GenerateResult>();
  return {
    kept,
    read: async (key) => kept.get(key),
    write: async (key, answer) => void kept.set(key, answer),
  };
}

function connect(server: ModelServer, overrides: Partial<ModelOptions> = {}): LanguageModel {
  return createModel({
    apiKey: 'sk-test',
    baseURL: server.baseURL,
    model: 'test-model',
    clock: createFakeClock(),
    random: () => 1,
    ...overrides,
  });
}

const wanted = {
  request: request({ temperature: 0.2, maxOutputTokens: 900 }),
  schema: notesSchema,
  name: 'notes',
};
const ask = (model: LanguageModel) => generateObject(model, wanted);

const good = turns.answer(goodNotes);
const bad = turns.answer({ title: 5 });
const json = JSON.stringify(goodNotes);
const unreadable = turns.refusal(500, {
  message: 'The model produced output that does not match the expected peg-native format',
});
const geminiQuota = JSON.stringify([
  { error: { code: 429, message: 'Check quota and billing.', details: [{ retryDelay: '7s' }] } },
]);

describe('ends well', () => {
  const rows: [string, turns.Turn[], { requests: number }][] = [
    ['after 429 with Retry-After', [turns.rateLimited({ 'retry-after': '2' }), good], { requests: 2 }],
    ['after 429 with Retry-After 90', [turns.rateLimited({ 'retry-after': '90' }), good], { requests: 2 }],
    ['after the limit of a minute at Gemini', [turns.raw(429, geminiQuota), good], { requests: 2 }],
    ['after 500 twice', [turns.serverError(), turns.serverError(), good], { requests: 3 }],
    ['after 503 while a model loads', [turns.raw(503, '{"error":{"code":503}}'), good], { requests: 2 }],
    ['after a reset', [turns.reset(), good], { requests: 2 }],
    ['after a cut body', [turns.cutBody(), good], { requests: 2 }],
    ['after an empty 200', [turns.emptyBody(), good], { requests: 2 }],
    ['after 200 with choices null', [turns.raw(200, '{"choices":null}'), good], { requests: 2 }],
    ['after 200 with an error object', [turns.raw(200, '{"error":{"message":"x"}}'), good], { requests: 2 }],
    [
      'after an answer that broke off',
      [turns.answer(json, { finishReason: 'error' }), good],
      { requests: 2 },
    ],
    [
      'after DeepSeek ran out of machines',
      [turns.answer('{"ti', { finishReason: 'insufficient_system_resource' }), good],
      { requests: 2 },
    ],
    ['when json_schema is refused', [turns.formatRefused('json_schema'), good], { requests: 2 }],
    ['when temperature is refused', [turns.parameterRefused('temperature'), good], { requests: 2 }],
    [
      'when max_completion_tokens is refused',
      [turns.parameterRefused('max_completion_tokens'), good],
      { requests: 2 },
    ],
    [
      'when system messages are refused',
      [turns.refusal(400, { message: 'System role not supported' }), good],
      { requests: 2 },
    ],
    ['with <think> first', [turns.answer(`<think>{hm}</think>${json}`)], { requests: 1 }],
    ['with [THINK] first', [turns.answer(`[THINK]{hm}[/THINK]${json}`)], { requests: 1 }],
    ['with a fence around it', [turns.answer(`\`\`\`json\n${json}\n\`\`\``)], { requests: 1 }],
    ['off the schema, then repaired', [bad, good], { requests: 2 }],
    ['unreadable to llama.cpp itself, then repaired', [unreadable, good], { requests: 2 }],
    ['without content, then repaired', [turns.answer(null), good], { requests: 2 }],
  ];
  test.each(rows)('%s', async (_, script, { requests }) => {
    await using server = await startModelServer(script);
    const cache = memoryCache();
    expect((await ask(connect(server, { cache }))).value).toEqual(goodNotes);
    expect(server.requests).toHaveLength(requests);
    expect([...cache.kept.values()].map(({ text }) => text)).toEqual([expect.stringContaining(json)]);
    server.assertDone();
  });
});

describe('ends with a code', () => {
  const forever = (turn: turns.Turn): Script => Array<turns.Turn>(6).fill(turn);
  const rows: [string, Script, ErrorCode, number][] = [
    ['429 without end', forever(turns.rateLimited()), 'MODEL_RATE_LIMITED', 4],
    ['429 quota', [turns.outOfQuota()], 'MODEL_QUOTA_EXCEEDED', 4],
    ['401', [turns.wrongKey()], 'MODEL_AUTH', 2],
    ['404 of the model', [turns.noModel('test-model')], 'MODEL_NOT_FOUND', 2],
    ['400 of something else', [turns.refusal(400, { message: 'Bad roles.' })], 'MODEL_REQUEST_INVALID', 1],
    ['400 context length', [turns.contextExceeded()], 'MODEL_CONTEXT_EXCEEDED', 1],
    ['500 without end', forever(turns.serverError()), 'MODEL_UNAVAILABLE', 4],
    ['resets without end', forever(turns.reset()), 'MODEL_UNAVAILABLE', 4],
    ['cut bodies without end', forever(turns.cutBody()), 'MODEL_UNAVAILABLE', 4],
    ['200 HTML', [turns.webPage()], 'MODEL_OUTPUT_INVALID', 1],
    ['200 empty without end', forever(turns.emptyBody()), 'MODEL_UNAVAILABLE', 4],
    ['200 error objects without end', forever(turns.raw(200, '{"error":"x"}')), 'MODEL_UNAVAILABLE', 4],
    ['finish_reason length', [turns.truncated(json)], 'MODEL_OUTPUT_TRUNCATED', 1],
    ['a refusal', [turns.declined('No.')], 'MODEL_REFUSED', 1],
    ['a content filter', [turns.filtered()], 'MODEL_REFUSED', 1],
    ['null content twice', [turns.answer(null), turns.answer(null)], 'MODEL_OUTPUT_INVALID', 1],
    ['off the schema twice', [bad, bad], 'MODEL_OUTPUT_INVALID', 1],
    ['unreadable to llama.cpp itself, twice', [unreadable, unreadable], 'MODEL_OUTPUT_INVALID', 1],
    ['no JSON twice', [turns.answer('no'), turns.answer('no')], 'MODEL_OUTPUT_INVALID', 1],
    ['off the schema, then cut', [bad, turns.truncated(json)], 'MODEL_OUTPUT_TRUNCATED', 1],
  ];
  test.each(rows)('%s', async (_, script, code, exit) => {
    await using server = await startModelServer(script);
    const cache = memoryCache();
    const error = await failure(ask(connect(server, { cache })));
    expect(error).toMatchObject({ code, exitCode: exit });
    expect(cache.kept.size).toBe(0);
    server.assertDone();
  });

  test('a server that hangs, within the time limit of the call', async () => {
    await using server = await startModelServer(() => turns.hang());
    const error = await failure(ask(connect(server, { clock: undefined, timeoutSeconds: 0.3 })));
    expect(error).toMatchObject({ code: 'MODEL_TIMEOUT', exitCode: 4, attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });

  test('a prompt that the server cut silently', async () => {
    const prompt = 'ten words of a very long transcript of a video '.repeat(600);
    const asked = { ...wanted, request: request({ messages: [{ role: 'user', content: prompt }] }) };
    const cut = turns.answer(goodNotes, { usage: { prompt_tokens: 4_096, completion_tokens: 20 } });
    await using server = await startModelServer([cut]);
    const cache = memoryCache();
    const error = await failure(generateObject(connect(server, { cache }), asked));
    expect(error).toMatchObject({ code: 'MODEL_CONTEXT_EXCEEDED', exitCode: 1 });
    expect(error.usage?.inputTokens).toBe(4_096);
    expect(cache.kept.size).toBe(0);
    server.assertDone();
  });

  test('a ceiling that the second call could break, before it is sent', async () => {
    const usage = { prompt_tokens: 1_000, completion_tokens: 500 };
    await using server = await startModelServer([turns.answer(goodNotes, { usage })]);
    const prices = (): number => 0.1;
    const model = connect(server, { maxCost: 0.15, prices });
    await ask(model);
    expect(await failure(ask(model))).toMatchObject({ code: 'BUDGET_EXCEEDED', exitCode: 4 });
    server.assertDone();
  });
});

describe('429 with Retry-After', () => {
  test('lets nobody send before the time, by a real clock', async () => {
    const turn = (index: number): turns.Turn =>
      index === 0 ? turns.rateLimited({ 'retry-after': '1' }) : turns.answer(goodNotes);
    await using server = await startModelServer((_, index) => turn(index));
    const model = connect(server, { clock: undefined, concurrency: 2, random: () => 0 });
    const calls = Array.from({ length: 6 }, (_, index) =>
      model.generate(request({ temperature: index / 10 })),
    );
    expect(await Promise.all(calls)).toHaveLength(6);
    const [first, ...others] = server.requests.map(({ arrivedAt }) => arrivedAt);
    // One was under way beside the first; all others learned of the pause before they were sent.
    const held = others.filter((at) => at - (first ?? 0) >= 1_000);
    expect(others).toHaveLength(6);
    expect(held.length).toBeGreaterThanOrEqual(5);
    expect(others.slice(1)).toEqual(held.slice(-5));
  });

  test('of 90 seconds lets nobody send before they are over', async () => {
    const clock = createFakeClock();
    const begun = clock.now();
    const times: number[] = [];
    await using server = await startModelServer((_, index) => {
      times.push(clock.now() - begun);
      return index === 0 ? turns.rateLimited({ 'retry-after': '90' }) : turns.answer(goodNotes);
    });
    const model = connect(server, { clock, concurrency: 1, random: () => 0 });
    await Promise.all([0, 0.1, 0.2].map((temperature) => model.generate(request({ temperature }))));
    expect(times).toHaveLength(4);
    expect(times[0]).toBe(0);
    expect(Math.min(...times.slice(1))).toBeGreaterThanOrEqual(90_000);
  });

  test('longer than the time limit of a call ends it at once, and says how long', async () => {
    await using server = await startModelServer([turns.rateLimited({ 'retry-after': '90' })]);
    const clock = createFakeClock();
    const error = await failure(ask(connect(server, { clock, timeoutSeconds: 60 })));
    expect(error).toMatchObject({ code: 'MODEL_RATE_LIMITED', retryAfterSeconds: 90 });
    expect(clock.sleeps).toEqual([]);
    server.assertDone();
  });

  test('is found in the reset of the limit that is used up, where nothing else is said', async () => {
    const secondsFor = async (headers: Record<string, string>): Promise<number | undefined> => {
      await using server = await startModelServer([turns.rateLimited(headers)]);
      const { baseURL } = server;
      const model = createOpenAIModel({ apiKey: '', baseURL, model: 'test-model', timeoutMs: 20_000 });
      return (await failure(model.generate(request()))).retryAfterSeconds;
    };
    const reset = { 'x-ratelimit-reset-requests': '1m30.5s', 'x-ratelimit-reset-tokens': '250ms' };
    expect(await secondsFor({ ...reset, 'x-ratelimit-remaining-requests': '0' })).toBe(90.5);
    expect(await secondsFor({ ...reset, 'x-ratelimit-remaining-tokens': '0' })).toBe(0.25);
    expect(await secondsFor({ ...reset, 'x-ratelimit-remaining-tokens': '17' })).toBeUndefined();
    expect(
      await secondsFor({ 'x-ratelimit-reset-tokens': 'soon', 'x-ratelimit-remaining-tokens': '0' }),
    ).toBeUndefined();
  });
});

describe('the plainer request', () => {
  test('is remembered only when the server took it', async () => {
    const odd = turns.refusal(400, { message: 'Invalid JSON payload received: odd characters.' });
    await using server = await startModelServer([odd, odd, odd, good]);
    const model = connect(server);
    expect((await failure(ask(model))).code).toBe('MODEL_REQUEST_INVALID');
    await ask(model);
    const formats = server.requests.map(({ body }) => body.response_format?.type);
    expect(formats).toEqual(['json_schema', 'json_object', undefined, 'json_schema']);
    server.assertDone();
  });

  test('is remembered also when what it brought could not be used', async () => {
    await using server = await startModelServer([
      turns.formatRefused('json_schema'),
      turns.truncated('{"ti'),
      good,
    ]);
    const model = connect(server);
    expect((await failure(ask(model))).code).toBe('MODEL_OUTPUT_TRUNCATED');
    await ask(model);
    const formats = server.requests.map(({ body }) => body.response_format?.type);
    expect(formats).toEqual(['json_schema', 'json_object', 'json_object']);
  });

  test('has the orders of the system message at the top of the first message', async () => {
    const noSystem = turns.refusal(400, { message: 'System role not supported' });
    await using server = await startModelServer([noSystem, good]);
    await ask(connect(server));
    expect(server.requests[1]?.body.messages).toEqual([
      { role: 'user', content: 'You take notes.\n\nTake notes.' },
    ]);
  });

  test('is told of before each wait', async () => {
    await using server = await startModelServer([turns.rateLimited({ 'retry-after': '5' }), good]);
    const told: unknown[] = [];
    const onRetry = ({ stage, error, attempts, waitMs }: Retry): void => {
      told.push([stage, error.code, attempts, waitMs]);
    };
    await ask(connect(server, { onRetry }));
    expect(told).toEqual([['extract', 'MODEL_RATE_LIMITED', 1, 5_500]]);
  });
});

test('tokens of attempts that failed count into what the call used', async () => {
  const usage = { prompt_tokens: 10, completion_tokens: 5 };
  const broken = turns.answer('half', { finishReason: 'error', usage });
  await using server = await startModelServer([
    broken,
    turns.answer(goodNotes, { usage }),
    broken,
    turns.declined('No.'),
  ]);
  const model = connect(server);
  expect((await model.generate(request())).usage).toMatchObject({ inputTokens: 20, outputTokens: 10 });
  const error = await failure(model.generate(request()));
  expect(error).toBeInstanceOf(ModelError);
  expect(error.usage?.inputTokens).toBeGreaterThan(10);
});
