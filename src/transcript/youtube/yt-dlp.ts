import { rmSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError, type ErrorCode, TranscriptError } from '../../errors.ts';
import { reduceInfoJson } from '../info-json.ts';
import { type CaptionTrack, chooseTrack, normalizeTag, type TrackOffer } from './choose-track.ts';
import { cleanLine } from './clean-text.ts';
import type { Route, Visit } from './route.ts';
import { ProgramFailed, runProgram } from './run-program.ts';
import { judgeSentence } from './verdict.ts';

export interface YtDlpOptions {
  /** The program, by path or by its name on the PATH. */
  readonly program: string;
  /** A Netscape cookie file that the person gave us. */
  readonly cookies?: string | undefined;
  /** Environment of the program; nothing of ours has to be in it. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface InstalledYtDlp {
  /** `2026.08.19` */
  readonly version: string;
  readonly ageDays: number;
}

/** YouTube changes more often than once in this many days. */
export const YTDLP_OUTDATED_DAYS = 90;
/** The first version that knows of other JavaScript runtimes than its default. */
const FIRST_WITH_RUNTIMES = '2025.11.12';
const VERSION_TIMEOUT_MS = 20_000;
const RUN_TIMEOUT_MS = 180_000;
/** An info.json has up to a megabyte; captions of 25 hours, ten. */
const LARGEST_FILE = 32 * 1_048_576;

/** Why a program cannot be used as yt-dlp. */
export interface UnusableYtDlp {
  readonly problem: 'missing' | 'unusable';
  /** What is wrong with it, or what it said. */
  readonly said: string;
}

/** Which yt-dlp is installed, or why none can be used. */
export async function findYtDlp(
  { program, env }: YtDlpOptions,
  now: () => number = Date.now,
  signal?: AbortSignal,
): Promise<InstalledYtDlp | UnusableYtDlp> {
  let printed = '';
  try {
    const options = { env, signal, idleMs: VERSION_TIMEOUT_MS };
    for await (const line of runProgram(program, ['--ignore-config', '--version'], options)) printed ||= line;
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error;
    return { problem: error.isMissing ? 'missing' : 'unusable', said: error.said };
  }
  const version = /^(\d{4})\.(\d{2})\.(\d{2})(?:\.\d+)?/.exec(printed.trim());
  if (!version) return { problem: 'unusable', said: `its version reads "${cleanLine(printed, 60)}"` };
  const [text, year, month, day] = version;
  const released = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return { version: text, ageDays: Math.max(0, Math.floor((now() - released) / 86_400_000)) };
}

/**
 * yt-dlp, where it is installed: it keeps pace with YouTube better than anything else. It runs twice in a folder of its own,
 * first for the description, then for the one caption track that our rules choose from it.
 */
