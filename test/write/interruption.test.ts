import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { parseArticle } from '../../src/article/index.ts';
import { temporaryFolder } from '../cli/run-cli.ts';
import { type ChatRequest, startModelServer } from '../servers/model-server.ts';
import { newsroomStages } from '../servers/newsroom.ts';
import { answerStages, readStageRequest } from '../servers/stages.ts';
import { hang } from '../servers/turns.ts';
import { nameOf } from './pipeline-run.ts';
import { LONG_UNITS, SHORT_UNITS, spokenFile } from './sources.ts';

/** The command line as a process that is stopped in every stage, one after the other, and started again with the same words. */

/** Some sentences have to be mended, or there would be no such stage. */
const newsroom = answerStages(newsroomStages({ wrong: 0.1 }));

/** A stage to be stopped in, or two that run side by side, after so many of their calls were answered. */
type Stop = readonly [stage: string, answered: number];

const questionOf = ({ body }: ChatRequest): string => JSON.stringify(body.messages);

/** Questions whose answers lie in the cache of the folder. */
function countKept(out: string): number {
  const cache = join(out, '.cache');
  if (!existsSync(cache)) return 0;
  const entries = readdirSync(cache, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && /^[0-9a-f]{64}\.json$/u.test(entry.name)).length;
}

/** Calls of one stage hang once some were answered; those of the others are answered. */
function createHold() {
  let [stage, toAnswer]: Stop = ['', 0];
  const held: ChatRequest[] = [];
  return {
    held,
    hold(stop: Stop): void {
      [stage, toAnswer] = stop;
      held.length = 0;
    },
    script(request: ChatRequest) {
      if (!stage.split(' ').includes(nameOf(readStageRequest(request))) || toAnswer-- > 0)
        return newsroom(request);
      held.push(request);
      return hang();
    },
  };
}

async function stopAndGoOn(units: number, stops: readonly Stop[], signal: NodeJS.Signals): Promise<void> {
  const hold = createHold();
  await using server = await startModelServer((request) => hold.script(request));
  const out = temporaryFolder();
  const file = join(out, 'works.txt');
  writeFileSync(file, spokenFile(units));
  const argv = ['src/cli.ts', file, '--out', out, '--model', 'test-model', '--quiet', '--json'];
  const env = { PATH: process.env.PATH, OPENAI_BASE_URL: server.baseURL };
  let left: { asked: ReadonlySet<string>; kept: number } | undefined;
  for (const stop of [...stops, END]) {
    hold.hold(stop);
    const from = server.requests.length;
    const child = spawn(process.execPath, argv, { env, stdio: 'ignore' });
    const exit = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    if (stop === END) {
      expect(await exit).toEqual([0, null]);
    } else {
      await settle(hold.held, child, stop);
      child.kill(signal);
      expect(await exit).toEqual(signal === 'SIGINT' ? [130, null] : [null, signal]);
      while (!hold.held.every(({ isAborted }) => isAborted)) await delay(20);
    }
    expectNothingTwice(server.requests.slice(from), left);
    left = { asked: new Set(server.requests.map(questionOf)), kept: countKept(out) };
  }
  const [folder = ''] = readdirSync(out).filter((name) => name.startsWith('works-'));
  const article = parseArticle(JSON.parse(readFileSync(join(out, folder, 'article.json'), 'utf8')));
  expect(article.writer.kind).toBe('model');
}

/** Waits until a stage is held and no other call of it has come for a while. */
async function settle(held: readonly ChatRequest[], child: ChildProcess, [stage]: Stop): Promise<void> {
  for (let seen = 0; seen === 0 || held.length > seen; ) {
    seen = held.length;
    await delay(150);
    if (child.exitCode !== null)
      throw new Error(`It ended with ${child.exitCode} before it was stopped in ${stage}`);
  }
}

/** At most the calls in flight at the stop are asked again; nothing that reached the cache is. */
function expectNothingTwice(
  requests: readonly ChatRequest[],
  before: { asked: ReadonlySet<string>; kept: number } | undefined,
): void {
  const questions = requests.map(questionOf);
  expect(new Set(questions).size).toBe(questions.length);
  if (!before) return;
  const again = questions.filter((question) => before.asked.has(question));
  expect(again.length).toBeLessThanOrEqual(before.asked.size - before.kept);
}

const END: Stop = ['', 0];
const SHORT_STAGES: readonly Stop[] = [
  ['extract-plan', 0],
  ['write', 0],
  ['verify', 0],
  ['repair', 0],
];
const LONG_STAGES: readonly Stop[] = [
  ['extract', 1],
  ['plan', 0],
  ['write', 2],
  ['verify top-matter', 1],
  ['top-matter', 0],
  ['repair', 0],
];

it.concurrent.each(['SIGINT', 'SIGKILL'] as const)(
  'a short article stopped by %s in every stage is finished by the same command',
  (signal) => stopAndGoOn(SHORT_UNITS, SHORT_STAGES, signal),
  120_000,
);

it.concurrent.each(['SIGINT', 'SIGKILL'] as const)(
  'a long article stopped by %s in every stage is finished by the same command',
  (signal) => stopAndGoOn(LONG_UNITS, LONG_STAGES, signal),
  120_000,
);
