import type { Metadata, TranscriptKind } from '../schema.ts';
import type { RawCue } from '../timed-text.ts';

export type TranscriptFormat = 'vtt' | 'srt' | 'json3' | 'srv1' | 'srv3' | 'json' | 'text' | 'markdown';

/** What a format parser found in a file, before any cleaning. */
export interface Found {
  readonly format: TranscriptFormat;
  readonly cues: readonly RawCue[];
  readonly kind: TranscriptKind;
  /** As the file names it; not yet checked. */
  readonly language?: string;
  readonly metadata?: Partial<Metadata>;
  readonly warnings?: readonly string[];
  /** Captions mark a change of speaker with a dash at the start of a line; in prose that is a list. */
  readonly isCaptions: boolean;
}
