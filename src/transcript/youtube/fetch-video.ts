import { StoreError, TranscriptError } from '../../errors.ts';
import { primarySubtag } from '../../text/index.ts';
import { parseInfoJson } from '../info-json.ts';
import { type ParsedTranscript, parseTranscript } from '../parse.ts';
import type { Cue, Metadata } from '../schema.ts';
import { showOf } from '../show.ts';
import { type ClientProfiles, loadClientProfiles } from './client-profiles.ts';
import { clientRoute } from './client-route.ts';
import { isRefusal, YouTubeGate } from './gate.ts';
import { LIBRARY, libraryRoute } from './library-route.ts';
import { readMetadata } from './metadata.ts';
import { parsePlayerReply } from './player.ts';
import { fetchOriginal, readOriginal } from './publication-date.ts';
import {
  type CompleteDownload,
  type ReplyCache,
  recallReply,
  rememberDownload,
  rememberRefusal,
} from './reply-cache.ts';
import { createSendRequest, type RequestOptions } from './request.ts';
import type { Route } from './route.ts';
import { downloadByRoutes } from './routes.ts';
import { isVideoId } from './video-id.ts';
import { type YtDlpOptions, ytDlpRoute } from './yt-dlp.ts';

/** What YouTube's caption endpoint is known to send. */
const CAPTION_FORMATS: ReadonlySet<ParsedTranscript['format']> = new Set(['srv3', 'srv1', 'json3']);
/** Automatic captions are made within hours; a video this young may still get them. In milliseconds. */
const YOUNG = 24 * 3_600_000;

export interface FetchVideoOptions extends RequestOptions {
  /** BCP 47 tags, the best first. @default the language spoken in the video */
  readonly languages?: readonly string[] | undefined;
  /** Shared by everything that asks YouTube in one run. @default one for this video alone */
  readonly gate?: YouTubeGate | undefined;
  /** @default nothing is kept */
  readonly cache?: ReplyCache | undefined;
  /** Ask YouTube also where the cache knows the answer. @default false */
  readonly refresh?: boolean | undefined;
  /** A file in the form of data/youtube-clients.json. @default the bundled one */
  readonly clients?: string | undefined;
  /** The last way to captions. @default none */
  readonly ytDlp?: YtDlpOptions | undefined;
  /** Milliseconds since the epoch. @default the clock */
  readonly now?: (() => number) | undefined;
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
 * Fetches captions and metadata of one YouTube video: from the cache, or by the first route that arrives. The usual way takes
 * two requests, and a third for the publication date, which may fail.
 * @throws TranscriptError with one of the VIDEO_, YOUTUBE_, YTDLP_, TRANSCRIPT_ codes or NETWORK_UNREACHABLE; ConfigError for an
 * origin that is not loopback or an unusable list of clients; the reason of the signal when the caller aborts.
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
  const { languages = [], cache, now = Date.now } = options;
  const question = { videoId, languages };
  const isSignedIn = options.ytDlp?.cookies !== undefined;
  const known =
    cache && !options.refresh ? await recallReply(cache, question, { now: now(), isSignedIn }) : undefined;
  const remembered = known && readKept(known, videoId);
  if (remembered) return remembered;
  const gate = options.gate ?? new YouTubeGate({ sleep: options.sleep });
  try {
    const { download, warnings } = await gate.enter(
      (closed) => visitYouTube(videoId, options, { gate, closed }),
      options.signal,
    );
    const video = readVideo(download, videoId);
    const unkept = await keep(() => cache && rememberDownload(cache, question, { download, now: now() }));
    return { ...video, warnings: [...warnings, ...unkept, ...video.warnings] };
  } catch (error) {
    if (error instanceof TranscriptError) {
      await keep(() => cache && rememberRefusal(cache, question, { error, now: now() }));
    }
    throw error;
  }
}

/** What an older version kept may be unreadable for this one; then YouTube is asked again. */
function readKept(download: CompleteDownload, videoId: string): FetchedVideo | undefined {
  try {
    return readVideo(download, videoId);
  } catch (error) {
    if (error instanceof TranscriptError) return undefined;
    throw error;
  }
}

/** A cache that cannot be written costs a request tomorrow, not the video today. */
async function keep(write: () => Promise<void> | undefined): Promise<string[]> {
  try {
    await write();
    return [];
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return [`What YouTube answered could not be kept: ${error.message}`];
  }
}

interface Visited {
  readonly download: CompleteDownload;
  readonly warnings: readonly string[];
}

