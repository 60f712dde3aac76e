import { execFileSync } from 'node:child_process';
import { describe, expect, it, test } from 'vitest';
import { ConfigError, TranscriptError } from '../../src/errors.ts';
import {
  type ListedVideo,
  type ListOptions,
  type ListTarget,
  listVideos,
  resolveChannel,
} from '../../src/transcript/youtube/index.ts';
import { FakeYtDlp } from '../servers/fake-yt-dlp.ts';
import {
  alertPage,
  channelPage,
  continuationPage,
  feedXml,
  lockup,
  playlistPage,
  playlistRow,
  type RowSketch,
  resolvedTo,
  rowId,
  short,
  TAB_PARAMS,
} from '../servers/youtube-lists.ts';
import {
  captchaPage,
  consentPage,
  serverError,
  tooManyRequests,
  YouTubeServer,
} from '../servers/youtube-server.ts';

const CHANNEL = 'UCabcdefghijklmnopqrstuv';
const UPLOADS = CHANNEL.slice(2);
const channel: ListTarget = { kind: 'channel', id: CHANNEL };
const playlist: ListTarget = { kind: 'playlist', id: 'PLlighthouse' };
const NOW = new Date('2026-11-23T12:00:00Z');

type Rows = readonly Record<string, unknown>[];
type Tab = 'videos' | 'shorts' | 'streams';

/** A channel with the pages of its tabs: each tab a list of pages. */
function scriptChannel(youtube: YouTubeServer, pages: Partial<Record<Tab, readonly Rows[]>>): void {
  const tabs = ['featured', ...(Object.keys(pages) as Tab[])] as const;
  youtube.scriptPage(`browse ${CHANNEL}`, channelPage({ id: CHANNEL, tabs, selected: 'featured' }));
  for (const tab of Object.keys(pages) as Tab[]) {
    const list = pages[tab] ?? [];
    const next = (index: number) => (index + 1 < list.length ? `${tab}-${index + 1}` : undefined);
    list.forEach((rows, index) => {
      if (index === 0) {
        const page = channelPage({ id: CHANNEL, tabs, selected: tab, rows, next: next(0) });
        youtube.scriptPage(`browse ${CHANNEL} ${TAB_PARAMS[tab]}`, page);
      } else youtube.scriptPage(`continuation ${tab}-${index}`, continuationPage(rows, next(index)));
    });
  }
}

/** Rows of a tab, thirty a page as YouTube sends them. */
function pagesOf(
  prefix: string,
  count: number,
  sketch: (index: number) => Partial<RowSketch> = () => ({}),
): Rows[] {
  const pages: Record<string, unknown>[][] = [];
  for (let index = 0; index < count; index++) {
    if (index % 30 === 0) pages.push([]);
    pages.at(-1)?.push(lockup({ id: rowId(prefix, index), ...sketch(index) }));
  }
  return pages;
}

async function list(
  youtube: YouTubeServer,
  target: ListTarget,
  options: ListOptions = {},
): Promise<ListedVideo[]> {
  const found: ListedVideo[] = [];
  const settings = { origin: youtube.origin, sleep: async () => {}, now: () => NOW.getTime(), ...options };
  for await (const video of listVideos(target, settings)) found.push(video);
  return found;
}

const ids = (videos: readonly ListedVideo[]): string[] => videos.map(({ id }) => id);

async function failure(promise: Promise<unknown>): Promise<TranscriptError> {
  const error = await promise.catch((caught: unknown) => caught);
  if (error instanceof TranscriptError) return error;
  throw new Error(`no TranscriptError but ${JSON.stringify(error)}`, { cause: error });
}

