import { ConfigError, TranscriptError } from '../../../errors.ts';
import { ISO_DATE_EXPECTED, parseIsoDate } from '../../iso-date.ts';
import { isServerTrouble, type SendRequest } from '../request.ts';
import { type FeedChoice, feedOf, fetchFeed } from './feed-route.ts';
import { type Gaps, openInnertubeSources } from './innertube-route.ts';
import { describeTarget, type Trial } from './list-error.ts';
import type { ChannelTarget, ListTarget } from './list-link.ts';
import { createPlan, type ListPlan, readNamedKind, readWanted } from './list-plan.ts';
import type { ListedVideo, ListOptions, Row, Source } from './listed-video.ts';
import { type GatedOptions, openSend, withGate } from './open-send.ts';
import { lookUpChannel } from './resolve-channel.ts';
import { mergeNewestFirst, oneByOne, type Selection, selectRows } from './select-rows.ts';
import { followWays, type Way } from './ways.ts';
import { openYtDlpSources } from './yt-dlp-route.ts';

/**
 * The videos of a channel, playlist or feed, page by page: a page is asked for only when its first video is wanted. A channel's
 * come newest first, as far as dates are known, and end early at what is known or too old; known ones are left out.
 * Ways, in order: youtubei.js, yt-dlp, and the feed, which knows only the newest fifteen and is not used to finish what another
 * way began, for then a part would look like the whole.
 * @throws TranscriptError CHANNEL_UNAVAILABLE, PLAYLIST_UNAVAILABLE, or the first way's error with what became of all of them.
 * @throws ConfigError for findListProblems, or an origin that cannot be used.
 */
export async function* listVideos(
  target: ListTarget,
  options: ListOptions = {},
): AsyncGenerator<ListedVideo> {
  const problems = findListProblems(target, options);
  if (problems.length > 0) throw new ConfigError('CONFIG_INVALID', problems.join('\n'));
  const seen = new Set<string>();
  for await (const row of listTarget(target, withGate(options))) {
    if (seen.has(row.id)) continue;
    seen.add(row.id);
    yield withoutBounds(row);
  }
}

/** What is wrong with the options, in terms of the command line, before anything is asked. */
export function findListProblems(target: ListTarget, options: ListOptions): string[] {
  const { since } = options;
  const wanted = readWanted(target, options);
  const problems: string[] = [];
  if (since !== undefined && !parseIsoDate(since)) problems.push(`--since: ${ISO_DATE_EXPECTED}`);
  if (!wanted.video && !wanted.short && !wanted.live)
    problems.push('--no-videos, --no-live: leave nothing to list; leave one of them out, or add --shorts');
  return problems;
}

async function* listTarget(target: ListTarget, options: GatedOptions): AsyncGenerator<Row> {
  const { signal } = options;
  if (target.kind === 'channel') yield* listChannel(target, options);
  else if (target.kind === 'playlist') {
    yield* followWays(
      target,
      waysOf(createPlan(target, readWanted(target, options)), target, options),
      signal,
    );
  } else {
    const choice = { target, kind: readNamedKind(target) ?? 'video' };
    yield* followWays(target, [feedWay(choice, openSend(target, options), { target, options })], signal);
  }
}

/** A channel by its id; one that was remembered for a name and is gone is looked up by its name once more. */
async function* listChannel(target: ChannelTarget, options: GatedOptions): AsyncGenerator<Row> {
  const wanted = readWanted(target, options);
  const list = (id: string): AsyncGenerator<Row> => {
    const plan = createPlan({ kind: 'channel', id }, wanted);
    return followWays(plan, waysOf(plan, target, options), options.signal);
  };
  const { channel, isRemembered } = await lookUpChannel(target, options);
  try {
    yield* list(channel.id);
  } catch (error) {
    const isGone = error instanceof TranscriptError && error.code === 'CHANNEL_UNAVAILABLE';
    if (!isRemembered || !isGone) throw error;
    const { channel: current } = await lookUpChannel(target, { ...options, refresh: true });
    if (current.id === channel.id) throw error;
    options.onNote?.(
      `${describeTarget(target)} was ${channel.id}, which is gone; the name leads to ${current.id} now, which is listed instead.`,
    );
    yield* list(current.id);
  }
}

