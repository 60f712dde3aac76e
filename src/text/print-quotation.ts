import type { Atom, Droppable } from './atoms.ts';
import { surfaces } from './atoms.ts';
import { isCriticalWord } from './critical-words.ts';
import { separator } from './spacing.ts';

/** One difference between the captions' words and what is printed. */
export interface QuotationEdit {
  readonly kind: 'case' | 'punctuation' | 'filler' | 'repeat' | 'fragment' | 'spelling' | 'ellipsis';
  /** The captions' words. */
  readonly from: string;
  /** What is printed for them; empty when left out. */
  readonly to: string;
}

/** Words that may be left out without the proposal showing an ellipsis; the print then shows one. */
const SILENT_GAP = 6;
const LONGEST_GAP = 60;

/** A proposal laid onto its source. */
export interface Layout {
  readonly wanted: readonly Atom[];
  readonly source: readonly Atom[];
  readonly droppable: readonly (Droppable | undefined)[];
  readonly path: Path;
  readonly lexicon: ReadonlySet<string>;
}

/** For each proposed atom the source atom it stands on, or -1 when the model added it. */
export interface Path {
  readonly onto: readonly number[];
  readonly first: number;
  readonly last: number;
}

/** Builds the printed quotation word by word and records every difference from the captions. */
export class Printer {
  readonly edits: QuotationEdit[] = [];
  failed = false;
  readonly #layout: Layout;
  #printed = '';
  #joinsTightly = false;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  keep(index: number, proposal: number): void {
    const { wanted, source, path, lexicon } = this.#layout;
    const own = source[index];
    const proposed = wanted[proposal];
    if (!own || !proposed) return;
    const isSame = own.key === proposed.key;
    const isRespelled = !isSame && lexicon.has(proposed.key);
    const dressed = isSame || isRespelled ? dress(proposed.surface, own.surface) : dressOwn(own, proposed);
    // What joins two words to one ("urban/rural") is the captions' own.
    const joinsNext = source[index + 1]?.spaceBefore === false && path.onto[proposal + 1] === index + 1;
    const joint = joinsNext && !JOINT.test(dressed) ? (JOINT.exec(own.surface)?.[0] ?? '') : '';
    const printed = dressed + joint;
    this.#append(printed, this.#spaceBefore(own, proposed));
    this.#record(own.surface, printed, isRespelled);
  }

  /** Handles the words from `index` up to the next one the proposal keeps; returns the last index handled. */
  skip(index: number): number {
    const { source, droppable, path } = this.#layout;
    const next = path.onto.find((on) => on > index) ?? path.last;
    const proposal = path.onto.indexOf(next);
    const gap = source.slice(index, next);
    const lost = gap.filter((_, offset) => !droppable[index + offset]);
    if (lost.length === 0) {
      for (const [offset, atom] of gap.entries()) {
        this.edits.push({ kind: droppable[index + offset] ?? 'filler', from: bare(atom.surface), to: '' });
      }
      return next - 1;
    }
    const announced = this.#layout.wanted[proposal]?.afterEllipsis === true;
    if (lost.length <= SILENT_GAP && lost.some((atom) => isCriticalWord(atom.key))) this.#restore(gap);
    else if (lost.length > (announced ? LONGEST_GAP : SILENT_GAP)) this.failed = true;
    else this.#elide(gap);
    return next - 1;
  }

  text(): string {
    return this.#printed.trim();
  }

  #restore(gap: readonly Atom[]): void {
    for (const atom of gap) this.#append(atom.surface, atom.spaceBefore);
  }

  #elide(gap: readonly Atom[]): void {
    this.edits.push({ kind: 'ellipsis', from: surfaces(gap), to: '…' });
    this.#printed = this.#printed.replace(/[\s,;:–—-]+$/u, '');
    this.#append('…', separator(this.#printed, gap[0]?.surface ?? '') === ' ');
    this.#joinsTightly = false;
  }

  #append(text: string, spaceBefore: boolean): void {
    const space = this.#printed !== '' && spaceBefore && !this.#joinsTightly ? ' ' : '';
    this.#printed += space + text;
    this.#joinsTightly = false;
  }

  #spaceBefore(own: Atom, proposed: Atom): boolean {
    // The proposal may join what the captions part ("long range" as "long-range"), never run two plain words together.
    if (proposed.spaceBefore) {
      const isPlain = /[\p{L}\p{N}]$/u.test(this.#printed);
      return own.spaceBefore || (isPlain && separator(this.#printed, own.surface) === ' ');
    }
    return own.spaceBefore && !/[-\u2010-\u2015/]$/u.test(this.#printed);
  }

  #record(from: string, to: string, isRespelled: boolean): void {
    if (from === to) return;
    const bareFrom = bare(from);
    const bareTo = bare(to);
    if (isRespelled) this.edits.push({ kind: 'spelling', from: bareFrom, to: bareTo });
    else if (bareFrom !== bareTo) this.edits.push({ kind: 'case', from: bareFrom, to: bareTo });
    if (from.replace(bareFrom, '') !== to.replace(bareTo, ''))
      this.edits.push({ kind: 'punctuation', from, to });
  }
}

/** Marks that are part of what is said: a currency, a share, a degree. */
const SPOKEN_MARKS = '\\p{Sc}%％‰°℃℉#＃@＠_';
const OUTER_MARKS = new RegExp(
  `^[^\\p{L}\\p{N}\\p{M}${SPOKEN_MARKS}]+|[^\\p{L}\\p{N}\\p{M}${SPOKEN_MARKS}+＋]+$`,
  'gu',
);
const JOINT = /(?:[/…]+|\.{3,})$/u;
const SIGN = /^[-+−±](?=\p{Sc}?\p{N})/u;

/** A word without the marks around it. */
function bare(surface: string): string {
  return surface.replace(OUTER_MARKS, '');
}

/** Marks a proposal may bring along; brackets, quotation marks, slashes and anything that could be markup are not among them. */
const PLAIN_MARKS = /[^.,;:!?…–—\-'’¿¡。、，！？：；・।؟،؛]/gu;

/** The proposed form of a word that is the captions' own. */
function dress(proposed: string, own: string): string {
  const core = bare(proposed);
  const at = proposed.indexOf(core);
  const sign = SIGN.exec(own)?.[0] ?? '';
  const before = proposed.slice(0, at).replace(/[^¿¡'’]/gu, '') + sign;
  const after = proposed.slice(at + core.length).replace(PLAIN_MARKS, '');
  const spaced = /\s[–—-]$/u.test(proposed) ? ` ${after.trim()}` : after;
  const isShouted = core.length > 3 && core === core.toUpperCase() && core !== core.toLowerCase();
  return before + (isShouted && bare(own) !== core ? bare(own) : core) + spaced;
}

/** The captions' word where the proposal has another one: its letters, the proposal's capital and marks. */
function dressOwn(own: Atom, proposed: Atom): string {
  const word = bare(own.surface);
  const isCapital = /^\p{Lu}\p{Ll}/u.test(bare(proposed.surface));
  return dress(
    proposed.surface.replace(bare(proposed.surface), isCapital ? capitalize(word) : word),
    own.surface,
  );
}

export function capitalize(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('');
}
