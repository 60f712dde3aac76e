import { createTranscript, type Transcript } from '../../src/transcript/index.ts';
import type { Pair } from '../extractive/pairs.ts';

const WORDS_PER_MINUTE = 150;
const WORDS_PER_CUE = 8;
const SECONDS_PER_CUE = (60 * WORDS_PER_CUE) / WORDS_PER_MINUTE;

/** So many minutes of speech, made of the words of English transcripts one after the other. */
export function speechOf(pairs: readonly Pair[], minutes: number): Transcript {
  const english = pairs.filter(({ transcript }) => transcript.language.startsWith('en'));
  const spoken = english.flatMap(({ transcript }) => transcript.units.flatMap(({ text }) => text.split(' ')));
  const count = minutes * WORDS_PER_MINUTE;
  const words = Array.from({ length: count }, (_, index) => spoken[index % spoken.length] ?? '');
  const cues = Array.from({ length: Math.ceil(count / WORDS_PER_CUE) }, (_, index) => ({
    text: words.slice(index * WORDS_PER_CUE, (index + 1) * WORDS_PER_CUE).join(' '),
    start: index * SECONDS_PER_CUE,
    end: (index + 1) * SECONDS_PER_CUE,
  }));
  const metadata = { platform: 'file', title: 'A long conversation', durationSeconds: minutes * 60 } as const;
  return createTranscript({ cues, metadata, origin: 'file', kind: 'auto', language: 'en', warnings: [] });
}
