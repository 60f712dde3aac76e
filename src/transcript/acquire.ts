import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { TranscriptError } from '../errors.ts';
import { slugify } from '../text/index.ts';
import { createTranscript } from './create-transcript.ts';
import { parseInfoJson, type VideoDescription } from './info-json.ts';
import { LIMITS } from './limits.ts';
import { type ParsedTranscript, parseTranscript } from './parse.ts';
import type { Metadata, Transcript, TranscriptOrigin } from './schema.ts';
import { showOf } from './show.ts';
import {
  type FetchVideoOptions,
  fetchYouTubeVideo,
  isVideoId,
  LIST_REMEDY,
  parseListLink,
  parseVideoLink,
} from './youtube/index.ts';

/** What the person says about a file; it wins over what the file says about itself. */
export interface GivenFacts {
  readonly title?: string | undefined;
  readonly show?: string | undefined;
  readonly channel?: string | undefined;
  readonly url?: string | undefined;
  /** RFC 3339 date or instant. */
  readonly publishedAt?: string | undefined;
}

export interface AcquireOptions {
  readonly given: GivenFacts;
  /** Languages wanted of a video, or that of a file. BCP 47. */
  readonly language?: string | undefined;
  readonly stdin: () => AsyncIterable<Uint8Array | string>;
  readonly signal?: AbortSignal | undefined;
  /** How YouTube is asked, and what is kept of its answers. */
  readonly youtube?: YouTubeOptions | undefined;
}

/** What all videos of a run share. */
export type YouTubeOptions = Omit<FetchVideoOptions, 'languages' | 'signal'>;

export interface AcquiredTranscript {
  /** The video id; for a file its name's slug and 8 hex digits of its hash; `stdin-` and 8 hex digits. */
  readonly id: string;
  readonly transcript: Transcript;
}

/**
 * Reads a source: a path, a YouTube link, a video id, or `-`, tried in that order.
 * @throws {TranscriptError} SOURCE_NOT_FOUND, SOURCE_UNREADABLE, SOURCE_TOO_LARGE and whatever reading or fetching ends with
 */
export async function acquireTranscript(
  source: string,
  options: AcquireOptions,
): Promise<AcquiredTranscript> {
  if (source === '-') return fromBytes(await readAll(options.stdin()), { origin: 'stdin', options });
  const file = await readSourceFile(source);
  if (file) return fromBytes(file, { origin: 'file', path: source, options });
  const link = parseVideoLink(source);
  const id = link?.id ?? (isVideoId(source) ? source : undefined);
  if (id !== undefined) return fromYouTube(id, options);
  throw notFound(source);
}

function notFound(source: string): TranscriptError {
  const list = describeBareList(source);
  return new TranscriptError(
    'SOURCE_NOT_FOUND',
    list === undefined
      ? `There is no file ${source}, and it is not a YouTube link or video id`
      : `There is no file ${source}, and it names a YouTube ${list}, not one video`,
    list === undefined
      ? {}
      : {
          likelyCause: `The word is the name or id of a ${list}.`,
          remedy: LIST_REMEDY.replaceAll('LINK', source),
        },
  );
}

/** What a bare word such as `@name` stands for, when it is many videos. */
function describeBareList(source: string): string | undefined {
  try {
    return parseListLink(source)?.kind;
  } catch (error) {
    // A list that cannot be listed is of no more help than a missing file.
    if (error instanceof TranscriptError) return undefined;
    throw error;
  }
}

async function fromYouTube(id: string, options: AcquireOptions): Promise<AcquiredTranscript> {
  const video = await fetchYouTubeVideo(id, {
    ...options.youtube,
    ...(options.language === undefined ? {} : { languages: [options.language] }),
    signal: options.signal,
  });
  return { id, transcript: createTranscript({ ...video, origin: 'youtube' }) };
}

interface ByteSource {
  readonly origin: TranscriptOrigin;
  readonly path?: string;
  readonly options: AcquireOptions;
}

async function fromBytes(
  bytes: Uint8Array,
  { origin, path, options }: ByteSource,
): Promise<AcquiredTranscript> {
  const parsed = parseTranscript(bytes, options.language === undefined ? {} : { language: options.language });
  const sidecar = path === undefined ? undefined : await readSidecar(path);
  const metadata = mergeMetadata(parsed, sidecar?.metadata, options.given, path);
  const language = options.language ?? parsed.language ?? sidecar?.language;
  const transcript = createTranscript({
    ...parsed,
    ...(language === undefined ? {} : { language }),
    metadata: metadata.value,
    origin,
    warnings: [...parsed.warnings, ...metadata.warnings],
  });
  return { id: metadata.value.videoId ?? nameBytes(bytes, path), transcript };
}

