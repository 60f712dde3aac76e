import { describe, expect, it } from 'vitest';
import type { BatchEvent, BatchItem, BatchOptions, BatchWorld } from '../../src/batch/index.ts';
import { runBatch } from '../../src/batch/index.ts';
import { TranscriptError } from '../../src/errors.ts';
import { ModelError } from '../../src/llm/index.ts';
import { createFolderLedger, type VideoState } from '../../src/store/index.ts';
import { createTranscript } from '../../src/transcript/index.ts';
import { writeArticle } from '../../src/write/index.ts';
import { speech } from '../cli/batch-files.ts';
import { temporaryFolder } from '../cli/run-cli.ts';
import { createFakeClock } from '../llm/fake-clock.ts';

/** What becomes of a video when it is read or written; nothing means that all goes well. */
type Script = Readonly<Record<string, { reading?: () => unknown; writing?: () => unknown }>>;

const item = (id: string, more: Partial<BatchItem> = {}): BatchItem => ({
  source: `https://youtu.be/${id}`,
  isFile: false,
  videoId: id,
  facts: {},
  listed: {},
  ...more,
});

async function* each<Value>(values: readonly Value[]): AsyncIterable<Value> {
  yield* values;
}

interface RunOptions extends Partial<BatchOptions> {
  readonly script?: Script;
  readonly out?: string;
  /** In place of the items. */
  readonly source?: AsyncIterable<BatchItem>;
  readonly settings?: string;
  readonly onEvent?: (event: BatchEvent) => void;
  readonly draining?: AbortSignal;
}

async function run(
  items: readonly BatchItem[],
  { script = {}, out = temporaryFolder(), source, settings = 'settings', ...options }: RunOptions = {},
) {
  const clock = createFakeClock(Date.parse('2026-11-23T12:00:00Z'));
  const events: BatchEvent[] = [];
  const read: string[] = [];
  await using ledger = createFolderLedger(out);
  const never = new AbortController().signal;
  const world: BatchWorld = {
    ledger,
    clock,
    now: () => new Date(clock.now()),
    signal: never,
    draining: options.draining ?? never,
    isKept: async () => false,
    settingsOf: async () => settings,
    onEvent: (event) => {
      events.push(event);
      options.onEvent?.(event);
    },
    async acquire({ videoId = '' }) {
      read.push(videoId);
      const fault = script[videoId]?.reading?.();
      if (fault !== undefined) throw fault;
      const metadata = {
        platform: 'youtube' as const,
        videoId,
        title: `Meeting ${videoId}`,
        publishedAt: '2026-11-20',
      };
      const cues = [{ text: speech(videoId) }];
      return {
        id: videoId,
        transcript: createTranscript({
          cues,
          metadata,
          origin: 'youtube',
          kind: 'auto',
          language: 'en',
          warnings: [],
        }),
      };
    },
    async write({ id, transcript }, { signal, onStage, maySave }) {
      const fault = await script[id]?.writing?.();
      if (fault !== undefined) throw fault;
      const writer = { kind: 'extractive' as const };
      const now = world.now;
      const written = await writeArticle(transcript, {
        id,
        writer,
        length: 'short',
        minWords: 50,
        now,
        signal,
        onStage,
      });
      await maySave();
      return { ...written, directory: `${out}/${id}`, isDraft: false };
    },
  };
  const filters = { shorts: true, live: true };
  const defaults = { filters, retryFailed: false, refresh: false, strict: false, concurrency: 1 };
  const result = await runBatch(() => source ?? each(items), world, { ...defaults, ...options });
  const states = new Map<string, VideoState>();
  for await (const state of ledger.list()) states.set(state.id, state);
  return { ...result, events, read, states, clock, out };
}

const ids = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `video-${String(index).padStart(5, '0')}`);
const down = { writing: () => new ModelError('MODEL_UNAVAILABLE', 'The endpoint is down') };

