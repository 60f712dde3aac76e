import { stripHidden } from '../../text/index.ts';

/** YouTube allows a hundred. */
const LONGEST_TITLE = 500;

/** A title or name from YouTube, which may turn out empty. */
export function cleanTitle(text: string): string {
  return cleanLine(text, LONGEST_TITLE);
}

/** Text from YouTube as one line, without anything invisible in it. */
export function cleanLine(text: string, longest: number): string {
  return cleanText(text, longest).replace(/\s+/gu, ' ');
}

/** The same with its line feeds. */
export function cleanText(text: string, longest: number): string {
  return stripHidden(text.slice(0, longest)).replace(/\r\n?/gu, '\n').trim();
}
