import { TranscriptError } from '../../errors.ts';
import { type ParsedTranscript, parseTranscript } from '../parse.ts';
import type { Cue, Metadata } from '../schema.ts';
import { type CaptionDownload, downloadWithLibrary } from './caption-library.ts';
import { readMetadata } from './metadata.ts';
import { fetchPublicationDate } from './publication-date.ts';
import { createSendRequest, type RequestOptions } from './request.ts';
import { isVideoId } from './video-id.ts';

/** What YouTube's caption endpoint is known to send. */
const CAPTION_FORMATS: ReadonlySet<ParsedTranscript['format']> = new Set(['srv3', 'srv1', 'json3']);

export interface FetchVideoOptions extends RequestOptions {
  /** BCP 47 tags, the best first. @default the language spoken in the video */
  readonly languages?: readonly string[] | undefined;
}

export interface FetchedVideo {
  readonly metadata: Metadata;
  /** Captions that somebody wrote, or automatic ones. */
  readonly kind: 'manual' | 'auto';
  /** BCP 47. */
  readonly language: string;
  readonly cues: readonly Cue[];
  readonly warnings: readonly string[];
}

/**
 * Fetches captions and metadata of one YouTube video: two requests, and a third for the publication date, which may fail.
 * @throws TranscriptError with one of the VIDEO_, YOUTUBE_, TRANSCRIPT_ codes or NETWORK_UNREACHABLE; ConfigError for an origin
 * that is not loopback; the reason of the signal when the caller aborts.
 */
export async function fetchYouTubeVideo(
  videoId: string,
  options: FetchVideoOptions = {},
): Promise<FetchedVideo> {
  if (!isVideoId(videoId)) {
    throw new TranscriptError(
      'VIDEO_ID_INVALID',
      `${JSON.stringify(videoId.slice(0, 200))} is not a YouTube video id.`,
    );
  }
  const send = createSendRequest(videoId, options);
  const download = await downloadWithLibrary(videoId, options.languages ?? [], send);
  const { cues, warnings } = readCues(download, videoId);
  const metadata = readMetadata(download.player, videoId);
  const publishedAt = metadata.publishedAt ?? (await fetchPublicationDate(videoId, send, options.signal));
  return {
    metadata: publishedAt === undefined ? metadata : { ...metadata, publishedAt },
    kind: download.track.kind,
    language: download.track.language,
    cues,
    warnings,
  };
}

function readCues(
  { bytes, track, libraryCues }: CaptionDownload,
  videoId: string,
): Pick<FetchedVideo, 'cues' | 'warnings'> {
  const parsed = parseCaptions(bytes, track.language, videoId);
  if (!CAPTION_FORMATS.has(parsed.format)) {
    throw new TranscriptError(
      'YOUTUBE_RESPONSE_UNKNOWN',
      `Video ${videoId}: what YouTube sent as captions is ${parsed.format}.`,
    );
  }
  const warning = compareReadings(parsed.cues, libraryCues);
  return {
    cues: parsed.cues,
    warnings: warning === undefined ? parsed.warnings : [...parsed.warnings, warning],
  };
}

function parseCaptions(bytes: Uint8Array, language: string, videoId: string): ParsedTranscript {
  try {
    return parseTranscript(bytes, { language });
  } catch (cause) {
    if (!(cause instanceof TranscriptError)) throw cause;
    // The parser speaks of files and how to export them again; here YouTube is the one to blame.
    const code = cause.code === 'TRANSCRIPT_EMPTY' ? 'TRANSCRIPT_EMPTY' : 'YOUTUBE_RESPONSE_UNKNOWN';
    throw new TranscriptError(code, `Video ${videoId}, its captions: ${cause.message}`, { cause });
  }
}

/**
 * Both readers drop marks of music and repetition, and ours splits cues where the speaker changes, so the amount of text is
 * compared and not the number of cues. On real documents the two agree to within a hundredth.
 */
function compareReadings(ours: readonly Cue[], theirs: CaptionDownload['libraryCues']): string | undefined {
  if (!theirs)
    return 'youtube-transcript failed on the caption document; it was read by our own parser alone.';
  const [here, there] = [countCharacters(ours), countCharacters(theirs)];
  if (Math.abs(here - there) <= 0.2 * Math.max(here, there)) return undefined;
  return `Two readings of the captions differ: ${here} characters by our own parser, ${there} by youtube-transcript.`;
}

function countCharacters(cues: readonly { readonly text: string }[]): number {
  return cues.reduce((sum, { text }) => sum + text.replace(/\s+/gu, '').length, 0);
}
