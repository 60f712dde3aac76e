import { discourse, endsSentence, joinWords } from '../../text/index.ts';
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

interface Candidate {
  readonly terms: readonly number[];
  readonly places: { from: number; to: number }[];
  /** Occurrences, the early ones counting more. */
  early: number;
  /** Occurrences that look like the name of a thing. */
  nominal: number;
  /** Occurrences that no topic word follows: "nuclear" mostly stands before another, "weapon" does not. */
  closed: number;
}

const MOST_TERMS = 3;
/** How fast an occurrence loses weight through the topic: speakers name a topic when they begin it. */
const EARLINESS = 4;
const KEPT = 12;
/** Below this share of noun-like uses a single word is a verb or an adverb rather than a name. */
const LEAST_NOMINAL = 0.2;
/** A word that so often stands before another topic word is half a name. */
const LEAST_CLOSED = 0.5;

/**
 * Names of what words `from` to `to` are about, best first: phrases said often and early, not merely as a part of longer ones (C-value),
 * more here than elsewhere, and used like nouns.
 */
export function findPhrases(speech: Speech, weights: Float64Array, from: number, to: number): Phrase[] {
  const candidates = collect(speech, from, to);
  const inside = innerOccurrences(candidates);
  const isNoun = nounTest(speech);
  const ranked = [...candidates.entries()]
    .filter(
      ([, candidate]) => (candidate.terms.length === 1 || candidate.places.length > 1) && isNoun(candidate),
    )
    .map(([key, candidate]) => ({ candidate, score: score(speech, weights, candidate, inside.get(key)) }))
    .sort((first, second) => second.score - first.score);
  return ranked.slice(0, KEPT).map(({ candidate, score: value }) => {
    const name = complete(candidate, candidates, isNoun);
    return {
      terms: name.terms,
      score: value,
      nominality: name.nominal / name.places.length,
      text: write(speech, name),
    };
  });
}

/** Most of its uses must be those of a noun; German writes nouns with a capital, others show them by the word before. */
function nounTest({ language, words, keys }: Speech): (candidate: Candidate) => boolean {
  const isCapital = (at: number): boolean => /^[^\p{L}]{0,3}\p{Lu}/u.test(words[at]?.text ?? '');
  if (/^de\b/iu.test(language) && words.some((_, at) => isCapital(at))) {
    return ({ places }) => places.filter(({ from }) => isCapital(from)).length * 2 > places.length;
  }
  if (discourse(language).determiners.size === 0) return () => true;
  const isVerb = /^en\b/iu.test(language) ? /[^e]ed$/u : /(?!)/u;
  return ({ terms, nominal, places }) =>
    !isVerb.test(keys[(places[0]?.to ?? 0) - 1] ?? '') &&
    (terms.length > 1 || nominal >= LEAST_NOMINAL * places.length);
}

/** A word that mostly stands before others ("nuclear") is completed to the longer name it is most often part of. */
function complete(
  candidate: Candidate,
  candidates: ReadonlyMap<string, Candidate>,
  isNoun: (candidate: Candidate) => boolean,
): Candidate {
  const [term] = candidate.terms;
  if (candidate.terms.length > 1 || candidate.closed >= LEAST_CLOSED * candidate.places.length)
    return candidate;
  let best: Candidate | undefined;
  for (const other of candidates.values()) {
    if (other.terms.length === 1 || other.terms[0] !== term || other.closed === 0 || !isNoun(other)) continue;
    if (other.closed > (best?.closed ?? 0)) best = other;
  }
  return best ?? candidate;
}

function collect(speech: Speech, from: number, to: number): Map<string, Candidate> {
  const { links } = discourse(speech.language);
  const candidates = new Map<string, Candidate>();
  for (let start = from; start < to; start++) {
    if ((speech.terms[start] ?? -1) < 0 || /^\p{N}/u.test(speech.keys[start] ?? '')) continue;
    const terms: number[] = [];
    for (let at = start; at < to && terms.length < MOST_TERMS; at++) {
      if (at > start && isPartedAt(speech, at)) break;
      const term = speech.terms[at] ?? -1;
      if (terms.includes(term)) break;
      if (term >= 0) terms.push(term);
      else if (links.has(speech.keys[at] ?? '') && terms.length > 0 && terms.length < MOST_TERMS) continue;
      else break;
      note(speech, candidates, { terms, start, end: at + 1, age: (start - from) / (to - from) });
    }
  }
  return candidates;
}

