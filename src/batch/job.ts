import type { BatchItem } from './item.ts';

/** A source that something is to be done for. */
export interface Job {
  readonly item: BatchItem;
  /** Known before it is read. */
  readonly id: string | undefined;
  /** Of a file. */
  readonly fingerprint: string | undefined;
}
