import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** What one run of the program does. */
export interface Play {
  readonly stdout?: string;
  /** How often `stdout` is written; `{n}` in it becomes 1, 2, 3, ..., `{nnn}` 001, 002, 003, ... The program waits for its reader. @default 1 */
  readonly times?: number;
  readonly stderr?: string;
  /** @default 0 */
  readonly exitCode?: number;
  /** Written into the folder of `-P` or `--paths`, else the working folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** Stays alive after its output until it is killed. */
  readonly stall?: boolean;
}

const callSchema = z.object({ argv: z.array(z.string()), pid: z.number() });
export type Call = z.infer<typeof callSchema>;

/**
 * A program in a folder of its own that stands in for yt-dlp: it records its arguments and plays what it is told.
 * The plays follow one another, the last one repeats. `--version` is answered apart and not recorded.
 */
export class FakeYtDlp implements Disposable {
  /** Put it into PATH to have the program found by its name. */
  readonly folder: string;
  readonly path: string;

  constructor(plays: Play | readonly Play[], version = '2026.08.19') {
    this.folder = mkdtempSync(join(tmpdir(), 'fake-yt-dlp-'));
    this.path = join(this.folder, 'yt-dlp');
    writeFileSync(join(this.folder, 'plays.json'), JSON.stringify({ version, plays: [plays].flat() }));
    writeFileSync(this.path, `#!${process.execPath}\n(${program.toString()})(require, __dirname);\n`);
    chmodSync(this.path, 0o755);
  }

  get calls(): Call[] {
    const file = join(this.folder, 'calls.jsonl');
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    return lines.map((line) => callSchema.parse(JSON.parse(line)));
  }

  /** How often the last run has written its stdout so far. */
  get written(): number {
    const file = join(this.folder, 'written');
    return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  }

  /** Whether the run with this number still lives. */
  isRunning(call: number): boolean {
    try {
      return process.kill(this.calls[call]?.pid ?? 0, 0);
    } catch {
      return false;
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Becomes the text of the program, so it uses nothing from outside itself. */
async function program(load: NodeJS.Require, folder: string): Promise<void> {
  const fs = load('node:fs') as typeof import('node:fs');
  const path = load('node:path') as typeof import('node:path');
  const events = load('node:events') as typeof import('node:events');
  const argv = process.argv.slice(2);
  const { version, plays } = JSON.parse(fs.readFileSync(path.join(folder, 'plays.json'), 'utf8'));
  if (argv.includes('--version')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const log = path.join(folder, 'calls.jsonl');
  const count = fs.existsSync(log) ? fs.readFileSync(log, 'utf8').trim().split('\n').length : 0;
  fs.appendFileSync(log, `${JSON.stringify({ argv, pid: process.pid })}\n`);
  const play: Play = plays[Math.min(count, plays.length - 1)];
  const target = argv[argv.findIndex((flag) => flag === '-P' || flag === '--paths') + 1];
  for (const [name, text] of Object.entries(play.files ?? {}))
    fs.writeFileSync(
      path.join(argv.some((flag) => /^(?:-P|--paths)$/.test(flag)) ? (target ?? '.') : '.', name),
      text,
    );
  if (play.stderr !== undefined) fs.writeSync(2, play.stderr);
  if (play.stdout !== undefined) {
    for (let run = 1; run <= (play.times ?? 1); run++) {
      if (
        !process.stdout.write(
          play.stdout.replace(/\{n+\}/g, (place) => String(run).padStart(place.length - 2, '0')),
        )
      )
        await events.once(process.stdout, 'drain');
      fs.writeFileSync(path.join(folder, 'written'), String(run));
    }
  }
  process.exitCode = play.exitCode ?? 0;
  if (play.stall) setInterval(() => {}, 1_000);
}
