import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolderReplyCache } from '../../src/store/index.ts';
import { type FetchVideoOptions, fetchYouTubeVideo } from '../../src/transcript/youtube/index.ts';
import { captionLines, playerReply, srv3 } from '../servers/youtube-replies.ts';
import { type VideoScript, YouTubeServer } from '../servers/youtube-server.ts';

const ID = 'lighthouse1';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SCRIPT: VideoScript = {
  player: {
    ANDROID: playerReply({ videoId: ID, tracks: [{ language: 'en' }, { language: 'de' }], defaultTrack: 0 }),
    WEB: playerReply({ videoId: ID, microformat: { publishDate: '2020-05-01' } }),
  },
  captions: { en: srv3(captionLines('The lamp is lit.')), de: srv3(captionLines('Die Lampe brennt.')) },
};
const GONE: VideoScript = {
  player: {
    ANDROID: playerReply({
      videoId: ID,
      status: 'ERROR',
      reason: 'This video is unavailable',
      details: null,
    }),
  },
};

/** Asks for the video once for each set of options; returns how many requests each took, and what came of it. */
async function askInTurn(script: VideoScript, turns: readonly FetchVideoOptions[]) {
  await using youtube = await YouTubeServer.start();
  youtube.script(ID, script);
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-replies-'));
  const results = [];
  for (const options of turns) {
    const before = youtube.requests.length;
    const outcome = await fetchYouTubeVideo(ID, {
      origin: youtube.origin,
      sleep: async () => {},
      cache: createFolderReplyCache(folder),
      now: () => 0,
      ...options,
    }).catch((error: Error) => error);
    results.push({ requests: youtube.requests.length - before, outcome });
  }
  return { results, folder, requests: results.map(({ requests }) => requests) };
}

describe('what YouTube answered', () => {
  it('is not asked for again, and reads as it did', async () => {
    const { results, requests } = await askInTurn(SCRIPT, [{}, { now: () => 29 * DAY }]);
    expect(requests).toEqual([3, 0]);
    expect(results[1]?.outcome).toEqual(results[0]?.outcome);
    expect(results[1]?.outcome).toMatchObject({ metadata: { publishedAt: '2020-05-01' } });
  });

  it('is asked for again after thirty days, for another language, and on demand', async () => {
    const { requests } = await askInTurn(SCRIPT, [
      {},
      { now: () => 31 * DAY },
      { languages: ['de'] },
      { refresh: true },
    ]);
    expect(requests).toEqual([3, 3, 3, 3]);
  });

  it('is remembered also as a refusal, with its age and the way to ask again', async () => {
    const { results, requests } = await askInTurn(GONE, [
      {},
      { now: () => 3 * HOUR },
      { now: () => 3 * HOUR, refresh: true },
      { now: () => 28 * HOUR },
    ]);
    expect(requests).toEqual([1, 0, 1, 1]);
    expect(results[1]?.outcome).toMatchObject({
      code: 'VIDEO_UNAVAILABLE',
      message: expect.stringMatching(/That was 3 h ago; --refresh asks YouTube again/),
    });
  });

  it('is not remembered when it may be different in a minute', async () => {
    const script = { player: { ANDROID: { status: 429 } } };
    const { requests } = await askInTurn(script, [{}, {}]);
    expect(requests).toEqual([1, 1]);
  });

  it.each([
    ['damaged', Buffer.from('not gzip')],
    ['of another form', Buffer.from('{}')],
  ])('counts as unknown when the file is %s', async (_, bytes) => {
    const { folder } = await askInTurn(SCRIPT, [{}]);
    const [name = ''] = readdirSync(folder);
    writeFileSync(join(folder, name), bytes);
    const cache = createFolderReplyCache(folder);
    expect(await cache.read(ID)).toBeUndefined();
  });

  it('is asked for again when cookies may open what was closed', async () => {
    const closed: VideoScript = {
      player: { ANDROID: playerReply({ videoId: ID, status: 'LOGIN_REQUIRED', reason: 'Confirm your age' }) },
    };
    const ytDlp = { program: '/nowhere/yt-dlp', cookies: 'cookies.txt', env: {} };
    const { requests } = await askInTurn(closed, [{}, {}, { ytDlp }]);
    expect(requests).toEqual([1, 0, 1]);
  });

  it('that cannot be kept is a note beside the video, and hides no refusal', async () => {
    const cache = createFolderReplyCache('/dev/null/x');
    const { results } = await askInTurn(SCRIPT, [{ cache }]);
    expect(results[0]?.outcome).toMatchObject({
      language: 'en',
      warnings: [expect.stringContaining('could not be kept')],
    });
    const refused = await askInTurn(GONE, [{ cache }]);
    expect(refused.results[0]?.outcome).toMatchObject({ code: 'VIDEO_UNAVAILABLE' });
  });

  it('is asked for again when what is kept cannot be read any more', async () => {
    const { folder } = await askInTurn(SCRIPT, [{}]);
    const cache = createFolderReplyCache(folder);
    const entry = structuredClone(await cache.read(ID)) as { outcome: { download: { captions: string } } };
    entry.outcome.download.captions = '<timedtext format="3"><body></body></timedtext>';
    await cache.write(ID, entry);
    const { requests } = await askInTurn(SCRIPT, [{ cache }]);
    expect(requests).toEqual([3]);
  });

  it('has a file name that every file system takes, in any script', async () => {
    const cache = createFolderReplyCache(mkdtempSync(join(tmpdir(), 'copydesk-replies-')));
    const key = `channel @${'\u3042'.repeat(28)}`;
    await cache.write(key, { known: true });
    expect(await cache.read(key)).toEqual({ known: true });
  });

  it('belongs to one video, also where file names ignore case', async () => {
    const { folder } = await askInTurn(SCRIPT, [{}]);
    const cache = createFolderReplyCache(folder);
    const foreign = { ...cache, read: () => cache.read(ID) };
    await using youtube = await YouTubeServer.start();
    youtube.script('LIGHTHOUSE1', {
      player: { ANDROID: playerReply({ videoId: 'LIGHTHOUSE1', status: 'ERROR', details: null }) },
    });
    const other = fetchYouTubeVideo('LIGHTHOUSE1', { origin: youtube.origin, cache: foreign, now: () => 0 });
    await expect(other).rejects.toMatchObject({ code: 'VIDEO_UNAVAILABLE' });
  });
});
