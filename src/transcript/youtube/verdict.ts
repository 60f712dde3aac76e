import {
  type ErrorCode,
  type ErrorDetail,
  TranscriptError,
  type TranscriptErrorDetail,
} from '../../errors.ts';
import { cleanLine } from './clean-text.ts';
import type { PlayerReply } from './player.ts';
import type { YouTubeReply } from './request.ts';

/**
 * The text of a reply that YouTube gave to a request it accepted.
 * @throws TranscriptError for a redirect, a status that refuses, or a page for people (captcha, consent) in place of content.
 */
export function readAcceptedText(reply: YouTubeReply, videoId: string): string {
  const refuse = (code: ErrorCode, what: string, detail?: TranscriptErrorDetail): never => {
    throw new TranscriptError(code, `Video ${videoId}: ${what}`, detail);
  };
  const { status, headers } = reply;
  const text = new TextDecoder().decode(reply.bytes);
  if (status === 429) {
    const seconds = /^\d{1,6}$/.exec(headers.get('retry-after') ?? '')?.[0];
    const what = 'YouTube refuses further requests for now (HTTP 429)';
    return seconds === undefined
      ? refuse('YOUTUBE_RATE_LIMITED', `${what}.`)
      : refuse('YOUTUBE_RATE_LIMITED', `${what} and asks to wait ${seconds} s.`, {
          retryAfterSeconds: Number(seconds),
        });
  }
  const location = status >= 300 && status < 400 ? URL.parse(headers.get('location') ?? '') : null;
  const page = /^\s*<(?:!doctype html|html)/i.test(text) ? text : (location?.href ?? '');
  if (page.includes('consent.youtube.com') || page.includes('consent.google.com')) {
    return refuse('YOUTUBE_CONSENT_REQUIRED', 'YouTube answered with its consent page.');
  }
  if (page.includes('recaptcha') || page.includes('google.com/sorry') || page.includes('unusual traffic')) {
    return refuse('YOUTUBE_RATE_LIMITED', 'YouTube answered with a captcha.');
  }
  if (status === 403) return refuse('YOUTUBE_BOT_CHECK', 'YouTube refuses to serve this network (HTTP 403).');
  if (status === 400 && text.includes('FAILED_PRECONDITION')) {
    return refuse('YOUTUBE_TOKEN_REQUIRED', 'YouTube does not accept this client without a proof token.');
  }
  if (location) {
    return refuse('YOUTUBE_RESPONSE_UNKNOWN', `YouTube redirects to ${location.host}; not followed.`);
  }
  if (status < 200 || status > 299) {
    return refuse('YOUTUBE_RESPONSE_UNKNOWN', `YouTube answered with HTTP status ${status}.`);
  }
  if (page !== '') return refuse('YOUTUBE_RESPONSE_UNKNOWN', 'YouTube answered with a web page.');
  return text;
}

/**
 * Passes only the reply of a video that can be watched now.
 * @throws TranscriptError with the code of what stands in the way.
 */
export function requirePlayable(player: PlayerReply, videoId: string): void {
  const { playabilityStatus, videoDetails } = player;
  if (videoDetails && videoDetails.videoId !== videoId) {
    // Seen when YouTube distrusts a network: a well-formed reply about some other video.
    throw new TranscriptError('YOUTUBE_BOT_CHECK', `Video ${videoId}: YouTube answered about another video.`);
  }
  const { status, reason = '' } = playabilityStatus;
  if (status !== 'OK') throw refusal(player, videoId);
  if (!videoDetails) {
    const what = 'YouTube calls it playable but says nothing about it.';
    throw new TranscriptError('YOUTUBE_RESPONSE_UNKNOWN', `Video ${videoId}: ${what}`);
  }
  const live = player.microformat?.playerMicroformatRenderer.liveBroadcastDetails;
  if (videoDetails.isUpcoming) throw new TranscriptError('VIDEO_UPCOMING', upcoming(player, videoId, reason));
  if (videoDetails.isLive || live?.isLiveNow) {
    throw new TranscriptError('VIDEO_LIVE', `Video ${videoId} is being streamed live right now.`);
  }
}

