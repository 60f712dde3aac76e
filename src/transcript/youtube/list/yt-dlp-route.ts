import { z } from 'zod';
import { type ErrorCode, TranscriptError } from '../../../errors.ts';
import { cleanLine } from '../clean-text.ts';
import { ProgramFailed, type ProgramOptions, runProgram } from '../run-program.ts';
import { isVideoId } from '../video-id.ts';
import type { YtDlpOptions } from '../yt-dlp.ts';
import { unavailable } from './list-error.ts';
import type { ChannelTarget } from './list-link.ts';
import { isChannelId, isUploadsList } from './list-link.ts';
import { channelAddress, type ListPlan, TAB_KINDS } from './list-plan.ts';
import type { ListedVideo, ListOptions, Row, Source } from './listed-video.ts';

/** Nothing of the user's own configuration, no downloads, one request at a time with a pause between. */
const COMMON = [
  '--ignore-config',
  '--no-update',
  '--no-warnings',
  '--quiet',
  '--flat-playlist',
  '--socket-timeout',
  '20',
  '--sleep-requests',
  '0.75',
];
const ROWS = [...COMMON, '--lazy-playlist', '--extractor-args', 'youtubetab:approximate_date', '-j'];
const IDLE_MS = 90_000;
const LONGEST_TITLE = 500;
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
export function openYtDlpSources(plan: ListPlan, program: YtDlpOptions, options: ListOptions): Source[] {
  const lists: YtDlpList[] =
    plan.kind === 'playlist'
      ? [{ url: `https://www.youtube.com/playlist?list=${plan.id}`, kind: plan.videoKind }]
      : plan.tabs.map((tab) => ({ url: `${channelAddress(plan)}/${tab}`, kind: TAB_KINDS[tab] }));
  const found: Yield = { rows: 0, left: lists.length, missing: 0 };
  const isNewestFirst = plan.kind === 'channel' || isUploadsList(plan.id);
  return lists.map((list) => ({ rows: readList(list, { plan, program, options, found }), isNewestFirst }));
}

interface Run {
  readonly plan: ListPlan;
  readonly program: YtDlpOptions;
  readonly options: ListOptions;
  readonly found: Yield;
}

async function* readList(
  { url, kind }: YtDlpList,
  { plan, program, options, found }: Run,
): AsyncGenerator<Row> {
  try {
    for await (const line of runProgram(
      program.program,
      [...ROWS, '--', url],
      runOptions(program, options),
    )) {
      const row = readRow(line, kind);
      if (!row) continue;
      found.rows++;
      yield row;
    }
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error;
    if (!/does not have a \w+ tab/.test(error.said)) throw refusal(error, plan);
    found.missing++;
  }
  found.left--;
  // Success is a result, not the exit code.
  if (found.left === 0 && found.rows === 0 && found.missing === 0) {
    throw new TranscriptError('YOUTUBE_RESPONSE_UNKNOWN', 'yt-dlp ended without listing a single video');
  }
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
    title: cleanLine(data.title ?? '', LONGEST_TITLE) || data.id,
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

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const channelSchema = z.object({ channel_id: z.string(), channel: z.string().nullish() });

/** The id behind a handle. */
export async function resolveByYtDlp(
  target: ChannelTarget & { readonly handle: string },
  program: YtDlpOptions,
  options: ListOptions,
): Promise<{ id: string; name?: string }> {
  const argv = [...COMMON, '--playlist-items', '1', '-J', '--', channelAddress(target)];
  let printed = '';
  try {
    for await (const line of runProgram(program.program, argv, runOptions(program, options)))
      printed ||= line;
  } catch (error) {
    throw error instanceof ProgramFailed ? refusal(error, target) : error;
  }
  // What could not be read is printed as `null`, now and then with exit code 0.
  const { data } = channelSchema.safeParse(parseJson(printed));
  if (!data || !isChannelId(data.channel_id)) {
    throw new TranscriptError('YOUTUBE_RESPONSE_UNKNOWN', 'yt-dlp found no channel id');
  }
  const name = cleanLine(data.channel ?? '', LONGEST_TITLE);
  return { id: data.channel_id, ...(name === '' ? {} : { name }) };
}

function runOptions({ env }: YtDlpOptions, { signal }: ListOptions): ProgramOptions {
  return { env, signal, idleMs: IDLE_MS };
}

const REFUSALS: readonly (readonly [RegExp, ErrorCode])[] = [
  [/not a bot/, 'YOUTUBE_BOT_CHECK'],
  [/HTTP Error 429|rate.?limit|try again later/i, 'YOUTUBE_RATE_LIMITED'],
  [/Failed to resolve|Unable to download|timed out|Connection|getaddrinfo/i, 'NETWORK_UNREACHABLE'],
];

function refusal(failure: ProgramFailed, target: ListPlan | ChannelTarget): TranscriptError {
  if (failure.isMissing)
    return new TranscriptError('YTDLP_MISSING', 'yt-dlp is not installed', { cause: failure });
  const said = cleanLine(failure.said, 400);
  const isGone =
    /HTTP Error 404|does not exist|unviewable|is private|terminated|removed because|is not available/i;
  if (isGone.test(said)) return unavailable(target, said.replace(/^ERROR:\s*(?:\[[^\]]*\]\s*\S*:\s*)?/, ''));
  const code = REFUSALS.find(([pattern]) => pattern.test(said.replaceAll('\u2019', "'")))?.[1];
  return new TranscriptError(code ?? 'YOUTUBE_RESPONSE_UNKNOWN', `yt-dlp says "${said}"`, { cause: failure });
}
