import { describe, expect, it, test } from 'vitest';
import { type ErrorCode, TranscriptError } from '../../src/errors.ts';
import {
  type FetchVideoOptions,
  fetchYouTubeVideo,
  YouTubeGate,
} from '../../src/transcript/youtube/index.ts';
import { FakeYtDlp, type Play } from '../servers/fake-yt-dlp.ts';
import { captionLines, json3, type PlayerSketch, playerReply, srv3 } from '../servers/youtube-replies.ts';
import {
  type Answers,
  captchaPage,
  consentPage,
  tooManyRequests,
  YouTubeServer,
} from '../servers/youtube-server.ts';

const ID = 'lighthouse1';
const SPEECH = 'The keeper climbs two hundred steps every evening and lights the lamp by hand.';
const LINES = captionLines(SPEECH);

const reply = (sketch: Partial<PlayerSketch> = {}) =>
  playerReply({ videoId: ID, tracks: [{ language: 'en' }], ...sketch });
const GOOD = reply();
const BARE = reply({ tracks: [] });
const DATE = playerReply({ videoId: ID, microformat: { publishDate: '2020-05-01' } });
const PROOF_WANTED = reply({ tracks: [{ language: 'en', query: 'exp=xpe' }] });
const BOT = playerReply({
  videoId: ID,
  status: 'LOGIN_REQUIRED',
  reason: 'Sign in to confirm you\u2019re not a bot',
  details: null,
});
const PRIVATE = playerReply({
  videoId: ID,
  status: 'LOGIN_REQUIRED',
  reason: 'This video is private',
  details: null,
});
const ADULT = playerReply({
  videoId: ID,
  status: 'LOGIN_REQUIRED',
  reason: 'Sign in to confirm your age',
  details: null,
});

/** What yt-dlp leaves behind in its first and its second run. */
const INFO = {
  id: ID,
  extractor_key: 'Youtube',
  title: 'How a lighthouse works | Coast Stories',
  channel: 'Coast Channel',
  upload_date: '20200501',
  language: 'en',
  live_status: 'not_live',
  automatic_captions: { en: [{ ext: 'json3' }], 'en-orig': [{ ext: 'json3' }] },
};
const plays = (info: object = INFO, file = 'video.en-orig.json3'): Play[] => [
  { files: { 'video.info.json': JSON.stringify(info) } },
  { files: { [file]: json3(LINES) } },
];

interface Scene {
  readonly player: Readonly<Record<string, Answers>>;
  readonly captions?: Readonly<Record<string, Answers>>;
  readonly program?: FakeYtDlp;
  readonly cookies?: string;
  readonly options?: FetchVideoOptions;
}

/** Runs a scene with every client of the bundled list. `asked` has the clients and caption forms in order. */
async function runScene({
  player,
  captions = { en: srv3(LINES), 'en.json3': json3(LINES) },
  program,
  cookies,
  options,
}: Scene) {
  await using youtube = await YouTubeServer.start();
  youtube.script(ID, { player: { WEB: DATE, ...player }, captions });
  const outcome = await fetchYouTubeVideo(ID, {
    origin: youtube.origin,
    sleep: async () => {},
    ytDlp: { program: program?.path ?? '/nowhere/yt-dlp', cookies, env: process.env },
    ...options,
  }).then(
    (video) => ({ video, error: undefined }),
    (error: unknown) => ({ video: undefined, error }),
  );
  const asked = youtube.requests.map(({ path, query, body }) =>
    path.endsWith('timedtext')
      ? `captions ${query.get('fmt')}`
      : `${JSON.parse(body).context.client.clientName}${path.includes('reel') ? ' reel' : ''}`,
  );
  return { ...outcome, asked };
}

async function fail(scene: Scene) {
  const { error, asked } = await runScene(scene);
  if (!(error instanceof TranscriptError)) throw new Error('not refused', { cause: error });
  return { error, asked, tried: error.attempts.map(({ route, code }) => `${route}: ${code}`) };
}

