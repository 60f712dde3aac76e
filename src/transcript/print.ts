import { stringify } from 'yaml';
import { ConfigError } from '../errors.ts';
import { separator } from '../text/index.ts';
import type { Segment, Transcript } from './schema.ts';
import { isNameLike } from './speaker-labels.ts';

export const TRANSCRIPT_FORMATS = ['txt', 'json', 'srt', 'vtt', 'md'] as const;
export type TranscriptPrint = (typeof TRANSCRIPT_FORMATS)[number];

const PRINTERS: Readonly<Record<TranscriptPrint, (transcript: Transcript) => string>> = {
  json: printJson,
  txt: printText,
  md: printMarkdown,
  srt: printSrt,
  vtt: printVtt,
};

/**
 * A cleaned transcript as a file of that form; `json` is the form of transcript.json, and srt, vtt and md read back to the same text.
 * Throws CONFIG_INVALID for captions of a transcript without times.
 */
export function printTranscript(transcript: Transcript, format: TranscriptPrint): string {
  return PRINTERS[format](transcript);
}

/** What the video says about itself, and which transcript of it this is. */
export function describeSource({ metadata, kind, origin, language, sha256, words, units }: Transcript) {
  return { ...metadata, transcript: { kind, origin, language, sha256, words, units: units.length } };
}

function printJson(transcript: Transcript): string {
  const { segments, units, warnings } = transcript;
  return `${JSON.stringify({ source: describeSource(transcript), segments, units, warnings }, null, 2)}\n`;
}

function printText({ segments }: Transcript): string {
  const printed = paragraphsOf(segments).map(({ speaker, turn, text }) => {
    if (!turn) return text;
    return speaker === undefined ? `>> ${text}` : `${speaker}: ${text}`;
  });
  return `${printed.join('\n\n')}\n`;
}

function printMarkdown({ metadata, language, segments }: Transcript): string {
  const { title, isUntitled, show, channel, url, videoId, publishedAt } = metadata;
  const facts = {
    // Read back, the name of a file must not have become a title.
    title: isUntitled ? undefined : title,
    show,
    channel: channel?.name,
    url,
    video_id: videoId,
    published: publishedAt,
    language,
  };
  const printed = paragraphsOf(segments).map(({ start, speaker, turn, text }) => {
    const name = turn && speaker !== undefined ? `**${escapeMarkdown(speaker)}**` : '';
    const time = start === undefined ? '' : markdownTime(start, videoId);
    const head = [name, time].filter((part) => part !== '').join(' ');
    const words = escapeMarkdown(text);
    if (head === '') return turn ? `>> ${words}` : words;
    return `${head}${name === '' ? (turn ? ' >>' : '') : ':'} ${words}`;
  });
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${printed.join('\n\n')}\n`;
}

function markdownTime(start: number, videoId: string | undefined): string {
  const time = clock(Math.floor(start), '.').slice(0, 8);
  return videoId === undefined
    ? `[${time}]`
    : `[${time}](https://www.youtube.com/watch?v=${videoId}&t=${Math.floor(start)}s)`;
}

function printSrt({ segments }: Transcript): string {
  const printed = timed(segments, 'SRT').map(({ start, end, speaker, turn, text }, index) => {
    const label = turn ? `>> ${speaker !== undefined && isNameLike(speaker) ? `${speaker}: ` : ''}` : '';
    return `${index + 1}\n${clock(start, ',')} --> ${clock(end, ',')}\n${label}${escapeSrt(text)}\n`;
  });
  return printed.join('\n');
}

function printVtt({ segments, language }: Transcript): string {
  let previous: string | undefined;
  const printed = timed(segments, 'WebVTT').map(({ start, end, speaker, turn, text }) => {
    const voice = speaker === undefined ? '' : `<v ${escapeHtml(speaker)}>`;
    const mark = turn && (speaker === undefined || speaker === previous) ? escapeHtml('>> ') : '';
    previous = speaker;
    return `${clock(start, '.')} --> ${clock(end, '.')}\n${voice}${mark}${escapeHtml(text)}\n`;
  });
  return `WEBVTT\nLanguage: ${language}\n\n${printed.join('\n')}`;
}

type TimedSegment = Segment & { readonly start: number; readonly end: number };

function timed(segments: readonly Segment[], form: string): TimedSegment[] {
  return segments.map((segment) => {
    const { start, end } = segment;
    if (start === undefined || end === undefined) {
      throw new ConfigError(
        'CONFIG_INVALID',
        `This transcript has no times, so it cannot be printed as ${form}.`,
        {
          likelyCause: 'The source is a text without times.',
          remedy: 'Print it as txt, md or json.',
        },
      );
    }
    return { ...segment, start, end };
  });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>{]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** SubRip has no escapes of its own: only what would read as a tag, an entity or an arrow is written as an entity. */
function escapeSrt(text: string): string {
  return text
    .replace(/&(?=#|\p{L})/gu, '&amp;')
    .replace(/<(?=[\p{L}\d/])/gu, '&lt;')
    .replace(/\{(?=\\)/gu, '&#123;')
    .replace(/-->/gu, '--&gt;');
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]]/gu, '\\$&')
    .replace(/&(?=#|\p{L})/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/^(?:[-#+>•=]|\d{1,3}(?=[.)]))/u, (mark) => (/\d/u.test(mark) ? `${mark}\\` : `\\${mark}`));
}

function clock(seconds: number, point: string): string {
  const milliseconds = Math.round(seconds * 1_000);
  const part = (size: number, wrap: number) =>
    String(Math.floor(milliseconds / size) % wrap).padStart(2, '0');
  const fraction = String(milliseconds % 1_000).padStart(3, '0');
  return `${part(3_600_000, 1_000)}:${part(60_000, 60)}:${part(1_000, 60)}${point}${fraction}`;
}

/** Words after which a long speech gets a new paragraph, at the end of a segment that ends a sentence or at twice as many. */
const PARAGRAPH_WORDS = 90;

function paragraphsOf(segments: readonly Segment[]): Segment[] {
  const paragraphs: { parts: string[]; last: string; words: number; first: Segment }[] = [];
  for (const segment of segments) {
    const open = paragraphs.at(-1);
    const isFull =
      open !== undefined &&
      open.words > PARAGRAPH_WORDS &&
      (/[.!?。！？…]["”’)]?$/u.test(open.last) || open.words > 2 * PARAGRAPH_WORDS);
    if (!open || segment.turn || isFull) {
      paragraphs.push({
        parts: [segment.text],
        last: segment.text,
        words: segment.text.split(' ').length,
        first: segment,
      });
      continue;
    }
    open.parts.push(separator(open.last, segment.text), segment.text);
    open.last = segment.text;
    open.words += segment.text.split(' ').length;
  }
  return paragraphs.map(({ first, parts }) => ({ ...first, text: parts.join('') }));
}
