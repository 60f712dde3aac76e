import type { DateLexicon } from './dates-lexicon.ts';
import type { DateMention } from './dates-mention.ts';
import type { Scan, ScannedNumber } from './numbers/scan.ts';
import type { Token } from './numbers/tokens.ts';

export type DateFields = Omit<DateMention, 'start' | 'end' | 'text'>;

/** A date by the index of its tokens. */
export interface ScannedDate extends DateFields {
  readonly from: number;
  readonly to: number;
}

/** What the readers of dates share: the text's tokens and numbers, and which of the numbers are parts of dates. */
export interface DateScan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly scan: Scan;
  readonly lexicon: DateLexicon;
  readonly startingAt: ReadonlyMap<number, ScannedNumber>;
  /** By the token behind the number, its unit left out. */
  readonly endingAt: ReadonlyMap<number, ScannedNumber>;
  readonly claimed: Set<ScannedNumber>;
}

export function keyAt({ tokens }: Pick<DateScan, 'tokens'>, at: number): string {
  return tokens[at]?.key ?? '';
}

/** Index of the next token at or behind `at` that is not to be skipped, at most `most` further. */
export function skip(dates: DateScan, at: number, skippable: ReadonlySet<string>, most: number): number {
  let next = at;
  while (next < at + most && skippable.has(keyAt(dates, next))) next++;
  return next;
}

export function skipBack(dates: DateScan, at: number, skippable: ReadonlySet<string>, most: number): number {
  let previous = at;
  while (previous > at - most && skippable.has(keyAt(dates, previous))) previous--;
  return previous;
}
