import { UNSPACED } from '../text/index.ts';
import { roundTime } from './formats/timestamps.ts';
import type { Cue, TimedWord } from './schema.ts';
import { findSpeakers, headOf, INNER_HEAD, isNameless, nameOf, SENTENCE_END } from './speaker-labels.ts';
import { firstMark, type RawCue, replaceTimed, sliceTimed, type TimedText } from './timed-text.ts';

const MARK = /(?:^|\s)>>+(?=\s|\p{L}|\[|$)\s*/gu;
/** A dash opens another person's line in captions when a sentence begins behind it. */
const DASH = /^(?:[-–—]\s{1,4})+(?=[\p{Lu}\p{Lo}\d"“'‘¿¡([])/u;
const UNSPACED_BREAK = new RegExp(`(?<=[${UNSPACED}])\\n(?=[${UNSPACED}])`, 'gu');

/** A line of a cue, or the part of one behind a mark of a new speaker. Offsets are in the text of the cue. */
interface Line {
  /** Where it begins with its mark, and without. */
  readonly at: number;
  readonly from: number;
  readonly text: string;
  readonly isMarked: boolean;
  /** It is the first of its cue. */
  readonly opensCue: boolean;
}

/** A place in a cue where somebody begins to speak. */
interface Opening {
  readonly at: number;
  /** Where the words begin, behind mark and label. */
  readonly from: number;
  readonly label?: string;
  readonly isMarked: boolean;
}

/**
 * Splits cues at changes of speaker and takes the labels out of the text. A label holds until the next one; after a mark without
 * a name the speaker is unknown. Where captions name one person only, somebody else speaks in between, so a name ends with its sentence.
 */
export function splitTurns(cues: readonly RawCue[], isCaptions: boolean): Cue[] {
  const lines = cues.map((cue) => linesOf(cue.text, isCaptions));
  const labels = findSpeakers(lines.flat(), isCaptions);
  const hasVoices = isCaptions && cues.some((cue) => cue.speaker !== undefined);
  const named = [...labels].filter((label) => !isNameless(label)).length;
  const persists = !isCaptions || (!hasVoices && named > 1);
  const result: Cue[] = [];
  let speaker: string | undefined;
  let isNew = false;
  for (const [index, cue] of cues.entries()) {
    const openings = openingsOf(lines[index] ?? [], labels, isCaptions);
    for (const [place, opening] of openings.entries()) {
      const { label, isMarked } = opening;
      const previous = speaker;
      const voice = isCaptions || place === 0 ? cue.speaker : undefined;
      if (voice !== undefined) speaker = voice;
      else if (label !== undefined) speaker = isNameless(label) ? undefined : label;
      else if (isMarked || (!persists && !isContinued(result.at(-1)))) speaker = undefined;
      isNew ||= speaker !== previous || isMarked || (label !== undefined && isNameless(label));
      const to = openings[place + 1]?.at ?? cue.text.length;
      const content = sliceTimed(cue, opening.from, to);
      if (content.text === '') continue;
      const times = timesOf(cue, place === 0 ? 0 : opening.at, to);
      result.push({
        ...times,
        ...spokenText(content),
        ...(speaker === undefined ? {} : { speaker }),
        ...(isNew ? { turn: true } : {}),
      });
      isNew = false;
    }
  }
  return result;
}

function isContinued(cue: Cue | undefined): boolean {
  return cue !== undefined && !SENTENCE_END.test(cue.text);
}

/** The lines of a cue, cut before each `>>`; in captions a dash counts like one. */
function linesOf(text: string, isCaptions: boolean): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    const dash = (isCaptions ? DASH.exec(line.trimStart())?.[0].length : undefined) ?? 0;
    let open = { at, from: at + indent + dash, isMarked: dash > 0, opensCue: at === 0 };
    for (const match of dash === 0 && line.includes('>>') ? line.matchAll(MARK) : []) {
      const markAt = at + match.index;
      if (markAt > open.from || open.isMarked)
        lines.push({ ...open, text: text.slice(open.from, markAt).trimEnd() });
      open = { at: markAt, from: markAt + match[0].length, isMarked: true, opensCue: markAt === 0 };
    }
    lines.push({ ...open, text: text.slice(open.from, at + line.length).trimEnd() });
    at += line.length + 1;
  }
  return lines;
}

/** Where somebody begins to speak: the start of the cue, each mark, and each label that the document accepts. */
function openingsOf(lines: readonly Line[], labels: ReadonlySet<string>, isCaptions: boolean): Opening[] {
  const openings: Opening[] = [];
  for (const line of lines) {
    const head = headOf(line.text, isCaptions);
    if (head && labels.has(nameOf(head.label))) {
      openings.push({
        at: line.at,
        from: line.from + head.length,
        label: head.label,
        isMarked: line.isMarked,
      });
    } else if (line.isMarked || openings.length === 0) {
      openings.push({ at: line.at, from: line.from, isMarked: line.isMarked });
    }
    if (labels.size === 0 || !line.text.includes(':')) continue;
    for (const match of line.text.matchAll(INNER_HEAD)) {
      const label = match[1] ?? '';
      if (isNameless(label) || !labels.has(nameOf(label))) continue;
      const from = line.from + match.index + match[0].length;
      const at = from - label.length - 1;
      if (at >= (openings.at(-1)?.from ?? 0)) openings.push({ at, from, label, isMarked: false });
    }
  }
  return openings;
}

/** One line of text and the times of its words. */
function spokenText(content: TimedText): { text: string; words?: TimedWord[] } {
  const joined = replaceTimed(replaceTimed(content, UNSPACED_BREAK, ''), /\s+/gu, ' ');
  return joined.marks.length === 0 ? { text: joined.text } : { text: joined.text, words: wordsOf(joined) };
}

function wordsOf({ text, marks }: TimedText): TimedWord[] {
  return marks
    .map(({ at, start }, index) => ({ text: text.slice(at, marks[index + 1]?.at).trim(), start }))
    .filter((word) => word.text !== '');
}

/** The time of a part of a cue: between timed words where there are any, else in proportion to the characters. */
function timesOf(cue: RawCue, from: number, to: number): { start?: number; end?: number } {
  const { start, end, text, marks } = cue;
  if (start === undefined || end === undefined) return {};
  const timeAt = (offset: number) => {
    const mark = marks[firstMark(marks, offset)];
    return mark?.start ?? roundTime(start + ((end - start) * offset) / Math.max(1, text.length));
  };
  const first = from === 0 ? start : timeAt(from);
  return { start: first, end: Math.max(first, to === text.length ? end : timeAt(to)) };
}
