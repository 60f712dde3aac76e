import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface ProgramOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds without a word from the program, while somebody waits for one. */
  readonly idleMs: number;
}

/** The program could not be started, ended badly, fell silent or said too much in one line. */
export class ProgramFailed extends Error {
  /** The last line of its errors, or what went wrong with running it. */
  readonly said: string;

  constructor(said: string, options?: ErrorOptions) {
    super(`the program failed: ${said}`, options);
    this.said = said;
  }

  /** There is no such program. */
  get isMissing(): boolean {
    return this.cause instanceof Error && 'code' in this.cause && this.cause.code === 'ENOENT';
  }
}

const LONGEST_LINE = 4 * 1_048_576;
const KEPT_ERRORS = 8_192;

/**
 * Runs a program without a shell and yields the lines of its standard output as they come; a slow reader slows the program
 * down. It is killed, with whatever it started, as soon as nobody reads on.
 * @throws ProgramFailed, or the reason of the signal.
 */
export async function* runProgram(
  path: string,
  argv: readonly string[],
  { env, signal, idleMs }: ProgramOptions,
): AsyncGenerator<string> {
  signal?.throwIfAborted();
  // A process group of its own, so that what it starts can be ended with it.
  const child = start(path, argv, env);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-KEPT_ERRORS);
  });
  const ended = once(child, 'close').then(
    ([code, name]) => ({ code: code as number | null, name: name as string | null, error: undefined }),
    (error: unknown) => ({ code: null, name: null, error }),
  );
  const stop = (): void => kill(child.pid);
  signal?.addEventListener('abort', stop);
  process.once('exit', stop);
  try {
    const limit = { isOver: false, stop, idleMs };
    yield* readLines(child.stdout.setEncoding('utf8'), limit);
    const { code, name, error } = await ended;
    signal?.throwIfAborted();
    if (limit.isOver) throw new ProgramFailed(`no word for ${Math.round(idleMs / 1_000)} s`);
    if (error !== undefined) throw new ProgramFailed(describeStart(error), { cause: error });
    if (code !== 0) throw new ProgramFailed(lastLine(errors) || `ended with ${code ?? name}`);
  } finally {
    signal?.removeEventListener('abort', stop);
    process.off('exit', stop);
    stop();
  }
}

function start(path: string, argv: readonly string[], env: ProgramOptions['env']) {
  try {
    return spawn(path, argv, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...env } });
  } catch (cause) {
    throw new ProgramFailed(describeStart(cause), { cause });
  }
}

interface IdleLimit {
  isOver: boolean;
  readonly stop: () => void;
  readonly idleMs: number;
}

async function* readLines(output: AsyncIterable<string>, limit: IdleLimit): AsyncGenerator<string> {
  const chunks = output[Symbol.asyncIterator]();
  let rest = '';
  for (;;) {
    const timer = setTimeout(() => {
      limit.isOver = true;
      limit.stop();
    }, limit.idleMs);
    const { done, value } = await chunks.next().finally(() => clearTimeout(timer));
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new ProgramFailed('a line longer than 4 MiB');
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function kill(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function describeStart(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return `it could not be started (${code})`;
}

function lastLine(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.findLast((line) => line.startsWith('ERROR')) ?? lines.at(-1) ?? '';
}
