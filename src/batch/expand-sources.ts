import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, resolve } from 'node:path';
import { ConfigError, TranscriptError } from '../errors.ts';
import { isVideoId, parseVideoLink } from '../transcript/index.ts';
import type { BatchItem, ItemFacts } from './item.ts';
import { type ListLine, parseListLine } from './parse-list-line.ts';

/** Lists the videos of a channel or playlist; undefined for text that names none. */
export type ListVideos = (text: string) => AsyncIterable<BatchItem> | undefined;

export interface ExpandOptions {
  readonly stdin: () => AsyncIterable<Uint8Array | string>;
  readonly listVideos: ListVideos;
  /** Where article folders go: what lies there was written by us, and is no source. */
  readonly out: string;
  /** Newest first, oldest first, or as the sources have it. */
  readonly order: 'newest' | 'oldest' | 'listed';
  /** Told for people of what is no error, but may not be what was meant. */
  readonly onNote?: (line: string) => void;
}

const CAPTION_FILES = new Set([
  '.vtt',
  '.srt',
  '.json3',
  '.srv1',
  '.srv2',
  '.srv3',
  '.xml',
  '.json',
  '.txt',
  '.md',
]);
/** Files whose endings say that they are no list. */
const NEVER_LISTS = new Set([...CAPTION_FILES].filter((ending) => ending !== '.txt'));
/** Texts that lie in a folder of transcripts and are none. */
const ABOUT_THE_FOLDER =
  /^(?:readme|index|licen[cs]e|copying|changelog|contributing)(?:\.[a-z-]+)?\.(?:md|txt)$/iu;
const NOT_CAPTIONS = /\.(?:info|live_chat|chapters)\.json$/iu;
/** Lines of a file that are looked at to tell a list from a text. */
const LINES_LOOKED_AT = 20;
const BYTES_LOOKED_AT = 16_384;

/** Every source that is named by a channel, a playlist, a list, a folder, standard input, or itself, in the order asked for. */
export async function* expandSources(
  sources: readonly string[],
  options: ExpandOptions,
): AsyncIterable<BatchItem> {
  const items = expandAll(sources, options);
  if (options.order === 'listed') yield* items;
  else yield* await sortByDate(items, options.order);
}

async function* expandAll(sources: readonly string[], options: ExpandOptions): AsyncIterable<BatchItem> {
  for (const source of sources) {
    yield* guard(source, async function* () {
      if (source === '-')
        yield* readList(
          { text: await readText(options.stdin()), name: 'standard input', folder: process.cwd() },
          options,
        );
      else yield* expandOne(source, options);
    });
  }
}

/** What cannot be made out is an item of its own: the other sources are none the worse for it. */
async function* guard(source: string, expand: () => AsyncIterable<BatchItem>): AsyncIterable<BatchItem> {
  try {
    yield* expand();
  } catch (fault) {
    yield faultItem(source, fault);
  }
}

async function* expandOne(source: string, options: ExpandOptions): AsyncIterable<BatchItem> {
  const found = await stat(source).catch(() => undefined);
  if (found?.isDirectory()) yield* readNamedFolder(source, options);
  else if (found && (await isList(source)))
    yield* readList(
      { text: await readFile(source, 'utf8'), name: source, folder: dirname(resolve(source)) },
      options,
    );
  else if (found) yield fileItem(source, {});
  else yield* expandLink(source, {}, options);
}

async function* expandLink(
  source: string,
  facts: ItemFacts,
  { listVideos }: ExpandOptions,
): AsyncIterable<BatchItem> {
  const id = videoIdOf(source);
  const listed = id === undefined ? listVideos(source) : undefined;
  if (listed) yield* listed;
  else yield { source, isFile: false, ...(id === undefined ? {} : { videoId: id }), facts, listed: {} };
}

/** The id of a link to a video, or of a bare id; undefined for anything else, also for links to channels and playlists. */
function videoIdOf(text: string): string | undefined {
  try {
    return parseVideoLink(text)?.id ?? (isVideoId(text) ? text : undefined);
  } catch (error) {
    if (error instanceof TranscriptError) return undefined;
    throw error;
  }
}

function fileItem(source: string, facts: ItemFacts): BatchItem {
  const id = facts.url === undefined ? undefined : videoIdOf(facts.url);
  const listed = facts.title === undefined ? {} : { title: facts.title };
  return { source, isFile: true, ...(id === undefined ? {} : { videoId: id }), facts, listed };
}

function faultItem(source: string, fault: unknown): BatchItem {
  return { source, isFile: false, facts: {}, listed: {}, fault };
}

async function* readNamedFolder(folder: string, options: ExpandOptions): AsyncIterable<BatchItem> {
  let isEmpty = true;
  for await (const item of readFolder(folder, options)) {
    isEmpty = false;
    yield item;
  }
  if (isEmpty)
    options.onNote?.(
      `${folder} has nothing to write from: only files count that end in ${[...CAPTION_FILES].join(', ')}`,
    );
}

/** Captions and texts of a folder and the folders in it, by name; no hidden ones, and nothing that we wrote. */
async function* readFolder(folder: string, options: ExpandOptions): AsyncIterable<BatchItem> {
  if (resolve(folder) === resolve(options.out)) return;
  const entries = (await readdir(folder, { withFileTypes: true })).filter(
    ({ name }) => !name.startsWith('.'),
  );
  if (entries.some(({ name }) => name === 'article.json')) return;
  const byName = new Intl.Collator('en', { numeric: true });
  for (const entry of entries.toSorted((one, other) => byName.compare(one.name, other.name))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules') yield* readFolder(path, options);
    } else if (isCaptionFile(entry.name)) yield fileItem(path, {});
  }
}

