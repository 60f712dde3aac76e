import { decodeHTMLStrict, decodeXML } from 'entities';
import { TranscriptError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';
import { createTimed, type RawCue, type TimeMark } from '../timed-text.ts';
import type { Found } from './found.ts';
import { roundTime } from './timestamps.ts';

/** The attributes that hold times and confidence; their values are numbers. */
const ATTRIBUTES = {
  t: attributePattern('t'),
  d: attributePattern('d'),
  ac: attributePattern('ac'),
  start: attributePattern('start'),
  dur: attributePattern('dur'),
} as const;
/** Markup typed into a caption, visible after the XML layer is decoded. */
const TYPED_TAG = /<\/?[a-z][^<>\n]{0,400}>/giu;

interface OpenCue {
  readonly start: number | undefined;
  readonly duration: number | undefined;
  text: string;
  marks: TimeMark[];
}

interface Reading {
  readonly isSrv3: boolean;
  readonly cues: RawCue[];
  open: OpenCue | undefined;
  hasWordTimes: boolean;
  unusable: number;
}

/** Whether the text is one of YouTube's two XML forms. */
export function looksLikeYouTubeXml(text: string): boolean {
  return /^(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!DOCTYPE[\s\S]{0,4000}?)?<(?:timedtext|transcript)[\s>]/u.test(
    text.trimStart().slice(0, 8_000),
  );
}

/**
 * Parses srv3 (`<timedtext><p t d><s t>`, milliseconds, one layer of entities) and srv1 (`<transcript><text start dur>`, seconds,
 * text escaped twice). Document types are refused: captions have none, and their entities are a weapon.
 */
export function parseYouTubeXml(text: string): Found {
  if (/<!DOCTYPE|<!ENTITY/iu.test(text)) {
    throw new TranscriptError(
      'TRANSCRIPT_UNUSABLE',
      'The XML declares a document type or entities, which captions never do.',
    );
  }
  const isSrv3 = /<timedtext[\s>]/u.test(text.slice(0, 8_000));
  const reading: Reading = { isSrv3, cues: [], open: undefined, hasWordTimes: false, unusable: 0 };
  let elements = 0;
  let from = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', from)) {
    if (++elements > LIMITS.elements)
      throw new TranscriptError('SOURCE_TOO_LARGE', `The XML has more than ${LIMITS.elements} tags.`);
    if (reading.open) reading.open.text += decodeXML(text.slice(from, at));
    from = readTag(reading, text, at);
  }
  const isCut = reading.open !== undefined;
  closeCue(reading);
  const warnings = isCut ? ['The XML ends in the middle of a caption; what came before was read.'] : [];
  if (reading.unusable > 0)
    warnings.push(`${reading.unusable} captions without a usable time were left out.`);
  return {
    format: isSrv3 ? 'srv3' : 'srv1',
    cues: reading.cues,
    kind: reading.hasWordTimes ? 'auto' : isSrv3 ? 'manual' : 'unknown',
    warnings,
    isCaptions: true,
  };
}

/** Reads the tag at an offset and returns the offset behind it. */
function readTag(reading: Reading, text: string, at: number): number {
  if (text.startsWith('<!--', at)) return skipTo(text, '-->', at);
  if (text.startsWith('<![CDATA[', at)) {
    const end = skipTo(text, ']]>', at);
    if (reading.open) reading.open.text += text.slice(at + 9, end - 3);
    return end;
  }
  const end = text.indexOf('>', at);
  const tag = text.slice(at + 1, end < 0 ? undefined : end);
  if (end < 0 || tag.includes('<')) {
    throw new TranscriptError(
      'TRANSCRIPT_UNUSABLE',
      `The XML is not well formed: a tag opened at character ${at} is not closed.`,
    );
  }
  const name = /^\/?[\w:.-]{1,40}/u.exec(tag)?.[0];
  if (name === (reading.isSrv3 ? 'p' : 'text')) openCue(reading, tag);
  else if (name === '/p' || name === '/text') closeCue(reading);
  else if (name === 's') markWord(reading, tag);
  else if (name === 'br' && reading.open) reading.open.text += '\n';
  return end + 1;
}

function skipTo(text: string, closing: string, at: number): number {
  const end = text.indexOf(closing, at);
  return end < 0 ? text.length : end + closing.length;
}

function attributePattern(name: string): RegExp {
  return new RegExp(`\\s${name}\\s{0,8}=\\s{0,8}["']([^"'<>]{0,40})["']`, 'u');
}

function attributeOf(tag: string, name: keyof typeof ATTRIBUTES): string | undefined {
  return ATTRIBUTES[name].exec(tag)?.[1];
}

function openCue(reading: Reading, tag: string): void {
  closeCue(reading);
  if (tag.endsWith('/')) return;
  const [start, duration, scale] = reading.isSrv3
    ? (['t', 'd', 1 / 1000] as const)
    : (['start', 'dur', 1] as const);
  reading.open = {
    start: secondsOf(attributeOf(tag, start), scale),
    duration: secondsOf(attributeOf(tag, duration), scale),
    text: '',
    marks: [],
  };
}

function secondsOf(value: string | undefined, scale: number): number | undefined {
  const number = value === undefined || value.trim() === '' ? Number.NaN : Number(value) * scale;
  return Number.isFinite(number) && number <= LIMITS.seconds ? roundTime(Math.max(0, number)) : undefined;
}

function markWord(reading: Reading, tag: string): void {
  const { open } = reading;
  if (open?.start === undefined) return;
  const time = attributeOf(tag, 't');
  const isRecognised = attributeOf(tag, 'ac') !== undefined;
  if (isRecognised || time !== undefined) reading.hasWordTimes = true;
  const offset = time === undefined ? (isRecognised ? 0 : undefined) : secondsOf(time, 1 / 1000);
  if (offset !== undefined) open.marks.push({ at: open.text.length, start: roundTime(open.start + offset) });
}

function closeCue(reading: Reading): void {
  const { open } = reading;
  reading.open = undefined;
  if (!open) return;
  const text = reading.isSrv3
    ? open.text
    : decodeHTMLStrict(open.text.replace(/<br\s{0,8}\/?>/giu, '\n').replace(TYPED_TAG, ''));
  if (text.trim() === '') return;
  if (open.start === undefined) {
    reading.unusable++;
    return;
  }
  const end = open.duration === undefined ? {} : { end: roundTime(open.start + open.duration) };
  reading.cues.push({ ...createTimed(text, open.marks), start: open.start, ...end });
}
