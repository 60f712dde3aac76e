import { type ErrorCode, TranscriptError } from '../../errors.ts';
import { cleanLine } from './clean-text.ts';
import { judgeSentence } from './verdict.ts';
import type { InstalledYtDlp } from './yt-dlp.ts';

/** YouTube changes more often than once in this many days. */
export const YTDLP_OUTDATED_DAYS = 90;

export interface YtDlpFailure {
  /** What messages begin with: `Video ID`, `Playlist ID`. */
  readonly subject: string;
  /** What was asked for. */
  readonly about: 'video' | 'channel' | 'playlist';
  readonly installed: InstalledYtDlp | undefined;
  /** The last line of its errors, or what is wrong with what it did. */
  readonly said: string;
}

/** Names a failure of yt-dlp, and quotes it as yt-dlp's words: even a sentence of YouTube's comes to us through it. */
export function ytDlpFailed({ subject, about, installed, said }: YtDlpFailure): TranscriptError {
  // `[youtube:tab] ID: ` would let an id pass for a word.
  const line = cleanLine(said.replace(/^ERROR:\s*(?:\[[^\]]{1,60}\]\s*\S{1,200}:\s)?\s*/, ''), 300);
  const words = line.replace(/\.$/, '');
  const isOutdated = installed !== undefined && installed.ageDays > YTDLP_OUTDATED_DAYS;
  const unknown = isOutdated ? 'YTDLP_OUTDATED' : 'YTDLP_FAILED';
  const code = judgeRequest(words) ?? (about === 'video' ? judgeVideo(words) : judgeList(words, about));
  const program = installed === undefined ? 'yt-dlp' : `yt-dlp ${installed.version}`;
  return new TranscriptError(code ?? unknown, `${subject}: ${program}: ${words}.`);
}

/** Failures of a request, whatever was asked for; the first match wins. */
const REQUESTS: readonly (readonly [RegExp, ErrorCode])[] = [
  [/HTTP Error 429/, 'YOUTUBE_RATE_LIMITED'],
  [/HTTP Error 403/, 'YOUTUBE_BOT_CHECK'],
  [/HTTP Error 5\d\d/, 'NETWORK_UNREACHABLE'],
  [/failed to resolve|name resolution|name or service|getaddrinfo/i, 'NETWORK_UNREACHABLE'],
  [/urlopen error|timed out|connection (?:refused|reset|aborted)/i, 'NETWORK_UNREACHABLE'],
  [/network is unreachable|no route to host/i, 'NETWORK_UNREACHABLE'],
  [/did not get any data blocks/i, 'YOUTUBE_TOKEN_REQUIRED'],
];

function judgeRequest(words: string): ErrorCode | undefined {
  return REQUESTS.find(([pattern]) => pattern.test(words))?.[1];
}

/** yt-dlp repeats the sentences of YouTube, and has some of its own. */
function judgeVideo(words: string): ErrorCode | undefined {
  const isGone = /video (?:is )?unavailable|has been removed|does not exist|account .*terminated/i;
  return judgeSentence(words)?.code ?? (isGone.test(words) ? 'VIDEO_UNAVAILABLE' : undefined);
}

const LIST_IS_GONE =
  /\b(?:playlist|channel|account)\b.*\b(?:does(?: not|n't) exist|private|terminated|removed|not available|unviewable)\b/i;

/** A missing page is a verdict on a channel, for its page has its address; every list is asked for at the same one. */
function judgeList(words: string, about: 'channel' | 'playlist'): ErrorCode | undefined {
  const sentence = judgeSentence(words)?.code;
  if (sentence?.startsWith('YOUTUBE_')) return sentence;
  const isMissing = about === 'channel' && /download webpage: HTTP Error 404/i.test(words);
  if (!isMissing && !LIST_IS_GONE.test(words.replaceAll('\u2019', "'"))) return undefined;
  return about === 'channel' ? 'CHANNEL_UNAVAILABLE' : 'PLAYLIST_UNAVAILABLE';
}
