import { endsSentence, findQuoted } from '../../text/index.ts';
import type { Mapped } from './blocks.ts';

/** Behind a quotation, "と" says who spoke: the sentence goes on. */
const UNSPACED_END =
  /(?<=[。！？])(?![」』”’）。！？])|(?<=[。！？][」』”’）]{1,3})(?![」』”’）。！？とっ、])/u;

/** With the marks that French sets apart: "Non !", "oui. »". */
const WORD = /\S+(?:[\u00A0\u202F][»”!?…:;]+)*/gu;

/** Cuts a paragraph into sentences. A quotation of several sentences belongs to the sentence that introduces it. */
export function splitSentences(paragraph: Mapped): Mapped[] {
  const borders = findBorders(paragraph.text);
  const sentences: Mapped[] = [];
  let start = 0;
  for (const end of [...borders, paragraph.text.length]) {
    const sentence = trim({ text: paragraph.text.slice(start, end), at: paragraph.at.slice(start, end) });
    if (sentence.text !== '') sentences.push(sentence);
    start = end;
  }
  return sentences;
}

function findBorders(text: string): number[] {
  const quoted = findQuoted(text);
  let open = 0;
  // Asked in rising order: what ends before one place ends before the next.
  const isInside = (at: number): boolean => {
    while ((quoted[open]?.end ?? Number.POSITIVE_INFINITY) <= at) open++;
    return at > (quoted[open]?.start ?? Number.POSITIVE_INFINITY);
  };
  const words = [...text.matchAll(WORD)];
  const borders: number[] = [];
  for (const [index, word] of words.entries()) {
    const end = word.index + word[0].length;
    const parts = word[0].split(UNSPACED_END);
    let at = word.index;
    for (const part of parts.slice(0, -1)) {
      at += part.length;
      if (!isInside(at)) borders.push(at);
    }
    const next = words[index + 1]?.[0];
    if (next !== undefined && endsSentence(bareEnd(word[0]), next) && !isInside(end)) borders.push(end);
  }
  return borders;
}

/** The last part of a word, as English would close it: German closes with marks that open elsewhere, "then-U.S." ends like "U.S.". */
function bareEnd(word: string): string {
  const part = word.slice(word.lastIndexOf('-') + 1);
  return part.replace(/[\u00A0\u202F]/gu, '').replace(/[“‘«‹]{1,3}$/u, '”');
}

function trim({ text, at }: Mapped): Mapped {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return { text: text.slice(start, end), at: at.slice(start, end) };
}
