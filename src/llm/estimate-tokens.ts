import type { GenerateRequest, Message, Usage } from './types.ts';
import { NO_USAGE } from './usage.ts';

export type EstimatedRequest = Pick<GenerateRequest, 'messages' | 'maxOutputTokens'>;

/**
 * Hundredths of a token per UTF-16 unit by script, fitted to the o200k vocabulary. Over 35 transcripts in 12 languages the
 * estimate lies between 13 % below and 22 % above the true count, for Russian and Hindi up to 40 % above; digits and JSON are
 * denser than prose and come out up to 37 % too low.
 */
const LATIN = 25;
const CYRILLIC_OR_GREEK = 33;
const IDEOGRAPHIC = 80;
const OTHER_SCRIPT = 50;

/** Tokens a model will count for the text, about. Code units, not characters: a surrogate pair counts as two of its script. */
export function estimateTokens(text: string): number {
  let hundredths = 0;
  for (let index = 0; index < text.length; index++) hundredths += weightOf(text.charCodeAt(index));
  return Math.ceil(hundredths / 100);
}

/** Tokens of a prompt, about. Templates add a few for each message; they are left out. */
export function estimatePrompt(messages: readonly Message[]): number {
  return messages.reduce((tokens, { content }) => tokens + estimateTokens(content), 0);
}

/** Tokens of an answer whose length nobody limits. */
export const UNLIMITED_ANSWER = 16_000;
/** Digits and JSON count up to 37 % more than estimated. */
const MOST_PER_ESTIMATED = 1.4;

/** The most a request can be expected to count, for a ceiling or a plan made before anything is sent. */
export function estimateUsage({ messages, maxOutputTokens = UNLIMITED_ANSWER }: EstimatedRequest): Usage {
  const inputTokens = Math.ceil(estimatePrompt(messages) * MOST_PER_ESTIMATED);
  return { ...NO_USAGE, inputTokens, outputTokens: maxOutputTokens };
}

function weightOf(codeUnit: number): number {
  if (codeUnit < 0x370) return LATIN;
  if (codeUnit < 0x530) return CYRILLIC_OR_GREEK;
  // General punctuation: dashes, curly quotes, ellipsis.
  if (codeUnit >= 0x2000 && codeUnit < 0x2070) return LATIN;
  // CJK punctuation, kana, ideographs.
  if (codeUnit >= 0x3000 && codeUnit < 0xa000) return IDEOGRAPHIC;
  if (codeUnit >= 0xff00 && codeUnit < 0xfff0) return IDEOGRAPHIC;
  return OTHER_SCRIPT;
}