/** The file's bytes, or undefined when nothing of that name exists. */
async function readSourceFile(path: string): Promise<Uint8Array | undefined> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > LIMITS.bytes) throw tooLarge(path);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof TranscriptError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    // A link is a path that does not exist; so is a text too long or too odd to be a file name.
    if (
      code === 'ENOENT' ||
      code === 'ENOTDIR' ||
      code === 'ENAMETOOLONG' ||
      code === 'ERR_INVALID_ARG_VALUE'
    )
      return undefined;
    if (code === 'EISDIR')
      throw new TranscriptError('SOURCE_UNREADABLE', `${path} is a folder`, {
        cause,
        likelyCause: 'The name of the file in it is missing.',
        remedy: 'Pass the files themselves; several can be named at once.',
      });
    throw new TranscriptError(
      'SOURCE_UNREADABLE',
      `Cannot read ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

async function readAll(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    size += bytes.length;
    if (size > LIMITS.bytes) throw tooLarge('Standard input');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function tooLarge(what: string): TranscriptError {
  return new TranscriptError('SOURCE_TOO_LARGE', `${what} is larger than ${LIMITS.bytes / 1024 / 1024} MiB`);
}

/** What a file without a video is called. */
function nameBytes(bytes: Uint8Array, path: string | undefined): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return `${path === undefined ? 'stdin' : slugify(stemOf(path), 'file')}-${hash}`;
}

/** A file as far as its bytes tell, without reading what they say. */
export interface FileIdentity {
  /** Its id, unless it or what lies beside it names a video. */
  readonly id: string;
  /** SHA-256 over the file and the info.json beside it. */
  readonly fingerprint: string;
}

/**
 * Tells whether a file is the one that was read before, at the price of reading its bytes.
 * @throws {TranscriptError} SOURCE_NOT_FOUND, SOURCE_UNREADABLE, SOURCE_TOO_LARGE
 */
export async function identifyFile(path: string): Promise<FileIdentity> {
  const bytes = await readSourceFile(path);
  if (!bytes) throw new TranscriptError('SOURCE_NOT_FOUND', `There is no file ${path}`);
  const hash = createHash('sha256').update(bytes);
  const sidecar = await readSidecarBytes(path);
  if (sidecar) hash.update('\0').update(sidecar);
  return { id: nameBytes(bytes, path), fingerprint: hash.digest('hex') };
}

async function readSidecar(path: string): Promise<VideoDescription | undefined> {
  const bytes = await readSidecarBytes(path);
  return bytes && parseInfoJson(bytes);
}

/** yt-dlp writes `name.info.json` beside `name.en.vtt`. */
async function readSidecarBytes(path: string): Promise<Buffer | undefined> {
  for (let stem = basename(path); extname(stem) !== ''; stem = basename(stem, extname(stem))) {
    const sidecar = `${basename(stem, extname(stem))}.info.json`;
    if (sidecar === basename(path)) continue;
    try {
      return await readFile(join(dirname(path), sidecar));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return undefined;
}

/** Given facts over the sidecar over the file's own head; a title at least from the file's name. */
function mergeMetadata(
  parsed: ParsedTranscript,
  sidecar: Partial<Metadata> | undefined,
  given: GivenFacts,
  path: string | undefined,
): { value: Metadata; warnings: string[] } {
  const known: Partial<Metadata> = { ...parsed.metadata, ...sidecar };
  const url = given.url ?? known.url;
  const videoId = url === undefined ? known.videoId : videoIdOf(url);
  const title = given.title ?? known.title;
  const show = given.show ?? known.show ?? showOf(title);
  const channel = given.channel === undefined ? known.channel : { ...known.channel, name: given.channel };
  const publishedAt = given.publishedAt ?? known.publishedAt;
  const value: Metadata = {
    ...known,
    platform: videoId === undefined ? 'file' : 'youtube',
    ...(title === undefined
      ? { title: path === undefined ? 'Untitled' : titleOf(path), isUntitled: true }
      : { title }),
    ...(videoId === undefined ? {} : { videoId }),
    ...(url === undefined ? {} : { url }),
    ...(show === undefined ? {} : { show }),
    ...(channel === undefined ? {} : { channel }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
  const warnings =
    title === undefined
      ? [
          path === undefined
            ? 'The source has no title. Give one with --title.'
            : 'The source has no title; its file name stands in for it. Give one with --title.',
        ]
      : [];
  return { value, warnings };
}

function videoIdOf(url: string): string | undefined {
  try {
    return parseVideoLink(url)?.id;
  } catch (error) {
    // A link to a channel or a playlist is a fine source link; it is just not one video.
    if (error instanceof TranscriptError) return undefined;
    throw error;
  }
}

function stemOf(path: string): string {
  return basename(path).replace(/\.[^.]*$/u, '');
}

function titleOf(path: string): string {
  return stemOf(path).replace(/[_-]+/gu, ' ').trim() || 'Untitled';
}