function waysOf(plan: ListPlan, target: ListTarget, options: GatedOptions): Way<Row>[] {
  const send = openSend(plan, options);
  const { ytDlp, onNote } = options;
  const select = (sources: readonly Source[]) => selectAll(sources, target, options);
  const byLibrary = async (): Promise<AsyncIterable<Row> | undefined> => {
    const listing = await openInnertubeSources(plan, send, options);
    return listing && noteGaps(mergeNewestFirst(select(listing.sources)), listing.gaps, onNote);
  };
  // Programs run one at a time, and their rows have no dates to be joined by.
  const byProgram =
    ytDlp === undefined ? undefined : async () => oneByOne(select(openYtDlpSources(plan, ytDlp, options)));
  return [
    { name: 'youtubei.js', open: byLibrary },
    { name: 'yt-dlp', open: byProgram, whyNot: whyNoProgram },
    { ...feedWay(feedOf(plan), send, { target, options, isFallback: true }), whyNot: whyNoFeed },
  ];
}

function selectAll(
  sources: readonly Source[],
  target: ListTarget,
  options: ListOptions,
): AsyncIterable<Row>[] {
  const { isKnown = () => false, since } = options;
  const selection: Selection = {
    wanted: readWanted(target, options),
    since: since === undefined ? undefined : parseIsoDate(since)?.time,
    isKnown,
  };
  return sources.map((source) => selectRows(source, selection));
}

async function* noteGaps(
  rows: AsyncIterable<Row>,
  gaps: Gaps,
  onNote: ListOptions['onNote'],
): AsyncGenerator<Row> {
  let hasFailed = false;
  try {
    yield* rows;
  } catch (error) {
    hasFailed = true;
    throw error;
  } finally {
    // After a failure another way may bring what is missing.
    if (!hasFailed) for (const text of describeGaps(gaps)) onNote?.(text);
  }
}

function describeGaps({ unread, isCut }: Gaps): string[] {
  return [
    ...(unread === 0
      ? []
      : [
          unread === 1
            ? '1 row has an unknown form and is missing from the list.'
            : `${unread} rows have an unknown form and are missing from the list.`,
        ]),
    ...(isCut
      ? ['YouTube promised more pages and sent none with a new video, so the list may lack some.']
      : []),
  ];
}

interface FeedUse {
  /** What the person asked for. */
  readonly target: ListTarget;
  readonly options: ListOptions;
  /** The person asked for all of a list. @default false */
  readonly isFallback?: boolean;
}

function feedWay(
  { target: feed, kind }: FeedChoice,
  send: SendRequest,
  { target, options, isFallback = false }: FeedUse,
): Way<Row> {
  const open = async (): Promise<AsyncIterable<Row>> => {
    const { rows } = await fetchFeed(feed, kind, send);
    const newest = rows.length === 1 ? 'the newest video' : `the newest ${rows.length} videos`;
    if (isFallback)
      options.onNote?.(`${describeTarget(feed)} was all that could be read, and it names only ${newest}.`);
    return oneByOne(selectAll([{ rows: asAsync(rows), isNewestFirst: false }], target, options));
  };
  return { name: 'feed', open };
}

function whyNoProgram(trials: readonly Trial[]): string | undefined {
  const isLimited = trials.some(({ error }) => error?.code === 'YOUTUBE_RATE_LIMITED');
  return isLimited ? 'not tried while YouTube limits requests' : undefined;
}

function whyNoFeed(trials: readonly Trial[], hasBegun: boolean): string | undefined {
  if (hasBegun) return 'not used, it could not complete the list';
  const { error } = trials.find(({ way }) => way === 'youtubei.js') ?? {};
  // Where YouTube itself has trouble with pages, its feeds may work.
  const isCutOff = error?.code === 'NETWORK_UNREACHABLE' && !isServerTrouble(error);
  return isCutOff ? 'not tried, it has the same address' : undefined;
}

function withoutBounds({ newestPossible: _, ...video }: Row): ListedVideo {
  return video;
}

async function* asAsync(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}
