import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parseArticle } from '../../src/article/index.ts';
import { parseTranscript } from '../../src/transcript/index.ts';
import { FakeYtDlp } from '../servers/fake-yt-dlp.ts';
import {
  captionLines,
  json3,
  type PlayerSketch,
  playerReply,
  srv1,
  srv3,
  srv3Auto,
} from '../servers/youtube-replies.ts';
import {
  type Answer,
  captchaPage,
  tooManyRequests,
  type VideoScript,
  YouTubeServer,
} from '../servers/youtube-server.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

/** Links up to a written article, as a person types them. The speech is that of a real press conference. */
const ID = 'riverton-01';
const SAMPLE = new URL('../../samples/biden-zelenskyy/captions.en.vtt', import.meta.url);
const SPEECH = parseTranscript(readFileSync(SAMPLE))
  .cues.map(({ text }) => text)
  .join(' ')
  .split(/\s+/)
  .slice(0, 600)
  .join(' ');
const LINES = captionLines(SPEECH);

const reply = (sketch: Partial<PlayerSketch> = {}) =>
  playerReply({
    videoId: ID,
    details: { title: 'Press conference | Riverton TV' },
    tracks: [{ language: 'en', auto: true }],
    ...sketch,
  });
const WEB = playerReply({ videoId: ID, microformat: { publishDate: '2024-06-13T20:15:00-07:00' } });
const BOT = reply({
  status: 'LOGIN_REQUIRED',
  reason: 'Sign in to confirm you\u2019re not a bot',
  details: null,
});

