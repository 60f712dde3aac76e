import type { CueRows } from './caption-file.ts';
import type { Row } from './caption-tags.ts';

/** A caption of one row scrolled up and one new row is half of all cues in a rolling file, and unknown in others. */
const ROLLING_SHARE = 0.15;

/**
 * Whether the captions roll: each new line pushes the last one up, so that every line is displayed in up to three cues.
 * A speaker's repetition ("no", "no", "no") repeats whole cues; only rolling shows an old row above a new one, time and again.
 */
export function hasRollingRows(cues: readonly CueRows[]): boolean {
  let rolling = 0;
  let shown = 0;
  let previous: readonly Row[] = [];
  for (const { rows } of cues) {
    const carried = carriedRows(previous, rows);
    if (carried > 0 && rows.slice(carried).some((row) => !isBlank(row))) rolling++;
    if (!rows.every(isBlank)) shown++;
    previous = rows.filter((row) => !isBlank(row));
  }
  return rolling > 0 && rolling >= shown * ROLLING_SHARE;
}

/** Each line once, in the cue where it appeared. Cues that only hold or scroll what was there are gone. */
export function newRows(cues: readonly CueRows[]): CueRows[] {
  const result: CueRows[] = [];
  let previous: readonly Row[] = [];
  for (const cue of cues) {
    const rows = cue.rows.slice(carriedRows(previous, cue.rows)).filter((row) => !isBlank(row));
    if (rows.length > 0) result.push({ ...cue, rows });
    previous = cue.rows.filter((row) => !isBlank(row));
  }
  return result;
}

/**
 * How many rows at the top were at the bottom of the cue before. A row with timed words is new; so is one below a blank row,
 * because what scrolls moves to the top.
 */
function carriedRows(previous: readonly Row[], rows: readonly Row[]): number {
  for (let count = Math.min(previous.length, rows.length); count > 0; count--) {
    const from = previous.length - count;
    const isCarried = rows.slice(0, count).every((row, index) => {
      const before = previous[from + index];
      return !row.isTimed && !isBlank(row) && before !== undefined && before.text.trim() === row.text.trim();
    });
    if (isCarried) return count;
  }
  return 0;
}

function isBlank(row: Row): boolean {
  return row.text.trim() === '';
}
