import { ConfigError } from '../../../errors.ts';
import type { SendRequest } from '../request.ts';
import { type FeedChoice, type FeedTarget, feedOf, fetchFeed } from './feed-route.ts';
import { openInnertubeSources } from './innertube-route.ts';
import { type Attempt, describeTarget, isFinal, listingFailed, wrapRouteError } from './list-error.ts';
import type { ListTarget } from './list-link.ts';
import { createPlan, type ListPlan, readNamedKind, readWanted, type Wanted } from './list-plan.ts';
import type { ListedVideo, ListOptions, Row, Source } from './listed-video.ts';
import { openSend } from './open-send.ts';
import { resolveChannel } from './resolve-channel.ts';
import { mergeNewestFirst, oneByOne, type Selection, selectRows } from './select-rows.ts';
import { openYtDlpSources } from './yt-dlp-route.ts';

/**
 * The videos of a channel, playlist or feed, page by page: a page is asked for only when its first video is wanted. A channel's
 * come newest first, as far as dates are known, and end early at what is known or too old; known ones are left out.
 * Ways, in order: youtubei.js, yt-dlp, and the feed, which knows only the newest fifteen and is not used to finish what another
 * way began, for then a part would look like the whole.
 * @throws TranscriptError CHANNEL_UNAVAILABLE, PLAYLIST_UNAVAILABLE, or the first way's error with what became of all of them.
 * @throws ConfigError for a date or an origin that cannot be used.
 */
export async function* listVideos(
  target: ListTarget,
  options: ListOptions = {},
): AsyncGenerator<ListedVideo> {
  const wanted = readWanted(target, options);
  const { isKnown = () => false, since } = options;
  const selection: Selection = { wanted, since: readSince(since), isKnown };
  const routes = await openRoutes(target, wanted, options);
  const attempts: Attempt[] = [];
  const seen = new Set<string>();
  for (const route of routes) {
    const notTried = whyNot(route, attempts, seen.size > 0);
    try {
      const sources = notTried === undefined ? await route.open?.() : undefined;
      if (sources) {
        const lists = sources.map((source) => selectRows(source, selection));
        // Programs run one at a time, and their rows have no dates to be joined by.
        for await (const row of route.name === 'yt-dlp' ? oneByOne(lists) : mergeNewestFirst(lists)) {
          if (seen.has(row.id)) continue;
          seen.add(row.id);
          yield withoutBounds(row);
        }
        return;
      }
      attempts.push({ route: route.name, notTried: notTried ?? 'not installed' });
    } catch (error) {
      const wrapped = wrapRouteError(error, describeTarget(target), options.signal);
      if (isFinal(wrapped)) throw wrapped;
      attempts.push({ route: route.name, error: wrapped });
    }
  }
  throw listingFailed(target, attempts);
}

interface Route {
  readonly name: string;
  /** Undefined, or resolving to it, when its tool is not there. */
  readonly open: (() => Promise<readonly Source[] | undefined>) | undefined;
}

async function openRoutes(target: ListTarget, wanted: Wanted, options: ListOptions): Promise<Route[]> {
  if (target.kind === 'feed') {
    const send = openSend(target, options);
    return [feedRoute({ target, kind: readNamedKind(target) ?? 'video' }, send, options)];
  }
  const plan = await readPlan(target, wanted, options);
  const send = openSend(plan, options);
  const { ytDlp } = options;
  const byProgram = ytDlp === undefined ? undefined : async () => openYtDlpSources(plan, ytDlp, options);
  return [
    { name: 'youtubei.js', open: () => openInnertubeSources(plan, send, options) },
    { name: 'yt-dlp', open: byProgram },
    feedRoute(feedOf(plan), send, options),
  ];
}

async function readPlan(
  target: Exclude<ListTarget, FeedTarget>,
  wanted: Wanted,
  options: ListOptions,
): Promise<ListPlan> {
  if (target.kind === 'playlist') return createPlan(target, wanted);
  const { id } = await resolveChannel(target, options);
  return createPlan({ kind: 'channel', id }, wanted);
}

function feedRoute({ target, kind }: FeedChoice, send: SendRequest, { onNote }: ListOptions): Route {
  const open = async (): Promise<readonly Source[]> => {
    const { rows } = await fetchFeed(target, kind, send);
    onNote?.(
      `${describeTarget(target)} was all that could be read, and it names only the newest ${rows.length} videos.`,
    );
    return [{ rows: asAsync(rows), isNewestFirst: false }];
  };
  return { name: 'feed', open };
}

function whyNot({ name }: Route, attempts: readonly Attempt[], hasBegun: boolean): string | undefined {
  const isLimited = attempts.some(({ error }) => error?.code === 'YOUTUBE_RATE_LIMITED');
  if (name === 'yt-dlp' && isLimited) return 'not tried while YouTube limits requests';
  if (name === 'feed' && hasBegun) return 'not used, it could not complete the list';
  const isCutOff = attempts.some(
    ({ route, error }) => route === 'youtubei.js' && error?.code === 'NETWORK_UNREACHABLE',
  );
  if (name === 'feed' && isCutOff) return 'not tried, it has the same address';
  return undefined;
}

function readSince(since: string | undefined): number | undefined {
  if (since === undefined) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}(?:[Tt][\d:.]+(?:[Zz]|[+-]\d{2}:\d{2}))?$/.test(since)
    ? Date.parse(since)
    : Number.NaN;
  if (!Number.isNaN(time)) return time;
  throw new ConfigError(
    'CONFIG_INVALID',
    '--since: must be a date (2026-11-23) or an instant with its offset (2026-11-23T18:00:00Z)',
  );
}

function withoutBounds({ newestPossible: _, ...video }: Row): ListedVideo {
  return video;
}

async function* asAsync(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}
