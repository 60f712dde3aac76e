export interface Literal {
  readonly value: number;
  /** The smallest place written. */
  readonly step: number;
  readonly isWhole: boolean;
}

const digitValues = new Map<string, string>();

/** Decimal digits of every script stand in runs of ten, so a digit's value is its distance from the start of the run. */
function toAscii(digit: string): string {
  const known = digitValues.get(digit);
  if (known !== undefined) return known;
  const code = digit.normalize('NFKC').codePointAt(0) ?? 0;
  let distance = 0;
  while (distance < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - distance - 1))) distance++;
  digitValues.set(digit, String(distance));
  return String(distance);
}

/** What a figure with its separators says; undefined where it is no number ("2.4.2"). */
export function parseLiteral(text: string, language: string, isScaled: boolean): Literal | undefined {
  const ascii = /^[\d.,]*$/u.test(text) ? text : text.replaceAll(/\p{Nd}/gu, toAscii);
  const plain = ascii.replaceAll(/[\s\u00A0\u202F\u2009'’٬]/gu, '').replaceAll('٫', '.');
  const normal = ascii.includes('٫') ? plain : withPoint(plain, language, isScaled);
  if (normal === undefined || normal.length > 30) return undefined;
  const value = Number(normal);
  const decimals = normal.split('.')[1]?.length ?? 0;
  return { value, step: decimals > 0 ? 10 ** -decimals : lastPlace(value), isWhole: decimals === 0 };
}

/** The place of the last digit that is not zero. */
export function lastPlace(value: number): number {
  let step = 1;
  while (value > 0 && step < 1e15 && value % (step * 10) === 0) step *= 10;
  return step;
}

function withPoint(text: string, language: string, isScaled: boolean): string | undefined {
  const marks = text.replaceAll(/\d/gu, '');
  if (marks === '') return text;
  const last = marks.at(-1) ?? '';
  const at = text.lastIndexOf(last);
  const isMixed = new Set(marks).size > 1;
  if (isMixed) return `${text.slice(0, at).replaceAll(/[.,]/gu, '')}.${text.slice(at + 1)}`;
  const groups = text.split(last);
  const isGrouped =
    groups.slice(1, -1).every(({ length }) => length === 3 || length === 2) &&
    groups.at(-1)?.length === 3 &&
    (groups[0]?.length ?? 0) <= 3 &&
    groups[0] !== '0';
  if (marks.length > 1) return isGrouped ? groups.join('') : undefined;
  return isGrouped && !isDecimal(last, language, isScaled) ? groups.join('') : groups.join('.');
}

/** Whether the mark parts decimals in "1.234": three digits behind it say nothing. */
function isDecimal(mark: string, language: string, isScaled: boolean): boolean {
  // Spanish uses both, by country; before a magnitude nobody writes thousands.
  return (isScaled || language !== 'es') && decimalMark(language) === mark;
}

const decimalMarks = new Map<string, string>();

function decimalMark(language: string): string {
  const known = decimalMarks.get(language);
  if (known !== undefined) return known;
  const mark =
    new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  decimalMarks.set(language, mark);
  return mark;
}