describe('a channel', () => {
  it('is read page by page, each page only when its first video is wanted', async () => {
    await using youtube = await YouTubeServer.start();
    scriptChannel(youtube, { videos: pagesOf('v', 500) });
    const found: string[] = [];
    const requests: number[] = [];
    const options = { origin: youtube.origin, sleep: async () => {}, now: () => NOW.getTime() };
    for await (const { id } of listVideos(channel, options)) {
      found.push(id);
      requests.push(youtube.requests.length);
    }
    expect(found).toHaveLength(500);
    expect(new Set(found).size).toBe(500);
    // The channel, its tab, and 16 more pages; while the n-th page is read, none behind it was asked for.
    expect(requests).toEqual(found.map((_, index) => 2 + Math.floor(index / 30)));
  });

  it('asks for nothing more once the reader stops', async () => {
    await using youtube = await YouTubeServer.start();
    scriptChannel(youtube, { videos: pagesOf('v', 500) });
    for await (const { id } of listVideos(channel, { origin: youtube.origin }))
      if (id === rowId('v', 29)) break;
    expect(youtube.requests).toHaveLength(2);
  });

  it('is left at known videos the second time, with few requests', async () => {
    await using youtube = await YouTubeServer.start();
    scriptChannel(youtube, { videos: pagesOf('v', 500) });
    const known = new Set(ids(await list(youtube, channel)).slice(3));
    const before = youtube.requests.length;
    const found = await list(youtube, channel, { isKnown: (id) => known.has(id) });
    expect(ids(found)).toEqual([0, 1, 2].map((index) => rowId('v', index)));
    expect(youtube.requests.length - before).toBe(2);
  });

  it('is read on past a few known videos, for pinned ones and premieres stand out of order', async () => {
    await using youtube = await YouTubeServer.start();
    scriptChannel(youtube, { videos: pagesOf('v', 60) });
    const isKnown = (id: string) => Number(id.slice(1)) < 9 || Number(id.slice(1)) > 12;
    expect(ids(await list(youtube, channel, { isKnown }))).toEqual([9, 10, 11, 12].map((n) => rowId('v', n)));
  });

  it('is left at known videos also when unwanted ones stand between them', async () => {
    await using youtube = await YouTubeServer.start();
    const badge = { text: 'Members only', style: 'BADGE_MEMBERS_ONLY' };
    scriptChannel(youtube, { videos: pagesOf('v', 90, (index) => (index % 3 === 0 ? { badge } : {})) });
    expect(await list(youtube, channel, { isKnown: () => true })).toEqual([]);
    expect(youtube.requests).toHaveLength(2);
  });

  it('is joined from its tabs with the newest first, as far as dates are known', async () => {
    await using youtube = await YouTubeServer.start();
    scriptChannel(youtube, {
      videos: [[1, 3, 5].map((days) => lockup({ id: rowId('v', days), age: `${days} days ago` }))],
      streams: [[2, 4].map((days) => lockup({ id: rowId('l', days), age: `Streamed ${days} days ago` }))],
    });
    const found = await list(youtube, channel);
    expect(ids(found)).toEqual(['v0000000001', 'l0000000002', 'v0000000003', 'l0000000004', 'v0000000005']);
    expect(found[1]).toEqual({
      id: 'l0000000002',
      title: 'Title l0000000002',
      kind: 'live',
      durationSeconds: 600,
      publishedAt: '2026-11-21',
      dateIsExact: false,
    });
  });

  it('has what is planned and running first, in each of its tabs', async () => {
    await using youtube = await YouTubeServer.start();
    const planned = { age: 'Scheduled for 11/30/26, 8:00 PM', duration: null };
    scriptChannel(youtube, {
      videos: [[lockup({ id: rowId('v', 0), ...planned }), lockup({ id: rowId('v', 1), age: '1 day ago' })]],
      streams: [
        [lockup({ id: rowId('l', 0), ...planned }), lockup({ id: rowId('l', 2), age: '2 days ago' })],
      ],
    });
    const found = await list(youtube, channel, { include: { unready: true } });
    expect(ids(found)).toEqual([rowId('v', 0), rowId('l', 0), rowId('v', 1), rowId('l', 2)]);
  });

  it('lists shorts only when asked, and then all of the rest too', async () => {
    await using youtube = await YouTubeServer.start();
    scriptChannel(youtube, { videos: pagesOf('v', 2), shorts: [[short({ id: rowId('s', 1) })]] });
    expect(ids(await list(youtube, channel))).toEqual([rowId('v', 0), rowId('v', 1)]);
    const all = await list(youtube, channel, { include: { shorts: true } });
    // They carry no dates, and must not stand before all that is new.
    expect(all.map(({ kind }) => kind)).toEqual(['video', 'video', 'short']);
  });

  it('lists the one tab that a link names', async () => {
    await using youtube = await YouTubeServer.start();
    scriptChannel(youtube, { videos: pagesOf('v', 2), shorts: [[short({ id: rowId('s', 1) })]] });
    expect(ids(await list(youtube, { ...channel, tab: 'shorts' }))).toEqual([rowId('s', 1)]);
    expect(youtube.requests).toHaveLength(2);
  });

  it('leaves out what is planned, running or for members, unless asked', async () => {
    await using youtube = await YouTubeServer.start();
    const rows = [
      lockup({ id: 'upcoming001', age: 'Scheduled for 11/30/26, 8:00 PM', duration: null, mark: 'UPCOMING' }),
      lockup({ id: 'premiere001', age: 'Premieres 11/30/26, 8:00 PM', duration: null }),
      lockup({ id: 'running0001', age: '312 watching', duration: null, mark: 'LIVE' }),
      lockup({ id: 'members0001', badge: { text: 'Members only', style: 'BADGE_MEMBERS_ONLY' } }),
      lockup({ id: 'locked00001', isLocked: true }),
      lockup({ id: 'LIVEmusic01', title: 'LIVE for members: UPCOMING lock' }),
    ];
    scriptChannel(youtube, { videos: [rows] });
    expect(ids(await list(youtube, channel))).toEqual(['LIVEmusic01']);
    const all = await list(youtube, channel, { membersOnly: true, include: { unready: true } });
    expect(Object.fromEntries(all.map(({ id, availability }) => [id, availability]))).toEqual({
      upcoming001: 'upcoming',
      premiere001: 'upcoming',
      running0001: 'live',
      members0001: 'members',
      locked00001: 'members',
      LIVEmusic01: undefined,
    });
  });

  test.each([
    // Ages are cut to whole units, so one unit is kept as a margin: "2 months ago" may be less than three or just two.
    [
      '2026-09-20',
      { '10 days ago': true, '2 months ago': true, '3 months ago': true, '4 months ago': false },
    ],
    ['2026-11-10', { '13 days ago': true, '14 days ago': true, '16 days ago': false, '1 month ago': true }],
    [
      '2026-11-10',
      {
        'Streamed 2 weeks ago': true,
        'Premiered 3 weeks ago': false,
        '1 year ago': true,
        '2 years ago': false,
      },
    ],
    ['2026-11-10', { 'Premiered Nov 9, 2026': true, 'Streamed live on Nov 2, 2026': false, 'No date': true }],
  ])('since %s keeps what may be new enough: %j', async (since, ages) => {
    await using youtube = await YouTubeServer.start();
    scriptChannel(youtube, {
      videos: [Object.keys(ages).map((age, n) => lockup({ id: rowId('v', n), age }))],
    });
    const kept = Object.values(ages).flatMap((isKept, n) => (isKept ? [rowId('v', n)] : []));
    expect(ids(await list(youtube, channel, { since })).sort()).toEqual(kept);
  });

  it('refuses a date that is none', async () => {
    await using youtube = await YouTubeServer.start();
    await expect(list(youtube, channel, { since: 'last week' })).rejects.toThrow(ConfigError);
  });

  it('is left after ten videos in a row that are too old, and not for one pinned old one', async () => {
    await using youtube = await YouTubeServer.start();
    const age = (index: number) => ({ age: index === 0 ? '5 years ago' : `${index} days ago` });
    scriptChannel(youtube, { videos: pagesOf('v', 300, age) });
    const found = await list(youtube, channel, { since: '2026-11-13' });
    // Ten days back, and one day of margin.
    expect(ids(found)).toEqual(Array.from({ length: 11 }, (_, index) => rowId('v', index + 1)));
    expect(youtube.requests).toHaveLength(2);
  });

  it('for adults has no tabs, so the lists that YouTube keeps of its uploads are read', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage(
      `browse ${CHANNEL}`,
      channelPage({ id: CHANNEL, tabs: ['featured'], selected: 'featured' }),
    );
    youtube.scriptPage(`browse VLUULF${UPLOADS}`, playlistPage([playlistRow({ id: rowId('v', 1) })]));
    youtube.scriptPage(`browse VLUULV${UPLOADS}`, alertPage('The playlist does not exist.'));
    expect(await list(youtube, channel)).toMatchObject([{ id: rowId('v', 1), kind: 'video' }]);
  });

  it('with an empty tab is looked up in the lists of its uploads too', async () => {
    await using youtube = await YouTubeServer.start();
    scriptChannel(youtube, { videos: [[]] });
    youtube.scriptPage(`browse VLUULF${UPLOADS}`, playlistPage([playlistRow({ id: rowId('v', 1) })]));
    expect(ids(await list(youtube, channel))).toEqual([rowId('v', 1)]);
  });

  it('with nothing anywhere is an error with the words of YouTube', async () => {
    await using youtube = await YouTubeServer.start();
    const rows = [{ messageRenderer: { text: { simpleText: "This channel doesn't have any content" } } }];
    const page = channelPage({ id: CHANNEL, tabs: ['featured'], selected: 'featured', rows });
    youtube.scriptPage(`browse ${CHANNEL}`, page);
    for (const list of ['UULF', 'UULV'])
      youtube.scriptPage(`browse VL${list}${UPLOADS}`, alertPage('The playlist does not exist.'));
    const error = await failure(list(youtube, channel));
    expect(error.code).toBe('CHANNEL_UNAVAILABLE');
    expect(error.message).toContain("This channel doesn't have any content");
  });

  it('ends when a page is followed by itself', async () => {
    await using youtube = await YouTubeServer.start();
    const [rows = []] = pagesOf('v', 30);
    scriptChannel(youtube, { videos: [rows, rows] });
    youtube.scriptPage('continuation videos-1', continuationPage(rows, 'videos-1'));
    expect(await list(youtube, channel)).toHaveLength(30);
    expect(youtube.requests).toHaveLength(3);
  });

  it('has titles of one line without anything hidden', async () => {
    await using youtube = await YouTubeServer.start();
    const title = 'Now\u001B[31m red\u202E\nand\u200B more';
    scriptChannel(youtube, { videos: [[lockup({ id: rowId('v', 1), title })]] });
    expect((await list(youtube, channel))[0]?.title).toBe('Now red and more');
  });

  it('says how many rows could not be read, and ignores ids that are none', async () => {
    await using youtube = await YouTubeServer.start();
    const notes: string[] = [];
    const rows = [
      lockup({ id: '../../etc/x' }),
      { lockupViewModel: { contentId: 7 } },
      lockup({ id: rowId('v', 1) }),
    ];
    scriptChannel(youtube, { videos: [rows] });
    expect(ids(await list(youtube, channel, { onNote: (note) => notes.push(note) }))).toEqual([
      rowId('v', 1),
    ]);
    expect(notes).toEqual(['2 rows of a page have an unknown form and are missing from the list.']);
  });

  test.each([
    "This account has been terminated for a violation of YouTube's Terms of Service.",
    'This channel does not exist.',
  ])(
    'that is closed is an error with the words of YouTube, and no other way is tried: %s',
    async (sentence) => {
      await using youtube = await YouTubeServer.start();
      using program = new FakeYtDlp({});
      youtube.scriptPage(`browse ${CHANNEL}`, alertPage(sentence));
      const error = await failure(
        list(youtube, channel, { ytDlp: { program: program.path, env: process.env } }),
      );
      expect([error.code, error.exitCode, error.isRetryable]).toEqual(['CHANNEL_UNAVAILABLE', 1, false]);
      expect(error.message).toContain(sentence);
      expect([youtube.requests.length, program.calls.length]).toEqual([1, 0]);
    },
  );

  test.each([
    [404, '{}'],
    [400, '{"error":{"code":400,"status":"INVALID_ARGUMENT"}}'],
  ])('that YouTube does not know (%i) is unavailable', async (status, body) => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage(`browse ${CHANNEL}`, { status, body });
    expect((await failure(list(youtube, channel))).code).toBe('CHANNEL_UNAVAILABLE');
  });
});