/** Whether a mark parts the word at `at` from the one before. */
function isPartedAt({ words }: Speech, at: number): boolean {
  return /[^\p{L}\p{N}\p{M}%'’-]$/u.test(words[at - 1]?.text ?? '');
}

interface Occurrence {
  readonly terms: readonly number[];
  readonly start: number;
  readonly end: number;
  /** Where in the topic it stands, 0 to 1. */
  readonly age: number;
}

function note(
  speech: Speech,
  candidates: Map<string, Candidate>,
  { terms, start, end, age }: Occurrence,
): void {
  const key = terms.join(' ');
  let candidate = candidates.get(key);
  if (!candidate) {
    candidate = { terms: [...terms], places: [], early: 0, nominal: 0, closed: 0 };
    candidates.set(key, candidate);
  }
  candidate.places.push({ from: start, to: end });
  candidate.early += 1 / (1 + EARLINESS * age);
  candidate.nominal += nominality(speech, start);
  if ((speech.terms[end] ?? -1) < 0 || isPartedAt(speech, end)) candidate.closed++;
}

/** Whether the word at `at` is used as a name of a thing: after an article, written as a name (1), or after another topic word (a half). */
function nominality(speech: Speech, at: number): number {
  if (discourse(speech.language).determiners.has(speech.keys[at - 1] ?? '')) return 1;
  if (isFirstOfSentence(speech, at)) return 0;
  if (/^\p{Lu}/u.test(speech.words[at]?.text ?? '')) return 1;
  return (speech.terms[at - 1] ?? -1) >= 0 ? 0.5 : 0;
}

function isFirstOfSentence({ words }: Speech, at: number): boolean {
  return at === 0 || endsSentence(words[at - 1]?.text ?? '', words[at]?.text);
}

/** For each phrase, how often on average the longer phrases that hold it were said. */
function innerOccurrences(
  candidates: ReadonlyMap<string, Candidate>,
): Map<string, { sum: number; holders: number }> {
  const inside = new Map<string, { sum: number; holders: number }>();
  for (const { terms, early, places } of candidates.values()) {
    if (terms.length === 1 || places.length === 1) continue;
    for (let first = 0; first < terms.length; first++) {
      for (let end = first + 1; end <= terms.length; end++) {
        if (end - first === terms.length) continue;
        const key = terms.slice(first, end).join(' ');
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
  { terms, places, early, nominal }: Candidate,
  inside: { sum: number; holders: number } | undefined,
): number {
  const own = early - (inside ? inside.sum / inside.holders : 0);
  const weight = terms.reduce((sum, term) => sum + (weights[term] ?? 0), 0) / terms.length;
  const noun = 0.2 + (nominal + 0.3) / (places.length + 1);
  const rarest = Math.min(...terms.map((term) => speech.frequency[term] ?? 1));
  const concentration = Math.min(1, places.length / rarest);
  return own * Math.log2(1 + terms.length) * Math.sqrt(weight * noun) * concentration ** 0.25;
}

/** The commonest spelling, spellings at the start of a sentence counting less, for their capital says nothing. */
function write(speech: Speech, { places }: Candidate): string {
  const spellings = new Map<string, number>();
  for (const { from, to } of places) {
    const text = joinWords(speech.words.slice(from, to)).replace(
      /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}%]+$/gu,
      '',
    );
    spellings.set(text, (spellings.get(text) ?? 0) + (isFirstOfSentence(speech, from) ? 0.4 : 1));
  }
  let best = '';
  for (const [text, count] of spellings) if (count > (spellings.get(best) ?? 0)) best = text;
  return best;
}
