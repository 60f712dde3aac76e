import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/index.ts';
import { checkedSchema } from '../../src/check/findings.ts';
import { startModelServer } from '../servers/model-server.ts';
import { newsroom } from '../servers/newsroom.ts';
import { hang, outOfQuota, wrongKey } from '../servers/turns.ts';
import { captionLines, playerReply, srv3Auto } from '../servers/youtube-replies.ts';
import { captchaPage, tooManyRequests, YouTubeServer } from '../servers/youtube-server.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

const PROSE = Array.from(
  { length: 14 },
  (_, index) =>
    `The harbour council of Riverton met on pier ${index + 2} and heard that measure ${index + 20} would cost ${index + 3} million crowns in spring.`,
).join(' ');

function sourceFile(text = PROSE, name = 'riverton.txt'): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

const readArticle = (folder: string) =>
  parseArticle(JSON.parse(readFileSync(join(folder, 'article.json'), 'utf8')));
const readFindings = (folder: string) =>
  checkedSchema.parse(JSON.parse(readFileSync(join(folder, 'findings.json'), 'utf8')));

async function withYouTube(
  script: Parameters<YouTubeServer['script']>[1],
  run: (env: Record<string, string>) => Promise<void>,
): Promise<void> {
  await using youtube = await YouTubeServer.start();
  youtube.script('riverton-01', script);
  await run({ COPYDESK_YOUTUBE_ORIGIN: youtube.origin });
}

const player = playerReply({
  videoId: 'riverton-01',
  details: { title: 'Harbour meeting | Riverton TV' },
  tracks: [{ language: 'en', auto: true }],
});
const playable = {
  player: {
    ANDROID: player,
    WEB: playerReply({ videoId: 'riverton-01', details: { title: undefined, shortDescription: undefined } }),
  },
  captions: { 'en.auto': srv3Auto(captionLines(PROSE)) },
};