interface Situation {
  readonly script: VideoScript;
  readonly link?: string;
  readonly argv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

async function write({ script, link = `https://youtu.be/${ID}`, argv = [], env = {} }: Situation) {
  await using youtube = await YouTubeServer.start();
  youtube.script(ID, script);
  const out = temporaryFolder();
  const run = () =>
    runCli(['write', link, '--out', out, '--json', ...argv], {
      env: { COPYDESK_YOUTUBE_ORIGIN: youtube.origin, PATH: process.env.PATH ?? '', ...env },
    });
  const first = await run();
  return { ...first, out, run, asked: () => youtube.asked.length };
}

const article = (out: string) =>
  parseArticle(JSON.parse(readFileSync(join(out, ID, 'article.json'), 'utf8')));

describe('a link becomes an article', () => {
  test.each<[string, Situation, object]>([
    [
      'by youtube-transcript, from automatic captions',
      { script: { player: { ANDROID: reply(), WEB }, captions: { 'en.auto': srv3Auto(LINES) } } },
      { kind: 'auto', language: 'en' },
    ],
    [
      'by youtube-transcript, from captions by people in the classic form',
      {
        script: {
          player: {
            ANDROID: reply({ tracks: [{ language: 'de' }, { language: 'en' }], sounds: ['en-US.4'] }),
            WEB,
          },
          captions: { en: srv1(LINES) },
        },
      },
      { kind: 'manual', language: 'en' },
    ],
    [
      'by another client, when the first is asked for a proof token',
      {
        script: {
          player: {
            ANDROID: reply({ tracks: [{ language: 'en', query: 'exp=xpe' }] }),
            VISIONOS: reply(),
            WEB,
          },
          captions: { 'en.auto': json3(LINES) },
        },
      },
      { kind: 'auto', language: 'en' },
    ],
    [
      'by the endpoint of short videos, when all others are gated',
      {
        link: `https://www.youtube.com/shorts/${ID}`,
        script: {
          player: {
            ANDROID: '{}',
            VISIONOS: '{}',
            IOS: '{}',
            'ANDROID reel': JSON.stringify({ playerResponse: JSON.parse(reply()) }),
            WEB,
          },
          captions: { 'en.auto': srv3(LINES) },
        },
      },
      { kind: 'auto', language: 'en' },
    ],
    [
      'in the language asked for',
      {
        argv: ['--source-language', 'en-GB'],
        script: {
          player: { ANDROID: reply({ tracks: [{ language: 'de', auto: true }, { language: 'en' }] }), WEB },
          captions: { en: srv3(LINES) },
        },
      },
      { kind: 'manual', language: 'en' },
    ],
  ])('%s', async (_, situation, transcript) => {
    const { exitCode, stderr, out } = await write(situation);
    expect(stderr).not.toContain('What to do');
    expect(exitCode).toBe(0);
    const { source, sections, units } = article(out);
    expect(source).toMatchObject({ videoId: ID, transcript: { origin: 'youtube', ...transcript } });
    expect(source.transcript.words).toBeGreaterThan(400);
    expect(sections.length).toBeGreaterThan(1);
    expect(units[0]?.start).toBeTypeOf('number');
  });

  it('by yt-dlp, when YouTube refuses this network', async () => {
    using program = new FakeYtDlp([
      {
        files: {
          'video.info.json': JSON.stringify({
            id: ID,
            title: 'Press conference | Riverton TV',
            upload_date: '20240613',
            language: 'en',
            automatic_captions: { 'en-orig': [] },
          }),
        },
      },
      { files: { 'video.en-orig.json3': json3(LINES) } },
    ]);
    const { exitCode, stderr, out } = await write({
      script: { player: { ANDROID: BOT, VISIONOS: BOT } },
      env: { COPYDESK_YT_DLP: program.path },
    });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('The captions came by yt-dlp, after youtube-transcript (YOUTUBE_BOT_CHECK)');
    expect(article(out).source).toMatchObject({ publishedAt: '2024-06-13', show: 'Riverton TV' });
  });

  it('a second time without asking YouTube, unless it is to', async () => {
    const { run, asked, exitCode } = await write({
      script: { player: { ANDROID: reply(), WEB }, captions: { 'en.auto': srv3Auto(LINES) } },
    });
    expect([exitCode, asked()]).toEqual([0, 3]);
    expect([(await run()).exitCode, asked()]).toEqual([0, 3]);
  });
});

describe('a link that does not', () => {
  test.each<[string, Answer, number, string]>([
    [
      'a private video',
      reply({ status: 'LOGIN_REQUIRED', reason: 'This video is private', details: null }),
      1,
      'VIDEO_PRIVATE',
    ],
    [
      'a premiere',
      reply({ status: 'LIVE_STREAM_OFFLINE', reason: 'Premieres in 3 hours' }),
      4,
      'VIDEO_UPCOMING',
    ],
    ['a captcha', captchaPage, 4, 'YOUTUBE_RATE_LIMITED'],
    ['too many requests', tooManyRequests(5), 4, 'YOUTUBE_RATE_LIMITED'],
  ])(
    'ends with the code of %s, says what to do, and names the file as the way out',
    async (_, player, exit, code) => {
      const { exitCode, stdout, stderr } = await write({ script: { player: { ANDROID: player } } });
      expect(exitCode).toBe(exit);
      expect(JSON.parse(stdout)).toMatchObject({ code, dir: null });
      expect(stderr).toMatch(/Likely cause: .+\n {2}What to do: /);
      expect(stderr).toMatch(/Run the same command again|copydesk write captions\.vtt --url LINK/);
    },
  );

  it('names every route in the error', async () => {
    const { exitCode, stderr } = await write({
      script: { player: { ANDROID: BOT, VISIONOS: BOT } },
      env: { COPYDESK_YT_DLP: '/nowhere/yt-dlp' },
    });
    expect(exitCode).toBe(4);
    expect(stderr).toContain(
      'Tried: youtube-transcript (YOUTUBE_BOT_CHECK), YouTube as VISIONOS (YOUTUBE_BOT_CHECK), yt-dlp (YTDLP_MISSING).',
    );
  });

  it('ends with 4 and the proxy first, when nothing answers and one is set but not used', async () => {
    const env = { COPYDESK_YOUTUBE_ORIGIN: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://10.0.0.1:3128' };
    const { exitCode, stderr } = await runCli(['write', ID, '--out', temporaryFolder()], { env });
    expect(exitCode).toBe(4);
    expect(stderr).toMatch(/What to do: Set NODE_USE_ENV_PROXY=1[\s\S]+copydesk write captions\.vtt/);
  });
});

describe('copydesk doctor', () => {
  const probe = async (answer: Answer, env: Record<string, string> = {}) => {
    await using youtube = await YouTubeServer.start();
    youtube.script('jNQXAC9IVRw', { player: { ANDROID: answer } });
    const { stdout } = await runCli(['doctor', '--json'], {
      env: { COPYDESK_YOUTUBE_ORIGIN: youtube.origin, PATH: process.env.PATH ?? '', ...env },
    });
    const checks: { name: string; status: string; what: string; remedy?: string }[] =
      JSON.parse(stdout).checks;
    return (name: string) => checks.find((check) => check.name === name);
  };
  const served = playerReply({ videoId: 'jNQXAC9IVRw' });

  it('says that YouTube serves this network', async () => {
    const check = await probe(served);
    expect(check('YouTube')).toMatchObject({ status: 'ok', what: expect.stringContaining('ANDROID') });
    expect(check('yt-dlp')).toMatchObject({ status: 'off' });
  });

  it.each<[string, Answer]>([
    [
      'YOUTUBE_BOT_CHECK',
      playerReply({
        videoId: 'jNQXAC9IVRw',
        status: 'LOGIN_REQUIRED',
        reason: 'Sign in to confirm you\u2019re not a bot',
      }),
    ],
    ['YOUTUBE_RATE_LIMITED', captchaPage],
    ['YOUTUBE_CONSENT_REQUIRED', { status: 302, headers: { location: 'https://consent.youtube.com/m' } }],
    ['NETWORK_UNREACHABLE', { fault: 'reset' }],
  ])('says what blocks it: %s', async (code, answer) => {
    const check = await probe(answer);
    const status = code === 'NETWORK_UNREACHABLE' ? 'off' : 'problem';
    expect(check('YouTube')).toMatchObject({ status, what: expect.stringContaining(code) });
    expect(check('YouTube')?.remedy).toContain('copydesk write captions.vtt');
  });

  it.each([
    ['2026.11.10', 'ok', '13 days old'],
    ['2023.03.04', 'problem', 'outrun'],
  ])('says how old yt-dlp is: %s', async (version, status, words) => {
    using program = new FakeYtDlp({}, version);
    const check = await probe(served, { COPYDESK_YT_DLP: program.path });
    expect(check('yt-dlp')).toMatchObject({ status, what: expect.stringContaining(words) });
  });

  it('says that the yt-dlp named is not there, and which proxies are set but unused', async () => {
    const check = await probe(served, {
      COPYDESK_YT_DLP: '/nowhere/yt-dlp',
      https_proxy: 'http://10.0.0.1:1',
    });
    expect(check('yt-dlp')).toMatchObject({
      status: 'problem',
      remedy: expect.stringContaining('Install it'),
    });
    expect(check('Proxy')).toMatchObject({ status: 'problem', what: expect.stringContaining('https_proxy') });
  });

  it('says that a list of clients cannot be used', async () => {
    const file = join(temporaryFolder(), 'clients.json');
    writeFileSync(file, '{}');
    const check = await probe(served, { COPYDESK_YOUTUBE_CLIENTS: file });
    expect(check('YouTube')).toMatchObject({
      status: 'problem',
      what: expect.stringContaining('clients.json'),
    });
  });
});
