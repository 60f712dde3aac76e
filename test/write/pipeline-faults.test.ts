import { describe, expect, it } from 'vitest';
import type { Prices } from '../../src/llm/index.ts';
import type { Condition, Fault } from '../servers/faults.ts';
import { type ChatRequest, startModelServer } from '../servers/model-server.ts';
import { newsroom, newsroomStages } from '../servers/newsroom.ts';
import { answerStages, readStageRequest } from '../servers/stages.ts';
import {
  answer,
  contextExceeded,
  declined,
  hang,
  serverError,
  type Turn,
  truncated,
} from '../servers/turns.ts';
import {
  countStages,
  errorsOf,
  failureOf,
  leftOut,
  memoryCache,
  nameOf,
  readAsked,
  runPipeline,
  sentencesOf,
  write,
} from './pipeline-run.ts';
import { longTranscript, shortTranscript } from './sources.ts';

/** Calls that fail, stage by stage, and runs that are broken off. */

const useless: [string, Turn][] = [
  ['is refused', declined('No.')],
  ['is cut', truncated('{"cla')],
  ['is too long for the model', contextExceeded()],
  ['is off the schema', answer({ nothing: 'of use' })],
];

const asking =
  (name: string): Condition =>
  (request) =>
    nameOf(readStageRequest(request)) === name;
/** Requests for notes that are to be taken on a unit: it may be shown for context to others. */
const notesOn =
  (unit: number) =>
  (request: ChatRequest): boolean => {
    const { prompt } = readStageRequest(request);
    const [first = -1, last = -1] = (/on units (\d+) to (\d+) /u.exec(prompt) ?? []).slice(1).map(Number);
    return first <= unit && unit <= last;
  };
const faulty = (when: Condition, turn: Turn): { server: { faults: Fault[] } } => ({
  server: { faults: [{ when, turn }] },
});

describe.each(useless)('a chunk whose answer %s', (_, turn) => {
  it('once is asked for again in two halves', async () => {
    const whole: Condition = (request) => notesOn(10)(request) && notesOn(130)(request);
    const run = await runPipeline(longTranscript(), faulty(whole, turn));
    const parts = run.asked.filter(({ name, isRepair }) => name === 'extract' && !isRepair);
    expect(parts).toHaveLength(3 + 2);
    expect(leftOut(run)).toEqual([]);
    expect(errorsOf(run)).toEqual([]);
  });

  it('always is filled with key passages, and reported', async () => {
    const run = await runPipeline(longTranscript(), faulty(notesOn(210), turn));
    expect(leftOut(run)).toEqual([
      {
        text: expect.stringMatching(/^Notes on units \d+ to \d+$/u),
        why: expect.stringMatching(/key passages/u),
      },
    ]);
    const [first = 0, last = 0] = (leftOut(run)[0]?.text.match(/\d+/gu) ?? []).map(Number);
    expect(first).toBeLessThanOrEqual(210);
    expect(last - first).toBeLessThan(100);
    const plan = run.asked.find(({ name }) => name === 'plan');
    const noted = [...(plan?.prompt ?? '').matchAll(/units (\d+)[\d, ]*, quotation/gu)].map(([, id]) =>
      Number(id),
    );
    expect(noted.some((id) => id >= first && id <= last)).toBe(true);
    expect(errorsOf(run)).toEqual([]);
  });
});

it('more than a quarter of the transcript without notes fails the article', async () => {
  const run = runPipeline(
    longTranscript(),
    faulty(
      (request) => notesOn(50)(request) || notesOn(210)(request) || notesOn(390)(request),
      declined('No.'),
    ),
  );
  expect(await failureOf(run)).toMatchObject({ code: 'MODEL_OUTPUT_INVALID', exitCode: 1 });
});

describe.each([
  ['extract-plan', shortTranscript()],
  ['write', shortTranscript()],
  ['plan', longTranscript()],
  ['write', longTranscript()],
  ['top-matter', longTranscript()],
] as const)('the %s stage', (name, transcript) => {
  it('without a usable answer fails the article', async () => {
    const refused = await failureOf(runPipeline(transcript, faulty(asking(name), declined('No.'))));
    expect(refused).toMatchObject({ code: 'MODEL_REFUSED', exitCode: 1 });
    const invalid = await failureOf(runPipeline(transcript, faulty(asking(name), answer({ nothing: 1 }))));
    expect(invalid).toMatchObject({ code: 'MODEL_OUTPUT_INVALID', exitCode: 1 });
  });

  it('is asked again after errors of the server', async () => {
    const twice: Condition = (request, count) => asking(name)(request, count) && count.ofQuestion <= 2;
    const run = await runPipeline(transcript, faulty(twice, serverError()));
    expect(errorsOf(run)).toEqual([]);
  });
});

