import type { Copy, Finding, Place, Severity } from '../../check/index.ts';
import { printable } from '../../text/index.ts';
import type { Style } from '../style.ts';

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
/** Characters shown on either side of what is meant. */
const CONTEXT = 240;

export function worstFirst(first: Finding, second: Finding): number {
  return ORDER[first.severity] - ORDER[second.severity];
}

/** Worst first, and of one severity in the order of the text; what is about no place in it comes last. */
export function inOrder(copy: Copy, placeOf: (finding: Finding) => Place) {
  const ranks = new Map(copy.lines.map((line, index) => [line, index]));
  const rankOf = (finding: Finding): { line: number; at: number } => {
    const { sentence, start = 0 } = placeOf(finding);
    if (!copy.article) return { line: finding.where.start ?? Number.MAX_SAFE_INTEGER, at: 0 };
    return { line: (sentence && ranks.get(sentence)) ?? Number.MAX_SAFE_INTEGER, at: start };
  };
  return (first: Finding, second: Finding): number => {
    const [one, other] = [rankOf(first), rankOf(second)];
    return worstFirst(first, second) || one.line - other.line || one.at - other.at;
  };
}

/** The sentence with the stretch that is meant underlined, or between >> and << where nothing can be underlined. */
export function describeSentence({ text = '', start, end }: Place, style: Style): string {
  if (start === undefined || end === undefined) return clip(printable(text), 2 * CONTEXT);
  const before = printable(text.slice(0, start));
  const after = printable(text.slice(end));
  const meant = clip(printable(text.slice(start, end)), 2 * CONTEXT);
  const underlined = style('underline', meant);
  return [
    before.length > CONTEXT ? `…${before.slice(-CONTEXT)}` : before,
    /\s$/u.test(text.slice(0, start)) ? ' ' : '',
    underlined === meant ? `>>${meant}<<` : underlined,
    /^\s/u.test(text.slice(end)) ? ' ' : '',
    clip(after, CONTEXT),
  ].join('');
}

export function clip(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
