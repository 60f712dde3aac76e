import {
  type Atom,
  atomize,
  type Droppable,
  type Evidence,
  findDroppable,
  markEllipses,
  surfaces,
} from './atoms.ts';
import { isCriticalWord } from './critical-words.ts';
import { type Layout, type Path, Printer, type QuotationEdit } from './print-quotation.ts';
import { isSimilar } from './similarity.ts';

export interface AlignedQuotation {
  /** The captions' words, in the proposed case and punctuation. */
  readonly text: string;
  /** The captions' words untouched, from the first to the last that the quotation spans. */
  readonly source: string;
  readonly units: readonly number[];
  readonly edits: readonly QuotationEdit[];
  /** `exact`: every word of the span is printed, in order. `cleaned`: something was left out or respelled, see the edits. */
  readonly match: 'exact' | 'cleaned';
}

export interface AlignmentFailure {
  readonly reason: 'no-words' | 'not-found' | 'critical-word' | 'across-speakers' | 'too-much-left-out';
  /** The nearest words of the captions, to show a person. Empty when nothing is near. */
  readonly nearest: string;
}

export interface AlignmentOptions {
  /** BCP 47, of the evidence: what is hesitation in one language is a word in another. */
  readonly language: string;
  /** Normalised spellings that may replace a similar-looking word of the captions (names from title, description, glossary). */
  readonly lexicon?: ReadonlySet<string>;
}

/** Of the proposed words, at least this share must be the captions' own: .85 accepts 99.6 % of genuine spans and .1 % of altered ones. */
const LEAST_SHARE = 0.85;

/**
 * Finds the words a quotation proposes in the evidence and prints the evidence's own words in the proposed case and punctuation.
 * No word that is not in the evidence is ever printed, except a lexicon spelling of a similar one, and none is moved.
 * The evidence must be in the order of the video; a quotation may span adjacent units of one turn.
 */
export function alignQuotation(
  proposed: string,
  evidence: readonly Evidence[],
  options: AlignmentOptions,
): AlignedQuotation | AlignmentFailure {
  const wanted = atomize([{ id: 0, text: markEllipses(proposed) }]);
  const source = atomize(evidence);
  if (wanted.length === 0 || source.length === 0) return { reason: 'no-words', nearest: '' };
  const droppable = findDroppable(source, options.language);
  const path = findVerbatim(wanted, source) ?? findPath(wanted, source, droppable);
  if (!path) return { reason: 'not-found', nearest: '' };
  return print({ wanted, source, droppable, path, lexicon: options.lexicon ?? new Set() });
}

export function isAligned(result: AlignedQuotation | AlignmentFailure): result is AlignedQuotation {
  return 'text' in result;
}

const MATCH = 1;
const ADDED = 2;
const SKIPPED = 3;

/** The first place with these very words in a row: the cheapest path there can be, found without weighing all others. */
function findVerbatim(wanted: readonly Atom[], source: readonly Atom[]): Path | undefined {
  for (let first = 0; first + wanted.length <= source.length; first++)
    if (wanted.every(({ key }, index) => source[first + index]?.key === key))
      return { onto: wanted.map((_, index) => first + index), first, last: first + wanted.length - 1 };
  return undefined;
}

/** Cheapest way to lay the proposal onto the source, beginning and ending anywhere (semi-global edit distance). */
function findPath(
  wanted: readonly Atom[],
  source: readonly Atom[],
  droppable: readonly (Droppable | undefined)[],
): Path | undefined {
  const columns = source.length + 1;
  const moves = new Uint8Array((wanted.length + 1) * columns);
  let previous = new Float32Array(columns);
  let current = new Float32Array(columns);
  for (const [row, atom] of wanted.entries()) {
    const gapCost = atom.afterEllipsis ? 0.02 : 0.5;
    current[0] = row + 1;
    moves[(row + 1) * columns] = ADDED;
    // A transcript repeats its words: each different one is compared once a row.
    const costs = new Map<string, number>();
    for (let column = 1; column < columns; column++) {
      const key = source[column - 1]?.key ?? '';
      const substitution = costs.get(key) ?? substitutionCost(atom.key, key);
      costs.set(key, substitution);
      const match = (previous[column - 1] ?? 0) + substitution;
      const added = (previous[column] ?? 0) + 1;
      // Words before this atom are skipped on the row above, where the cost of an announced ellipsis is known.
      const skipped =
        (current[column - 1] ?? 0) + (droppable[column - 1] ? 0.02 : nextGapCost(wanted, row, gapCost));
      const best = Math.min(match, added, skipped);
      current[column] = best;
      moves[(row + 1) * columns + column] = best === match ? MATCH : best === added ? ADDED : SKIPPED;
    }
    [previous, current] = [current, previous];
  }
  return tracePath(wanted.length, columns, moves, cheapestEnd(previous));
}

function nextGapCost(wanted: readonly Atom[], row: number, ownCost: number): number {
  const next = wanted[row + 1];
  return next ? (next.afterEllipsis ? 0.02 : 0.5) : ownCost;
}

function cheapestEnd(costs: Float32Array): number {
  let end = 0;
  for (let column = 1; column < costs.length; column++)
    if ((costs[column] ?? 0) < (costs[end] ?? 0)) end = column;
  return end;
}

function tracePath(rows: number, columns: number, moves: Uint8Array, end: number): Path | undefined {
  const onto = new Array<number>(rows).fill(-1);
  let row = rows;
  let column = end;
  while (row > 0) {
    const move = moves[row * columns + column];
    if (move === MATCH) onto[--row] = --column;
    else if (move === ADDED || column === 0) row--;
    else column--;
  }
  const used = onto.filter((index) => index >= 0);
  const first = used[0];
  const last = used.at(-1);
  return first === undefined || last === undefined ? undefined : { onto, first, last };
}

function substitutionCost(wanted: string, source: string): number {
  if (wanted === source) return 0;
  return isSimilar(wanted, source) ? 0.7 : 1.2;
}

function print(layout: Layout): AlignedQuotation | AlignmentFailure {
  const { source, path } = layout;
  const span = source.slice(path.first, path.last + 1);
  const nearest = surfaces(span);
  if (span.some((atom, index) => index > 0 && atom.turn)) return { reason: 'across-speakers', nearest };
  const fault = findFault(layout);
  if (fault) return { reason: fault, nearest };
  const printer = new Printer(layout);
  let proposal = 0;
  for (let index = path.first; index <= path.last; index++) {
    while (proposal < path.onto.length && (path.onto[proposal] ?? -1) < index) proposal++;
    if (path.onto[proposal] === index) printer.keep(index, proposal);
    else index = printer.skip(index);
    if (printer.failed) return { reason: 'too-much-left-out', nearest };
  }
  return {
    text: printer.text(),
    source: nearest,
    units: [...new Set(span.map((atom) => atom.unit))],
    edits: printer.edits,
    match: printer.edits.every(({ kind }) => kind === 'case' || kind === 'punctuation') ? 'exact' : 'cleaned',
  };
}

/** What makes the proposal somebody else's words: too many that were not said, or one that decides its meaning. */
function findFault({ wanted, source, path, lexicon }: Layout): AlignmentFailure['reason'] | undefined {
  let own = 0;
  for (const [index, atom] of wanted.entries()) {
    const on = source[path.onto[index] ?? -1];
    if (on && (on.key === atom.key || (lexicon.has(atom.key) && isSimilar(atom.key, on.key)))) own++;
    else if (isCriticalWord(atom.key) || (on && isCriticalWord(on.key))) return 'critical-word';
  }
  return own / wanted.length < LEAST_SHARE ? 'not-found' : undefined;
}
