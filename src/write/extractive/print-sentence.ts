import {
  alignQuotation,
  capitalize,
  cleanSpeech,
  isAligned,
  joinWords,
  type QuotationEdit,
} from '../../text/index.ts';
import type { Sentence } from './sentences.ts';
import type { Speech } from './speech.ts';

/** One verbatim span of the transcript, fit to print. */
export interface PrintedSentence {
  readonly text: string;
  /** Ids of the units it stands in, one or adjacent ones of one speaker. */
  readonly cites: readonly number[];
  /** The captions' own words, untouched. */
  readonly source: string;
  readonly edits: readonly QuotationEdit[];
  readonly match: 'exact' | 'cleaned';
  /** As the source names the speaker. */
  readonly speaker?: string;
  /** Seconds from the start of the video; absent for untimed sources. */
  readonly start?: number;
  readonly end?: number;
}

/** The sentence as a reader gets it, every difference from the captions on record. */
export function printSentence(speech: Speech, { from, to }: Sentence): PrintedSentence {
  const first = speech.unitOf[from] ?? 0;
  const last = speech.unitOf[to - 1] ?? first;
  const units = speech.units.slice(first, last + 1);
  const words = speech.words.slice(from, to);
  // As one text, so that units of a script without spaces are joined without one.
  const source = joinWords(words);
  const wording = dress(joinWords(cleanSpeech(words, speech.language)), speech.language);
  const aligned = alignQuotation(wording, [{ id: first, text: source }], { language: speech.language });
  const quotation = isAligned(aligned)
    ? aligned
    : { text: source, source, edits: [], match: 'exact' as const };
  const [speaker] = units[0]?.speakers ?? [];
  const start = timeAt(speech, from);
  const end = timeAt(speech, to);
  return {
    text: quotation.text,
    cites: units.map(({ id }) => id),
    source: quotation.source,
    edits: quotation.edits,
    match: quotation.match,
    ...(speaker === undefined ? {} : { speaker }),
    ...(start === undefined || end === undefined ? {} : { start, end: Math.max(start, end) }),
  };
}

/** A capital at the start and a full stop at the end, in the script of the sentence. */
function dress(text: string, language: string): string {
  const body = capitalize(text.replace(/^[\s,;:.…–—-]+/u, '')).replace(/[\s,;:–—、，；：-]+$/u, '');
  if (/[.!?…。！？؟।۔]["'”’»)\]」』）】]*$/u.test(body)) return body;
  return body + fullStop(language);
}

function fullStop(language: string): string {
  if (/^(?:ja|zh)\b/u.test(language)) return '。';
  return /^(?:hi|mr|ne)\b/u.test(language) ? '।' : '.';
}

/** Seconds at which a word begins, from its place in its unit: exact at the unit's borders, near between them. */
function timeAt({ units, unitOf, unitStart, words }: Speech, at: number): number | undefined {
  const index = at < words.length ? (unitOf[at] ?? 0) : units.length - 1;
  const { start, end } = units[index] ?? {};
  if (start === undefined || end === undefined) return undefined;
  const first = unitStart[index] ?? 0;
  const share = (at - first) / Math.max(1, (unitStart[index + 1] ?? first) - first);
  return Math.round((start + (end - start) * share) * 100) / 100;
}