describe('when the first route fails', () => {
  test.each<[string, Scene, string[]]>([
    [
      'a proof token wanted',
      { player: { ANDROID: PROOF_WANTED, VISIONOS: GOOD } },
      ['ANDROID', 'VISIONOS', 'captions json3', 'WEB'],
    ],
    [
      'empty captions',
      { player: { ANDROID: GOOD, VISIONOS: GOOD }, captions: { en: '', 'en.json3': json3(LINES) } },
      ['ANDROID', 'captions srv3', 'VISIONOS', 'captions json3', 'WEB'],
    ],
    [
      'captions that cannot be read',
      {
        player: { ANDROID: GOOD, VISIONOS: GOOD },
        captions: { en: '<timedtext><p t="0" d="9">cut', 'en.json3': json3(LINES) },
      },
      ['ANDROID', 'captions srv3', 'VISIONOS', 'captions json3', 'WEB'],
    ],
    [
      'a bot check',
      { player: { ANDROID: BOT, VISIONOS: GOOD } },
      ['ANDROID', 'VISIONOS', 'captions json3', 'WEB'],
    ],
    [
      'an answer of another form',
      { player: { ANDROID: '{"odd":1}', VISIONOS: GOOD } },
      ['ANDROID', 'VISIONOS', 'captions json3', 'WEB'],
    ],
    [
      'the consent page',
      { player: { ANDROID: consentPage, VISIONOS: GOOD } },
      ['ANDROID', 'VISIONOS', 'captions json3', 'WEB'],
    ],
    [
      'no captions, which one client alone is not believed',
      { player: { ANDROID: BARE, VISIONOS: GOOD } },
      ['ANDROID', 'VISIONOS', 'captions json3', 'WEB'],
    ],
    [
      'every client but the last',
      {
        player: {
          ANDROID: PROOF_WANTED,
          VISIONOS: PROOF_WANTED,
          IOS: '{}',
          'ANDROID reel': JSON.stringify({ playerResponse: JSON.parse(GOOD) }),
        },
      },
      ['ANDROID', 'VISIONOS', 'IOS', 'ANDROID reel', 'captions json3', 'WEB'],
    ],
  ])('with %s, the next client brings the same words', async (_, scene, expected) => {
    const { video, asked, error } = await runScene(scene);
    expect(error).toBeUndefined();
    expect(video?.cues.map(({ text }) => text).join(' ')).toBe(SPEECH);
    expect(video?.metadata.publishedAt).toBe('2020-05-01');
    expect(video?.warnings.join()).toContain('youtube-transcript (');
    expect(asked).toEqual(expected);
  });

  test.each<[string, Scene, ErrorCode, string[]]>([
    ['a private video', { player: { ANDROID: PRIVATE } }, 'VIDEO_PRIVATE', ['ANDROID']],
    ['too many requests', { player: { ANDROID: tooManyRequests(60) } }, 'YOUTUBE_RATE_LIMITED', ['ANDROID']],
    ['a captcha', { player: { ANDROID: captchaPage } }, 'YOUTUBE_RATE_LIMITED', ['ANDROID']],
    ['an age limit', { player: { ANDROID: ADULT } }, 'VIDEO_AGE_RESTRICTED', ['ANDROID']],
    [
      'no captions, twice',
      { player: { ANDROID: BARE, VISIONOS: BARE } },
      'TRANSCRIPT_DISABLED',
      ['ANDROID', 'VISIONOS', 'WEB'],
    ],
    [
      'a bot check, twice',
      { player: { ANDROID: BOT, VISIONOS: BOT } },
      'YOUTUBE_BOT_CHECK',
      ['ANDROID', 'VISIONOS'],
    ],
    [
      'no captions that a distrusted client cannot confirm',
      { player: { ANDROID: BARE, VISIONOS: BOT, IOS: BOT } },
      'YOUTUBE_BOT_CHECK',
      ['ANDROID', 'VISIONOS', 'IOS'],
    ],
    [
      'a verdict of the second client',
      { player: { ANDROID: PROOF_WANTED, VISIONOS: PRIVATE } },
      'VIDEO_PRIVATE',
      ['ANDROID', 'VISIONOS'],
    ],
  ])('with %s, nobody else is asked', async (_, scene, code, expected) => {
    const { error, asked } = await fail(scene);
    expect(error.code).toBe(code);
    expect(asked).toEqual(expected);
  });

  it('names every attempt, yt-dlp that is missing too, in the message and beside it', async () => {
    const player = { ANDROID: PROOF_WANTED, VISIONOS: '[]', IOS: BOT, 'ANDROID reel': BOT };
    const { error, tried } = await fail({ player });
    expect(error.code).toBe('YOUTUBE_BOT_CHECK');
    expect(tried).toEqual([
      'youtube-transcript: YOUTUBE_TOKEN_REQUIRED',
      'YouTube as VISIONOS: YOUTUBE_RESPONSE_UNKNOWN',
      'YouTube as IOS: YOUTUBE_BOT_CHECK',
      'YouTube as ANDROID_REEL: YOUTUBE_BOT_CHECK',
      'yt-dlp: YTDLP_MISSING',
    ]);
    expect(error.message).toContain('yt-dlp (YTDLP_MISSING)');
    expect(error.remedy).toContain('copydesk write captions.vtt');
  });
});

