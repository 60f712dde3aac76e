import { createHash } from 'node:crypto';
import { TranscriptError } from '../errors.ts';
import { countWords, isFiller, isUnspaced, normalizeWord, splitWords } from '../text/index.ts';
import { canonicalLanguage, detectLanguage } from './language.ts';
import type { Cue, Metadata, Segment, Transcript, TranscriptKind, TranscriptOrigin } from './schema.ts';
import { cutUnits } from './units.ts';

/** Words a minute: outside the first two is remarkable, above the third is not speech. */
const SLOW = 60;
const FAST = 300;
const IMPOSSIBLE = 450;
/** Below this many words a speed says nothing. */
const SPEED_WORDS = 100;

export interface TranscriptParts {
  readonly cues: readonly Cue[];
  readonly metadata: Metadata;
  readonly origin: TranscriptOrigin;
  readonly kind: TranscriptKind;
  /** BCP 47. @default as the text shows */
  readonly language?: string;
  readonly warnings: readonly string[];
}

/**
 * Makes the transcript that every later stage works on. Throws TRANSCRIPT_EMPTY when nothing but hesitation is said and
 * TRANSCRIPT_UNUSABLE when no person could speak so fast.
 */
export function createTranscript({
  cues,
  metadata,
  origin,
  kind,
  language,
  warnings,
}: TranscriptParts): Transcript {
  const text = cues.map((cue) => cue.text).join(' ');
  const spoken = canonicalLanguage(language) ?? detectLanguage(text);
  const units = cutUnits(cues, spoken);
  const words = units.reduce((sum, unit) => sum + countWords(unit.text, spoken), 0);
  if (!units.some((unit) => splitWords(unit.text, spoken).some(isContent))) {
    throw new TranscriptError(
      'TRANSCRIPT_EMPTY',
      'Nothing is said in this transcript but sounds of hesitation.',
    );
  }
  return {
    metadata,
    kind,
    origin,
    language: spoken,
    segments: cues.map(withoutWords),
    units,
    words,
    sha256: createHash('sha256')
      .update(units.map((unit) => unit.text).join('\n'))
      .digest('hex'),
    warnings: [...warnings, ...speedWarnings(cues, words, text)],
  };
}

function withoutWords(cue: Cue): Segment {
  if (cue.words === undefined) return cue;
  const { words: _words, ...segment } = cue;
  return segment;
}

function isContent({ text }: { text: string }): boolean {
  const word = normalizeWord(text);
  return /[\p{L}\p{N}]/u.test(word) && !isFiller(word);
}

function speedWarnings(cues: readonly Cue[], words: number, text: string): string[] {
  const start = cues[0]?.start;
  const end = cues.at(-1)?.end;
  if (start === undefined || end === undefined || words < SPEED_WORDS || isUnspaced(text)) return [];
  const speed = Math.round(words / Math.max((end - start) / 60, 1 / 60));
  if (speed > IMPOSSIBLE) {
    throw new TranscriptError(
      'TRANSCRIPT_UNUSABLE',
      `The transcript has ${speed} words a minute; nobody speaks faster than ${IMPOSSIBLE}.`,
      {
        likelyCause: 'The times are wrong, or the text stands in the file several times.',
      },
    );
  }
  return speed < SLOW || speed > FAST
    ? [`The transcript has ${speed} words a minute; ${SLOW} to ${FAST} are usual.`]
    : [];
}