describe('the breaker of the model', () => {
  it('pauses after three videos in a row that the model did not answer for, and ends the run when the next fails, too', async () => {
    const names = ids(9);
    const script = Object.fromEntries(names.map((id) => [id, down]));
    const { outcomes, left, stop, clock, events } = await run(
      names.map((id) => item(id)),
      { script },
    );
    expect(outcomes.map(({ code }) => code)).toEqual(Array(4).fill('MODEL_UNAVAILABLE'));
    expect(left).toBe(5);
    expect(stop).toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message: expect.stringContaining('4 videos in a row'),
    });
    expect(clock.sleeps).toEqual([30_000]);
    expect(events.filter(({ type }) => type === 'breaker-open')).toHaveLength(1);
  });

  it('goes on when the one video after the pause goes well', async () => {
    const names = ids(7);
    const script = Object.fromEntries(names.slice(0, 3).map((id) => [id, down]));
    const { outcomes, stop, states } = await run(
      names.map((id) => item(id)),
      {
        script: { ...script },
      },
    );
    expect(outcomes.filter(({ status }) => status === 'done')).toHaveLength(4);
    expect(stop).toBeUndefined();
    expect(states.get(names[0] ?? '')).toMatchObject({ status: 'pending', code: 'MODEL_UNAVAILABLE' });
  });

  it('does not open for failures with successes between them', async () => {
    const names = ids(8);
    const script = Object.fromEntries(names.filter((_, index) => index % 2 === 0).map((id) => [id, down]));
    const { clock, outcomes } = await run(
      names.map((id) => item(id)),
      { script },
    );
    expect(clock.sleeps).toEqual([]);
    expect(outcomes).toHaveLength(8);
  });
});

describe('a YouTube that refuses', () => {
  const refused = { reading: () => new TranscriptError('YOUTUBE_BOT_CHECK', 'YouTube asks who we are') };

  it('twice in a row is asked no more in this run: its videos wait, with the time to look again', async () => {
    const [first = '', second = '', third = '', fourth = ''] = ids(4);
    const { read, outcomes, states, stop } = await run(
      [first, second, third, fourth].map((id) => item(id)),
      { script: { [first]: refused, [second]: refused } },
    );
    expect(read).toEqual([first, second]);
    expect(outcomes.map(({ status, code, exitCode }) => [status, code, exitCode])).toEqual(
      Array(4).fill(['pending', 'YOUTUBE_BOT_CHECK', 4]),
    );
    expect(states.get(third)).toMatchObject({
      status: 'pending',
      attempts: 0,
      lookAgainAt: '2026-11-23T13:00:00.000Z',
    });
    expect(stop).toBeUndefined();
  });

  it('once is asked for the next', async () => {
    const names = ids(3);
    const { read, outcomes } = await run(
      names.map((id) => item(id)),
      {
        script: { [names[0] ?? '']: refused, [names[2] ?? '']: refused },
      },
    );
    expect(read).toEqual(names);
    expect(outcomes.map(({ status }) => status)).toEqual(['pending', 'done', 'pending']);
  });

  it('does not keep those from being written that were read before', async () => {
    const [first = '', second = ''] = ids(2);
    let release = (): void => undefined;
    const isRefused = new Promise<void>((resolve) => {
      release = resolve;
    });
    const script: Script = {
      [first]: { writing: () => isRefused.then(() => undefined) },
      [second]: {
        reading: () => {
          release();
          return refused.reading();
        },
      },
    };
    const { outcomes } = await run(
      [first, second].map((id) => item(id)),
      { script, concurrency: 2 },
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'pending']);
  });

  it('is asked again only when it is time, unless --retry-failed says now', async () => {
    const [first = ''] = ids(1);
    const { out } = await run([item(first)], { script: { [first]: refused } });
    const soon = await run([item(first)], { out });
    expect(soon.outcomes).toMatchObject([{ status: 'skipped', why: 'not-yet', exitCode: 0 }]);
    const now = await run([item(first)], { out, retryFailed: true });
    expect(now.outcomes).toMatchObject([{ status: 'done' }]);
  });
});

