import { z } from 'zod';
import { TranscriptError } from '../../../errors.ts';
import { fetchFeed } from './feed-route.ts';
import { resolveByInnertube } from './innertube-route.ts';
import { describeTarget } from './list-error.ts';
import { type ChannelTarget, isChannelId } from './list-link.ts';
import type { ListOptions } from './listed-video.ts';
import { type GatedOptions, openSend, withGate } from './open-send.ts';
import { followWays, type Way } from './ways.ts';
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
  return (await lookUpChannel(target, withGate(options))).channel;
}

export interface LookedUp {
  readonly channel: ResolvedChannel;
  /** It was not asked for now. */
  readonly isRemembered: boolean;
}

export async function lookUpChannel(target: ChannelTarget, options: GatedOptions): Promise<LookedUp> {
  if ('id' in target) return { channel: { id: target.id }, isRemembered: false };
  const { cache, now = Date.now, refresh = false } = options;
  const key = `channel ${target.handle}`;
  const known = refresh ? undefined : resolvedSchema.safeParse(await cache?.read(key)).data;
  if (known?.handle === target.handle) return { channel: known.channel, isRemembered: true };
  const channel = await askForChannel(target, options);
  await cache?.write(key, { handle: target.handle, channel, at: now() });
  return { channel, isRemembered: false };
}

/** What is kept of a handle. It has no age: who keeps a channel in mind means that channel, whoever takes its name later. */
const resolvedSchema = z.object({
  handle: z.string(),
  channel: z.object({ id: z.string().refine(isChannelId), name: z.string().exactOptional() }),
});

async function askForChannel(target: HandleTarget, options: GatedOptions): Promise<ResolvedChannel> {
  for await (const channel of followWays(target, resolvingWays(target, options), options.signal))
    return channel;
  throw new Error('a way that brings no channel and does not say why');
}

function resolvingWays(target: HandleTarget, options: GatedOptions): Way<ResolvedChannel>[] {
  const send = openSend(target, options);
  const { ytDlp } = options;
  const user = /^user\/(.+)$/.exec(target.handle)?.[1];
  const ways: Way<ResolvedChannel>[] = [
    {
      name: 'youtubei.js',
      open: async () => {
        const id = await resolveByInnertube(target, send);
        return id === undefined ? undefined : [{ id }];
      },
    },
    {
      name: 'yt-dlp',
      open: ytDlp === undefined ? undefined : async () => [await resolveByYtDlp(target, ytDlp, options)],
    },
  ];
  if (user === undefined) return ways;
  // Of the names, feeds know only the oldest kind.
  const open = async (): Promise<ResolvedChannel[]> => {
    const { channelId, channelName } = await fetchFeed({ kind: 'feed', user }, 'video', send);
    if (channelId === undefined) {
      const what = 'its feed does not say which channel it is of';
      throw new TranscriptError('YOUTUBE_RESPONSE_UNKNOWN', `${describeTarget(target)}: ${what}.`);
    }
    return [{ id: channelId, ...(channelName === undefined ? {} : { name: channelName }) }];
  };
  return [...ways, { name: 'feed', open }];
}
