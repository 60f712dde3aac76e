import { findQuoted } from '../../text/index.ts';
import type { Quote } from '../schema.ts';

/** A stretch of a sentence; with `quote` it is that quotation, marks included. */
export interface TextPart {
  readonly text: string;
  readonly quote?: Quote;
}

/** Cuts a sentence around the quotations that stand in it. A quotation that does not stand in it marks nothing. */
export function splitAtQuotes(text: string, quotes: readonly Quote[]): TextPart[] {
  const marked = findQuoted(text);
  const parts: TextPart[] = [];
  let from = 0;
  for (const quote of quotes) {
    const at = text.indexOf(quote.text, from);
    if (at === -1) continue;
    const around = marked.find(
      ({ start, end }) => start >= from && start <= at && at + quote.text.length <= end,
    );
    const { start, end } = around ?? { start: at, end: at + quote.text.length };
    parts.push({ text: text.slice(from, start) }, { text: text.slice(start, end), quote });
    from = end;
  }
  parts.push({ text: text.slice(from) });
  return parts.filter((part) => part.text !== '');
}

/** Whether a sentence is nothing but one quotation in its marks. */
export function isOnlyQuotation(text: string): boolean {
  const [first] = findQuoted(text);
  return first !== undefined && first.start === 0 && first.end === text.length;
}
