import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { withFileLock } from '../../src/store/folder/file-lock.ts';

const folderOf = () => mkdtempSync(join(tmpdir(), 'lock-'));

describe('the lock of a folder', () => {
  it('lets one after the other in, and leaves nothing behind, also after a failure', async () => {
    const folder = folderOf();
    let inside = 0;
    let most = 0;
    const task = async () => {
      most = Math.max(most, ++inside);
      await delay(5);
      inside--;
    };
    await Promise.all(Array.from({ length: 8 }, () => withFileLock(folder, task)));
    expect(most).toBe(1);
    await expect(withFileLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(join(folder, '.review.lock'))).toBe(false);
  });

  it('of a process that was killed, or that is far too old, is taken over', async () => {
    const folder = folderOf();
    const file = join(folder, '.review.lock');
    const { pid } = spawnSync(process.execPath, ['-e', '0']);
    writeFileSync(file, String(pid));
    expect(await withFileLock(folder, async () => 'in')).toBe('in');
    writeFileSync(file, String(process.pid));
    const past = new Date(Date.now() - 60_000);
    utimesSync(file, past, past);
    expect(await withFileLock(folder, async () => 'in')).toBe('in');
  });

  it('is kept alive while it is held, and what somebody else has taken over is not removed', async () => {
    const folder = folderOf();
    const file = join(folder, '.review.lock');
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      await withFileLock(folder, async () => {
        const past = new Date(Date.now() - 60_000);
        utimesSync(file, past, past);
        vi.advanceTimersByTime(10_000);
        while (statSync(file).mtimeMs < Date.now() - 30_000) await delay(2);
        writeFileSync(file, 'another');
      });
    } finally {
      vi.useRealTimers();
    }
    expect(readFileSync(file, 'utf8')).toBe('another');
  });

  it('that somebody holds is waited for', async () => {
    const folder = folderOf();
    writeFileSync(join(folder, '.review.lock'), String(process.pid));
    let isIn = false;
    const waiting = withFileLock(folder, async () => {
      isIn = true;
    });
    await delay(80);
    expect(isIn).toBe(false);
    rmSync(join(folder, '.review.lock'));
    await waiting;
    expect(isIn).toBe(true);
  });
});