describe('yt-dlp', () => {
  const refused = { ANDROID: BOT, VISIONOS: BOT };

  it('is the last route: described first, then one track in the language spoken, never a translation', async () => {
    using program = new FakeYtDlp(plays());
    const { video, asked } = await runScene({ player: refused, program });
    expect(video?.cues.map(({ text }) => text).join(' ')).toBe(SPEECH);
    expect(video).toMatchObject({
      kind: 'auto',
      language: 'en',
      metadata: { videoId: ID, show: 'Coast Stories', publishedAt: '2020-05-01' },
    });
    expect(asked).toEqual(['ANDROID', 'VISIONOS']);
    const [first, second] = program.calls.map(({ argv }) => argv);
    expect(first).toEqual(expect.arrayContaining(['--ignore-config', '--no-update', '--write-info-json']));
    expect(first?.join(' ')).toContain('--extractor-args youtube:skip=hls,dash,translated_subs');
    expect(first?.join(' ')).toContain('--js-runtimes node:');
    expect(first?.slice(-2)).toEqual(['--', `https://www.youtube.com/watch?v=${ID}`]);
    expect(second?.join(' ')).toMatch(/--sub-langs en-orig --sub-format json3 --load-info-json \S+$/);
  });

  it('takes captions by people before automatic ones, and the language asked for', async () => {
    const subtitles = { 'de-DE': [], live_chat: [], en: [] };
    using program = new FakeYtDlp(plays({ ...INFO, subtitles }, 'video.de-DE.json3'));
    const { video } = await runScene({ player: refused, program, options: { languages: ['de'] } });
    expect(video).toMatchObject({ kind: 'manual', language: 'de-DE' });
    expect(program.calls[1]?.argv.join(' ')).toContain('--sub-langs de-DE ');
  });

  it('is not passed options that an old one does not know', async () => {
    using program = new FakeYtDlp(plays(), '2023.03.04');
    await runScene({ player: refused, program });
    expect(program.calls[0]?.argv).not.toContain('--js-runtimes');
  });

  it('gets a copy of the cookies, and only then opens what is for members and adults', async () => {
    using program = new FakeYtDlp(plays());
    const cookies = program.path;
    const { video } = await runScene({ player: { ANDROID: ADULT }, program, cookies });
    expect(video?.language).toBe('en');
    const argv = program.calls[0]?.argv ?? [];
    expect(argv[argv.indexOf('--cookies') + 1]).toMatch(/cookies\.txt$/);
    expect(argv).not.toContain(cookies);
  });

  test.each<[string, Play[], ErrorCode, string | undefined]>([
    [
      'a private video',
      [
        {
          stderr: `ERROR: [youtube] ${ID}: Private video. Sign in if you've been granted access\n`,
          exitCode: 1,
        },
      ],
      'VIDEO_PRIVATE',
      undefined,
    ],
    [
      'a removed video',
      [{ stderr: `ERROR: [youtube] ${ID}: Video unavailable\n`, exitCode: 1 }],
      'VIDEO_UNAVAILABLE',
      undefined,
    ],
    [
      'too many requests',
      [{ stderr: 'ERROR: unable to download API page: HTTP Error 429: Too Many Requests\n', exitCode: 1 }],
      'YOUTUBE_RATE_LIMITED',
      undefined,
    ],
    ['an end with 0 and no file', [{}], 'YOUTUBE_BOT_CHECK', 'YTDLP_FAILED'],
    ['captions that were not written', [plays()[0] ?? {}, {}], 'YOUTUBE_BOT_CHECK', 'YTDLP_FAILED'],
    [
      'JSON that is null',
      [{ files: { 'video.info.json': 'null' } }],
      'YOUTUBE_BOT_CHECK',
      'YOUTUBE_RESPONSE_UNKNOWN',
    ],
    ['another video', plays({ ...INFO, id: 'lighthouse2' }), 'YOUTUBE_BOT_CHECK', 'YOUTUBE_BOT_CHECK'],
    [
      'a video without captions',
      plays({ ...INFO, automatic_captions: {} }),
      'TRANSCRIPT_DISABLED',
      undefined,
    ],
    [
      'only translations',
      plays({ ...INFO, language: 'ja', automatic_captions: { en: [], fr: [] } }),
      'TRANSCRIPT_DISABLED',
      undefined,
    ],
    ['a live stream', plays({ ...INFO, live_status: 'is_live' }), 'VIDEO_LIVE', undefined],
    ['a premiere to come', plays({ ...INFO, live_status: 'is_upcoming' }), 'VIDEO_UPCOMING', undefined],
  ])('that meets %s is understood', async (_, script, code, ofProgram) => {
    using program = new FakeYtDlp(script);
    const now = () => Date.parse('2026-09-01');
    const { error } = await fail({ player: refused, program, options: { now } });
    expect(error.code).toBe(code);
    if (ofProgram !== undefined)
      expect(error.attempts.at(-1)).toMatchObject({ route: 'yt-dlp', code: ofProgram });
  });

  it('that is old and fails is named as old', async () => {
    using program = new FakeYtDlp({ stderr: 'ERROR: unable to extract player\n', exitCode: 1 }, '2023.03.04');
    const now = () => Date.parse('2026-11-26');
    const { error } = await fail({ player: refused, program, options: { now } });
    expect(error.attempts.at(-1)?.code).toBe('YTDLP_OUTDATED');
    expect(error.attempts.at(-1)?.message).toContain('2023.03.04: unable to extract player');
  });

  it('is asked for captions alone when the limit is on captions', async () => {
    using program = new FakeYtDlp(plays());
    const { video, asked } = await runScene({
      player: { ANDROID: GOOD },
      captions: { en: tooManyRequests() },
      program,
    });
    expect(video?.kind).toBe('auto');
    expect(asked).toEqual(['ANDROID', 'captions srv3']);
  });

  it('is stopped by an abort, and leaves no folder', async () => {
    using program = new FakeYtDlp({ stall: true });
    const controller = new AbortController();
    const running = runScene({ player: refused, program, options: { signal: controller.signal } });
    await expect.poll(() => program.calls.length, { timeout: 10_000 }).toBe(1);
    controller.abort();
    expect((await running).error).toMatchObject({ name: 'AbortError' });
    await expect.poll(() => program.isRunning(0)).toBe(false);
  });

  it('goes on when our own clients are refused, which are not asked again', async () => {
    using program = new FakeYtDlp([...plays(), ...plays(), ...plays(), ...plays()]);
    const gate = new YouTubeGate({ sleep: async () => {} });
    const asked: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const { video, asked: clients } = await runScene({ player: refused, program, options: { gate } });
      expect(video?.kind).toBe('auto');
      asked.push(clients.length);
    }
    expect(asked).toEqual([2, 2, 0]);
  });

  it('leaves nothing of an info.json that is not needed: it may carry cookies and addresses', async () => {
    using program = new FakeYtDlp(
      plays({ ...INFO, formats: [{ cookies: 'SID=SECRET', url: 'https://x/' }] }),
    );
    const kept: unknown[] = [];
    const cache = {
      read: async () => undefined,
      write: async (_: string, value: unknown) => void kept.push(value),
    };
    await runScene({ player: refused, program, options: { cache } });
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).toContain('Coast Stories');
    expect(JSON.stringify(kept)).not.toMatch(/SECRET|https:\/\/x/);
  });

  it('that is another program is said so, with its own words', async () => {
    const ytDlp = { program: '/bin/echo', env: process.env };
    const { error } = await fail({ player: refused, options: { ytDlp } });
    expect(error.attempts.at(-1)).toMatchObject({
      code: 'YTDLP_FAILED',
      message: expect.stringContaining('/bin/echo cannot be used as yt-dlp: its version reads'),
    });
  });

  it.each(['/etc/passwd/yt-dlp', '/etc/passwd'])(
    'that cannot be run (%s) is no fault of copydesk',
    async (path) => {
      const { error } = await fail({ player: refused, options: { ytDlp: { program: path, env: {} } } });
      expect(error.attempts.at(-1)?.code).toBe('YTDLP_FAILED');
    },
  );

  it('without the cookie file that is named is an error of configuration', async () => {
    using program = new FakeYtDlp(plays());
    const { error } = await runScene({
      player: { ANDROID: ADULT },
      program,
      cookies: '/nowhere/cookies.txt',
    });
    expect(error).toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('/nowhere/cookies.txt'),
    });
  });

  it('with automatic captions of dubs asks which is meant, and takes the one asked for', async () => {
    const info = { ...INFO, language: undefined, automatic_captions: { en: [], de: [] } };
    using program = new FakeYtDlp(plays(info, 'video.de.json3'));
    const { error } = await fail({ player: refused, program });
    expect(error.code).toBe('TRANSCRIPT_LANGUAGE_UNAVAILABLE');
    expect(error.message).toContain('en (auto), de (auto)');
    using again = new FakeYtDlp(plays(info, 'video.de.json3'));
    const { video } = await runScene({ player: refused, program: again, options: { languages: ['de'] } });
    expect(video).toMatchObject({ kind: 'auto', language: 'de' });
  });

  it('does not see the keys of others', async () => {
    const { openYouTube } = await import('../../src/cli/youtube.ts');
    const { loadConfig } = await import('../../src/config.ts');
    const env = { OPENAI_API_KEY: 'sk-secret', COPYDESK_YT_DLP: 'yt', PATH: '/bin' };
    const { ytDlp } = openYouTube(loadConfig({ flags: {}, env }), {
      context: { env } as never,
      note: () => {},
    });
    expect(ytDlp).toEqual({ program: 'yt', cookies: undefined, env: { PATH: '/bin' } });
  });
});

