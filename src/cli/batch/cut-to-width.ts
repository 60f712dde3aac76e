const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** What a terminal draws over two columns. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Emoji_Presentation}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]|\uFE0F/u;

/** As much of a text as one line of so many columns holds. */
export function cutToWidth(text: string, columns: number): string {
  let width = 0;
  let cut = '';
  for (const { segment } of graphemes.segment(text)) {
    width += WIDE.test(segment) ? 2 : 1;
    if (width > columns) return cut;
    cut += segment;
  }
  return cut;
}
