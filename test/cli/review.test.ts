import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleFolder } from '../review/start-desk.ts';
import { runCli } from './run-cli.ts';

describe('copydesk review', () => {
  it('prints one line with the link, serves until it is interrupted, and ends well', async () => {
    const folder = await sampleFolder();
    const interruption = new AbortController();
    let stdout = '';
    const ended = runCli(['review', folder, '--reviewer', 'Dana', '--quiet'], {
      signal: interruption.signal,
      onStdout: (text) => {
        stdout += text;
      },
    });
    await expect.poll(() => stdout, { timeout: 20_000 }).toMatch(/\n/u);
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}\n$/u);
    const login = await fetch(stdout.trim(), { redirect: 'manual' });
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await fetch(new URL('/', stdout.trim()), { headers: { cookie } });
    expect(await page.text()).toContain('data-reviewer="Dana"');
    interruption.abort();
    expect((await ended).exitCode).toBe(0);
    await expect(fetch(stdout.trim())).rejects.toThrow();
  });

  it('takes the configured folder when none is named, and says what to do when it is not there', async () => {
    const missing = join(mkdtempSync(join(tmpdir(), 'review-')), 'none');
    const { exitCode, stdout, stderr } = await runCli(['review', '--out', missing]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(`There is no folder ${missing}`);
    expect(stderr).toContain('copydesk review FOLDER');
  });

  it('refuses a port that is no port, and one that is taken', async () => {
    const folder = await sampleFolder();
    for (const port of ['-1', '70000', 'http', '1.5'])
      expect((await runCli(['review', folder, '--port', port])).exitCode, port).toBe(2);
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { exitCode, stderr } = await runCli(['review', folder, '--port', String(port)]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/--port: \d+ cannot be used/u);
    other.close();
  });

  it('loads no server for --help', () => {
    const script = `
      import { registerHooks } from 'node:module';
      const seen = [];
      registerHooks({ resolve(name, context, next) { seen.push(name); return next(name, context); } });
      const { main } = await import('./src/cli/main.ts');
      const io = { stdout() {}, stderr() {}, async *stdin() {}, isTerminal: false };
      await main({ argv: ['--help'], env: {}, signal: new AbortController().signal, now: () => new Date(), io });
      process.stdout.write(JSON.stringify(seen));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    const loaded: string[] = JSON.parse(stdout);
    expect(loaded).toContain('commander');
    expect(loaded.filter((name) => /hono|^diff$|review/u.test(name))).toEqual([]);
  });
});
