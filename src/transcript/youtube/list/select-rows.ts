import type { Wanted } from './list-plan.ts';
import type { Row, Source } from './listed-video.ts';

export interface Selection {
  readonly wanted: Wanted;
  /** Milliseconds of the epoch. */
  readonly since: number | undefined;
  readonly isKnown: (id: string) => boolean;
}

/** Pinned videos, premieres and re-published ones stand out of order, so one known or old video proves nothing. */
const ENOUGH_IN_A_ROW = 10;

/** Whether a row is to be listed at all, known or not. */
function isWanted({ kind, availability }: Row, wanted: Wanted): boolean {
  if (!wanted[kind]) return false;
  return availability === undefined || (availability === 'members' ? wanted.members : wanted.unready);
}

function isTooOld({ newestPossible }: Row, since: number | undefined): boolean {
  return since !== undefined && newestPossible !== undefined && newestPossible < since;
}

/**
 * The rows that are wanted and new. A list with the newest first is left after ten known or ten old ones in a row; rows that are
 * not wanted neither count nor interrupt, for nobody ever came to know them.
 */
export async function* selectRows(source: Source, selection: Selection): AsyncGenerator<Row> {
  const { wanted, since, isKnown } = selection;
  let known = 0;
  let old = 0;
  for await (const row of source.rows) {
    const isOld = isTooOld(row, since);
    if (isOld) old++;
    else if (row.newestPossible !== undefined) old = 0;
    if (isWanted(row, wanted)) {
      known = isKnown(row.id) ? known + 1 : 0;
      if (known === 0 && !isOld) yield row;
    }
    if (source.isNewestFirst && Math.max(known, old) >= ENOUGH_IN_A_ROW) return;
  }
}

export async function* oneByOne(lists: readonly AsyncIterable<Row>[]): AsyncGenerator<Row> {
  for (const rows of lists) yield* rows;
}

interface OpenList {
  readonly rows: AsyncIterator<Row>;
  head: Row | undefined;
  /** Milliseconds of the epoch: where the head belongs among the heads of the others. */
  time: number;
}

/**
 * Joins lists that each have the newest first into one, as far as dates are known; each is read only as far as needed. A row
 * without a date stays behind the one before it. A list of nothing but such rows, as of shorts, comes last.
 */
export async function* mergeNewestFirst(lists: readonly AsyncIterable<Row>[]): AsyncGenerator<Row> {
  const open: OpenList[] = lists.map((rows) => ({
    rows: rows[Symbol.asyncIterator](),
    head: undefined,
    time: Number.NEGATIVE_INFINITY,
  }));
  try {
    while (open.length > 0) {
      let best: OpenList | undefined;
      for (const list of [...open]) {
        if (!list.head) await advance(list);
        if (!list.head) open.splice(open.indexOf(list), 1);
        else if (!best || list.time > best.time) best = list;
        // Nothing can be newer than what is still to come.
        if (best?.time === Number.POSITIVE_INFINITY) break;
      }
      if (best?.head) {
        const { head } = best;
        best.head = undefined;
        yield head;
      }
    }
  } finally {
    for (const { rows } of open) await rows.return?.();
  }
}

async function advance(list: OpenList): Promise<void> {
  const { done, value } = await list.rows.next();
  list.head = done ? undefined : value;
  const isStill = list.head?.availability === 'upcoming' || list.head?.availability === 'live';
  if (list.head?.newestPossible !== undefined) list.time = list.head.newestPossible;
  else if (isStill && list.time === Number.NEGATIVE_INFINITY) list.time = Number.POSITIVE_INFINITY;
  else if (list.time === Number.POSITIVE_INFINITY && !isStill) list.time = Number.NEGATIVE_INFINITY;
}