interface Verdict {
  readonly code: ErrorCode;
  readonly pattern: RegExp;
  readonly detail?: ErrorDetail;
}

/**
 * One status covers many cases (LOGIN_REQUIRED is a bot check, an age limit or a private video), so the English sentence
 * decides; the first match wins. Apostrophes are folded before.
 */
const VERDICTS: readonly Verdict[] = [
  { code: 'YOUTUBE_BOT_CHECK', pattern: /not a bot/ },
  { code: 'YOUTUBE_RATE_LIMITED', pattern: /try again later|rate.?limited/ },
  { code: 'VIDEO_PRIVATE', pattern: /\bprivate\b/ },
  { code: 'VIDEO_AGE_RESTRICTED', pattern: /confirm your age|age.?restricted|inappropriate for some/ },
  { code: 'VIDEO_MEMBERS_ONLY', pattern: /\bmembers\b|members-only|music premium|requires payment/ },
  { code: 'VIDEO_REGION_BLOCKED', pattern: /\bin your (?:country|region|location)\b/ },
  { code: 'YOUTUBE_TOKEN_REQUIRED', pattern: /page needs to be reloaded/ },
  {
    code: 'VIDEO_UNAVAILABLE',
    pattern: /recording is not available|event has ended|stream has ended/,
    detail: { likelyCause: 'The live stream is over and its recording was not published.' },
  },
  { code: 'VIDEO_UPCOMING', pattern: /\bpremieres?\b|will begin|starts in/ },
];

/** The verdict in a sentence of YouTube's about a video it does not play; undefined for one not known here. */
export function judgeSentence(sentence: string): Omit<Verdict, 'pattern'> | undefined {
  const plain = sentence.replaceAll('\u2019', "'").toLowerCase();
  return VERDICTS.find(({ pattern }) => pattern.test(plain));
}

function refusal(player: PlayerReply, videoId: string): TranscriptError {
  const { status, reason = '', messages = [] } = player.playabilityStatus;
  const verdict = judgeSentence([reason, ...messages].join(' ')) ?? verdictByStatus(status);
  if (verdict.code === 'VIDEO_UPCOMING') {
    return new TranscriptError(verdict.code, upcoming(player, videoId, reason));
  }
  const said = cleanLine(reason || messages[0] || status, 300);
  return new TranscriptError(verdict.code, `Video ${videoId}: YouTube says "${said}".`, verdict.detail);
}

function verdictByStatus(status: string): Omit<Verdict, 'pattern'> {
  if (status === 'LIVE_STREAM_OFFLINE') return { code: 'VIDEO_UPCOMING' };
  // An unnamed request to sign in is what networks in bad standing get; calling it permanent would lose the video.
  if (status === 'LOGIN_REQUIRED') return { code: 'YOUTUBE_BOT_CHECK' };
  if (/^AGE_(?:CHECK|VERIFICATION)_REQUIRED$/.test(status)) return { code: 'VIDEO_AGE_RESTRICTED' };
  if (status === 'ERROR') return { code: 'VIDEO_UNAVAILABLE' };
  return {
    code: 'VIDEO_UNAVAILABLE',
    detail: { likelyCause: 'YouTube does not play the video, for the reason quoted above.' },
  };
}

function upcoming(player: PlayerReply, videoId: string, reason: string): string {
  const planned = player.microformat?.playerMicroformatRenderer.liveBroadcastDetails?.startTimestamp;
  const said = reason === '' ? '' : `: "${cleanLine(reason, 300)}"`;
  return `Video ${videoId} has not begun${said}${planned === undefined ? '' : ` (planned for ${cleanLine(planned, 40)})`}.`;
}
