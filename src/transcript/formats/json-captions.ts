import { decodeHTMLStrict } from 'entities';
import { TranscriptError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';
import { createTimed, type RawCue, type TimeMark } from '../timed-text.ts';
import type { Found } from './found.ts';
import { parseBoundedJson } from './json-scan.ts';
import { parseTimestamp, roundTime } from './timestamps.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Where programs put their list of cues. */
const LISTS = [
  'segments',
  'transcript',
  'transcripts',
  'captions',
  'subtitles',
  'cues',
  'items',
  'body',
  'chunks',
  'data',
];
const TEXTS = ['text', 'content', 'line', 'transcript'];
const STARTS = ['start', 'start_time', 'startTime', 'offset', 'from', 'begin', 'startMs', 'tStartMs'];
const ENDS = ['end', 'end_time', 'endTime', 'to', 'endMs'];
const DURATIONS = ['duration', 'dur', 'durationMs'];
const SPEAKERS = ['speaker', 'speaker_label', 'speakerName'];
/** Nobody speaks this slowly: the times must be milliseconds. */
const SLOWEST_WORDS_PER_MINUTE = 3;

/** Parses json3, the JSON of youtube-transcript-api, Whisper and other programs that list `{text, start, ...}`. */
export function parseJsonCaptions(source: string): Found {
  const value = parseBoundedJson(source);
  if (isObject(value) && Array.isArray(value.events)) return parseJson3(value.events);
  const lists = listsOf(value);
  if (lists)
    return parseLists(
      lists,
      isObject(value) && typeof value.language === 'string' ? value.language : undefined,
    );
  const text = isObject(value)
    ? TEXTS.map((key) => value[key]).find((entry) => typeof entry === 'string')
    : undefined;
  if (typeof text === 'string' && !isVideoDescription(value)) {
    return { format: 'json', cues: [createTimed(text, [])], kind: 'unknown', isCaptions: false };
  }
  if (isEmpty(value)) throw new TranscriptError('TRANSCRIPT_EMPTY', 'The JSON holds no captions.');
  throw new TranscriptError('TRANSCRIPT_UNUSABLE', 'The JSON holds no captions in a form we know.', {
    ...(isVideoDescription(value)
      ? {
          likelyCause: 'It describes a video (yt-dlp info.json); its captions are in another file.',
          remedy: 'Pass the caption file; an info.json beside it is read for title, channel and date.',
        }
      : {}),
  });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

function isVideoDescription(value: unknown): boolean {
  return isObject(value) && ('automatic_captions' in value || 'webpage_url' in value || 'extractor' in value);
}

/** The lists of cues: one, or several where a file holds the transcripts of several videos. */
function listsOf(value: unknown): readonly unknown[][] | undefined {
  if (Array.isArray(value)) {
    if (value.some((item) => isObject(item) && textOf(item) !== undefined)) return [value];
    const nested = value.filter(
      (item): item is unknown[] => Array.isArray(item) && listsOf(item)?.length === 1,
    );
    return nested.length > 0 ? nested : undefined;
  }
  if (!isObject(value)) return undefined;
  for (const key of LISTS) {
    const list = value[key];
    if (
      Array.isArray(list) &&
      (list.length === 0 || list.some((item) => isObject(item) && textOf(item) !== undefined))
    )
      return [list];
  }
  return undefined;
}

function textOf(item: JsonObject): string | undefined {
  for (const key of TEXTS) {
    const value = item[key];
    if (typeof value === 'string') return value;
  }
  return undefined;
}

function parseLists(lists: readonly unknown[][], language: string | undefined): Found {
  const warnings: string[] = [];
  let skipped = 0;
  let cues: RawCue[] = [];
  for (const item of lists.flat()) {
    const cue = isObject(item) ? parseItem(item) : undefined;
    if (cue) cues.push(cue);
    else skipped++;
  }
  if (skipped > 0) warnings.push(`${skipped} entries without text and a usable time were left out.`);
  if (lists.length > 1) {
    warnings.push(
      `The file holds ${lists.length} transcripts; they were read one after the other, without times.`,
    );
    cues = cues.map(({ text, speaker }) => ({
      text,
      marks: [],
      ...(speaker === undefined ? {} : { speaker }),
    }));
  }
  return {
    format: 'json',
    cues: isInMilliseconds(cues) ? cues.map(fromMilliseconds) : cues,
    kind: 'unknown',
    ...(language === undefined ? {} : { language }),
    warnings,
    isCaptions: true,
  };
}

function parseItem(item: JsonObject): RawCue | undefined {
  const source = textOf(item);
  if (source === undefined) return undefined;
  // Unlike YouTube, the programs that write such lists leave entities in the text.
  const text = decodeHTMLStrict(source);
  const start = secondsAt(item, STARTS);
  // A time that cannot be read is damage; no time at all is a transcript without times.
  if (start === undefined && STARTS.some((key) => item[key] !== undefined)) return undefined;
  const duration = secondsAt(item, DURATIONS);
  const end =
    secondsAt(item, ENDS) ?? (start !== undefined && duration !== undefined ? start + duration : undefined);
  const speaker = SPEAKERS.map((key) => item[key]).find(
    (value) => typeof value === 'string' && value.trim() !== '',
  );
  const timed = Array.isArray(item.words) ? wordsOf(text, item.words) : createTimed(text, []);
  return {
    ...timed,
    ...(start === undefined ? {} : { start }),
    ...(start === undefined || end === undefined ? {} : { end }),
    ...(typeof speaker === 'string' ? { speaker } : {}),
  };
}

/** Whisper's word times, as far as its words are found in the text one after the other. */
function wordsOf(text: string, words: readonly unknown[]): { text: string; marks: readonly TimeMark[] } {
  const marks: TimeMark[] = [];
  let from = 0;
  for (const word of words) {
    if (!isObject(word)) continue;
    const spoken = typeof word.word === 'string' ? word.word.trim() : '';
    const start = secondsAt(word, STARTS);
    const at = spoken === '' ? -1 : text.indexOf(spoken, from);
    if (at < 0 || at > from + 40 || start === undefined) continue;
    marks.push({ at, start });
    from = at + spoken.length;
  }
  return createTimed(text, marks);
}

function secondsAt(item: JsonObject, keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const value = item[key];
    if (value === undefined || value === null) continue;
    const number =
      typeof value === 'string'
        ? value.trim() === ''
          ? Number.NaN
          : numberOrTimestamp(value.trim())
        : value;
    if (
      typeof number === 'number' &&
      Number.isFinite(number) &&
      number >= 0 &&
      number <= LIMITS.seconds * 1000
    )
      return number;
  }
  return undefined;
}

function numberOrTimestamp(text: string): number {
  return text.includes(':') ? (parseTimestamp(text) ?? Number.NaN) : Number(text);
}

/** Some programs give seconds and some milliseconds under the same name; only one of the two is a speed of speech. */
function isInMilliseconds(cues: readonly RawCue[]): boolean {
  let last = 0;
  let words = 0;
  for (const { text, start } of cues) {
    if (start === undefined) continue;
    last = Math.max(last, start);
    words += text.split(/\s+/u).length;
  }
  return (
    last > 0 &&
    (words / last) * 60 < SLOWEST_WORDS_PER_MINUTE &&
    cues.every(({ start }) => start === undefined || Number.isInteger(start))
  );
}

function fromMilliseconds(cue: RawCue): RawCue {
  return {
    ...cue,
    marks: cue.marks.map(({ at, start }) => ({ at, start: start / 1000 })),
    ...(cue.start === undefined ? {} : { start: cue.start / 1000 }),
    ...(cue.end === undefined ? {} : { end: cue.end / 1000 }),
  };
}

/** YouTube's own JSON: milliseconds, plain text, word offsets in automatic captions. */
function parseJson3(events: readonly unknown[]): Found {
  const cues: RawCue[] = [];
  let isAutomatic = false;
  let skipped = 0;
  for (const event of events) {
    if (!isObject(event) || !Array.isArray(event.segs)) continue;
    const start = milliseconds(event.tStartMs);
    let text = '';
    const marks: TimeMark[] = [];
    for (const segment of event.segs) {
      if (!isObject(segment) || typeof segment.utf8 !== 'string') continue;
      const offset = milliseconds(segment.tOffsetMs);
      if (offset !== undefined || segment.acAsrConf !== undefined) isAutomatic = true;
      if (start !== undefined && isAutomatic)
        marks.push({ at: text.length, start: roundTime(start + (offset ?? 0)) });
      text += segment.utf8;
    }
    if (text.trim() === '') continue;
    if (start === undefined || start > LIMITS.seconds) skipped++;
    else cues.push({ ...createTimed(text, marks), start, ...endOf(start, milliseconds(event.dDurationMs)) });
  }
  return {
    format: 'json3',
    cues,
    kind: isAutomatic ? 'auto' : 'manual',
    warnings: skipped > 0 ? [`${skipped} events without a usable time were left out.`] : [],
    isCaptions: true,
  };
}

function endOf(start: number, duration: number | undefined): { end?: number } {
  return duration === undefined ? {} : { end: roundTime(start + duration) };
}

/** Numbers may stand as strings. */
function milliseconds(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0
    ? roundTime(number / 1000)
    : undefined;
}
