import { type Discourse, discourse, isFiller } from '../../text/index.ts';
import { cutSpans, LONGEST, SHORTEST, type Span } from './spans.ts';
import { isMarkup, type Speech } from './speech.ts';

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

/** The sentences of the speech, each judged by how well it can be quoted. */
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
/** What the usual share of topic words adds; a third more than usual makes a sentence whole. */
const DENSITY = 0.38;
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
    span.isBroken ||
    (words.clinging.has(speech.keys[to - 1] ?? '') && !isQuestion) ||
    (span.isGuessed
      ? isInterrupted
      : !span.continues && /^\p{Ll}/u.test(speech.words[span.from]?.text ?? ''));
  let quality = Math.min(1, 0.5 + DENSITY * content.share);
  if (isQuestion) quality *= QUESTION;
  if (isAdrift) quality *= ADRIFT;
  if (addresses(speech, words, from)) quality *= ADDRESSING;
  if (content.distinct < FEWEST_TERMS) quality *= THIN;
  if (isHousekeeping) quality *= HOUSEKEEPING;
  return { from, to, turn, quality, canOpen: !isQuestion && !isAdrift && !leansBack(speech, words, from) };
}

interface Content {
  /** Topic words among all, as a multiple of what is usual in this speech. */
  readonly share: number;
  readonly distinct: number;
  /** False when the captions masked a word (`[ __ ]`) or hold markup, or a recogniser stuck in a loop says the same few words over and over. */
  readonly isClean: boolean;
}

function contentShare({ terms, keys, words, termShare: usual }: Speech, from: number, to: number): Content {
  const distinct = new Set<number>();
  let content = 0;
  let isMasked = false;
  for (let at = from; at < to; at++) {
    const term = terms[at] ?? -1;
    if (term >= 0) {
      content++;
      distinct.add(term);
    }
    const word = words[at]?.text ?? '';
    if (/__|\*\*/u.test(word) || isMarkup(word)) isMasked = true;
  }
  const isLooping = new Set(keys.slice(from, to)).size * 2 < to - from;
  return { share: content / (to - from) / usual, distinct: distinct.size, isClean: !isLooping && !isMasked };
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
