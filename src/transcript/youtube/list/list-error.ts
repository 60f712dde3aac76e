import { ConfigError, type ErrorCode, TranscriptError } from '../../../errors.ts';
import { cleanLine } from '../clean-text.ts';
import type { ListTarget } from './list-link.ts';

/** What became of one way to a list. */
export interface Attempt {
  readonly route: string;
  readonly error?: TranscriptError;
  /** Why it was not tried. */
  readonly notTried?: string;
}

/** A target as it stands in messages. */
export function describeTarget(target: ListTarget): string {
  if (target.kind === 'playlist') return `Playlist ${target.id}`;
  if (target.kind === 'channel') return `Channel ${'id' in target ? target.id : target.handle}`;
  if ('channelId' in target) return `Feed of channel ${target.channelId}`;
  return 'user' in target ? `Feed of user ${target.user}` : `Feed of playlist ${target.playlistId}`;
}

/** The list is closed to us for good, in YouTube's own words. */
export function unavailable(target: ListTarget, sentence: string): TranscriptError {
  return notThere(target, `YouTube says "${cleanLine(sentence, 300)}"`);
}

/** The same in ours. */
export function notThere(target: ListTarget, what: string): TranscriptError {
  const isPlaylist = target.kind === 'playlist' || 'playlistId' in target;
  const code = isPlaylist ? 'PLAYLIST_UNAVAILABLE' : 'CHANNEL_UNAVAILABLE';
  return new TranscriptError(code, `${describeTarget(target)}: ${what}.`);
}

/** Whether no other way can do better. */
export function isFinal(error: unknown): boolean {
  const final: readonly ErrorCode[] = ['CHANNEL_UNAVAILABLE', 'PLAYLIST_UNAVAILABLE', 'LIST_LINK_INVALID'];
  return error instanceof ConfigError || (error instanceof TranscriptError && final.includes(error.code));
}

/** What a route threw, as one of our errors. The signal's own reason passes through. */
export function wrapRouteError(
  error: unknown,
  label: string,
  signal: AbortSignal | undefined,
): TranscriptError {
  signal?.throwIfAborted();
  if (error instanceof TranscriptError) return error;
  if (error instanceof ConfigError) throw error;
  const message = error instanceof Error ? error.message : String(error);
  return new TranscriptError('YOUTUBE_RESPONSE_UNKNOWN', `${label}: ${cleanLine(message, 300)}`, {
    cause: error,
  });
}

/** The error of the first way that was tried, with what became of all of them. */
export function listingFailed(target: ListTarget, attempts: readonly Attempt[]): TranscriptError {
  const first = attempts.find(({ error }) => error)?.error;
  const tried = attempts.map(({ route, error, notTried = '' }) =>
    error ? `${route}: ${error.code} (${withoutSubject(error.message)})` : `${route}: ${notTried}`,
  );
  return new TranscriptError(
    first?.code ?? 'YOUTUBE_RESPONSE_UNKNOWN',
    `${describeTarget(target)} could not be listed. ${tried.join('; ')}.`,
    first && { cause: first, likelyCause: first.likelyCause, remedy: remedyFor(first) },
  );
}

/** A caption file, the way out for a video, is none for a list. */
function remedyFor({ code, remedy }: TranscriptError): string {
  return code === 'NETWORK_UNREACHABLE' ? 'Check the connection and run the same command again.' : remedy;
}

/** The requests of this room begin their messages with a video; here it is the name of a list, which the error names once. */
function withoutSubject(message: string): string {
  return message.replace(/^(?:Video|Channel|Playlist|Feed)[^:]{1,120}: /, '').replace(/\.$/, '');
}
