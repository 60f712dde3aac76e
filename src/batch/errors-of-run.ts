import { type ErrorCode, isAbort, PipelineError } from '../errors.ts';

/** What an error of one video means for the others. */
export type Consequence = 'none' | 'stop' | 'close-youtube' | 'model-trouble' | 'youtube-trouble';

/** A setting, a key, money, the disk: the next video would fail with the same. */
const STOPS: ReadonlySet<string> = new Set<ErrorCode>([
  'CONFIG_INVALID',
  'PROMPT_NOT_FOUND',
  'PROMPT_INVALID',
  'MODEL_NOT_CONFIGURED',
  'MODEL_AUTH',
  'MODEL_NOT_FOUND',
  'MODEL_QUOTA_EXCEEDED',
  'BUDGET_EXCEEDED',
  'STORE_FAILED',
]);
const YOUTUBE_CLOSED: ReadonlySet<string> = new Set<ErrorCode>(['YOUTUBE_RATE_LIMITED', 'YOUTUBE_BOT_CHECK']);
const MODEL_TROUBLE: ReadonlySet<string> = new Set<ErrorCode>([
  'MODEL_UNAVAILABLE',
  'MODEL_TIMEOUT',
  'MODEL_RATE_LIMITED',
]);
const YOUTUBE_TROUBLE: ReadonlySet<string> = new Set<ErrorCode>([
  'NETWORK_UNREACHABLE',
  'YOUTUBE_CONSENT_REQUIRED',
]);

export interface Failure {
  readonly status: 'refused' | 'failed' | 'pending';
  readonly code: string;
  readonly exitCode: number;
  readonly message: string;
  readonly likelyCause: string;
  readonly remedy: string;
  readonly consequence: Consequence;
}

/** An error of one video as the ledger and the report keep it. */
export function describeFailure(thrown: unknown): Failure {
  const error = isAbort(thrown) ? new PipelineError('INTERRUPTED', 'Interrupted', { cause: thrown }) : thrown;
  if (!(error instanceof PipelineError))
    return {
      status: 'failed',
      code: 'UNEXPECTED',
      exitCode: 1,
      message: error instanceof Error ? error.message : String(error),
      likelyCause: 'A fault in copydesk itself.',
      remedy: 'Run the source alone with --debug and report what it prints.',
      consequence: 'none',
    };
  const { code, exitCode, message, likelyCause, remedy } = error;
  return {
    status: statusOf(error),
    code,
    exitCode,
    message,
    likelyCause,
    remedy,
    consequence: consequenceOf(code),
  };
}

/** What stops the run, or may go well the next time, leaves the video as it was: to be done. */
function statusOf({ code, exitCode }: PipelineError): Failure['status'] {
  if (exitCode === 3) return 'refused';
  return STOPS.has(code) || exitCode === 4 || exitCode === 130 ? 'pending' : 'failed';
}

function consequenceOf(code: string): Consequence {
  if (STOPS.has(code)) return 'stop';
  if (YOUTUBE_CLOSED.has(code)) return 'close-youtube';
  if (MODEL_TROUBLE.has(code)) return 'model-trouble';
  return YOUTUBE_TROUBLE.has(code) ? 'youtube-trouble' : 'none';
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Captions come hours after the video; a video that has none after this many looks gets none. */
const LOOKS_FOR_CAPTIONS = 3;

/** When there is a use in looking again; undefined: at once, or never unasked. */
export function lookAgainAt(
  { code, status }: Pick<Failure, 'code' | 'status'>,
  { attempts, now }: { readonly attempts: number; readonly now: Date },
): string | undefined {
  const inMs = (ms: number): string => new Date(now.getTime() + ms).toISOString();
  if (code === 'TRANSCRIPT_DISABLED') return attempts < LOOKS_FOR_CAPTIONS ? inMs(DAY_MS) : undefined;
  if (code === 'VIDEO_UPCOMING' || code === 'VIDEO_LIVE' || code === 'TRANSCRIPT_PENDING')
    return inMs(6 * HOUR_MS);
  if (status === 'pending' && (YOUTUBE_CLOSED.has(code) || code === 'YOUTUBE_CONSENT_REQUIRED'))
    return inMs(HOUR_MS);
  return undefined;
}
