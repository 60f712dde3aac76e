import type { CopySentence } from './copy.ts';
import type { Found } from './rule.ts';

/** Where a stretch of a line stands, for a finding of `checkArticle`: a pointer, or offsets in a file that is no article.json. */
export function placeIn(
  { at, path, text }: CopySentence,
  start = 0,
  end = text.length,
): Pick<Found, 'path' | 'start' | 'end'> {
  if (!at) return { path, start, end };
  const first = at[start] ?? at.at(-1) ?? 0;
  return { path: '', start: first, end: (at[end - 1] ?? first) + 1 };
}

/** A place that takes in several lines in a row: a paragraph, a section. */
export function placeOfLines(
  lines: readonly CopySentence[],
  path: string,
): Pick<Found, 'path' | 'start' | 'end'> {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first?.at || !last?.at) return { path };
  return { path: '', start: first.at[0] ?? 0, end: (last.at.at(-1) ?? 0) + 1 };
}
