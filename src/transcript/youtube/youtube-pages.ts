/** Paths of the form /name/ID that play one video. */
export const ID_PATHS: ReadonlySet<string> = new Set(['shorts', 'live', 'embed', 'v', 'e']);

/** First path segments that are neither a video nor a list, and that no channel can have for a name. */
export const OTHER_PAGES: ReadonlyMap<string, string> = new Map([
  ['', 'the YouTube start page'],
  ['clip', 'a YouTube clip (a part of a video)'],
  ['post', 'a YouTube community post'],
  ['hashtag', 'a YouTube hashtag page'],
  ['results', 'a YouTube search'],
  ['feed', 'a personal page of YouTube'],
  ['redirect', 'a YouTube redirect to another site'],
  ['oembed', 'a YouTube embed description'],
  ['attribution_link', 'a YouTube attribution link'],
  ...['api', 'youtubei', 'iframe_api', 'get_video_info', 's'].map(
    (page) => [page, 'an interface of YouTube for programs'] as const,
  ),
  ...['signin', 'logout', 'account', 'upload', 'premium', 'paid_memberships', 'purchases'].map(
    (page) => [page, 'a page about an account with YouTube'] as const,
  ),
  ...['about', 't', 'ads', 'creators', 'howyoutubeworks', 'jobs'].map(
    (page) => [page, 'a page about YouTube itself'] as const,
  ),
]);
