import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { both, every, type Fault, firstTries, inStage, mentioning, nth, share } from './faults.ts';
import {
  type ChatRequest,
  type ModelServer,
  type ModelServerOptions,
  startModelServer,
} from './model-server.ts';
import type { ServerLimits } from './rate-limits.ts';
import { answerStages, type StageRequest } from './stages.ts';
import { answer, serverError } from './turns.ts';

const schema = {
  type: 'object',
  properties: { a: { type: 'string' } },
  required: ['a'],
  additionalProperties: false,
};

async function post(
  { baseURL }: ModelServer,
  { stage = 'notes', text = 'Take notes.' }: { stage?: string; text?: string } = {},
): Promise<Response> {
  const body = {
    model: 'test-model',
    messages: [{ role: 'user', content: text }],
    response_format: { type: 'json_schema', json_schema: { name: stage, strict: true, schema } },
  };
  return fetch(`${baseURL}/chat/completions`, { method: 'POST', body: JSON.stringify(body) });
}

const replySchema = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })]),
});
const contentOf = async (response: Response): Promise<string> =>
  replySchema.parse(await response.json()).choices[0].message.content;

const start = (options: ModelServerOptions = {}): Promise<ModelServer> =>
  startModelServer(() => answer('x'), options);

describe('a stage', () => {
  const asked: StageRequest[] = [];
  const stages = answerStages({
    notes(request) {
      asked.push(request);
      return { ids: request.units.map(({ id }) => id) };
    },
    broken: () => serverError(),
  });
  const units = '[3] Three words here\n[4] >> Four\n[3] Three words here';

  test('is known by the schema and answered from the units of the request', async () => {
    await using server = await startModelServer(stages);
    expect(await contentOf(await post(server, { text: units }))).toBe('{"ids":[3,4]}');
    expect(asked.at(-1)).toMatchObject({ stage: 'notes', isRepair: false });
    expect(asked.at(-1)?.units[1]).toEqual({ id: 4, text: 'Four' });
  });

  test('is known by the name of the schema in the prompt, where no format is sent', async () => {
    await using server = await startModelServer(stages);
    const content = `It must match the JSON Schema "notes":\n{}\n\n[7] Seven`;
    const body = { model: 'm', messages: [{ role: 'user', content }] };
    const response = await fetch(`${server.baseURL}/chat/completions`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    expect(await contentOf(response)).toBe('{"ids":[7]}');
  });

  test('may do anything with a turn, and is loud when it is unknown', async () => {
    await using server = await startModelServer(stages);
    expect((await post(server, { stage: 'broken' })).status).toBe(500);
    server.assertDone();
    expect((await post(server, { stage: 'other' })).status).toBe(500);
    expect(() => server.assertDone()).toThrow('nothing is scripted for request 2 (other)');
  });
});

describe('a fault', () => {
  async function statuses(
    fault: Fault['when'],
    texts: readonly string[],
    stage = 'notes',
  ): Promise<number[]> {
    await using server = await start({ faults: [{ when: fault, turn: serverError() }] });
    const seen: number[] = [];
    for (const text of texts) seen.push((await post(server, { text, stage })).status);
    server.assertDone();
    return seen;
  }
  const four = ['a', 'b', 'a', 'b'];

  test('happens where its condition says', async () => {
    expect(await statuses(nth(2), four)).toEqual([200, 500, 200, 200]);
    expect(await statuses(every(2), four)).toEqual([200, 500, 200, 500]);
    expect(await statuses(firstTries(1), four)).toEqual([500, 500, 200, 200]);
    expect(await statuses(mentioning('b'), four)).toEqual([200, 500, 200, 500]);
    expect(await statuses(both(mentioning('b'), firstTries(1)), four)).toEqual([200, 500, 200, 200]);
    expect(await statuses(inStage('other'), four)).toEqual([200, 200, 200, 200]);
    expect(await statuses(inStage('notes', nth(1)), four)).toEqual([500, 200, 200, 200]);
  });

  test('of a share meets the same questions each time', async () => {
    const texts = Array.from({ length: 60 }, (_, index) => `question ${index}`);
    const once = await statuses(share(1 / 3), texts);
    expect(once.filter((status) => status === 500).length).toBeGreaterThan(10);
    expect(once.filter((status) => status === 500).length).toBeLessThan(30);
    expect(await statuses(share(1 / 3), texts)).toEqual(once);
    expect(await statuses(share(0), four)).toEqual([200, 200, 200, 200]);
    expect(await statuses(share(1), four)).toEqual([500, 500, 500, 500]);
  });
});

describe.each(['sliding-log', 'fixed-window'] as const)('limits counted by %s', (counting) => {
  const limits: ServerLimits = { requestsPerMinute: 2, tokensPerMinute: 1_000, counting, minuteMs: 60_000 };

  test('refuse what is above them, state themselves and the time to wait', async () => {
    await using server = await start({ limits: { ...limits, minuteMs: 3_600_000 } });
    const replies = [await post(server), await post(server), await post(server)];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(replies[0]?.headers.get('x-ratelimit-limit-requests')).toBe('2');
    expect(replies.map(({ headers }) => headers.get('x-ratelimit-remaining-requests'))).toEqual([
      '1',
      '0',
      '0',
    ]);
    expect(Number(replies[2]?.headers.get('retry-after-ms'))).toBeGreaterThan(0);
    server.assertDone();
  });

  test('count the tokens of prompt and answer', async () => {
    await using server = await start({ limits: { ...limits, requestsPerMinute: 99, minuteMs: 3_600_000 } });
    expect((await post(server, { text: 'x'.repeat(3_980) })).status).toBe(200);
    expect((await post(server, { text: 'x'.repeat(20) })).status).toBe(429);
    expect((await post(server, { text: 'x'.repeat(16) })).status).toBe(200);
  });

  test('have room again after the time they named, and can keep silent about themselves', async () => {
    await using server = await start({ limits: { ...limits, minuteMs: 150, isStated: false } });
    let reply = await post(server);
    while (reply.status === 200) reply = await post(server);
    expect(reply.headers.get('x-ratelimit-limit-requests')).toBeNull();
    const wait = Number(reply.headers.get('retry-after-ms'));
    expect(wait).toBeLessThanOrEqual(150);
    await new Promise((resolve) => setTimeout(resolve, wait + 1));
    expect((await post(server)).status).toBe(200);
  });
});

test('a request carries when it arrived, and waits as long as told', async () => {
  await using server = await start({ latencyMs: 40 });
  const begun = Date.now();
  await post(server);
  const [request] = server.requests as ChatRequest[];
  expect(request?.arrivedAt).toBeGreaterThanOrEqual(begun);
  expect(Date.now() - (request?.arrivedAt ?? 0)).toBeGreaterThanOrEqual(38);
});
