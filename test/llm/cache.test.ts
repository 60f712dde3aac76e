import { describe, expect, test } from 'vitest';
import {
  type CallCache,
  type CallRecord,
  callKey,
  createOpenAIModel,
  type GenerateResult,
  generateObject,
  type LanguageModel,
  ModelError,
  replayModel,
  withCache,
  withRecord,
} from '../../src/llm/index.ts';
import { type ModelServer, startModelServer } from '../servers/model-server.ts';
import * as turns from '../servers/turns.ts';
import { failure, goodNotes, notesSchema, request, result, scriptedModel, withSchema } from './requests.ts';

function memoryCache(): CallCache & { readonly kept: Map<string, GenerateResult> } {
  const kept = new Map<string, GenerateResult>();
  return {
    kept,
    read: async (key) => kept.get(key),
    write: async (key, answer) => void kept.set(key, answer),
  };
}

const connect = (server: ModelServer): LanguageModel =>
  createOpenAIModel({ apiKey: 'sk-test', baseURL: server.baseURL, model: 'test-model', timeoutMs: 20_000 });

describe('the key of a call', () => {
  test('is the same for equal questions, whatever the order of keys, the stage or the time limit', () => {
    const key = callKey('m', withSchema());
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(callKey('m', withSchema({ stage: 'other', timeoutMs: 5, accepts: () => true }))).toBe(key);
    const output = withSchema().output;
    const reordered = {
      name: 'notes',
      jsonSchema: Object.fromEntries(Object.entries(output?.jsonSchema ?? {}).reverse()),
    };
    expect(callKey('m', withSchema({ output: reordered }))).toBe(key);
  });

  test('differs when anything differs that decides the answer', () => {
    const keys = [
      callKey('m', request()),
      callKey('n', request()),
      callKey('m', withSchema()),
      callKey('m', request({ temperature: 0 })),
      callKey('m', request({ maxOutputTokens: 9 })),
      callKey('m', request({ messages: [{ role: 'user', content: 'Take notes.' }] })),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('pays for an answer once', async () => {
  await using server = await startModelServer([turns.answer('x')]);
  const model = withCache(connect(server), memoryCache());
  expect(await model.generate(request())).toMatchObject({ text: 'x', cacheHit: false, attempts: 1 });
  expect(await model.generate(request())).toMatchObject({ text: 'x', cacheHit: true, attempts: 0, ms: 0 });
  server.assertDone();
});

test('sends ten equal questions asked at once as one', async () => {
  await using server = await startModelServer([turns.answer('x')], { latencyMs: 30 });
  const model = withCache(connect(server), memoryCache());
  const answers = await Promise.all(Array.from({ length: 10 }, () => model.generate(request())));
  expect(answers.map(({ text }) => text)).toEqual(Array(10).fill('x'));
  expect(answers.filter(({ cacheHit }) => !cacheHit)).toHaveLength(1);
  expect(server.requests).toHaveLength(1);
});

test('stops a shared call when the last who waits for it leaves, not before', async () => {
  let stopped: AbortSignal | undefined;
  const finish = Promise.withResolvers<GenerateResult>();
  const inner: LanguageModel = {
    id: 'm',
    generate(_, signal) {
      stopped = signal;
      return finish.promise;
    },
  };
  const model = withCache(inner, memoryCache());
  const [one, two] = [new AbortController(), new AbortController()];
  const first = model.generate(request(), one.signal);
  const second = model.generate(request(), two.signal);
  await new Promise(setImmediate);
  one.abort();
  await expect(first).rejects.toBe(one.signal.reason);
  expect(stopped?.aborted).toBe(false);
  two.abort();
  await expect(second).rejects.toBe(two.signal.reason);
  expect(stopped?.aborted).toBe(true);
});

test('asks anew after a shared call was stopped', async () => {
  const hanging = Promise.withResolvers<GenerateResult>();
  const steps = [() => hanging.promise, async () => result('x')];
  const model = withCache(
    { id: 'm', generate: () => steps.shift()?.() ?? Promise.reject(new Error('script used up')) },
    memoryCache(),
  );
  const controller = new AbortController();
  const first = model.generate(request(), controller.signal);
  await new Promise(setImmediate);
  controller.abort();
  const second = model.generate(request());
  await expect(first).rejects.toBe(controller.signal.reason);
  expect((await second).text).toBe('x');
});

describe('never keeps', () => {
  test.each([
    ['a cut answer', turns.truncated('{"title')],
    ['a refusal', turns.declined('No.')],
    ['an empty answer', turns.answer(null)],
    ['a web page', turns.webPage()],
    ['a server error', turns.serverError()],
  ])('%s', async (_, turn) => {
    await using server = await startModelServer([turn, turns.answer('x')]);
    const cache = memoryCache();
    const model = withCache(connect(server), cache);
    await failure(model.generate(request()));
    expect(cache.kept.size).toBe(0);
    expect((await model.generate(request())).text).toBe('x');
    server.assertDone();
  });

  test('an answer that does not fit, also after its correction', async () => {
    await using server = await startModelServer({ notes: [turns.answer({}), turns.answer({})] });
    const cache = memoryCache();
    const model = withCache(connect(server), cache);
    await failure(generateObject(model, { request: request(), schema: notesSchema, name: 'notes' }));
    expect(cache.kept.size).toBe(0);
  });
});

test('keeps a corrected answer as the answer to the question, so that the next run asks nothing', async () => {
  await using server = await startModelServer({
    notes: [turns.answer({ title: 1 }), turns.answer(goodNotes)],
  });
  const cache = memoryCache();
  const wanted = { request: request(), schema: notesSchema, name: 'notes' };
  await generateObject(withCache(connect(server), cache), wanted);
  expect(cache.kept.size).toBe(1);
  const { value, results } = await generateObject(replayModel({ id: 'test-model', cache }), wanted);
  expect(value).toEqual(goodNotes);
  expect(results).toMatchObject([{ cacheHit: true }]);
});

test('asks again when a kept answer no longer passes what is asked of it', async () => {
  const cache = memoryCache();
  const model = withCache(scriptedModel([result('old'), result('new')]), cache);
  await model.generate(request());
  expect((await model.generate(request({ accepts: (text) => text === 'new' }))).text).toBe('new');
});

describe('a replay', () => {
  test('answers from the recording alone', async () => {
    const cache = memoryCache();
    await withCache(scriptedModel([result('x')]), cache).generate(request());
    expect(await replayModel({ id: 'm', cache }).generate(request())).toMatchObject({
      text: 'x',
      cacheHit: true,
    });
  });

  test('names the stage that asks something new', async () => {
    const error = await failure(
      replayModel({ id: 'm', cache: memoryCache() }).generate(request({ stage: 'plan' })),
    );
    expect(error.code).toBe('REPLAY_MISSING');
    expect(error.message).toContain('plan stage');
  });
});

describe('the record of calls', () => {
  test('has one line for each answer, and no cost for one from the cache', async () => {
    const records: CallRecord[] = [];
    const prices = (_: string, usage: { inputTokens: number }): number => usage.inputTokens / 1_000;
    const inner = withCache(scriptedModel([result('x')]), memoryCache());
    const model = withRecord(inner, { onCall: (record) => records.push(record), prices });
    await model.generate(request());
    await model.generate(request());
    const line = {
      key: callKey('m', request()),
      stage: 'extract',
      prompt: 'extract',
      promptHash: 'abc123',
      model: 'm',
      inputTokens: 100,
      outputTokens: 20,
      cachedTokens: 10,
    };
    expect(records).toEqual([
      { ...line, cost: 0.1, ms: 7, attempts: 1, cacheHit: false },
      { ...line, cost: 0, ms: 0, attempts: 0, cacheHit: true },
    ]);
  });

  test('knows no cost where the server counted nothing: null, never 0', async () => {
    const usage = { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0, reasoningTokens: 0 };
    const records: CallRecord[] = [];
    const inner = scriptedModel([result('x', { usage })]);
    await withRecord(inner, { onCall: (record) => records.push(record), prices: () => 0 }).generate(
      request(),
    );
    expect(records).toMatchObject([{ cost: null }]);
  });

  test('has a line for a failure that was paid for, and none for one that was not', async () => {
    const { usage } = result('');
    const cut = new ModelError('MODEL_OUTPUT_TRUNCATED', 'cut', { usage, ms: 5, attempts: 2 });
    const records: CallRecord[] = [];
    const inner = scriptedModel([cut, new ModelError('MODEL_AUTH', 'no')]);
    const model = withRecord(inner, { onCall: (record) => records.push(record) });
    await failure(model.generate(request()));
    await failure(model.generate(request()));
    expect(records).toMatchObject([{ inputTokens: 100, cost: null, ms: 5, attempts: 2, cacheHit: false }]);
  });
});
