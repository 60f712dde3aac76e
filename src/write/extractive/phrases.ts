import { discourse, endsSentence, joinWords, withoutElision } from '../../text/index.ts';
import type { Speech } from './speech.ts';

/** One to three topic words said side by side: a candidate for the name of a topic. */
export interface Phrase {
  /** Term numbers, in order. */
  readonly terms: readonly number[];
  readonly score: number;
  /** Share of its uses that look like those of a noun, 0 to 1. */
  readonly nominality: number;
  /** As it is most often written, in the captions' own words. */
  readonly text: string;
}

/** What is known of a phrase within a range of words. */
interface Candidate {
  readonly terms: readonly number[];
  /** The first occurrence: words `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
  count: number;
  /** Occurrences, the early ones counting more. */
  early: number;
  /** Occurrences that look like the name of a thing. */
  nominal: number;
  /** Occurrences that no topic word follows: "nuclear" mostly stands before another, "weapon" does not. */
  closed: number;
}

/** Candidates by a number made of their terms. */
type Candidates = ReadonlyMap<number, Candidate>;

const MOST_TERMS = 3;
/** Words in which a topic gets its name, however long people go on about it. */
const LONGEST_OPENING = 2_000;
/** How fast an occurrence loses weight through the topic: speakers name a topic when they begin it. */
const EARLINESS = 4;
const KEPT = 12;
/** Below this share of noun-like uses a single word is a verb or an adverb rather than a name. */
const LEAST_NOMINAL = 0.2;
/** A word that so often stands before another topic word is half a name. */
const LEAST_CLOSED = 0.5;

/**
 * Names of what words `from` to `end` are about, best first: phrases said often and early, not merely as a part of longer ones (C-value),
 * more here than elsewhere, and used like nouns.
 */
export function findPhrases(speech: Speech, weights: Float64Array, from: number, end: number): Phrase[] {
  const to = Math.min(end, from + LONGEST_OPENING);
  const candidates = collect(speech, from, to);
  const inside = innerOccurrences(speech, candidates);
  const isName = nameTest(speech);
  const ranked: { candidate: Candidate; score: number }[] = [];
  for (const [key, candidate] of candidates) {
    if (candidate.terms.length > 1 && candidate.count === 1) continue;
    if (isName(candidate))
      ranked.push({ candidate, score: score(speech, weights, candidate, inside.get(key)) });
  }
  ranked.sort((first, second) => second.score - first.score);
  return ranked.slice(0, KEPT).map(({ candidate, score: value }) => {
    const name = complete(candidate, candidates, isName);
    const text = write(speech, name, from, to);
    return { terms: name.terms, score: value, nominality: name.nominal / name.count, text };
  });
}

/** Whether a phrase looks like a name. German writes nouns with a capital; others show them by the word before. */
function nameTest({ language, words, keys }: Speech): (candidate: Candidate) => boolean {
  const isCapital = (at: number): boolean => /^[^\p{L}]{0,3}\p{Lu}/u.test(words[at]?.text ?? '');
  if (/^de\b/iu.test(language) && words.some((_, at) => isCapital(at))) {
    return ({ from, to }) => isCapital(from) && isCapital(to - 1);
  }
  if (discourse(language).determiners.size === 0) return () => true;
  // "Leader admitted", "remained solid": an English past tense in small letters is no part of a name, unless it stands as an adjective.
  const isPast = (at: number): boolean => /[^e]ed$/u.test(keys[at] ?? '') && !isCapital(at);
  const isEnglish = /^en\b/iu.test(language);
  return ({ terms, from, to, nominal, count }) => {
    const isNominal = nominal >= LEAST_NOMINAL * count;
    if (isEnglish && (isPast(to - 1) || (isPast(from) && !isNominal))) return false;
    return terms.length > 1 || isNominal;
  };
}

/** A word that mostly stands before others ("nuclear") is completed to the longer name it is most often part of. */
function complete(
  candidate: Candidate,
  candidates: Candidates,
  isName: (candidate: Candidate) => boolean,
): Candidate {
  const [term] = candidate.terms;
  if (candidate.terms.length > 1 || candidate.closed >= LEAST_CLOSED * candidate.count) return candidate;
  let best: Candidate | undefined;
  for (const other of candidates.values()) {
    if (other.terms.length === 1 || other.terms[0] !== term || other.closed <= (best?.closed ?? 0)) continue;
    if (isName(other)) best = other;
  }
  return best ?? candidate;
}

