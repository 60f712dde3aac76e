import { TranscriptError } from '../../../errors.ts';
import { isPlainYouTubeUrl, quoteLink, readYouTubeUrl, stripQuoting } from '../youtube-url.ts';

/** The parts of a channel that hold videos, and that its link may name. */
export const CHANNEL_TABS = ['videos', 'streams', 'shorts'] as const;
export type ChannelTab = (typeof CHANNEL_TABS)[number];

export type ChannelTarget =
  /** `UC` and 22 characters: the only name of a channel that never changes. */
  | { readonly kind: 'channel'; readonly id: string; readonly tab?: ChannelTab }
  /** What stands in the address, decoded: `@name`, `c/name`, `user/name` or `name`. */
  | { readonly kind: 'channel'; readonly handle: string; readonly tab?: ChannelTab };

export type ListTarget =
  | ChannelTarget
  | { readonly kind: 'playlist'; readonly id: string }
  /** The feed alone: the newest fifteen videos. */
  | { readonly kind: 'feed'; readonly channelId: string }
  | { readonly kind: 'feed'; readonly playlistId: string }
  | { readonly kind: 'feed'; readonly user: string };

const CHANNEL_ID = /^UC[A-Za-z0-9_-]{22}$/;
const PLAYLIST_ID = /^[A-Za-z0-9_-]{2,64}$/;
/** Of a bare word only what can hardly be anything else is taken for a playlist. */
const BARE_PLAYLIST_ID =
  /^(?:PL(?:[A-Za-z0-9_-]{32}|[A-F0-9]{16})|UU(?:LF|SH|LV|MO|MF|MS|MV|LP|PS|PV)?[A-Za-z0-9_-]{22}|FL[A-Za-z0-9_-]{22}|OLAK5uy_[A-Za-z0-9_-]{33})$/;
/** Letters of any script; YouTube itself decides which of them are taken. */
const NAME = /^[\p{L}\p{N}\p{M}._\u00B7-]{1,100}$/u;

export function isChannelId(text: string): boolean {
  return CHANNEL_ID.test(text);
}

/** Whether the playlist is one that YouTube keeps of a channel's uploads, the newest first. */
export function isUploadsList(playlistId: string): boolean {
  return /^UU(?:[A-Z]{2})?[A-Za-z0-9_-]{22}$/.test(playlistId);
}

/**
 * Reads a link to many YouTube videos, or a bare id or handle, as people paste it. A link to a video inside a playlist is that
 * playlist. Returns undefined for text that is not about YouTube, so that it can be tried as a path.
 * @throws TranscriptError LIST_LINK_INVALID for a YouTube link that is no list or cannot be listed; the message says what it is.
 */
export function parseListLink(text: string): ListTarget | undefined {
  const url = readYouTubeUrl(text);
  if (!url) return readBare(stripQuoting(text), text);
  if (!isPlainYouTubeUrl(url)) {
    throw invalid(text, 'an address of no host of YouTube, or with a user name, a port or an unknown scheme');
  }
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const first = segments[0] ?? '';
  if (url.hostname.endsWith('youtu.be')) return readPlaylist(url, text) ?? refuse('youtu.be', text);
  if (first === 'feeds') return readFeed(url, text);
  const isInPlayer = first === 'watch' || first === 'playlist' || segments[1] === 'videoseries';
  if (isInPlayer) return readPlaylist(url, text) ?? refuse(first === 'playlist' ? first : 'watch', text);
  // Addresses of YouTube Music.
  if (first === 'browse') return readBrowse(segments[1] ?? '', text);
  return OTHER_PAGES.has(first) ? refuse(first, text) : readChannel(segments, text);
}

function readBare(word: string, text: string): ListTarget | undefined {
  if (isChannelId(word)) return { kind: 'channel', id: word };
  if (/^@/.test(word) && NAME.test(word.slice(1))) return { kind: 'channel', handle: word.normalize('NFC') };
  if (/^(?:WL|LL|LM|RD[A-Za-z0-9_-]{11,})$/.test(word)) return playlist(word, text);
  return BARE_PLAYLIST_ID.test(word) ? playlist(word, text) : undefined;
}

function readPlaylist(url: URL, text: string): ListTarget | undefined {
  const id = url.searchParams.get('list');
  return id === null ? undefined : playlist(id, text);
}

function playlist(id: string, text: string): ListTarget {
  const bare = id.startsWith('VL') ? id.slice(2) : id;
  if (/^(?:WL|LL|LM)$/.test(bare)) {
    throw invalid(
      text,
      'a list that only its owner sees (watch later, liked videos)',
      'Copy its videos into a playlist of your own that is public or unlisted, and pass the link of that.',
    );
  }
  if (bare.startsWith('RD')) {
    throw invalid(
      text,
      'a mix, which YouTube makes up for each viewer and which never ends',
      'Pass the link of a playlist or channel, or the link of one video to `copydesk write`.',
    );
  }
  if (!PLAYLIST_ID.test(bare)) throw invalid(text, 'a YouTube link without a whole playlist id');
  return { kind: 'playlist', id: bare };
}