describe('a handle', () => {
  const target: ListTarget = { kind: 'channel', handle: '@K\u00FCste' };
  const key = 'resolve https://www.youtube.com/@K%C3%BCste';

  it('is resolved once, and the channel read by its id', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage(key, [resolvedTo(CHANNEL)]);
    scriptChannel(youtube, { videos: pagesOf('v', 61) });
    expect(await list(youtube, target)).toHaveLength(61);
    expect(youtube.asked.filter((path) => path.includes('resolve'))).toHaveLength(1);
  });

  it('asks nothing when the id is known', async () => {
    await using youtube = await YouTubeServer.start();
    expect(await resolveChannel({ kind: 'channel', id: CHANNEL }, { origin: youtube.origin })).toEqual({
      id: CHANNEL,
    });
    expect(youtube.asked).toEqual([]);
  });

  it('that nobody has is an error', async () => {
    await using youtube = await YouTubeServer.start();
    const body = '{"error":{"code":404,"message":"Requested entity was not found."}}';
    youtube.scriptPage(key, { status: 404, body });
    const error = await failure(resolveChannel(target, { origin: youtube.origin }));
    expect([error.code, error.message]).toEqual([
      'CHANNEL_UNAVAILABLE',
      'Channel @K\u00FCste: YouTube says "Requested entity was not found.".',
    ]);
  });

  it('is followed from an old name to the one of today, and never off YouTube', async () => {
    await using youtube = await YouTubeServer.start();
    const old: ListTarget = { kind: 'channel', handle: 'c/coast' };
    const leadTo = (url: string) =>
      JSON.stringify({
        endpoint: { commandMetadata: { webCommandMetadata: { url } }, urlEndpoint: { url } },
      });
    const oldKey = 'resolve https://www.youtube.com/c/coast';
    youtube.scriptPage(oldKey, leadTo('https://www.youtube.com/@coast'));
    youtube.scriptPage('resolve https://www.youtube.com/@coast', resolvedTo(CHANNEL));
    expect(await resolveChannel(old, { origin: youtube.origin })).toEqual({ id: CHANNEL });
    youtube.scriptPage(oldKey, leadTo('/@coast'));
    expect(await resolveChannel(old, { origin: youtube.origin })).toEqual({ id: CHANNEL });
    youtube.scriptPage(oldKey, leadTo('//evil.example/@coast'));
    expect((await failure(resolveChannel(old, { origin: youtube.origin }))).code).toBe('CHANNEL_UNAVAILABLE');
    youtube.scriptPage(oldKey, leadTo('https://evil.example/@coast'));
    expect((await failure(resolveChannel(old, { origin: youtube.origin }))).code).toBe('CHANNEL_UNAVAILABLE');
    youtube.scriptPage(oldKey, leadTo('https://www.youtube.com/c/coast'));
    expect((await failure(resolveChannel(old, { origin: youtube.origin }))).code).toBe('CHANNEL_UNAVAILABLE');
  });

  it('is resolved by yt-dlp where YouTube refuses, and `null` is no answer', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage(key, { status: 403 });
    using program = new FakeYtDlp([
      { stdout: `${JSON.stringify({ channel_id: CHANNEL, channel: 'Coast' })}\n` },
      { stdout: 'null\n', exitCode: 0 },
    ]);
    const options = { origin: youtube.origin, ytDlp: { program: program.path, env: process.env } };
    expect(await resolveChannel(target, options)).toEqual({ id: CHANNEL, name: 'Coast' });
    expect(program.calls[0]?.argv.slice(-2)).toEqual(['--', 'https://www.youtube.com/@K%C3%BCste']);
    const error = await failure(resolveChannel(target, options));
    expect(error.message).toContain('youtubei.js: YOUTUBE_BOT_CHECK');
    expect(error.message).toContain('yt-dlp: YOUTUBE_RESPONSE_UNKNOWN (yt-dlp found no channel id)');
  });

  it('of the oldest kind is resolved by its feed, which names the channel without UC', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage('resolve https://www.youtube.com/user/coast', { status: 403 });
    youtube.scriptPage('feed user=coast', feedXml(CHANNEL, []));
    const user: ListTarget = { kind: 'channel', handle: 'user/coast' };
    expect(await resolveChannel(user, { origin: youtube.origin, sleep: async () => {} })).toEqual({
      id: CHANNEL,
      name: 'Coast Channel',
    });
  });
});

