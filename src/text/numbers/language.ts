import type { UnitName } from './units.ts';

/** How a language words its numbers. Lists are parted by spaces, "word=value"; words are in lower case, phrases use "_" for the space. */
export interface NumberWords {
  /** Cardinals below a thousand that are one word. */
  readonly cardinals: string;
  readonly ordinals: string;
  /** Magnitudes. They multiply what stands before them. */
  readonly scales: string;
  /** Magnitudes that count as one of themselves when nothing stands before them ("tausend"); others are then vague ("millions of"). */
  readonly bareScales: string;
  /** Parts of one: the denominator. */
  readonly fractions: string;
  /** Words that are a number with a fraction or a count of their own ("dozen", "anderthalb"). */
  readonly wholes?: string;
  /** Says that half of one is added: "two and a half". */
  readonly halves: string;
  /** Stand between parts of one number. */
  readonly and: string;
  readonly point: string;
  readonly articles: string;
  /** Words between a number and its unit: "US" dollars, millions "de" pesos. */
  readonly of: string;
  /** Words between a part and what it is of: half "of this" year. */
  readonly ofPart: string;
  /** Between a figure and its magnitude: "20-plus" trillion. */
  readonly plus?: string;
  /** Words that join the ends of a range or two guesses; the second's unit is the first's too. */
  readonly joins: string;
  /** Before a magnitude they make it vague: "several hundred". */
  readonly vague: string;
  /** Counters without a unit. */
  readonly weak: string;
  /** The indefinite article where it is the word for one too. */
  readonly ones: string;
  readonly about: string;
  readonly nearly: string;
  readonly above: string;
  readonly below: string;
  /** Ordinal endings behind digits: "21st", "7-го". */
  readonly ordinalEndings: string;
  /** Endings behind digits that leave a cardinal: "3-х". */
  readonly cardinalEndings?: string;
  readonly units: Partial<Readonly<Record<UnitName, string>>>;
  /** Endings of one word that holds number and unit: "zweijährig", "трёхдневный". */
  readonly unitEndings?: Partial<Readonly<Record<UnitName, string>>>;
  /** Units before "$": a dollar, or one of several currencies. */
  readonly dollar?: UnitName;
  /** "And" joins tens and units: "treinta y cinco". */
  readonly hasAndInTens?: boolean;
  /** "nineteen ninety one". */
  readonly hasPairs?: boolean;
  /** Digits may follow a magnitude: "2 mil 59". */
  readonly mixesDigits?: boolean;
}
