import { z } from 'zod';
import { type SendRequest, YOUTUBE_ORIGIN } from '../request.ts';
import { type InnertubeSession, openInnertube } from './innertube.ts';
import { findNodes, textSchema } from './json-nodes.ts';
import { isFinal, notThere, unavailable } from './list-error.ts';
import {
  type ChannelTab,
  type ChannelTarget,
  isChannelId,
  isUploadsList,
  parseListLink,
} from './list-link.ts';
import { channelAddress, type ListPlan, TAB_KINDS, UPLOADS_PREFIXES } from './list-plan.ts';
import type { ListOptions, Row, Source } from './listed-video.ts';
import { type PageRows, readRows } from './rows.ts';

/** What the library's feeds share, as far as paging goes. */
interface Feed {
  readonly has_continuation: boolean;
  getContinuation(): Promise<Feed>;
}

interface Paging {
  readonly session: InnertubeSession;
  readonly kind: Row['kind'];
  readonly options: ListOptions;
}

/** Lists by youtubei.js, page by page. Undefined when the library is not installed. */
export async function openInnertubeSources(
  plan: ListPlan,
  send: SendRequest,
  options: ListOptions,
): Promise<Source[] | undefined> {
  const session = await openInnertube({
    send,
    label: plan.id,
    unavailable: (sentence) => unavailable(plan, sentence),
  });
  if (!session) return undefined;
  if (plan.kind === 'channel') return await openChannel(plan.id, plan.tabs, { session, options });
  const feed = await session.library.getPlaylist(plan.id);
  const rows = readPages(feed, session.latest.page, { session, kind: plan.videoKind, options });
  return [{ rows, isNewestFirst: isUploadsList(plan.id) }];
}

async function openChannel(
  id: string,
  tabs: readonly ChannelTab[],
  { session, options }: Omit<Paging, 'kind'>,
): Promise<Source[]> {
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
    const paging = { session, kind: TAB_KINDS[tab], options };
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
  readonly load: (() => Promise<Feed>) | undefined;
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
  try {
    const feed = await session.library.getPlaylist(`${UPLOADS_PREFIXES[tab]}${id.slice(2)}`);
    yield* readPages(feed, session.latest.page, paging);
  } catch (error) {
    // A channel that never made a short has no list of shorts.
    if (!isFinal(error)) throw error;
  }
}

async function* readPages(first: Feed, firstPage: unknown, paging: Paging): AsyncGenerator<Row> {
  const { session, kind, options } = paging;
  const seen = new Set<string>();
  let feed = first;
  let found = readRows(firstPage, { kind, now: new Date(options.now?.() ?? Date.now()) });
  for (;;) {
    noteUnread(found, options);
    const fresh = found.rows.filter(({ id }) => !seen.has(id));
    for (const row of fresh) {
      seen.add(row.id);
      yield row;
    }
    // A page that brings nothing new would be followed by itself for ever.
    if (!feed.has_continuation || (fresh.length === 0 && found.unread === 0)) return;
    const before = session.latest.count;
    feed = await feed.getContinuation();
    if (session.latest.count === before) return;
    found = readRows(session.latest.page, { kind, now: new Date(options.now?.() ?? Date.now()) });
  }
}

function noteUnread({ unread }: PageRows, { onNote }: ListOptions): void {
  if (unread > 0) onNote?.(`${unread} rows of a page have an unknown form and are missing from the list.`);
}

const payloadSchema = z.object({ browseId: z.string().optional(), url: z.string().optional() });

/** The id behind a handle. Undefined when the library is not installed. */
export async function resolveByInnertube(
  target: ChannelTarget & { readonly handle: string },
  send: SendRequest,
): Promise<string | undefined> {
  const session = await openInnertube({
    send,
    label: target.handle,
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