describe('a playlist', () => {
  it('is read to its end whatever is known or old, for it has no order of dates', async () => {
    await using youtube = await YouTubeServer.start();
    const row = (index: number) =>
      playlistRow({ id: rowId('p', index), age: index < 40 ? '9 years ago' : '1 day ago' });
    youtube.scriptPage(
      'browse VLPLlighthouse',
      playlistPage(
        Array.from({ length: 30 }, (_, n) => row(n)),
        'two',
      ),
    );
    youtube.scriptPage(
      'continuation two',
      continuationPage(Array.from({ length: 12 }, (_, n) => row(n + 30))),
    );
    const found = await list(youtube, playlist, {
      since: '2026-11-01',
      isKnown: (id) => id === rowId('p', 41),
    });
    expect(ids(found)).toEqual([rowId('p', 40)]);
  });

  it('of uploads is left at known videos', async () => {
    await using youtube = await YouTubeServer.start();
    const rows = Array.from({ length: 100 }, (_, index) => playlistRow({ id: rowId('p', index) }));
    youtube.scriptPage(`browse VLUU${UPLOADS}`, playlistPage(rows, 'never'));
    const found = await list(
      youtube,
      { kind: 'playlist', id: `UU${UPLOADS}` },
      { isKnown: (id) => id > rowId('p', 1) },
    );
    expect(ids(found)).toEqual([rowId('p', 0), rowId('p', 1)]);
    expect(youtube.requests).toHaveLength(1);
  });

  it('of shorts lists shorts unasked', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage(`browse VLUUSH${UPLOADS}`, playlistPage([playlistRow({ id: rowId('s', 1) })]));
    expect(await list(youtube, { kind: 'playlist', id: `UUSH${UPLOADS}` })).toMatchObject([
      { kind: 'short' },
    ]);
  });

  it('keeps rows that youtubei.js loses, each once, and leaves out what nobody can watch', async () => {
    await using youtube = await YouTubeServer.start();
    const rows = [
      playlistRow({ id: rowId('p', 1), bare: true }),
      playlistRow({ id: rowId('p', 1) }),
      playlistRow({ id: rowId('p', 2), title: '[Private video]', isPlayable: false, duration: null }),
      playlistRow({
        id: rowId('p', 3),
        badge: { text: 'Members only', style: 'BADGE_STYLE_TYPE_MEMBERS_ONLY' },
      }),
    ];
    youtube.scriptPage('browse VLPLlighthouse', playlistPage(rows));
    expect(ids(await list(youtube, playlist))).toEqual([rowId('p', 1)]);
    const all = await list(youtube, playlist, { membersOnly: true, include: { unready: true } });
    expect(all.map(({ availability }) => availability)).toEqual([undefined, 'unavailable', 'members']);
  });

  test.each(['This playlist is private.', 'The playlist does not exist.'])('%s', async (sentence) => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage('browse VLPLlighthouse', alertPage(sentence));
    const error = await failure(list(youtube, playlist));
    expect([error.code, error.exitCode]).toEqual(['PLAYLIST_UNAVAILABLE', 1]);
    expect(error.message).toBe(`Playlist PLlighthouse: YouTube says "${sentence}".`);
  });
});

