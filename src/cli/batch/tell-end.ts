import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { type BatchReport, splitWords } from '../../batch/index.ts';
import type { Context } from '../context.ts';

/** Milliseconds a webhook may take. */
const WEBHOOK_MS = 15_000;
/** Never handed on. */
const SECRETS = /key|token|secret|password/iu;

/** Runs the command of --on-end without a shell. Returns what went wrong, for people. */
export async function runOnEnd(
  command: string,
  {
    report,
    file,
    context,
  }: { readonly report: BatchReport; readonly file: string; readonly context: Context },
): Promise<string | undefined> {
  const [program = '', ...args] = splitWords(command) ?? [];
  const env = Object.fromEntries(Object.entries(context.env).filter(([name]) => !SECRETS.test(name)));
  const child = spawn(program, args, {
    env: { ...env, COPYDESK_REPORT: resolve(file), COPYDESK_EXIT_CODE: String(report.exitCode) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Standard output is for results.
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => context.io.stderr(chunk.toString('utf8')));
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    return code === 0 ? undefined : `The command of --on-end ended with ${code ?? signal}: ${command}`;
  } catch (error) {
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
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return `The webhook cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}
