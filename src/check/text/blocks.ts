/** Text without its markup, each character knowing where it stands in the file. */
export interface Mapped {
  readonly text: string;
  /** Offset in the file of each UTF-16 code unit of `text`. */
  readonly at: readonly number[];
}

export interface Block extends Mapped {
  /** Level of a Markdown heading; 0 for any other block. */
  readonly level: number;
  /** Lines the block was written in; a paragraph may have been wrapped. */
  readonly lines: readonly Mapped[];
  readonly isQuoted: boolean;
  readonly isList: boolean;
  readonly isEmphasised: boolean;
}

const HEADING = /^(#{1,6})[ \t]+/u;
/** A line across the page, or below a heading. */
const RULE = /^(?:-{3,}|\*{3,}|_{3,}|={2,})$/u;
const FOOTNOTE = /^\[\^[^\]\n]{1,40}\]:/u;
const LIST_MARK = /^(?:[-*+]|\d{1,3}[.)])[ \t]+/u;
/** What Markdown adds to the words: footnote marks, link targets and brackets, emphasis, escapes, raw tags. */
const MARKUP =
  /\[\^[^\]\n]{1,40}\]|\]\((?:[^()\n]|\([^()\n]*\)){0,2000}\)|!?\[(?=[^\]\n]{1,400}\]\()|\*{1,3}|(?<![\p{L}\p{N}])_{1,2}|_{1,2}(?![\p{L}\p{N}])|\\[\\`*_{}[\]()#+\-.!>~|]|<\/?[a-z][^<>\n]{0,200}>|`/giu;

/** Cuts a file into blocks at blank lines and headings. Front matter, rules and footnotes are left out. */
export function readBlocks(file: string): Block[] {
  const blocks: Block[] = [];
  let open: Mapped[] = [];
  const close = (level = 0): void => {
    if (open.length > 0) blocks.push(toBlock(open, level, file));
    open = [];
  };
  let offset = bodyStart(file);
  for (const line of file.slice(offset).split('\n')) {
    const mapped = mapLine(line, offset);
    offset += line.length + 1;
    const bare = mapped.text;
    const heading = HEADING.exec(bare);
    if (bare === '' || RULE.test(bare) || FOOTNOTE.test(bare)) close();
    else if (heading) {
      close();
      open = [dropStart(mapped, heading[0].length)];
      close(heading[1]?.length ?? 1);
    } else {
      if (LIST_MARK.test(bare)) close();
      open.push(mapped);
    }
  }
  close();
  return blocks.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** Offset behind the front matter between two lines of dashes, if the file begins with one. */
function bodyStart(file: string): number {
  return /^\uFEFF?---[ \t]*\r?\n[\s\S]{0,20000}?\n---[ \t]*(?:\r?\n|$)/u.exec(file)?.[0].length ?? 0;
}

function mapLine(line: string, offset: number): Mapped {
  const start = line.length - line.trimStart().length;
  const text = line.trim();
  return { text, at: Array.from({ length: text.length }, (_, index) => offset + start + index) };
}

export function dropStart({ text, at }: Mapped, count: number): Mapped {
  return { text: text.slice(count), at: at.slice(count) };
}

function toBlock(lines: readonly Mapped[], level: number, file: string): Block {
  const [first] = lines;
  const isQuoted = first?.text.startsWith('>') ?? false;
  const isList = LIST_MARK.test(first?.text ?? '');
  const isEmphasised = /^[*_][^*_].{0,2000}[^*_][*_]$/u.test(lines.map(({ text }) => text).join(' '));
  const plain = lines.map((line) => stripMarkup(withoutMark(line)));
  return { ...joinLines(plain, file), level, lines: plain, isQuoted, isList, isEmphasised };
}

function withoutMark(line: Mapped): Mapped {
  const mark = /^(?:>[ \t]*)+/u.exec(line.text) ?? LIST_MARK.exec(line.text);
  return mark ? dropStart(line, mark[0].length) : line;
}

function stripMarkup({ text, at }: Mapped): Mapped {
  const kept: string[] = [];
  const places: (readonly number[])[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKUP)) {
    kept.push(text.slice(end, match.index));
    places.push(at.slice(end, match.index));
    // Of an escape the sign behind the backslash stays.
    end = match.index + (match[0].startsWith('\\') ? 1 : match[0].length);
  }
  return { text: kept.join('') + text.slice(end), at: [...places, at.slice(end)].flat() };
}

const SPACED_SCRIPT =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Devanagari}\p{P}\p{N}]/u;

function joinLines(lines: readonly Mapped[], file: string): Mapped {
  const texts: string[] = [];
  const places: (readonly number[])[] = [];
  for (const [index, { text, at }] of lines.entries()) {
    texts.push(text);
    places.push(at);
    const border = at.at(-1);
    // Lines of a script without spaces are joined without one.
    if (border === undefined || index === lines.length - 1 || !SPACED_SCRIPT.test(file.charAt(border)))
      continue;
    texts.push(' ');
    places.push([border + 1]);
  }
  return { text: texts.join(''), at: places.flat() };
}
