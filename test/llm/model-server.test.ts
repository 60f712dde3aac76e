import { expect, test } from 'vitest';
import { startModelServer } from '../servers/model-server.ts';
import { answer } from '../servers/turns.ts';

async function post(baseURL: string, body: unknown): Promise<number> {
  const response = await fetch(`${baseURL}/chat/completions`, { method: 'POST', body: JSON.stringify(body) });
  return response.status;
}

const messages = [{ role: 'user', content: 'Answer.' }];
const withFormat = (schema: object, name = 'notes'): object => ({
  model: 'm',
  messages,
  response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } },
});
const strict = {
  type: 'object',
  properties: { a: { type: 'string' } },
  required: ['a'],
  additionalProperties: false,
};

test('refuses what the real endpoint would refuse, and does not let the test pass', async () => {
  const bodies = [
    withFormat({ ...strict, required: [] }),
    withFormat({ ...strict, additionalProperties: true }),
    withFormat({ type: 'array', items: { type: 'string' } }),
    withFormat(strict, 'two words'),
    { model: 'm', messages, seed: 1 },
    { model: 'm', messages, response_format: { type: 'json_object' } },
    { model: 'm', messages: [] },
  ];
  for (const body of bodies) {
    await using server = await startModelServer([]);
    expect(await post(server.baseURL, body)).toBe(400);
    expect(() => server.assertDone()).toThrow();
  }
});

test('answers each stage from its own turns, found by the name of the schema', async () => {
  await using server = await startModelServer({ plan: [answer('p')], notes: [answer('n')] });
  expect(await post(server.baseURL, withFormat(strict))).toBe(200);
  expect(() => server.assertDone()).toThrow('1 scripted turns were never asked for');
  expect(await post(server.baseURL, withFormat(strict, 'plan'))).toBe(200);
  server.assertDone();
});

test('fails loudly when nothing is scripted', async () => {
  await using server = await startModelServer({ notes: [] });
  expect(await post(server.baseURL, withFormat(strict))).toBe(500);
  expect(() => server.assertDone()).toThrow('nothing is scripted for request 1 (notes)');
});
