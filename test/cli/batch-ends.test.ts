import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { startModelServer } from '../servers/model-server.ts';
import { newsroom } from '../servers/newsroom.ts';
import { channelPage, lockup, resolvedTo, TAB_PARAMS } from '../servers/youtube-lists.ts';
import { captionLines, playerReply, srv3Auto } from '../servers/youtube-replies.ts';
import { captchaPage, YouTubeServer } from '../servers/youtube-server.ts';
import { folderOf, readEvents, readReport, speech, stateOf } from './batch-files.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

describe('the end of a batch', () => {
  it('runs the command of --on-end without a shell, with the report and without keys', async () => {
    const [folder, out] = [folderOf('Riverton'), temporaryFolder()];
    const told = join(temporaryFolder(), 'told.json');
    const script = join(temporaryFolder(), 'on end.mjs');
    writeFileSync(
      script,
      `import { writeFileSync } from 'node:fs';
       writeFileSync(process.argv[2], JSON.stringify({ env: process.env, args: process.argv.slice(3) }));
       console.log('told');`,
    );
    const onEnd = `${process.execPath} "${script}" ${told} '$HOME;ls'`;
    const env = {
      PATH: process.env.PATH ?? '',
      OPENAI_API_KEY: 'sk-secret-1',
      DATABASE_URL: 'postgres://me:sk-secret-2@db',
    };
    const argv = ['batch', folder, '--out', out, '--writer', 'extractive', '--on-end', onEnd];
    const { exitCode, stdout, stderr } = await runCli(argv, { env });
    expect(exitCode).toBe(0);
    const { env: given, args } = JSON.parse(readFileSync(told, 'utf8'));
    expect(args).toEqual(['$HOME;ls']);
    expect(existsSync(given.COPYDESK_REPORT)).toBe(true);
    expect(given.COPYDESK_EXIT_CODE).toBe('0');
    expect(JSON.stringify(given)).not.toContain('sk-secret');
    // Results alone go to standard output.
    expect(stderr).toContain('told\n');
    expect(stdout).not.toContain('told\n');
  });

  it.each([
    ['fails', `${process.execPath} -e process.exit(3)`, 'ended with 3'],
    ['is not there', 'no-such-program-here', 'cannot be run'],
  ])('warns of a command that %s, and ends as it would have', async (_, onEnd, warning) => {
    const [folder, out] = [folderOf('Riverton'), temporaryFolder()];
    const { exitCode, stderr } = await runCli(['batch', folder, '--out', out, '--on-end', onEnd]);
    expect(exitCode).toBe(0);
    expect(stderr).toContain(warning);
  });

  it('sends what is new as JSON to a webhook, and warns when that is refused', async () => {
    const bodies: string[] = [];
    const server = createServer(async (request, response) => {
      bodies.push(await readText(request));
      response.writeHead(bodies.length === 1 ? 204 : 500).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const webhook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?secret=s3cret`;
    const [folder, out] = [folderOf('Riverton'), temporaryFolder()];
    const argv = ['batch', folder, '--out', out, '--webhook', webhook];
    const first = await runCli(argv, { env: { OPENAI_API_KEY: '' } });
    expect(first.stderr).not.toContain('Warning');
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({
      event: 'batch-end',
      exitCode: 0,
      totals: { done: 1 },
      videos: [{ title: 'riverton', status: 'done' }],
    });
    const second = await runCli(argv);
    expect(JSON.parse(bodies[1] ?? '').videos).toEqual([]);
    expect(second.stderr).toContain('Warning: The webhook answered with status 500.');
    expect(second.stderr).not.toContain('s3cret');
    expect(second.exitCode).toBe(0);
    server.close();
  });

  it.each(['md', 'json', 'html'])(
    'writes the report once more as .%s, with links that lead to the articles',
    async (ending) => {
      const [folder, place] = [folderOf('Riverton'), temporaryFolder()];
      const [out, report] = [join(place, 'articles'), join(place, 'reports', `night.${ending}`)];
      mkdirSync(join(place, 'reports'));
      const { stdout } = await runCli(['batch', folder, '--out', out, '--report', report]);
      expect(stdout).toContain(`Report: ${report}\n`);
      const content = readFileSync(report, 'utf8');
      if (ending === 'json') expect(JSON.parse(content).totals.done).toBe(1);
      else {
        const link = /(?:<|")(\.\.\/articles\/riverton-[^"/]+\/article\.html)/u.exec(content)?.[1] ?? '';
        expect(existsSync(join(place, 'reports', link))).toBe(true);
      }
    },
  );
});

describe('what could hide the end of a batch', () => {
  it('is refused when it begins: a report in a folder that is not there', async () => {
    const out = join(temporaryFolder(), 'articles');
    for (const report of ['/proc/nope/r.html', join(tmpdir(), 'no-such-folder', 'r.md')]) {
      const { exitCode, stderr } = await runCli(['batch', '.', '--out', out, '--report', report]);
      expect(exitCode).toBe(2);
      expect(stderr).toContain('  --report: must be a file in a folder that exists');
    }
    expect(existsSync(out)).toBe(false);
  });

  it('is a warning when it ends: a report that cannot be written', async () => {
    const [folder, out] = [folderOf('Riverton'), temporaryFolder()];
    writeFileSync(join(out, '.reports'), 'a file');
    const onEnd = `${process.execPath} -e console.log(process.env.COPYDESK_EXIT_CODE+"told")`;
    const argv = ['batch', folder, '--out', out, '--on-end', onEnd.replaceAll('"', '\\"')];
    const { exitCode, stdout, stderr } = await runCli(argv);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Written: 1');
    expect(stderr).toContain('Warning: The report is missing');
    expect(stderr).toContain('0told');
  });

  it('does not wait for a command of --on-end after Ctrl-C', async () => {
    const [folder, out] = [folderOf('Riverton'), temporaryFolder()];
    const started = join(temporaryFolder(), 'started');
    const script = `require('node:fs').writeFileSync('${started}','');setInterval(()=>{},1000)`;
    const onEnd = `${process.execPath} -e "${script}"`;
    let drain = (): void => undefined;
    const watch = setInterval(() => existsSync(started) && drain(), 20);
    const { exitCode, stderr } = await runCli(['batch', folder, '--out', out, '--on-end', onEnd], {
      drainFirst: (given) => {
        drain = given;
      },
    });
    clearInterval(watch);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('Warning: The command of --on-end was interrupted');
  });
});

describe('addresses with a password', () => {
  it.each([
    ['--webhook', ['--webhook', 'https://me:s3cret@hooks.test/x'], {}],
    ['--webhook', [], { COPYDESK_WEBHOOK: 'https://me:s3cret@hooks.test/x' }],
    ['OPENAI_BASE_URL', [], { OPENAI_BASE_URL: 'https://me:s3cret@models.test/v1' }],
  ])('are refused in %s, and not repeated', async (name, flags, env) => {
    const { exitCode, stderr } = await runCli(['batch', '.', ...flags], { env });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(name);
    expect(stderr).toContain('must have no user and no password in it');
    expect(stderr).not.toContain('s3cret');
  });
});

describe('a batch of links', () => {
  /** A video with automatic captions. */
  const playable = (videoId: string) => ({
    player: {
      ANDROID: playerReply({
        videoId,
        details: { title: 'Harbour meeting | Riverton TV' },
        tracks: [{ language: 'en', auto: true }],
      }),
      WEB: playerReply({ videoId }),
    },
    captions: { 'en.auto': srv3Auto(captionLines(speech('Riverton'))) },
  });

  it('asks YouTube for nothing when all is known', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.script('riverton-01', playable('riverton-01'));
    const env = { COPYDESK_YOUTUBE_ORIGIN: youtube.origin };
    const out = temporaryFolder();
    expect((await runCli(['batch', 'https://youtu.be/riverton-01', '--out', out], { env })).exitCode).toBe(0);
    const asked = youtube.requests.length;
    const again = await runCli(
      ['batch', 'riverton-01', 'https://www.youtube.com/watch?v=riverton-01', '--out', out],
      { env },
    );
    expect(again.exitCode).toBe(0);
    expect(youtube.requests).toHaveLength(asked);
  });

  it('asks YouTube no more once it refuses, and writes the files', async () => {
    await using youtube = await YouTubeServer.start();
    const closed = { player: { ANDROID: captchaPage }, watch: captchaPage };
    // One video more may be on its way when the first is refused; the third is never asked for.
    youtube.script('riverton-01', closed).script('riverton-02', closed);
    await using server = await startModelServer(newsroom);
    const env = { COPYDESK_YOUTUBE_ORIGIN: youtube.origin, OPENAI_BASE_URL: server.baseURL };
    const [folder, out] = [folderOf('Milltown', 'Seaview'), temporaryFolder()];
    const stdin = [
      'riverton-01',
      'riverton-02',
      'riverton-03',
      join(folder, 'milltown.txt'),
      join(folder, 'seaview.txt'),
    ].join('\n');
    const argv = ['batch', '-', '--out', out, '--concurrency', '1', '--json'];
    const { exitCode, stdout } = await runCli(argv, { env, stdin });
    expect(exitCode).toBe(4);
    const ends = readEvents(stdout).filter(({ event }) => event === 'video-end');
    expect(ends.filter(({ status }) => status === 'done')).toHaveLength(2);
    expect(ends.filter(({ code }) => code === 'YOUTUBE_RATE_LIMITED')).toHaveLength(3);
    expect(stateOf(out, 'Milltown').status).toBe('done');
    const waiting = readReport(out).videos.find(({ id }) => id === 'riverton-03');
    expect(waiting).toMatchObject({ status: 'pending', lookAgainAt: '2026-11-23T13:00:00.000Z' });
    const again = await runCli(argv, { env, stdin });
    expect(again.exitCode).toBe(0);
  });

  it.each([
    [
      'is private',
      { status: 'LOGIN_REQUIRED', reason: 'This video is private', details: null },
      'failed',
      'VIDEO_PRIVATE',
      1,
    ],
    [
      'is gone',
      { status: 'ERROR', reason: 'Video unavailable', details: null },
      'failed',
      'VIDEO_UNAVAILABLE',
      1,
    ],
    [
      'is a premiere',
      { status: 'LIVE_STREAM_OFFLINE', reason: 'Premieres in 3 hours' },
      'pending',
      'VIDEO_UPCOMING',
      4,
    ],
    ['has no captions', {}, 'refused', 'TRANSCRIPT_DISABLED', 3],
  ] as const)(
    'goes on after a video that %s, and leaves it alone the next time',
    async (_, sketch, status, code, exit) => {
      await using youtube = await YouTubeServer.start();
      const env = { COPYDESK_YOUTUBE_ORIGIN: youtube.origin };
      const web = playerReply({
        videoId: 'harbour-001',
        microformat: { publishDate: '2020-01-01T10:00:00-08:00' },
      });
      const player = playerReply({ videoId: 'harbour-001', ...sketch });
      youtube
        .script('harbour-001', { player: { ANDROID: player, VISIONOS: player, WEB: web } })
        .script('riverton-01', playable('riverton-01'));
      const out = temporaryFolder();
      const argv = ['batch', 'harbour-001', 'riverton-01', '--out', out];
      const { exitCode, stderr } = await runCli(argv, { env });
      expect(stderr).toContain(`[${code}]\n  What to do: `);
      expect(exitCode).toBe(exit);
      const { videos } = readReport(out);
      expect(videos.find(({ id }) => id === 'harbour-001')).toMatchObject({ status, code });
      expect(videos.find(({ id }) => id === 'riverton-01')).toMatchObject({ status: 'done' });
      const asked = youtube.requests.length;
      expect((await runCli(argv, { env })).exitCode).toBe(0);
      expect(youtube.requests).toHaveLength(asked);
    },
  );

  it('goes through a channel, and on the next night only as far as there is something new', async () => {
    await using youtube = await YouTubeServer.start();
    const channel = 'UCabcdefghijklmnopqrstuv';
    const rows = (...ids: readonly string[]) =>
      ids.map((id) => lockup({ id, title: `Talk ${id}`, age: '2 days ago' }));
    const show = (ids: readonly string[]): void => {
      const page = channelPage({
        id: channel,
        tabs: ['featured', 'videos'],
        selected: 'videos',
        rows: rows(...ids),
      });
      youtube.scriptPage(`browse ${channel} ${TAB_PARAMS.videos}`, page);
    };
    youtube.scriptPage('resolve https://www.youtube.com/@coast', resolvedTo(channel));
    youtube.scriptPage(
      `browse ${channel}`,
      channelPage({ id: channel, tabs: ['featured', 'videos'], selected: 'featured' }),
    );
    const ids = ['coastTalk01', 'coastTalk02'];
    for (const id of ['coastTalk00', ...ids]) youtube.script(id, playable(id));
    show(ids);
    const env = { COPYDESK_YOUTUBE_ORIGIN: youtube.origin };
    const out = temporaryFolder();
    const first = await runCli(['batch', '@coast', '--out', out], { env });
    expect(first.stderr).not.toContain('What to do');
    expect(first.exitCode).toBe(0);
    expect(ids.every((id) => existsSync(join(out, id, 'article.json')))).toBe(true);
    show(['coastTalk00', ...ids]);
    const memories = () =>
      readdirSync(join(out, '.batch', 'lists')).map((name) =>
        readFileSync(join(out, '.batch', 'lists', name), 'utf8'),
      );
    const before = memories();
    const plan = await runCli(['batch', '@coast', '--out', out, '--dry-run', '--json'], { env });
    expect(readEvents(plan.stdout)).toMatchObject([
      { id: 'coastTalk00', code: null },
      { event: 'batch-plan', videos: 1 },
    ]);
    expect(memories()).toEqual(before);
    const asked = youtube.requests.length;
    const second = await runCli(['batch', '@coast', '--out', out], { env });
    expect(second.stdout).toContain('Written: 1\n');
    expect(youtube.requests.slice(asked).filter(({ body }) => ids.some((id) => body.includes(id)))).toEqual(
      [],
    );
  });

  it('fails for the lines of a list that are mistyped, and writes the others', async () => {
    const [folder, out] = [folderOf('Riverton', 'Milltown'), temporaryFolder()];
    const list = join(folder, 'night.list');
    writeFileSync(list, 'wirte\nriverton.txt --published yesterday\nmilltown.txt\n');
    const { exitCode, stderr } = await runCli(['batch', list, '--out', out]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`Line 2 of ${list} cannot be used: riverton.txt --published yesterday`);
    expect(stateOf(out, 'Milltown').status).toBe('done');
    const { stop, videos } = readReport(out);
    expect(stop).toBeFalsy();
    expect(videos.map(({ status }) => status).sort()).toEqual(['done', 'failed', 'failed']);
  });

  it('says of a link to YouTube that is neither video nor list what to pass instead, and goes on', async () => {
    const [folder, out] = [folderOf('Riverton'), temporaryFolder()];
    const { exitCode, stderr } = await runCli([
      'batch',
      'https://www.youtube.com/feed/trending',
      folder,
      '--out',
      out,
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/LIST_LINK_INVALID[\s\S]+What to do/u);
    expect(stateOf(out, 'Riverton').status).toBe('done');
  });
});

describe('a dry run of a batch', () => {
  it('says what is to do, with tokens and money, and neither asks nor writes', async () => {
    await using server = await startModelServer(newsroom);
    const env = { OPENAI_BASE_URL: server.baseURL };
    const [folder, out] = [folderOf('Riverton', 'Milltown'), join(temporaryFolder(), 'articles')];
    const config = join(temporaryFolder(), 'copydesk.json');
    writeFileSync(config, JSON.stringify({ prices: { '*': { input: 10, output: 10 } } }));
    const argv = [
      'batch',
      folder,
      join(folder, 'nothing.vtt'),
      '--out',
      out,
      '--config',
      config,
      '--dry-run',
    ];
    const { exitCode, stdout, stderr } = await runCli(argv, { env });
    expect(stdout).toMatch(/^milltown: 3 calls, [\d,]+ tokens, \$0\.\d+\nriverton: 3 calls/u);
    expect(stdout).toMatch(/\n2 videos to do, 0 with nothing to do\nAt least 6 calls, [\d,]+ input tokens/u);
    expect(stderr).toContain('SOURCE_NOT_FOUND');
    expect(exitCode).toBe(2);
    expect(server.requests).toHaveLength(0);
    expect(existsSync(out)).toBe(false);
    await runCli(['batch', folder, '--out', out, '--max-videos', '1'], { env });
    const rest = await runCli(['batch', folder, '--out', out, '--dry-run', '--json'], { env });
    const events = readEvents(rest.stdout);
    expect(events).toMatchObject([
      { event: 'video-plan', calls: 3 },
      { event: 'batch-plan', videos: 1, calls: 3, skipped: 1 },
    ]);
    expect(readdirSync(join(out, '.reports'))).toHaveLength(3);
  });

  it('leaves alone what the real run would leave alone once it is read', async () => {
    const [folder, out] = [temporaryFolder(), temporaryFolder()];
    const file = (name: string, facts: string): void =>
      writeFileSync(join(folder, `${name}.md`), `---\ntitle: ${name}\n${facts}---\n\n${speech(name)}\n`);
    file('Ashford', 'published: 2026-10-01\n');
    file('Bexley', 'url: https://youtu.be/riverton-01\n');
    file('Corby', 'url: https://youtu.be/riverton-01\n');
    const argv = ['batch', folder, '--out', out, '--since', '2026-11-01', '--json'];
    const plan = await runCli([...argv, '--dry-run']);
    expect(readEvents(plan.stdout).at(-1)).toMatchObject({ videos: 1, skipped: 2 });
    const real = await runCli(argv);
    expect(readEvents(real.stdout).at(-1)).toMatchObject({ totals: { done: 1 } });
  });
});
