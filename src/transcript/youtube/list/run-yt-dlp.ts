import type { TranscriptError } from '../../../errors.ts';
import { ProgramFailed, runProgram } from '../run-program.ts';
import { findYtDlp, type InstalledYtDlp, type YtDlpOptions } from '../yt-dlp.ts';
import { ytDlpFailed, ytDlpUnusable } from '../yt-dlp-verdict.ts';
import { describeTarget } from './list-error.ts';
import type { ChannelTarget } from './list-link.ts';
import type { ListPlan } from './list-plan.ts';
import type { GatedOptions } from './open-send.ts';

export interface YtDlpRun {
  /** What it is about. */
  readonly target: ListPlan | ChannelTarget;
  readonly program: YtDlpOptions;
  readonly installed: InstalledYtDlp;
  readonly options: GatedOptions;
}

/**
 * Nobody need wait at the gate for a program that is not there.
 * @throws TranscriptError YTDLP_MISSING, or YTDLP_FAILED when the program is not yt-dlp.
 */
export async function openYtDlp(request: Omit<YtDlpRun, 'installed'>): Promise<YtDlpRun> {
  const { target, program, options } = request;
  const installed = await findYtDlp(program, options.now, options.signal);
  if ('problem' in installed) throw ytDlpUnusable(installed, program.program, describeTarget(target));
  return { ...request, installed };
}

const IDLE_MS = 90_000;

/**
 * The lines of one run of yt-dlp. It starts as a visit, which ends with its first line, for the reader may take hours; what it is
 * refused later is brought to the gate by a visit too.
 * @throws TranscriptError for what went wrong, and MissingTab.
 */
export async function* runYtDlp(run: YtDlpRun, argv: readonly string[]): AsyncGenerator<string> {
  const { program, options } = run;
  const { gate, signal } = options;
  const lines = runProgram(program.program, argv, { env: program.env, signal, idleMs: IDLE_MS });
  const advance = async (): Promise<IteratorResult<string>> => {
    try {
      return await lines.next();
    } catch (error) {
      throw error instanceof ProgramFailed ? nameFailure(error, run) : error;
    }
  };
  try {
    let line = await gate.visit(advance, signal);
    while (!line.done) {
      yield line.value;
      line = await advance().catch((error) => gate.visit(() => Promise.reject(error), signal));
    }
  } finally {
    await lines.return(undefined);
  }
}

/** The channel has no videos of the kind asked for. */
export class MissingTab extends Error {}

function nameFailure({ said }: ProgramFailed, run: YtDlpRun): Error {
  return /does not have a \w+ tab/.test(said) ? new MissingTab(said) : ytDlpSaid(said, run);
}

/** `said` is the last line of its errors, or what is wrong with what it did. */
export function ytDlpSaid(said: string, { target, installed }: YtDlpRun): TranscriptError {
  return ytDlpFailed({ subject: describeTarget(target), about: target.kind, installed, said });
}
