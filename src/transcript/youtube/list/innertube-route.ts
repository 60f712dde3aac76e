import { z } from 'zod';
import { type SendRequest, YOUTUBE_ORIGIN } from '../request.ts';
import { type InnertubeSession, openInnertube } from './innertube.ts';
import { findNodes, textSchema } from './json-nodes.ts';
import { describeTarget, isFinal, notThere, unavailable } from './list-error.ts';
import {
  type ChannelTab,
  type ChannelTarget,
  isChannelId,
  isUploadsList,
  parseListLink,
} from './list-link.ts';
import { channelAddress, type ListPlan, TAB_KINDS, UPLOADS_PREFIXES } from './list-plan.ts';
import type { ListOptions, Row, Source } from './listed-video.ts';
import { readRows } from './rows.ts';

/** What the library's feeds share, as far as paging goes. */
interface LibraryFeed {
  readonly has_continuation: boolean;
  getContinuation(): Promise<LibraryFeed>;
}

/** What is missing from the list. */
export interface Gaps {
  /** Rows that look like videos and could not be read. */
  unread: number;
  /** There was more to come, and YouTube did not send it. */
  isCut: boolean;
}

export interface InnertubeListing {
  readonly sources: readonly Source[];
  /** Grows while the sources are read. */
  readonly gaps: Gaps;
}

interface Paging {
  readonly session: InnertubeSession;
  readonly kind: Row['kind'];
  readonly options: ListOptions;
  readonly gaps: Gaps;
}

/** Lists by youtubei.js, page by page. Undefined when the library is not installed. */
export async function openInnertubeSources(
  plan: ListPlan,
  send: SendRequest,
  options: ListOptions,
): Promise<InnertubeListing | undefined> {
  const session = await openInnertube({
    send,
    subject: describeTarget(plan),
    unavailable: (sentence) => unavailable(plan, sentence),
  });
  if (!session) return undefined;
  const gaps = { unread: 0, isCut: false };
  if (plan.kind === 'channel') {
    return { sources: await openChannel(plan.id, plan.tabs, { session, options, gaps }), gaps };
  }
  const feed = await session.library.getPlaylist(plan.id);
  const rows = readPages(feed, session.latest.page, { session, kind: plan.videoKind, options, gaps });
  return { sources: [{ rows, isNewestFirst: isUploadsList(plan.id) }], gaps };
}

async function openChannel(
  id: string,
  tabs: readonly ChannelTab[],
  shared: Omit<Paging, 'kind'>,
): Promise<Source[]> {
  const { session } = shared;
  const channel = await session.library.getChannel(id);
  const home = session.latest.page;
  const open = {
    videos: { isThere: channel.has_videos, load: () => channel.getVideos() },
    shorts: { isThere: channel.has_shorts, load: () => channel.getShorts() },
    streams: { isThere: channel.has_live_streams, load: () => channel.getLiveStreams() },
  };
  const hasAny = Object.values(open).some(({ isThere }) => isThere);
  const shown = tabs.filter((tab) => open[tab].isThere || !hasAny);
  const unseen = new Set(hasAny ? [] : shown);
  return shown.map((tab) => {
    const paging = { ...shared, kind: TAB_KINDS[tab] };
    const load = open[tab].isThere ? open[tab].load : undefined;
    const rows = readTab({ id, tab, load, home }, paging);
    return { rows: hasAny ? rows : requireOne({ id, tab, home, rows }, unseen), isNewestFirst: true };
  });
}

/** A channel without tabs whose lists are all empty or missing has nothing for us, and mostly says so in a sentence. */
async function* requireOne(
  { id, tab, home, rows }: Omit<Tab, 'load'> & { readonly rows: AsyncIterable<Row> },
  unseen: Set<ChannelTab>,
): AsyncGenerator<Row> {
  let count = 0;
  for await (const row of rows) {
    count++;
    yield row;
  }
  if (count === 0 && unseen.delete(tab) && unseen.size === 0) {
    const target: ChannelTarget = { kind: 'channel', id };
    const [, text] = findNodes(home, new Set(['messageRenderer'])).next().value ?? [];
    const sentence = messageSchema.safeParse(text).data?.text ?? '';
    throw sentence === ''
      ? notThere(target, 'it shows no videos to visitors')
      : unavailable(target, sentence);
  }
}

