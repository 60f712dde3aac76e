import { describe, expect, it } from 'vitest';
import { Innertube, Log } from 'youtubei.js';
import {
  channelPage,
  continuationPage,
  lockup,
  playlistPage,
  playlistRow,
  resolvedTo,
  rowId,
  short,
  TAB_PARAMS,
} from '../servers/youtube-lists.ts';
import { YouTubeServer } from '../servers/youtube-server.ts';

/** What src/transcript/youtube/list/ leans on. A release of youtubei.js that changes it fails here first. */

const CHANNEL = 'UCabcdefghijklmnopqrstuv';

interface Call {
  readonly input: unknown;
  readonly init: RequestInit | undefined;
}

async function openLibrary(youtube: YouTubeServer, calls: Call[] = []) {
  Log.setLevel(Log.Level.NONE);
  return await Innertube.create({
    retrieve_player: false,
    generate_session_locally: true,
    retrieve_innertube_config: false,
    lang: 'en',
    location: 'US',
    timezone: 'UTC',
    fetch: async (input, init) => {
      calls.push({ input, init });
      const { url } = input instanceof Request ? input : new Request(input);
      const headers = new Headers(init?.headers);
      return await fetch(url.replace('https://www.youtube.com', youtube.origin), {
        method: 'POST',
        headers,
        body: String(init?.body),
      });
    },
  });
}

describe('youtubei.js', () => {
  it('asks nothing to open a session', async () => {
    await using youtube = await YouTubeServer.start();
    await openLibrary(youtube);
    expect(youtube.asked).toEqual([]);
  });

  it('hands fetch a Request and an init with headers and the body as text, for www.youtube.com', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage(
      `browse ${CHANNEL}`,
      channelPage({ id: CHANNEL, tabs: ['featured'], selected: 'featured' }),
    );
    const calls: Call[] = [];
    const library = await openLibrary(youtube, calls);
    await library.getChannel(CHANNEL);
    const [call] = calls;
    const url = call?.input instanceof Request ? call.input.url : 'no request';
    expect(url).toMatch(/^https:\/\/www\.youtube\.com\/youtubei\/v1\/browse\?/);
    expect(typeof call?.init?.body).toBe('string');
    const body = JSON.parse(String(call?.init?.body));
    expect(body.context.client).toMatchObject({ clientName: 'WEB', hl: 'en', gl: 'US', timeZone: 'UTC' });
    expect(new Headers(call?.init?.headers).get('content-type')).toBe('application/json');
  });

  it('knows the tabs of a channel and opens them with the parameters of their links', async () => {
    await using youtube = await YouTubeServer.start();
    const tabs = ['featured', 'videos', 'shorts', 'streams'] as const;
    youtube.scriptPage(`browse ${CHANNEL}`, channelPage({ id: CHANNEL, tabs, selected: 'featured' }));
    for (const tab of ['videos', 'shorts', 'streams'] as const) {
      const rows = [tab === 'shorts' ? short({ id: rowId('s', 1) }) : lockup({ id: rowId('v', 1) })];
      youtube.scriptPage(
        `browse ${CHANNEL} ${TAB_PARAMS[tab]}`,
        channelPage({ id: CHANNEL, tabs, selected: tab, rows, next: `${tab}-2` }),
      );
    }
    const channel = await (await openLibrary(youtube)).getChannel(CHANNEL);
    expect([channel.has_videos, channel.has_shorts, channel.has_live_streams]).toEqual([true, true, true]);
    expect((await channel.getVideos()).has_continuation).toBe(true);
    expect((await channel.getShorts()).has_continuation).toBe(true);
    expect((await channel.getLiveStreams()).has_continuation).toBe(true);
    expect(youtube.asked).toHaveLength(4);
  });

  it('asks nothing for a tab that is open already', async () => {
    await using youtube = await YouTubeServer.start();
    const rows = [lockup({ id: rowId('v', 1) })];
    youtube.scriptPage(
      `browse ${CHANNEL}`,
      channelPage({ id: CHANNEL, tabs: ['videos'], selected: 'videos', rows }),
    );
    const channel = await (await openLibrary(youtube)).getChannel(CHANNEL);
    const videos = await channel.getVideos();
    expect([youtube.asked.length, videos.videos.length, videos.has_continuation]).toEqual([1, 1, false]);
  });

  it('reads a playlist page by page until no continuation is left', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage('browse VLPLx', playlistPage([playlistRow({ id: rowId('p', 1) })], 'next'));
    youtube.scriptPage('continuation next', continuationPage([playlistRow({ id: rowId('p', 2) })]));
    const first = await (await openLibrary(youtube)).getPlaylist('PLx');
    const second = await first.getContinuation();
    expect([first.has_continuation, second.has_continuation]).toEqual([true, false]);
  });

  it('loses the badge for members and rows without a label, which is why rows are read from the JSON', async () => {
    await using youtube = await YouTubeServer.start();
    const badge = { text: 'Members only', style: 'BADGE_STYLE_TYPE_MEMBERS_ONLY' };
    const rows = [playlistRow({ id: rowId('p', 1), badge }), playlistRow({ id: rowId('p', 2), bare: true })];
    youtube.scriptPage('browse VLPLx', playlistPage(rows));
    const { videos } = await (await openLibrary(youtube)).getPlaylist('PLx');
    expect(videos).toHaveLength(1);
    expect(JSON.stringify(videos)).not.toContain('MEMBERS');
  });

  it('passes on what fetch throws', async () => {
    const verdict = new Error('our verdict');
    const library = await Innertube.create({
      retrieve_player: false,
      generate_session_locally: true,
      retrieve_innertube_config: false,
      fetch: async () => {
        throw verdict;
      },
    });
    await expect(library.getChannel(CHANNEL)).rejects.toBe(verdict);
    await expect(library.getPlaylist('PLx')).rejects.toBe(verdict);
    await expect(library.resolveURL('https://www.youtube.com/@coast')).rejects.toBe(verdict);
  });

  it('resolves an address to the id of its channel', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage('resolve https://www.youtube.com/@coast', resolvedTo(CHANNEL));
    const endpoint = await (await openLibrary(youtube)).resolveURL('https://www.youtube.com/@coast');
    expect(endpoint.payload).toMatchObject({ browseId: CHANNEL });
  });
});
