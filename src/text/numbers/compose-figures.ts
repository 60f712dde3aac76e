import { type Literal, parseLiteral } from './literal.ts';
import { isScaled, type Source } from './source.ts';
import { isEmpty, multiply, type Sum } from './sum.ts';
import { following, isGlued, type Token } from './tokens.ts';

/** A figure with its ending; the index behind it. */
export function takeFigure(sum: Sum, source: Source, at: number): number | undefined {
  const part = readSlash(source, at);
  if (part !== undefined && (isEmpty(sum) || sum.isFigure)) return addPart(sum, part) ? at + 3 : undefined;
  const literal = literalAt(source, at);
  if (!literal) return undefined;
  if (isEmpty(sum)) {
    sum.group = literal.value;
    sum.step = literal.step;
    sum.isFigure = true;
    return endOfFigure(sum, source, at, literal);
  }
  const isGiven = sum.group === undefined && literal.isWhole && literal.value < sum.lowest;
  if (!isGiven || !(source.lexicon.mixesDigits || isScaled(source, at))) return undefined;
  sum.group = literal.value;
  sum.step = literal.step;
  return at + 1;
}

function literalAt(source: Source, at: number): Literal | undefined {
  const token = source.tokens[at];
  if (token?.kind !== 'digits') return undefined;
  return parseLiteral(
    source.text.slice(token.start, token.end),
    source.lexicon.language,
    isScaled(source, at),
  );
}

/** "21st", "1º", "7-го": the ending makes an ordinal. Letters that are no ending, unit or magnitude make a name ("3D"). */
function endOfFigure(sum: Sum, source: Source, at: number, literal: Literal): number | undefined {
  const { tokens, lexicon } = source;
  const next = tokens[at + 1];
  const isJoined = isGlued(tokens[at], next) && next?.kind === 'word';
  const behind = isJoined ? next : tokens[following(tokens, at)];
  const isBehind = isJoined || (behind !== next && behind?.kind === 'word');
  if (!isBehind || !behind) return at + 1;
  const isShortMagnitude =
    lexicon.words.get(behind.key)?.scale !== undefined || isMillion(behind.key, source, at);
  if (lexicon.ordinalEndings.has(behind.key) && literal.isWhole && !isShortMagnitude) {
    sum.kind = 'ordinal';
    sum.isDone = true;
    return isJoined ? at + 2 : at + 3;
  }
  if (lexicon.cardinalEndings.has(behind.key)) return isJoined ? at + 2 : at + 3;
  if (!isJoined || isShortMagnitude) {
    if (isJoined && isMillion(behind.key, source, at)) return takeMillion(sum, at, behind.key);
    return at + 1;
  }
  const isUnit =
    lexicon.signs.has(source.text.slice(behind.start, behind.end)) ||
    lexicon.units.has(behind.key) ||
    isCaseless(behind.key);
  return isUnit ? at + 1 : undefined;
}

/** "$50m", "£2b": letters that stand for a magnitude behind money only. */
function isMillion(key: string, source: Source, at: number): boolean {
  return (
    (key === 'm' || key === 'b') &&
    source.tokens[at - 1]?.kind === 'sign' &&
    source.lexicon.signs.has(source.tokens[at - 1]?.key ?? '')
  );
}

function takeMillion(sum: Sum, at: number, key: string): number {
  multiply(sum, { scale: key === 'm' ? 1e6 : 1e9 }, false);
  sum.isDone = true;
  return at + 2;
}

function isCaseless(word: string): boolean {
  return word.toLowerCase() === word.toUpperCase();
}

/** "1/4"; "9/11" and "24/7" are names. */
function readSlash({ tokens, text }: Source, at: number): number | undefined {
  const [top, slash, bottom] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!top || !bottom || (slash?.key !== '/' && slash?.key !== '\u2044')) return undefined;
  if (!isGlued(top, slash) || !isGlued(slash, bottom)) return undefined;
  const numerator = Number(text.slice(top.start, top.end));
  const denominator = Number(text.slice(bottom.start, bottom.end));
  const isPart =
    numerator > 0 && numerator < denominator && [2, 3, 4, 5, 6, 8, 10, 16, 20, 32].includes(denominator);
  return isPart ? numerator / denominator : undefined;
}

/** "½", alone or behind a whole number. */
export function takeVulgar(sum: Sum, token: Token, text: string): boolean {
  const parts = text.slice(token.start, token.end).normalize('NFKC').split('\u2044');
  const value = Number(parts[0]) / Number(parts[1]);
  if (parts.length !== 2 || !Number.isFinite(value)) return false;
  return addPart(sum, value);
}

function addPart(sum: Sum, value: number): boolean {
  if (sum.group !== undefined && !Number.isInteger(sum.group)) return false;
  if (isEmpty(sum)) sum.kind = 'fraction';
  sum.group = (sum.group ?? 0) + value;
  sum.step = undefined;
  sum.isFigure = true;
  return true;
}
