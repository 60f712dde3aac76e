import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { folderOf } from '../cli/batch-files.ts';
import { temporaryFolder } from '../cli/run-cli.ts';
import { startModelServer } from '../servers/model-server.ts';
import { newsroom } from '../servers/newsroom.ts';
import { runKilledBatches } from './killed-batches.ts';

const NAMES = ['Ashford', 'Bexley', 'Corby', 'Dover', 'Exeter', 'Fowey', 'Goole', 'Hove', 'Ilford', 'Jarrow'];
const MORE = NAMES.flatMap((name) => [name, `New${name}`, `Old${name}`]);

it('a batch that is killed again and again is finished by the same command, and pays for nothing twice', async () => {
  const told = await runKilledBatches({ names: MORE, kills: 5, concurrency: 3 });
  expect(told.kills).toBe(5);
  expect(told.problems).toEqual([]);
  expect(told.articles).toBe(MORE.length);
}, 180_000);

it('a second Ctrl-C sent to the process stops it, the first lets it finish', async () => {
  await using server = await startModelServer(newsroom, { latencyMs: 150 });
  const [folder, out] = [folderOf(...NAMES), temporaryFolder()];
  const argv = [
    'src/cli.ts',
    'batch',
    folder,
    '--out',
    out,
    '--model',
    'test-model',
    '--concurrency',
    '1',
    '--quiet',
  ];
  const env = { PATH: process.env.PATH, OPENAI_BASE_URL: server.baseURL };
  const child = spawn(process.execPath, argv, { env, stdio: 'ignore' });
  while (server.requests.length < 2) await delay(20);
  child.kill('SIGINT');
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(130);
  const states = readdirSync(out)
    .filter((name) => existsSync(join(out, name, 'state.json')))
    .map((name) => JSON.parse(readFileSync(join(out, name, 'state.json'), 'utf8')).status);
  expect(states.length).toBeGreaterThan(0);
  expect(states.length).toBeLessThan(NAMES.length);
  expect(new Set(states)).toEqual(new Set(['done']));
});