/** All requests for one video, one after the other. */
async function visitYouTube(
  videoId: string,
  options: FetchVideoOptions,
  { gate, closed }: { readonly gate: YouTubeGate; readonly closed: TranscriptError | undefined },
): Promise<Visited> {
  const { languages = [], signal, ytDlp, now } = options;
  const clients = await loadClientProfiles(options.clients);
  const send = createSendRequest(`Video ${videoId}`, options);
  const askOriginal = (language: string) =>
    closed
      ? undefined
      : fetchOriginal(videoId, {
          ...{ client: clients.dateClient, language, send, signal },
          onRefusal: (error) => gate.noteRefusal(error),
        });
  // What refuses our own requests may serve a program that asks in another way.
  const routes = routesOf(clients, ytDlp, now).filter(({ kind }) => !closed || kind === 'program');
  if (closed && routes.length === 0) throw closed;
  try {
    const { download, result, attempts } = await downloadByRoutes({
      routes,
      isSignedIn: ytDlp?.cookies !== undefined,
      visit: () => ({ videoId, languages, send, signal, step: 'video' }),
      read: (found) => readVideo(found, videoId),
    });
    const isByProgram = routes.some(({ name, kind }) => name === download.route && kind === 'program');
    const refusal = isByProgram ? attempts.find(({ code }) => isRefusal(code)) : undefined;
    if (refusal) gate.noteRefusal(new TranscriptError(refusal.code, refusal.message));
    const { metadata, language } = result;
    // English was asked for in the first place, and the description of yt-dlp is not in translation.
    const isComplete =
      metadata.publishedAt !== undefined &&
      (download.description.form === 'info-json' || primarySubtag(language) === 'en');
    const original = isComplete ? undefined : await askOriginal(language);
    const failed = attempts.map(({ route, code }) => `${route} (${code})`).join(', ');
    return {
      download: { ...download, original },
      warnings: failed === '' ? [] : [`The captions came by ${download.route}, after ${failed} had failed.`],
    };
  } catch (error) {
    if (!(error instanceof TranscriptError && error.code === 'TRANSCRIPT_DISABLED')) throw error;
    const original = readOriginal((await askOriginal('en')) ?? '', videoId);
    throw pendingIfYoung(error, original?.publishedAt, (now ?? Date.now)());
  }
}

function routesOf(
  { clients }: ClientProfiles,
  ytDlp: YtDlpOptions | undefined,
  now: (() => number) | undefined,
): Route[] {
  const [first, ...others] = clients;
  return [
    ...(first ? [libraryRoute(first)] : []),
    ...others.map(clientRoute),
    ...(ytDlp ? [ytDlpRoute(ytDlp, now)] : []),
  ];
}

/** No captions yet, where there may be some tomorrow. */
function pendingIfYoung(
  error: TranscriptError,
  publishedAt: string | undefined,
  now: number,
): TranscriptError {
  const age = publishedAt === undefined ? Number.NaN : now - Date.parse(publishedAt);
  if (!(age < YOUNG)) return error;
  const { message, attempts } = error;
  return new TranscriptError('TRANSCRIPT_PENDING', message, { attempts, cause: error });
}

/** The video in what a route brought, now or earlier. */
function readVideo(download: CompleteDownload, videoId: string): FetchedVideo {
  const { track } = download;
  const { cues, warnings } = readCues(download, videoId);
  return {
    metadata: describeVideo(download, videoId),
    kind: track.kind,
    language: track.language,
    cues,
    warnings,
  };
}

function describeVideo({ description, original }: CompleteDownload, videoId: string): Metadata {
  const told = readOriginal(original ?? '', videoId);
  if (description.form === 'player')
    return readMetadata(parsePlayerReply(description.text, videoId), videoId, told);
  const { metadata } = parseInfoJson(new TextEncoder().encode(description.text));
  const title = metadata.title ?? videoId;
  const show = showOf(title);
  return {
    ...(told?.publishedAt === undefined ? {} : { publishedAt: told.publishedAt }),
    ...metadata,
    platform: 'youtube',
    videoId,
    url: `https://www.youtube.com/watch?v=${videoId}`,
    title,
    ...(show === undefined ? {} : { show }),
  };
}

function readCues(
  { captions, track, route, libraryText }: CompleteDownload,
  videoId: string,
): Pick<FetchedVideo, 'cues' | 'warnings'> {
  const parsed = parseCaptions(captions, track.language, videoId);
  if (!CAPTION_FORMATS.has(parsed.format)) {
    throw new TranscriptError(
      'YOUTUBE_RESPONSE_UNKNOWN',
      `Video ${videoId}: what YouTube sent as captions is ${parsed.format}.`,
    );
  }
  const warning = route === LIBRARY ? compareReadings(parsed.cues, libraryText) : undefined;
  return {
    cues: parsed.cues,
    warnings: warning === undefined ? parsed.warnings : [...parsed.warnings, warning],
  };
}

function parseCaptions(captions: string, language: string, videoId: string): ParsedTranscript {
  try {
    return parseTranscript(new TextEncoder().encode(captions), { language });
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
function compareReadings(ours: readonly Cue[], theirs: string | undefined): string | undefined {
  if (theirs === undefined)
    return 'youtube-transcript failed on the caption document; it was read by our own parser alone.';
  const here = ours.reduce((sum, { text }) => sum + countCharacters(text), 0);
  const there = countCharacters(theirs);
  if (Math.abs(here - there) <= 0.2 * Math.max(here, there)) return undefined;
  return `Two readings of the captions differ: ${here} characters by our own parser, ${there} by youtube-transcript.`;
}

function countCharacters(text: string): number {
  return text.replace(/\s+/gu, '').length;
}
