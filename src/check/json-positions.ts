/** A stretch of a file, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Level {
  readonly path: string;
  readonly isArray: boolean;
  /** Of the member that comes next. */
  key: string;
  index: number;
}

/**
 * Where the values that JSON pointers name stand in the text of a JSON file; of a value that is not there, its nearest ancestor.
 * The text must be JSON. Depth costs no stack.
 */
export function locateValues(text: string, pointers: readonly string[]): Map<string, Stretch> {
  const wanted = withAncestors(pointers);
  const found = new Map<string, Stretch>();
  const open = new Map<string, number>();
  const levels: Level[] = [];
  let isKey = false;
  for (const { token, start } of tokensOf(text)) {
    const end = start + token.length;
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      const path = childPath(level, wanted);
      if (wanted.has(path)) open.set(path, start);
      levels.push({ path, isArray: token === '[', key: '', index: 0 });
      isKey = token === '{';
    } else if (token === '}' || token === ']') {
      levels.pop();
      const from = level && open.get(level.path);
      if (level && from !== undefined) found.set(level.path, { start: from, end });
      isKey = false;
    } else if (token === ',') {
      if (level) level.index++;
      isKey = level?.isArray === false;
    } else if (token === ':') isKey = false;
    else if (isKey && level) level.key = String(JSON.parse(token));
    else {
      const path = childPath(level, wanted);
      if (wanted.has(path)) found.set(path, { start, end });
    }
  }
  return nearest(pointers, found);
}

interface Token {
  readonly token: string;
  readonly start: number;
}

/** A string's beginning, or a bracket, colon, comma, or a number or word; what lies between is white space. */
const TOKEN = /"|[[\]{}:,]|[^\s[\]{}:,"]+/gu;

function* tokensOf(text: string): Generator<Token> {
  const pattern = new RegExp(TOKEN);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { 0: token, index: start } = match;
    // Searched by hand: a pattern for whole strings runs out of stack on one of some megabytes.
    if (token === '"') pattern.lastIndex = endOfString(text, start);
    yield { token: token === '"' ? text.slice(start, pattern.lastIndex) : token, start };
  }
}

function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return at + 1;
  }
  return text.length;
}

/** Below what nobody asks for, paths are not spelled out: a deep file would make long ones. */
const UNWANTED = '\u0000';

function childPath(level: Level | undefined, wanted: ReadonlySet<string>): string {
  if (!level) return '';
  if (!wanted.has(level.path)) return UNWANTED;
  const part = level.isArray ? String(level.index) : level.key.replaceAll('~', '~0').replaceAll('/', '~1');
  return `${level.path}/${part}`;
}

function withAncestors(pointers: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(['']);
  for (const pointer of pointers)
    for (let path = pointer; path !== ''; path = parentOf(path)) wanted.add(path);
  return wanted;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nearest(pointers: readonly string[], found: ReadonlyMap<string, Stretch>): Map<string, Stretch> {
  const located = new Map<string, Stretch>();
  for (const pointer of pointers) {
    let path = pointer;
    while (path !== '' && !found.has(path)) path = parentOf(path);
    const stretch = found.get(path);
    if (stretch) located.set(pointer, stretch);
  }
  return located;
}

/** Of a stretch within a string, where it stands in the file: escapes make it longer there. `literal` is the string with its quotation marks. */
export function locateInString(literal: string, { start, end }: Stretch): Stretch {
  let from: number | undefined;
  let to: number | undefined;
  let at = 0;
  for (const { 0: token, index } of literal.slice(1, -1).matchAll(/\\u[0-9a-fA-F]{4}|\\.|[^\\]/gsu)) {
    if (at >= start) from ??= index + 1;
    if (at >= end) to ??= index + 1;
    // Written out, a character beyond the basic plane is two code units; escaped, each half is one.
    at += token.startsWith('\\') ? 1 : token.length;
  }
  const close = literal.length - 1;
  return { start: from ?? close, end: to ?? close };
}
