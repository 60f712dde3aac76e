/**
 * Characters that no article text may bring into a file or page: controls, and the bidirectional embeddings, overrides and isolates
 * that could make a line read otherwise than it is written. Joiners stay, Arabic and Indic spelling needs them.
 */
const UNPRINTABLE =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

/** A text without the invisible characters that no output may carry. */
export function stripUnprintable(text: string): string {
  return text.toWellFormed().replace(UNPRINTABLE, '');
}

/** A text as one line that can stand in any output: hostile invisible characters gone, white space collapsed. */
export function printable(text: string): string {
  return stripUnprintable(text)
    .replace(/[\t\n\u000B\f\r\u0085\u2028\u2029 ]+/gu, ' ')
    .trim();
}
