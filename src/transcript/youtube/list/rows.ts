import { z } from 'zod';
import { cleanLine } from '../clean-text.ts';
import { isVideoId } from '../video-id.ts';
import { findNodes, textSchema } from './json-nodes.ts';
import type { ListedVideo, Row } from './listed-video.ts';
import { parseRelativeDate } from './relative-date.ts';

export interface PageRows {
  readonly rows: readonly Row[];
  /** Rows that look like videos and could not be read. */
  readonly unread: number;
}

export interface RowDefaults {
  /** What the tab or list holds, as far as it says. */
  readonly kind: ListedVideo['kind'];
  readonly now: Date;
}

/**
 * The videos on a page of a channel or playlist. They are read from YouTube's own JSON and not from the nodes of youtubei.js,
 * which drop the badge for paying members from rows of a playlist and whole rows that lack a label for screen readers.
 */
export function readRows(page: unknown, defaults: RowDefaults): PageRows {
  const rows: Row[] = [];
  let unread = 0;
  for (const part of contentParts(page)) {
    for (const [name, node] of findNodes(part, ROW_NAMES)) {
      const row = readRow(name, node, defaults);
      if (row) rows.push(row);
      else if (row === undefined) unread++;
    }
  }
  return { rows, unread };
}

/** The parts of an answer that hold its videos; headers and side panels advertise others. */
const pageSchema = z.object({
  contents: z.unknown().optional(),
  continuationContents: z.unknown().optional(),
  onResponseReceivedActions: z.unknown().optional(),
  onResponseReceivedCommands: z.unknown().optional(),
  onResponseReceivedEndpoints: z.unknown().optional(),
});

function contentParts(page: unknown): unknown[] {
  const parsed = pageSchema.safeParse(page);
  return parsed.success ? Object.values(parsed.data) : [];
}

const LONGEST_TITLE = 500;
const ROW_NAMES: ReadonlySet<string> = new Set([
  'lockupViewModel',
  'shortsLockupViewModel',
  'playlistVideoRenderer',
  'gridVideoRenderer',
  'videoRenderer',
  'reelItemRenderer',
]);
const BADGE_NAMES: ReadonlySet<string> = new Set([
  'thumbnailBadgeViewModel',
  'badgeViewModel',
  'metadataBadgeRenderer',
  'thumbnailOverlayTimeStatusRenderer',
]);

/** Today's form of a row in the tabs of a channel. */
const lockupSchema = z.object({
  contentId: z.string(),
  contentType: z.string(),
  contentImage: z.unknown().optional(),
  metadata: z.object({
    lockupMetadataViewModel: z.object({
      title: z.object({ content: z.string() }),
      metadata: z.unknown().optional(),
    }),
  }),
});

const shortSchema = z.object({
  onTap: z.object({
    innertubeCommand: z.object({ reelWatchEndpoint: z.object({ videoId: z.string() }) }),
  }),
  overlayMetadata: z.object({ primaryText: textSchema.optional() }).optional().catch(undefined),
});

/** The row of a playlist, and the older forms of a row in a tab. */
const rendererSchema = z.object({
  videoId: z.string(),
  title: textSchema.optional(),
  headline: textSchema.optional(),
  lengthSeconds: z.coerce.number().optional().catch(undefined),
  lengthText: textSchema.optional(),
  videoInfo: textSchema.optional(),
  publishedTimeText: textSchema.optional(),
  upcomingEventData: z.unknown().optional(),
  isPlayable: z.boolean().optional().catch(undefined),
  style: z.string().optional().catch(undefined),
  badges: z.unknown().optional(),
  thumbnailOverlays: z.unknown().optional(),
  navigationEndpoint: z.unknown().optional(),
});

/** Undefined for a row that should have been a video, null for one that is something else. */
function readRow(name: string, node: unknown, defaults: RowDefaults): Row | null | undefined {
  if (name === 'lockupViewModel') return readLockup(node, defaults);
  if (name === 'shortsLockupViewModel') {
    const { data } = shortSchema.safeParse(node);
    const title = data?.overlayMetadata?.primaryText ?? '';
    const id = data?.onTap.innertubeCommand.reelWatchEndpoint.videoId ?? '';
    return createRow({ id, title, kind: 'short', words: [], badges: findBadges(node) }, defaults);
  }
  const { data } = rendererSchema.safeParse(node);
  if (!data) return undefined;
  if (data.style === 'PLAYLIST_VIDEO_RENDERER_STYLE_RECOMMENDED_VIDEO') return null;
  const isShort = name === 'reelItemRenderer' || hasNode(data.navigationEndpoint, 'reelWatchEndpoint');
  return createRow(
    {
      id: data.videoId,
      title: data.title || data.headline || '',
      ...(isShort ? { kind: 'short' } : {}),
      words: [data.videoInfo ?? '', data.publishedTimeText ?? ''],
      badges: findBadges([data.badges, data.thumbnailOverlays]),
      durationSeconds: data.lengthSeconds ?? readDuration([data.lengthText ?? '']),
      isUpcoming: data.upcomingEventData !== undefined,
      isPlayable: data.isPlayable !== false,
    },
    defaults,
  );
}

