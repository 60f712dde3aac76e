import { createHash } from 'node:crypto';
import type { Copy } from './copy.ts';
import type { Finding } from './findings.ts';
import { createPlaces } from './places.ts';

const DIGITS = 16;

/**
 * A name for each finding that holds as long as the text it is about reads the same, wherever that text comes to stand: what a person
 * decided of a finding outlives changes elsewhere in the article, and none of its own sentence.
 */
export function keysOfFindings(findings: readonly Finding[], copy: Copy): string[] {
  const placeOf = createPlaces(copy);
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, where, message } = finding;
    const { text, start, end } = placeOf(finding);
    const about = text === undefined ? [where.path] : [text, String(start), String(end)];
    const key = createHash('sha256')
      .update([rule, message, ...about].join('\0'))
      .digest('hex')
      .slice(0, DIGITS);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}-${count}`;
  });
}
