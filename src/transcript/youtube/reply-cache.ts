import { z } from 'zod';
import { ERROR_CODES, type ErrorCode, TranscriptError } from '../../errors.ts';
import type { Download } from './route.ts';

/** Keeps what YouTube answered. Values are JSON; what is read may be anything. */
export interface ReplyCache {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
}

/** What was asked. */
export interface VideoQuestion {
  readonly videoId: string;
  /** Languages asked for, the best first. */
  readonly languages: readonly string[];
}

function keyOf({ videoId, languages }: VideoQuestion): string {
  return [videoId, ...languages].join('.');
}

const HOUR = 3_600_000;
/** Captions get corrected and metadata change; YouTube's own rules let others keep its data for thirty days. */
const DOWNLOAD_AGE = 30 * 24 * HOUR;
/**
 * How long a refusal is believed without asking again, in milliseconds. What is not here is never remembered: networks and
 * moments change.
 */
const REFUSAL_AGE: Partial<Record<ErrorCode, number>> = {
  VIDEO_UNAVAILABLE: 24 * HOUR,
  VIDEO_PRIVATE: 24 * HOUR,
  VIDEO_AGE_RESTRICTED: 24 * HOUR,
  VIDEO_MEMBERS_ONLY: 24 * HOUR,
  TRANSCRIPT_LANGUAGE_UNAVAILABLE: 24 * HOUR,
  TRANSCRIPT_DISABLED: 12 * HOUR,
  TRANSCRIPT_PENDING: HOUR,
  VIDEO_UPCOMING: HOUR / 4,
  VIDEO_LIVE: HOUR / 4,
};

/** Refusals that the cookies of a person may lift. */
const LIFTED_BY_COOKIES: ReadonlySet<ErrorCode> = new Set(['VIDEO_AGE_RESTRICTED', 'VIDEO_MEMBERS_ONLY']);

const downloadSchema = z.object({
  route: z.string(),
  track: z.object({ language: z.string(), kind: z.enum(['manual', 'auto']) }),
  captions: z.string(),
  description: z.object({ form: z.enum(['player', 'info-json']), text: z.string() }),
  libraryText: z.string().optional(),
  original: z.string().optional(),
});

const codeSchema = z.custom<ErrorCode>((code) => typeof code === 'string' && code in ERROR_CODES);

const entrySchema = z.object({
  schemaVersion: z.literal(1),
  videoId: z.string(),
  languages: z.array(z.string()),
  /** Milliseconds since the epoch. */
  at: z.number(),
  outcome: z.union([
    z.object({ download: downloadSchema }),
    z.object({
      refusal: z.object({
        code: codeSchema,
        message: z.string(),
        likelyCause: z.string(),
        remedy: z.string(),
      }),
    }),
  ]),
});

/** A download, and the reply of fetchOriginal. */
export type CompleteDownload = Download & { readonly original?: string | undefined };

/**
 * The answer kept for a video, if it is young enough.
 * @throws TranscriptError for a refusal that is still believed; its message says how old it is.
 */
export async function recallReply(
  cache: ReplyCache,
  question: VideoQuestion,
  { now, isSignedIn }: { readonly now: number; readonly isSignedIn: boolean },
): Promise<CompleteDownload | undefined> {
  const entry = entrySchema.safeParse(await cache.read(keyOf(question))).data;
  const isSame =
    entry?.videoId === question.videoId &&
    entry.languages.join() === question.languages.join() &&
    entry.at <= now;
  if (!isSame) return undefined;
  const age = now - entry.at;
  if ('download' in entry.outcome) return age < DOWNLOAD_AGE ? entry.outcome.download : undefined;
  const { code, message, likelyCause, remedy } = entry.outcome.refusal;
  if (age >= (REFUSAL_AGE[code] ?? 0)) return undefined;
  if (isSignedIn && LIFTED_BY_COOKIES.has(code)) return undefined;
  const minutes = Math.floor(age / 60_000);
  const when =
    minutes === 0 ? 'less than a minute' : minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
  throw new TranscriptError(code, `${message} (That was ${when} ago; --refresh asks YouTube again.)`, {
    likelyCause,
    remedy,
  });
}

export async function rememberDownload(
  cache: ReplyCache,
  question: VideoQuestion,
  { download, now }: { readonly download: CompleteDownload; readonly now: number },
): Promise<void> {
  await cache.write(keyOf(question), { schemaVersion: 1, ...question, at: now, outcome: { download } });
}

export async function rememberRefusal(
  cache: ReplyCache,
  question: VideoQuestion,
  { error, now }: { readonly error: TranscriptError; readonly now: number },
): Promise<void> {
  const { code, message, likelyCause, remedy } = error;
  if (REFUSAL_AGE[code] === undefined) return;
  await cache.write(keyOf(question), {
    schemaVersion: 1,
    ...question,
    at: now,
    outcome: { refusal: { code, message, likelyCause, remedy } },
  });
}