describe('yt-dlp', () => {
  const line = (fields: Record<string, unknown>) => `${JSON.stringify(fields)}\n`;
  const blocked = { status: 403 };

  it('lists where youtubei.js fails, as rows come, and is killed when the reader stops', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage('browse VLPLlighthouse', serverError);
    const stdout = line({ id: '-ow{nnnnnnnn}', title: 'x'.repeat(4_000) });
    using program = new FakeYtDlp({ stdout, times: 9_999, stall: true });
    const options = {
      origin: youtube.origin,
      sleep: async () => {},
      ytDlp: { program: program.path, env: process.env },
    };
    const found: string[] = [];
    for await (const { id } of listVideos(playlist, options)) {
      found.push(id);
      if (found.length === 3) break;
    }
    expect(found).toEqual(['-ow00000001', '-ow00000002', '-ow00000003']);
    // Only what fits into the pipes was ever printed.
    expect(program.written).toBeLessThan(1_000);
    await expect.poll(() => program.isRunning(0)).toBe(false);
  });

  it('is given no configuration of the user, and the address after a double dash', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage(`browse ${CHANNEL}`, blocked);
    using program = new FakeYtDlp([
      {
        stdout:
          line({ id: 'video000001', title: 'A', duration: 61.4, timestamp: 1_795_000_000 }) +
          line({ id: 'members0001', title: 'B', availability: 'subscriber_only' }) +
          line({ id: 'upcoming001', title: 'C', live_status: 'is_upcoming' }) +
          line({ id: 'private0001', title: '[Private video]' }) +
          'not JSON\n',
      },
      { stderr: `ERROR: [youtube:tab] ${CHANNEL}: This channel does not have a streams tab\n`, exitCode: 1 },
    ]);
    const found = await list(youtube, channel, { ytDlp: { program: program.path, env: process.env } });
    expect(found).toEqual([
      {
        id: 'video000001',
        title: 'A',
        kind: 'video',
        durationSeconds: 61,
        publishedAt: '2026-11-18',
        dateIsExact: false,
      },
    ]);
    expect(program.calls.map(({ argv }) => argv.slice(-3))).toEqual([
      ['-j', '--', `https://www.youtube.com/channel/${CHANNEL}/videos`],
      ['-j', '--', `https://www.youtube.com/channel/${CHANNEL}/streams`],
    ]);
    expect(program.calls[0]?.argv).toEqual(
      expect.arrayContaining(['--ignore-config', '--flat-playlist', '--lazy-playlist']),
    );
  });

  it('is left at known videos in each tab, one run at a time', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage(`browse ${CHANNEL}`, blocked);
    using program = new FakeYtDlp([
      { stdout: line({ id: 'v{nnnnnnnnnn}' }), times: 5_000, stall: true },
      { stdout: line({ id: 'l{nnnnnnnnnn}' }), times: 5_000, stall: true },
    ]);
    const isKnown = (id: string) => id > `${id[0]}0000000002`;
    const runs: [string, number][] = [];
    const options = {
      origin: youtube.origin,
      sleep: async () => {},
      ytDlp: { program: program.path, env: process.env },
      isKnown,
    };
    for await (const { id } of listVideos(channel, options)) runs.push([id, program.calls.length]);
    expect(runs).toEqual([
      ['v0000000001', 1],
      ['v0000000002', 1],
      ['l0000000001', 2],
      ['l0000000002', 2],
    ]);
    await expect.poll(() => [program.isRunning(0), program.isRunning(1)]).toEqual([false, false]);
  });

  test.each([
    [
      { stderr: 'WARNING: slow\nERROR: [youtube] Sign in to confirm you\u2019re not a bot\n', exitCode: 1 },
      'YOUTUBE_BOT_CHECK',
    ],
    [
      { stderr: 'ERROR: Unable to download API page: HTTP Error 429: Too Many Requests\n', exitCode: 1 },
      'YOUTUBE_RATE_LIMITED',
    ],
    [
      { stderr: 'ERROR: Unable to download API page: Failed to resolve www.youtube.com\n', exitCode: 1 },
      'NETWORK_UNREACHABLE',
    ],
    [{ stderr: 'Traceback\nAssertionError: x\n', exitCode: 1 }, 'YOUTUBE_RESPONSE_UNKNOWN'],
    [{ stdout: 'null\n' }, 'YOUTUBE_RESPONSE_UNKNOWN'],
    [{ stdout: '' }, 'YOUTUBE_RESPONSE_UNKNOWN'],
    [{ stdout: 'x'.repeat(1_048_576), times: 6 }, 'YOUTUBE_RESPONSE_UNKNOWN'],
  ])('outcome %#: a failure has a name of ours, and the feed follows', async (play, code) => {
    await using youtube = await YouTubeServer.start();
    using program = new FakeYtDlp(play);
    youtube.scriptPage('browse VLPLlighthouse', blocked);
    youtube.scriptPage('feed playlist_id=PLlighthouse', { status: 404 });
    const error = await failure(
      list(youtube, playlist, { ytDlp: { program: program.path, env: process.env } }),
    );
    expect(error.message).toContain(`; yt-dlp: ${code} (`);
    expect(error.message).toContain('; feed: FEED_UNAVAILABLE (');
    expect(error.code).toBe('YOUTUBE_BOT_CHECK');
  });

  it('quotes the last line of its errors', async () => {
    await using youtube = await YouTubeServer.start();
    using program = new FakeYtDlp({ stderr: 'first\nAssertionError: x\n', exitCode: 1 });
    youtube.scriptPage('browse VLPLlighthouse', blocked);
    youtube.scriptPage('feed playlist_id=PLlighthouse', { status: 404 });
    const { message } = await failure(
      list(youtube, playlist, { ytDlp: { program: program.path, env: process.env } }),
    );
    expect(message).toContain('yt-dlp says "AssertionError: x"');
  });

  it('that says a list is private ends it', async () => {
    await using youtube = await YouTubeServer.start();
    using program = new FakeYtDlp({
      stderr: 'ERROR: [youtube:tab] PLx: This playlist is private.\n',
      exitCode: 1,
    });
    youtube.scriptPage('browse VLPLlighthouse', blocked);
    const error = await failure(
      list(youtube, playlist, { ytDlp: { program: program.path, env: process.env } }),
    );
    expect([error.code, youtube.requests.length]).toEqual(['PLAYLIST_UNAVAILABLE', 1]);
  });

  it('that cannot be started is one failed way among others', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage('browse VLPLlighthouse', blocked);
    youtube.scriptPage('feed playlist_id=PLlighthouse', feedXml(CHANNEL, [{ id: rowId('f', 1) }]));
    const found = await list(youtube, playlist, { ytDlp: { program: '/nowhere/yt-dlp', env: {} } });
    expect(ids(found)).toEqual([rowId('f', 1)]);
  });

  it('is killed on abort, and the reason of the signal passes through', async () => {
    await using youtube = await YouTubeServer.start();
    using program = new FakeYtDlp({ stall: true });
    youtube.scriptPage('browse VLPLlighthouse', blocked);
    const stop = new AbortController();
    const reason = new Error('enough');
    const listing = list(youtube, playlist, {
      ytDlp: { program: program.path, env: process.env },
      signal: stop.signal,
    });
    await expect.poll(() => program.calls.length).toBe(1);
    stop.abort(reason);
    await expect(listing).rejects.toBe(reason);
    await expect.poll(() => program.isRunning(0)).toBe(false);
  });

  it('takes over in the middle of a list without naming a video twice', async () => {
    await using youtube = await YouTubeServer.start();
    const rows = [1, 2].map((index) => playlistRow({ id: rowId('p', index) }));
    youtube.scriptPage('browse VLPLlighthouse', playlistPage(rows, 'broken'));
    youtube.scriptPage('continuation broken', 'no JSON');
    using program = new FakeYtDlp({ stdout: [1, 2, 3].map((n) => line({ id: rowId('p', n) })).join('') });
    expect(
      ids(await list(youtube, playlist, { ytDlp: { program: program.path, env: process.env } })),
    ).toEqual([1, 2, 3].map((n) => rowId('p', n)));
  });
});

