import { describe, expect, it } from 'vitest';
import { type BatchItem, type BatchResult, createListing } from '../../src/batch/index.ts';
import { createFolderListMemories } from '../../src/store/index.ts';
import type { ListedVideo } from '../../src/transcript/index.ts';
import { temporaryFolder } from '../cli/run-cli.ts';

const row = (id: string, more: Partial<ListedVideo> = {}): ListedVideo => ({
  id,
  title: `Title of ${id}`,
  kind: 'video',
  ...more,
});
const nothingLeft: BatchResult = { outcomes: [], left: 0, stop: undefined };

/** A channel that ends its list after two known rows, as the real one does. */
function createChannel(rows: readonly ListedVideo[]) {
  const given: string[] = [];
  return {
    given,
    list(text: string, { isKnown }: { readonly isKnown?: (id: string) => boolean }) {
      if (text !== '@riverton') return undefined;
      return (async function* () {
        let known = 0;
        for (const one of rows) {
          given.push(one.id);
          yield one;
          known = isKnown?.(one.id) ? known + 1 : 0;
          if (known === 2) return;
        }
      })();
    },
  };
}

interface Night {
  readonly out: string;
  readonly rows: readonly ListedVideo[];
  readonly settled?: readonly string[];
  readonly result?: BatchResult;
  readonly match?: RegExp;
  readonly rescan?: boolean;
  /** Takes no more than so many. */
  readonly limit?: number;
}

async function goThrough({
  out,
  rows,
  settled = [],
  result = nothingLeft,
  match,
  rescan = false,
  limit = 99,
}: Night) {
  const channel = createChannel(rows);
  const listing = createListing({
    channels: channel,
    memories: createFolderListMemories(out),
    filters: { shorts: false, live: true, match },
    membersOnly: false,
    rescan,
    isSettled: (id) => settled.includes(id),
    now: () => new Date('2026-11-23T12:00:00Z'),
  });
  const items: BatchItem[] = [];
  for await (const item of listing.listVideos('@riverton') ?? []) {
    items.push(item);
    if (items.length >= limit) break;
  }
  await listing.finish(result);
  return { items, given: channel.given };
}

const five = ['a', 'b', 'c', 'd', 'e'].map((id) => row(id));
const all = ['a', 'b', 'c', 'd', 'e'];

describe('a channel', () => {
  it('is gone through to its end the first time, and later only as far as there is something new', async () => {
    const out = temporaryFolder();
    expect((await goThrough({ out, rows: five })).given).toEqual(all);
    const later = await goThrough({ out, rows: [row('new'), ...five], settled: all });
    expect(later.given).toEqual(['new', 'a', 'b']);
    expect((await goThrough({ out, rows: five, settled: all, rescan: true })).given).toEqual(all);
  });

  it.each([
    ['something was left', { result: { ...nothingLeft, left: 1 } }],
    ['the run ended early', { result: { ...nothingLeft, stop: { code: 'X', message: '', remedy: '' } } }],
    ['the list was cut off', { limit: 3 }],
    [
      'a video has to be tried again',
      {
        result: {
          ...nothingLeft,
          outcomes: [
            {
              source: 'a',
              id: 'a',
              title: 'a',
              status: 'pending',
              exitCode: 4,
              calls: 0,
              sent: 0,
              tokens: 0,
              cost: 0,
            },
          ],
        },
      },
    ],
  ] satisfies [string, Partial<Night>][])('is gone through to its end again when %s', async (_, night) => {
    const out = temporaryFolder();
    await goThrough({ out, rows: five, ...night });
    expect((await goThrough({ out, rows: five, settled: ['a', 'b'] })).given).toEqual(all);
  });

  it('counts what the filters left out as known, as long as they are the same', async () => {
    const out = temporaryFolder();
    const rows = [row('a'), row('b', { kind: 'short' }), row('c', { kind: 'short' }), row('d')];
    await goThrough({ out, rows });
    expect((await goThrough({ out, rows, settled: ['a', 'd'] })).given).toEqual(['a', 'b']);
    expect((await goThrough({ out, rows, settled: ['a', 'd'], match: /Title/u })).given).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('has a memory for each set of filters, so that two commands in turn both get on', async () => {
    const out = temporaryFolder();
    await goThrough({ out, rows: five });
    await goThrough({ out, rows: five, match: /Title/u });
    expect((await goThrough({ out, rows: five, settled: all })).given).toEqual(['a', 'b']);
    expect((await goThrough({ out, rows: five, settled: all, match: /Title/u })).given).toEqual(['a', 'b']);
  });

  it('gives what its list says of a video, and a fault for one that cannot be read', async () => {
    const rows = [
      row('a', { durationSeconds: 61, publishedAt: '2026-11-01' }),
      row('b', { availability: 'upcoming' }),
    ];
    const { items } = await goThrough({ out: temporaryFolder(), rows });
    expect(items).toMatchObject([
      {
        videoId: 'a',
        isFile: false,
        listed: { title: 'Title of a', durationSeconds: 61, isDateExact: false },
      },
      { videoId: 'b', fault: { code: 'VIDEO_UPCOMING' } },
    ]);
  });

  it('is undefined for what no channel is', async () => {
    const { given } = await goThrough({ out: temporaryFolder(), rows: [] });
    expect(given).toEqual([]);
    expect(createChannel([]).list('x', {})).toBeUndefined();
  });
});
