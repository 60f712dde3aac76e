import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type ErrorCode, PipelineError } from '../../src/errors.ts';
import {
  type ListedVideo,
  type ListOptions,
  type ListTarget,
  listVideos,
} from '../../src/transcript/youtube/index.ts';
import { alertPage } from '../servers/youtube-lists.ts';
import { YouTubeServer } from '../servers/youtube-server.ts';

/**
 * Lists that YouTube really sent, recorded by other projects and not ours to publish. Run by name, with the folder at hand:
 * COPYDESK_RECORDED_YOUTUBE=FOLDER vitest run --config vitest.corpus.config.ts test/youtube/recorded-lists.corpus.test.ts
 */
const FOLDER = process.env.COPYDESK_RECORDED_YOUTUBE ?? '';
/** When the pages were recorded, about: their ages count from here. */
const NOW = new Date('2026-05-22T00:00:00Z');

const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

/** `window["ytInitialData"] = {...};` of a page for browsers. */
function fromPage(file: string): string {
  const page = read(file);
  const start = page.indexOf('{', page.indexOf('ytInitialData"] = '));
  let depth = 0;
  for (const match of page.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    depth += match[0] === '{' ? 1 : match[0] === '}' ? -1 : 0;
    if (depth === 0) return page.slice(start, start + match.index + 1);
  }
  throw new Error(`no data in ${file}`);
}

/** The token by which a recorded page asks for the next one of its list. */
function nextToken(page: string): string {
  const tokens = [...page.matchAll(/"continuationCommand":\s*\{\s*"token":\s*"([^"]+)"/g)].map(
    ([, token]) => token ?? '',
  );
  return tokens[0] ?? '';
}

interface Outcome {
  readonly videos: number;
  readonly first?: string;
  readonly notListed?: number;
}

interface Case {
  readonly name: string;
  readonly target: ListTarget;
  readonly options?: ListOptions;
  readonly script: (youtube: YouTubeServer) => void;
  readonly expected: ErrorCode | Outcome;
}

const CHANNEL = 'UCTwECeGqMZee77BjdoYtI2Q';
const GONE = 'UCTGjY2I-ZUGnwVoWAGRd7XQ';
const channel = (id: string): ListTarget => ({ kind: 'channel', id });
const playlist = (id: string): ListTarget => ({ kind: 'playlist', id });

const terminated = (file: string, status = 200): Case => ({
  name: `channel-terminated/${file}`,
  target: channel(GONE),
  script: (youtube) =>
    youtube.scriptPage(`browse ${GONE}`, { status, body: read(`channel-terminated/${file}`) }),
  expected: 'CHANNEL_UNAVAILABLE',
});

const recordedPlaylist = (name: string, id: string, expected: Outcome, options: ListOptions = {}): Case => ({
  name,
  target: playlist(id),
  options,
  script: (youtube) => {
    const page = read(`${name}/browse.json`);
    youtube.scriptPage(`browse VL${id}`, page);
    // What follows was not recorded.
    youtube.scriptPage(`continuation ${nextToken(page)}`, alertPage('not recorded'));
  },
  expected,
});

