/** Characters of scripts written without spaces between words; for a character class. */
export const UNSPACED_LETTERS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

/** The same with the punctuation that goes with them. */
export const UNSPACED = `${UNSPACED_LETTERS}\\u3000-\\u303F\\uFF01-\\uFF65`;

const ENDS_UNSPACED = new RegExp(`[${UNSPACED}]\\p{P}?$`, 'u');
const BEGINS_UNSPACED = new RegExp(`^\\p{P}?[${UNSPACED}]`, 'u');
/** No script below Thai is written without spaces. */
const FIRST_UNSPACED = 0x0e00;

/** What stands between two stretches of text: a space, or nothing where the script on both sides has none. */
export function separator(before: string, after: string): '' | ' ' {
  if (before.charCodeAt(before.length - 1) < FIRST_UNSPACED && after.charCodeAt(0) < FIRST_UNSPACED)
    return ' ';
  return ENDS_UNSPACED.test(before.slice(-2)) && BEGINS_UNSPACED.test(after.slice(0, 2)) ? '' : ' ';
}