describe('a run', () => {
  it('looks for captions again a day later, three times in all', async () => {
    const [id = ''] = ids(1);
    const script = {
      [id]: { reading: () => new TranscriptError('TRANSCRIPT_DISABLED', 'It has no captions') },
    };
    const { out, states } = await run([item(id)], { script });
    expect(states.get(id)).toMatchObject({
      status: 'refused',
      attempts: 1,
      lookAgainAt: '2026-11-24T12:00:00.000Z',
    });
    await run([item(id)], { script, out, retryFailed: true });
    const third = await run([item(id)], { script, out, retryFailed: true });
    expect(third.states.get(id)).toMatchObject({ status: 'refused', attempts: 3 });
    expect(third.states.get(id)?.lookAgainAt).toBeUndefined();
  });

  it('never takes more from the list of work than it can begin', async () => {
    let running = 0;
    let most = 0;
    const full = Promise.withResolvers<void>();
    const names = ids(40);
    const script = Object.fromEntries(
      names.map((id) => [
        id,
        {
          writing: async () => {
            most = Math.max(most, ++running);
            if (running === 3) full.resolve();
            await full.promise;
            await new Promise(setImmediate);
            running--;
            return undefined;
          },
        },
      ]),
    );
    const { outcomes } = await run(
      names.map((id) => item(id)),
      { script, concurrency: 3 },
    );
    expect(outcomes).toHaveLength(40);
    expect(most).toBe(3);
  });

  it('leaves a video to the run that works on it', async () => {
    const [id = '', other = ''] = ids(2);
    const out = temporaryFolder();
    await using elsewhere = createFolderLedger(out);
    await using claim = { held: await elsewhere.claim(id), [Symbol.asyncDispose]: async () => undefined };
    expect(claim.held).toBeDefined();
    const { outcomes } = await run([item(id), item(other)], { out });
    expect(outcomes).toMatchObject([{ status: 'skipped', why: 'claimed' }, { status: 'done' }]);
  });

  it('stores nothing when another run took the video over', async () => {
    const [id = ''] = ids(1);
    const out = temporaryFolder();
    const { rmSync, readdirSync } = await import('node:fs');
    const script = {
      [id]: {
        writing: () => {
          for (const name of readdirSync(`${out}/.batch/claims`)) rmSync(`${out}/.batch/claims/${name}`);
          return undefined;
        },
      },
    };
    const { outcomes } = await run([item(id)], { out, script });
    expect(outcomes).toMatchObject([{ status: 'skipped', why: 'claimed' }]);
  });

  it('fails for what the list could not be made of, and goes on with the rest', async () => {
    const fault = new TranscriptError('NETWORK_UNREACHABLE', 'The channel cannot be listed');
    const items = [item('a', { fault }), item(ids(1)[0] ?? '')];
    const { outcomes } = await run(items);
    expect(outcomes.map(({ status, exitCode }) => [status, exitCode])).toEqual([
      ['pending', 4],
      ['done', 0],
    ]);
  });

  it('tells of a fault of its own without stopping', async () => {
    const [bad = '', good = ''] = ids(2);
    const { outcomes } = await run([item(bad), item(good)], {
      script: { [bad]: { writing: () => new Error('oops') } },
    });
    expect(outcomes.find(({ id }) => id === bad)).toMatchObject({
      status: 'failed',
      code: 'UNEXPECTED',
      exitCode: 1,
    });
    expect(outcomes.find(({ id }) => id === good)).toMatchObject({ status: 'done' });
  });

  it.each([
    ['fails', () => new ModelError('MODEL_REFUSED', 'No')],
    ['has to be tried again', () => new ModelError('MODEL_UNAVAILABLE', 'Down')],
  ])('keeps an article for done whose refreshing %s', async (_, writing) => {
    const [id = ''] = ids(1);
    const { out, states } = await run([item(id)]);
    const failing = { script: { [id]: { writing } }, out, settings: 'others', refresh: true };
    const { outcomes, states: later } = await run([item(id)], failing);
    expect(outcomes).toMatchObject([{ code: writing().code }]);
    expect(later.get(id)).toEqual({ ...states.get(id), calls: 0, cost: 0 });
    expect((await run([item(id)], { out })).outcomes).toMatchObject([{ status: 'skipped', why: 'done' }]);
    const again = await run([item(id)], { out, settings: 'others', refresh: true });
    expect(again.outcomes).toMatchObject([{ status: 'done' }]);
  });

  it('keeps an article for done that a closed YouTube keeps from being refreshed', async () => {
    const [first = '', second = '', third = ''] = ids(3);
    const { out } = await run([item(third)]);
    const refused = { reading: () => new TranscriptError('YOUTUBE_BOT_CHECK', 'YouTube asks who we are') };
    const script = { [first]: refused, [second]: refused };
    const { states } = await run(
      [first, second, third].map((id) => item(id)),
      { script, out, settings: 'others', refresh: true },
    );
    expect(states.get(third)).toMatchObject({ status: 'done' });
    expect(states.get(third)?.lookAgainAt).toBeUndefined();
  });

  it('leaves the line in the ledger to the run that took the video over', async () => {
    const [id = ''] = ids(1);
    const out = temporaryFolder();
    const { rmSync, readdirSync } = await import('node:fs');
    await using elsewhere = createFolderLedger(out);
    const theirs: VideoState = {
      schemaVersion: 1,
      id,
      source: 'theirs',
      status: 'running',
      attempts: 7,
      changedAt: '2026-11-23T12:00:00.000Z',
    };
    const writing = async (): Promise<Error> => {
      for (const name of readdirSync(`${out}/.batch/claims`)) rmSync(`${out}/.batch/claims/${name}`);
      await elsewhere.write(theirs);
      return new Error('oops');
    };
    const { outcomes, states } = await run([item(id)], { out, script: { [id]: { writing } } });
    expect(outcomes).toMatchObject([{ status: 'skipped', why: 'claimed' }]);
    expect(states.get(id)).toEqual(theirs);
  });

  it('takes one more than --max-videos when one of them turned out to be nothing to do', async () => {
    const names = ids(3);
    const [first = ''] = names;
    const out = temporaryFolder();
    await using elsewhere = createFolderLedger(out);
    expect(await elsewhere.claim(first)).toBeDefined();
    const { outcomes, left } = await run(
      names.map((id) => item(id)),
      { out, maxVideos: 1, concurrency: 2 },
    );
    expect(outcomes).toMatchObject([{ why: 'claimed' }, { status: 'done' }]);
    expect(left).toBe(1);
  });

  it('says of what is no video what is wrong with it, also when YouTube is closed', async () => {
    const [first = '', second = ''] = ids(2);
    const refused = { reading: () => new TranscriptError('YOUTUBE_BOT_CHECK', 'YouTube asks who we are') };
    const mistyped: BatchItem = { source: 'tlak.vtt', isFile: false, facts: {}, listed: {} };
    const { outcomes } = await run([item(first), item(second), mistyped], {
      script: {
        [first]: refused,
        [second]: refused,
        '': { reading: () => new TranscriptError('SOURCE_NOT_FOUND', 'There is no tlak.vtt') },
      },
    });
    expect(outcomes.at(-1)).toMatchObject({ status: 'failed', code: 'SOURCE_NOT_FOUND' });
  });

  it('ends in order when the list breaks, with the videos that were in work', async () => {
    const [id = ''] = ids(1);
    const source = (async function* () {
      yield item(id);
      throw new Error('the list broke');
    })();
    const { outcomes, left, stop } = await run([], { source });
    expect(stop).toMatchObject({ code: 'UNEXPECTED', message: 'the list broke' });
    expect(outcomes.length + left).toBe(1);
  });
});
