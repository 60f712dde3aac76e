import { expect, it } from 'vitest';
import { ProgramFailed, runProgram } from '../../src/transcript/youtube/run-program.ts';
import { FakeYtDlp } from '../servers/fake-yt-dlp.ts';

const read = async (program: FakeYtDlp, idleMs: number) => {
  const lines: string[] = [];
  for await (const line of runProgram(program.path, [], { idleMs, env: process.env })) lines.push(line);
  return lines;
};

it('a program that falls silent is killed', async () => {
  using program = new FakeYtDlp({ stdout: 'one\n', stall: true });
  await expect(read(program, 1_000)).rejects.toThrow(new ProgramFailed('no word for 1 s'));
  await expect.poll(() => program.isRunning(0)).toBe(false);
});

it('a reader that takes its time is no silence of the program', async () => {
  using program = new FakeYtDlp({ stdout: 'one\ntwo' });
  const lines: string[] = [];
  for await (const line of runProgram(program.path, [], { idleMs: 600, env: process.env })) {
    lines.push(line);
    await new Promise((resolve) => setTimeout(resolve, 900));
  }
  expect(lines).toEqual(['one', 'two']);
});

it('a program that ends badly is an error with its last line, after what it printed', async () => {
  using program = new FakeYtDlp({ stdout: 'one\n', stderr: 'ERROR: gone\n\n', exitCode: 2 });
  await expect(read(program, 9_000)).rejects.toThrow(new ProgramFailed('ERROR: gone'));
});
