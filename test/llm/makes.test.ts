import { describe, expect, test } from 'vitest';
import { createModel, generateObject, type LanguageModel } from '../../src/llm/index.ts';
import { deepSeek, gemini, llamaCpp, lmStudio, ollama, type ServerMake, vllm } from '../servers/makes.ts';
import { type ModelServer, startModelServer } from '../servers/model-server.ts';
import * as turns from '../servers/turns.ts';
import { createFakeClock } from './fake-clock.ts';
import { failure, goodNotes, notesSchema, request } from './requests.ts';

const window = { contextTokens: 4_096 };
const start = (make: ServerMake): Promise<ModelServer> =>
  startModelServer(() => turns.answer(goodNotes), { make });
const connect = ({ baseURL }: ModelServer): LanguageModel =>
  createModel({ apiKey: '', baseURL, model: 'test-model', clock: createFakeClock() });
const asking = (words: number) => ({
  request: request({
    messages: [
      { role: 'system', content: 'You take notes.' },
      { role: 'user', content: 'word '.repeat(words) },
    ],
    temperature: 0.2,
    maxOutputTokens: 1_000,
  }),
  schema: notesSchema,
  name: 'notes',
});
const short = asking(100);
const long = asking(8_000);
const formats = ({ requests }: ModelServer): string[] =>
  requests.map(({ body }) => body.response_format?.type ?? 'words');

const makes: [string, ServerMake, readonly string[]][] = [
  ['Ollama', ollama(window), ['json_schema']],
  ['llama.cpp', llamaCpp(window), ['json_schema']],
  ['vLLM', vllm(window), ['json_schema']],
  ['LM Studio', lmStudio(window), ['json_schema']],
  ['DeepSeek', deepSeek(), ['json_schema', 'json_object']],
  ['Gemini', gemini(window), ['json_schema', 'json_schema']],
];

describe.each(makes)('%s', (_, make, wanted) => {
  test('answers, and is asked in the form it takes from the second call on', async () => {
    await using server = await start(make);
    const model = connect(server);
    expect((await generateObject(model, short)).value).toEqual(goodNotes);
    expect(formats(server)).toEqual(wanted);
    expect((await generateObject(model, asking(120))).value).toEqual(goodNotes);
    expect(server.requests).toHaveLength(wanted.length + 1);
    server.assertDone();
  });
});

const windows = makes.filter(([name]) => name !== 'DeepSeek');
test.each(windows)('%s says that a prompt is too long for it', async (_, make) => {
  await using server = await start(make);
  const error = await failure(generateObject(connect(server), long));
  expect(error).toMatchObject({ code: 'MODEL_CONTEXT_EXCEEDED', exitCode: 1 });
  server.assertDone();
});

test('the silent cut of Ollama is known also when little is missing', async () => {
  await using server = await start(ollama(window));
  const error = await failure(generateObject(connect(server), asking(4_000)));
  expect(error).toMatchObject({ code: 'MODEL_CONTEXT_EXCEEDED', usage: { inputTokens: 4_096 } });
  expect(error.remedy).toContain('OLLAMA_CONTEXT_LENGTH');
});

test('a prompt that just fits a window of Ollama is not taken for a cut one', async () => {
  await using server = await start(ollama({ contextTokens: 4_096 }));
  const exact = asking(3_274);
  await generateObject(connect(server), exact);
  server.assertDone();
});

test('vLLM is asked without a length where prompt and length do not fit together', async () => {
  await using server = await start(vllm(window));
  const tight = asking(3_000);
  expect((await generateObject(connect(server), tight)).value).toEqual(goodNotes);
  expect(server.requests.map(({ body }) => body.max_completion_tokens)).toEqual([1_000, undefined]);
  server.assertDone();
});

test('a schema that llama.cpp cannot make a grammar of is described in words', async () => {
  const recursive = {
    name: 'tree',
    jsonSchema: {
      type: 'object',
      properties: { children: { type: 'array', items: { $ref: '#' } } },
      required: ['children'],
      additionalProperties: false,
    },
  };
  await using server = await startModelServer(() => turns.answer({ children: [] }), {
    make: llamaCpp(window),
  });
  expect((await connect(server).generate(request({ output: recursive }))).text).toBe('{"children":[]}');
  expect(formats(server)).toEqual(['json_schema', 'json_object']);
});

test('LM Studio is asked in words where its model ignores or refuses a schema', async () => {
  await using server = await startModelServer([turns.formatRefused('json_schema'), turns.answer(goodNotes)], {
    make: lmStudio(window),
  });
  expect((await generateObject(connect(server), short)).value).toEqual(goodNotes);
  expect(formats(server)).toEqual(['json_schema', 'json_object', 'words']);
  server.assertDone();
});

test('DeepSeek: reasoning beside the answer is left out, cached tokens are counted', async () => {
  await using server = await start(deepSeek());
  const { results } = await generateObject(connect(server), short);
  expect(results[0]?.text).toBe(JSON.stringify(goodNotes));
  expect(results[0]?.usage.cachedInputTokens).toBeGreaterThan(50);
});

test('an answer of reasoning alone is an answer of nothing, and says so', async () => {
  await using server = await startModelServer([turns.answer(''), turns.answer('')], { make: deepSeek() });
  const error = await failure(generateObject(connect(server), short));
  expect(error.code).toBe('MODEL_OUTPUT_INVALID');
  expect(error.message).toBe('The model answered with reasoning alone.');
  server.assertDone();
});

test('content in parts, as of Mistral, is read as its text', async () => {
  const json = JSON.stringify(goodNotes);
  const parts = [
    { type: 'thinking', thinking: [{ type: 'text', text: '{hm}' }] },
    { type: 'text', text: json },
  ];
  const body = { choices: [{ finish_reason: 'stop', message: { content: parts } }] };
  await using server = await startModelServer([turns.raw(200, JSON.stringify(body))]);
  expect((await connect(server).generate(request())).text).toBe(json);
});
