import { join } from 'node:path';
import { type BatchWorld, expandSources, runBatch } from '../../src/batch/index.ts';
import { createMinuteLimiter, createModel, systemClock, withRecord } from '../../src/llm/index.ts';
import { createPromptLibrary } from '../../src/prompt/index.ts';
import { createFolderCallCache, createFolderLedger, createFolderStore } from '../../src/store/index.ts';
import { acquireTranscript } from '../../src/transcript/index.ts';
import { writeArticle } from '../../src/write/index.ts';

export interface ScaledOptions {
  readonly list: string;
  readonly out: string;
  readonly baseURL: string;
  readonly requestsPerMinute: number;
  readonly tokensPerMinute: number;
  /** Milliseconds that stand for the limiter's minute. */
  readonly windowMs: number;
  readonly concurrency: number;
}

/** A batch as the command line runs it, but with minutes of another length, which no setting allows. */
export async function runScaledBatch(
  options: ScaledOptions,
): Promise<{ wallMs: number; statuses: Map<string, number>; calls: number }> {
  const { list, out, baseURL, concurrency, requestsPerMinute, tokensPerMinute, windowMs } = options;
  const model = createModel({
    apiKey: '',
    baseURL,
    model: 'bench',
    cache: createFolderCallCache(join(out, '.cache')),
    limiter: createMinuteLimiter({ requestsPerMinute, tokensPerMinute, windowMs }),
    concurrency,
  });
  const prompts = createPromptLibrary();
  const store = createFolderStore(out);
  await using ledger = createFolderLedger(out);
  const never = new AbortController().signal;
  const now = (): Date => new Date();
  const stdin = async function* (): AsyncIterable<string> {};
  const world: BatchWorld = {
    ledger,
    acquire: ({ source, facts }, signal) => acquireTranscript(source, { given: facts, stdin, signal }),
    async write({ id, transcript }, { signal, onStage, onCall, maySave }) {
      const calls: Parameters<typeof onCall>[0][] = [];
      const recorded = withRecord(model, {
        onCall: (call) => {
          calls.push(call);
          onCall(call);
        },
      });
      const written = await writeArticle(transcript, {
        id,
        writer: { kind: 'model', model: recorded, prompts, style: 'news' },
        length: 'medium',
        minWords: 150,
        now,
        signal,
        onStage,
      });
      await maySave();
      return { ...written, ...(await store.save({ ...written, transcript, calls })) };
    },
    isKept: store.isKept,
    settingsOf: async () => 'bench',
    now,
    clock: systemClock,
    signal: never,
    draining: never,
    onEvent: () => undefined,
  };
  const items = () => expandSources([list], { stdin, listVideos: () => undefined, out, order: 'listed' });
  const begun = performance.now();
  const { outcomes } = await runBatch(items, world, {
    filters: { shorts: true, live: true },
    retryFailed: false,
    refresh: false,
    strict: false,
    concurrency: concurrency + 1,
  });
  const wallMs = performance.now() - begun;
  const statuses = new Map<string, number>();
  for (const { status, code } of outcomes) {
    const name = code === undefined ? status : `${status} ${code}`;
    statuses.set(name, (statuses.get(name) ?? 0) + 1);
  }
  return { wallMs, statuses, calls: outcomes.reduce((sum, { calls }) => sum + calls, 0) };
}
