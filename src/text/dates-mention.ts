export type TimeUnit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century';

/** Time told from the moment of speaking. */
export interface Relative {
  /** "point": "last year"; "span": "the past twelve months"; "vague": "recently", "so far"; "now": the bare word, which often means a state of things. */
  readonly kind: 'point' | 'span' | 'vague' | 'now';
  readonly unit?: TimeUnit;
  /** In units from now, negative before; absent where nothing tells. */
  readonly offset?: number;
}

/** A date or time that a text names. Offsets are UTF-16 code units; fields are those the words give. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
  /** 1 is Monday. */
  readonly weekday?: number;
  readonly quarter?: number;
  /** Half of a year. */
  readonly half?: number;
  /** First year of a decade; below 100 where the century is left out. */
  readonly decade?: number;
  /** Day and month may be the other way round: 6/7/2024. */
  readonly isSwappable?: boolean;
  readonly relative?: Relative;
}
