import { estimateTokens } from '../../llm/index.ts';
import type { Transcript, Unit } from '../../transcript/index.ts';
import { renderUnits } from './source-block.ts';

/** A stretch of units that one call reads. */
export type Chunk = readonly Unit[];

/** Units of the end of a chunk in which a better place to cut is looked for. */
const SEARCHED = 0.25;

/** Tokens of units as the model reads them. */
export function tokensOf(units: readonly Unit[]): number {
  return estimateTokens(renderUnits(units).join('\n'));
}

/**
 * Cuts a transcript into stretches of about equal size and of about `mostTokens` at the most: at a chapter where one begins near
 * the border, else at a change of speaker.
 */
export function cutChunks(
  { units, metadata }: Pick<Transcript, 'units' | 'metadata'>,
  mostTokens: number,
): Chunk[] {
  const sizes = renderUnits(units).map((line) => estimateTokens(line) + 1);
  let left = sizes.reduce((sum, size) => sum + size, 0);
  const count = Math.max(1, Math.ceil(left / mostTokens));
  const starts = new Set((metadata.chapters ?? []).map(({ start }) => firstFrom(start, units)));
  const chunks: Chunk[] = [];
  let from = 0;
  for (let remaining = count; remaining > 0 && from < units.length; remaining--) {
    const border = remaining === 1 ? units.length : borderAt(sizes, from, left / remaining);
    const cut = remaining === 1 ? border : bestCut(units, { from, border, starts });
    chunks.push(units.slice(from, cut));
    for (const size of sizes.slice(from, cut)) left -= size;
    from = cut;
  }
  return chunks;
}

/** Two halves of a chunk, for a call that failed on the whole. */
export function splitChunk(chunk: Chunk): Chunk[] {
  const middle = Math.ceil(chunk.length / 2);
  return [chunk.slice(0, middle), chunk.slice(middle)].filter((half) => half.length > 0);
}

function firstFrom(start: number, units: readonly Unit[]): number {
  return units.findIndex((unit) => (unit.start ?? 0) >= start - 1);
}

function borderAt(sizes: readonly number[], from: number, tokens: number): number {
  let sum = 0;
  let at = from;
  while (at < sizes.length && sum < tokens) sum += sizes[at++] ?? 0;
  return at;
}

interface Border {
  readonly from: number;
  readonly border: number;
  /** Indices of units that begin a chapter. */
  readonly starts: ReadonlySet<number>;
}

function bestCut(units: readonly Unit[], { from, border, starts }: Border): number {
  const least = Math.max(from + 1, border - Math.floor((border - from) * SEARCHED));
  const candidates = Array.from({ length: border - least + 1 }, (_, index) => border - index);
  return (
    candidates.find((at) => starts.has(at)) ?? candidates.find((at) => units[at]?.turn === true) ?? border
  );
}
