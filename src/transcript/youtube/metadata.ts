import type { Metadata } from '../schema.ts';
import { showOf } from '../show.ts';
import { parseChapters } from './chapters.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import type { PlayerReply } from './player.ts';
import { type Original, readPublicationDate } from './publication-date.ts';

const LONGEST_TITLE = 500;
/** YouTube allows 5,000 characters. */
const LONGEST_DESCRIPTION = 20_000;

/** What a player reply says about its video; `original` is in the language of the video, so it comes first. Absent stays absent; only the title falls back, to the id. */
export function readMetadata(player: PlayerReply, videoId: string, original: Original = {}): Metadata {
  const details = player.videoDetails;
  const title = cleanLine(original.title || details?.title || '', LONGEST_TITLE) || videoId;
  const show = showOf(title);
  const channelName = cleanLine(details?.author ?? '', LONGEST_TITLE);
  const publishedAt = readPublicationDate(player) ?? original.publishedAt;
  const seconds = Number(details?.lengthSeconds ?? 0);
  const durationSeconds = Number.isSafeInteger(seconds) && seconds > 0 ? seconds : undefined;
  const description = cleanText(original.description || details?.shortDescription || '', LONGEST_DESCRIPTION);
  const chapters = parseChapters(description, durationSeconds);
  return {
    platform: 'youtube',
    videoId,
    url: `https://www.youtube.com/watch?v=${videoId}`,
    title,
    ...(show === undefined ? {} : { show }),
    ...(channelName === ''
      ? {}
      : { channel: { name: channelName, ...readChannelAddress(details?.channelId) } }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(description === '' ? {} : { description }),
    ...(chapters === undefined ? {} : { chapters }),
  };
}

function readChannelAddress(channelId: string | undefined): { id: string; url: string } | undefined {
  if (channelId === undefined || !/^UC[A-Za-z0-9_-]{22}$/.test(channelId)) return undefined;
  return { id: channelId, url: `https://www.youtube.com/channel/${channelId}` };
}
