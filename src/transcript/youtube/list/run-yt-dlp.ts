import { TranscriptError } from '../../../errors.ts';
import { ProgramFailed, runProgram } from '../run-program.ts';
import { findYtDlp, type YtDlpOptions } from '../yt-dlp.ts';
import { ytDlpFailed } from '../yt-dlp-verdict.ts';
import { describeTarget } from './list-error.ts';
import type { ChannelTarget } from './list-link.ts';
import type { ListPlan } from './list-plan.ts';
import type { GatedOptions } from './open-send.ts';

export interface YtDlpRun {
  /** What it is about. */
  readonly target: ListPlan | ChannelTarget;
  readonly program: YtDlpOptions;
  readonly options: GatedOptions;
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
      throw error instanceof ProgramFailed ? await nameFailure(error, run) : error;
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

async function nameFailure(failure: ProgramFailed, run: YtDlpRun): Promise<Error> {
  if (/does not have a \w+ tab/.test(failure.said)) return new MissingTab(failure.said);
  if (!failure.isMissing) return await ytDlpSaid(failure.said, run);
  const message = `${describeTarget(run.target)}: yt-dlp is not installed.`;
  return new TranscriptError('YTDLP_MISSING', message, { cause: failure });
}

/** `said` is the last line of its errors, or what is wrong with what it did. */
export async function ytDlpSaid(
  said: string,
  { target, program, options }: YtDlpRun,
): Promise<TranscriptError> {
  const found = await findYtDlp(program, options.now, options.signal);
  const installed = 'problem' in found ? undefined : found;
  return ytDlpFailed({ subject: describeTarget(target), about: target.kind, installed, said });
}