describe('the feed', () => {
  it('is the last way to a channel, says that it is not all, and gives exact dates', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage(`browse ${CHANNEL}`, { status: 403 });
    youtube.scriptPage(
      `feed channel_id=${CHANNEL}`,
      feedXml(CHANNEL, [
        { id: rowId('f', 1), title: 'Fish &amp; <![CDATA[chips]]>', published: '2026-11-20T23:00:00-08:00' },
        { id: rowId('s', 1), isShort: true },
        { id: rowId('f', 2), published: '2026-10-01T00:00:00+00:00' },
      ]),
    );
    const notes: string[] = [];
    const options = { since: '2026-11-01', onNote: (note: string) => notes.push(note) };
    expect(await list(youtube, channel, options)).toEqual([
      {
        id: rowId('f', 1),
        title: 'Fish & chips',
        kind: 'video',
        publishedAt: '2026-11-21T07:00:00Z',
        dateIsExact: true,
      },
    ]);
    expect(notes).toEqual([
      `Feed of channel ${CHANNEL} was all that could be read, and it names only the newest 3 videos.`,
    ]);
  });

  it('does not complete what another way began, for a part would look like the whole', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage('browse VLPLlighthouse', playlistPage([playlistRow({ id: rowId('p', 1) })], 'broken'));
    youtube.scriptPage('continuation broken', serverError);
    const error = await failure(list(youtube, playlist));
    expect([error.code, error.exitCode]).toEqual(['NETWORK_UNREACHABLE', 4]);
    expect(error.message).toContain('feed: not used, it could not complete the list');
  });

  it('that answers 404 says nothing about the channel', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage(`feed channel_id=${CHANNEL}`, {
      status: 404,
      body: '<!DOCTYPE html><html>gone</html>',
    });
    const error = await failure(list(youtube, { kind: 'feed', channelId: CHANNEL }));
    expect([error.code, error.exitCode, error.isRetryable]).toEqual(['FEED_UNAVAILABLE', 4, true]);
    expect(youtube.requests).toHaveLength(1);
  });

  it('does not expand entities of its own', async () => {
    await using youtube = await YouTubeServer.start();
    const bomb =
      '<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hosts">]>';
    youtube.scriptPage(
      `feed channel_id=${CHANNEL}`,
      feedXml(CHANNEL, [{ id: rowId('f', 1), title: '&b;&x;' }], bomb),
    );
    const error = await failure(list(youtube, { kind: 'feed', channelId: CHANNEL }));
    expect(error.code).toBe('YOUTUBE_RESPONSE_UNKNOWN');
  });

  test.each([
    ['<rss></rss>', 'YOUTUBE_RESPONSE_UNKNOWN'],
    ['<feed><entry>', 'YOUTUBE_RESPONSE_UNKNOWN'],
    [consentPage, 'YOUTUBE_CONSENT_REQUIRED'],
    [{ body: ' '.repeat(5 * 1_048_576) }, 'YOUTUBE_RESPONSE_UNKNOWN'],
  ])('%#: with another content is an error', async (answer, code) => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage(`feed channel_id=${CHANNEL}`, answer);
    expect((await failure(list(youtube, { kind: 'feed', channelId: CHANNEL }))).code).toBe(code);
  });
});

