import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FakeYtDlp } from './fake-yt-dlp.ts';

describe('the stand-in for yt-dlp', () => {
  it('records its arguments and plays one outcome after the other', () => {
    using program = new FakeYtDlp([
      { stdout: 'row {n}\n', times: 2, files: { 'a.en.json3': '{}' } },
      { stderr: 'ERROR: gone\n', exitCode: 1 },
    ]);
    expect(execFileSync(program.path, ['-P', program.folder, '--', 'https://x/']).toString()).toBe(
      'row 1\nrow 2\n',
    );
    expect(readFileSync(join(program.folder, 'a.en.json3'), 'utf8')).toBe('{}');
    const second = spawnSync(program.path, ['-j']);
    expect([second.status, second.stderr.toString()]).toEqual([1, 'ERROR: gone\n']);
    expect(program.calls.map(({ argv }) => argv)).toEqual([
      ['-P', program.folder, '--', 'https://x/'],
      ['-j'],
    ]);
    expect(program.isRunning(0)).toBe(false);
  });

  it('tells its version without a record of it', () => {
    using program = new FakeYtDlp({}, '2023.03.04');
    expect(execFileSync(program.path, ['--version']).toString()).toBe('2023.03.04\n');
    expect(program.calls).toEqual([]);
  });
});
