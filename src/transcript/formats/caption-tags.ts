import { decodeHTMLStrict } from 'entities';
import { createTimed, type TimedText, type TimeMark } from '../timed-text.ts';
import { parseTimestamp } from './timestamps.ts';

/** One row of a caption as it is displayed. */
export interface Row extends TimedText {
  /** Words of the row carry their own times: it is new, not scrolled up from the caption before. */
  readonly isTimed: boolean;
  readonly speaker?: string;
}

const TAG = /<(?:(\d[\d:.]{3,14})|v(?:\.[\w.-]{0,40})?\s{1,8}([^<>\n]{1,120})|\/?[a-z][^<>\n]{0,400}|\/)>/giu;
const OVERRIDE = /\{\\[^{}\n]{0,100}\}/gu;

/** Takes the tags out of a row of WebVTT or SubRip, decodes its entities once, and keeps what the tags say about time and speaker. */
export function parseRow(source: string): Row {
  if (!/[<&{]/u.test(source)) return { text: source, marks: [], isTimed: false };
  const raw = source.replace(OVERRIDE, '');
  const marks: TimeMark[] = [];
  let text = '';
  let from = 0;
  let isTimed = false;
  let speaker: string | undefined;
  for (const match of raw.matchAll(TAG)) {
    text += decodeHTMLStrict(raw.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[1] !== undefined) {
      const start = parseTimestamp(match[1]);
      if (start !== undefined) marks.push({ at: text.length, start });
      isTimed = true;
    } else if (match[2] !== undefined) {
      speaker = decodeHTMLStrict(match[2]).trim();
    } else if (/^<br/iu.test(match[0])) {
      text += ' ';
    }
  }
  text += decodeHTMLStrict(raw.slice(from));
  const row = { ...createTimed(text, marks), isTimed };
  return speaker === undefined ? row : { ...row, speaker };
}
