import type { Copy, CopySentence } from './copy.ts';
import type { Finding } from './findings.ts';

/** Where in the text a finding points, for people. */
export interface Place {
  /** The sentence, line or value it stands in; absent where the finding is about something missing. */
  readonly text?: string;
  /** The stretch of `text` that is meant. */
  readonly start?: number;
  readonly end?: number;
  readonly sentence?: CopySentence;
  /** Heading of the section that the sentence stands in or heads. */
  readonly heading?: string;
}

/** Tells of each finding where it points. `file` shows what no line of the copy holds, such as a dateline, in a text from elsewhere. */
export function createPlaces(copy: Copy, file = ''): (finding: Finding) => Place {
  const headings = headingsOf(copy);
  const byPath = new Map(copy.lines.map((line) => [line.path, line]));
  const inFile = copy.lines.toSorted((first, second) => startInFile(first) - startInFile(second));
  const inLine = (line: CopySentence, where: Finding['where']): Place => {
    const heading = headings.get(line);
    return {
      text: line.text,
      sentence: line,
      ...(heading === undefined ? {} : { heading }),
      ...stretchOf(line, rangeInLine(line, where)),
    };
  };
  return ({ where }) => {
    if (!copy.article) {
      const line = where.start === undefined ? undefined : lineAt(inFile, where.start);
      return line ? inLine(line, where) : inFileLine(file, where);
    }
    const line = byPath.get(where.path) ?? byPath.get(sentencePath(where.path));
    if (line) return inLine(line, line.path === where.path ? where : { path: where.path });
    const text = valueAt(copy.article, where.path);
    if (typeof text !== 'string') return {};
    const printed = where.path.startsWith('/quotes/')
      ? copy.lines.find((candidate) => candidate.text.includes(text))
      : undefined;
    if (!printed) return { text, ...stretchOf({ text }, where) };
    const start = printed.text.indexOf(text);
    return inLine(printed, { path: printed.path, start, end: start + text.length });
  };
}

function headingsOf({ sections }: Copy): ReadonlyMap<CopySentence, string> {
  const headings = new Map<CopySentence, string>();
  for (const { heading, paragraphs } of sections) {
    headings.set(heading, heading.text);
    for (const { sentences } of paragraphs)
      for (const sentence of sentences) headings.set(sentence, heading.text);
  }
  return headings;
}

function startInFile({ at }: CopySentence): number {
  return at?.[0] ?? 0;
}

/** The last line that begins at or before an offset of the file. */
function lineAt(lines: readonly CopySentence[], at: number): CopySentence | undefined {
  const line = lines[countWhile(lines, (candidate) => startInFile(candidate) <= at) - 1];
  return (line?.at?.at(-1) ?? -1) >= at ? line : undefined;
}

function inFileLine(file: string, { start, end }: Finding['where']): Place {
  if (start === undefined || end === undefined || start >= file.length) return {};
  const from = file.lastIndexOf('\n', start - 1) + 1;
  const next = file.indexOf('\n', start);
  const text = file.slice(from, next < 0 ? file.length : next);
  return { text, ...stretchOf({ text }, { start: start - from, end: end - from }) };
}

/** How many items from the first on satisfy what all those before a certain one do. */
function countWhile<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(items[middle] as Item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Offsets of the file as offsets into a line of it; those into an article's text stay as they are. */
function rangeInLine({ at }: CopySentence, { start, end }: Finding['where']): Range {
  if (!at || start === undefined || end === undefined) return { start, end };
  return {
    start: countWhile(at, (offset) => offset < start),
    end: countWhile(at, (offset) => offset < end),
  };
}

interface Range {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** A finding about a whole line points at no stretch of it. */
function stretchOf({ text }: { text: string }, { start, end }: Range): Pick<Place, 'start' | 'end'> {
  if (start === undefined || end === undefined) return {};
  const to = Math.min(text.length, end);
  return to <= start || (start === 0 && to === text.length) ? {} : { start, end: to };
}

/** Of a path to anything within a sentence, that to its text. */
function sentencePath(path: string): string {
  return path.replace(/(\/sentences\/\d+)\/.*$/u, '$1/text');
}

/** The value that a JSON pointer names. */
function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const part of path.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
