import type { GivenFacts } from '../transcript/index.ts';

/** What a person says of one source, beside its name. */
export interface ItemFacts extends GivenFacts {
  /** Language that is spoken. BCP 47. */
  readonly language?: string | undefined;
}

/** What a list says of a video before it is read. */
export interface ListedFacts {
  readonly title?: string | undefined;
  readonly kind?: 'video' | 'short' | 'live' | undefined;
  readonly durationSeconds?: number | undefined;
  /** RFC 3339 date or instant. */
  readonly publishedAt?: string | undefined;
  /** Whether the date may be relied on; lists say "2 months ago". */
  readonly isDateExact?: boolean | undefined;
}

/** One source of a batch. */
export interface BatchItem {
  /** A path, a link, a video id. */
  readonly source: string;
  /** Read from this machine, so that a YouTube that refuses is no hindrance. */
  readonly isFile: boolean;
  /** Known before anything is read: the video's id. */
  readonly videoId?: string;
  readonly facts: ItemFacts;
  readonly listed: ListedFacts;
  /** Why it cannot be written, where the list says so, or what kept the source from being listed. */
  readonly fault?: unknown;
}
