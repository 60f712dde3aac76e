import { endsSentence, findQuoted } from '../../text/index.ts';
import type { Mapped } from './blocks.ts';

const UNSPACED_END = /(?<=[。！？][」』”’）]{0,3})(?![」』”’）。！？])/u;

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
  const isInside = (at: number): boolean => quoted.some(({ start, end }) => at > start && at < end);
  const words = [...text.matchAll(/\S+/gu)];
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
    if (next !== undefined && endsSentence(word[0], next) && !isInside(end)) borders.push(end);
  }
  return borders;
}

function trim({ text, at }: Mapped): Mapped {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return { text: text.slice(start, end), at: at.slice(start, end) };
}
