import { isUnspaced } from '../text/index.ts';
import type { Cue } from './schema.ts';
import { findSpeakers, headOf, INNER_HEAD, isNameless, type LabelLine, nameOf } from './speaker-labels.ts';
import { firstMark, joinTimed, type RawCue, replaceTimed, sliceTimed, type TimedText } from './timed-text.ts';

const MARK = /(?:^|\s)>>+(?=\s|\p{L}|\[|$)\s*/gu;
/** A dash opens another person's line in captions when a sentence begins behind it. */
const DASH = /^(?:[-–—]\s{1,4})+(?=[\p{Lu}\p{Lo}\d"“'‘¿¡([♪])/u;
const SENTENCE_END = /[.!?…。！？؟।"”)\]]$/u;

/** No script below Thai is written without spaces. */
const FIRST_UNSPACED = 0x0e00;

/** A stretch of one cue that one person speaks. */
interface Piece {
  readonly content: TimedText;
  /** Where it begins and ends in the cue, as shares of its text. */
  readonly from: number;
  readonly to: number;
  readonly label?: string;
  readonly isMarked: boolean;
}

interface Line extends TimedText {
  readonly isMarked: boolean;
  readonly from: number;
}

/**
 * Splits cues at changes of speaker and takes the labels out of the text. A label holds until the next one; after a mark without
 * a name the speaker is unknown. Where captions name one person only, somebody else speaks in between, so a name ends with its sentence.
 */
export function splitTurns(cues: readonly RawCue[], isCaptions: boolean): Cue[] {
  const lines = cues.map((cue) => linesOf(cue, isCaptions));
  const labels = findSpeakers(
    lines.flat().map(({ text, isMarked }): LabelLine => ({ text, isMarked })),
    isCaptions,
  );
  const hasVoices = isCaptions && cues.some((cue) => cue.speaker !== undefined);
  const named = [...labels].filter((label) => !isNameless(label)).length;
  const names = { labels, isCaptions, persists: !isCaptions || (!hasVoices && named > 1) };
  const result: Cue[] = [];
  let speaker: string | undefined;
  let isNew = false;
  for (const [index, cue] of cues.entries()) {
    const pieces = mergePieces((lines[index] ?? []).flatMap((line) => piecesOf(line, names)));
    for (const [place, piece] of pieces.entries()) {
      const previous = speaker;
      const voice = isCaptions || place === 0 ? cue.speaker : undefined;
      if (voice !== undefined) speaker = voice;
      else if (piece.label !== undefined) speaker = isNameless(piece.label) ? undefined : piece.label;
      else if (piece.isMarked || (!names.persists && !isContinued(result.at(-1)))) speaker = undefined;
      isNew ||=
        speaker !== previous || piece.isMarked || (piece.label !== undefined && isNameless(piece.label));
      if (piece.content.text === '') continue;
      result.push(createCue(cue, piece, speaker, isNew));
      isNew = false;
    }
  }
  return result;
}

function isContinued(cue: Cue | undefined): boolean {
  return cue !== undefined && !SENTENCE_END.test(cue.text);
}

/** The lines of a cue, cut before each `>>` or dash. */
function linesOf(cue: RawCue, isCaptions: boolean): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const text of cue.text.split('\n')) {
    const end = at + text.length;
    const dash = isCaptions ? DASH.exec(text.trimStart()) : null;
    if (dash) {
      const from = at + (text.length - text.trimStart().length) + dash[0].length;
      lines.push({ ...sliceTimed(cue, from, end), isMarked: true, from });
    } else {
      cutAtMarks(cue, at, end, lines);
    }
    at = end + 1;
  }
  return lines;
}

function cutAtMarks(cue: RawCue, from: number, to: number, lines: Line[]): void {
  const text = cue.text.slice(from, to);
  let start = 0;
  let isMarked = false;
  for (const match of text.includes('>>') ? text.matchAll(MARK) : []) {
    if (match.index > start || isMarked)
      lines.push({ ...sliceTimed(cue, from + start, from + match.index), isMarked, from: from + start });
    start = match.index + match[0].length;
    isMarked = true;
  }
  lines.push({ ...sliceTimed(cue, from + start, to), isMarked, from: from + start });
}

/** A line cut before each label that the document accepts. */
function piecesOf(
  line: Line,
  { labels, isCaptions }: { labels: ReadonlySet<string>; isCaptions: boolean },
): Piece[] {
  const pieces: Piece[] = [];
  const end = line.from + line.text.length;
  let head = headOf(line.text, isCaptions);
  if (head && !labels.has(nameOf(head.label))) head = undefined;
  let { label, from, isMarked }: { label: string | undefined; from: number; isMarked: boolean } = {
    label: head?.label,
    from: head?.length ?? 0,
    isMarked: line.isMarked,
  };
  const push = (to: number) => {
    const content = sliceTimed(line, from, to);
    const place = { from: line.from + from, to: to === line.text.length ? end : line.from + to };
    pieces.push({ content, ...place, isMarked, ...(label === undefined ? {} : { label }) });
  };
  if (line.text.includes(':')) {
    for (const match of line.text.matchAll(INNER_HEAD)) {
      const inner = match[1] ?? '';
      const at = match.index + match[0].length - inner.length - 1;
      if (at < from || !inner.includes(' ') || !labels.has(nameOf(inner))) continue;
      push(at);
      from = match.index + match[0].length;
      label = inner;
      isMarked = false;
    }
  }
  push(line.text.length);
  return pieces;
}

/** Lines of one cue that the same person speaks belong together. */
function mergePieces(pieces: readonly Piece[]): Piece[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    if (groups.length === 0 || piece.isMarked || piece.label !== undefined) groups.push([piece]);
    else if (piece.content.text !== '') groups.at(-1)?.push(piece);
  }
  return groups.map((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last) throw new RangeError('a group begins with a piece');
    const spoken = group.map((piece) => piece.content).filter((content) => content.text !== '');
    return { ...first, content: joinTimed(spoken, separator), to: last.to };
  });
}

