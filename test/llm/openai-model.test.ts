import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { createOpenAIModel, type LanguageModel, type RateLimits } from '../../src/llm/index.ts';
import { type ModelServer, type Script, startModelServer } from '../servers/model-server.ts';
import * as turns from '../servers/turns.ts';
import { failure, goodNotes, request, withSchema } from './requests.ts';

const KEY = 'sk-secret-0123456789';

function connect(
  server: ModelServer,
  overrides: { timeoutMs?: number; onRateLimits?: (limits: RateLimits) => void } = {},
): LanguageModel {
  return createOpenAIModel({
    apiKey: KEY,
    baseURL: server.baseURL,
    model: 'test-model',
    timeoutMs: 20_000,
    ...overrides,
  });
}

async function failWith(turn: turns.Turn, wanted = request()): Promise<Awaited<ReturnType<typeof failure>>> {
  await using server = await startModelServer([turn]);
  const error = await failure(connect(server).generate(wanted));
  server.assertDone();
  return error;
}

test('returns text, usage, model and request id of a complete answer', async () => {
  const usage = {
    prompt_tokens: 50,
    completion_tokens: 9,
    prompt_tokens_details: { cached_tokens: 40 },
    completion_tokens_details: { reasoning_tokens: 3 },
  };
  await using server = await startModelServer([turns.answer('Hello', { usage })]);
  expect(await connect(server).generate(request())).toEqual({
    text: 'Hello',
    finishReason: 'stop',
    usage: { inputTokens: 50, outputTokens: 9, cachedInputTokens: 40, reasoningTokens: 3 },
    model: 'test-model',
    requestId: 'req_test',
    ms: expect.any(Number),
    attempts: 1,
    cacheHit: false,
  });
});

test('sends the model, the messages and what was asked for, and nothing else', async () => {
  await using server = await startModelServer([turns.answer('x'), turns.answer(goodNotes)]);
  const model = connect(server);
  await model.generate(request());
  await model.generate(withSchema({ temperature: 0.2, maxOutputTokens: 500 }));
  const [plain, full] = server.requests.map(({ body }) => Object.keys(body).sort());
  expect(plain).toEqual(['messages', 'model']);
  expect(full).toEqual(['max_completion_tokens', 'messages', 'model', 'response_format', 'temperature']);
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  server.assertDone();
});

test('asks a local server without a key', async () => {
  await using server = await startModelServer([turns.answer('x')]);
  const model = createOpenAIModel({
    apiKey: '',
    baseURL: server.baseURL,
    model: 'test-model',
    timeoutMs: 5_000,
  });
  expect((await model.generate(request())).text).toBe('x');
});

