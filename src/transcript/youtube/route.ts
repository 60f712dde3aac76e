import type { CaptionTrack } from './choose-track.ts';
import type { SendRequest } from './request.ts';

/** What a route brought home, as it was sent: enough to read the video again without asking for it. */
export interface Download {
  /** Name of the route, for people. */
  readonly route: string;
  readonly track: Pick<CaptionTrack, 'language' | 'kind'>;
  /** The caption document. */
  readonly captions: string;
  /** JSON that describes the video: YouTube's player reply, or yt-dlp's info.json. */
  readonly description: { readonly form: 'player' | 'info-json'; readonly text: string };
  /** What the youtube-transcript library read from the document, as a second opinion; absent when it failed on it. */
  readonly libraryText?: string | undefined;
}

/** One try at one video by one route. */
export interface Visit {
  readonly videoId: string;
  /** BCP 47 tags, the best first; none for the language spoken. */
  readonly languages: readonly string[];
  readonly send: SendRequest;
  readonly signal: AbortSignal | undefined;
  /** Set by the route when YouTube has agreed to play the video, and only its captions are still to come. */
  step: 'video' | 'captions';
}

/** A way to the captions of a video. */
export interface Route {
  readonly name: string;
  /** `program`: it asks YouTube in a way of its own, so refusals of our requests say little about it. */
  readonly kind: 'client' | 'program';
  download(visit: Visit): Promise<Download>;
}