/** What stands between two stretches of text: a space, or nothing where the script on both sides has none. */
export function separator(before: string, after: string): '' | ' ' {
  if (before.charCodeAt(before.length - 1) < FIRST_UNSPACED && after.charCodeAt(0) < FIRST_UNSPACED)
    return ' ';
  return isUnspaced(before.trimEnd().slice(-4)) && isUnspaced(after.trimStart().slice(0, 4)) ? '' : ' ';
}

function createCue(cue: RawCue, piece: Piece, speaker: string | undefined, turn: boolean): Cue {
  const content = replaceTimed(piece.content, /\s+/gu, ' ');
  return {
    ...timesOf(cue, piece),
    text: content.text,
    ...(speaker === undefined ? {} : { speaker }),
    ...(turn ? { turn } : {}),
    ...(content.marks.length === 0 ? {} : { words: wordsOf(content) }),
  };
}

/** A piece that begins inside a cue begins with its first timed word, else in proportion to the characters before it. */
function timesOf(cue: RawCue, piece: Piece): { start?: number; end?: number } {
  const { start, end } = cue;
  if (start === undefined || end === undefined) return {};
  const length = Math.max(1, cue.text.length);
  const at = (offset: number) => Math.round((start + ((end - start) * offset) / length) * 1000) / 1000;
  const first = piece.from <= 2 ? start : (piece.content.marks[0]?.start ?? at(piece.from));
  const next = piece.to >= length ? end : (cue.marks[firstMark(cue.marks, piece.to)]?.start ?? at(piece.to));
  return { start: first, end: Math.max(first, next) };
}

function wordsOf({ text, marks }: TimedText): { text: string; start: number }[] {
  return marks
    .map(({ at, start }, index) => ({ text: text.slice(at, marks[index + 1]?.at).trim(), start }))
    .filter((word) => word.text !== '');
}