export function ytDlpRoute(options: YtDlpOptions, now?: () => number): Route {
  return {
    name: 'yt-dlp',
    kind: 'program',
    async download(visit) {
      const installed = await findYtDlp(options, now, visit.signal);
      if ('problem' in installed) throw unusable(options, installed, visit);
      const folder = await mkdtemp(join(tmpdir(), 'copydesk-yt-dlp-'));
      const removeNow = (): void => rmSync(folder, { recursive: true, force: true });
      // Cookies may lie in it, also when the process is made to end.
      process.once('exit', removeNow);
      try {
        return { route: this.name, ...(await downloadInto(folder, { options, installed, visit })) };
      } finally {
        process.off('exit', removeNow);
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function unusable(
  { program }: YtDlpOptions,
  { problem, said }: UnusableYtDlp,
  { videoId }: Visit,
): TranscriptError {
  if (problem === 'missing')
    return new TranscriptError('YTDLP_MISSING', `Video ${videoId}: yt-dlp is not installed.`);
  return new TranscriptError(
    'YTDLP_FAILED',
    `Video ${videoId}: ${program} cannot be used as yt-dlp: ${said}.`,
    {
      likelyCause: 'The program that is named is not yt-dlp, or may not be run by this user.',
    },
  );
}

interface Job {
  readonly options: YtDlpOptions;
  readonly installed: InstalledYtDlp;
  readonly visit: Visit;
}

async function downloadInto(folder: string, job: Job) {
  const { options, visit } = job;
  const { videoId, languages } = visit;
  const cookies = options.cookies === undefined ? [] : await copyCookies(options.cookies, folder);
  const common = [...argumentsFor(job.installed), ...cookies, '-P', folder, '-o', 'video.%(ext)s'];
  const info = join(folder, 'video.info.json');
  await runJob(job, [...common, '--write-info-json', '--', `https://www.youtube.com/watch?v=${videoId}`]);
  const text = await readResult(info, job);
  const { offer, keys } = readOffer(text, videoId);
  const track = chooseTrack(offer, videoId, languages);
  visit.step = 'captions';
  const key = keys.get(track) ?? '';
  const wanted = ['--write-subs', '--write-auto-subs', '--sub-langs', key, '--sub-format', 'json3'];
  await runJob(job, [...common, ...wanted, '--load-info-json', info]);
  const file = (await readdir(folder)).find((name) => name.endsWith('.json3'));
  return {
    track: { language: track.language, kind: track.kind },
    captions: await readResult(join(folder, file ?? 'video.json3'), job),
    description: { form: 'info-json' as const, text: reduceInfoJson(text) },
  };
}

/** Notes on each: yt-dlp must not read settings of the person's own, ask for translations, or hurry. */
function argumentsFor({ version }: InstalledYtDlp): string[] {
  return [
    ...['--ignore-config', '--no-update', '--no-warnings', '--quiet', '--no-playlist', '--skip-download'],
    '--ignore-no-formats-error',
    ...['--extractor-args', 'youtube:skip=hls,dash,translated_subs'],
    ...(version >= FIRST_WITH_RUNTIMES ? ['--js-runtimes', `node:${process.execPath}`] : []),
    ...['--socket-timeout', '20', '--sleep-requests', '0.75', '--sleep-subtitles', '5'],
  ];
}

/** yt-dlp writes the cookies back that it was sent; the person's own file stays as it is. */
async function copyCookies(file: string, folder: string): Promise<string[]> {
  const copy = join(folder, 'cookies.txt');
  try {
    await copyFile(file, copy);
  } catch (cause) {
    throw new ConfigError('CONFIG_INVALID', `The cookie file ${file} cannot be read.`, {
      cause,
      likelyCause: 'COPYDESK_YOUTUBE_COOKIES names a file that is not there, or not for this user to read.',
      remedy: 'Correct the path, or unset the variable.',
    });
  }
  return ['--cookies', copy];
}

async function runJob(job: Job, args: readonly string[]): Promise<void> {
  const { options, visit } = job;
  const run = { env: options.env, signal: visit.signal, idleMs: RUN_TIMEOUT_MS };
  try {
    // What it prints is not wanted; what it writes is.
    for await (const _ of runProgram(options.program, args, run));
  } catch (error) {
    throw error instanceof ProgramFailed ? failure(job, error.said) : error;
  }
}

/** Success is a file, not a return code: yt-dlp ends with 0 also when there were no captions to write. */
async function readResult(file: string, job: Job): Promise<string> {
  try {
    if ((await stat(file)).size > LARGEST_FILE) throw failure(job, 'wrote a file that is too large');
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof TranscriptError) throw error;
    throw failure(job, 'wrote no file');
  }
}

/** `said` is the last line of its errors, or what is wrong with what it did. */
function failure({ installed, visit }: Job, said: string): TranscriptError {
  const line = cleanLine(said.replace(/^ERROR:\s*/, ''), 300);
  const isOutdated = installed.ageDays > YTDLP_OUTDATED_DAYS;
  const code = judgeProgram(line) ?? (isOutdated ? 'YTDLP_OUTDATED' : 'YTDLP_FAILED');
  return new TranscriptError(code, `Video ${visit.videoId}: yt-dlp ${installed.version}: ${line}.`);
}

/** yt-dlp repeats the sentences of YouTube, and has some of its own. */
function judgeProgram(line: string): ErrorCode | undefined {
  if (/HTTP Error 429/.test(line)) return 'YOUTUBE_RATE_LIMITED';
  const verdict = judgeSentence(line);
  if (verdict) return verdict.code;
  if (/video (?:is )?unavailable|has been removed|does not exist|account .*terminated/i.test(line)) {
    return 'VIDEO_UNAVAILABLE';
  }
  const isNetwork = /urlopen error|timed out|connection (?:refused|reset)|name or service|getaddrinfo/i;
  return isNetwork.test(line) ? 'NETWORK_UNREACHABLE' : undefined;
}

/** How yt-dlp marks automatic captions in the language spoken. */
const ORIGINAL = /-orig$/;

/** Automatic captions exist for each dub of a video; translations of them come by the hundred. */
const MOST_DUBS = 10;

const tracks = z.record(z.string(), z.unknown()).nullish().catch(undefined);
const infoSchema = z.object({
  id: z.string(),
  language: z.string().nullish().catch(undefined),
  live_status: z.string().nullish().catch(undefined),
  subtitles: tracks,
  automatic_captions: tracks,
});

interface KeyedOffer {
  readonly offer: TrackOffer;
  /** yt-dlp's name of each track. */
  readonly keys: ReadonlyMap<CaptionTrack, string>;
}

function readOffer(text: string, videoId: string): KeyedOffer {
  const info = parseInfo(text, videoId);
  const live = info.live_status ?? '';
  if (live === 'is_upcoming') {
    throw new TranscriptError('VIDEO_UPCOMING', `Video ${videoId} has not begun.`);
  }
  if (live === 'is_live' || live === 'post_live') {
    throw new TranscriptError('VIDEO_LIVE', `Video ${videoId} is being streamed live, or just was.`);
  }
  const keys = new Map<CaptionTrack, string>();
  for (const key of trackKeys(info.subtitles)) {
    keys.set({ language: normalizeTag(key), kind: 'manual', url: '' }, key);
  }
  for (const key of spokenKeys(trackKeys(info.automatic_captions), info.language ?? undefined)) {
    keys.set({ language: normalizeTag(key.replace(ORIGINAL, '')), kind: 'auto', url: '' }, key);
  }
  return { offer: { tracks: [...keys.keys()], spoken: info.language ?? undefined }, keys };
}

function parseInfo(text: string, videoId: string): z.infer<typeof infoSchema> {
  try {
    const info = infoSchema.parse(JSON.parse(text));
    if (info.id === videoId) return info;
  } catch (cause) {
    throw new TranscriptError(
      'YOUTUBE_RESPONSE_UNKNOWN',
      `Video ${videoId}: the info.json of yt-dlp has a form unknown here.`,
      { cause },
    );
  }
  throw new TranscriptError('YOUTUBE_BOT_CHECK', `Video ${videoId}: yt-dlp was told about another video.`);
}

/** Keys become an expression on yt-dlp's command line, so only language tags pass; `live_chat` is none. */
function trackKeys(found: z.infer<typeof tracks>): string[] {
  return Object.keys(found ?? {}).filter((key) => /^[A-Za-z0-9]{2,3}(?:-[A-Za-z0-9]{1,20}){0,4}$/.test(key));
}

/** Of automatic captions the ones in the language spoken; the others are translations by machine. */
function spokenKeys(keys: readonly string[], language: string | undefined): readonly string[] {
  const original = keys.filter((key) => ORIGINAL.test(key));
  if (original.length > 0) return original;
  if (language !== undefined) return keys.filter((key) => key === language);
  return keys.length <= MOST_DUBS ? keys : [];
}
