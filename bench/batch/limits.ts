import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ServerLimits } from '../../test/servers/rate-limits.ts';
import type { Arrival } from './serve.ts';
import { startServer } from './server.ts';
import { makeList } from './sources.ts';
import { runScaledBatch } from './world.ts';

/** Times as fast as life: minutes and latencies are shorter by it. */
const SCALE = 2;
const MINUTE = 60_000 / SCALE;
const LATENCY = 300 / SCALE;
/** A second more than a minute, as in life: the way to the server and our own work do not become shorter with the minute. */
const WINDOW = MINUTE + 1_000;
const REQUESTS = 600;
const TOKENS = 400_000;
const ROUNDS = 5;
const CONCURRENCY = 8;
const AGAIN_RUNS = 5;

/** A batch under limits of requests and tokens a minute, and the same batch once more. */
export async function measureLimits(
  files: readonly string[],
  { count, print }: { readonly count: number; readonly print: (line: string) => void },
): Promise<void> {
  print(
    `${count} sources made of ${files.length} real transcripts; latency 300 ms, ${REQUESTS} requests and ${TOKENS.toLocaleString('en')} tokens a minute, time ${SCALE} times as fast, ${CONCURRENCY} calls at once`,
  );
  for (const counting of ['sliding-log', 'fixed-window'] as const) {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
    const list = makeList(files, count, folder);
    const out = join(folder, 'articles');
    const limits: ServerLimits = {
      requestsPerMinute: REQUESTS,
      tokensPerMinute: TOKENS,
      counting,
      minuteMs: MINUTE,
      isStated: false,
    };
    using server = await startServer({ latencyMs: LATENCY, limits });
    const cpu = process.cpuUsage();
    const run = await runScaledBatch({
      ...{ list, out, baseURL: server.baseURL, windowMs: WINDOW, concurrency: CONCURRENCY },
      requestsPerMinute: REQUESTS,
      tokensPerMinute: TOKENS,
    });
    const { user, system } = process.cpuUsage(cpu);
    const { accepted, refused } = await server.report();
    const tokens = accepted.reduce((sum, arrival) => sum + arrival.tokens, 0);
    const shares = {
      requests: shareUsed(accepted, REQUESTS, () => 1),
      tokens: shareUsed(accepted, TOKENS, (arrival) => arrival.tokens),
    };
    const bound = Math.max(
      (accepted.length / REQUESTS) * MINUTE,
      (tokens / TOKENS) * MINUTE,
      ROUNDS * LATENCY,
    );
    const binding = Math.max(shares.requests, shares.tokens);
    print(`\n${counting}: ${[...run.statuses].map(([status, number]) => `${number} ${status}`).join(', ')}`);
    print(
      `  ${accepted.length} calls, ${tokens.toLocaleString('en')} tokens in ${seconds(run.wallMs)} (own work ${seconds((user + system) / 1_000)} of CPU)`,
    );
    print(`  limit used: requests ${percent(shares.requests)}, tokens ${percent(shares.tokens)}`);
    print(goal(`${counting}: share of 429`, refused / (accepted.length + refused), { most: 0.01 }));
    print(goal(`${counting}: binding limit used from ramp-up to tail`, binding, { least: 0.88 }));
    print(
      `-> ${counting}: makespan over max(calls/RPM, tokens/TPM, critical path): ${(run.wallMs / bound).toFixed(3)}`,
    );
    await measureAgain({
      list,
      folder,
      out,
      count,
      baseURL: server.baseURL,
      print,
      asked: accepted.length,
      report: server.report,
    });
    rmSync(folder, { recursive: true });
  }
}

interface Again {
  readonly list: string;
  readonly folder: string;
  readonly out: string;
  readonly count: number;
  readonly baseURL: string;
  readonly asked: number;
  readonly report: () => Promise<{ readonly accepted: readonly Arrival[] }>;
  readonly print: (line: string) => void;
}

/** The command line once more, less the same command with an empty list. */
async function measureAgain({
  list,
  folder,
  out,
  count,
  baseURL,
  asked,
  report,
  print,
}: Again): Promise<void> {
  const empty = join(folder, 'empty.txt');
  writeFileSync(empty, '# nothing\n');
  const timed = (source: string, place: string): number => {
    const begun = performance.now();
    const argv = [resolve('src/cli.ts'), 'batch', source, '--out', place, '--quiet', '--model', 'bench'];
    const { status, stderr } = spawnSync(process.execPath, argv, {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, OPENAI_BASE_URL: baseURL },
    });
    if (status !== 0) print(`  ended with ${status}: ${stderr}`);
    return performance.now() - begun;
  };
  const times: number[] = [];
  for (let run = 0; run < AGAIN_RUNS; run++)
    times.push((timed(list, out) - timed(empty, join(folder, 'nothing'))) / count);
  const { accepted } = await report();
  print(goal('run again: calls', accepted.length - asked, { most: 0 }));
  print(goal(`run again: ms a video beyond start-up (median of ${AGAIN_RUNS})`, median(times), { most: 5 }));
}

/** Up to the last minute, in which there is less left to do than fits. */
function shareUsed(
  accepted: readonly Arrival[],
  limit: number,
  amount: (arrival: Arrival) => number,
): number {
  const first = Math.min(...accepted.map(({ at }) => at));
  const end = Math.max(...accepted.map(({ at }) => at)) - MINUTE;
  // Whole minutes only: the limit renews itself by the minute.
  const minutes = Math.floor((end - first) / MINUTE);
  const used = accepted
    .filter(({ at }) => at < first + minutes * MINUTE)
    .reduce((sum, arrival) => sum + amount(arrival), 0);
  return used / (limit * Math.max(1, minutes));
}

export function goal(
  what: string,
  value: number,
  {
    least = Number.NEGATIVE_INFINITY,
    most = Number.POSITIVE_INFINITY,
  }: { readonly least?: number; readonly most?: number },
): string {
  const bound = Number.isFinite(most) ? `<= ${most}` : `>= ${least}`;
  const shown = Number.isInteger(value) ? value : value.toFixed(3);
  return `-> ${what}: ${shown} (goal ${bound})${value > most || value < least ? ' MISSED' : ''}`;
}

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