const CASES: readonly Case[] = [
  {
    name: 'channel-videos-tab',
    target: { kind: 'channel', handle: '@creativecommons', tab: 'videos' },
    script: (youtube) => {
      const page = read('channel-videos-tab/browse.json');
      const next = read('channel-videos-tab/browse.continuation.json');
      youtube.scriptPage(
        'resolve https://www.youtube.com/@creativecommons',
        read('channel-videos-tab/resolve_url.json'),
      );
      youtube.scriptPage(`browse ${CHANNEL}`, page);
      youtube.scriptPage(`continuation ${nextToken(page)}`, next);
      youtube.scriptPage(`continuation ${nextToken(next)}`, { body: '{"onResponseReceivedActions":[]}' });
    },
    expected: { videos: 60, first: 'BD-LB23rRBE' },
  },
  terminated('browse.2.json'),
  terminated('browse.3.json'),
  terminated('browse.4.json'),
  terminated('browse.5.json'),
  terminated('browse.8.json', 400),
  recordedPlaylist('playlist-browse', 'PL8dPuuaLjXtOAKed_MxxWBNaPno5h3Zs8', {
    videos: 49,
    first: 'pVkUCrgQCCc',
  }),
  recordedPlaylist('playlist-course', 'PLWxziGKTUvQFIsbbFcTZz7jOT4TMGnZBh', {
    videos: 14,
    first: 'VBI6TSo8Zog',
  }),
  {
    name: 'playlist-huge-paged',
    target: playlist('PLWwAypAcFRgKAIIFqBr9oy-ZYZnixa_Fj'),
    script: (youtube) => {
      const pages = [1, 2, 3].map((index) => read(`playlist-huge-paged/browse.${index}.json`));
      youtube.scriptPage('browse VLPLWwAypAcFRgKAIIFqBr9oy-ZYZnixa_Fj', pages[0] ?? '');
      youtube.scriptPage(`continuation ${nextToken(pages[0] ?? '')}`, pages[1] ?? '');
      youtube.scriptPage(`continuation ${nextToken(pages[1] ?? '')}`, pages[2] ?? '');
      youtube.scriptPage(`continuation ${nextToken(pages[2] ?? '')}`, {
        body: '{"onResponseReceivedActions":[]}',
      });
    },
    expected: { videos: 299, first: '8SbUC-UaAxE' },
  },
  recordedPlaylist('playlist-members-only', 'UUMOQuLXlFNAeDJMSmuzHU5axw', {
    videos: 100,
    first: 'BfTLbsKXmYM',
  }),
  ...['browse.json', 'browse2.json'].map(
    (file): Case => ({
      name: `playlist-not-available/${file}`,
      target: playlist('PLnot-available'),
      script: (youtube) =>
        youtube.scriptPage('browse VLPLnot-available', read(`playlist-not-available/${file}`)),
      expected: 'PLAYLIST_UNAVAILABLE',
    }),
  ),
  {
    name: 'playlist-page-html',
    target: playlist('PLS1QulWo1RIaJECMeUT4LFwJ-ghgoSH6n'),
    script: (youtube) => {
      const page = fromPage('playlist-page-html/playlist.html');
      youtube.scriptPage('browse VLPLS1QulWo1RIaJECMeUT4LFwJ-ghgoSH6n', page);
    },
    expected: { videos: 12, first: 'ujTCoH21GlA' },
  },
  {
    name: 'playlist-private',
    target: playlist('PLprivate'),
    script: (youtube) => youtube.scriptPage('browse VLPLprivate', fromPage('playlist-private/body.html')),
    expected: 'PLAYLIST_UNAVAILABLE',
  },
  {
    name: 'rss-channel-feed',
    target: { kind: 'feed', user: 'Kurzgesagt' },
    options: { include: { shorts: true } },
    script: (youtube) => youtube.scriptPage('feed user=Kurzgesagt', read('rss-channel-feed/videos.xml')),
    expected: { videos: 15, first: 'zg40FHOAqC0' },
  },
  {
    name: 'rss-channel-feed, without shorts',
    target: { kind: 'feed', user: 'Kurzgesagt' },
    script: (youtube) => youtube.scriptPage('feed user=Kurzgesagt', read('rss-channel-feed/videos.xml')),
    expected: { videos: 7 },
  },
  {
    name: 'rss-channel-feed-404',
    target: { kind: 'feed', channelId: GONE },
    script: (youtube) =>
      youtube.scriptPage(`feed channel_id=${GONE}`, {
        status: 404,
        body: read('rss-channel-feed-404/body.html'),
      }),
    expected: 'FEED_UNAVAILABLE',
  },
];

const table: string[] = [];

async function list(target: ListTarget, options: ListOptions): Promise<ListedVideo[] | PipelineError> {
  const videos: ListedVideo[] = [];
  try {
    for await (const video of listVideos(target, options)) videos.push(video);
    return videos;
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    // A list of which only the first page was recorded ends there.
    return error.message.includes('not recorded') ? videos : error;
  }
}

describe.skipIf(FOLDER === '' || !existsSync(FOLDER))('recorded lists', () => {
  afterAll(() => {
    table.push(
      `${'data-api-v3-playlist'.padEnd(36)} not asked: YouTube's interface with a key is no way of ours`,
    );
    process.stdout.write(`\n${table.join('\n')}\n`);
  });

  test.each(CASES)('$name', async ({ name, target, options = {}, script, expected }) => {
    await using youtube = await YouTubeServer.start();
    script(youtube);
    const outcome = await list(target, {
      origin: youtube.origin,
      sleep: async () => {},
      now: () => NOW.getTime(),
      ...options,
    });
    if (outcome instanceof PipelineError) {
      table.push(`${name.padEnd(36)} ${outcome.code.padEnd(22)} ${outcome.message}`);
      expect(outcome.code).toBe(expected);
      return;
    }
    const [first] = outcome;
    const dated = outcome.filter(({ publishedAt }) => publishedAt !== undefined).length;
    const timed = outcome.filter(({ durationSeconds }) => durationSeconds !== undefined).length;
    table.push(
      `${name.padEnd(36)} ${`${outcome.length} videos`.padEnd(22)} ${dated} dated, ${timed} timed, first ${JSON.stringify(first)}`,
    );
    expect(outcome).toHaveLength(typeof expected === 'string' ? -1 : expected.videos);
    if (typeof expected !== 'string' && expected.first !== undefined) expect(first?.id).toBe(expected.first);
  });
});
