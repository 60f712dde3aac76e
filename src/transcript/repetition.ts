import { isUnspaced, normalizeWord } from '../text/index.ts';
import type { Cue } from './schema.ts';

/** A passage said so many times in a row is a recogniser's loop: at least six times, and short ones more often. */
const LOOP_TIMES = 6;
const LOOP_CHARACTERS = 120;
const LONGEST_LOOP = 80;
/** Share of word sequences that stand in a neighbouring caption as well, above which captions overlap. */
const DOUBLED_SHARE = 0.4;
const SEQUENCE = 6;
const LEAST_SEQUENCES = 20;
const LONGEST_OVERLAP = 200;

/** A sentence so long, shown again at once, is one that the caption writer held over two captions. */
const HELD_WORDS = 5;
const HELD_UNSPACED_CHARACTERS = 10;
const HELD_GAP_SECONDS = 0.2;

export interface Deduplicated {
  readonly cues: readonly Cue[];
  readonly warnings: readonly string[];
}

/** Says once what a recogniser repeated for minutes, and undoes captions that carry the end of the one before. */
export function removeRepetition(cues: readonly Cue[]): Deduplicated {
  const warnings: string[] = [];
  const { said, loops } = collapseLoops(tokenize(cues));
  const single = mergeHeld(said);
  if (loops > 0)
    warnings.push(
      `${loops} passage${loops === 1 ? '' : 's'} repeated over and over by the recogniser ${loops === 1 ? 'was' : 'were'} kept once.`,
    );
  if (doubledShare(single) <= DOUBLED_SHARE) return { cues: single.cues, warnings };
  const stripped = tokenize(stripOverlaps(single));
  warnings.push(
    doubledShare(stripped) > DOUBLED_SHARE
      ? 'Much of the text stands in two captions that follow each other; it may be doubled.'
      : 'Each caption repeated the end of the one before; the repetition was taken out.',
  );
  return { cues: stripped.cues, warnings };
}

/** Makes one cue of captions that follow each other with the same long text; short ones may well be said twice. */
function mergeHeld(all: Tokenized): Tokenized {
  const result: Cue[] = [];
  for (const cue of all.cues) {
    const last = result.at(-1);
    if (last && isHeld(last, cue))
      result[result.length - 1] = { ...last, ...(cue.end === undefined ? {} : { end: cue.end }) };
    else result.push(cue);
  }
  return result.length === all.cues.length ? all : tokenize(result);
}

function isHeld(last: Cue, cue: Cue): boolean {
  if (last.text !== cue.text || cue.turn || cue.words || last.end === undefined || cue.start === undefined)
    return false;
  const isLong = isUnspaced(cue.text)
    ? cue.text.length >= HELD_UNSPACED_CHARACTERS
    : wordsOf(cue).length >= HELD_WORDS;
  return isLong && cue.start - last.end <= HELD_GAP_SECONDS;
}

/** Cues with their words as numbers, one after the other. */
interface Tokenized {
  readonly cues: readonly Cue[];
  /** How many words each cue has. */
  readonly counts: readonly number[];
  /** One number for each different word. */
  readonly ids: Int32Array;
  readonly lengths: Int32Array;
}

function tokenize(cues: readonly Cue[]): Tokenized {
  const counts = cues.map((cue) => wordsOf(cue).length);
  const count = counts.reduce((sum, length) => sum + length, 0);
  const ids = new Int32Array(count);
  const lengths = new Int32Array(count);
  const known = new Map<string, number>();
  let at = 0;
  for (const cue of cues) {
    for (const token of wordsOf(cue)) {
      let id = known.get(token);
      if (id === undefined) {
        const word = normalizeWord(token) || token;
        id = known.get(word) ?? known.size + 1;
        known.set(word, id).set(token, id);
      }
      ids[at] = id;
      lengths[at] = token.length;
      at++;
    }
  }
  return { cues, counts, ids, lengths };
}

function wordsOf(cue: Cue): string[] {
  return cue.text.split(' ');
}

/** Finds every passage of up to LONGEST_LOOP words that follows itself too often; time grows with words × LONGEST_LOOP. */
function collapseLoops(all: Tokenized): { said: Tokenized; loops: number } {
  const { ids, lengths } = all;
  const removed = new Uint8Array(ids.length);
  let loops = 0;
  for (let period = 1; period <= LONGEST_LOOP; period++) {
    let run = 0;
    for (let at = period; at <= ids.length; at++) {
      if (
        at < ids.length &&
        ids[at] === ids[at - period] &&
        removed[at] === 0 &&
        removed[at - period] === 0
      ) {
        run++;
        continue;
      }
      if (run >= period * (LOOP_TIMES - 1) && isLoop(lengths, at - run - period, period, run)) {
        removed.fill(1, at - run, at - (run % period));
        loops++;
      }
      run = 0;
    }
  }
  return { said: loops === 0 ? all : tokenize(withoutTokens(all, removed)), loops };
}

function isLoop(lengths: Int32Array, from: number, period: number, run: number): boolean {
  let characters = 0;
  for (let at = from; at < from + period; at++) characters += lengths[at] ?? 0;
  return characters * (Math.floor(run / period) + 1) >= LOOP_CHARACTERS;
}

function withoutTokens({ cues }: Tokenized, removed: Uint8Array): Cue[] {
  const result: Cue[] = [];
  let at = 0;
  for (const cue of cues) {
    const words = wordsOf(cue);
    const kept = words.filter((_, place) => removed[at + place] === 0);
    at += words.length;
    if (kept.length === words.length) result.push(cue);
    else if (kept.length > 0) result.push(withText(cue, kept.join(' ')));
  }
  return result;
}

/** Word times belong to the text as it was; without them, times are spread over the cue. */
function withText(cue: Cue, text: string): Cue {
  const { words: _words, ...rest } = cue;
  return { ...rest, text };
}

function doubledShare({ ids, counts }: Tokenized): number {
  let sequences = 0;
  let doubled = 0;
  let at = 0;
  let previous = new Set<number>();
  for (const length of counts) {
    const own = new Set<number>();
    for (let from = at; from + SEQUENCE <= at + length; from++) {
      let hash = 0;
      for (let place = from; place < from + SEQUENCE; place++)
        hash = (Math.imul(hash, 1_000_003) + (ids[place] ?? 0)) | 0;
      sequences++;
      if (previous.has(hash)) doubled++;
      own.add(hash);
    }
    at += length;
    previous = own;
  }
  // Each match is one sequence in either caption.
  return sequences < LEAST_SEQUENCES ? 0 : (2 * doubled) / sequences;
}

/** Takes from each cue the longest beginning that is the end of the cue before, as that one stood in the file. */
function stripOverlaps({ cues, counts, ids }: Tokenized): Cue[] {
  const result: Cue[] = [];
  let at = 0;
  for (const [index, cue] of cues.entries()) {
    const words = wordsOf(cue);
    const overlap = overlapAt(ids, at, words.length, counts[index - 1] ?? 0);
    at += words.length;
    if (overlap === 0) result.push(cue);
    else if (overlap < words.length) result.push(withText(cue, words.slice(overlap).join(' ')));
  }
  return result;
}

function overlapAt(ids: Int32Array, at: number, length: number, before: number): number {
  for (let overlap = Math.min(length, before, LONGEST_OVERLAP); overlap > 1; overlap--) {
    let place = 0;
    while (place < overlap && ids[at + place] === ids[at - overlap + place]) place++;
    if (place === overlap) return overlap;
  }
  return 0;
}
