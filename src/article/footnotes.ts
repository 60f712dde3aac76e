import { type ArticleIndex, momentOf } from './body.ts';
import { formatClock } from './clock.ts';
import { sourceUrl, videoIdOf } from './links.ts';
import { escapeMarkdown } from './markdown-escape.ts';
import type { Article, Sentence } from './schema.ts';

/** Markdown footnotes to what sentences rest on, numbered in the order they are asked for; equal evidence shares one. */
export interface Footnotes {
  /** The mark to print behind a sentence; empty when it cites nothing. */
  mark(sentence: Pick<Sentence, 'cites' | 'quotes'>): string;
  /** The notes themselves, one block each. */
  blocks(): string[];
}

export function createFootnotes(source: Article['source'], index: ArticleIndex): Footnotes {
  const notes = new Map<string, number>();

  function note(sentence: Pick<Sentence, 'cites' | 'quotes'>): string {
    const seconds = momentOf(sentence, index);
    const clock = seconds === undefined ? undefined : formatClock(seconds);
    if (clock !== undefined && videoIdOf(source) !== undefined)
      return `[${clock}](${sourceUrl(source, seconds)})`;
    const words = sentence.cites
      .map((id) => escapeMarkdown(index.units.get(id)?.text ?? ''))
      .filter((text) => text !== '');
    return [clock, words.join(' … ')].filter((part) => part !== undefined && part !== '').join(' · ');
  }

  return {
    mark(sentence) {
      const text = note(sentence);
      if (text === '') return '';
      const number = notes.get(text) ?? notes.size + 1;
      notes.set(text, number);
      return `[^${number}]`;
    },
    blocks() {
      return [...notes].map(([text, number]) => `[^${number}]: ${text}`);
    },
  };
}
