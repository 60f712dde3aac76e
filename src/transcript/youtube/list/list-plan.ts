import { CHANNEL_TABS, type ChannelTab, type ChannelTarget, type ListTarget } from './list-link.ts';
import type { ListedVideo, ListOptions } from './listed-video.ts';

/** What is to be read, once the channel's id is known. */
export type ListPlan =
  | { readonly kind: 'channel'; readonly id: string; readonly tabs: readonly ChannelTab[] }
  | { readonly kind: 'playlist'; readonly id: string; readonly videoKind: ListedVideo['kind'] };

export const TAB_KINDS: Readonly<Record<ChannelTab, ListedVideo['kind']>> = {
  videos: 'video',
  shorts: 'short',
  streams: 'live',
};

/** The lists that YouTube keeps of a channel's uploads: this and the channel's id without its UC. */
export const UPLOADS_PREFIXES: Readonly<Record<ChannelTab, string>> = {
  videos: 'UULF',
  shorts: 'UUSH',
  streams: 'UULV',
};

/** Which kinds are wanted. What a link names is wanted, whatever the options say. */
export interface Wanted {
  readonly video: boolean;
  readonly short: boolean;
  readonly live: boolean;
  readonly members: boolean;
  readonly unready: boolean;
}

export function readWanted(target: ListTarget, { include = {}, membersOnly = false }: ListOptions): Wanted {
  const unready = include.unready ?? false;
  const named = readNamedKind(target);
  if (named) {
    const none = { video: false, short: false, live: false };
    return { ...none, [named]: true, members: membersOnly, unready };
  }
  const list = target.kind === 'playlist' ? target.id : 'playlistId' in target ? target.playlistId : '';
  return {
    video: include.videos ?? true,
    short: include.shorts ?? false,
    live: include.live ?? true,
    members: membersOnly || list.startsWith('UUM'),
    unready,
  };
}

/** The one kind that a link to a tab or to an uploads list names. */
export function readNamedKind(target: ListTarget): ListedVideo['kind'] | undefined {
  if (target.kind === 'channel') return target.tab && TAB_KINDS[target.tab];
  const list = target.kind === 'playlist' ? target.id : 'playlistId' in target ? target.playlistId : '';
  const tab = CHANNEL_TABS.find((candidate) => list.startsWith(UPLOADS_PREFIXES[candidate]));
  return tab && TAB_KINDS[tab];
}

export function createPlan(
  { kind, id }: { readonly kind: 'channel' | 'playlist'; readonly id: string },
  wanted: Wanted,
): ListPlan {
  if (kind === 'channel') return { kind, id, tabs: CHANNEL_TABS.filter((tab) => wanted[TAB_KINDS[tab]]) };
  return { kind, id, videoKind: readNamedKind({ kind, id }) ?? 'video' };
}

/** The address of a channel, made anew from its name. */
export function channelAddress(target: ChannelTarget): string {
  if ('id' in target) return `https://www.youtube.com/channel/${target.id}`;
  const path = target.handle.split('/').map((part) => encodeURIComponent(part).replace(/^%40/, '@'));
  return `https://www.youtube.com/${path.join('/')}`;
}
