import { z } from 'zod';
import { decodeText } from './decode.ts';
import { cleanFact, readDate, readUrl, withoutAbsent } from './facts.ts';
import { parseBoundedJson } from './formats/json-scan.ts';
import { canonicalLanguage } from './language.ts';
import type { Chapter, Metadata } from './schema.ts';
import { parseChapters } from './youtube/chapters.ts';
import { isVideoId } from './youtube/video-id.ts';

const LONGEST_CHAPTER_TITLE = 200;
const MAX_CHAPTERS = 1_000;
/** YouTube opened in 2005; later than this is not a date of ours. */
const FIRST_SECOND = Date.UTC(2005, 0) / 1000;
const LAST_SECOND = Date.UTC(2100, 0) / 1000;

const text = z.string().optional().catch(undefined);
const amount = z.number().nonnegative().optional().catch(undefined);

/** The members of yt-dlp's info.json that we use; whatever has another type counts as absent. */
const infoJsonSchema = z.object({
  id: text,
  extractor_key: text,
  title: text,
  channel: text,
  uploader: text,
  channel_id: text,
  channel_url: text,
  webpage_url: text,
  description: text,
  duration: amount,
  timestamp: amount,
  upload_date: text,
  language: text,
  chapters: z
    .array(
      z
        .object({ start_time: z.number(), end_time: z.number().nullish(), title: z.string() })
        .nullable()
        .catch(null),
    )
    .max(MAX_CHAPTERS)
    .optional()
    .catch(undefined),
});

type InfoJson = z.infer<typeof infoJsonSchema>;

/** What yt-dlp wrote about a video. */
export interface VideoDescription {
  readonly metadata: Partial<Metadata>;
  /** Spoken language, BCP 47. */
  readonly language?: string;
}

/**
 * Reads the info.json that yt-dlp writes beside captions. Untrusted: a wrong date, chapter or link is left out. Throws
 * TRANSCRIPT_UNUSABLE when it is not JSON.
 */
export function parseInfoJson(bytes: Uint8Array): VideoDescription {
  const info = infoJsonSchema.parse(objectOrEmpty(parseBoundedJson(decodeText(bytes).text)));
  const isYouTube = info.extractor_key === undefined || /^youtube$/iu.test(info.extractor_key);
  const videoId = isYouTube && info.id !== undefined && isVideoId(info.id) ? info.id : undefined;
  const description = cleanFact(info.description, 20_000);
  const durationSeconds = info.duration === 0 ? undefined : info.duration;
  const language = canonicalLanguage(info.language);
  const metadata: Partial<Metadata> = withoutAbsent({
    platform: videoId === undefined ? undefined : ('youtube' as const),
    videoId,
    url: videoId === undefined ? readUrl(info.webpage_url) : `https://www.youtube.com/watch?v=${videoId}`,
    title: cleanFact(info.title),
    channel: readChannel(info),
    publishedAt: readInstant(info.timestamp) ?? readDate(info.upload_date),
    durationSeconds,
    description,
    chapters:
      readChapters(info.chapters, durationSeconds) ?? parseChapters(description ?? '', durationSeconds),
  });
  return language === undefined ? { metadata } : { metadata, language };
}

/** The same description with nothing in it that is not read here: yt-dlp adds addresses, headers and cookies. */
export function reduceInfoJson(text: string): string {
  return JSON.stringify(infoJsonSchema.parse(objectOrEmpty(parseBoundedJson(text))));
}

function objectOrEmpty(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function readChannel({ channel, uploader, channel_id, channel_url }: InfoJson): Metadata['channel'] {
  const name = cleanFact(channel) ?? cleanFact(uploader);
  if (name === undefined) return undefined;
  const id = channel_id !== undefined && /^[\w-]{1,64}$/u.test(channel_id) ? channel_id : undefined;
  const url = readUrl(channel_url);
  return { name, ...(id === undefined ? {} : { id }), ...(url === undefined ? {} : { url }) };
}

function readInstant(seconds: number | undefined): string | undefined {
  if (seconds === undefined || seconds < FIRST_SECOND || seconds > LAST_SECOND) return undefined;
  return new Date(Math.floor(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

/** Chapters in order of time; yt-dlp's own stopgap names are no chapters. */
function readChapters(found: InfoJson['chapters'], duration: number | undefined): Chapter[] | undefined {
  const chapters: Chapter[] = [];
  for (const chapter of found ?? []) {
    const title = cleanFact(chapter?.title);
    if (
      !chapter ||
      title === undefined ||
      title.length > LONGEST_CHAPTER_TITLE ||
      title.startsWith('<Untitled Chapter')
    )
      continue;
    const isPossible =
      chapter.start_time >= 0 && (chapter.end_time ?? Number.POSITIVE_INFINITY) > chapter.start_time;
    const isInside = duration === undefined || chapter.start_time < duration;
    if (isPossible && isInside && chapter.start_time >= (chapters.at(-1)?.start ?? 0))
      chapters.push({ start: chapter.start_time, title });
  }
  return chapters.length > 0 ? chapters : undefined;
}
