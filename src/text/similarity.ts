import { distance } from 'fastest-levenshtein';

/** Whether two spellings may be one spoken word: at least half of the letters in common. */
export function isSimilar(first: string, second: string): boolean {
  const longest = Math.max(first.length, second.length);
  if (longest < 3 || Math.abs(first.length - second.length) > longest / 2) return false;
  return 1 - distance(first, second) / longest >= 0.5;
}
