export { type FetchedVideo, type FetchVideoOptions, fetchYouTubeVideo } from './fetch-video.ts';
export { type ChannelTarget, type ListTarget, parseListLink } from './list/list-link.ts';
export { listVideos } from './list/list-videos.ts';
export type { ListedVideo, ListOptions } from './list/listed-video.ts';
export { type ResolvedChannel, resolveChannel } from './list/resolve-channel.ts';
export { isVideoId, parseVideoLink, type VideoLink } from './video-id.ts';
