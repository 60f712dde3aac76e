import { endsSentence, isUnspaced, joinWords, separator, splitWords, type Word } from '../text/index.ts';
import { bindsTogether } from './bound-words.ts';
import { roundTime } from './formats/timestamps.ts';
import type { Cue, Unit } from './schema.ts';

export const UNIT_MIN_WORDS = 30;
export const UNIT_MAX_WORDS = 45;
/** No word with its closing marks is longer; bounds the search for an ending in hostile text. */
const LONGEST_ENDING = 60;

/** A word with the time it takes, as far as the source tells. */
interface SpokenWord extends Word {
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** The last word of a cue. */
  readonly endsCue: boolean;
}

/** What one person says without interruption, as far as it stands in no unit yet. */
interface Turn {
  readonly speaker: string | undefined;
  /** Nothing of it stands in a unit yet, and another person spoke before. */
  isNew: boolean;
  readonly words: SpokenWord[];
}

/** Words behind a unit that decide where it ends: a longest unit, and what bindsTogether looks at behind it. */
const PENDING_WORDS = UNIT_MAX_WORDS + 3;

/**
 * Cuts a transcript into units of 30 to 45 words, fewer at the end of a turn. A unit has one speaker and ends where a sentence does,
 * else at the longest pause, never inside a name or a number unless nothing else is left. Every word is in exactly one unit, in order.
 */
export function cutUnits(cues: readonly Cue[], language?: string): Unit[] {
  const units: Unit[] = [];
  let turn: Turn = { speaker: undefined, isNew: false, words: [] };
  let before = '';
  for (const cue of cues) {
    const words = spokenWords(cue, language);
    const first = words[0];
    if (!first) continue;
    words[0] = { ...first, spaceBefore: separator(before, cue.text) === ' ' };
    before = cue.text;
    if (cue.turn === true || turn.speaker !== cue.speaker) {
      takeUnits(units, turn, 0);
      turn = { speaker: cue.speaker, isNew: cue.turn === true, words: [] };
    }
    for (const word of words) turn.words.push(word);
    // Hours of one speaker are never held as words at once.
    takeUnits(units, turn, PENDING_WORDS);
  }
  takeUnits(units, turn, 0);
  return units;
}

/** Makes units of the words of a turn until no more than `pending` are left. */
function takeUnits(units: Unit[], turn: Turn, pending: number): void {
  const { words } = turn;
  let from = 0;
  while (words.length - from > pending) {
    const to = cutPoint(words, from);
    units.push(createUnit(units.length, turn, words.slice(from, to)));
    turn.isNew = false;
    from = to;
  }
  words.splice(0, from);
}

/** Words of a cue with their times: those of the format where it has them, spread over the characters between where not. */
function spokenWords(cue: Cue, language: string | undefined): SpokenWord[] {
  const words = splitWords(cue.text, language);
  if (cue.start === undefined || cue.end === undefined) {
    return words.map((word, index) => ({
      ...word,
      start: undefined,
      end: undefined,
      endsCue: index === words.length - 1,
    }));
  }
  const clock = createClock(cue, cue.start, cue.end);
  let at = 0;
  return words.map((word, index) => {
    const from = at + (word.spaceBefore ? 1 : 0);
    at = from + word.text.length;
    return { ...word, start: clock(from), end: clock(at), endsCue: index === words.length - 1 };
  });
}

/** Seconds at a character of a cue, asked in rising order: straight lines between the known times. */
function createClock(cue: Cue, start: number, end: number): (at: number) => number {
  const known: { at: number; time: number }[] = [{ at: 0, time: start }];
  let from = 0;
  for (const word of cue.words ?? []) {
    const at = cue.text.indexOf(word.text, from);
    if (at < 0) break;
    from = at + word.text.length;
    const time = Math.min(Math.max(word.start, known.at(-1)?.time ?? start), end);
    if (at > 0) known.push({ at, time });
  }
  known.push({ at: Math.max(1, cue.text.length), time: end });
  let next = 1;
  return (at) => {
    while (next < known.length - 1 && (known[next]?.at ?? 0) < at) next++;
    const left = known[next - 1] ?? { at: 0, time: start };
    const right = known[next] ?? left;
    const share = right.at === left.at ? 0 : (at - left.at) / (right.at - left.at);
    return left.time + (right.time - left.time) * Math.min(1, Math.max(0, share));
  };
}

/** The index behind the last word of the unit that begins at `from`. */
function cutPoint(words: readonly SpokenWord[], from: number): number {
  const remaining = words.length - from;
  if (remaining <= UNIT_MAX_WORDS) return words.length;
  let best = from + UNIT_MAX_WORDS;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let to = from + UNIT_MIN_WORDS; to <= from + UNIT_MAX_WORDS; to++) {
    const score = cutScore(words, to);
    if (score >= bestScore) {
      bestScore = score;
      best = to;
    }
  }
  return best;
}

/** How good it is to cut before word `to`: bound words last, sentence ends first, then by the length of the pause. */
function cutScore(words: readonly SpokenWord[], to: number): number {
  const last = words[to - 1];
  const next = words[to];
  if (!last || !next) return 0;
  const pause = pauseBetween(last, next);
  if (endsSentence(last.text.slice(-LONGEST_ENDING), next.text)) return 1_000 + pause;
  if (bindsTogether(words, to)) return pause - 1_000;
  return pause + (/[,;:—–、，；：]$/u.test(last.text) ? 0.2 : 0);
}

/** Seconds of silence between two words; a time of its own for each word shows it, and the end of a cue hints at it. */
function pauseBetween(last: SpokenWord, next: SpokenWord): number {
  const hint = last.endsCue ? 0.05 : 0;
  if (last.start === undefined || next.start === undefined) return hint;
  const spoken = isUnspaced(last.text) ? last.text.length * 0.15 : 0.12 + last.text.length * 0.05;
  return Math.min(60, Math.max(0, next.start - last.start - spoken)) + hint;
}

function createUnit(id: number, turn: Turn, words: readonly SpokenWord[]): Unit {
  const first = words[0];
  const start = first?.start;
  const end = words.at(-1)?.end;
  return {
    id,
    ...(start === undefined || end === undefined
      ? {}
      : { start: roundTime(start), end: roundTime(Math.max(start, end)) }),
    text: joinWords(words),
    ...(turn.speaker === undefined ? {} : { speakers: [turn.speaker] }),
    ...(turn.isNew ? { turn: true } : {}),
  };
}
