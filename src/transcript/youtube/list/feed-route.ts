import { TranscriptError } from '../../../errors.ts';
import { BROWSER } from '../client-profiles.ts';
import { type SendRequest, YOUTUBE_ORIGIN } from '../request.ts';
import { readAcceptedText } from '../verdict.ts';
import { type Feed, parseFeed } from './feed.ts';
import { describeTarget } from './list-error.ts';
import type { ListTarget } from './list-link.ts';
import { type ListPlan, TAB_KINDS, UPLOADS_PREFIXES } from './list-plan.ts';
import type { ListedVideo } from './listed-video.ts';

export type FeedTarget = Extract<ListTarget, { kind: 'feed' }>;

export interface FeedChoice {
  readonly target: FeedTarget;
  /** What the feed holds, as far as it does not say itself. */
  readonly kind: ListedVideo['kind'];
}

/** Fifteen entries with the longest descriptions there are take a tenth of it. */
const MAX_BYTES = 4 * 1_048_576;

/** The feed that comes closest to a list. Of a channel there is one for all its uploads and one for each kind. */
export function feedOf(plan: ListPlan): FeedChoice {
  if (plan.kind === 'playlist')
    return { target: { kind: 'feed', playlistId: plan.id }, kind: plan.videoKind };
  const [tab, ...more] = plan.tabs;
  if (tab === undefined || more.length > 0)
    return { target: { kind: 'feed', channelId: plan.id }, kind: 'video' };
  const playlistId = `${UPLOADS_PREFIXES[tab]}${plan.id.slice(2)}`;
  return { target: { kind: 'feed', playlistId }, kind: TAB_KINDS[tab] };
}

/** @throws TranscriptError FEED_UNAVAILABLE for a 404, which says nothing about the channel. */
export async function fetchFeed(
  target: FeedTarget,
  kind: ListedVideo['kind'],
  send: SendRequest,
): Promise<Feed> {
  const url = new URL('/feeds/videos.xml', YOUTUBE_ORIGIN);
  if ('channelId' in target) url.searchParams.set('channel_id', target.channelId);
  else if ('user' in target) url.searchParams.set('user', target.user);
  else url.searchParams.set('playlist_id', target.playlistId);
  const headers = { 'user-agent': BROWSER };
  const reply = await send({ url: url.href, headers, maxBytes: MAX_BYTES });
  const label = describeTarget(target);
  if (reply.status === 404) {
    throw new TranscriptError('FEED_UNAVAILABLE', `${label}: YouTube answered with HTTP status 404.`);
  }
  return parseFeed(readAcceptedText(reply, label), kind);
}
