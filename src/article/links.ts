import type { Article } from './schema.ts';

const VIDEO_ID = /^[A-Za-z0-9_-]{11}$/;

/** What URL leaves as it is, and Markdown, Liquid or an attribute could take for its own. */
const LOOSE = /[(){}|\\`'"<>*^]/g;

/** An address that may stand in a link: http or https, no user name or password. Anything else is no address. */
export function webUrl(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.username === '' && url.password === ''
    ? url.href.replace(LOOSE, percentEncode)
    : undefined;
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The id of the YouTube video behind an article, when there is a real one. */
export function videoIdOf(source: Article['source']): string | undefined {
  return source.videoId !== undefined && VIDEO_ID.test(source.videoId) ? source.videoId : undefined;
}

/** The page of the source: the video at a second where one is known, else the address the source came with. */
export function sourceUrl(source: Article['source'], seconds?: number): string | undefined {
  const videoId = videoIdOf(source);
  if (videoId === undefined) return webUrl(source.url);
  const watch = `https://www.youtube.com/watch?v=${videoId}`;
  return seconds === undefined ? watch : `${watch}&t=${Math.max(0, Math.floor(seconds))}s`;
}

/** The page of the player that sets no cookie before it plays. */
export function embedUrl(videoId: string): string {
  return `https://www.youtube-nocookie.com/embed/${videoId}`;
}
