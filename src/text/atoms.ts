import { isFiller } from './fillers.ts';
import { separator, UNSPACED_LETTERS } from './spacing.ts';
import { normalizeWord } from './words.ts';

/** A stretch of evidence: one unit of the transcript. `turn` says that another person begins to speak. */
export interface Evidence {
  readonly id: number;
  readonly text: string;
  readonly turn?: boolean | undefined;
}

/** The smallest piece two texts are compared by: a word, a number, a part of a hyphenated word, a single unspaced character. */
export interface Atom {
  readonly surface: string;
  readonly key: string;
  readonly spaceBefore: boolean;
  readonly unit: number;
  /** The atom begins another person's speech. */
  readonly turn: boolean;
  /** The proposal elides words before this atom. */
  readonly afterEllipsis: boolean;
}

export type Droppable = 'filler' | 'repeat' | 'fragment';

/** Longest stutter ("I want to I want to go") that counts as an immediate repeat. */
const LONGEST_REPEAT = 4;

const ELLIPSIS = /(?:…|\.{3,}|\[…\]|\[\.{3}\])/gu;
/** With the mark of a long vowel, which belongs to no script. */
const UNSPACED_CHARACTER = `[${UNSPACED_LETTERS}\\u30FC]`;
const HAS_UNSPACED = new RegExp(UNSPACED_CHARACTER, 'u');
const LETTERS = `(?:(?!${UNSPACED_CHARACTER})[^\\s\\p{P}])+`;
/** A foreign word or a number among unspaced characters stays whole: "1.5" and "15" are not the same digits. */
const UNSPACED_PIECE = new RegExp(
  `${UNSPACED_CHARACTER}|[-+−]?${LETTERS}(?:['’.,．:/&]${LETTERS})*[%％‰]?|[^\\s]`,
  'gu',
);

const GAP_MARK = '\uE000';

/** Sets a mark where a proposal elides words, so that atoms can say so. */
export function markEllipses(text: string): string {
  return text.replace(ELLIPSIS, ` ${GAP_MARK} `);
}

/** The atoms of consecutive stretches of text; marks without letters stay with the atom before them. */
export function atomize(evidence: readonly Evidence[]): Atom[] {
  const atoms: Atom[] = [];
  for (const { id, text, turn } of evidence) {
    let startsTurn = turn === true;
    let opening = '';
    let afterEllipsis = false;
    const before = atoms.at(-1);
    let isJoined = before !== undefined && separator(before.surface, text) === '';
    for (const { piece, spaceBefore: isSpaced } of pieces(text.replace(/\[\s*__\s*\]/gu, '[__]'))) {
      const spaceBefore = isSpaced && !isJoined;
      isJoined = false;
      if (piece === GAP_MARK) {
        afterEllipsis = true;
        continue;
      }
      const key = /__/u.test(piece) ? '__' : normalizeWord(piece);
      const previous = atoms.at(-1);
      if (key === '') {
        if (/^[\p{Ps}\p{Pi}¿¡]/u.test(piece) || !previous || previous.unit !== id) opening += piece;
        else {
          atoms[atoms.length - 1] = {
            ...previous,
            surface: previous.surface + opening + (spaceBefore ? ' ' : '') + piece,
          };
          opening = '';
        }
        continue;
      }
      atoms.push({ surface: opening + piece, key, spaceBefore, unit: id, turn: startsTurn, afterEllipsis });
      opening = '';
      startsTurn = false;
      afterEllipsis = false;
    }
  }
  return atoms;
}

function* pieces(text: string): Generator<{ piece: string; spaceBefore: boolean }> {
  for (const token of text.split(/\s+/u)) {
    let spaceBefore = true;
    // A hyphen, dash or ellipsis stays with what is before it, so that "long-range" and "long range" compare alike.
    for (const part of token.split(/(?<=[\p{L}\p{N}](?:[-\u2010-\u2015/]+|…|\.{3,}))(?=[\p{L}\p{N}])/u)) {
      if (part === '') continue;
      if (!HAS_UNSPACED.test(part)) {
        yield { piece: part, spaceBefore };
        spaceBefore = false;
        continue;
      }
      for (const [piece] of part.matchAll(UNSPACED_PIECE)) {
        yield { piece, spaceBefore };
        spaceBefore = false;
      }
    }
  }
}

/**
 * What a reader would not miss: sounds of hesitation in the language (BCP 47), the first of two equal runs of up to four words,
 * words broken off.
 */
export function findDroppable(source: readonly Atom[], language: string): (Droppable | undefined)[] {
  const droppable: (Droppable | undefined)[] = source.map((atom, index) => {
    const before = atom.turn ? '' : source[index - 1]?.surface;
    if (isFiller(atom.key, language, before)) return 'filler';
    return /[\p{L}][-\u2013\u2014]+$/u.test(atom.surface) && atom.surface.length <= 12
      ? 'fragment'
      : undefined;
  });
  const spoken = source.flatMap((_, index) => (droppable[index] === 'filler' ? [] : [index]));
  for (let length = 1; length <= LONGEST_REPEAT; length++) {
    for (let at = 0; at + 2 * length <= spoken.length; at++) {
      if (!repeatsAt(source, spoken, at, length)) continue;
      for (let offset = 0; offset < length; offset++) {
        const index = spoken[at + offset];
        if (index !== undefined) droppable[index] ??= 'repeat';
      }
    }
  }
  return droppable;
}

function repeatsAt(source: readonly Atom[], spoken: readonly number[], at: number, length: number): boolean {
  for (let offset = 0; offset < length; offset++) {
    const first = source[spoken[at + offset] ?? -1];
    const second = source[spoken[at + length + offset] ?? -1];
    if (!first || !second || first.key !== second.key || second.turn) return false;
  }
  return true;
}

/** Atoms as running text. */
export function surfaces(atoms: readonly Atom[]): string {
  return atoms.map((atom, index) => (index > 0 && atom.spaceBefore ? ' ' : '') + atom.surface).join('');
}
