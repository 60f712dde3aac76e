import { stripVTControlCharacters } from 'node:util';
import { UNSPACED } from '../../text/index.ts';

/** Columns that a line is further in from its second row on. */
const HANG = 2;
/** A narrower terminal is wrapped by itself. */
const LEAST_WIDTH = 30;
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const NARROWLESS = /\p{M}|[\u200B-\u200F\u2060]/u;
const UNDERLINE = { on: '\u001B[4m', off: '\u001B[24m' } as const;
const IS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Lines no wider than the terminal, the rows of each below its first indented further; no word is cut. */
export function wrapLines(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, Math.max(width, LEAST_WIDTH)))
    .join('\n');
}

function wrapLine(line: string, width: number): string {
  if (widthOf(line) <= width) return line;
  const indent = /^ */u.exec(line)?.[0] ?? '';
  const hang = `${indent}${' '.repeat(HANG)}`;
  let result = indent;
  let used = indent.length;
  let isUnderlined = false;
  let isFirst = true;
  for (const { space, word } of piecesOf(line.slice(indent.length))) {
    const needed = widthOf(word);
    if (isFirst || used + space.length + needed <= width) {
      result += space + word;
      used += space.length + needed;
    } else {
      // The indent is no part of what is underlined.
      result += isUnderlined ? `${UNDERLINE.off}\n${hang}${UNDERLINE.on}${word}` : `\n${hang}${word}`;
      used = hang.length + needed;
    }
    isFirst = false;
    if (word.includes(UNDERLINE.on) || word.includes(UNDERLINE.off))
      isUnderlined = word.lastIndexOf(UNDERLINE.on) > word.lastIndexOf(UNDERLINE.off);
  }
  return result;
}

interface Piece {
  /** Before the word; given up where the line breaks. */
  readonly space: string;
  readonly word: string;
}

function piecesOf(line: string): Piece[] {
  return [...line.matchAll(/( *)([^ ]+)/gu)].flatMap(([, space = '', run = '']) =>
    IS_UNSPACED.test(run)
      ? cutUnspaced(run).map((word, index) => ({ space: index === 0 ? space : '', word }))
      : [{ space, word: run }],
  );
}

/** Words of a script without spaces, each with the marks that no line may begin with. */
function cutUnspaced(run: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of WORDS.segment(run)) {
    const last = words.at(-1);
    const sticks = !isWordLike || (last !== undefined && /[\p{Ps}\p{Pi}<>“‘\u001B[;m\d]$/u.test(last));
    if (last !== undefined && sticks) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of stripVTControlCharacters(text))
    width += NARROWLESS.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}
