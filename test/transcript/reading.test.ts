import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TranscriptError } from '../../src/errors.ts';
import {
  createTranscript,
  parseTranscript,
  printTranscript,
  type Transcript,
} from '../../src/transcript/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (text: string) => parseTranscript(bytes(text));
const textOf = (text: string): string =>
  parse(text)
    .cues.map((cue) => cue.text)
    .join(' ');

function read(text: string): Transcript {
  return createTranscript({ ...parse(text), origin: 'file', metadata: { platform: 'file', title: 'T' } });
}

const VTT = 'WEBVTT\nKind: captions\nLanguage: en\n\n';
const cue = (from: string, to: string, text: string): string => `00:00:${from} --> 00:00:${to}\n${text}\n\n`;

describe('a caption file', () => {
  it.each([
    ['WebVTT', `${VTT}${cue('01.000', '02.500', 'The bridge &amp; the <i>town</i>')}`],
    ['SRT', '1\n00:00:01,000 --> 00:00:02,500\nThe bridge & the <i>town</i>\n'],
    ['SRT with CR and BOM', '\uFEFF1\r00:00:01,000 --> 00:00:02,500\rThe bridge & the town\r'],
    [
      'json3',
      '{"wireMagic":"pb3","events":[{"tStartMs":1000,"dDurationMs":1500,"segs":[{"utf8":"The bridge & the town"}]}]}',
    ],
    [
      'srv1',
      '<?xml version="1.0"?><transcript><text start="1" dur="1.5">The bridge &amp;amp; the town</text></transcript>',
    ],
    [
      'srv3',
      '<?xml version="1.0"?><timedtext format="3"><body><p t="1000" d="1500">The bridge &amp; the town</p></body></timedtext>',
    ],
    ['youtube-transcript-api JSON', '[{"text":"The bridge & the town","start":1.0,"duration":1.5}]'],
  ])('in %s gives its words and times', (_, file) => {
    expect(parse(file).cues).toMatchObject([{ text: 'The bridge & the town', start: 1, end: 2.5 }]);
  });

  it('is undone when it rolls, without losing real repetition', () => {
    const rolling = `${VTT}00:00:00.000 --> 00:00:02.000\n \nno<00:00:00.500><c> no</c><00:00:01.000><c> no</c>\n\n00:00:02.000 --> 00:00:02.010\nno no no\n \n\n00:00:02.010 --> 00:00:04.000\nno no no\nwe<00:00:02.500><c> stay</c>\n\n00:00:04.000 --> 00:00:04.010\nwe stay\n \n\n`;
    expect(textOf(rolling)).toBe('no no no we stay');
  });

  it('loses marks of sound, keeps a masked word, and turns >> into a change of speaker', () => {
    const { cues } = parse(
      `${VTT}${cue('01.000', '02.000', '[Music]')}${cue('02.000', '03.000', '>> What the [ __ ] is that')}`,
    );
    expect(cues).toMatchObject([{ text: 'What the [ __ ] is that', turn: true }]);
  });
});

describe('units', () => {
  const words = Array.from({ length: 400 }, (_, index) => `word${index}${index % 17 === 16 ? '.' : ''}`);

  it('hold every word once, in order, 30 to 45 of them', () => {
    const { units } = read(words.join(' '));
    expect(units.map(({ text }) => text).join(' ')).toBe(words.join(' '));
    expect(units.map(({ id }) => id)).toEqual(units.map((_, index) => index));
    for (const { text } of units.slice(0, -1)) {
      expect(text.split(' ').length).toBeGreaterThanOrEqual(30);
      expect(text.split(' ').length).toBeLessThanOrEqual(45);
    }
  });

  it('end where another person begins to speak', () => {
    const { units } = read(
      `${VTT}${cue('01.000', '02.000', '>> We open the bridge today')}${cue('02.000', '03.000', '>> At last the bridge is open')}`,
    );
    expect(units.map(({ text, turn }) => [text, turn])).toEqual([
      ['We open the bridge today', true],
      ['At last the bridge is open', true],
    ]);
  });
});

const word = fc.stringMatching(/^[a-z]{2,9}$/u);
const spoken = fc.array(fc.array(word, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 25 });

describe('any input', () => {
  it('is read, or refused with a typed error', () => {
    const fragment = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'WEBVTT\n\n',
        '00:00:01.000 --> 00:00:02.000\n',
        '1\n',
        '<c>',
        '</c>',
        '<text start="1">',
        '{"events":[',
        '[[[[',
        '{"text":',
        '&amp;',
        '\0',
        '\r',
        '>> ',
        '---\n',
        '**A:** ',
        '<?xml',
        '<!DOCTYPE x [',
        '00:01 ',
      ),
      word,
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 30 }), (parts) => {
        try {
          const { cues } = parse(parts.join(''));
          for (const [index, { start, end, text }] of cues.entries()) {
            expect(text).not.toMatch(/[\u0000\u202E\u200B]/u);
            if (start === undefined) continue;
            expect(end).toBeGreaterThanOrEqual(start);
            expect(start).toBeGreaterThanOrEqual(cues[index - 1]?.start ?? 0);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(TranscriptError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of raw bytes is read, or refused with a typed error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (input) => {
        try {
          parseTranscript(input);
        } catch (error) {
          expect(error).toBeInstanceOf(TranscriptError);
        }
      }),
    );
  });

  it.each(['srt', 'vtt'] as const)('keeps its words through %s and back', (format) => {
    fc.assert(
      fc.property(spoken, (lines) => {
        const file =
          VTT +
          lines
            .map(
              (line, at) =>
                `00:00:${String(at * 2).padStart(2, '0')}.000 --> 00:00:${String(at * 2 + 1).padStart(2, '0')}.900\n${line.join(' ')}\n\n`,
            )
            .join('');
        let transcript: Transcript;
        try {
          transcript = read(file);
        } catch (error) {
          expect(error).toBeInstanceOf(TranscriptError);
          return;
        }
        const printed = printTranscript(transcript, format);
        expect(textOf(printed)).toBe(transcript.segments.map(({ text }) => text).join(' '));
      }),
      { numRuns: 60 },
    );
  });
});
