import { diffWordsWithSpace } from 'diff';
import { type Html, html } from '../../article/index.ts';
import { isUnspaced } from '../../text/index.ts';

/** Longer texts are shown one below the other: nobody reads a word diff of a page. */
const LONGEST = 12_000;

/** What was taken out and put in, word by word. Marked for the ear too. */
export function renderWordDiff(was: string, now: string, language: string): Html {
  if (was.length + now.length > LONGEST) return html`<del>${was}</del> <ins>${now}</ins>`;
  const segmenter = isUnspaced(was + now)
    ? { intlSegmenter: new Intl.Segmenter(language, { granularity: 'word' }) }
    : {};
  const parts = diffWordsWithSpace(was, now, segmenter);
  return html`${parts.map(({ value, added, removed }) =>
    added
      ? html`<ins><span class="sr">added: </span>${value}<span class="sr"> end of addition. </span></ins>`
      : removed
        ? html`<del><span class="sr">removed: </span>${value}<span class="sr"> end of removal. </span></del>`
        : value,
  )}`;
}
