import { stripHidden } from '../text/index.ts';
import { parseTimestamp } from './formats/timestamps.ts';
import { canonicalLanguage } from './language.ts';
import type { Metadata } from './schema.ts';
import { isVideoId } from './youtube/video-id.ts';

const LONGEST_LINE = 500;
const LONGEST_DESCRIPTION = 20_000;

/** The names under which people and programs write a fact, the most exact first. */
const KEYS = {
  title: 'title fulltitle título titulo titre titel titolo название назва',
  show: 'show podcast series',
  channel: 'channel uploader canal kanal',
  publishedAt: 'published_time published_at published publish_date upload_date date fecha datum',
  url: 'url video_url youtube_url webpage_url source_url link youtube media',
  videoId: 'video_id videoid youtube_id',
  duration: 'duration_seconds duration',
  description: 'description',
  language: 'source_language language lang idioma sprache',
} as const;
const KNOWN_KEYS: ReadonlySet<string> = new Set(Object.values(KEYS).flatMap((names) => names.split(' ')));

/** Metadata and language as a file states them about itself; untrusted, so each value is checked and cleaned or left out. */
export interface StatedFacts {
  readonly metadata: Partial<Metadata>;
  /** BCP 47. */
  readonly language?: string;
}

/** `Source-Language`, `source language` and `source_language` are one key. */
export function factKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, '_');
}

export function isFactKey(key: string): boolean {
  return KNOWN_KEYS.has(key);
}

/** Reads facts by the keys of factKey. */
export function readFacts(facts: ReadonlyMap<string, string>): StatedFacts {
  const value = (field: keyof typeof KEYS) =>
    KEYS[field]
      .split(' ')
      .map((key) => facts.get(key)?.trim())
      .find((text) => text !== undefined && text !== '');
  const channel = cleanFact(value('channel'));
  const videoId = value('videoId');
  const description = cleanFact(value('description'), LONGEST_DESCRIPTION);
  const language = canonicalLanguage(value('language'));
  const metadata = withoutAbsent({
    title: cleanFact(value('title')),
    show: cleanFact(value('show')),
    channel: channel === undefined ? undefined : { name: channel },
    publishedAt: readDate(value('publishedAt')),
    url: readUrl(value('url')),
    videoId: videoId !== undefined && isVideoId(videoId) ? videoId : undefined,
    durationSeconds: readDuration(value('duration')),
    description,
  });
  return language === undefined ? { metadata } : { metadata, language };
}

/** Text on one line (a description keeps its lines), nothing hidden in it; undefined when nothing is left. */
export function cleanFact(text: string | undefined, longest: number = LONGEST_LINE): string | undefined {
  if (text === undefined) return undefined;
  const clean = stripHidden(text.slice(0, longest)).replace(/\r\n?/gu, '\n');
  return (longest > LONGEST_LINE ? clean : clean.replace(/\s+/gu, ' ')).trim() || undefined;
}

/** A date, or an instant in UTC where the text names its zone; undefined for a day that never was. */
export function readDate(text: string | undefined): string | undefined {
  const match =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:$|[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?$)/u.exec(
      text?.trim() ?? '',
    );
  if (!match) return undefined;
  const [, year, month, day, time, zone] = match;
  const date = `${year}-${month}-${day}`;
  const midnight = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(date)) return undefined;
  if (time === undefined || zone === undefined) return date;
  const instant = new Date(`${date}T${time}${zone}`);
  return Number.isNaN(instant.getTime()) ? date : instant.toISOString().replace(/\.\d+Z$/u, 'Z');
}

/** Only links that a browser opens as a page. */
export function readUrl(text: string | undefined): string | undefined {
  const url = text === undefined || text.length > 2_000 ? null : URL.parse(text.trim());
  return url !== null && /^https?:$/u.test(url.protocol) ? url.href : undefined;
}

function readDuration(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = text.includes(':') ? parseTimestamp(text) : Number(text);
  return seconds !== undefined && Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The object without its undefined members, which exact optional properties do not allow. */
export function withoutAbsent<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Present<T>;
}
