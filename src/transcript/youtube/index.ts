export { type FetchedVideo, type FetchVideoOptions, fetchYouTubeVideo } from './fetch-video.ts';
export { YouTubeGate } from './gate.ts';
export { type Probe, probeYouTube } from './probe.ts';
export type { ReplyCache, ReplyKey } from './reply-cache.ts';
export { isVideoId, parseVideoLink, type VideoLink } from './video-id.ts';
export { findYtDlp, YTDLP_OUTDATED_DAYS, type YtDlpOptions } from './yt-dlp.ts';
