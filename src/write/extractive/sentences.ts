import { type Discourse, discourse, endsSentence, isFiller } from '../../text/index.ts';
import type { Speech } from './speech.ts';

/** A stretch of one person's speech that may stand in the article as one sentence: words `from` up to, not including, `to`. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  /** Number of the turn it belongs to; two sentences of one turn are one person's. */
  readonly turn: number;
  /** 0 to 1: how well it reads on its own page, topic aside. 0 is never printed. */
  readonly quality: number;
  /** Whether a reader understands it without the sentence before. */
  readonly canOpen: boolean;
}

const SHORTEST = 6;
const LONGEST = 40;
/** A text with fewer full stops than one in so many words has not been punctuated. */
const WORDS_PER_STOP = 50;
/** Even in a punctuated text nobody speaks a sentence of so many words. */
const LONGEST_SPOKEN = 120;

/** Cuts the speech into sentences: at full stops where somebody wrote them, else where breath and grammar suggest it. */
export function findSentences(speech: Speech): Sentence[] {
  const words = discourse(speech.language);
  const spans = cutSpans(speech, words);
  const housekeeping = findHousekeeping(speech, words, spans);
  const said = new Set<string>();
  return spans.map((span, index) => {
    const sentence = judge({ speech, words, span, isHousekeeping: housekeeping[index] === 1 });
    // Teasers, refrains and captions delivered twice: what was said before in the same words is not said again.
    const wording = speech.keys.slice(sentence.from, sentence.to).join(' ');
    if (said.has(wording)) return { ...sentence, quality: 0 };
    said.add(wording);
    return sentence;
  });
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly turn: number;
  /** Nobody wrote where it ends: the end is a guess of ours. */
  readonly isGuessed: boolean;
  /** It is a clause of a longer sentence, parted from the clause before (after) by "and". */
  readonly continues: boolean;
  readonly isContinued: boolean;
}

function cutSpans(speech: Speech, words: Discourse): Span[] {
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
        const guess = { turn, isGuessed: !isPunctuated, continues: false, isContinued: false };
        for (const clause of cutClauses(speech, words, start, at + 1)) spans.push({ ...clause, ...guess });
      } else {
        for (const clause of cutJoints(speech, words, start, at + 1))
          spans.push({ ...clause, turn, isGuessed: !isStop });
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

interface Judgement {
  readonly speech: Speech;
  readonly words: Discourse;
  readonly span: Span;
  readonly isHousekeeping: boolean;
}

/** Factors of quality. Talk about the programme stays above nothing, for the rare part of a video that holds nothing else. */
const QUESTION = 0.3;
const ADRIFT = 0.3;
const ADDRESSING = 0.85;
const THIN = 0.3;
const HOUSEKEEPING = 0.05;
/** Topic words below which a sentence says little ("That is what I said then."). */
const FEWEST_TERMS = 3;

function judge({ speech, words, span, isHousekeeping }: Judgement): Sentence {
  const from = skipStarters(speech, words, span);
  const { to, turn } = span;
  const last = speech.words[to - 1]?.text ?? '';
  const isInterrupted = !span.isContinued && (/[-–—…,:;]["'”’]*$/u.test(last) || last.includes('...'));
  const content = contentShare(speech, from, to);
  const isFit =
    to - from >= SHORTEST && to - from <= LONGEST && content.isClean && (span.isGuessed || !isInterrupted);
  if (!isFit) return { from: span.from, to, turn, quality: 0, canOpen: false };
  const isQuestion = /[?？؟]/u.test(last) || (span.isGuessed && words.asking.has(speech.keys[from] ?? ''));
  const isAdrift =
    (words.clinging.has(speech.keys[to - 1] ?? '') && !isQuestion) ||
    (span.isGuessed
      ? isInterrupted
      : !span.continues && /^\p{Ll}/u.test(speech.words[span.from]?.text ?? ''));
  let quality = Math.min(1, 0.5 + content.share);
  if (isQuestion) quality *= QUESTION;
  if (isAdrift) quality *= ADRIFT;
  if (addresses(speech, words, from)) quality *= ADDRESSING;
  if (content.distinct < FEWEST_TERMS) quality *= THIN;
  if (isHousekeeping) quality *= HOUSEKEEPING;
  return { from, to, turn, quality, canOpen: !isQuestion && !isAdrift && !leansBack(speech, words, from) };
}

interface Content {
  readonly share: number;
  readonly distinct: number;
  /** False when the captions masked a word (`[ __ ]`), or a recogniser stuck in a loop says the same few words over and over. */
  readonly isClean: boolean;
}

function contentShare({ terms, keys, words }: Speech, from: number, to: number): Content {
  const distinct = new Set<number>();
  let content = 0;
  let isMasked = false;
  for (let at = from; at < to; at++) {
    const term = terms[at] ?? -1;
    if (term >= 0) {
      content++;
      distinct.add(term);
    }
    if (/__|\*\*/u.test(words[at]?.text ?? '')) isMasked = true;
  }
  const isLooping = new Set(keys.slice(from, to)).size * 2 < to - from;
  return { share: content / (to - from), distinct: distinct.size, isClean: !isLooping && !isMasked };
}

/** Where the sentence begins once "And so, you know," is left out. */
function skipStarters(
  { keys, words: all, language }: Speech,
  words: Discourse,
  { from, to, isGuessed }: Span,
): number {
  let at = from;
  for (let skipped = true; skipped && to - at > SHORTEST; ) {
    skipped = false;
    if (isFiller(keys[at] ?? '', language) || keys[at] === '') {
      at++;
      skipped = true;
      continue;
    }
    for (let length = 3; length > 0 && !skipped; length--) {
      const phrase = keys.slice(at, at + length).join(' ');
      const hasComma = /[,，、،.…—–-]$/u.test(all[at + length - 1]?.text ?? '');
      skipped = words.starters.has(phrase) || ((hasComma || isGuessed) && words.starters.has(`${phrase},`));
      if (skipped) at += length;
    }
  }
  return at;
}

/** Words at the start in which a sentence shows whom it speaks to. */
const BEGINNING = 4;

function addresses({ keys }: Speech, words: Discourse, from: number): boolean {
  return keys.slice(from, from + BEGINNING).some((key) => words.addressing.has(key));
}

function leansBack({ keys, terms }: Speech, words: Discourse, from: number): boolean {
  const first = keys[from] ?? '';
  if (words.pointing.has(first)) return (terms[from + 1] ?? -1) < 0;
  return words.leaning.has(first);
}

/** Sentences looked at together to find a sponsor read or a farewell, and the mentions that make it one. */
const WINDOW = 10;
const MENTIONS = 3;

/** Marks (with 1) sentences about the programme itself, and whole stretches in which such talk is dense. */
function findHousekeeping({ keys }: Speech, words: Discourse, spans: readonly Span[]): Uint8Array {
  const byFirst = Map.groupBy(
    words.housekeeping.map((phrase) => phrase.split(' ')),
    (phrase) => phrase[0] ?? '',
  );
  const mentions = spans.map(({ from, to }) => {
    for (let at = from; at < to; at++) {
      const phrases = byFirst.get(keys[at] ?? '');
      if (phrases?.some((phrase) => phrase.every((word, offset) => keys[at + offset] === word))) return 1;
    }
    return 0;
  });
  const marked = Uint8Array.from(mentions);
  for (let first = 0; first + 1 < spans.length; first++) {
    const window = mentions.slice(first, first + WINDOW);
    if (window.filter((mention) => mention === 1).length >= MENTIONS)
      marked.fill(1, first, first + window.lastIndexOf(1) + 1);
  }
  return marked;
}
