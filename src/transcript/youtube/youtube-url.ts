/** Exactly these hosts carry links to YouTube's content. */
export const YOUTUBE_HOSTS: ReadonlySet<string> = new Set([
  'youtube.com',
  'www.youtube.com',
  'm.youtube.com',
  'music.youtube.com',
  'gaming.youtube.com',
  'youtube-nocookie.com',
  'www.youtube-nocookie.com',
  'youtu.be',
  'www.youtu.be',
]);

const LONGEST_LINK = 4_096;

/**
 * The address in a text as people paste it: with or without a scheme, quoted, followed by a full stop. Undefined for what is not
 * on a host of YouTube's. The address is only ever read, never fetched; see isPlainYouTubeUrl before taking anything from it.
 */
export function readYouTubeUrl(text: string): URL | undefined {
  const link = stripQuoting(text).replaceAll('&amp;', '&');
  if (link.length > LONGEST_LINK || /\s/.test(link)) return undefined;
  const bareHost = /^[a-z0-9.-]+(?=[/?#:]|$)/i.exec(link)?.[0];
  const hasBareHost = bareHost !== undefined && isYouTubeHost(bareHost.toLowerCase());
  const url = URL.parse(hasBareHost ? `https://${link}` : link.startsWith('//') ? `https:${link}` : link);
  return url && isYouTubeHost(url.hostname) ? url : undefined;
}

/** Whether the host is one of those that carry content, with no user name, port or foreign scheme in the address. */
export function isPlainYouTubeUrl(url: URL): boolean {
  const isBare = url.port === '' && url.username === '' && url.password === '';
  return isBare && /^https?:$/.test(url.protocol) && YOUTUBE_HOSTS.has(url.hostname);
}

/** A link as it stands in an error. */
export function quoteLink(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}...` : text);
}

/** A text without the quotation marks, brackets and full stops that copying leaves around a link. */
export function stripQuoting(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && /[\s<([{"'`\u2018\u201C\u201E\u00AB]/u.test(text.charAt(start))) start++;
  while (end > start && /[\s>)\]}"'`\u2019\u201D\u00BB.,;!?]/u.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function isYouTubeHost(host: string): boolean {
  return YOUTUBE_HOSTS.has(host) || host.endsWith('.youtube.com') || host.endsWith('.youtube-nocookie.com');
}
