/** Separators that are not the line feed of a file. */
const SEPARATORS = /[\u000B\u000C\u001C-\u001F\u0085\u2028\u2029]/gu;
const TERMINAL_SEQUENCES = /\u001B\[[0-9;?]{0,32}[@-~]/gu;

/**
 * Characters that print nothing: controls, bidirectional marks and overrides, zero-width spaces, fillers, tag characters,
 * variation selectors other than the two for emoji, and halves of surrogate pairs.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points are meant, none of them a sequence
  /[\u0000-\u0008\u000E-\u001B\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0D\uFEFF\uFFA0\uFFF9-\uFFFB\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}\p{Cs}]/gu;

/** Joiners are spelling in these scripts and in emoji, and a hiding place everywhere else. */
const JOINING =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Mongolian}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F';
const STRAY_JOINERS = new RegExp(`(?<![${JOINING}])[\\u200C\\u200D]|[\\u200C\\u200D](?![${JOINING}])`, 'gu');

const PLAIN = /^[\n\r\t -~]*$/u;

/** Text as a reader sees it: nothing invisible in it that could carry words, turn it round or command a terminal. Keeps \n, \r and \t. */
export function stripHidden(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(TERMINAL_SEQUENCES, '')
    .replace(SEPARATORS, ' ')
    .replace(HIDDEN, '')
    .replace(STRAY_JOINERS, '');
}

/**
 * Characters that no text may bring into a file, page or terminal: controls, and the bidirectional embeddings, overrides and isolates
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

/** Lines for a terminal: what could steer it or hide in them shows as \uFFFD, so that an odd file name looks odd. */
export function printableLines(text: string): string {
  return text
    .toWellFormed()
    .replace(UNPRINTABLE, '\uFFFD')
    .replace(/[\u000B-\r\u0085\u200B\u200E\u200F]/gu, '\uFFFD');
}
