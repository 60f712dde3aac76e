import type { Segment, Transcript } from './schema.ts';

export const TRANSCRIPT_FORMATS = ['txt', 'json', 'srt', 'vtt', 'md'] as const;
export type TranscriptPrint = (typeof TRANSCRIPT_FORMATS)[number];

const PRINTERS: Readonly<Record<TranscriptPrint, (transcript: Transcript) => string>> = {
  json: (transcript) => {
    const { segments, units, warnings } = transcript;
    return `${JSON.stringify({ source: describeSource(transcript), segments, units, warnings }, null, 2)}\n`;
  },
  txt: ({ segments }) => paragraphs(segments, (speaker) => `${speaker}: `),
  md: ({ segments, metadata }) =>
    `# ${metadata.title}\n\n${paragraphs(segments, (speaker) => `**${speaker}:** `)}`,
  srt: ({ segments }) =>
    timed(segments)
      .map(
        ({ start, end, text }, index) =>
          `${index + 1}\n${clock(start, ',')} --> ${clock(end, ',')}\n${text}\n`,
      )
      .join('\n'),
  vtt: ({ segments, language }) =>
    `WEBVTT\nLanguage: ${language}\n\n${timed(segments)
      .map(({ start, end, text }) => `${clock(start, '.')} --> ${clock(end, '.')}\n${escapeVtt(text)}\n`)
      .join('\n')}`,
};

/** A cleaned transcript as a file of that form; `json` is the form of transcript.json. */
export function printTranscript(transcript: Transcript, format: TranscriptPrint): string {
  return PRINTERS[format](transcript);
}

/** What the video says about itself, and which transcript of it this is. */
export function describeSource({ metadata, kind, origin, language, sha256, words, units }: Transcript) {
  return { ...metadata, transcript: { kind, origin, language, sha256, words, units: units.length } };
}

/** Seconds a segment of an untimed source is given, so that players show something. */
const UNTIMED_SECONDS = 5;

interface TimedText {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function timed(segments: readonly Segment[]): TimedText[] {
  return segments.map(({ start, end, text, speaker, turn }, index) => {
    const from = start ?? index * UNTIMED_SECONDS;
    const mark = speaker !== undefined && turn ? `>> ${speaker}: ` : turn ? '>> ' : '';
    return {
      start: from,
      end: Math.max(end ?? from + UNTIMED_SECONDS, from + 0.001),
      text: mark + text.replace(/\s*\n\s*/gu, ' '),
    };
  });
}

function escapeVtt(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

function clock(seconds: number, point: string): string {
  const ms = Math.round(seconds * 1_000);
  const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
  return `${pad(Math.floor(ms / 3_600_000))}:${pad(Math.floor(ms / 60_000) % 60)}:${pad(Math.floor(ms / 1_000) % 60)}${point}${pad(ms % 1_000, 3)}`;
}

/** A new paragraph at each turn, and in a long turn after about a hundred words. */
function paragraphs(segments: readonly Segment[], label: (speaker: string) => string): string {
  const parts: string[] = [];
  let words = 0;
  for (const [index, { text, speaker, turn }] of segments.entries()) {
    const starts = index === 0 || turn === true || words > 100;
    if (starts) parts.push(turn && speaker !== undefined ? label(speaker) + text : text);
    else parts[parts.length - 1] += ` ${text}`;
    words = starts ? 0 : words + text.split(' ').length;
  }
  return `${parts.join('\n\n')}\n`;
}
