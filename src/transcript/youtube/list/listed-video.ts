import type { YouTubeGate } from '../gate.ts';
import type { ReplyCache } from '../reply-cache.ts';
import type { RequestOptions } from '../request.ts';
import type { YtDlpOptions } from '../yt-dlp.ts';

/** One line of a list. Titles are YouTube's: one line, without anything invisible, and not to be trusted. */
export interface ListedVideo {
  readonly id: string;
  readonly title: string;
  readonly kind: 'video' | 'short' | 'live';
  readonly durationSeconds?: number;
  /** An RFC 3339 date or instant. Lists mostly say "13 days ago", so it is exact only when dateIsExact. */
  readonly publishedAt?: string;
  readonly dateIsExact?: boolean;
  /** Why the video cannot be watched now by everybody. */
  readonly availability?: 'members' | 'upcoming' | 'live' | 'unavailable';
}

export interface ListOptions extends RequestOptions {
  /** A link that names a tab, and an uploads list of one kind, override it. */
  readonly include?:
    | {
        /** @default true */
        readonly videos?: boolean | undefined;
        /** @default false */
        readonly shorts?: boolean | undefined;
        /** Streams that have ended. @default true */
        readonly live?: boolean | undefined;
        /** What nobody can watch to its end now: planned, running, deleted or private. @default false */
        readonly unready?: boolean | undefined;
      }
    | undefined;
  /** Whether videos for paying members are listed too. @default false */
  readonly membersOnly?: boolean | undefined;
  /** RFC 3339 date or instant. Videos are left out only when they are older for certain. */
  readonly since?: string | undefined;
  /** Videos that are known are left out, and enough of them in a row end the listing of a channel. */
  readonly isKnown?: ((id: string) => boolean) | undefined;
  /** @default yt-dlp is not tried */
  readonly ytDlp?: YtDlpOptions | undefined;
  /** Shared by everything that asks YouTube in one run; a page of a list is a visit. @default one for this list alone */
  readonly gate?: YouTubeGate | undefined;
  /** Where the id behind a handle is kept. @default nowhere */
  readonly cache?: ReplyCache | undefined;
  /** What the caller should know about how complete the list is. */
  readonly onNote?: ((text: string) => void) | undefined;
  /** Milliseconds since the epoch. @default the clock */
  readonly now?: (() => number) | undefined;
}

/** A video as a route found it. */
export interface Row extends ListedVideo {
  /** Milliseconds of the epoch: the video is not newer than this. Absent when nothing is known. */
  readonly newestPossible?: number;
}

/** Videos in the order of one tab or playlist. */
export interface Source {
  readonly rows: AsyncIterable<Row>;
  /** Whether the newest come first, so that reading on can become pointless. */
  readonly isNewestFirst: boolean;
}
