export { type FetchedVideo, type FetchVideoOptions, fetchYouTubeVideo } from './fetch-video.ts';
export { isVideoId, parseVideoLink, type VideoLink } from './video-id.ts';
