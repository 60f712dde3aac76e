import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { type BatchReport, splitWords } from '../../batch/index.ts';
import type { Context } from '../context.ts';

/** Milliseconds a webhook may take. */
const WEBHOOK_MS = 15_000;
/** Milliseconds the command of --on-end may take. */
const COMMAND_MS = 600_000;
/** All that is handed on: a deny list would have to know the names of all secrets. */
const HANDED_ON = /^(?:PATH|HOME|LANG|LC_\w+|TZ|TMPDIR|USER|SHELL)$/u;

interface Ended {
  readonly report: BatchReport;
  readonly file: string | undefined;
  readonly context: Context;
  /** Ends the command. */
  readonly signal: AbortSignal;
}

/** Runs the command of --on-end without a shell. Returns what went wrong, for people. */
export async function runOnEnd(
  command: string,
  { report, file, context, signal }: Ended,
): Promise<string | undefined> {
  const [program = '', ...args] = splitWords(command) ?? [];
  const env = Object.fromEntries(Object.entries(context.env).filter(([name]) => HANDED_ON.test(name)));
  const limit = AbortSignal.timeout(COMMAND_MS);
  try {
    const child = spawn(program, args, {
      env: {
        ...env,
        ...(file === undefined ? {} : { COPYDESK_REPORT: resolve(file) }),
        COPYDESK_EXIT_CODE: String(report.exitCode),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: AbortSignal.any([signal, limit]),
    });
    // Standard output is for results.
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => context.io.stderr(chunk.toString('utf8')));
    try {
      const [code, killedBy] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
      return code === 0 ? undefined : `The command of --on-end ended with ${code ?? killedBy}: ${command}`;
    } finally {
      // What it started itself may hold them open.
      child.stdout.destroy();
      child.stderr.destroy();
    }
  } catch (error) {
    if (limit.aborted)
      return `The command of --on-end was ended after ${COMMAND_MS / 60_000} minutes: ${command}`;
    if (signal.aborted) return `The command of --on-end was interrupted: ${command}`;
    return `The command of --on-end cannot be run: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Sends the figures and the troubles of a run. Returns what went wrong, for people; the address may hold a secret and is not repeated. */
export async function callWebhook(url: string, report: BatchReport): Promise<string | undefined> {
  const { videos, ...figures } = report;
  const news = videos.filter(({ status }) => status !== 'skipped');
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event: 'batch-end', ...figures, videos: news }),
      signal: AbortSignal.timeout(WEBHOOK_MS),
    });
    await response.body?.cancel();
    return response.ok ? undefined : `The webhook answered with status ${response.status}.`;
  } catch (error) {
    // Messages of fetch itself name the address.
    const { cause, name } = error instanceof Error ? error : new Error();
    return `The webhook cannot be reached: ${cause instanceof Error ? cause.message : name}`;
  }
}
