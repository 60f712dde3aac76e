import { describe, expect, it } from 'vitest';
import {
  type Cue,
  createTranscript,
  parseTranscript,
  printTranscript,
  type Transcript,
  type TranscriptPrint,
} from '../../src/transcript/index.ts';

const CUES: readonly Cue[] = [
  {
    start: 0,
    end: 2.5,
    text: 'Good evening. The harbour fund holds $12 million & more.',
    speaker: 'Ana Ruiz',
    turn: true,
  },
  { start: 2.5, end: 4, text: 'It <b>is</b> a --> b, {\\x} [ __ ] *yes* &lt;', speaker: 'Ana Ruiz' },
  { start: 4, end: 6, text: 'Is that enough?', turn: true },
  { start: 3_661.25, end: 3_662, text: 'It is.', speaker: 'Tom Okafor', turn: true },
];

function transcriptOf(cues: readonly Cue[]): Transcript {
  return createTranscript({
    cues,
    metadata: {
      platform: 'youtube',
      videoId: 'hbrR1dgeM0c',
      url: 'https://www.youtube.com/watch?v=hbrR1dgeM0c',
      title: 'Harbour: "talk"',
      publishedAt: '2026-02-03',
    },
    origin: 'file',
    kind: 'manual',
    language: 'en',
    warnings: ['heard'],
  });
}
const print = (format: TranscriptPrint, cues = CUES): string => printTranscript(transcriptOf(cues), format);
const reread = (format: TranscriptPrint, cues = CUES) => parseTranscript(Buffer.from(print(format, cues)));

describe('printTranscript', () => {
  it('writes the name of a file nowhere as a title that it could be read back as', () => {
    const untitled = transcriptOf(CUES);
    const metadata = { ...untitled.metadata, title: 'rec 0042', isUntitled: true };
    const printed = printTranscript({ ...untitled, metadata }, 'md');
    expect(parseTranscript(Buffer.from(printed)).metadata.title).toBeUndefined();
  });

  it('prints source, segments, units and warnings as JSON', () => {
    const { segments, units, sha256 } = transcriptOf(CUES);
    expect(JSON.parse(print('json'))).toMatchObject({
      source: {
        title: 'Harbour: "talk"',
        transcript: { kind: 'manual', origin: 'file', language: 'en', sha256, units: units.length },
      },
      segments,
      units,
      warnings: ['heard'],
    });
  });

  it('prints paragraphs with speakers as text', () => {
    expect(print('txt')).toBe(
      'Ana Ruiz: Good evening. The harbour fund holds $12 million & more. It <b>is</b> a --> b, {\\x} [ __ ] *yes* &lt;\n\n>> Is that enough?\n\nTom Okafor: It is.\n',
    );
  });

  it.each(['srt', 'vtt'] as const)(
    'prints %s that reads back to the same words, times and speakers',
    (format) => {
      const { cues } = reread(format);
      expect(cues.map((cue) => cue.text)).toEqual(CUES.map((cue) => cue.text));
      expect(cues.map((cue) => cue.start)).toEqual(CUES.map((cue) => cue.start));
      expect(cues.map((cue) => cue.speaker)).toEqual(CUES.map((cue) => cue.speaker));
      expect(cues.map((cue) => cue.turn)).toEqual(CUES.map((cue) => cue.turn));
    },
  );

  it('prints Markdown that reads back to the same words and facts', () => {
    const { cues, metadata, language } = reread('md');
    expect(cues.map((cue) => cue.text).join(' ')).toBe(CUES.map((cue) => cue.text).join(' '));
    expect(cues.map((cue) => cue.speaker)).toEqual(['Ana Ruiz', undefined, 'Tom Okafor']);
    expect(language).toBe('en');
    expect(metadata).toEqual({
      title: 'Harbour: "talk"',
      videoId: 'hbrR1dgeM0c',
      url: 'https://www.youtube.com/watch?v=hbrR1dgeM0c',
      publishedAt: '2026-02-03',
    });
  });

  it('prints no captions of a transcript without times', () => {
    const untimed = [{ text: 'We sail at noon.' }];
    expect(() => print('srt', untimed)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
    expect(print('txt', untimed)).toBe('We sail at noon.\n');
    expect(reread('md', untimed).cues).toEqual([{ text: 'We sail at noon.' }]);
  });

  it('begins a new paragraph in a long speech where a sentence ends', () => {
    const cues = Array.from({ length: 30 }, (_, index) => ({ text: `This is sentence ${index} of it.` }));
    const paragraphs = print('txt', cues).trimEnd().split('\n\n');
    expect(paragraphs.length).toBe(2);
    expect(paragraphs.join(' ')).toBe(cues.map((cue) => cue.text).join(' '));
  });
});
