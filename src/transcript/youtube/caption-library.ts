import { TranscriptError } from '../../errors.ts';
import { type CaptionTrack, chooseTrack } from './choose-track.ts';
import { ANDROID, playerRequestBody } from './client-profiles.ts';
import { type PlayerReply, parsePlayerReply } from './player.ts';
import { type SendRequest, YOUTUBE_ORIGIN, type YouTubeReply } from './request.ts';
import { readAcceptedText, requirePlayable } from './verdict.ts';

/** Replies on record have up to 0.3 MB. */
const PLAYER_MAX_BYTES = 8 * 1_048_576;
/** Word-timed captions of 25 hours have about 10 MB. */
const CAPTIONS_MAX_BYTES = 32 * 1_048_576;

export interface CaptionDownload {
  readonly player: PlayerReply;
  readonly track: CaptionTrack;
  /** The caption document as YouTube sent it. */
  readonly bytes: Uint8Array;
  /** What the library read from it, as a second opinion; undefined when it failed on the document. */
  readonly libraryCues: readonly { readonly text: string }[] | undefined;
}

/**
 * Runs the youtube-transcript library for one video through a fetch of ours, its only opening. The library asks the player
 * endpoint and then the first caption track of the reply; our fetch adds what it lacks: it judges each reply before the library
 * turns every failure into "disabled" or "no longer available", leaves it only the track we chose, and keeps the document.
 */
export async function downloadWithLibrary(
  videoId: string,
  languages: readonly string[],
  send: SendRequest,
): Promise<CaptionDownload> {
  const { fetchTranscript } = await import('youtube-transcript');
  const visit = new LibraryVisit(videoId, languages, send);
  let libraryCues: CaptionDownload['libraryCues'];
  let libraryError: unknown;
  try {
    libraryCues = await fetchTranscript(videoId, { fetch: visit.fetch });
  } catch (error) {
    libraryError = error;
  }
  return { ...visit.result(libraryError), libraryCues };
}

/** What one run of the library asked and was answered. */
class LibraryVisit {
  readonly #videoId: string;
  readonly #languages: readonly string[];
  readonly #send: SendRequest;
  #failure: { readonly error: unknown } | undefined;
  #player: PlayerReply | undefined;
  #track: CaptionTrack | undefined;
  #bytes: Uint8Array | undefined;

  constructor(videoId: string, languages: readonly string[], send: SendRequest) {
    this.#videoId = videoId;
    this.#languages = languages;
    this.#send = send;
  }

  /**
   * The library swallows what its player request throws and goes on to scrape the watch page, so the first failure is kept
   * and thrown again for every later request.
   */
  readonly fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    if (this.#failure) throw this.#failure.error;
    try {
      return await this.#answer(new URL(input instanceof Request ? input.url : input), init);
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
  };

  /** @throws whatever the first failed request threw; a failure of the library itself counts only if it got no captions. */
  result(libraryError: unknown): Omit<CaptionDownload, 'libraryCues'> {
    if (this.#failure) throw this.#failure.error;
    if (!this.#player || !this.#track || !this.#bytes) {
      throw this.#unexpected('stopped before it had asked for captions', libraryError);
    }
    return { player: this.#player, track: this.#track, bytes: this.#bytes };
  }

  async #answer(url: URL, init: RequestInit): Promise<Response> {
    if (url.pathname === '/youtubei/v1/player') return await this.#askPlayer(url, init);
    if (this.#track && url.href === this.#track.url) return await this.#askCaptions(this.#track, init);
    throw this.#unexpected(`asked for ${url.host}${url.pathname}`);
  }

  async #askPlayer(url: URL, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('user-agent', ANDROID.userAgent);
    const body = playerRequestBody(ANDROID, this.#videoId);
    const reply = await this.#send({ url: url.href, headers, body, maxBytes: PLAYER_MAX_BYTES });
    const player = parsePlayerReply(readAcceptedText(reply, this.#videoId), this.#videoId);
    requirePlayable(player, this.#videoId);
    const chosen = chooseTrack(player, this.#videoId, this.#languages);
    const track = { ...chosen, url: captionAddress(chosen.url, this.#videoId) };
    this.#player = player;
    this.#track = track;
    const captionTracks = [{ baseUrl: track.url, languageCode: track.language }];
    return Response.json({ captions: { playerCaptionsTracklistRenderer: { captionTracks } } });
  }

  async #askCaptions(track: CaptionTrack, init: RequestInit): Promise<Response> {
    const reply = await this.#send({
      url: track.url,
      headers: new Headers(init.headers),
      maxBytes: CAPTIONS_MAX_BYTES,
    });
    const text = requireDocument(reply, this.#videoId);
    this.#bytes = reply.bytes;
    // The library reads XML only; ours reads json3 too, should YouTube ever send it unasked.
    return new Response(isJson(text) ? '' : text);
  }

  #unexpected(what: string, cause?: unknown): TranscriptError {
    return new TranscriptError(
      'YOUTUBE_RESPONSE_UNKNOWN',
      `Video ${this.#videoId}: youtube-transcript ${what}.`,
      {
        likelyCause: 'The installed youtube-transcript is not the version this was written for.',
        cause,
      },
    );
  }
}

/**
 * The address of the caption document, in the form srv3 and never translated. Only YouTube's own caption endpoint is accepted,
 * whatever the reply says. `fmt` is replaced, because the first of two counts.
 */
function captionAddress(text: string, videoId: string): string {
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
  url.searchParams.set('fmt', 'srv3');
  url.searchParams.delete('tlang');
  return url.href;
}

function requireDocument(reply: YouTubeReply, videoId: string): string {
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

function isJson(text: string): boolean {
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