describe('every way of failing has its own code', () => {
  const gemini = (status: number, error: object): turns.Turn =>
    turns.raw(status, JSON.stringify([{ error }]));
  const rows: [string, turns.Turn, string][] = [
    ['a wrong key', turns.wrongKey(), 'MODEL_AUTH'],
    ['a forbidden model', turns.refusal(403, { message: 'No access.' }), 'MODEL_AUTH'],
    ['an unknown model', turns.noModel('test-model'), 'MODEL_NOT_FOUND'],
    [
      'an unknown model at OpenRouter',
      turns.refusal(400, { message: 'foo/bar is not a valid model ID' }),
      'MODEL_NOT_FOUND',
    ],
    ['an empty account', turns.outOfQuota(), 'MODEL_QUOTA_EXCEEDED'],
    [
      'an empty account at DeepSeek',
      turns.refusal(402, { message: 'Insufficient Balance' }),
      'MODEL_QUOTA_EXCEEDED',
    ],
    ['too many requests', turns.rateLimited(), 'MODEL_RATE_LIMITED'],
    [
      'too many requests at Gemini, in the words of an empty account',
      gemini(429, {
        message: 'You exceeded your current quota, check billing.',
        details: [{ retryDelay: '34.5s' }],
      }),
      'MODEL_RATE_LIMITED',
    ],
    ['a server error', turns.serverError(), 'MODEL_UNAVAILABLE'],
    ['a bad gateway with a web page', turns.webPage(502), 'MODEL_UNAVAILABLE'],
    ['a reset connection', turns.reset(), 'MODEL_UNAVAILABLE'],
    ['a body that ends early', turns.cutBody(), 'MODEL_UNAVAILABLE'],
    ['a success that is damaged JSON', turns.raw(200, '{"choices":[{"mess'), 'MODEL_UNAVAILABLE'],
    ['a prompt too long for the model', turns.contextExceeded(), 'MODEL_CONTEXT_EXCEEDED'],
    [
      'a prompt too long for llama.cpp',
      turns.raw(
        400,
        '{"error":{"code":400,"message":"request (9000 tokens) exceeds the available context size","type":"exceed_context_size_error"}}',
      ),
      'MODEL_CONTEXT_EXCEEDED',
    ],
    [
      'a prompt too long for Gemini',
      gemini(400, { message: 'The input token count exceeds the maximum number of tokens allowed.' }),
      'MODEL_CONTEXT_EXCEEDED',
    ],
    [
      'a request above the limit of a minute',
      turns.refusal(429, { message: 'Request too large for test-model on tokens per min' }),
      'MODEL_CONTEXT_EXCEEDED',
    ],
    ['a refusal', turns.declined('I cannot help with that.'), 'MODEL_REFUSED'],
    ['a filtered answer', turns.filtered(), 'MODEL_REFUSED'],
    [
      'a filtered prompt',
      turns.refusal(400, { message: 'Filtered.', code: 'content_filter' }),
      'MODEL_REFUSED',
    ],
    ['a cut answer', turns.truncated('{"title":"A ye'), 'MODEL_OUTPUT_TRUNCATED'],
    ['an answer without content', turns.answer(null), 'MODEL_OUTPUT_INVALID'],
    ['an empty answer', turns.answer('  \n'), 'MODEL_OUTPUT_INVALID'],
    ['a web page with status 200', turns.webPage(), 'MODEL_OUTPUT_INVALID'],
    ['an empty body with status 200', turns.emptyBody(), 'MODEL_UNAVAILABLE'],
    ['no choices', turns.raw(200, '{"choices":null}'), 'MODEL_UNAVAILABLE'],
    [
      'an error object with status 200',
      turns.raw(200, '{"error":{"message":"Upstream failed"}}'),
      'MODEL_UNAVAILABLE',
    ],
    [
      'a rate limit with status 200',
      turns.raw(200, '{"error":{"message":"Slow down","code":429}}'),
      'MODEL_RATE_LIMITED',
    ],
    [
      'an answer that broke off upstream',
      turns.answer('half', { finishReason: 'error' }),
      'MODEL_UNAVAILABLE',
    ],
    [
      'a request the server cannot use',
      turns.refusal(400, { message: 'Bad roles.' }),
      'MODEL_REQUEST_INVALID',
    ],
  ];
  test.each(rows)('%s', async (_, turn, code) => {
    expect((await failWith(turn)).code).toBe(code);
  });
});

test('names an error that a server sends as an array, a string or a list of details', async () => {
  const bodies = [
    '[{"error":{"message":"Bad roles."}}]',
    '{"error":"Bad roles."}',
    '{"detail":[{"msg":"Bad roles."}]}',
  ];
  for (const body of bodies) {
    expect((await failWith(turns.raw(400, body))).message).toMatch(
      /^127\.0\.0\.1:\d+ answered 400: Bad roles\.$/,
    );
  }
});

test('keeps text, usage, finish reason and request id of answers that cannot be used', async () => {
  const error = await failWith(turns.truncated('{"title":"A ye'));
  expect(error).toMatchObject({
    text: '{"title":"A ye',
    finishReason: 'length',
    requestId: 'req_test',
    status: 200,
  });
  expect(error.usage?.outputTokens).toBeGreaterThan(0);
  expect((await failWith(turns.declined('I cannot.'))).text).toBe('I cannot.');
});

test('judges refusal and length before the text, even when the text would parse', async () => {
  expect((await failWith(turns.answer(goodNotes, { finishReason: 'length' }), withSchema())).code).toBe(
    'MODEL_OUTPUT_TRUNCATED',
  );
  expect((await failWith(turns.answer(goodNotes, { refusal: 'No.' }), withSchema())).code).toBe(
    'MODEL_REFUSED',
  );
});

test('reads the pause a server asks for in each of its forms', async () => {
  const secondsFor = async (headers: Record<string, string>): Promise<number | undefined> =>
    (await failWith(turns.rateLimited(headers))).retryAfterSeconds;
  expect(await secondsFor({ 'retry-after': '2' })).toBe(2);
  expect(await secondsFor({ 'retry-after': '600' })).toBe(600);
  expect(await secondsFor({ 'retry-after-ms': '300', 'retry-after': '5' })).toBe(0.3);
  expect(await secondsFor({ 'retry-after': new Date(Date.now() + 90_000).toUTCString() })).toBeCloseTo(
    90,
    -1,
  );
  expect(await secondsFor({ 'retry-after': 'soon' })).toBeUndefined();
  const gemini = JSON.stringify([{ error: { message: 'Quota', details: [{ retryDelay: '34.5s' }] } }]);
  expect((await failWith(turns.raw(429, gemini))).retryAfterSeconds).toBe(34.5);
});

