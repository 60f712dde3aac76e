import { stripHidden } from '../../text/index.ts';

/** Text from YouTube as one line, without anything invisible in it. */
export function cleanLine(text: string, longest: number): string {
  return cleanText(text, longest).replace(/\s+/gu, ' ');
}

/** The same with its line feeds. */
export function cleanText(text: string, longest: number): string {
  return stripHidden(text.slice(0, longest)).replace(/\r\n?/gu, '\n').trim();
}