describe('the second reading', () => {
  it.each(useless)('whose answer %s is left to the rules, and reported', async (_, turn) => {
    const run = await runPipeline(shortTranscript(), faulty(asking('verify'), turn));
    expect(leftOut(run)).toHaveLength(2);
    for (const { why } of leftOut(run)) expect(why).toMatch(/the rules alone judged them/u);
    expect(errorsOf(run)).toEqual([]);
  });

  it('that passes sentences over is asked for once more', async () => {
    const run = await runPipeline(shortTranscript(), {
      stages: (stages) => ({
        verdicts: (request) => ({
          verdicts: stages.verdicts(request).verdicts.slice(request.isRepair ? 0 : 5),
        }),
      }),
    });
    expect(run.asked.find(({ isRepair }) => isRepair)?.prompt).toMatch(/verdicts: none for 1, 2, 3/u);
    expect(leftOut(run)).toEqual([]);
  });

  it('may name sentences that were not asked about', async () => {
    const run = await runPipeline(shortTranscript(), {
      stages: (stages) => ({
        verdicts: (request) => ({
          verdicts: [...stages.verdicts(request).verdicts, { number: 999, reason: '', label: 'unsupported' }],
        }),
      }),
    });
    expect(countStages(run.asked)).not.toHaveProperty('repair');
  });
});

it.each(useless)('a mending call whose answer %s leaves out what it was to mend', async (_, turn) => {
  const run = await runPipeline(shortTranscript(), {
    newsroom: { wrong: 0.1 },
    ...faulty(asking('repair'), turn),
  });
  expect(leftOut(run).filter(({ text }) => text.includes('987,654')).length).toBeGreaterThan(1);
  expect(sentencesOf(run).length).toBeGreaterThan(10);
  expect(errorsOf(run)).toEqual([]);
});

describe('a run that is broken off', () => {
  const oneCent: Prices = () => 0.01;

  it('by its budget goes on where it was, and pays for nothing twice', async () => {
    await using server = await startModelServer(newsroom);
    const cache = memoryCache();
    const model = { cache, prices: oneCent, concurrency: 2 };
    for (const maxCost of [0.02, 0.05, 0.08]) {
      const stopped = await failureOf(write(server, longTranscript(), { model: { ...model, maxCost } }));
      expect(stopped).toMatchObject({ code: 'BUDGET_EXCEEDED', exitCode: 4 });
    }
    const run = await write(server, longTranscript(), { model: { ...model, maxCost: 1 } });
    expect(errorsOf(run)).toEqual([]);
    const questions = server.requests.map(({ body }) => JSON.stringify(body.messages));
    expect(new Set(questions).size).toBe(questions.length);
    expect(cache.kept.size).toBe(questions.length);
  });

  const stages = ['extract', 'plan', 'write', 'verify', 'top-matter', 'repair'];
  it.each(stages)('by a person in the %s stage ends every call and goes on where it was', async (name) => {
    const interruption = new AbortController();
    let held = 0;
    const script = answerStagesHolding(name, () => {
      held++;
      setTimeout(() => interruption.abort(), 30);
    });
    await using server = await startModelServer(script.turns);
    const cache = memoryCache();
    const stopped = failureOf(
      write(server, longTranscript(), { model: { cache }, write: { signal: interruption.signal } }),
    );
    expect((await stopped) as unknown as Error).toMatchObject({ name: 'AbortError' });
    expect(held).toBeGreaterThan(0);
    await expect.poll(() => server.requests.filter(({ isAborted }) => isAborted).length).toBe(held);

    script.release();
    const before = server.requests.length;
    const run = await write(server, longTranscript(), { model: { cache } });
    expect(errorsOf(run)).toEqual([]);
    const asked = server.requests.map(({ body }) => JSON.stringify(body.messages));
    const answered = new Set(
      asked.filter((_, index) => index < before && server.requests[index]?.isAborted !== true),
    );
    expect(asked.slice(before).filter((question) => answered.has(question))).toEqual([]);
    expect(readAsked(server).length - before).toBeGreaterThan(0);
  });
});

/** Some sentences have to be mended, or there would be no such stage. */
const wrongNewsroom = answerStages(newsroomStages({ wrong: 0.1 }));

/** Answers every stage but one, which hangs until it is released. */
function answerStagesHolding(name: string, onHold: () => void) {
  let isHolding = true;
  return {
    release: () => {
      isHolding = false;
    },
    turns: (request: Parameters<typeof newsroom>[0]): Turn | undefined => {
      if (isHolding && nameOf(readStageRequest(request)) === name) {
        onHold();
        return hang();
      }
      return wrongNewsroom(request);
    },
  };
}
