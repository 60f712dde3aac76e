import { type Discourse, endsSentence } from '../../text/index.ts';
import type { Speech } from './speech.ts';

/** Words of a sentence fit to quote. */
export const SHORTEST = 6;
export const LONGEST = 40;
/** A text with fewer full stops than one in so many words has not been punctuated. */
const WORDS_PER_STOP = 50;
/** Even in a punctuated text nobody speaks a sentence of so many words. */
const LONGEST_SPOKEN = 120;

/** A stretch of one turn between two places where a sentence may end: words `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly turn: number;
  /** Nobody wrote where it ends: the end is a guess of ours. */
  readonly isGuessed: boolean;
  /** In a text with full stops it has none: somebody was interrupted, or it is no sentence. */
  readonly isBroken: boolean;
  /** It is a clause of a longer sentence, parted from the clause before (after) by "and". */
  readonly continues: boolean;
  readonly isContinued: boolean;
}

/** Cuts the speech into spans: at full stops where somebody wrote them, else where breath and grammar suggest it. */
export function cutSpans(speech: Speech, words: Discourse): Span[] {
  const spans: Span[] = [];
  const stops = Uint8Array.from(speech.words, (word, at) =>
    Number(endsSentence(word.text, speech.words[at + 1]?.text)),
  );
  const isPunctuated = stops.reduce((sum, stop) => sum + stop, 0) * WORDS_PER_STOP >= speech.words.length;
  for (const [turn, { from, to }] of findTurns(speech).entries()) {
    let start = from;
    for (let at = from; at < to; at++) {
      // The last word of a turn has the next person's first word behind it, which says nothing about its full stop.
      const isStop = at + 1 === to ? endsSentence(speech.words[at]?.text ?? '', undefined) : stops[at] === 1;
      if (!isStop && at + 1 < to) continue;
      const length = at + 1 - start;
      if (isPunctuated ? length > LONGEST_SPOKEN : length > LONGEST || !isStop) {
        const guess = {
          turn,
          isGuessed: !isPunctuated,
          isBroken: false,
          continues: false,
          isContinued: false,
        };
        for (const clause of cutClauses(speech, words, start, at + 1)) spans.push({ ...clause, ...guess });
      } else {
        for (const clause of cutJoints(speech, words, start, at + 1))
          spans.push({ ...clause, turn, isGuessed: false, isBroken: !isStop });
      }
      start = at + 1;
    }
  }
  return spans;
}

/**
 * Parts a sentence that is too long for one quotation where another full clause is added: at a semicolon, or at a comma, "and" and a
 * subject. Never before "but" or "if", without which the first part would say something else.
 */
function cutJoints(
  { words: all, keys }: Speech,
  words: Discourse,
  from: number,
  to: number,
): Pick<Span, 'from' | 'to' | 'continues' | 'isContinued'>[] {
  const cuts = [from];
  let joint = from;
  for (let at = from + SHORTEST; to - from > LONGEST && at < to; at++) {
    if (at - (cuts.at(-1) ?? from) > LONGEST && joint > (cuts.at(-1) ?? from)) cuts.push(joint);
    const mark = all[at - 1]?.text.at(-1) ?? '';
    const isAdded = keys[at] === words.conjunction?.trim() && words.subjects.has(keys[at + 1] ?? '');
    if (to - at >= SHORTEST && (mark === ';' || (mark === ',' && isAdded))) joint = at;
  }
  if (to - (cuts.at(-1) ?? from) > LONGEST && joint > (cuts.at(-1) ?? from)) cuts.push(joint);
  return cuts.map((start, index) => ({
    from: start,
    to: cuts[index + 1] ?? to,
    continues: index > 0,
    isContinued: index + 1 < cuts.length,
  }));
}

/** Word ranges in which one person speaks. */
function findTurns({ units, unitStart }: Speech): { from: number; to: number }[] {
  const turns: { from: number; to: number }[] = [];
  for (const [index, unit] of units.entries()) {
    const from = unitStart[index] ?? 0;
    const to = unitStart[index + 1] ?? from;
    const before = units[index - 1];
    const current = turns.at(-1);
    const isNew = !before || unit.turn === true || unit.speakers?.join() !== before.speakers?.join();
    if (isNew || !current) turns.push({ from, to });
    else current.to = to;
  }
  return turns;
}

const MEAN_CLAUSE = 20;

/**
 * Cuts unpunctuated words into clauses of 6 to 40 words, by dynamic programming over where a cut hurts least: units end at pauses,
 * clauses begin with certain words, and no clause ends on an article or a preposition.
 */
function cutClauses(
  speech: Speech,
  words: Discourse,
  from: number,
  to: number,
): { from: number; to: number }[] {
  const length = to - from;
  const best = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY);
  const previous = new Int32Array(length + 1);
  best[0] = 0;
  for (let end = 1; end <= length; end++) {
    const cut = end === length ? 0 : cutScore(speech, words, from + end);
    for (let size = 1; size <= Math.min(LONGEST, end); size++) {
      const shape = size < SHORTEST ? -4 : -1 - ((size - MEAN_CLAUSE) / MEAN_CLAUSE) ** 2;
      const score = (best[end - size] ?? 0) + shape + cut;
      if (score <= (best[end] ?? 0)) continue;
      best[end] = score;
      previous[end] = end - size;
    }
  }
  const clauses: { from: number; to: number }[] = [];
  for (let end = length; end > 0; end = previous[end] ?? 0)
    clauses.push({ from: from + (previous[end] ?? 0), to: from + end });
  return clauses.reverse();
}

/** How natural a cut before the word at `at` is. */
function cutScore({ units, unitOf, keys, words: all }: Speech, words: Discourse, at: number): number {
  const before = keys[at - 1] ?? '';
  const after = keys[at] ?? '';
  let score = 0;
  if (words.openers.has(after)) score += words.subjects.has(keys[at + 1] ?? '') ? 2.5 : 0.2;
  else if (words.subjects.has(after)) score += 0.5;
  if (words.clinging.has(before)) score -= 3;
  if (/[,;:.!?…،、，。；：]$/u.test(all[at - 1]?.text ?? '')) score += 2;
  const unit = unitOf[at] ?? 0;
  if (unit !== unitOf[at - 1]) score += pauseBefore(units[unit]?.start, units[unit - 1]?.end) ? 2 : 0.3;
  return score;
}

/** Seconds of silence that part two sentences rather than two words. */
const PAUSE = 0.45;

function pauseBefore(start: number | undefined, end: number | undefined): boolean {
  return start !== undefined && end !== undefined && start - end >= PAUSE;
}
