import { isAbort, PipelineError } from '../errors.ts';
import { printableLines } from '../text/index.ts';

/** An error as every command reports it. */
export interface ReportedError {
  readonly code: string;
  readonly exitCode: number;
  /** What happened, the likely cause, what to do now. */
  readonly text: string;
}

/** Words an error for a person. A stack trace only when asked for: it helps nobody but the author of a bug report. */
export function reportError(
  error: unknown,
  options: { readonly debug: boolean; readonly subject?: string | undefined },
): ReportedError {
  const known = isAbort(error) ? new PipelineError('INTERRUPTED', 'Interrupted', { cause: error }) : error;
  const trace = options.debug && error instanceof Error ? `\n${describeTrace(error)}` : '';
  const subject = options.subject === undefined ? '' : `${printableLines(options.subject)}: `;
  if (known instanceof PipelineError) {
    const text = `${subject}${printableLines(known.message)} [${known.code}]\n  Likely cause: ${known.likelyCause}\n  What to do: ${known.remedy}${trace}\n`;
    return { code: known.code, exitCode: known.exitCode, text };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'UNEXPECTED',
    exitCode: 1,
    text: `${subject}${printableLines(message)} [UNEXPECTED]\n  Likely cause: A fault in copydesk itself.\n  What to do: Run again with --debug and report what it prints.${trace}\n`,
  };
}

function describeTrace(error: Error): string {
  const cause = error.cause instanceof Error ? `\nCaused by: ${describeTrace(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
