import { z } from 'zod';
import { TranscriptError } from '../errors.ts';
import { stripHidden } from './hidden-characters.ts';
import type { Metadata } from './schema.ts';

/** What we read of yt-dlp's `.info.json`; everything else in it is left alone. */
const infoSchema = z.object({
  id: z.string().optional(),
  title: z.string().optional(),
  channel: z.string().nullish(),
  uploader: z.string().nullish(),
  channel_id: z.string().nullish(),
  channel_url: z.string().nullish(),
  webpage_url: z.string().nullish(),
  extractor_key: z.string().nullish(),
  upload_date: z.string().nullish(),
  timestamp: z.number().nullish(),
  duration: z.number().nonnegative().nullish(),
  description: z.string().nullish(),
  chapters: z.array(z.object({ start_time: z.number().nonnegative(), title: z.string() })).nullish(),
});

const VIDEO_ID = /^[\w-]{11}$/u;

/**
 * Metadata of the info.json that yt-dlp writes beside a caption file. A field of the wrong kind is an error: half a file is worse
 * than none. Throws SOURCE_UNREADABLE.
 */
export function parseInfoJson(bytes: Uint8Array): Partial<Metadata> {
  let info: z.infer<typeof infoSchema>;
  try {
    info = infoSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new TranscriptError('SOURCE_UNREADABLE', 'The info.json beside the captions cannot be read.', {
      cause,
      likelyCause: 'It is not the file that yt-dlp --write-info-json makes, or it was cut.',
      remedy: 'Remove or rename it, or download it again.',
    });
  }
  const name = clean(info.channel ?? info.uploader);
  const title = clean(info.title);
  const published = publishedAt(info);
  const isYouTube = info.extractor_key === 'Youtube' || /^https:\/\/(?:www\.)?youtu/u.test(info.webpage_url ?? '');
  const chapters = (info.chapters ?? []).flatMap(({ start_time: start, title: text }) => {
    const heading = clean(text);
    // yt-dlp's own filler for a stretch before the first chapter.
    return heading === undefined || /^<Untitled Chapter/u.test(heading) ? [] : [{ start, title: heading }];
  });
  return {
    ...(title === undefined ? {} : { title }),
    ...(name === undefined ? {} : { channel: { name, ...optional('id', info.channel_id), ...optional('url', info.channel_url) } }),
    ...(isYouTube && VIDEO_ID.test(info.id ?? '') ? { videoId: info.id, url: `https://www.youtube.com/watch?v=${info.id}` } : {}),
    ...(published === undefined ? {} : { publishedAt: published }),
    ...optional('durationSeconds', info.duration),
    ...optional('description', clean(info.description)),
    ...(chapters.length > 0 ? { chapters } : {}),
  };
}

function clean(text: string | null | undefined): string | undefined {
  const visible = stripHidden(text ?? '').trim();
  return visible === '' ? undefined : visible;
}

function optional<Key extends string, Value>(key: Key, value: Value | null | undefined): Partial<Record<Key, Value>> {
  return value === null || value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}

/** The instant when yt-dlp knows it, else the day. */
function publishedAt({ timestamp, upload_date: day }: z.infer<typeof infoSchema>): string | undefined {
  if (typeof timestamp === 'number') return new Date(timestamp * 1_000).toISOString();
  const parts = /^(?<year>\d{4})(?<month>\d{2})(?<date>\d{2})$/u.exec(day ?? '')?.groups;
  return parts ? `${parts.year}-${parts.month}-${parts.date}` : undefined;
}
