import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArticle } from '../../src/article/index.ts';
import { findingsSchema } from '../../src/check/index.ts';
import { folderOf } from '../cli/batch-files.ts';
import { temporaryFolder } from '../cli/run-cli.ts';
import { type ChatRequest, startModelServer } from '../servers/model-server.ts';
import { newsroom } from '../servers/newsroom.ts';

export interface KillOptions {
  readonly names: readonly string[];
  readonly kills: number;
  readonly concurrency: number;
  /** Milliseconds after its first request at which a run is killed at the latest. @default 500 */
  readonly latestMs?: number;
}

export interface KillReport {
  readonly kills: number;
  readonly articles: number;
  readonly requests: number;
  /** Questions asked again, in all. */
  readonly repeats: number;
  /** The most that one kill cost. */
  readonly mostLost: number;
  /** Files read by somebody else meanwhile. */
  readonly reads: number;
  /** Whatever was not as it has to be. */
  readonly problems: readonly string[];
}

const CLI = resolve(import.meta.dirname, '../../src/cli.ts');
const questionOf = ({ body }: ChatRequest): string => JSON.stringify(body.messages);

/** Runs one batch, kills it at random moments of its work and starts it again, while somebody reads what lies there. */
export async function runKilledBatches(options: KillOptions): Promise<KillReport> {
  const { names, concurrency, latestMs = 500 } = options;
  await using server = await startModelServer(newsroom, { latencyMs: 60 });
  const [folder, out] = [folderOf(...names), temporaryFolder()];
  const argv = [
    CLI,
    'batch',
    folder,
    '--out',
    out,
    '--model',
    'test-model',
    '--concurrency',
    String(concurrency),
    '--quiet',
  ];
  const env = { PATH: process.env.PATH, OPENAI_BASE_URL: server.baseURL };
  const reader = startReader(out);
  const problems: string[] = [];
  const runs: string[][] = [];
  let kills = 0;
  for (;;) {
    const from = server.requests.length;
    const before = { asked: new Set(server.requests.map(questionOf)), kept: countKept(out) };
    const child = spawn(process.execPath, argv, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    const exit = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    if (kills < options.kills) await killInWork(child, () => server.requests.length > from, latestMs);
    const [code, signal] = await exit;
    const asked = server.requests.slice(from).map(questionOf);
    const again = asked.filter((question) => before.asked.has(question)).length;
    runs.push(asked);
    if (new Set(asked).size !== asked.length)
      problems.push(`run ${kills}: a question was asked twice in one run`);
    // What was asked before and is not kept was in flight at the kill.
    if (again > before.asked.size - before.kept)
      problems.push(`run ${kills}: an answer in the cache was asked for again`);
    if (signal === 'SIGKILL') {
      kills++;
      continue;
    }
    if (code !== 0) problems.push(`ended with ${code}`);
    if (kills >= options.kills) break;
    problems.push(`the batch was finished after ${kills} kills`);
    break;
  }
  const lost = runs.map((asked, run) => countAskedLater(asked, runs.slice(run + 1)));
  for (const [run, count] of lost.entries())
    if (count > concurrency)
      problems.push(`run ${run}: ${count} answers lost with ${concurrency} calls at once`);
  const read = await reader.stop();
  const articles = readdirSync(out).filter((name) => existsSync(join(out, name, 'article.json')));
  for (const name of articles) problems.push(...findFaults(join(out, name)));
  return {
    kills,
    articles: articles.length,
    requests: server.requests.length,
    repeats: lost.reduce((sum, count) => sum + count, 0),
    mostLost: Math.max(0, ...lost),
    reads: read.reads,
    problems: [...problems, ...read.problems],
  };
}

/** What a killed run had asked and did not get into the cache: a later run asks it again, the next one or one after it. */
function countAskedLater(asked: readonly string[], later: readonly (readonly string[])[]): number {
  const again = new Set(later.flat());
  return asked.filter((question) => again.has(question)).length;
}

/** Somewhere between its first request and the end of its work; a run with nothing to ask is killed while it writes. */
async function killInWork(child: ChildProcess, hasAsked: () => boolean, latestMs: number): Promise<void> {
  while (!hasAsked() && child.exitCode === null) await delay(5);
  await delay(Math.random() * latestMs);
  child.kill('SIGKILL');
}

/** Answers in the cache of the folder. */
function countKept(out: string): number {
  const cache = join(out, '.cache');
  if (!existsSync(cache)) return 0;
  return readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[0-9a-f]{64}\.json$/u.test(name),
  ).length;
}

/** What an article folder must be in the end: whole, and without what a kill leaves lying about. */
function findFaults(folder: string): string[] {
  const faults: string[] = [];
  try {
    parseArticle(JSON.parse(readFileSync(join(folder, 'article.json'), 'utf8')));
    findingsSchema.parse(JSON.parse(readFileSync(join(folder, 'findings.json'), 'utf8')));
    const { status } = JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8'));
    if (status !== 'done') faults.push(`${folder} is ${status}`);
  } catch (error) {
    faults.push(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const names = readdirSync(folder);
  for (const name of names)
    if (name.startsWith('draft-') || name.endsWith('.tmp')) faults.push(`${folder} has ${name}`);
  return faults;
}

/** Reads every JSON file there is, over and over: each must be whole. */
function startReader(out: string): { stop(): Promise<{ reads: number; problems: string[] }> } {
  const problems: string[] = [];
  let reads = 0;
  let isRunning = true;
  const loop = (async () => {
    while (isRunning) {
      for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
        if (!/^[^.].*\/[a-z]+\.(?:json|html|md|txt)$/u.test(name)) continue;
        const text = readFileSync(join(out, name), 'utf8');
        reads++;
        if (!isWhole(name, text)) problems.push(`half of ${name} was read`);
      }
      await delay(15);
    }
  })();
  return {
    async stop() {
      isRunning = false;
      await loop;
      return { reads, problems };
    },
  };
}

function isWhole(name: string, text: string): boolean {
  if (name.endsWith('.html')) return text.endsWith('</html>\n');
  if (!name.endsWith('.json')) return text.endsWith('\n');
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
