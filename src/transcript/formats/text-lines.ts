import { isPlausibleLabel, isPresentingLabel, isTitledName } from '../speaker-labels.ts';
import { parseTimestamp } from './timestamps.ts';

const TIME = String.raw`(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?`;
const RANGE = String.raw`(${TIME})(?:\s{0,3}(?:-->|[-–—])\s{0,3}(${TIME}))?`;
const TARGET = String.raw`(?:\(([^()\s]{0,300})\))?`;
/** `[00:01]`, `(0:01 - 0:05)`, `[00:01](link)`, `[(00:01)](link)`, and the same in emphasis. */
const BRACKETED_TIME = String.raw`\*{0,2}[[(]{1,2}${RANGE}[\])]{1,2}${TARGET}\*{0,2}`;
const BRACKETED = new RegExp(String.raw`^\s{0,8}${BRACKETED_TIME}\s{0,3}[:：]?(?:\s+|$)`, 'u');
const STARRED = new RegExp(String.raw`^\s{0,8}\*{1,2}${RANGE}\*{1,2}\s{0,3}:?(?:\s+|$)`, 'u');
const BARE = new RegExp(String.raw`^\s{0,8}${RANGE}(?:\s{1,3}[-–—:]\s+|\s+|$)`, 'u');
const NAMED_TIME = new RegExp(
  String.raw`^\s{0,8}(\S[^\n()[\]]{0,80}?)\s{0,3}${BRACKETED_TIME}\s{0,3}[:：]?\**(?:\s+|$)`,
  'u',
);
const NAME_ABOVE = new RegExp(String.raw`^\s{0,8}(\S[^\n()[\]\d]{0,60}?)\s{1,20}${RANGE}\s*$`, 'u');
const BOLD_LABEL =
  /^\s{0,8}(?:\*\*|__)([^*_\n]{1,160}?)\s?(?:[:：](?:\*\*|__)|(?:\*\*|__)\s?[:：])(?:\s+|$)/u;
const BOLD_NAME_ABOVE = /^\s{0,8}(?:\*\*|__)([^*_\n]{1,160}?)(?:\*\*|__)\s*$/u;
/** Nothing, or a time only, with its brackets escaped or not. */
const NOTHING_SAID = new RegExp(String.raw`^[\\[(\s]{0,6}(?:${TIME})?[\\\])\s]{0,6}$`, 'u');

/** What a line of a transcript says before its words. */
export interface TextLine {
  readonly start?: number;
  readonly end?: number;
  readonly speaker?: string;
  readonly link?: string;
  readonly text: string;
}

/** Which loose forms a document uses often enough to be meant. */
export interface LineForms {
  /** Times without brackets at the start of lines. */
  readonly bareTimes: boolean;
  /** Lines that are a name and a time. */
  readonly namesWithTimes: boolean;
  /** Labels in bold that are speakers: those that come back, and the others where most could be one. */
  readonly boldLabels: ReadonlySet<string>;
}

/** Judges the loose forms: a time of day may begin a sentence once, but not line after line in rising order. */
export function findLineForms(lines: readonly string[]): LineForms {
  let bare = 0;
  let rising = 0;
  let alone = 0;
  let named = 0;
  let last = -1;
  const labels = new Map<string, number>();
  const namesAbove = new Map<string, number>();
  for (const line of lines) {
    const match = BARE.exec(line);
    const start = parseTimestamp(match?.[1] ?? '');
    if (match && start !== undefined) {
      bare++;
      if (match[0].trimEnd() === line.trimEnd()) alone++;
      if (start >= last) rising++;
      last = start;
    } else if (NAME_ABOVE.test(line)) {
      named++;
    }
    count(labels, BOLD_LABEL.exec(behindTime(line)));
    count(namesAbove, BOLD_NAME_ABOVE.exec(behindTime(line)));
  }
  return {
    bareTimes: rising * 5 >= bare * 4 && (bare >= 3 || alone >= 2),
    namesWithTimes: named >= 2,
    boldLabels: new Set([...speakersAmong(labels), ...speakersAmong(namesAbove)]),
  };
}

function count(labels: Map<string, number>, match: RegExpExecArray | null): void {
  const label = match?.[1]?.trim();
  if (label !== undefined) labels.set(label, (labels.get(label) ?? 0) + 1);
}

function behindTime(line: string): string {
  const time = BRACKETED.exec(line) ?? STARRED.exec(line) ?? BARE.exec(line);
  return time ? line.slice(time[0].length) : line;
}

/** The speakers among the bold labels of one form: an article sets its headings in bold, and some of them look like names. */
function speakersAmong(labels: ReadonlyMap<string, number>): string[] {
  const isPossible = (label: string) => isPlausibleLabel(label) || isTitledName(label);
  const possible = [...labels].filter(([label]) => isPossible(label));
  const others = [...labels.keys()].filter((label) => !isPossible(label) && !isPresentingLabel(label));
  const areMost = possible.length >= others.length * 2;
  return possible.filter(([, uses]) => areMost || uses > 1).map(([label]) => label);
}

/** Reads time and speaker at the start of a line, where its form leaves no doubt; other labels are judged over the whole document. */
export function readTextLine(line: string, forms: LineForms): TextLine {
  const time = BRACKETED.exec(line) ?? STARRED.exec(line) ?? (forms.bareTimes ? BARE.exec(line) : null);
  const timing = timingOf(time, 1);
  if (time && timing) return { ...timing, ...readSpeaker(line.slice(time[0].length), forms) };
  const named = NAMED_TIME.exec(line) ?? (forms.namesWithTimes ? NAME_ABOVE.exec(line) : null);
  const namedTiming = timingOf(named, 2);
  const label = unmarked(named?.[1] ?? '');
  if (named && namedTiming && isPlausibleLabel(label))
    return { ...namedTiming, speaker: label, text: line.slice(named[0].length) };
  return readSpeaker(line, forms);
}

/** Start, end and link of a match whose groups from `at` on are those of a bracketed time. */
function timingOf(
  match: RegExpExecArray | null,
  at: number,
): { start: number; end?: number; link?: string } | undefined {
  const start = parseTimestamp(match?.[at] ?? '');
  if (start === undefined) return undefined;
  const end = parseTimestamp(match?.[at + 1] ?? '');
  const link = match?.[at + 2];
  return { start, ...(end === undefined ? {} : { end }), ...(link === undefined ? {} : { link }) };
}

function readSpeaker(text: string, { boldLabels }: LineForms): TextLine {
  const match = BOLD_LABEL.exec(text) ?? BOLD_NAME_ABOVE.exec(text);
  const label = match?.[1]?.trim();
  if (!match || label === undefined) return { text };
  const rest = text.slice(match[0].length);
  if (boldLabels.has(label)) return { speaker: label, text: rest };
  // "**Break:** [16:16]" between the labels of speakers is a heading, which nobody says.
  const isHeading = boldLabels.size > 0 && isPresentingLabel(label) && NOTHING_SAID.test(rest);
  return { text: isHeading ? '' : text };
}

function unmarked(label: string): string {
  return label.replace(/^[\s*_#-]+|[\s*_:：-]+$/gu, '');
}