function collect(speech: Speech, from: number, to: number): Candidates {
  const { links } = discourse(speech.language);
  const candidates = new Map<number, Candidate>();
  for (let start = from; start < to; start++) {
    if ((speech.terms[start] ?? -1) < 0 || /^\p{N}/u.test(speech.keys[start] ?? '')) continue;
    const age = (start - from) / (to - from);
    const nominal = nominality(speech, start);
    const terms: number[] = [];
    for (let at = start; at < to && terms.length < MOST_TERMS; at++) {
      if (at > start && isPartedAt(speech, at)) break;
      const term = speech.terms[at] ?? -1;
      if (term < 0 && !(terms.length > 0 && links.has(speech.keys[at] ?? ''))) break;
      if (term < 0) continue;
      if (terms.includes(term)) break;
      terms.push(term);
      const candidate = candidateOf(speech, candidates, terms, { from: start, to: at + 1 });
      candidate.count++;
      candidate.early += 1 / (1 + EARLINESS * age);
      candidate.nominal += nominal;
      if ((speech.terms[at + 1] ?? -1) < 0 || isPartedAt(speech, at + 1)) candidate.closed++;
    }
  }
  return candidates;
}

function candidateOf(
  speech: Speech,
  candidates: Map<number, Candidate>,
  terms: readonly number[],
  place: { readonly from: number; readonly to: number },
): Candidate {
  const key = keyOf(speech, terms, 0, terms.length);
  const known = candidates.get(key);
  if (known) return known;
  const candidate = { terms: [...terms], ...place, count: 0, early: 0, nominal: 0, closed: 0 };
  candidates.set(key, candidate);
  return candidate;
}

/** A number of its own for terms `first` to `end`: three term numbers fit into 53 bits. */
function keyOf({ vocabulary }: Speech, terms: readonly number[], first: number, end: number): number {
  let key = 0;
  for (let index = first; index < end; index++) key = key * (vocabulary.length + 1) + (terms[index] ?? 0) + 1;
  return key;
}

/** Whether a mark parts the word at `at` from the one before. */
function isPartedAt({ words }: Speech, at: number): boolean {
  return (
    /[^\p{L}\p{N}\p{M}%'’-]$/u.test(words[at - 1]?.text ?? '') ||
    /^[^\p{L}\p{N}]/u.test(words[at]?.text ?? '')
  );
}

/** Whether the word at `at` is used as a name of a thing: after an article, written as a name (1), or after another topic word (a half). */
function nominality(speech: Speech, at: number): number {
  if (discourse(speech.language).determiners.has(speech.keys[at - 1] ?? '')) return 1;
  const key = speech.keys[at] ?? '';
  if (withoutElision(key, speech.language) !== key) return 1;
  if (isFirstOfSentence(speech, at)) return 0;
  if (/^\p{Lu}/u.test(speech.words[at]?.text ?? '')) return 1;
  return (speech.terms[at - 1] ?? -1) >= 0 ? 0.5 : 0;
}

function isFirstOfSentence({ words }: Speech, at: number): boolean {
  return at === 0 || endsSentence(words[at - 1]?.text ?? '', words[at]?.text);
}

interface Inner {
  sum: number;
  holders: number;
}

/** For each phrase, how often the longer phrases that hold it were said. */
function innerOccurrences(speech: Speech, candidates: Candidates): Map<number, Inner> {
  const inside = new Map<number, Inner>();
  for (const { terms, early, count } of candidates.values()) {
    if (terms.length === 1 || count === 1) continue;
    for (let first = 0; first < terms.length; first++) {
      for (let end = first + 1; end <= terms.length; end++) {
        if (end - first === terms.length) continue;
        const key = keyOf(speech, terms, first, end);
        const entry = inside.get(key) ?? { sum: 0, holders: 0 };
        inside.set(key, { sum: entry.sum + early, holders: entry.holders + 1 });
      }
    }
  }
  return inside;
}

function score(
  speech: Speech,
  weights: Float64Array,
  { terms, count, early, nominal }: Candidate,
  inside: Inner | undefined,
): number {
  const own = early - (inside ? inside.sum / inside.holders : 0);
  const weight = terms.reduce((sum, term) => sum + (weights[term] ?? 0), 0) / terms.length;
  const noun = 0.2 + (nominal + 0.3) / (count + 1);
  const rarest = Math.min(...terms.map((term) => speech.frequency[term] ?? 1));
  const concentration = Math.min(1, count / rarest);
  return own * Math.log2(1 + terms.length) * Math.sqrt(weight * noun) * concentration ** 0.25;
}

/** The commonest spelling within the range; one at the start of a sentence counts less, for its capital says nothing. */
function write(speech: Speech, { terms, from, to }: Candidate, first: number, end: number): string {
  const length = to - from;
  const spellings = new Map<string, number>();
  for (let at = first; at + length <= end; at++) {
    if (speech.terms[at] !== terms[0] || speech.terms[at + length - 1] !== terms.at(-1)) continue;
    if (
      length > 2 &&
      speech.terms
        .subarray(at, at + length)
        .filter((term) => term >= 0)
        .join() !== terms.join()
    )
      continue;
    const text = joinWords(speech.words.slice(at, at + length)).replace(
      /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}%]+$/gu,
      '',
    );
    spellings.set(text, (spellings.get(text) ?? 0) + (isFirstOfSentence(speech, at) ? 0.4 : 1));
  }
  let best = '';
  for (const [text, count] of spellings) if (count > (spellings.get(best) ?? 0)) best = text;
  return best;
}