const messageSchema = z.object({ text: textSchema });

interface Tab {
  readonly id: string;
  readonly tab: ChannelTab;
  /** Absent when the channel shows no tabs. */
  readonly load: (() => Promise<LibraryFeed>) | undefined;
  /** The page the channel opened with, which may be this very tab. */
  readonly home: unknown;
}

/** A channel for adults shows no tabs or empty ones; the lists that YouTube keeps of its uploads are there all the same. */
async function* readTab({ id, tab, load, home }: Tab, paging: Paging): AsyncGenerator<Row> {
  const { session } = paging;
  if (load) {
    const before = session.latest.count;
    const feed = await load();
    const page = session.latest.count === before ? home : session.latest.page;
    let isEmpty = true;
    for await (const row of readPages(feed, page, paging)) {
      isEmpty = false;
      yield row;
    }
    if (!isEmpty) return;
  }
  const uploads = await openUploads(`${UPLOADS_PREFIXES[tab]}${id.slice(2)}`, session);
  if (uploads) yield* readPages(uploads, session.latest.page, paging);
}

/** Undefined for a list that is not there: a channel that never made a short has none of shorts. */
async function openUploads(
  playlistId: string,
  { library }: InnertubeSession,
): Promise<LibraryFeed | undefined> {
  try {
    return await library.getPlaylist(playlistId);
  } catch (error) {
    if (isFinal(error)) return undefined;
    throw error;
  }
}

/** Now and then a page has nothing new and the next one has; two of them would be followed by themselves for ever. */
const MOST_BARREN_PAGES = 2;

async function* readPages(first: LibraryFeed, firstPage: unknown, paging: Paging): AsyncGenerator<Row> {
  const { session, kind, options, gaps } = paging;
  const seen = new Set<string>();
  let barren = 0;
  let feed = first;
  let page = firstPage;
  for (;;) {
    const { rows, unread } = readRows(page, { kind, now: new Date(options.now?.() ?? Date.now()) });
    gaps.unread += unread;
    const fresh = rows.filter(({ id }) => !seen.has(id));
    barren = fresh.length === 0 ? barren + 1 : 0;
    for (const row of fresh) {
      seen.add(row.id);
      yield row;
    }
    if (!feed.has_continuation) return;
    const before = session.latest.count;
    if (barren < MOST_BARREN_PAGES) feed = await feed.getContinuation();
    if (session.latest.count === before) {
      gaps.isCut = true;
      return;
    }
    page = session.latest.page;
  }
}

const payloadSchema = z.object({ browseId: z.string().optional(), url: z.string().optional() });

/** The id behind a handle. Undefined when the library is not installed. */
export async function resolveByInnertube(
  target: ChannelTarget & { readonly handle: string },
  send: SendRequest,
): Promise<string | undefined> {
  const session = await openInnertube({
    send,
    subject: describeTarget(target),
    unavailable: (sentence) => unavailable(target, sentence),
  });
  if (!session) return undefined;
  const asked = new Set<string>();
  let address = channelAddress(target);
  for (;;) {
    asked.add(address);
    const endpoint = await session.library.resolveURL(address);
    const { browseId = '', url = '' } = payloadSchema.safeParse(endpoint.payload).data ?? {};
    if (isChannelId(browseId)) return browseId;
    // Old names lead to the handle of today.
    const next =
      url === '' ? undefined : parseListLink(/^\/(?!\/)/.test(url) ? `${YOUTUBE_ORIGIN}${url}` : url);
    if (next?.kind !== 'channel') throw notThere(target, 'the name leads to something that is no channel');
    if ('id' in next) return next.id;
    address = channelAddress(next);
    if (asked.has(address) || asked.size > 2) throw notThere(target, 'the name leads to no channel');
  }
}
