import { readFileSync } from 'node:fs';
import { createTranscript, parseTranscript } from '../../src/transcript/index.ts';
import { writeExtractive } from '../../src/write/extractive/index.ts';
import { lengthTarget } from '../../src/write/length.ts';

/**
 * Run as a process of its own, so that its memory is its own: `load.ts FILE` reads captions, writes their article, and prints
 * milliseconds (nothing warm; in all, and of the writer) as JSON.
 */
const start = performance.now();
const { cues, kind, warnings } = parseTranscript(readFileSync(process.argv[2] ?? ''), { language: 'en' });
const metadata = { platform: 'file', title: 'Load' } as const;
const transcript = createTranscript({ cues, metadata, origin: 'file', kind, language: 'en', warnings });
const { words: targetWords } = lengthTarget(transcript.words, undefined, 'medium');
const read = performance.now();
writeExtractive(transcript, { targetWords });
const end = performance.now();
process.stdout.write(
  JSON.stringify({ words: transcript.words, milliseconds: end - start, writing: end - read }),
);
