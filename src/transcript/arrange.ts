import { isUnspaced } from '../text/index.ts';
import { roundTime } from './formats/timestamps.ts';
import { LIMITS } from './limits.ts';
import type { RawCue } from './timed-text.ts';

/** Characters a second of ordinary speech; scripts without spaces say about three times as much with each. */
const SPEECH_RATE = 15;
const UNSPACED_SPEECH_RATE = 5;
/** The fastest speech is this many times faster than ordinary. */
const FASTEST_FACTOR = 1.7;
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
  const rate = speechRate(possible);
  if (possible.length < cues.length)
    warnings.push(`${cues.length - possible.length} captions at impossible times were left out.`);
  if (!isInOrder(possible))
    warnings.push(
      isCaptions
        ? 'Captions were out of order; they were sorted by time.'
        : 'Times that run backwards were left out.',
    );
  // Captions stand where their times say; a text is read in its own order, and a time that runs backwards is a slip in it.
  const ordered = isCaptions
    ? fillStarts(possible, rate).sort((left, right) => left.start - right.start)
    : withoutSlips(possible);
  const single = ordered.filter((cue, index) => !isSameCue(cue, ordered[index - 1]));
  return { cues: withEnds(fillStarts(withoutSharedStarts(single), rate), rate), warnings };
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

/** Of cues at the same time only the first keeps it: what is read one after the other is said one after the other. */
function withoutSharedStarts(cues: readonly RawCue[]): RawCue[] {
  let last = cues[0]?.start === undefined ? 0 : undefined;
  return cues.map((cue) => {
    if (cue.start === undefined || cue.start !== last) {
      last = cue.start ?? last;
      return cue;
    }
    const { start: _start, ...shared } = cue;
    return shared;
  });
}

/** Cues without a start share the time until the next start, or the latest end among them, in proportion to their length. */
function fillStarts(cues: readonly RawCue[], rate: number): StartedCue[] {
  const result: StartedCue[] = [];
  let at = 0;
  while (at < cues.length) {
    let to = at + 1;
    while (to < cues.length && cues[to]?.start === undefined) to++;
    for (const cue of fillRun(cues.slice(at, to), cues[to]?.start, rate)) result.push(cue);
    at = to;
  }
  return result;
}

function fillRun(run: readonly RawCue[], until: number | undefined, rate: number): StartedCue[] {
  const start = run[0]?.start ?? 0;
  const [only] = run;
  if (run.length === 1 && only) return [hasStart(only) ? only : { ...only, start }];
  const length = run.reduce((sum, cue) => sum + cue.text.length, 0);
  const limit = until !== undefined && until > start ? until : Number.POSITIVE_INFINITY;
  const latest = Math.min(
    limit,
    run.reduce((end, cue) => Math.max(end, cue.end ?? Number.NaN), 0),
  );
  const spoken = run.reduce((sum, cue) => sum + speakingTime(cue.text, rate), 0);
  const end = latest > start ? latest : unstatedEnd(start, limit, spoken);
  let before = 0;
  return run.map(({ end: _end, ...cue }) => {
    const from = roundTime(start + ((end - start) * before) / Math.max(1, length));
    before += cue.text.length;
    return { ...cue, start: from, end: roundTime(start + ((end - start) * before) / Math.max(1, length)) };
  });
}

function hasStart(cue: RawCue): cue is StartedCue {
  return cue.start !== undefined;
}

function isSameCue(cue: RawCue, previous: RawCue | undefined): boolean {
  return (
    previous !== undefined &&
    cue.start !== undefined &&
    cue.start === previous.start &&
    cue.end === previous.end &&
    cue.text === previous.text
  );
}

/** Ends never pass the start of the next cue: automatic captions overlap by design. */
function withEnds(cues: readonly StartedCue[], rate: number): RawCue[] {
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
    const end = roundTime(endOf(cue, afterNext, rate));
    result.push(cue.end === end ? cue : { ...cue, end });
  }
  return result.reverse();
}

function endOf(cue: StartedCue, limit: number | undefined, rate: number): number {
  const spoken = speakingTime(cue.text, rate);
  if (cue.end !== undefined && cue.end > cue.start && cue.end <= LIMITS.seconds) {
    const end = Math.max(cue.end, cue.start + spoken / FASTEST_FACTOR);
    return limit === undefined ? end : Math.min(end, limit);
  }
  return unstatedEnd(cue.start, limit ?? Number.POSITIVE_INFINITY, spoken);
}

/** Speech without a stated end goes on until the next begins, unless that leaves far too much time for it. */
function unstatedEnd(start: number, limit: number, spoken: number): number {
  if (!Number.isFinite(limit)) return start + spoken;
  return limit - start <= spoken * SLOWEST_FACTOR ? limit : start + spoken * 1.5;
}

function speechRate(cues: readonly RawCue[]): number {
  const sample = cues.slice(0, 100).map((cue) => cue.text.slice(0, 200));
  return isUnspaced(sample.join(' ')) ? UNSPACED_SPEECH_RATE : SPEECH_RATE;
}

/** Seconds that a text takes to say, roughly; never none. */
function speakingTime(text: string, rate: number): number {
  return Math.max(0.5, text.length / rate);
}
