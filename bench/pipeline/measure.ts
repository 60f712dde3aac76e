import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createModel, type GenerateRequest, type LanguageModel } from '../../src/llm/index.ts';
import { createPromptLibrary } from '../../src/prompt/index.ts';
import type { Transcript } from '../../src/transcript/index.ts';
import { writeArticle } from '../../src/write/index.ts';

/** Calls at once; what a person sets by the limits of the account would only measure the limits. */
const CONCURRENCY = 64;

export interface Call {
  readonly stage: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly begin: number;
  readonly end: number;
}

export interface Measured {
  readonly wallMs: number;
  /** Of this process: other work on the machine does not count, work done while answers are awaited does. */
  readonly cpuMs: number;
  readonly calls: readonly Call[];
  readonly errors: number;
  readonly leftOut: number;
}

export interface Server extends Disposable {
  readonly baseURL: string;
}

/** A loopback model of a fixed latency, some of whose sentences fail the rules. */
export async function startServer(latencyMs: number, wrong: number): Promise<Server> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'serve.ts'), [`${latencyMs}`, `${wrong}`]);
  const [baseURL] = (await once(child, 'message')) as [string];
  return { baseURL, [Symbol.dispose]: () => child.disconnect() };
}

/** One article from transcript to Article, nothing cached. */
export async function measure(
  transcript: Transcript,
  { baseURL }: Server,
  verifies: boolean,
): Promise<Measured> {
  const calls: Call[] = [];
  const endpoint = createModel({ apiKey: '', baseURL, model: 'bench', concurrency: CONCURRENCY });
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const { findings } = await writeArticle(transcript, {
    id: 'bench',
    writer: {
      kind: 'model',
      model: watch(endpoint, calls),
      prompts: createPromptLibrary(),
      style: 'news',
      verifies,
    },
    length: 'medium',
    minWords: 150,
    now: () => new Date(),
  });
  const wallMs = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  const count = (rule: (one: (typeof findings.findings)[number]) => boolean): number =>
    findings.findings.filter(rule).length;
  return {
    wallMs,
    cpuMs: (user + system) / 1000,
    calls,
    errors: count(({ severity }) => severity === 'error'),
    leftOut: count(({ rule }) => rule === 'P01'),
  };
}

function watch(model: LanguageModel, calls: Call[]): LanguageModel {
  return {
    id: model.id,
    async generate(request: GenerateRequest, signal) {
      const begin = performance.now();
      const result = await model.generate(request, signal);
      const { inputTokens, outputTokens } = result.usage;
      calls.push({ stage: request.stage, inputTokens, outputTokens, begin, end: performance.now() });
      return result;
    },
  };
}

/** The longest chain of calls each of which began after the one before had ended: rounds of latency. */
export function roundsOf(calls: readonly Call[]): number {
  const byBegin = calls.toSorted((first, second) => first.begin - second.begin);
  const depths: { end: number; depth: number }[] = [];
  for (const { begin, end } of byBegin) {
    const before = depths.filter((other) => other.end <= begin).map(({ depth }) => depth);
    depths.push({ end, depth: 1 + Math.max(0, ...before) });
  }
  return Math.max(0, ...depths.map(({ depth }) => depth));
}

export function callsByStage(calls: readonly Call[]): string {
  const counts = new Map<string, number>();
  for (const { stage } of calls) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  return [...counts].map(([stage, count]) => `${stage} ${count}`).join(', ');
}
