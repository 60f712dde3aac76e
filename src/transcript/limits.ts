import { TranscriptError } from '../errors.ts';

/**
 * Bounds on what one transcript may be. A 25-hour video is about 300,000 words: 2 MB of text, 30 MB of pretty-printed json3.
 * Whatever keeps them is parsed within two seconds and 500 MB.
 */
export const LIMITS = {
  bytes: 32 * 1024 * 1024,
  /** Of captions and text; JSON and XML have limits of their own. */
  lines: 600_000,
  /** Opening brackets or tags: bounds the objects that a parser has to make. */
  elements: 1_000_000,
  /** Members of one JSON object. */
  members: 10_000,
  /** Brackets within brackets. */
  nesting: 64,
  cues: 120_000,
  /** Of spoken text, markup removed; a third of it in scripts that say a syllable or a word with each character. */
  characters: 2_000_000,
  /** Of a plain text or Markdown file. */
  textFile: 4_000_000,
  /** Longer runs without a space are not words, outside scripts that need no spaces. */
  wordLength: 1_000,
  /** No video is longer than 100 hours; later times are damage. */
  seconds: 360_000,
  /** Characters of YAML at the head of a text. */
  frontMatter: 16 * 1024,
} as const;

/** Throws SOURCE_TOO_LARGE when there are more than allowed; `what` is the plural of what is counted. */
export function refuseAbove(limit: number, count: number, what: string): void {
  if (count <= limit) return;
  throw new TranscriptError('SOURCE_TOO_LARGE', `The file has ${count} ${what}; ${limit} are allowed.`);
}