test('ends an attempt at its time limit, also when the answer has begun', async () => {
  await using server = await startModelServer([turns.hang(), turns.stall()]);
  expect((await failure(connect(server, { timeoutMs: 50 }).generate(request()))).code).toBe('MODEL_TIMEOUT');
  expect((await failure(connect(server).generate(request({ timeoutMs: 50 })))).code).toBe('MODEL_TIMEOUT');
});

test('says that nobody answers at an address without a server', async () => {
  const server = await startModelServer([]);
  await server[Symbol.asyncDispose]();
  const error = await failure(connect(server).generate(request()));
  expect(error.code).toBe('MODEL_UNAVAILABLE');
  expect(error.message).toContain('ECONNREFUSED');
});

test('says that the address is wrong when there is no chat endpoint at it', async () => {
  await using server = await startModelServer([]);
  const model = createOpenAIModel({
    apiKey: KEY,
    baseURL: server.baseURL.slice(0, -3),
    model: 'test-model',
    timeoutMs: 5_000,
  });
  const error = await failure(model.generate(request()));
  expect(error.code).toBe('MODEL_NOT_FOUND');
  expect(error.likelyCause).toContain('/v1');
});

test('an abort passes through untouched and ends the HTTP request', async () => {
  await using server = await startModelServer([turns.hang()]);
  const controller = new AbortController();
  const call = connect(server).generate(request(), controller.signal);
  await vi.waitFor(() => expect(server.requests).toHaveLength(1));
  controller.abort();
  await expect(call).rejects.toBe(controller.signal.reason);
  await vi.waitFor(() => expect(server.requests[0]?.isAborted).toBe(true));
});

describe('the key never appears', () => {
  test('in an error, although the server repeats it', async () => {
    const error = await failWith(turns.wrongKey(`Incorrect API key provided: ${KEY}.`));
    expect(error.message).toContain('[key]');
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(KEY);
  });

  test('in an error, although the transport repeats it', async () => {
    const fetch = (): never => {
      throw new TypeError('fetch failed', { cause: new Error(`Bearer ${KEY} is no header value`) });
    };
    const model = createOpenAIModel({ apiKey: KEY, model: 'm', timeoutMs: 1_000, fetch });
    const error = await failure(model.generate(request()));
    expect(error.code).toBe('MODEL_UNAVAILABLE');
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(KEY);
  });

  test('in the complaint about a key that cannot be sent', () => {
    expect(() => createOpenAIModel({ apiKey: 'sk-ключ', model: 'm', timeoutMs: 1 })).toThrow(
      /^((?!ключ).)*$/s,
    );
  });
});

test('prints what a server says on one line without control characters', async () => {
  const error = await failWith(turns.refusal(400, { message: `a\u001b[2Jb\n\u202ec${'x'.repeat(500)}` }));
  expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(error.message.length).toBeLessThan(400);
});

test('refuses a base URL that is not one', () => {
  for (const baseURL of ['localhost', 'ftp://host/v1', 'nonsense']) {
    expect(() => createOpenAIModel({ apiKey: KEY, baseURL, model: 'm', timeoutMs: 1 })).toThrow(/base URL/);
  }
});

test('reports the limits a server states', async () => {
  const headers = { 'x-ratelimit-limit-requests': '500', 'x-ratelimit-limit-tokens': '30000' };
  await using server = await startModelServer([
    turns.answer('x', { headers }),
    turns.rateLimited(headers),
    turns.answer('x'),
  ]);
  const stated: RateLimits[] = [];
  const model = connect(server, { onRateLimits: (limits) => stated.push(limits) });
  await model.generate(request());
  await failure(model.generate(request()));
  await model.generate(request());
  expect(stated).toEqual(Array(2).fill({ requestsPerMinute: 500, tokensPerMinute: 30_000 }));
});