function readLockup(node: unknown, defaults: RowDefaults): Row | null | undefined {
  const { data } = lockupSchema.safeParse(node);
  if (!data) return undefined;
  const type = data.contentType.replace('LOCKUP_CONTENT_TYPE_', '');
  if (type !== 'VIDEO' && type !== 'SHORT') return null;
  const { title, metadata } = data.metadata.lockupMetadataViewModel;
  const badges = findBadges([data.contentImage, metadata]);
  const words = [...findNodes(metadata, new Set(['text']))].map(([, text]) => textSchema.parse(text));
  return createRow(
    {
      id: data.contentId,
      title: title.content,
      ...(type === 'SHORT' ? { kind: 'short' } : {}),
      words,
      badges,
      durationSeconds: readDuration(badges),
    },
    defaults,
  );
}

interface RowSketch {
  readonly id: string;
  readonly title: string;
  readonly kind?: ListedVideo['kind'];
  /** The line under the title: views and age. */
  readonly words: readonly string[];
  readonly badges: readonly string[];
  readonly durationSeconds?: number | undefined;
  readonly isUpcoming?: boolean;
  readonly isPlayable?: boolean;
}

function createRow(sketch: RowSketch, { kind, now }: RowDefaults): Row | undefined {
  if (!isVideoId(sketch.id)) return undefined;
  const date = sketch.words.map((word) => parseRelativeDate(word, now)).find((found) => found !== undefined);
  const availability = readAvailability(sketch);
  const { durationSeconds: seconds = 0 } = sketch;
  const wasStreamed = sketch.words.some((word) => /\bstreamed\b/i.test(word));
  return {
    id: sketch.id,
    title: cleanLine(sketch.title, LONGEST_TITLE) || sketch.id,
    kind: sketch.kind ?? (wasStreamed && kind === 'video' ? 'live' : kind),
    ...(Number.isSafeInteger(seconds) && seconds > 0 ? { durationSeconds: seconds } : {}),
    ...(date && { ...date, dateIsExact: false }),
    ...(availability && { availability }),
  };
}

/** The English words of a row decide; a row says "LIVE", "UPCOMING" or "Members only" in a badge, or names a date to come. */
function readAvailability({ words, badges, isUpcoming, isPlayable = true }: RowSketch): Row['availability'] {
  if (badges.some((badge) => /members|sponsor|\block\b|_LOCK/i.test(badge))) return 'members';
  const isPlanned = words.some((word) => /^(?:premieres |scheduled for )|\bwaiting\b/i.test(word));
  if (isUpcoming || isPlanned || badges.some((badge) => /\bUPCOMING\b|_UPCOMING/.test(badge)))
    return 'upcoming';
  const isLive = words.some((word) => /\bwatching\b/.test(word));
  if (isLive || badges.some((badge) => /^LIVE\b|_LIVE(?:_NOW)?$/.test(badge))) return 'live';
  return isPlayable ? undefined : 'unavailable';
}

/** Texts, styles and icons of the badges in a part of a row. */
function findBadges(part: unknown): string[] {
  return [...findNodes(part, BADGE_NAMES)].flatMap(([, badge]) => badgeWords(badge));
}

const badgeSchema = z.object({
  text: z.unknown().optional(),
  badgeText: z.unknown().optional(),
  label: z.unknown().optional(),
  style: z.unknown().optional(),
  badgeStyle: z.unknown().optional(),
  iconName: z.unknown().optional(),
  icon: z.unknown().optional(),
});

function badgeWords(badge: unknown): string[] {
  const { data } = badgeSchema.safeParse(badge);
  const icons = [...findNodes(data?.icon, new Set(['imageName', 'iconType']))].map(([, name]) => name);
  return [...Object.values(data ?? {}), ...icons]
    .map((value) => (typeof value === 'string' ? value : textSchema.parse(value)))
    .filter((word) => word !== '');
}

/** `1:07:34` among other words. */
function readDuration(words: readonly string[]): number | undefined {
  const clock = words.find((word) => /^\d{1,3}(?::\d{2}){1,2}$/.test(word));
  return clock?.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
}

function hasNode(part: unknown, name: string): boolean {
  return !findNodes(part, new Set([name])).next().done;
}
