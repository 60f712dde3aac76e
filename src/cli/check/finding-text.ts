import type { Finding, Place, Severity } from '../../check/index.ts';
import { printable } from '../../text/index.ts';
import type { Style } from '../style.ts';

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
/** Characters shown on either side of what is meant. */
const CONTEXT = 240;

export function worstFirst(first: Finding, second: Finding): number {
  return ORDER[first.severity] - ORDER[second.severity];
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
