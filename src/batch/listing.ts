import { TranscriptError } from '../errors.ts';
import type { ListMemories, ListMemory } from '../store/index.ts';
import type { ListedVideo } from '../transcript/index.ts';
import type { ListVideos } from './expand-sources.ts';
import { type Filters, whyNotListed } from './filters.ts';
import type { BatchItem } from './item.ts';
import type { BatchResult } from './run-batch.ts';

export interface ListRequest {
  readonly include: { readonly videos: boolean; readonly shorts: boolean; readonly live: boolean };
  readonly membersOnly: boolean;
  readonly since?: string;
  /** Rows in a row that are known end a list that has its newest first. */
  readonly isKnown?: (id: string) => boolean;
}

/** Who can list channels and playlists; `list` is undefined for text that names none. */
export interface Channels {
  list(text: string, request: ListRequest): AsyncIterable<ListedVideo> | undefined;
}

export interface ListingOptions {
  readonly channels: Channels;
  readonly memories: ListMemories;
  readonly filters: Filters;
  readonly membersOnly: boolean;
  /** Goes through the whole list, whatever is known of it. */
  readonly rescan: boolean;
  /** Whether there is nothing more to do for a video. */
  readonly isSettled: (id: string) => boolean;
  readonly now: () => Date;
}

export interface Listing {
  readonly listVideos: ListVideos;
  /** Remembers which lists the run has settled. */
  finish(result: BatchResult): Promise<void>;
}

interface OpenList {
  readonly memory: ListMemory;
  readonly leftOut: Set<string>;
  hasEnded: boolean;
}

/**
 * Channels and playlists as lists of work. A list of which nothing was left to do is gone through only as far as there is something
 * new; any other one to its end, or what was left would never be reached.
 */
export function createListing(options: ListingOptions): Listing {
  const { channels, memories, filters, membersOnly, rescan, isSettled, now } = options;
  const { since, shorts, live } = filters;
  const signature = describeFilters(filters, membersOnly);
  const open: OpenList[] = [];

  async function* go(text: string, rows: (isKnown: ListRequest['isKnown']) => AsyncIterable<ListedVideo>) {
    const before = await memories.read(text, signature);
    const isUsable = before !== undefined && covers(before.since, since);
    const passedOver: ReadonlySet<string> = new Set(isUsable ? before.leftOut : []);
    const leftOut = new Set(passedOver);
    const memory = {
      schemaVersion: 1 as const,
      list: text,
      isSettled: false,
      filters: signature,
      leftOut: [...leftOut],
    };
    const list: OpenList = {
      memory: { ...memory, ...(since === undefined ? {} : { since }) },
      leftOut,
      hasEnded: false,
    };
    open.push(list);
    // A run that is killed from here on has not settled it.
    await memories.write(list.memory);
    const isKnown = (id: string): boolean => leftOut.has(id) || isSettled(id);
    for await (const row of rows(isUsable && before.isSettled && !rescan ? isKnown : undefined)) {
      // Reading it told that the filters leave it out; it need not be read every night.
      if (passedOver.has(row.id)) continue;
      const item = itemOf(row);
      if (whyNotListed(item, filters, now()) !== undefined) leftOut.add(row.id);
      yield item;
    }
    list.hasEnded = true;
  }

  return {
    listVideos(text) {
      const request = {
        include: { videos: true, shorts, live },
        membersOnly,
        ...(since === undefined ? {} : { since }),
      };
      const first = channels.list(text, request);
      if (!first) return undefined;
      return go(text, (isKnown) =>
        isKnown ? (channels.list(text, { ...request, isKnown }) ?? first) : first,
      );
    },
    async finish(result) {
      const isAllDone = result.left === 0 && !result.stop && !result.outcomes.some(isOpen);
      const filtered = result.outcomes.flatMap(({ why, id }) =>
        why === 'filtered' && id !== undefined ? [id] : [],
      );
      for (const { memory, leftOut, hasEnded } of open)
        await memories.write({
          ...memory,
          leftOut: [...new Set([...leftOut, ...filtered])],
          isSettled: hasEnded && isAllDone,
        });
    },
  };
}

function isOpen({ status, why, lookAgainAt }: BatchResult['outcomes'][number]): boolean {
  return status === 'pending' || why === 'not-yet' || why === 'claimed' || lookAgainAt !== undefined;
}

/** What was left out for its age under an earlier date is left out under a later one as well. */
function covers(then: string | undefined, now: string | undefined): boolean {
  if (then === undefined) return true;
  return now !== undefined && then <= now;
}

function describeFilters(
  { minSeconds, maxSeconds, shorts, live, match }: Filters,
  membersOnly: boolean,
): string {
  return JSON.stringify({ minSeconds, maxSeconds, shorts, live, match: match?.source, membersOnly });
}

/** One for members is read like any other: whoever asks for those may watch them. */
const FAULTS = {
  upcoming: ['VIDEO_UPCOMING', 'The video has not begun'],
  live: ['VIDEO_LIVE', 'The video is live now'],
  unavailable: ['VIDEO_UNAVAILABLE', 'The list names the video as unavailable'],
} as const;

function itemOf({
  id,
  title,
  kind,
  durationSeconds,
  publishedAt,
  dateIsExact,
  availability,
}: ListedVideo): BatchItem {
  return {
    source: `https://www.youtube.com/watch?v=${id}`,
    isFile: false,
    videoId: id,
    facts: {},
    listed: { title, kind, durationSeconds, publishedAt, isDateExact: dateIsExact === true },
    // YouTube need not be asked for what its list says.
    ...(availability === undefined || availability === 'members'
      ? {}
      : { fault: describeFault(availability) }),
  };
}

function describeFault(availability: keyof typeof FAULTS): TranscriptError {
  const [code, message] = FAULTS[availability];
  return new TranscriptError(code, message);
}