function isCaptionFile(name: string): boolean {
  return (
    CAPTION_FILES.has(extname(name).toLowerCase()) && !NOT_CAPTIONS.test(name) && !ABOUT_THE_FOLDER.test(name)
  );
}

/** A text whose lines name sources; any other text is a source itself. */
async function isList(file: string): Promise<boolean> {
  if (NEVER_LISTS.has(extname(file).toLowerCase())) return false;
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(BYTES_LOOKED_AT), 0, BYTES_LOOKED_AT, 0);
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n').slice(0, LINES_LOOKED_AT);
    const named = lines.flatMap((line) => readSourceName(line) ?? []);
    const folder = dirname(resolve(file));
    let sources = 0;
    for (const name of named) if (await isSource(name, folder)) sources++;
    if (named.length > 0) return sources > named.length / 2;
    // Nothing but comments is an empty list; nothing at all is an empty transcript.
    return lines.some((line) => line.startsWith('#'));
  } finally {
    await handle.close();
  }
}

function readSourceName(line: string): string | undefined {
  try {
    return parseListLine(line)?.source;
  } catch {
    return line.split(/\s--/u, 1)[0]?.trim();
  }
}

async function isSource(text: string, folder: string): Promise<boolean> {
  if (/^@[\w.-]+$|^https?:|^(?:UC[\w-]{22}|PL[\w-]{10,})$/u.test(text) || looksLikeId(text)) return true;
  // Mistyped ones as well: a list half of which is wrong is a list all the same.
  if (/^(?:www\.|m\.|youtube\.|youtu\.be)\S+$/iu.test(text) || isCaptionFile(basename(text))) return true;
  return (await findPath(text, folder)) !== undefined;
}

/** Any word of eleven letters could be an id; few words have digits, or capitals in their middle. */
function looksLikeId(text: string): boolean {
  return isVideoId(text) ? /\d|[a-z][A-Z]/u.test(text) : videoIdOf(text) !== undefined;
}

/** Paths of a list are meant from where the list lies, or from where the command runs. */
async function findPath(text: string, folder: string): Promise<string | undefined> {
  for (const path of isAbsolute(text) ? [text] : [join(folder, text), text])
    if (await stat(path).catch(() => undefined)) return path;
  return undefined;
}

interface List {
  readonly text: string;
  /** For people. */
  readonly name: string;
  /** From which its paths are meant. */
  readonly folder: string;
}

async function* readList({ text, name, folder }: List, options: ExpandOptions): AsyncIterable<BatchItem> {
  for (const [index, line] of text.split('\n').entries()) {
    const place = `Line ${index + 1} of ${name}`;
    yield* guard(line.trim(), async function* () {
      const parsed = parseListLine(line, place);
      if (parsed) yield* expandLine(parsed, { place, folder }, options);
    });
  }
}

async function* expandLine(
  { source, facts }: ListLine,
  { place, folder }: { readonly place: string; readonly folder: string },
  options: ExpandOptions,
): AsyncIterable<BatchItem> {
  const path = await findPath(source, folder);
  const found = path === undefined ? undefined : await stat(path);
  if (path === undefined) yield* expandLink(source, facts, options);
  else if (found?.isDirectory()) yield* readNamedFolder(path, options);
  // It would never end if it named itself.
  else if (await isList(path))
    throw new ConfigError('LIST_LINE_INVALID', `${place} names a list: a list in a list is not read`, {
      likelyCause: `${source} has lines that name sources.`,
      remedy: 'Pass that list beside this one: copydesk batch one.txt other.txt',
    });
  else yield fileItem(path, facts);
}

async function readText(stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(typeof part === 'string' ? Buffer.from(part) : part);
  return Buffer.concat(parts).toString('utf8');
}

/** What has no date comes last. */
async function sortByDate(items: AsyncIterable<BatchItem>, order: 'newest' | 'oldest'): Promise<BatchItem[]> {
  const dated: { item: BatchItem; at: number; index: number }[] = [];
  for await (const item of items) dated.push({ item, at: await dateOf(item), index: dated.length });
  const sign = order === 'newest' ? -1 : 1;
  return dated
    .toSorted((one, other) => {
      if (Number.isNaN(one.at) || Number.isNaN(other.at))
        return Number(Number.isNaN(one.at)) - Number(Number.isNaN(other.at)) || one.index - other.index;
      // Equal dates keep the order of the list, which is newest first on YouTube.
      return sign * (one.at - other.at) || sign * (other.index - one.index);
    })
    .map(({ item }) => item);
}

async function dateOf({ source, isFile, facts, listed }: BatchItem): Promise<number> {
  const stated = facts.publishedAt ?? listed.publishedAt;
  if (stated !== undefined) return Date.parse(stated);
  if (!isFile) return Number.NaN;
  const found = await stat(source).catch(() => undefined);
  return found?.mtimeMs ?? Number.NaN;
}

/** What a person calls a source that has no title. */
export function nameOf({ source, listed }: Pick<BatchItem, 'source' | 'listed'>): string {
  return listed.title ?? (/^https?:/u.test(source) ? source : basename(source));
}
