import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  createOpenAIModel,
  generateObject,
  type LanguageModel,
  renderOutputSchema,
} from '../../src/llm/index.ts';
import { type ModelServer, startModelServer } from '../servers/model-server.ts';
import * as turns from '../servers/turns.ts';
import { strictSchemaFault, wireSchemaFault } from '../servers/wire-schema.ts';
import { failure, goodNotes, notesSchema, request } from './requests.ts';

const connect = (server: ModelServer): LanguageModel =>
  createOpenAIModel({ apiKey: 'sk-test', baseURL: server.baseURL, model: 'test-model', timeoutMs: 20_000 });

const wanted = { request: request(), schema: notesSchema, name: 'notes' };

test('returns the value of an answer that fits, after one call', async () => {
  await using server = await startModelServer({ notes: [turns.answer(goodNotes)] });
  const { value, results } = await generateObject(connect(server), wanted);
  expect(value).toEqual(goodNotes);
  expect(results).toHaveLength(1);
  server.assertDone();
});

const json = JSON.stringify(goodNotes);
test.each([
  ['after reasoning', `<think>The {user} wants notes.</think>\n${json}`],
  ['after reasoning whose start the chat template wrote', `So { I } think.</think>${json}`],
  ['in a code fence', `\`\`\`json\n${json}\n\`\`\``],
  ['between words', `Here are the notes:\n\n${json}\n\nAnything else?`],
])('reads JSON %s', async (_, text) => {
  await using server = await startModelServer([turns.answer(text)]);
  expect((await generateObject(connect(server), wanted)).value).toEqual(goodNotes);
});

test('leaves the reasoning tag alone where it is part of the answer', async () => {
  const value = { ...goodNotes, title: 'On </think> tags' };
  await using server = await startModelServer([turns.answer(value)]);
  expect((await generateObject(connect(server), wanted)).value).toEqual(value);
});

describe('an answer that does not fit is corrected once', () => {
  test('shown to the model with the paths and codes of its faults', async () => {
    const bad = { title: 5, ids: [1, 'two'], speaker: null };
    await using server = await startModelServer({ notes: [turns.answer(bad), turns.answer(goodNotes)] });
    const { value, results } = await generateObject(connect(server), wanted);
    expect(value).toEqual(goodNotes);
    expect(results).toHaveLength(2);
    const [first, second] = server.requests.map(({ body }) => body.messages);
    expect(second?.slice(0, 2)).toEqual(first);
    expect(second?.[2]).toEqual({ role: 'assistant', content: JSON.stringify(bad) });
    expect(second?.[3]?.content).toMatch(/title: invalid_type.*\n- ids\.1: invalid_type/);
    server.assertDone();
  });

  test('with the error of the JSON parser when it is no JSON', async () => {
    await using server = await startModelServer([turns.answer('{"title": "A'), turns.answer(goodNotes)]);
    await generateObject(connect(server), wanted);
    expect(server.requests[1]?.body.messages.at(-1)?.content).toContain('not valid JSON');
  });

  test('without an assistant message when it was empty', async () => {
    await using server = await startModelServer([turns.answer(null), turns.answer(goodNotes)]);
    const { results } = await generateObject(connect(server), wanted);
    expect(results).toHaveLength(1);
    expect(server.requests[1]?.body.messages.map(({ role }) => role)).toEqual(['system', 'user', 'user']);
  });

  test('with faults of meaning', async () => {
    await using server = await startModelServer([
      turns.answer({ ...goodNotes, ids: [99] }),
      turns.answer(goodNotes),
    ]);
    const check = ({ ids }: z.infer<typeof notesSchema>): string[] =>
      ids.filter((id) => id > 10).map((id) => `ids: there is no unit ${id}`);
    expect((await generateObject(connect(server), { ...wanted, check })).value).toEqual(goodNotes);
    expect(server.requests[1]?.body.messages.at(-1)?.content).toContain('- ids: there is no unit 99');
  });

  test('names at most twenty faults', async () => {
    const bad = { title: '', ids: Array(50).fill('x'), speaker: null };
    await using server = await startModelServer([turns.answer(bad), turns.answer(goodNotes)]);
    await generateObject(connect(server), wanted);
    const complaint = server.requests[1]?.body.messages.at(-1)?.content ?? '';
    expect(complaint.match(/^- ids/gm)).toHaveLength(20);
    expect(complaint).toContain('30 more');
  });
});

describe('an answer that does not fit twice', () => {
  test('is an error that keeps the text and the usage of both calls', async () => {
    const usage = { prompt_tokens: 10, completion_tokens: 5 };
    const script = [turns.answer({ title: 1 }, { usage }), turns.answer({ title: 2 }, { usage })];
    await using server = await startModelServer({ notes: script });
    const error = await failure(generateObject(connect(server), wanted));
    expect(error).toMatchObject({ code: 'MODEL_OUTPUT_INVALID', text: '{"title":2}' });
    expect(error.usage).toMatchObject({ inputTokens: 20, outputTokens: 10 });
    server.assertDone();
  });

  test('tells damaged JSON from a wrong schema by its cause', async () => {
    await using server = await startModelServer(['no', 'no', {}, {}].map((content) => turns.answer(content)));
    expect((await failure(generateObject(connect(server), wanted))).cause).toBeInstanceOf(SyntaxError);
    expect((await failure(generateObject(connect(server), wanted))).cause).toBeInstanceOf(z.ZodError);
  });
});

test('asks nothing twice when the call itself failed', async () => {
  await using server = await startModelServer([turns.truncated('{"title"')]);
  expect((await failure(generateObject(connect(server), wanted))).code).toBe('MODEL_OUTPUT_TRUNCATED');
  server.assertDone();
});

describe('wire schemas', () => {
  const claim = z.object({ kind: z.literal('claim'), text: z.string() });
  const quote = z.object({ kind: z.literal('quote'), units: z.array(z.int()) });
  const rich = z.object({
    parts: z.array(z.discriminatedUnion('kind', [claim, quote])),
    tone: z.enum(['plain', 'warm']).nullable(),
    score: z.number(),
  });

  test('are rendered in the form that strict structured output takes unchanged', () => {
    expect(wireSchemaFault('notes', notesSchema)).toBeUndefined();
    expect(wireSchemaFault('rich', rich)).toBeUndefined();
  });

  test('say nothing about the bounds of JavaScript numbers', () => {
    expect(JSON.stringify(renderOutputSchema('notes', notesSchema))).not.toContain('9007199254740991');
  });

  test('that strict structured output refuses are found', () => {
    expect(wireSchemaFault('a', z.object({ a: z.string().optional() }))).toContain('optional');
    expect(wireSchemaFault('a', z.array(z.string()))).toBeDefined();
    expect(wireSchemaFault('a', z.object({ a: z.record(z.string(), z.string()) }))).toBeDefined();
    const open = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] };
    expect(strictSchemaFault(open)).toContain('not strict');
  });

  test('have names that endpoints accept', () => {
    expect(() => renderOutputSchema('two words', notesSchema)).toThrow(RangeError);
  });
});
