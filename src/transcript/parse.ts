import { TranscriptError } from '../errors.ts';
import { isUnspaced, stripHidden, UNSPACED } from '../text/index.ts';
import { arrangeCues } from './arrange.ts';
import { decodeText } from './decode.ts';
import { looksLikeCaptionFile, parseCaptionFile } from './formats/caption-file.ts';
import type { Found, TranscriptFormat } from './formats/found.ts';
import { parseJsonCaptions } from './formats/json-captions.ts';
import { looksLikeJson } from './formats/json-scan.ts';
import { parseText } from './formats/text.ts';
import { looksLikeYouTubeXml, parseYouTubeXml } from './formats/youtube-xml.ts';
import { canonicalLanguage } from './language.ts';
import { LIMITS, refuseAbove } from './limits.ts';
import { removeRepetition } from './repetition.ts';
import type { Cue, Metadata, TranscriptKind } from './schema.ts';
import { removeSounds } from './sounds.ts';
import { type RawCue, replaceTimed, sliceTimed } from './timed-text.ts';
import { splitTurns } from './turns.ts';

const MAY_HIDE = /[^\n\t -~]/u;
/** What stripHidden may change; between two such places, text stays as it is. */
const HIDING = /\u001B\[[0-9;?]{0,32}[@-~]|[^\n\t -~]{1,10000}/gu;
/** A word too long to be one; the look-behind lets the search begin at words only. */
const SPACED = `[^\\s${UNSPACED}]`;
const ENDLESS_WORD = new RegExp(`(?<!${SPACED})${SPACED}{${LIMITS.wordLength + 1}}`, 'u');

export interface ParseOptions {
  /** BCP 47; holds where the file names no language. */
  readonly language?: string;
}

/** A cleaned transcript as its file gives it. */
export interface ParsedTranscript {
  readonly format: TranscriptFormat;
  /** In order of time, one speaker each, labels and marks of noise taken out; times in seconds, absent in sources without. */
  readonly cues: readonly Cue[];
  readonly kind: TranscriptKind;
  /** BCP 47, as the file or the caller names it. */
  readonly language?: string;
  /** What front matter, headings or a caption header say about the video. */
  readonly metadata: Partial<Metadata>;
  readonly warnings: readonly string[];
}

/**
 * Reads captions or a transcript in any form we know, told apart by content: WebVTT, SubRip, json3, srv1, srv3, lists of JSON cues,
 * plain or timestamped text, Markdown. Throws TRANSCRIPT_UNUSABLE for other content, TRANSCRIPT_EMPTY where nothing is said,
 * SOURCE_TOO_LARGE beyond the limits.
 */
export function parseTranscript(bytes: Uint8Array, options: ParseOptions = {}): ParsedTranscript {
  const { text, warnings } = decodeText(bytes);
  if (text.trim() === '') throw new TranscriptError('TRANSCRIPT_EMPTY', 'The file is empty.');
  const found = parseFormat(text);
  refuseSize(found.cues);
  const language = canonicalLanguage(found.language) ?? canonicalLanguage(options.language);
  const arranged = arrangeCues(found.cues.map(cleanCue), found.isCaptions);
  const spoken = splitTurns(arranged.cues, found.isCaptions);
  const single = removeRepetition(spoken);
  if (!single.cues.some((cue) => /[\p{L}\p{N}]/u.test(cue.text))) {
    throw new TranscriptError('TRANSCRIPT_EMPTY', 'No words are said in this transcript.');
  }
  return {
    format: found.format,
    cues: single.cues,
    kind: found.kind,
    ...(language === undefined ? {} : { language }),
    metadata: found.metadata ?? {},
    warnings: [...warnings, ...(found.warnings ?? []), ...arranged.warnings, ...single.warnings],
  };
}

function parseFormat(source: string): Found {
  if (looksLikeYouTubeXml(source)) return parseYouTubeXml(source);
  if (looksLikeJson(source)) {
    const found = parseJsonCaptions(source);
    return found.isCaptions ? found : parseText(found.cues.map((cue) => cue.text).join('\n\n'));
  }
  const text = stripHidden(source);
  refuseLines(text);
  if (looksLikeCaptionFile(text)) return parseCaptionFile(text);
  refuseWebPage(text);
  refuseAbove(LIMITS.textFile, text.length, 'characters');
  return parseText(text);
}

function refuseLines(text: string): void {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  refuseAbove(LIMITS.lines, lines, 'lines');
}

function refuseWebPage(text: string): void {
  const beginning = text.trimStart().slice(0, 100);
  if (!/^<(?:[!?]|[a-z][a-z0-9]{0,20}[\s>])/iu.test(beginning)) return;
  throw new TranscriptError('TRANSCRIPT_UNUSABLE', 'The file is a web page or other markup, not captions.', {
    likelyCause: 'The download needed a sign-in or a consent, and its page was saved instead.',
  });
}

/** Entities and escapes can write what the file itself did not contain. */
function cleanCue(cue: RawCue): RawCue {
  const visible = MAY_HIDE.test(cue.text) ? replaceTimed(cue, HIDING, stripHidden) : cue;
  const clean = removeSounds(visible);
  const { text, marks } = sliceTimed(clean, 0, clean.text.length);
  // Most cues need no cleaning, and a long file has many: what stays the same is not copied.
  return text === cue.text && marks === cue.marks ? cue : { ...cue, text, marks };
}

function refuseSize(cues: readonly RawCue[]): void {
  refuseAbove(LIMITS.cues, cues.length, 'captions');
  const characters = cues.reduce((sum, cue) => sum + cue.text.length, 0);
  const isDense = isUnspaced(
    cues
      .slice(0, 100)
      .map((cue) => cue.text.slice(0, 200))
      .join(' '),
  );
  refuseAbove(isDense ? LIMITS.characters / 3 : LIMITS.characters, characters, 'characters of text');
  if (cues.some((cue) => cue.text.length > LIMITS.wordLength && ENDLESS_WORD.test(cue.text))) {
    throw new TranscriptError(
      'TRANSCRIPT_UNUSABLE',
      `The text has a word of more than ${LIMITS.wordLength} characters.`,
    );
  }
}