describe('a refusal', () => {
  test.each([
    ['429', tooManyRequests(30), 'YOUTUBE_RATE_LIMITED'],
    ['a captcha', captchaPage, 'YOUTUBE_RATE_LIMITED'],
  ])('by %s keeps yt-dlp from asking too', async (_, answer, code) => {
    await using youtube = await YouTubeServer.start();
    using program = new FakeYtDlp({});
    youtube.scriptPage('browse VLPLlighthouse', answer);
    youtube.scriptPage('feed playlist_id=PLlighthouse', tooManyRequests());
    const error = await failure(
      list(youtube, playlist, { ytDlp: { program: program.path, env: process.env } }),
    );
    expect([error.code, error.exitCode, program.calls.length]).toEqual([code, 4, 0]);
    expect(error.message).toContain('yt-dlp: not tried while YouTube limits requests');
  });

  it('names every way that was tried, and the first one gives the code', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage('browse VLPLlighthouse', consentPage);
    youtube.scriptPage('feed playlist_id=PLlighthouse', serverError);
    const error = await failure(list(youtube, playlist));
    expect(error.code).toBe('YOUTUBE_CONSENT_REQUIRED');
    expect(error.message).toMatch(
      /^Playlist PLlighthouse could not be listed\. youtubei\.js: YOUTUBE_CONSENT_REQUIRED \(YouTube answered with its consent page\); yt-dlp: not installed; feed: NETWORK_UNREACHABLE \(/,
    );
  });

  it('of a page without end is not read to its end', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage('browse VLPLlighthouse', { body: ' '.repeat(17 * 1_048_576) });
    youtube.scriptPage('feed playlist_id=PLlighthouse', { status: 404 });
    const error = await failure(list(youtube, playlist));
    expect(error.message).toContain(
      'youtubei.js: YOUTUBE_RESPONSE_UNKNOWN (the answer is longer than 16 MiB',
    );
  });

  it('of a page nested without end is an error like others', async () => {
    await using youtube = await YouTubeServer.start();
    const nested = `{"contents":${'[{"a":'.repeat(20_000)}1${'}]'.repeat(20_000)}}`;
    youtube.scriptPage('browse VLPLlighthouse', nested);
    youtube.scriptPage('feed playlist_id=PLlighthouse', { status: 404 });
    const error = await failure(list(youtube, playlist));
    expect(error.message).toContain('youtubei.js: YOUTUBE_RESPONSE_UNKNOWN (');
    expect(error.message).toContain('feed: FEED_UNAVAILABLE (');
  });
});

