import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ERROR_CODES, type ErrorCode } from '../../src/errors.ts';
import { createFolderReplyCache } from '../../src/store/index.ts';
import { fetchYouTubeVideo } from '../../src/transcript/youtube/index.ts';
import { runCli, temporaryFolder } from '../cli/run-cli.ts';
import { captionLines, playerReply, srv3 } from '../servers/youtube-replies.ts';
import { type Answer, redirectTo, tooManyRequests, YouTubeServer } from '../servers/youtube-server.ts';

/**
 * Replies that YouTube really gave, recorded by other projects and not ours to publish. Run by name, with the folder at hand:
 * COPYDESK_RECORDED_YOUTUBE=FOLDER vitest run --config vitest.corpus.config.ts test/youtube/recorded.corpus.test.ts
 */
const FOLDER = process.env.COPYDESK_RECORDED_YOUTUBE ?? '';
const ID = 'lighthouse1';
const CAPTIONS = srv3(
  captionLines('The keeper climbs two hundred steps every evening and lights the lamp by hand.'),
);

const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

/** A reply inside another: `playerResponse` of a reel, or of one part of an old watch.json. */
function inner(file: string): string {
  const parts = [JSON.parse(read(file))].flat();
  const { playerResponse } = parts.find((part) => 'playerResponse' in part);
  return typeof playerResponse === 'string' ? playerResponse : JSON.stringify(playerResponse);
}

/** The reply that a watch page carries, cut out by its braces outside strings. */
function fromPage(file: string): string {
  const page = read(file);
  const start = page.indexOf('{', page.indexOf('ytInitialPlayerResponse = '));
  let depth = 0;
  for (const match of page.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    depth += match[0] === '{' ? 1 : match[0] === '}' ? -1 : 0;
    if (depth === 0) return page.slice(start, start + match.index + 1);
  }
  throw new Error(`no reply in ${file}`);
}

interface Case {
  readonly name: string;
  readonly player: () => Answer;
  readonly captions?: () => Answer;
  readonly web?: () => Answer;
  readonly expected: ErrorCode | { track: string; cues?: number; chapters?: number; publishedAt?: string };
}

const recorded = (name: string, expected: Case['expected'], file = 'player.json'): Case => ({
  name,
  player: () => read(`${name}/${file}`),
  expected,
});

const playable = () => playerReply({ videoId: ID, tracks: [{ language: 'en' }] });
const timedText = (file: string, expected: ErrorCode, status = 200): Case => ({
  name: `crafted-timedtext-variants/${file}`,
  player: playable,
  captions: () => ({ status, body: read(`crafted-timedtext-variants/${file}`) }),
  expected,
});

