import { type Attempt, type ErrorCode, TranscriptError } from '../../errors.ts';
import { isRefusal } from './gate.ts';
import type { Download, Route, Visit } from './route.ts';

/** Failures that another client of YouTube may not meet. */
const ANOTHER_CLIENT: ReadonlySet<ErrorCode> = new Set([
  'YOUTUBE_TOKEN_REQUIRED',
  'YOUTUBE_RESPONSE_UNKNOWN',
  'YOUTUBE_CONSENT_REQUIRED',
  'TRANSCRIPT_EMPTY',
]);
/** Said by two clients, these are believed: some clients are not told of captions, some are distrusted alone. */
const SECOND_OPINION: ReadonlySet<ErrorCode> = new Set(['YOUTUBE_BOT_CHECK', 'TRANSCRIPT_DISABLED']);
/** What the cookies of a person may open. */
const FOR_MEMBERS: ReadonlySet<ErrorCode> = new Set(['VIDEO_AGE_RESTRICTED', 'VIDEO_MEMBERS_ONLY']);

/** These say something about yt-dlp and nothing about the video. */
const OF_THE_PROGRAM: ReadonlySet<ErrorCode> = new Set(['YTDLP_MISSING', 'YTDLP_OUTDATED', 'YTDLP_FAILED']);

type Next = 'client' | 'program' | 'none';

interface Failure {
  readonly code: ErrorCode;
  readonly step: Visit['step'];
  /** How often this code has been met for this video. */
  readonly count: number;
  /** The program has the cookies of a person. */
  readonly isSignedIn: boolean;
}

/** Which kind of route to try after a failure, if any. */
function nextAfter({ code, step, count, isSignedIn }: Failure): Next {
  if (ANOTHER_CLIENT.has(code)) return 'client';
  if (SECOND_OPINION.has(code) && count === 1) return 'client';
  if (code === 'YOUTUBE_BOT_CHECK') return 'program';
  // At its captions alone, YouTube counts requests of a kind; at the video itself, all of this network.
  if (code === 'YOUTUBE_RATE_LIMITED' && step === 'captions') return 'program';
  return FOR_MEMBERS.has(code) && isSignedIn ? 'program' : 'none';
}

export interface RoutePlan<Result> {
  readonly routes: readonly Route[];
  readonly isSignedIn: boolean;
  /** A new visit for each route. */
  readonly visit: () => Visit;
  /** Reads what a route brought; a document that cannot be read is a failure of its route. */
  readonly read: (download: Download) => Result;
}

interface Arrival<Result> {
  readonly download: Download;
  readonly result: Result;
  /** Routes that failed before. */
  readonly attempts: readonly Attempt[];
}

/**
 * Tries routes until one arrives or a failure shows that no other would.
 * @throws TranscriptError of the failure that says most, with every attempt.
 */
export async function downloadByRoutes<Result>({
  routes,
  isSignedIn,
  visit,
  read,
}: RoutePlan<Result>): Promise<Arrival<Result>> {
  const failures: { readonly error: TranscriptError; readonly route: Route }[] = [];
  let next: Next = 'client';
  for (const route of routes) {
    if (next === 'program' && route.kind === 'client') continue;
    const current = visit();
    try {
      const download = await route.download(current);
      return { download, result: read(download), attempts: failures.map(describe) };
    } catch (error) {
      if (!(error instanceof TranscriptError)) throw error;
      failures.push({ error, route });
      const { code } = error;
      const count = failures.filter((failure) => failure.error.code === code).length;
      next = nextAfter({ code, step: current.step, count, isSignedIn });
      // Nobody is better informed about a video than the program.
      const isLastWord = route.kind === 'program' && !error.isRetryable && !ANOTHER_CLIENT.has(code);
      if ((next === 'none' || isLastWord) && !OF_THE_PROGRAM.has(code)) {
        throw summarize(error, failures.map(describe));
      }
      if (next === 'none') break;
    }
  }
  const errors = failures.map(({ error }) => error);
  // A refusal of this network explains the others; else what passes with time is worth trying again.
  const telling =
    errors.find(({ code }) => isRefusal(code)) ?? errors.find(({ isRetryable }) => isRetryable) ?? errors[0];
  if (!telling) throw new Error('no route to a video');
  throw summarize(telling, failures.map(describe));
}

function describe({ error, route }: { error: TranscriptError; route: Route }): Attempt {
  return { route: route.name, code: error.code, message: error.message };
}

/** The same failure, with every attempt in its message and beside it. */
function summarize(error: TranscriptError, attempts: readonly Attempt[]): TranscriptError {
  const { code, message, likelyCause, remedy, retryAfterSeconds, cause } = error;
  const tried = attempts.map((attempt) => `${attempt.route} (${attempt.code})`).join(', ');
  const text = attempts.length > 1 ? `${message}\n  Tried: ${tried}.` : message;
  return new TranscriptError(code, text, { likelyCause, remedy, retryAfterSeconds, cause, attempts });
}
