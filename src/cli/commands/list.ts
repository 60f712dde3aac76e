import { z } from 'zod';
import { ConfigError, TranscriptError } from '../../errors.ts';
import { printable } from '../../text/index.ts';
import { type ListedVideo, type ListTarget, listVideos, parseListLink } from '../../transcript/index.ts';
import type { Context } from '../context.ts';
import { loadSettings } from '../load-settings.ts';
import { openYouTube } from '../youtube.ts';

const flagsSchema = z.object({
  limit: z
    .string()
    .regex(/^[1-9]\d{0,6}$/)
    .transform(Number)
    .optional(),
  since: z.string().optional(),
  videos: z.boolean().default(true),
  live: z.boolean().default(true),
  shorts: z.boolean().default(false),
  members: z.boolean().default(false),
  unready: z.boolean().default(false),
  json: z.boolean().default(false),
});

/** `copydesk list`: the videos of a channel, playlist or feed, a line each, printed as they are found. */
export async function runList(
  source: string,
  given: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<number> {
  const config = await loadSettings(given, context);
  const flags = readFlags(given);
  const { io, signal } = context;
  const note = (text: string): void => {
    if (!config.quiet) io.stderr(`Note: ${printable(text)}\n`);
  };
  const videos = listVideos(readTarget(source), {
    ...openYouTube(config, { context, note }),
    signal,
    include: { videos: flags.videos, live: flags.live, shorts: flags.shorts, unready: flags.unready },
    membersOnly: flags.members,
    since: flags.since,
    onNote: note,
    now: () => context.now().getTime(),
  });
  const { limit = Number.POSITIVE_INFINITY } = flags;
  let count = 0;
  for await (const video of videos) {
    io.stdout(`${flags.json ? JSON.stringify(video) : describeVideo(video)}\n`);
    if (++count >= limit) break;
  }
  if (!config.quiet) io.stderr(count === 1 ? '1 video\n' : `${count} videos\n`);
  return 0;
}

function readFlags(given: Readonly<Record<string, unknown>>): z.infer<typeof flagsSchema> {
  const flags = flagsSchema.safeParse(given);
  if (flags.success) return flags.data;
  throw new ConfigError('CONFIG_INVALID', '--limit: must be a whole number of 1 or more');
}

function readTarget(source: string): ListTarget {
  const target = parseListLink(source);
  if (target) return target;
  throw new TranscriptError(
    'LIST_LINK_INVALID',
    `${JSON.stringify(source)} is no YouTube channel, playlist or feed.`,
  );
}

/** Id, date (`~` before one that is approximate), duration, kind with what stands in the way, title. */
function describeVideo(video: ListedVideo): string {
  const { id, title, kind, durationSeconds, publishedAt, dateIsExact, availability } = video;
  const date = publishedAt === undefined ? '-' : `${dateIsExact ? '' : '~'}${publishedAt.slice(0, 10)}`;
  const flags = availability === undefined ? kind : `${kind},${availability}`;
  return [
    id,
    date.padEnd(11),
    describeDuration(durationSeconds).padStart(8),
    flags.padEnd(5),
    printable(title),
  ].join('  ');
}

function describeDuration(seconds: number | undefined): string {
  if (seconds === undefined) return '-';
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
