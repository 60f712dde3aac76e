import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { z } from 'zod';
import { TranscriptError } from '../../../errors.ts';
import { stripHidden } from '../../../text/index.ts';
import { cleanLine } from '../clean-text.ts';
import { isVideoId } from '../video-id.ts';
import { isChannelId } from './list-link.ts';
import type { ListedVideo, Row } from './listed-video.ts';

export interface Feed {
  readonly channelId?: string;
  readonly channelName?: string;
  readonly rows: readonly Row[];
}

const LONGEST_TITLE = 500;

/** As much of an entry as a list needs. The link tells a short; the moment is exact. */
const entrySchema = z.object({
  id: z.string().refine(isVideoId),
  title: z.string(),
  link: z.string(),
  published: z.iso.datetime({ offset: true }),
});

/**
 * Reads YouTube's Atom feed: the newest fifteen videos with exact times.
 * @throws TranscriptError YOUTUBE_RESPONSE_UNKNOWN for anything else.
 */
export function parseFeed(xml: string, kind: ListedVideo['kind']): Feed {
  const root = readRoot(xml);
  const channel = textOf(root, 'yt:channelId');
  // The feed writes its own channel without the two letters that every channel id begins with.
  const channelId = isChannelId(channel) ? channel : `UC${channel}`;
  const channelName = cleanLine(textOf(root, 'title'), LONGEST_TITLE);
  return {
    ...(isChannelId(channelId) ? { channelId } : {}),
    ...(channelName === '' ? {} : { channelName }),
    rows: childrenOf(root, 'entry').flatMap((entry) => readEntry(entry, kind) ?? []),
  };
}

function readRoot(xml: string): XmlElement {
  try {
    // Entities that a document declares for itself are not expanded by this parser, so they cannot multiply.
    const { root } = parseXml(stripHidden(xml));
    if (root?.name === 'feed') return root;
  } catch (cause) {
    throw new TranscriptError('YOUTUBE_RESPONSE_UNKNOWN', "YouTube's feed is no XML that can be read", {
      cause,
    });
  }
  throw new TranscriptError('YOUTUBE_RESPONSE_UNKNOWN', 'YouTube answered with something that is no feed');
}

function readEntry(entry: XmlElement, kind: ListedVideo['kind']): Row | undefined {
  const { data } = entrySchema.safeParse({
    id: textOf(entry, 'yt:videoId'),
    title: textOf(entry, 'title'),
    link: childrenOf(entry, 'link')[0]?.attributes.href ?? '',
    published: textOf(entry, 'published'),
  });
  if (!data) return undefined;
  const published = new Date(data.published);
  return {
    id: data.id,
    title: cleanLine(data.title, LONGEST_TITLE) || data.id,
    kind: data.link.includes('/shorts/') ? 'short' : kind,
    publishedAt: published.toISOString().replace('.000Z', 'Z'),
    dateIsExact: true,
    newestPossible: published.getTime(),
  };
}

function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && child.name === name,
  );
}

function textOf(parent: XmlElement, name: string): string {
  return childrenOf(parent, name)[0]?.text.trim() ?? '';
}
