import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { FakeYtDlp } from '../servers/fake-yt-dlp.ts';
import {
  alertPage,
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
import { runCli } from './run-cli.ts';

const CHANNEL = 'UCabcdefghijklmnopqrstuv';
const PLAYLIST = 'PLabcdefghijklmnopqrstuvwxyz012345';
const env = (youtube: YouTubeServer) => ({ COPYDESK_YOUTUBE_ORIGIN: youtube.origin });

function scriptCoast(youtube: YouTubeServer): void {
  const badge = { text: 'Members only', style: 'BADGE_MEMBERS_ONLY' };
  const rows = {
    videos: [
      lockup({ id: 'lightHouse1', title: 'How a lighthouse works', age: '1 day ago', duration: '12:34' }),
      lockup({
        id: 'lampRoom001',
        title: 'Behind the scenes of the lamp room',
        age: '7 days ago',
        duration: '8:05',
        badge,
      }),
      lockup({ id: 'oldKeeper01', title: 'The old keeper', age: '2 years ago' }),
    ],
    streams: [
      lockup({
        id: 'keepersLog1',
        title: "The keepers' evening, streamed from the lamp room",
        age: 'Streamed 2 days ago',
        duration: '1:02:03',
      }),
    ],
    shorts: [short({ id: 'fogHorn0001', title: 'The fog horn in ten seconds' })],
  };
  const tabs = ['featured', 'videos', 'shorts', 'streams'] as const;
  youtube.scriptPage('resolve https://www.youtube.com/@coast', resolvedTo(CHANNEL));
  youtube.scriptPage(`browse ${CHANNEL}`, channelPage({ id: CHANNEL, tabs, selected: 'featured' }));
  for (const tab of ['videos', 'shorts', 'streams'] as const) {
    const page = channelPage({ id: CHANNEL, tabs, selected: tab, rows: rows[tab] });
    youtube.scriptPage(`browse ${CHANNEL} ${TAB_PARAMS[tab]}`, page);
  }
}

describe('copydesk list', () => {
  it('prints what the README shows', async () => {
    await using youtube = await YouTubeServer.start();
    scriptCoast(youtube);
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const shown = /<!-- list -->\n+```text\n(?<text>[\s\S]*?)```/u.exec(readme)?.groups?.text;
    const argv = ['list', '@coast', '--since', '2026-11-01', '--shorts', '--members'];
    expect(readme).toContain(`copydesk ${argv.join(' ')}`);
    const { stdout, stderr, exitCode } = await runCli(argv, { env: env(youtube) });
    expect([stdout, stderr, exitCode]).toEqual([shown, '4 videos\n', 0]);
  });

  it('prints a line of JSON for each video, and no word more', async () => {
    await using youtube = await YouTubeServer.start();
    scriptCoast(youtube);
    const { stdout, stderr } = await runCli(
      ['list', '@coast', '--json', '--quiet', '--limit', '2', '--no-live'],
      {
        env: env(youtube),
      },
    );
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['lightHouse1', 'oldKeeper01']);
    expect(stderr).toBe('');
  });

  it('stops asking at its limit', async () => {
    await using youtube = await YouTubeServer.start();
    const rows = Array.from({ length: 100 }, (_, index) => playlistRow({ id: rowId('p', index) }));
    youtube.scriptPage(`browse VL${PLAYLIST}`, playlistPage(rows, 'never'));
    const { stdout } = await runCli(['list', PLAYLIST, '--limit', '100'], { env: env(youtube) });
    expect(stdout.trim().split('\n')).toHaveLength(100);
    expect(youtube.requests).toHaveLength(1);
  });

  it('lets no title steer the terminal or add a line', async () => {
    await using youtube = await YouTubeServer.start();
    const title = 'a\u001B]0;owned\u0007\u001B[2J\nPLAIN\u202E';
    youtube.scriptPage(`browse VL${PLAYLIST}`, playlistPage([playlistRow({ id: rowId('p', 1), title })]));
    const { stdout } = await runCli(['list', PLAYLIST], { env: env(youtube) });
    expect(stdout).toMatch(/^[\x20-\x7E]+\n$/);
  });

  it('finds yt-dlp in PATH', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage(`browse VL${PLAYLIST}`, { status: 403 });
    using program = new FakeYtDlp({ stdout: '{"id":"-dashFirst1","title":"One"}\n' });
    const PATH = `/nowhere:${program.folder}`;
    const { stdout } = await runCli(['list', PLAYLIST], {
      env: { ...env(youtube), COPYDESK_YT_DLP: 'yt-dlp', PATH },
    });
    expect(stdout).toMatch(/^-dashFirst1 .* One\n$/);
  });

  test.each([
    ['captions.vtt', 2, 'LIST_LINK_INVALID'],
    ['https://youtu.be/lightHouse1', 2, 'copydesk write LINK'],
    ['https://www.youtube.com/playlist?list=WL', 2, 'only its owner sees'],
  ])('refuses %s', async (link, code, text) => {
    const { exitCode, stderr, stdout } = await runCli(['list', link]);
    expect([exitCode, stdout]).toEqual([code, '']);
    expect(stderr).toContain(text);
  });

  test.each([
    ['--limit', '0'],
    ['--limit', 'ten'],
    ['--since', 'yesterday'],
  ])('refuses %s %s', async (flag, value) => {
    const { exitCode, stderr } = await runCli(['list', '@coast', flag, value]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${flag}: must be`);
  });

  it('quotes YouTube on a playlist that is private', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.scriptPage(`browse VL${PLAYLIST}`, alertPage('This playlist is private.'));
    const { exitCode, stderr } = await runCli(['list', PLAYLIST], { env: env(youtube) });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('YouTube says "This playlist is private.". [PLAYLIST_UNAVAILABLE]');
  });

  it('says what to do with nothing reachable', async () => {
    const nowhere = { COPYDESK_YOUTUBE_ORIGIN: 'http://127.0.0.1:9' };
    const { exitCode, stderr } = await runCli(['list', PLAYLIST], { env: nowhere });
    expect(exitCode).toBe(4);
    expect(stderr).toContain('What to do: Check the connection');
  });

  it('ends in peace when its reader goes', async () => {
    await using youtube = await YouTubeServer.start();
    const page = (index: number) =>
      Array.from({ length: 100 }, (_, row) => playlistRow({ id: rowId('p', index * 100 + row) }));
    youtube.scriptPage(`browse VL${PLAYLIST}`, playlistPage(page(0), 'page-1'));
    for (let index = 1; index < 5; index++)
      youtube.scriptPage(
        `continuation page-${index}`,
        continuationPage(page(index), index === 4 ? undefined : `page-${index + 1}`),
      );
    const cli = new URL('../../src/cli.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [cli, 'list', PLAYLIST], {
      env: { ...process.env, ...env(youtube) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (text) => {
      errors += text;
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect((await once(child, 'close'))[0]).toBe(0);
    expect(errors).not.toContain('EPIPE');
  }, 30_000);
});
