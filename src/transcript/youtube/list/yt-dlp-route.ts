import { z } from 'zod';
import { cleanTitle } from '../clean-text.ts';
import { isVideoId } from '../video-id.ts';
import type { YtDlpOptions } from '../yt-dlp.ts';
import { YTDLP_ARGUMENTS } from '../yt-dlp-arguments.ts';
import { parseJson } from './json-nodes.ts';
import { type ChannelTarget, isChannelId, isUploadsList } from './list-link.ts';
import { channelAddress, type ListPlan, TAB_KINDS } from './list-plan.ts';
import type { ListedVideo, Row, Source } from './listed-video.ts';
import type { GatedOptions } from './open-send.ts';
import { MissingTab, runYtDlp, type YtDlpRun, ytDlpSaid } from './run-yt-dlp.ts';

const COMMON = [...YTDLP_ARGUMENTS, '--flat-playlist'];
const ROWS = [...COMMON, '--lazy-playlist', '--extractor-args', 'youtubetab:approximate_date', '-j'];
/** Milliseconds: how far an approximate date may be off, at most. */
const DATE_MARGIN = 31 * 86_400_000;

interface YtDlpList {
  readonly url: string;
  readonly kind: ListedVideo['kind'];
}

/** What all runs of the program for one listing have brought. */
interface Yield {
  rows: number;
  /** Lists that there may still be something in. */
  left: number;
  missing: number;
}

/** Lists by the yt-dlp program, which prints a line for each video as it finds it. To be read one after the other. */
export function openYtDlpSources(plan: ListPlan, program: YtDlpOptions, options: GatedOptions): Source[] {
  const lists: YtDlpList[] =
    plan.kind === 'playlist'
      ? [{ url: `https://www.youtube.com/playlist?list=${plan.id}`, kind: plan.videoKind }]
      : plan.tabs.map((tab) => ({ url: `${channelAddress(plan)}/${tab}`, kind: TAB_KINDS[tab] }));
  const found: Yield = { rows: 0, left: lists.length, missing: 0 };
  const isNewestFirst = plan.kind === 'channel' || isUploadsList(plan.id);
  return lists.map((list) => ({
    rows: readList(list, { target: plan, program, options, found }),
    isNewestFirst,
  }));
}

async function* readList(
  { url, kind }: YtDlpList,
  { found, ...run }: YtDlpRun & { readonly found: Yield },
): AsyncGenerator<Row> {
  try {
    for await (const line of runYtDlp(run, [...ROWS, '--', url])) {
      const row = readRow(line, kind);
      if (!row) continue;
      found.rows++;
      yield row;
    }
  } catch (error) {
    if (!(error instanceof MissingTab)) throw error;
    found.missing++;
  }
  found.left--;
  // Success is a result, not the exit code.
  if (found.left === 0 && found.rows === 0 && found.missing === 0)
    throw await ytDlpSaid('ended without listing a single video', run);
}

const rowSchema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  url: z.string().nullish().catch(undefined),
  duration: z.number().nullish().catch(undefined),
  timestamp: z.number().nullish().catch(undefined),
  availability: z.string().nullish().catch(undefined),
  live_status: z.string().nullish().catch(undefined),
});
type YtDlpRow = z.infer<typeof rowSchema>;

function readRow(line: string, listKind: ListedVideo['kind']): Row | undefined {
  const { data } = rowSchema.safeParse(parseJson(line));
  if (!data || !isVideoId(data.id)) return undefined;
  const seconds = Math.round(data.duration ?? 0);
  const availability = readAvailability(data);
  const kind = data.url?.includes('/shorts/') ? 'short' : data.live_status === 'was_live' ? 'live' : listKind;
  return {
    id: data.id,
    title: cleanTitle(data.title ?? '') || data.id,
    kind,
    ...(seconds > 0 ? { durationSeconds: seconds } : {}),
    ...readDate(data.timestamp),
    ...(availability && { availability }),
  };
}

function readAvailability({ availability, live_status: live, title }: YtDlpRow): Row['availability'] {
  if (availability === 'subscriber_only' || availability === 'premium_only') return 'members';
  if (live === 'is_upcoming') return 'upcoming';
  if (live === 'is_live' || live === 'post_live') return 'live';
  const isClosed = availability === 'private' || availability === 'needs_auth';
  return isClosed || /^\[(?:Private|Deleted) video\]$/.test(title ?? '') ? 'unavailable' : undefined;
}

function readDate(timestamp: number | null | undefined): Partial<Row> {
  const date = new Date((timestamp ?? Number.NaN) * 1_000);
  if (Number.isNaN(date.getTime())) return {};
  return {
    publishedAt: date.toISOString().slice(0, 10),
    dateIsExact: false,
    newestPossible: date.getTime() + DATE_MARGIN,
  };
}

const channelSchema = z.object({ channel_id: z.string(), channel: z.string().nullish() });

/** The id behind a handle. */
export async function resolveByYtDlp(
  target: ChannelTarget & { readonly handle: string },
  program: YtDlpOptions,
  options: GatedOptions,
): Promise<{ id: string; name?: string }> {
  const run = { target, program, options };
  const argv = [...COMMON, '--playlist-items', '1', '-J', '--', channelAddress(target)];
  let printed = '';
  for await (const line of runYtDlp(run, argv)) printed ||= line;
  // What could not be read is printed as `null`, now and then with exit code 0.
  const { data } = channelSchema.safeParse(parseJson(printed));
  if (!data || !isChannelId(data.channel_id)) throw await ytDlpSaid('found no channel id', run);
  const name = cleanTitle(data.channel ?? '');
  return { id: data.channel_id, ...(name === '' ? {} : { name }) };
}