describe('the list of clients', () => {
  it('of the person replaces the bundled one', async () => {
    const { mkdtempSync, writeFileSync } = await import('node:fs');
    const folder = mkdtempSync('/tmp/copydesk-clients-');
    const profile = (name: string) => ({
      name,
      userAgent: `${name}/1`,
      client: { clientName: name, clientVersion: '1' },
    });
    const file = `${folder}/clients.json`;
    writeFileSync(
      file,
      JSON.stringify({ reviewed: '2027-01', clients: [profile('NEWEST')], dateClient: profile('WEB') }),
    );
    const { asked, error } = await runScene({ player: { NEWEST: GOOD }, options: { clients: file } });
    expect(error).toBeUndefined();
    expect(asked).toEqual(['NEWEST', 'captions srv3', 'WEB']);
  });

  it.each([
    ['that is not there', undefined],
    ['of another form', '{"clients":[]}'],
    [
      'with a header that breaks the line',
      JSON.stringify({
        reviewed: 'x',
        clients: [{ name: 'A', userAgent: 'a\r\nx: y', client: { clientName: 'A' } }],
        dateClient: {},
      }),
    ],
  ])('%s is an error of configuration', async (_, text) => {
    const { mkdtempSync, writeFileSync } = await import('node:fs');
    const file = `${mkdtempSync('/tmp/copydesk-clients-')}/clients.json`;
    if (text !== undefined) writeFileSync(file, text);
    const { error, asked } = await runScene({ player: {}, options: { clients: file } });
    expect(error).toMatchObject({ name: 'ConfigError', code: 'CONFIG_INVALID' });
    expect(asked).toEqual([]);
  });
});
