import type { Transcript } from '../src/transcript/index.ts';
import { tokensOf } from '../src/write/model/chunks.ts';
import { findDataFolder, readPairs } from './extractive/pairs.ts';
import {
  callsByStage,
  type Measured,
  measure,
  roundsOf,
  type Server,
  startServer,
} from './pipeline/measure.ts';
import { speechOf } from './pipeline/sources.ts';

/** Milliseconds before each answer of the model. */
const LATENCY = 150;
/** Milliseconds of our own work that an article may take. */
const OWN_WORK = 300;
const MOST_ROUNDS = 5;
/** Share of sentences that fail the rules, in the rows that measure mending. */
const WRONG = 0.05;
const RUNS = 3;

interface Length {
  readonly name: string;
  readonly minutes: number;
  /** Input tokens over the transcript's own, without and with verification. */
  readonly most?: readonly [plain: number, verified: number];
}

const LENGTHS: readonly Length[] = [
  { name: '10 minutes', minutes: 10 },
  { name: '1 hour', minutes: 60, most: [2.6, 3.2] },
  { name: '10 hours', minutes: 600, most: [2.0, 2.4] },
];

/** What an article costs in rounds of latency, in work of our own and in tokens, against a model that answers at once what it is asked. */
export default async function run([argument]: readonly string[]): Promise<void> {
  const folder = findDataFolder(argument);
  if (!folder) {
    print(
      'No development data: pass its folder, or set COPYDESK_DATA. It holds a folder `pairs` with transcripts.',
    );
    return;
  }
  const pairs = readPairs(folder);
  using right = await startServer(LATENCY, 0);
  using wrong = await startServer(LATENCY, WRONG);
  print(`Latency ${LATENCY} ms. Wall: fastest of ${RUNS} runs (first run of the process: in brackets)`);
  print(
    [
      'speech',
      'tokens T',
      'verified',
      'rounds',
      'wall ms',
      'wall / (rounds x L + 300)',
      'CPU ms',
      'input / T',
      'output',
      'left out',
      'errors',
      'calls',
    ].join('\t'),
  );
  const goals: string[] = [];
  for (const length of LENGTHS) {
    const transcript = speechOf(pairs, length.minutes);
    for (const verifies of [false, true])
      goals.push(...(await report(transcript, right, { length, verifies })));
  }
  print(`\nWith ${100 * WRONG} % of the sentences failing`);
  for (const length of LENGTHS)
    await report(speechOf(pairs, length.minutes), wrong, { length, verifies: true });
  print('');
  for (const goal of goals) print(goal);
}

async function report(
  transcript: Transcript,
  server: Server,
  { length, verifies }: { length: Length; verifies: boolean },
): Promise<string[]> {
  const runs: Measured[] = [];
  for (let index = 0; index < RUNS; index++) runs.push(await measure(transcript, server, verifies));
  const best = runs.reduce((fastest, one) => (one.wallMs < fastest.wallMs ? one : fastest));
  const tokens = tokensOf(transcript.units);
  const rounds = roundsOf(best.calls);
  const ratio = best.wallMs / (rounds * LATENCY + OWN_WORK);
  const input = sum(best.calls.map(({ inputTokens }) => inputTokens));
  const output = sum(best.calls.map(({ outputTokens }) => outputTokens));
  const wall = `${Math.round(best.wallMs)} (${Math.round(runs[0]?.wallMs ?? 0)})`;
  const cells = [
    length.name,
    tokens,
    verifies ? 'yes' : 'no',
    rounds,
    wall,
    ratio.toFixed(2),
    Math.round(best.cpuMs),
    (input / tokens).toFixed(2),
    output,
    best.leftOut,
    best.errors,
  ];
  print([...cells, callsByStage(best.calls)].join('\t'));
  return goalsOf({ length, verifies, rounds, ratio, share: input / tokens });
}

interface Figures {
  readonly length: Length;
  readonly verifies: boolean;
  readonly rounds: number;
  readonly ratio: number;
  readonly share: number;
}

function goalsOf({ length, verifies, rounds, ratio, share }: Figures): string[] {
  const what = `${length.name}${verifies ? ', verified' : ''}`;
  const most = length.most?.[verifies ? 1 : 0];
  return [
    goal(`${what}: rounds`, rounds, MOST_ROUNDS),
    goal(`${what}: wall over rounds x L + ${OWN_WORK} ms`, ratio, 1),
    ...(most === undefined ? [] : [goal(`${what}: input tokens over T`, share, most)]),
  ];
}

function goal(what: string, value: number, most: number): string {
  return `-> ${what}: ${Number.isInteger(value) ? value : value.toFixed(2)} (goal <= ${most})${value > most ? ' MISSED' : ''}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
