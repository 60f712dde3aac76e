import { TranscriptError } from '../../errors.ts';
import { type SendRequest, YOUTUBE_ORIGIN } from './request.ts';
import { readAcceptedText } from './verdict.ts';

/** Word-timed captions of 25 hours have about 10 MB. */
const CAPTIONS_MAX_BYTES = 32 * 1_048_576;

interface CaptionRequest {
  readonly videoId: string;
  readonly send: SendRequest;
  readonly headers: Headers | Readonly<Record<string, string>>;
}

/**
 * Downloads a caption document from an address of captionAddress.
 * @throws TranscriptError YOUTUBE_TOKEN_REQUIRED for the empty document that stands for a missing proof token,
 * YOUTUBE_RESPONSE_UNKNOWN for a broken one.
 */
export async function fetchCaptions(
  url: string,
  { videoId, send, headers }: CaptionRequest,
): Promise<string> {
  const reply = await send({ url, headers, maxBytes: CAPTIONS_MAX_BYTES });
  const text = readAcceptedText(reply, videoId);
  if (text.trim() === '') {
    throw new TranscriptError(
      'YOUTUBE_TOKEN_REQUIRED',
      `Video ${videoId}: YouTube sent an empty caption document.`,
    );
  }
  if (!isJson(text) && !isWholeDocument(text)) {
    throw new TranscriptError(
      'YOUTUBE_RESPONSE_UNKNOWN',
      `Video ${videoId}: the caption document is broken off or malformed.`,
    );
  }
  return text;
}

/**
 * The address of the caption document in the form wanted, never translated. Only YouTube's own caption endpoint is accepted,
 * whatever the reply says. `fmt` is replaced, because the first of two counts.
 */
export function captionAddress(text: string, videoId: string, format: 'srv3' | 'json3'): string {
  const url = URL.parse(text, YOUTUBE_ORIGIN);
  if (url?.origin !== YOUTUBE_ORIGIN || url.pathname !== '/api/timedtext') {
    const place = url ? url.host || url.protocol : 'no valid address';
    throw new TranscriptError(
      'YOUTUBE_RESPONSE_UNKNOWN',
      `Video ${videoId}: its caption address leads to ${place}; not followed.`,
    );
  }
  if (/\bxp[ev]\b/.test(url.searchParams.get('exp') ?? '')) {
    throw new TranscriptError(
      'YOUTUBE_TOKEN_REQUIRED',
      `Video ${videoId}: its captions are served only with a proof token.`,
    );
  }
  url.searchParams.set('fmt', format);
  url.searchParams.delete('tlang');
  return url.href;
}

export function isJson(text: string): boolean {
  return /^\s*\{/.test(text);
}

/**
 * Whether every tag is closed before the next begins, no paragraph is left open, and the document ends with its root. Besides
 * telling a cut download, this is what keeps the library's expressions linear: they search from each open tag to the end.
 */
function isWholeDocument(text: string): boolean {
  const root = /^\s*(?:<\?xml[^<>]*>\s*)?<([a-z]{1,20})[\s/>]/i.exec(text)?.[1];
  if (root === undefined || /<[^<>]*(?:<|$)/.test(text)) return false;
  if (/<p\s/.test(text.slice(text.lastIndexOf('</p>') + 1))) return false;
  return text.trimEnd().endsWith(`</${root}>`);
}