describe('youtubei.js, which takes over a second to load', () => {
  /** What a process of its own loads of it, and how its listing ends. `missing` hides the library from it. */
  const run = (code: string, missing: boolean) => {
    const room = JSON.stringify(new URL('../../src/transcript/index.ts', import.meta.url).href);
    const script = `
      import { registerHooks } from 'node:module';
      let loads = 0;
      registerHooks({
        resolve(name, context, next) {
          if (name === 'youtubei.js') loads++;
          if (name === 'youtubei.js' && ${missing})
            throw Object.assign(new Error('missing'), { code: 'ERR_MODULE_NOT_FOUND' });
          return next(name, context);
        },
      });
      const { listVideos, parseListLink, parseVideoLink } = await import(${room});
      const options = { origin: 'http://127.0.0.1:9', sleep: async () => {} };
      let message = '';
      try { ${code} } catch (error) { message = error.message; }
      console.log(JSON.stringify({ loads, message }));`;
    return JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
    );
  };
  const listing = `for await (const _ of listVideos({ kind: 'playlist', id: 'PLx' }, options));`;

  it('is loaded by a listing and by nothing else', () => {
    expect(run(`parseListLink('@coast'); parseVideoLink('https://youtu.be/lighthouse1');`, false).loads).toBe(
      0,
    );
    expect(run(listing, false)).toMatchObject({
      loads: 1,
      message: expect.stringContaining('NETWORK_UNREACHABLE'),
    });
  });

  it('is missed without harm where it is not installed', () => {
    const { message } = run(listing, true);
    expect(message).toMatch(/youtubei\.js: not installed; yt-dlp: not installed; feed: NETWORK_UNREACHABLE/);
  });
});
