import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import {
  type CallRecord,
  createModel,
  type GenerateResult,
  listModels,
  type ModelOptions,
} from '../../src/llm/index.ts';
import { type ModelServer, startModelServer } from '../servers/model-server.ts';
import * as turns from '../servers/turns.ts';
import { createFakeClock } from './fake-clock.ts';
import { failure, request } from './requests.ts';

const optionsFor = (server: ModelServer, overrides: Partial<ModelOptions> = {}): ModelOptions => ({
  apiKey: 'sk-test',
  baseURL: server.baseURL,
  model: 'test-model',
  clock: createFakeClock(),
  random: () => 1,
  ...overrides,
});

test('brings a call through rate limits, server errors and lost connections', async () => {
  const troubles = [
    turns.rateLimited({ 'retry-after': '70' }),
    turns.serverError(),
    turns.reset(),
    turns.cutBody(),
  ];
  await using server = await startModelServer([...troubles, turns.answer('x')]);
  const clock = createFakeClock();
  const records: CallRecord[] = [];
  const model = createModel(optionsFor(server, { clock, onCall: (record) => records.push(record) }));
  expect(await model.generate(request())).toMatchObject({ text: 'x', attempts: 5 });
  expect(clock.sleeps[0]).toBeGreaterThanOrEqual(70_000);
  expect(records).toMatchObject([{ stage: 'extract', attempts: 5, cost: null, cacheHit: false }]);
  server.assertDone();
});

test('sends an empty account one request only', async () => {
  await using server = await startModelServer([turns.outOfQuota()]);
  expect((await failure(createModel(optionsFor(server)).generate(request()))).code).toBe(
    'MODEL_QUOTA_EXCEEDED',
  );
  server.assertDone();
});

test('answers from the cache without waiting for the limiter', async () => {
  await using server = await startModelServer([turns.answer('x')]);
  const kept = new Map<string, GenerateResult>();
  const cache = {
    read: async (key: string) => kept.get(key),
    write: async (key: string, answer: GenerateResult) => void kept.set(key, answer),
  };
  const clock = createFakeClock();
  const model = createModel(optionsFor(server, { cache, clock, requestsPerMinute: 1 }));
  await model.generate(request());
  expect(await model.generate(request())).toMatchObject({ cacheHit: true });
  expect(clock.sleeps).toEqual([]);
});

test('begins no other call in the place of one whose answer is still being stored', async () => {
  await using server = await startModelServer([turns.answer('x'), turns.answer('y')]);
  const asked: number[] = [];
  const cache = {
    read: async () => undefined,
    write: async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      asked.push(server.requests.length);
    },
  };
  const model = createModel(optionsFor(server, { cache, concurrency: 1 }));
  await Promise.all([model.generate(request()), model.generate(request({ temperature: 0 }))]);
  expect(asked).toEqual([1, 2]);
});

test('keeps to the limits that the server states', async () => {
  const headers = { 'x-ratelimit-limit-requests': '1' };
  await using server = await startModelServer([turns.answer('x', { headers }), turns.answer('y')]);
  const clock = createFakeClock();
  const begun = clock.now();
  const model = createModel(optionsFor(server, { clock }));
  await model.generate(request());
  await model.generate(request({ temperature: 0 }));
  expect(clock.now() - begun).toBe(61_000);
});

test('an abort ends what is being answered and what still waits', async () => {
  await using server = await startModelServer(() => turns.hang());
  const controller = new AbortController();
  const model = createModel(optionsFor(server, { concurrency: 2 }));
  const calls = [0, 1, 0.5, 0.7].map((temperature) =>
    model.generate(request({ temperature }), controller.signal),
  );
  const settled = Promise.allSettled(calls);
  await vi.waitFor(() => expect(server.requests).toHaveLength(2));
  controller.abort();
  for (const outcome of await settled) expect(outcome).toMatchObject({ reason: { name: 'AbortError' } });
  await vi.waitFor(() => expect(server.requests.map(({ isAborted }) => isAborted)).toEqual([true, true]));
});

describe('the list of models', () => {
  test('has the names in the order of the server', async () => {
    await using server = await startModelServer([], { models: ['b', 'a'] });
    expect(await listModels({ apiKey: '', baseURL: server.baseURL })).toEqual(['b', 'a']);
  });

  test('fails with the codes of a call', async () => {
    await using server = await startModelServer([]);
    const elsewhere = server.baseURL.slice(0, -3);
    expect((await failure(listModels({ apiKey: '', baseURL: elsewhere }))).code).toBe('MODEL_NOT_FOUND');
    const fetch = async (): Promise<Response> =>
      new Response('<html>', { headers: { 'content-type': 'text/html' } });
    expect((await failure(listModels({ apiKey: '', fetch }))).code).toBe('MODEL_OUTPUT_INVALID');
  });
});

test('importing the room loads neither the SDK, the queue nor the prices', async () => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ resolve: (specifier, context, next) => (loaded.push(specifier), next(specifier, context)) });
    await import('./src/llm/index.ts');
    process.stdout.write(JSON.stringify(loaded.filter((name) => !name.startsWith('.'))));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  const loaded: string[] = JSON.parse(stdout);
  expect(loaded).toContain('zod');
  expect(loaded.filter((name) => /openai|p-queue|prices$/.test(name))).toEqual([]);
});
