import { readFileSync } from 'node:fs';
import { createTranscript } from '../../src/transcript/index.ts';
import { writeExtractive } from '../../src/write/extractive/index.ts';
import { lengthTarget } from '../../src/write/length.ts';

/**
 * Run as a process of its own, so that its memory is its own: `load.ts FILE WORDS` writes an article of the first WORDS words of a
 * text spoken at 150 words a minute, and prints milliseconds (the first run, nothing warm) and peak memory as JSON.
 */
const [file = '', count = '0'] = process.argv.slice(2);
const WORDS_PER_CUE = 8;
const SECONDS_PER_WORD = 0.4;
const words = readFileSync(file, 'utf8').split(/\s+/u).slice(0, Number(count));
const cues = Array.from({ length: Math.ceil(words.length / WORDS_PER_CUE) }, (_, index) => ({
  start: index * WORDS_PER_CUE * SECONDS_PER_WORD,
  end: (index + 1) * WORDS_PER_CUE * SECONDS_PER_WORD,
  text: words.slice(index * WORDS_PER_CUE, (index + 1) * WORDS_PER_CUE).join(' '),
}));
const transcript = createTranscript({
  cues,
  metadata: { platform: 'file', title: 'Load' },
  origin: 'file',
  kind: 'auto',
  language: 'en',
  warnings: [],
});
const { words: targetWords } = lengthTarget(transcript.words, undefined, 'medium');
const start = performance.now();
writeExtractive(transcript, { targetWords });
const milliseconds = performance.now() - start;
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ words: words.length, milliseconds, megabytes }));