const CASES: readonly Case[] = [
  {
    ...recorded('success-player-then-timedtext', { track: 'en manual', cues: 3 }),
    captions: () => read('success-player-then-timedtext/timedtext.srv1.xml'),
  },
  recorded('success-many-languages', { track: 'en manual' }),
  recorded('success-mrbeast-player-next', { track: 'en manual', publishedAt: '2022-08-04T19:59:59Z' }),
  {
    ...recorded(
      'success-tagesschau-news-with-chapters',
      { track: 'de auto', chapters: 13, publishedAt: '2021-03-17T19:56:59Z' },
      'player.ios.json',
    ),
    web: () => read('success-tagesschau-news-with-chapters/player.microformat.json'),
  },
  {
    name: 'success-tagesschau-news-with-chapters/player.android-reel.json',
    player: () => inner('success-tagesschau-news-with-chapters/player.android-reel.json'),
    expected: { track: 'de auto', chapters: 13 },
  },
  {
    name: 'success-arabic-no-translation',
    player: () => fromPage('success-arabic-no-translation/watch.html'),
    expected: { track: 'ar auto', publishedAt: '2023-01-06T13:05:24Z' },
  },
  {
    name: 'success-chapters-watch-html',
    player: () => fromPage('success-chapters-watch-html/watch.html'),
    expected: { track: 'en manual', chapters: 13, publishedAt: '2018-04-23' },
  },
  {
    name: 'success-no-embed',
    player: () => inner('success-no-embed/watch.json'),
    expected: 'TRANSCRIPT_DISABLED',
  },
  {
    name: 'live-past-recording',
    player: () => inner('live-past-recording/watch.json'),
    expected: 'TRANSCRIPT_DISABLED',
  },
  recorded('success-no-description-no-captions', 'TRANSCRIPT_DISABLED'),
  recorded('fail-no-captions', 'TRANSCRIPT_DISABLED'),
  recorded('fail-video-unavailable', 'VIDEO_UNAVAILABLE'),
  recorded('fail-unplayable-custom-reason', 'VIDEO_UNAVAILABLE'),
  recorded('fail-private-video', 'VIDEO_PRIVATE'),
  recorded('fail-age-restricted', 'VIDEO_AGE_RESTRICTED'),
  {
    name: 'fail-age-restricted-html',
    player: () => fromPage('fail-age-restricted-html/watch.html'),
    expected: 'VIDEO_AGE_RESTRICTED',
  },
  recorded('fail-members-only', 'VIDEO_MEMBERS_ONLY'),
  recorded('fail-region-blocked', 'VIDEO_REGION_BLOCKED'),
  recorded('live-scheduled', 'VIDEO_UPCOMING'),
  recorded('live-stream-now', 'VIDEO_LIVE'),
  {
    name: 'live-now-with-captions-nasa',
    player: () => fromPage('live-now-with-captions-nasa/watch.html'),
    expected: 'VIDEO_LIVE',
  },
  recorded('fail-bot-check', 'YOUTUBE_BOT_CHECK'),
  recorded('fail-po-token-required', 'YOUTUBE_TOKEN_REQUIRED'),
  {
    name: 'fail-429-too-many-requests',
    player: () => ({ status: 429, body: read('fail-429-too-many-requests/body.html') }),
    expected: 'YOUTUBE_RATE_LIMITED',
  },
  {
    name: 'fail-429-too-many-requests, served as 200 for captions',
    player: playable,
    captions: () => read('fail-429-too-many-requests/body.html'),
    expected: 'YOUTUBE_RATE_LIMITED',
  },
  recorded('consent-page', 'YOUTUBE_CONSENT_REQUIRED', 'consent.html'),
  {
    ...recorded('consent-page', 'YOUTUBE_CONSENT_REQUIRED'),
    player: playable,
    captions: () => read('consent-page/consent.html'),
  },
  recorded('crafted-ssrf-baseurl', 'YOUTUBE_RESPONSE_UNKNOWN'),
  {
    name: 'crafted-redirects, loop',
    player: () => redirectTo('https://www.youtube.com/watch?v=loop'),
    expected: 'YOUTUBE_RESPONSE_UNKNOWN',
  },
  {
    name: 'crafted-redirects, consent',
    player: () =>
      redirectTo('https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Dx'),
    expected: 'YOUTUBE_CONSENT_REQUIRED',
  },
  timedText('empty-200.txt', 'YOUTUBE_TOKEN_REQUIRED'),
  timedText('html-instead-of-xml.html', 'YOUTUBE_BOT_CHECK', 403),
  timedText('server-error.txt', 'NETWORK_UNREACHABLE', 500),
  timedText('truncated.json', 'YOUTUBE_RESPONSE_UNKNOWN'),
  timedText('no-events.json', 'YOUTUBE_RESPONSE_UNKNOWN'),
  {
    name: 'crafted-timedtext-variants/retry-after.txt',
    player: playable,
    captions: () => tooManyRequests(30),
    expected: 'YOUTUBE_RATE_LIMITED',
  },
];

const table: string[] = [];

describe.skipIf(FOLDER === '' || !existsSync(FOLDER))('recorded replies', () => {
  afterAll(() => {
    process.stdout.write(`\n${table.join('\n')}\n`);
  });

  test.each(CASES)('$name', async ({ name, player, captions, web, expected }) => {
    await using youtube = await YouTubeServer.start();
    const reply = player();
    const id =
      (typeof reply === 'string' && /"videoDetails":\s*\{\s*"videoId":\s*"([^"]+)"/.exec(reply)?.[1]) || ID;
    const document = captions?.() ?? CAPTIONS;
    const clients = { ANDROID: reply, VISIONOS: reply, IOS: reply, 'ANDROID reel': reply };
    youtube.script(id, {
      player: {
        ...clients,
        WEB:
          web?.() ?? playerReply({ videoId: id, details: { title: undefined, shortDescription: undefined } }),
      },
      captions: { en: document, 'de.auto': document, 'ar.auto': document },
    });
    const folder = temporaryFolder();
    const env = { COPYDESK_YOUTUBE_ORIGIN: youtube.origin, COPYDESK_CACHE_DIR: folder };
    const { exitCode, stderr } = await runCli(['transcript', `https://youtu.be/${id}`], { env });
    const code = /\[([A-Z_]+)\]/.exec(stderr)?.[1];
    if (code !== undefined) {
      const remedy = /What to do: (.+)/.exec(stderr)?.[1] ?? '';
      table.push(`${name.padEnd(62)} ${exitCode} ${code.padEnd(26)} ${remedy}`);
      expect(code).toBe(expected);
      expect(exitCode).toBe(ERROR_CODES[code as ErrorCode].exit);
      expect(remedy).not.toBe('');
      return;
    }
    expect(exitCode).toBe(0);
    // The command has left the answer in its cache, so nothing is asked again.
    const cache = createFolderReplyCache(join(folder, 'youtube'));
    const outcome = await fetchYouTubeVideo(id, { origin: 'http://127.0.0.1:9', cache });
    const { metadata, kind, language, cues } = outcome;
    const found = {
      track: `${language} ${kind}`,
      cues: cues.length,
      ...(metadata.chapters && { chapters: metadata.chapters.length }),
      ...(metadata.publishedAt !== undefined && { publishedAt: metadata.publishedAt }),
    };
    table.push(`${name.padEnd(62)} 0 ${JSON.stringify(found)} ${metadata.title}`);
    expect({ cues: cues.length, ...(typeof expected === 'string' ? { code: expected } : expected) }).toEqual(
      found,
    );
  });
});
