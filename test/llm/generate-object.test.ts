import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  createOpenAIModel,
  generateObject,
  type LanguageModel,
  renderOutputSchema,
  withCache,
} from '../../src/llm/index.ts';
import { detectLanguage } from '../../src/transcript/index.ts';
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

  test('without an assistant message, and without two of the user in a row, when it was empty', async () => {
    await using server = await startModelServer([turns.answer(null), turns.answer(goodNotes)]);
    const { results } = await generateObject(connect(server), wanted);
    expect(results).toHaveLength(1);
    const repair = server.requests[1]?.body.messages ?? [];
    expect(repair.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(repair[1]?.content).toMatch(/^Take notes\.\n\nYour answer cannot be used:\n- The model answered/);
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

describe('an answer in another language', () => {
  const schema = z.object({ summary: z.string(), quotation: z.string() });
  const english =
    'The mayor said on Monday that the bridge will not be opened before the end of the year, because the money for it is gone. ';
  const german =
    'Der Bürgermeister sagte am Montag, dass die Brücke nicht vor dem Ende des Jahres geöffnet wird, weil das Geld dafür fehlt. ';
  const told = (summary: string, quotation = ''): turns.Turn =>
    turns.answer({ summary: summary.repeat(3), quotation: quotation.repeat(9) });
  const demand = { wanted: 'de-AT', detect: detectLanguage, lapses: ['en', 'fr'], skip: ['quotation'] };
  const inGerman = { request: request(), schema, name: 'notes', language: demand };

  test('is corrected once', async () => {
    await using server = await startModelServer([told(english), told(german)]);
    const { value } = await generateObject(connect(server), inGerman);
    expect(value.summary).toContain('Brücke');
    expect(server.requests[1]?.body.messages.at(-1)?.content).toContain(
      '- language: the text is in English; write it in Austrian German',
    );
    server.assertDone();
  });

  test('twice is an error, and neither is kept', async () => {
    await using server = await startModelServer([told(english), told(english)]);
    let kept = 0;
    const cache = { read: async () => undefined, write: async () => void kept++ };
    const error = await failure(generateObject(withCache(connect(server), cache), inGerman));
    expect(error.code).toBe('MODEL_OUTPUT_INVALID');
    expect(error.message).toContain('the text is in English');
    expect(kept).toBe(0);
    server.assertDone();
  });

  test('is judged by the words of the model, not by those it quotes', async () => {
    await using server = await startModelServer([told(german, english)]);
    expect((await generateObject(connect(server), inGerman)).results).toHaveLength(1);
    server.assertDone();
  });

  test('is not suspected in a neighbour of the language wanted, or in a few words', async () => {
    const norwegian =
      'Ordføreren sa på mandag at broen ikke åpner før slutten av året, men at det er andre veier og at vi har tid til å vente på den. ';
    expect(detectLanguage(norwegian.repeat(3))).toBe('sv');
    await using server = await startModelServer([
      told(norwegian),
      turns.answer({ summary: 'The end', quotation: '' }),
    ]);
    const model = connect(server);
    const inNorwegian = { ...inGerman, language: { ...demand, wanted: 'nb' } };
    await generateObject(model, inNorwegian);
    await generateObject(model, inGerman);
    server.assertDone();
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
