/** The second at which the character at `at` begins to be spoken. */
export interface TimeMark {
  readonly at: number;
  readonly start: number;
}

/** Text in which some places are known to be spoken at a given second; marks are in order of `at`. */
export interface TimedText {
  readonly text: string;
  readonly marks: readonly TimeMark[];
}

/** What a format parser finds: lines still separated, labels still in the text, times as they stand in the file. */
export interface RawCue extends TimedText {
  readonly start?: number;
  readonly end?: number;
  /** Who speaks, where the format itself says so: a voice tag, a field, a heading. */
  readonly speaker?: string;
}

/** Marks moved from white space to the word behind it; a place keeps its first mark, and times never run backwards. */
export function createTimed(text: string, marks: readonly TimeMark[]): TimedText {
  const settled: TimeMark[] = [];
  for (const mark of marks) {
    let at = mark.at;
    while (at < text.length && /\s/u.test(text.charAt(at))) at++;
    const last = settled.at(-1);
    if (at >= text.length || (last && (last.at >= at || last.start > mark.start))) continue;
    settled.push({ at, start: mark.start });
  }
  return { text, marks: settled };
}

/** Replaces every match; marks move with their characters, and marks inside a match go with it. */
export function replaceTimed(
  timed: TimedText,
  pattern: RegExp,
  replacement: string | ((match: string) => string),
): TimedText {
  const { text, marks } = timed;
  if (text.search(pattern) < 0) return timed;
  const replace = typeof replacement === 'string' ? () => replacement : replacement;
  if (marks.length === 0) return { text: text.replace(pattern, (match) => replace(match)), marks };
  const kept: TimeMark[] = [];
  let result = '';
  let from = 0;
  let next = 0;
  const copyUntil = (to: number) => {
    for (let mark = marks[next]; mark && mark.at < to; mark = marks[++next]) {
      if (mark.at >= from) kept.push({ at: mark.at - from + result.length, start: mark.start });
    }
    result += text.slice(from, to);
  };
  for (const match of text.matchAll(pattern)) {
    const replaced = replace(match[0]);
    if (replaced === match[0]) continue;
    copyUntil(match.index);
    result += replaced;
    from = match.index + match[0].length;
  }
  copyUntil(text.length);
  return { text: result, marks: kept };
}

/** The index of the first mark at or behind an offset; the number of marks when there is none. */
export function firstMark(marks: readonly TimeMark[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.at ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part from one offset to another, trimmed of white space. */
export function sliceTimed(timed: TimedText, from: number, to: number): TimedText {
  const part = timed.text.slice(from, to);
  const text = part.trim();
  if (text.length === timed.text.length) return { text, marks: timed.marks };
  if (timed.marks.length === 0) return { text, marks: timed.marks };
  const offset = from + part.length - part.trimStart().length;
  const marks = timed.marks
    .slice(firstMark(timed.marks, from), firstMark(timed.marks, to))
    .map((mark) => ({ at: Math.max(0, mark.at - offset), start: mark.start }))
    .filter((mark) => mark.at < text.length);
  return { text, marks };
}

/** Lines or pieces put together, with what `separate` puts between two of them. */
export function joinTimed(
  parts: readonly TimedText[],
  separate: (before: string, after: string) => string,
): TimedText {
  const marks: TimeMark[] = [];
  const texts: string[] = [];
  let length = 0;
  for (const [index, part] of parts.entries()) {
    const between = index > 0 ? separate(parts[index - 1]?.text ?? '', part.text) : '';
    length += between.length;
    for (const mark of part.marks) marks.push({ at: mark.at + length, start: mark.start });
    texts.push(between, part.text);
    length += part.text.length;
  }
  return { text: texts.join(''), marks };
}