describe('a prompt that the server cut without a word', () => {
  const long = request({
    messages: [{ role: 'user', content: 'ten words of a very long transcript of a video '.repeat(700) }],
  });
  const usage = (prompt_tokens: number): object => ({ usage: { prompt_tokens, completion_tokens: 5 } });

  test('is an error with its own cause', async () => {
    const error = await failWith(turns.answer('x', usage(4_096)), long);
    expect(error.code).toBe('MODEL_CONTEXT_EXCEEDED');
    expect(error.likelyCause).toContain('without saying so');
  });

  test('is named as such also when the answer was cut for the same reason', async () => {
    expect((await failWith(turns.answer('x', { ...usage(4_096), finishReason: 'length' }), long)).code).toBe(
      'MODEL_CONTEXT_EXCEEDED',
    );
  });

  test('is not suspected when the count is near the estimate, or missing', async () => {
    const script: Script = [
      turns.answer('x', usage(7_000)),
      turns.answer('x', usage(0)),
      turns.answer('x', { usage: null }),
    ];
    await using server = await startModelServer(script);
    const model = connect(server);
    for (const _ of script) expect((await model.generate(long)).text).toBe('x');
  });
});

describe('the ladder of formats', () => {
  const formats = (server: ModelServer): (string | undefined)[] =>
    server.requests.map(({ body }) => body.response_format?.type);

  test('goes down while the server refuses, and stays there', async () => {
    const script = [
      turns.formatRefused('json_schema'),
      turns.raw(400, `{"error":"'response_format.type' must be 'json_schema' or 'text'"}`),
      turns.answer(goodNotes),
      turns.answer(goodNotes),
    ];
    await using server = await startModelServer(script);
    const model = connect(server);
    await model.generate(withSchema());
    await model.generate(withSchema());
    expect(formats(server)).toEqual(['json_schema', 'json_object', undefined, undefined]);
    server.assertDone();
  });

  test('writes the schema into the system message where the server does not take it', async () => {
    await using server = await startModelServer([
      turns.formatRefused('json_schema'),
      turns.answer(goodNotes),
    ]);
    await connect(server).generate(withSchema());
    const [enforced, described] = server.requests.map(({ body }) => body.messages);
    expect(enforced?.[0]?.content).toBe('You take notes.');
    expect(described?.[0]?.content).toContain('JSON Schema "notes":\n{"type":"object"');
    expect(described?.slice(1)).toEqual(enforced?.slice(1));
  });

  test('describes the schema as well once a server was seen to ignore it', async () => {
    await using server = await startModelServer([
      turns.answer('Here are my notes.'),
      turns.answer(goodNotes),
    ]);
    const model = connect(server);
    await model.generate(withSchema());
    await model.generate(withSchema());
    expect(formats(server)).toEqual(['json_schema', 'json_schema']);
    expect(server.requests[1]?.body.messages[0]?.content).toContain('JSON Schema');
  });

  test('leaves out a parameter that the server refuses', async () => {
    const script = [
      turns.parameterRefused('temperature'),
      turns.raw(
        422,
        '{"detail":[{"loc":["body","max_completion_tokens"],"msg":"Extra inputs are not permitted"}]}',
      ),
      turns.answer(goodNotes),
      turns.answer(goodNotes),
    ];
    await using server = await startModelServer(script);
    const model = connect(server);
    const wanted = withSchema({ temperature: 0.1, maxOutputTokens: 300 });
    await model.generate(wanted);
    await model.generate(wanted);
    for (const { body } of server.requests.slice(2)) {
      expect(body).not.toHaveProperty('temperature');
      expect(body).not.toHaveProperty('max_completion_tokens');
      expect(body).toMatchObject({ max_tokens: 300, response_format: { type: 'json_schema' } });
    }
    server.assertDone();
  });

  test('gives up when nothing is left to leave out', async () => {
    await using server = await startModelServer(() => turns.formatRefused('any'));
    expect((await failure(connect(server).generate(withSchema()))).code).toBe('MODEL_REQUEST_INVALID');
    expect(formats(server)).toEqual(['json_schema', 'json_object', undefined]);
  });

  test('is never climbed again by a call whose refusal comes late', async () => {
    const late = Promise.withResolvers<void>();
    const refuse = turns.formatRefused('json');
    const script: turns.Turn[] = [
      (response, asked) => void late.promise.then(() => refuse(response, asked)),
      refuse,
      refuse,
      turns.answer(goodNotes),
      turns.answer(goodNotes),
    ];
    await using server = await startModelServer(script);
    const model = connect(server);
    const slow = model.generate(withSchema());
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    await model.generate(withSchema());
    late.resolve();
    await slow;
    expect(formats(server)).toEqual(['json_schema', 'json_schema', 'json_object', undefined, undefined]);
    server.assertDone();
  });
});
