import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';

export interface CliResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly signal?: AbortSignal;
  /** Receives what the first Ctrl-C of a draining command does. */
  readonly drainFirst?: (drain: () => void) => void;
  /** @default 2026-11-23T12:00:00Z, standing still */
  readonly now?: () => Date;
  /** Told of output as it comes, for commands that do not end by themselves. */
  readonly onStdout?: (text: string) => void;
}

/** The command line in this process, with a world of its own. */
export async function runCli(argv: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  let stdout = '';
  let stderr = '';
  const exitCode = await main({
    argv,
    env: options.env ?? {},
    signal: options.signal ?? new AbortController().signal,
    drainFirst: options.drainFirst,
    now: options.now ?? (() => new Date('2026-11-23T12:00:00Z')),
    io: {
      stdout: (text) => {
        stdout += text;
        options.onStdout?.(text);
        return true;
      },
      stderr: (text) => {
        stderr += text;
      },
      stdin: async function* () {
        yield options.stdin ?? '';
      },
      isTerminal: options.stdin === undefined,
    },
  });
  return { exitCode, stdout, stderr };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'copydesk-'));
}
