import { TranscriptError } from '../../errors.ts';
import { isPlainYouTubeUrl, quoteLink, readYouTubeUrl, YOUTUBE_HOSTS } from './youtube-url.ts';

/** A link to one video. The id is all that is ever used to ask YouTube; the text itself is never fetched. */
export interface VideoLink {
  /** Eleven characters; upper and lower case differ. */
  readonly id: string;
  /** Where the link asks the player to start, in seconds. */
  readonly startSeconds?: number;
  /** The playlist the link was copied from. */
  readonly playlistId?: string;
}

/** Paths of the form /name/ID. */
const ID_PATHS: ReadonlySet<string> = new Set(['shorts', 'live', 'embed', 'v', 'e']);

/** Words that stand where an id would and have its eleven characters. */
const NOT_IDS: ReadonlySet<string> = new Set(['videoseries', 'live_stream']);

/** Whether the text has the form of a video id. Many plain words have it too (`hello-world`), so paths are tried first. */
export function isVideoId(text: string): boolean {
  return /^[A-Za-z0-9_-]{11}$/.test(text) && !NOT_IDS.has(text);
}

/**
 * Reads a link to a single YouTube video, as people paste it: with or without a scheme, quoted, followed by a full stop.
 * Returns undefined for text that is not about YouTube (also for a bare id: see isVideoId), so that it can be tried as a path.
 * @throws TranscriptError VIDEO_ID_INVALID for a YouTube link that is not one video; the message says what it is instead.
 */
export function parseVideoLink(text: string): VideoLink | undefined {
  const url = readYouTubeUrl(text);
  if (!url) return undefined;
  if (!isPlainYouTubeUrl(url)) throw notOneVideo(text, url);
  const target = url.pathname.startsWith('/attribution_link') ? readAttributed(url) : url;
  const id = target && readId(target);
  if (!target || id === undefined || !isVideoId(id)) throw notOneVideo(text, target ?? url);
  const startSeconds = readStart(target);
  const playlistId = target.searchParams.get('list');
  return {
    id,
    ...(startSeconds === undefined ? {} : { startSeconds }),
    ...(playlistId !== null && /^[A-Za-z0-9_-]{2,64}$/.test(playlistId) ? { playlistId } : {}),
  };
}

/** Old share links carry the watch path inside `u`. */
function readAttributed(url: URL): URL | undefined {
  const inner = URL.parse(url.searchParams.get('u') ?? '', 'https://www.youtube.com');
  return inner && YOUTUBE_HOSTS.has(inner.hostname) ? inner : undefined;
}

function readId(url: URL): string | undefined {
  const [first, second, ...rest] = url.pathname.split('/').filter((segment) => segment !== '');
  if (url.hostname.endsWith('youtu.be')) return second === undefined ? first : undefined;
  if (first === 'watch') return url.searchParams.get('v') ?? undefined;
  return first !== undefined && ID_PATHS.has(first) && rest.length === 0 ? second : undefined;
}

/** `t=42`, `t=42s`, `t=1h2m3s`, `start=42`, `#t=42`; anything else is ignored. */
function readStart(url: URL): number | undefined {
  const query = url.searchParams;
  const value = query.get('t') ?? query.get('start') ?? new URLSearchParams(url.hash.slice(1)).get('t');
  const parts = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(value ?? '');
  if (!parts || parts[0] === '') return undefined;
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3_600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

/** First path segments that are neither a video nor a channel. */
const OTHER_PAGES: ReadonlyMap<string, string> = new Map([
  ['', 'the YouTube start page'],
  ['clip', 'a YouTube clip (a part of a video)'],
  ['post', 'a YouTube community post'],
  ['hashtag', 'a YouTube hashtag page'],
  ['results', 'a YouTube search'],
  ['feed', 'a YouTube feed'],
  ['redirect', 'a YouTube redirect to another site'],
  ['oembed', 'a YouTube embed description'],
  ['attribution_link', 'a YouTube attribution link'],
]);

const BATCH_REMEDY = 'Use `copydesk batch LINK` for all of its videos, or pass the link of one video.';
const COPY_REMEDY =
  'Open the video itself and copy its link (https://www.youtube.com/watch?v=ID or https://youtu.be/ID).';

function notOneVideo(text: string, url: URL): TranscriptError {
  const { what, remedy } = describe(url);
  return new TranscriptError('VIDEO_ID_INVALID', `${quoteLink(text)} is ${what}, not a link to one video.`, {
    remedy,
  });
}

function describe(url: URL): { what: string; remedy: string } {
  const [first = '', second = ''] = url.pathname.split('/').filter((segment) => segment !== '');
  const route = url.hostname.endsWith('youtu.be') ? 'watch' : first;
  if (url.username !== '' || url.port !== '' || !/^https?:$/.test(url.protocol)) {
    return {
      what: 'a YouTube address with a user name, a port or a scheme that YouTube does not use',
      remedy: COPY_REMEDY,
    };
  }
  if (!YOUTUBE_HOSTS.has(url.hostname)) return { what: `a page of ${url.hostname}`, remedy: COPY_REMEDY };
  if (
    route === 'playlist' ||
    second === 'videoseries' ||
    (route === 'watch' && !url.searchParams.has('v') && url.searchParams.has('list'))
  ) {
    return { what: 'a YouTube playlist', remedy: BATCH_REMEDY };
  }
  if (route === 'watch' || ID_PATHS.has(route)) {
    if (second === 'live_stream') return { what: "a channel's current live stream", remedy: COPY_REMEDY };
    return { what: 'a YouTube link without a whole 11-character video id', remedy: COPY_REMEDY };
  }
  const page = OTHER_PAGES.get(route);
  if (page !== undefined) return { what: page, remedy: COPY_REMEDY };
  return { what: 'a YouTube channel', remedy: BATCH_REMEDY };
}
