import { ConfigError, ERROR_CODES, type ErrorCode, TranscriptError } from '../../../errors.ts';
import { cleanLine } from '../clean-text.ts';
import { summarize } from '../routes.ts';
import type { ListTarget } from './list-link.ts';

/** What became of one way to a list. */
export interface Trial {
  readonly way: string;
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
  return new TranscriptError(
    'YOUTUBE_RESPONSE_UNKNOWN',
    `${label}: ${cleanLine(message, 300).replace(/\.$/, '')}.`,
    {
      cause: error,
    },
  );
}

/** The error of the first way that was tried, with what became of all of them. */
export function listingFailed(target: ListTarget, trials: readonly Trial[]): TranscriptError {
  const attempts = trials.flatMap(({ way, error }) =>
    error ? [{ route: way, code: error.code, message: error.message }] : [],
  );
  const ways = trials.map(({ way, error, notTried = '' }) => `${way} (${error?.code ?? notTried})`);
  const first = trials.find(({ error }) => error)?.error ?? noWay(target);
  return summarize(speakOfLists(first), attempts, ways);
}

function noWay(target: ListTarget): TranscriptError {
  return new TranscriptError('YTDLP_MISSING', `${describeTarget(target)}: nothing is here that could ask.`, {
    likelyCause: 'Neither youtubei.js, an optional part of copydesk, nor yt-dlp is installed.',
    remedy: 'Install one of them, or pass a link that has the id of the channel (/channel/UC...).',
  });
}

/** Replaces what the table of errors says about videos and their captions. */
const OF_LISTS: Partial<Record<ErrorCode, { readonly likelyCause?: string; readonly remedy: string }>> = {
  YOUTUBE_BOT_CHECK: {
    likelyCause: 'YouTube is refusing this network, which is usual on cloud hosts and VPNs.',
    remedy: 'Wait an hour, use another network, or install yt-dlp.',
  },
  YOUTUBE_RATE_LIMITED: { remedy: 'Wait (up to an hour) and run the same command again.' },
  YOUTUBE_CONSENT_REQUIRED: {
    likelyCause: 'YouTube answered with its European consent page instead of the list.',
    remedy: 'Run the same command again later or from another network, or install yt-dlp.',
  },
  YOUTUBE_TOKEN_REQUIRED: {
    likelyCause: 'YouTube wants a proof token that only a browser has.',
    remedy: 'Install yt-dlp, or run the same command again later.',
  },
  YOUTUBE_RESPONSE_UNKNOWN: { remedy: 'Run the same command again, update copydesk, or install yt-dlp.' },
  YTDLP_MISSING: {
    likelyCause: 'yt-dlp, one of the ways to a list, is not installed or not on the PATH.',
    remedy:
      'Install it (https://github.com/yt-dlp/yt-dlp/wiki/Installation) or name it with COPYDESK_YT_DLP.',
  },
  YTDLP_OUTDATED: {
    remedy:
      'Update it (yt-dlp -U, or as it was installed; the packages of distributions are often years old).',
  },
  YTDLP_FAILED: {
    likelyCause: 'yt-dlp could not read the list, for the reason quoted above.',
    remedy: 'Run yt-dlp on the link yourself to see more.',
  },
  NETWORK_UNREACHABLE: { remedy: 'Check the connection and run the same command again.' },
};

/** A caption file, the way out for a video, is none for a list. What the place that threw knew better stays. */
function speakOfLists(error: TranscriptError): TranscriptError {
  const { code, message, cause, retryAfterSeconds } = error;
  const general = ERROR_CODES[code];
  const ours = OF_LISTS[code];
  return new TranscriptError(code, message, {
    cause,
    retryAfterSeconds,
    likelyCause: error.likelyCause === general.likelyCause ? ours?.likelyCause : error.likelyCause,
    remedy: error.remedy === general.remedy ? ours?.remedy : error.remedy,
  });
}
