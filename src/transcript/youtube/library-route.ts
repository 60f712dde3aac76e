import { TranscriptError } from '../../errors.ts';
import { captionAddress, fetchCaptions, isJson } from './caption-document.ts';
import { type CaptionTrack, chooseTrack, offerOf } from './choose-track.ts';
import { type ClientProfile, playerRequest } from './client-profiles.ts';
import { parsePlayerReply } from './player.ts';
import type { Download, Route, Visit } from './route.ts';
import { readAcceptedText, requirePlayable } from './verdict.ts';

export const LIBRARY = 'youtube-transcript';

/**
 * Runs the youtube-transcript library for one video through a fetch of ours, its only opening. The library asks the player
 * endpoint and then the first caption track of the reply; our fetch adds what it lacks: it judges each reply before the library
 * turns every failure into "disabled" or "no longer available", leaves it only the track we chose, and keeps the document.
 */
export function libraryRoute(profile: ClientProfile): Route {
  return {
    name: LIBRARY,
    kind: 'client',
    async download(visit) {
      const { fetchTranscript } = await import('youtube-transcript');
      const conversation = new LibraryConversation(profile, visit);
      let libraryText: string | undefined;
      let libraryError: unknown;
      try {
        const cues = await fetchTranscript(visit.videoId, { fetch: conversation.fetch });
        libraryText = cues.map(({ text }) => text).join('\n');
      } catch (error) {
        libraryError = error;
      }
      return { route: this.name, ...conversation.result(libraryError), libraryText };
    },
  };
}

type Result = Pick<Download, 'track' | 'captions' | 'description'>;

/** What one run of the library asked and was answered. */
class LibraryConversation {
  readonly #profile: ClientProfile;
  readonly #visit: Visit;
  #failure: { readonly error: unknown } | undefined;
  #player: string | undefined;
  #track: CaptionTrack | undefined;
  #captions: string | undefined;

  constructor(profile: ClientProfile, visit: Visit) {
    this.#profile = profile;
    this.#visit = visit;
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
  result(libraryError: unknown): Result {
    if (this.#failure) throw this.#failure.error;
    if (this.#player === undefined || !this.#track || this.#captions === undefined) {
      throw this.#unexpected('stopped before it had asked for captions', libraryError);
    }
    const { language, kind } = this.#track;
    return {
      track: { language, kind },
      captions: this.#captions,
      description: { form: 'player', text: this.#player },
    };
  }

  async #answer(url: URL, init: RequestInit): Promise<Response> {
    if (url.pathname === '/youtubei/v1/player') return await this.#askPlayer();
    if (this.#track && url.href === this.#track.url) return await this.#askCaptions(this.#track, init);
    throw this.#unexpected(`asked for ${url.host}${url.pathname}`);
  }

  async #askPlayer(): Promise<Response> {
    const { videoId, languages, send } = this.#visit;
    const reply = readAcceptedText(await send(playerRequest(this.#profile, videoId)), videoId);
    const player = parsePlayerReply(reply, videoId);
    requirePlayable(player, videoId);
    const chosen = chooseTrack(offerOf(player), videoId, languages);
    this.#visit.step = 'captions';
    const track = { ...chosen, url: captionAddress(chosen.url, videoId, 'srv3') };
    this.#player = reply;
    this.#track = track;
    const captionTracks = [{ baseUrl: track.url, languageCode: track.language }];
    return Response.json({ captions: { playerCaptionsTracklistRenderer: { captionTracks } } });
  }

  async #askCaptions(track: CaptionTrack, init: RequestInit): Promise<Response> {
    const { videoId, send } = this.#visit;
    const text = await fetchCaptions(track.url, { videoId, send, headers: new Headers(init.headers) });
    this.#captions = text;
    // The library reads XML only; ours reads json3 too, should YouTube ever send it unasked.
    return new Response(isJson(text) ? '' : text);
  }

  #unexpected(what: string, cause?: unknown): TranscriptError {
    return new TranscriptError(
      'YOUTUBE_RESPONSE_UNKNOWN',
      `Video ${this.#visit.videoId}: youtube-transcript ${what}.`,
      {
        likelyCause: 'The installed youtube-transcript is not the version this was written for.',
        cause,
      },
    );
  }
}