describe('copydesk write', () => {
  it('writes a file without a model and leaves a valid article', async () => {
    const out = temporaryFolder();
    const { exitCode, stdout } = await runCli([sourceFile(), '--out', out, '--json']);
    const line = JSON.parse(stdout);
    expect(exitCode).toBe(0);
    expect(line).toMatchObject({ status: 'written', code: null, errors: 0, calls: 0 });
    const article = readArticle(line.dir);
    expect(article.writer.kind).toBe('extractive');
    expect(article.id).toMatch(/^riverton-[0-9a-f]{8}$/);
    expect(readFindings(line.dir).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('keeps the name of a file without a title as the source, and takes the headline from what is said', async () => {
    const out = temporaryFolder();
    const { stdout } = await runCli([sourceFile(PROSE, 'rec_0042.txt'), '--out', out, '--json']);
    const article = readArticle(JSON.parse(stdout).dir);
    expect(article.source.title).toBe('rec 0042');
    expect(article.headline).not.toMatch(/rec|0042/iu);
    expect(article.headline).toMatch(/Riverton|Council|Measure|Crowns|Pier/u);
  });

  it('writes a file with a model in three calls, quotations from the captions', async () => {
    await using server = await startModelServer(newsroom);
    const out = temporaryFolder();
    const { exitCode, stdout, stderr } = await runCli([sourceFile(), '--out', out, '--json'], {
      env: { OPENAI_BASE_URL: server.baseURL },
    });
    expect(stderr).not.toMatch(/What to do/);
    expect(exitCode).toBe(0);
    const line = JSON.parse(stdout);
    expect(line).toMatchObject({ status: 'written', calls: 3, errors: 0 });
    const article = readArticle(line.dir);
    expect(article.writer).toMatchObject({ kind: 'model', model: 'test-model' });
    expect(article.quotes.length).toBeGreaterThan(3);
    const units = new Map(article.units.map(({ id, text }) => [id, text]));
    for (const { source, units: cited } of article.quotes)
      expect(cited.map((id) => units.get(id)).join(' ')).toContain(source);
    expect(server.requests).toHaveLength(3);
    const again = await runCli([line.source, '--out', out, '--json'], {
      env: { OPENAI_BASE_URL: server.baseURL },
    });
    expect(again.exitCode).toBe(0);
    expect(server.requests).toHaveLength(3);
  });

  it('writes a YouTube link with and without a model, every sentence playable', async () => {
    await using server = await startModelServer(newsroom);
    for (const env of [{}, { OPENAI_BASE_URL: server.baseURL }]) {
      await withYouTube(playable, async (youtube) => {
        const out = temporaryFolder();
        const { exitCode, stderr } = await runCli(['https://youtu.be/riverton-01', '--out', out, '--quiet'], {
          env: { ...env, ...youtube },
        });
        expect(stderr).toBe('');
        expect(exitCode).toBe(0);
        const article = readArticle(join(out, 'riverton-01'));
        expect(article.source).toMatchObject({
          platform: 'youtube',
          videoId: 'riverton-01',
          show: 'Riverton TV',
          transcript: { kind: 'auto', origin: 'youtube' },
        });
        expect(article.units.every(({ start }) => start !== undefined)).toBe(true);
        expect(readFileSync(join(out, 'riverton-01', 'article.html'), 'utf8')).toContain(
          'watch?v=riverton-01&amp;t=',
        );
      });
    }
  });

  it('prints one rendering and nothing else', async () => {
    const { stdout } = await runCli([
      sourceFile(),
      '--out',
      temporaryFolder(),
      '--print',
      'txt',
      '--title',
      'Pier | Harbour Hour',
      '--published',
      '2026-11-23T09:00:00Z',
    ]);
    expect(stdout).toMatch(/\n1 minute ago\n\d+ min read\n/);
    expect(stdout).toContain('\nSource · November 23, 2026\n');
    expect(stdout).toContain('\nSource: Pier | Harbour Hour (transcript file)\n');
  });

  it('reads standard input', async () => {
    const { exitCode, stdout } = await runCli(['-', '--out', temporaryFolder(), '--json'], { stdin: PROSE });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).sourceId).toMatch(/^stdin-[0-9a-f]{8}$/);
  });

  it('replays a recording with no network and no key, and names what it lacks', async () => {
    await using server = await startModelServer(newsroom);
    const [file, recording] = [sourceFile(), join(temporaryFolder(), 'recording')];
    const out = temporaryFolder();
    await runCli([file, '--out', out, '--record', recording], { env: { OPENAI_BASE_URL: server.baseURL } });
    const replayed = await runCli([file, '--out', temporaryFolder(), '--replay', recording, '--json']);
    expect(replayed.exitCode).toBe(0);
    expect(JSON.parse(replayed.stdout)).toMatchObject({ status: 'written', calls: 3 });
    const other = await runCli([
      sourceFile(`${PROSE} And one sentence more.`),
      '--out',
      temporaryFolder(),
      '--replay',
      recording,
    ]);
    expect(other.exitCode).toBe(2);
    expect(other.stderr).toContain('REPLAY_MISSING');
  });

  it.each([
    ['an empty file', '', 'TRANSCRIPT_EMPTY'],
    ['too few words', 'Only a few words are said here.', 'TRANSCRIPT_TOO_SHORT'],
    ['music alone', 'WEBVTT\n\n00:00.000 --> 00:05.000\n[Music]\n', 'TRANSCRIPT_EMPTY'],
    ['a web page', `<!doctype html><html><body>${PROSE}</body></html>`, 'TRANSCRIPT_UNUSABLE'],
  ])('refuses %s with exit 3 and writes nothing', async (_, text, code) => {
    const out = temporaryFolder();
    const { exitCode, stderr, stdout } = await runCli([
      sourceFile(text),
      '--out',
      join(out, 'articles'),
      '--json',
    ]);
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'refused', code, dir: null });
    expect(stderr).toMatch(/Likely cause: .+\n {2}What to do: .+/);
    expect(existsSync(join(out, 'articles'))).toBe(false);
  });

  it('asks no model about a source it refuses', async () => {
    await using server = await startModelServer(newsroom);
    await runCli([sourceFile('Only a few words.'), '--out', temporaryFolder(), '--model', 'test-model'], {
      env: { OPENAI_BASE_URL: server.baseURL },
    });
    expect(server.requests).toHaveLength(0);
  });

  it.each([
    ['an unknown flag', ['--colour', 'x'], /--colour/],
    ['no source', [], /missing required argument|source/],
    ['a file that is not there', ['nothing-here.vtt'], /SOURCE_NOT_FOUND/],
    ['a mistyped command', ['wirte'], /Did you mean write/],
    ['a playlist', ['https://www.youtube.com/playlist?list=PL1234567890'], /VIDEO_ID_INVALID/],
    ['a model that is not configured', ['x.txt', '--writer', 'model'], /MODEL_NOT_CONFIGURED/],
    [
      'settings that cannot be used, all at once',
      ['x.txt', '--min-words', 'many', '--timeout', '-1'],
      /--timeout[\s\S]*--min-words|--min-words[\s\S]*--timeout/,
    ],
  ])('ends with 2 for %s', async (_, argv, message) => {
    const { exitCode, stderr } = await runCli(argv);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
  });

  it('ends with 2 for a wrong key and never prints it', async () => {
    await using server = await startModelServer(() =>
      wrongKey('Incorrect API key provided: sk-very-secret.'),
    );
    const env = { OPENAI_BASE_URL: server.baseURL, OPENAI_API_KEY: 'sk-very-secret', COPYDESK_LOG: 'debug' };
    const { exitCode, stderr, stdout } = await runCli([sourceFile(), '--out', temporaryFolder(), '--debug'], {
      env,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('MODEL_AUTH');
    expect(stderr + stdout).not.toContain('sk-very-secret');
  });

  it.each([
    ['a captcha', { ...playable, player: { ANDROID: captchaPage }, watch: captchaPage }],
    ['too many requests', { player: { ANDROID: tooManyRequests(5) } }],
  ])('ends with 4 when YouTube answers with %s', async (_, script) => {
    await withYouTube(script, async (env) => {
      const { exitCode, stderr } = await runCli(['riverton-01', '--out', temporaryFolder()], { env });
      expect(exitCode).toBe(4);
      expect(stderr).toMatch(/What to do: .+file/s);
    });
  });

  it('ends with 4 when the quota is used up', async () => {
    await using server = await startModelServer(() => outOfQuota());
    const { exitCode, stderr } = await runCli([sourceFile(), '--out', temporaryFolder()], {
      env: { OPENAI_BASE_URL: server.baseURL },
    });
    expect(stderr).toContain('MODEL_QUOTA_EXCEEDED');
    expect(exitCode).toBe(4);
  });

  it('ends with 130 when interrupted in the middle of a call', async () => {
    const interruption = new AbortController();
    await using server = await startModelServer(() => {
      setTimeout(() => interruption.abort(), 20);
      return hang();
    });
    const { exitCode } = await runCli([sourceFile(), '--out', temporaryFolder()], {
      env: { OPENAI_BASE_URL: server.baseURL },
      signal: interruption.signal,
    });
    expect(exitCode).toBe(130);
  });

  it('goes on with the other sources after one that fails', async () => {
    const { exitCode, stdout } = await runCli([
      'nothing-here.vtt',
      sourceFile(),
      '--out',
      temporaryFolder(),
      '--json',
    ]);
    expect(exitCode).toBe(2);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).status),
    ).toEqual(['failed', 'written']);
  });
});

describe('the command line as a process', () => {
  const run = (...argv: string[]): string =>
    execFileSync(process.execPath, ['src/cli.ts', ...argv], { encoding: 'utf8' });

  it('shows its commands and exit codes without loading what they need', () => {
    expect(run('--help')).toMatch(/write[\s\S]+transcript[\s\S]+render[\s\S]+doctor[\s\S]+Exit codes/);
  });

  it('writes the bundled sample from its recording', () => {
    const text = run(
      'write',
      'samples/biden-zelenskyy/captions.en.vtt',
      '--replay',
      'samples/biden-zelenskyy/recording',
      '--out',
      temporaryFolder(),
      '--print',
      'txt',
      '--strict',
    );
    expect(text).toMatch(/\d min read/);
    expect(text).toMatch(/“.{20,}”/);
  });
});
