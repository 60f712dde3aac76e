import type { Entry } from './lexicon.ts';
import { entryAt, isMeasured, type Source } from './source.ts';
import { divide, isEmpty, type Sum } from './sum.ts';
import { following } from './tokens.ts';

/** "Third" behind a numerator, "half" alone, "a quarter of". */
export function takeDenominator(sum: Sum, source: Source, at: number, entry: Entry): number | undefined {
  const { denominator = 1, ordinal, isAdjective } = entry;
  if (!isEmpty(sum)) {
    if (ordinal !== undefined && sum.group !== undefined && sum.group >= 20) return undefined;
    if (isAdjective && !isMeasured(source, at + 1, false)) return undefined;
    return divide(sum, denominator) ? behindPart(sum, source, at) : undefined;
  }
  const isHalf = denominator === 2;
  const hasArticle = entryAt(source, at - 1)?.isArticle === true;
  const isNoun = source.lexicon.language !== 'en' && ordinal === undefined && !isAdjective;
  const isTold = isNoun || (isHalf && !isAdjective) || isMeasured(source, at + 1, hasArticle);
  if (!isTold && !(hasArticle && ordinal !== undefined)) return undefined;
  sum.group = 1;
  divide(sum, denominator);
  return behindPart(sum, source, at);
}

/** "Half a million", "a quarter of a billion": the magnitude belongs to the part. */
function behindPart(sum: Sum, source: Source, at: number): number {
  const { tokens, lexicon } = source;
  let next = following(tokens, at);
  for (let skipped = 0; skipped < 2 && lexicon.ofPart.has(tokens[next]?.key ?? ''); skipped++) next++;
  const scale = entryAt(source, next)?.scale;
  if (scale === undefined || sum.group === undefined) return at + 1;
  sum.group *= scale;
  sum.scale = scale;
  sum.kind = 'cardinal';
  return next + 1;
}

/** "And a half", "and three quarters" behind a whole number. */
export function takeAddedPart(sum: Sum, source: Source, from: number): number | undefined {
  if (sum.group === undefined || !Number.isInteger(sum.group)) return undefined;
  let at = from;
  if (entryAt(source, at)?.isArticle) at = following(source.tokens, at);
  let numerator = 1;
  const first = entryAt(source, at);
  const second = entryAt(source, following(source.tokens, at));
  if (first?.cardinal !== undefined && first.cardinal < 10 && second?.denominator !== undefined) {
    numerator = first.cardinal;
    at = following(source.tokens, at);
  }
  const denominator = entryAt(source, at)?.denominator;
  if (denominator === undefined || numerator >= denominator) return undefined;
  sum.group += numerator / denominator;
  sum.step = undefined;
  return at + 1;
}