function readFeed(url: URL, text: string): ListTarget {
  const query = url.searchParams;
  const channel = query.get('channel_id');
  // Feeds name their own channel without the two letters, and people copy that.
  const channelId = channel !== null && /^[A-Za-z0-9_-]{22}$/.test(channel) ? `UC${channel}` : channel;
  if (channelId !== null && isChannelId(channelId)) return { kind: 'feed', channelId };
  const playlistId = query.get('playlist_id');
  if (playlistId !== null && PLAYLIST_ID.test(playlistId)) {
    playlist(playlistId, text);
    return { kind: 'feed', playlistId };
  }
  const user = query.get('user');
  if (user !== null && NAME.test(user)) return { kind: 'feed', user };
  throw invalid(text, 'a YouTube feed without a whole channel_id, playlist_id or user');
}

function readBrowse(id: string, text: string): ListTarget {
  if (isChannelId(id)) return { kind: 'channel', id };
  return id.startsWith('VL') ? playlist(id, text) : refuse('browse', text);
}

/** Pages of a channel that show other things than videos, and stand for the channel. */
const CHANNEL_PAGES: ReadonlySet<string> = new Set([
  'featured',
  'about',
  'playlists',
  'community',
  'posts',
  'podcasts',
  'releases',
  'courses',
  'shows',
  'store',
  'search',
  'channels',
]);

function readChannel(segments: readonly string[], text: string): ListTarget {
  const isPrefixed = /^(?:channel|c|user)$/.test(segments[0] ?? '');
  const [name = '', page, ...rest] = segments
    .slice(isPrefixed ? 1 : 0)
    .map((segment) => decode(segment, text));
  if (page === 'live') {
    throw invalid(
      text,
      "a channel's current live stream",
      'Pass the link of its streams instead: https://www.youtube.com/@name/streams',
    );
  }
  const named = CHANNEL_TABS.find((candidate) => candidate === page);
  if (rest.length > 0 || (page !== undefined && !named && !CHANNEL_PAGES.has(page))) {
    throw invalid(text, 'a YouTube address of an unknown form');
  }
  const tab = named ? { tab: named } : {};
  if (segments[0] === 'channel') {
    if (!isChannelId(name))
      throw invalid(text, 'a YouTube channel link without a whole id (UC and 22 characters)');
    return { kind: 'channel', id: name, ...tab };
  }
  const isHandle = !isPrefixed && name.startsWith('@');
  if (!NAME.test(isHandle ? name.slice(1) : name))
    throw invalid(text, 'a YouTube link without a channel name');
  return { kind: 'channel', handle: isPrefixed ? `${segments[0]}/${name}` : name, ...tab };
}

function decode(segment: string, text: string): string {
  try {
    return decodeURIComponent(segment).normalize('NFC');
  } catch {
    throw invalid(text, 'a YouTube link that is not encoded as links are');
  }
}

const VIDEO = 'a link to one video';
/** First path segments that are no channel. */
const OTHER_PAGES: ReadonlyMap<string, string> = new Map([
  ['', 'the YouTube start page'],
  ['youtu.be', VIDEO],
  ['watch', VIDEO],
  ['shorts', VIDEO],
  ['live', VIDEO],
  ['embed', VIDEO],
  ['v', VIDEO],
  ['e', VIDEO],
  ['attribution_link', VIDEO],
  ['playlist', 'a YouTube playlist link without its id'],
  ['clip', 'a YouTube clip (a part of a video)'],
  ['post', 'a YouTube community post'],
  ['hashtag', 'a YouTube hashtag page'],
  ['results', 'a YouTube search'],
  ['feed', 'a personal page of YouTube'],
  ['redirect', 'a YouTube redirect to another site'],
  ['oembed', 'a YouTube embed description'],
  ['browse', 'a page of YouTube Music'],
  ['api', 'an interface of YouTube for programs'],
  ['youtubei', 'an interface of YouTube for programs'],
]);

function refuse(page: string, text: string): never {
  const what = OTHER_PAGES.get(page) ?? 'an unknown page of YouTube';
  throw invalid(text, what, what === VIDEO ? 'Use `copydesk write LINK` for one video.' : undefined);
}

function invalid(text: string, what: string, remedy?: string): TranscriptError {
  return new TranscriptError(
    'LIST_LINK_INVALID',
    `${quoteLink(text)} is ${what}, not a channel, playlist or feed that can be listed.`,
    remedy === undefined ? {} : { remedy },
  );
}
