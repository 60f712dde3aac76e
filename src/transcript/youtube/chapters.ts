import type { Chapter } from '../schema.ts';

const LONGEST_LINE = 300;
const SHORTEST_CHAPTER_SECONDS = 10;

const STAMP = String.raw`(?:\d{1,2}:)?\d{1,3}:[0-5]\d(?![\d:])`;
const STAMP_FIRST = new RegExp(String.raw`^(?:\d{1,2}[.)]\s{1,4})?[\s\p{P}\p{S}\p{M}]{0,8}?(${STAMP})`, 'u');
const STAMP_LAST = new RegExp(String.raw`(?<![\d:])(${STAMP})[)\]}]?$`, 'u');
const ANY_STAMP = new RegExp(String.raw`(?<![\d:])${STAMP}`, 'u');
const RANGE_END = new RegExp(String.raw`^[\s)\]}]*[-\u2013\u2014]\s?${STAMP}`, 'u');
const OUTER_MARKS =
  /^[\s\-\u2013\u2014:|.\u2022\u00B7)\]}>\u25B6\u25BA]+|[\s\-\u2013\u2014:|\u2022\u00B7([{]+$/gu;
const TIME_OF_DAY = /^(?:[ap]\.?m\b|uhr\b|e[ds]?t\b|p[ds]?t\b|gmt\b|utc\b)/iu;

/**
 * Chapters that the owner wrote into a description, by YouTube's own rule: one line each, the first at 0:00, at least three,
 * ascending, ten seconds or longer. Undefined when the description has no such list. Starts are in seconds.
 */
export function parseChapters(description: string, durationSeconds?: number): Chapter[] | undefined {
  const lines = description
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.length <= LONGEST_LINE);
  const isInside = ({ start }: Chapter): boolean => durationSeconds === undefined || start < durationSeconds;
  for (const readLine of [readStampFirst, readStampLast]) {
    const chapters = firstList(
      lines
        .map(readLine)
        .filter((chapter) => chapter !== undefined)
        .filter(isInside),
    );
    if (chapters) return chapters;
  }
  return undefined;
}

function firstList(found: readonly Chapter[]): Chapter[] | undefined {
  const chapters: Chapter[] = [];
  for (const chapter of found) {
    const previous = chapters.at(-1);
    if (!previous) {
      if (chapter.start === 0) chapters.push(chapter);
      continue;
    }
    // The end of the list: a second list, or a sentence about an earlier moment.
    if (chapter.start <= previous.start) break;
    if (chapter.start - previous.start < SHORTEST_CHAPTER_SECONDS) return undefined;
    chapters.push(chapter);
  }
  return chapters.length >= 3 ? chapters : undefined;
}

/** `0:00 Title`, `[1:02:03] Title`, `- 0:00 - 1:30 Title`. */
function readStampFirst(line: string): Chapter | undefined {
  const match = STAMP_FIRST.exec(line);
  if (!match) return undefined;
  const rest = line.slice(match[0].length).replace(RANGE_END, '');
  return chapter(match[1], rest);
}

/** `Title 0:00`, `Title (0:00)`. A line with several times is a sentence about them. */
function readStampLast(line: string): Chapter | undefined {
  const match = STAMP_LAST.exec(line);
  if (!match) return undefined;
  const rest = line.slice(0, match.index);
  return ANY_STAMP.test(rest) ? undefined : chapter(match[1], rest);
}

function chapter(stamp: string | undefined, text: string): Chapter | undefined {
  const title = text.replace(OUTER_MARKS, '');
  if (stamp === undefined || title === '' || TIME_OF_DAY.test(title)) return undefined;
  return { start: stamp.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0), title };
}
