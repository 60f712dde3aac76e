import type { UnitName } from './units.ts';

export type Qualifier = 'about' | 'nearly' | 'above' | 'below';

/** A number that a text states. Offsets are UTF-16 code units. */
export interface NumberMention {
  /** The whole mention: qualifier, sign, number and unit. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The number alone, with the words of its magnitude. */
  readonly numberStart: number;
  readonly numberEnd: number;
  /** In the unit stated, magnitude applied: 1.2e9 for "1.2 billion", 2.5 for "2.5 percent". Minutes after midnight for a clock. */
  readonly value: number;
  /** The smallest place stated: 10 for 280, 0.1 for 281.3, 1e8 for "1.2 billion". */
  readonly step: number;
  /** The magnitude in words or letters, 1 without. */
  readonly scale: number;
  readonly kind: 'cardinal' | 'ordinal' | 'fraction';
  readonly unit?: UnitName;
  readonly qualifier?: Qualifier;
  /** A counter or an article rather than a figure: "one of them", "the two", "first", "a year". */
  readonly isWeak: boolean;
  /** Written in digits. */
  readonly isFigure: boolean;
  /** Spoken in two pairs: "nineteen ninety one". */
  readonly isPaired: boolean;
}
