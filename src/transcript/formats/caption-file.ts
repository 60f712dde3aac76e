import { LIMITS, refuseAbove } from '../limits.ts';
import type { Metadata } from '../schema.ts';
import { createTimed, joinTimed, type RawCue } from '../timed-text.ts';
import { parseRow, type Row } from './caption-tags.ts';
import type { Found } from './found.ts';
import { hasRollingRows, newRows } from './rolling.ts';
import { parseTimestamp } from './timestamps.ts';

const TIMING = /^\s*(-?[\d:.,]{4,18})\s*-->\s*(-?[\d:.,]{4,18})(?:\s|$)/u;
const TIMING_ATTEMPT = /^\s*\S{1,24}\s*-->\s*\S{1,24}/u;
const INDEX = /^\s*\d{1,7}\s*$/u;

interface Timing {
  readonly line: number;
  readonly start: number | undefined;
  readonly end: number | undefined;
}

/** A cue with its rows as displayed, blank ones included: their place tells new text from scrolled text. */
export interface CueRows {
  readonly start: number;
  readonly end: number | undefined;
  readonly rows: readonly Row[];
}

/** Whether the text is built of lines `time --> time`, whatever stands above them. */
export function looksLikeCaptionFile(text: string): boolean {
  return (
    /^WEBVTT(?:\s|$)/u.test(text.trimStart()) ||
    /^[ \t]{0,8}-?(?:\d{1,3}:)?\d{1,3}:\d{2}[.,]?\d{0,6}[ \t]{0,8}-->[ \t]{0,8}\S/mu.test(text)
  );
}

/** Parses WebVTT and SubRip, which differ only in their header, in one pass that forgives what players forgive. */
export function parseCaptionFile(text: string): Found {
  const lines = text.split('\n');
  const isVtt = /^\s*WEBVTT/u.test(text);
  const timings = findTimings(lines);
  refuseAbove(2 * LIMITS.cues, timings.length, 'captions');
  const cues: CueRows[] = [];
  let unusable = 0;
  for (const [index, timing] of timings.entries()) {
    const rows = payload(lines, timing.line, timings[index + 1]?.line ?? lines.length, isVtt);
    if (timing.start === undefined) {
      if (rows.some((row) => row.trim() !== '')) unusable++;
    } else {
      cues.push({
        start: timing.start,
        end: timing.end,
        rows: rows.map((row) => withCueTime(parseRow(row), timing.start ?? 0)),
      });
    }
  }
  const isRolling = hasRollingRows(cues);
  const header = isVtt ? parseHeader(lines.slice(0, timings[0]?.line ?? lines.length)) : {};
  return {
    format: isVtt ? 'vtt' : 'srt',
    cues: (isRolling ? newRows(cues) : cues).flatMap(toRawCues),
    kind: isRolling ? 'auto' : header.isYouTube ? 'manual' : 'unknown',
    ...(header.language === undefined ? {} : { language: header.language }),
    metadata: header.metadata ?? {},
    warnings: unusable > 0 ? [`${unusable} captions without a usable time were left out.`] : [],
    isCaptions: true,
  };
}

function findTimings(lines: readonly string[]): Timing[] {
  const timings: Timing[] = [];
  for (const [line, text] of lines.entries()) {
    if (!text.includes('-->')) continue;
    const match = TIMING.exec(text);
    if (match?.[1] !== undefined && match[2] !== undefined) {
      const start = match[1].startsWith('-') ? 0 : parseTimestamp(match[1]);
      timings.push({ line, start, end: parseTimestamp(match[2]) });
    } else if (TIMING_ATTEMPT.test(text) && !lines[line - 1]?.trim()) {
      timings.push({ line, start: undefined, end: undefined });
    }
  }
  return timings;
}

/** The lines between two timings without the identifier of the second, comment blocks and trailing blank lines. */
function payload(lines: readonly string[], timing: number, nextTiming: number, isVtt: boolean): string[] {
  let to = nextTiming;
  if (nextTiming < lines.length && isIdentifier(lines, nextTiming - 1, timing)) to--;
  const rows: string[] = [];
  let inNote = false;
  for (let line = timing + 1; line < to; line++) {
    const text = lines[line] ?? '';
    if (text === '') inNote = false;
    else if (isVtt && lines[line - 1] === '' && line > timing + 1 && /^NOTE(?:\s|$)/u.test(text))
      inNote = true;
    if (!inNote) rows.push(text);
  }
  while (rows.at(-1) === '') rows.pop();
  return rows;
}

/** The line above a timing names the cue when a blank line sets it apart; files without blank lines at least count on. */
function isIdentifier(lines: readonly string[], line: number, previousTiming: number): boolean {
  const text = lines[line] ?? '';
  if (line <= previousTiming || text.trim() === '') return false;
  if (lines[line - 1]?.trim() === '') return true;
  return INDEX.test(text) && Number(text) === Number(lines[previousTiming - 1]) + 1;
}

/** The first word of a row whose other words are timed begins with its cue. */
function withCueTime(row: Row, start: number): Row {
  return row.isTimed ? { ...row, ...createTimed(row.text, [{ at: 0, start }, ...row.marks]) } : row;
}

function toRawCues({ start, end, rows }: CueRows): RawCue[] {
  const cues: RawCue[] = [];
  let group: Row[] = [];
  let speaker: string | undefined;
  const flush = () => {
    const timing = {
      start,
      ...(end === undefined ? {} : { end }),
      ...(speaker === undefined ? {} : { speaker }),
    };
    if (group.length > 0) cues.push({ ...joinTimed(group, () => '\n'), ...timing });
    group = [];
  };
  for (const row of rows) {
    if (row.speaker !== undefined) {
      flush();
      speaker = row.speaker;
    }
    group.push(row);
  }
  flush();
  return cues;
}

function parseHeader(lines: readonly string[]): {
  isYouTube?: boolean;
  language?: string;
  metadata?: Partial<Metadata>;
} {
  const fields = new Map<string, string>();
  for (const line of lines.slice(0, 40)) {
    const match = /^([A-Za-z]{1,20}):\s{0,8}(\S.{0,200})$/u.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined)
      fields.set(match[1].toLowerCase(), match[2].trim());
  }
  const language = fields.get('language');
  const videoId = fields.get('video');
  return {
    isYouTube: fields.get('kind') === 'captions',
    ...(language === undefined ? {} : { language }),
    ...(videoId !== undefined && /^[\w-]{11}$/u.test(videoId) ? { metadata: { videoId } } : {}),
  };
}
