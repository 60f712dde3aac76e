import { z } from 'zod';
import { fetchFeed } from './feed-route.ts';
import { resolveByInnertube } from './innertube-route.ts';
import { type Attempt, isFinal, listingFailed, wrapRouteError } from './list-error.ts';
import { type ChannelTarget, isChannelId } from './list-link.ts';
import type { ListOptions } from './listed-video.ts';
import { openSend } from './open-send.ts';
import { resolveByYtDlp } from './yt-dlp-route.ts';

export interface ResolvedChannel {
  readonly id: string;
  readonly name?: string;
}

type HandleTarget = ChannelTarget & { readonly handle: string };

/**
 * The id of a channel, which is worth keeping: handles change hands. Nothing is asked for a link that already has it.
 * @throws TranscriptError CHANNEL_UNAVAILABLE when nobody has the name, or the first way's error with what became of all of them.
 */
export async function resolveChannel(
  target: ChannelTarget,
  options: ListOptions = {},
): Promise<ResolvedChannel> {
  if ('id' in target) return { id: target.id };
  const { cache, now = Date.now } = options;
  const key = `channel ${target.handle}`;
  const known = resolvedSchema.safeParse(await cache?.read(key)).data;
  if (known?.handle === target.handle) return known.channel;
  const channel = await askForChannel(target, options);
  await cache?.write(key, { handle: target.handle, channel, at: now() });
  return channel;
}

/** What is kept of a handle. It has no age: who keeps a channel in mind means that channel, whoever takes its name later. */
const resolvedSchema = z.object({
  handle: z.string(),
  channel: z.object({ id: z.string().refine(isChannelId), name: z.string().exactOptional() }),
});

async function askForChannel(target: HandleTarget, options: ListOptions): Promise<ResolvedChannel> {
  const attempts: Attempt[] = [];
  const ways = resolvingWays(target, options);
  for (const { route, resolve } of ways) {
    try {
      const found = await resolve?.();
      if (found) return found;
      attempts.push({ route, notTried: 'not installed' });
    } catch (error) {
      const wrapped = wrapRouteError(error, target.handle, options.signal);
      if (isFinal(wrapped)) throw wrapped;
      attempts.push({ route, error: wrapped });
    }
  }
  throw listingFailed(target, attempts);
}

interface Way {
  readonly route: string;
  readonly resolve: (() => Promise<ResolvedChannel | undefined>) | undefined;
}

function resolvingWays(target: HandleTarget, options: ListOptions): Way[] {
  const send = openSend(target, options);
  const { ytDlp } = options;
  const user = /^user\/(.+)$/.exec(target.handle)?.[1];
  const ways: Way[] = [
    {
      route: 'youtubei.js',
      resolve: async () => {
        const id = await resolveByInnertube(target, send);
        return id === undefined ? undefined : { id };
      },
    },
    {
      route: 'yt-dlp',
      resolve: ytDlp === undefined ? undefined : () => resolveByYtDlp(target, ytDlp, options),
    },
  ];
  if (user === undefined) return ways;
  // Of the names, feeds know only the oldest kind.
  const resolve = async (): Promise<ResolvedChannel | undefined> => {
    const { channelId, channelName } = await fetchFeed({ kind: 'feed', user }, 'video', send);
    if (channelId === undefined) return undefined;
    return { id: channelId, ...(channelName === undefined ? {} : { name: channelName }) };
  };
  return [...ways, { route: 'feed', resolve }];
}
