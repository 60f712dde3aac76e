import { isUnspaced } from '../text/index.ts';
import { roundTime } from './formats/timestamps.ts';
import { LIMITS } from './limits.ts';
import type { RawCue } from './timed-text.ts';

/** Characters a second of ordinary speech, and of the fastest; scripts without spaces say about three times as much with each. */
const SPEECH_RATE = 15;
const FASTEST_RATE = 25;
const UNSPACED_FACTOR = 1 / 3;
/** A caption without an end is spoken until the next begins, unless that would be slower than this many times ordinary speech. */
const SLOWEST_FACTOR = 3;

type StartedCue = RawCue & { readonly start: number };

export interface Arranged {
  /** In order of time; every cue has a start and an end, or none has. */
  readonly cues: readonly RawCue[];
  readonly warnings: readonly string[];
}

/** Puts cues in the order of time, gives each an end, and fills times between those that have one. */
export function arrangeCues(cues: readonly RawCue[], isCaptions: boolean): Arranged {
  const possible = cues.filter((cue) => cue.start === undefined || cue.start <= LIMITS.seconds);
  if (!possible.some((cue) => cue.start !== undefined)) {
    return { cues: possible.map(({ end: _end, ...cue }) => cue), warnings: [] };
  }
  const warnings: string[] = [];
  if (possible.length < cues.length)
    warnings.push(`${cues.length - possible.length} captions at impossible times were left out.`);
  const isOrdered = isInOrder(possible);
  // Captions stand where their times say; a text is read in its own order, and a time that runs backwards is a slip in it.
  const ordered = isCaptions
    ? fillStarts(possible)
    : fillStarts(isOrdered ? possible : withoutSlips(possible));
  if (!isOrdered)
    warnings.push(
      isCaptions
        ? 'Captions were out of order; they were sorted by time.'
        : 'Times that run backwards were left out.',
    );
  if (isCaptions && !isOrdered) ordered.sort((left, right) => left.start - right.start);
  return { cues: withEnds(ordered.filter((cue, index) => !isSameCue(cue, ordered[index - 1]))), warnings };
}

function isInOrder(cues: readonly RawCue[]): boolean {
  let last = 0;
  for (const { start } of cues) {
    if (start === undefined) continue;
    if (start < last) return false;
    last = start;
  }
  return true;
}

function withoutSlips(cues: readonly RawCue[]): RawCue[] {
  let last = 0;
  return cues.map((cue) => {
    if (cue.start === undefined) return cue;
    if (cue.start >= last) {
      last = cue.start;
      return cue;
    }
    const { start: _start, end: _end, ...untimed } = cue;
    return untimed;
  });
}

/** Cues without a start share the time between their neighbours in proportion to their length. */
function fillStarts(cues: readonly RawCue[]): StartedCue[] {
  const result: StartedCue[] = [];
  let at = 0;
  while (at < cues.length) {
    let to = at + 1;
    while (to < cues.length && cues[to]?.start === undefined) to++;
    const run = cues.slice(at, to);
    const start = run[0]?.start ?? 0;
    const until = cues[to]?.start;
    const length = run.reduce((sum, cue) => sum + cue.text.length, 0);
    const duration =
      until !== undefined && until > start
        ? until - start
        : run.reduce((sum, cue) => sum + speakingTime(cue.text), 0);
    let before = 0;
    for (const cue of run) {
      const { end, ...rest } = cue;
      const isTimed = cue.start !== undefined && (run.length === 1 || end !== undefined);
      result.push({
        ...rest,
        start: cue.start ?? roundTime(start + (duration * before) / Math.max(1, length)),
        ...(isTimed && end !== undefined ? { end } : {}),
      });
      before += cue.text.length;
    }
    at = to;
  }
  return result;
}

function isSameCue(cue: StartedCue, previous: StartedCue | undefined): boolean {
  return (
    previous !== undefined &&
    cue.start === previous.start &&
    cue.end === previous.end &&
    cue.text === previous.text
  );
}

/** Ends never pass the start of the next cue: automatic captions overlap by design. */
function withEnds(cues: readonly StartedCue[]): RawCue[] {
  const result: RawCue[] = [];
  let next: number | undefined;
  let afterNext: number | undefined;
  for (let index = cues.length - 1; index >= 0; index--) {
    const cue = cues[index];
    if (!cue) continue;
    if (next === undefined || cue.start < next) {
      afterNext = next;
      next = cue.start;
    }
    result.push({ ...cue, end: roundTime(endOf(cue, afterNext)) });
  }
  return result.reverse();
}

function endOf(cue: StartedCue, limit: number | undefined): number {
  const spoken = speakingTime(cue.text);
  if (cue.end !== undefined && cue.end > cue.start && cue.end <= LIMITS.seconds) {
    const end = Math.max(cue.end, cue.start + (spoken * SPEECH_RATE) / FASTEST_RATE);
    return limit === undefined ? end : Math.min(end, limit);
  }
  if (limit === undefined) return cue.start + spoken;
  return limit - cue.start <= spoken * SLOWEST_FACTOR
    ? limit
    : cue.start + Math.min(limit - cue.start, spoken * 1.5);
}

/** Seconds that a text takes to say, roughly; never none. */
function speakingTime(text: string): number {
  const rate = isUnspaced(text.slice(0, 200)) ? SPEECH_RATE * UNSPACED_FACTOR : SPEECH_RATE;
  return Math.max(0.5, text.length / rate);
}
