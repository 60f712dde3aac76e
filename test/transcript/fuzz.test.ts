import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TranscriptError } from '../../src/errors.ts';
import {
  type Cue,
  createTranscript,
  cutUnits,
  type ParsedTranscript,
  parseTranscript,
  printTranscript,
} from '../../src/transcript/index.ts';

const FIXTURES = new URL('../fixtures/transcript/', import.meta.url);
const fixtures = readdirSync(FIXTURES).map((name) => readFileSync(new URL(name, FIXTURES)));
const HIDDEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\p{Cs}]/u;

/** The transcript, or nothing when it is refused in the way that is promised. */
function parse(source: string | Uint8Array): ParsedTranscript | undefined {
  try {
    return parseTranscript(typeof source === 'string' ? new TextEncoder().encode(source) : source);
  } catch (error) {
    if (error instanceof TranscriptError) return undefined;
    throw error;
  }
}

function expectSound({ cues }: ParsedTranscript): void {
  let last = 0;
  for (const { start, end, text } of cues) {
    expect(text).not.toMatch(HIDDEN);
    expect(text).toBe(text.trim());
    expect(start === undefined).toBe(end === undefined);
    expect(start ?? last).toBeGreaterThanOrEqual(last);
    last = start ?? last;
    expect(end ?? last).toBeGreaterThanOrEqual(last);
  }
  const units = cutUnits(cues);
  const compact = (texts: readonly { text: string }[]) =>
    texts
      .map(({ text }) => text)
      .join('')
      .replace(/\s/gu, '');
  expect(compact(units)).toBe(compact(cues));
  for (const [index, { id, start, end, speakers }] of units.entries()) {
    expect(id).toBe(index);
    expect(start ?? 0).toBeGreaterThanOrEqual(units[index - 1]?.start ?? 0);
    expect(end ?? 0).toBeGreaterThanOrEqual(start ?? 0);
    expect(speakers?.length ?? 1).toBe(1);
  }
}

const word = fc.constantFrom(
  ...'the ferry left port at noon no no uh Ana Ruiz said $50 billion 1.5 percent was lost Why? It is. e.g. U.S. well, — “so” café naïve 東京 です мост है R&D a<b 3:15 x'.split(
    ' ',
  ),
);
const phrase = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
/** Words that no clean-up has an opinion on; each cue has one of its own, so that no repetition is undone. */
const plainTexts = fc
  .array(
    fc.array(fc.constantFrom('ferry', 'port', 'noon', 'bridge', 'very', 'no', 'café', 'мост', '50'), {
      minLength: 1,
      maxLength: 9,
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((texts) => texts.map((words, index) => [...words, `n${index}`].join(' ')));

const time = (seconds: number, point: string) =>
  `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}${point}000`;
const WRITERS: Readonly<Record<string, (texts: readonly string[]) => string>> = {
  vtt: (texts) =>
    `WEBVTT\n\n${texts.map((text, at) => `${time(at * 5, '.')} --> ${time(at * 5 + 5, '.')}\n${text}\n`).join('\n')}`,
  srt: (texts) =>
    texts
      .map((text, at) => `${at + 1}\n${time(at * 5, ',')} --> ${time(at * 5 + 5, ',')}\n${text}\n`)
      .join('\n'),
  json3: (texts) =>
    JSON.stringify({
      events: texts.map((text, at) => ({
        tStartMs: at * 5000,
        dDurationMs: 5000,
        segs: text.split(/(?= )/u).map((utf8, place) => ({ utf8, tOffsetMs: place * 100 })),
      })),
    }),
  srv1: (texts) =>
    `<transcript>${texts.map((text, at) => `<text start="${at * 5}" dur="5">${text}</text>`).join('')}</transcript>`,
  srv3: (texts) =>
    `<timedtext format="3"><body>${texts
      .map(
        (text, at) =>
          `<p t="${at * 5000}" d="5000">${text
            .split(/(?= )/u)
            .map((part, place) => `<s t="${place * 100}">${part}</s>`)
            .join('')}</p>`,
      )
      .join('')}</body></timedtext>`,
  api: (texts) => JSON.stringify(texts.map((text, at) => ({ text, start: at * 5, duration: 5 }))),
  stamped: (texts) => texts.map((text, at) => `[${time(at * 5, '.').slice(0, 8)}] ${text}`).join('\n'),
  panel: (texts) =>
    `${texts.map((text, at) => `${Math.floor(at / 12)}:${String((at % 12) * 5).padStart(2, '0')}\n${text}`).join('\n')}\n9:59\nend\n`,
};

/** As YouTube rolls captions: each line appears with timed words, is held for 10 ms, and stands above the next. */
function roll(lines: readonly (readonly string[])[]): string {
  const stamp = (milliseconds: number) =>
    `00:${String(Math.floor(milliseconds / 60_000)).padStart(2, '0')}:${(((milliseconds % 60_000) / 1000).toFixed(3)).padStart(6, '0')}`;
  const cues = lines.flatMap((words, index) => {
    const from = index * 2000;
    const timed = words
      .map((text, place) => (place === 0 ? text : `<${stamp(from + place * 100)}><c> ${text}</c>`))
      .join('');
    const above = lines[index - 1]?.join(' ') ?? ' ';
    return [
      `${stamp(from)} --> ${stamp(from + 1990)} align:start position:0%\n${above}\n${timed}\n`,
      `${stamp(from + 1990)} --> ${stamp(from + 2000)} align:start position:0%\n${words.join(' ')}\n \n`,
    ];
  });
  return `WEBVTT\nKind: captions\nLanguage: en\n\n${cues.join('\n')}`;
}

describe('parsers', () => {
  it('end in a sound transcript or in a named error, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const parsed = parse(bytes);
        if (parsed) expectSound(parsed);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const parsed = parse(text);
        if (parsed) expectSound(parsed);
      }),
    );
  });

  it('end in a sound transcript or in a named error when real files are damaged', () => {
    const damage = fc.record({
      file: fc.constantFrom(...fixtures),
      cuts: fc.array(
        fc.record({
          at: fc.nat(3_000),
          length: fc.nat(80),
          put: fc.oneof(
            fc.string({ unit: 'binary', maxLength: 12 }),
            fc.constantFrom(
              '-->',
              '<',
              '>>',
              '"',
              '{',
              '[',
              '00:',
              '\n\n',
              '&',
              ':',
              '\u202E',
              '---\n',
              '# ',
              '**',
            ),
          ),
        }),
        { maxLength: 6 },
      ),
    });
    fc.assert(
      fc.property(damage, ({ file, cuts }) => {
        const damaged = cuts.reduce(
          (text, { at, length, put }) =>
            text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + length),
          file.toString('utf8'),
        );
        const parsed = parse(damaged);
        if (parsed) expectSound(parsed);
      }),
      { numRuns: 600 },
    );
  });

  it.each(Object.keys(WRITERS))('lose and add no words of %s', (name) => {
    fc.assert(
      fc.property(plainTexts, (texts) => {
        const parsed = parse(WRITERS[name]?.(texts) ?? '');
        const words = parsed?.cues.map((cue) => cue.text).join(' ');
        expect(words).toBe([...texts, ...(name === 'panel' ? ['end'] : [])].join(' '));
        if (parsed) expectSound(parsed);
      }),
    );
  });

  it('give the words of rolling captions exactly, however often a speaker repeats them', () => {
    const line = fc.array(fc.constantFrom('no', 'yes', 'Ukraine.', 'the', 'ferry'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 3, maxLength: 12 }), (lines) => {
        const parsed = parse(roll(lines));
        expect(parsed?.cues.map((cue) => cue.text).join(' ')).toBe(lines.flat().join(' '));
        expect(parsed?.cues.length).toBe(lines.length);
      }),
    );
  });
});

describe('clean-up', () => {
  it('has nothing left to do in its own output', () => {
    const texts = fc.array(fc.oneof(phrase, fc.string({ unit: 'grapheme', maxLength: 30 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, fc.constantFrom('vtt' as const, 'json' as const), (spoken, format) => {
        const once = parse(JSON.stringify(spoken.map((text, at) => ({ text, start: at * 5, duration: 5 }))));
        if (!once) return;
        const again = parse(
          format === 'json'
            ? JSON.stringify(
                once.cues.map(({ text, start, end }) => ({
                  text: text.replaceAll('&', '&amp;'),
                  start,
                  end,
                })),
              )
            : asVtt(once.cues),
        );
        expect(again?.cues.map((cue) => cue.text)).toEqual(once.cues.map((cue) => cue.text));
      }),
      { numRuns: 400 },
    );
  });
});

function asVtt(cues: readonly Cue[]): string {
  return printTranscript(createTranscriptOf(cues), 'vtt');
}

function createTranscriptOf(cues: readonly Cue[]) {
  const shell = createTranscript({
    cues: [{ text: 'We sail.' }],
    metadata: { platform: 'file', title: 'T' },
    origin: 'file',
    kind: 'unknown',
    language: 'en',
    warnings: [],
  });
  return { ...shell, segments: cues };
}

describe('printed captions', () => {
  const speaker = fc.option(fc.constantFrom('Ana Ruiz', 'Tom Okafor', 'THE MAYOR', 'Mr. Bruce Stanton'), {
    nil: undefined,
  });
  const segments = fc
    .array(fc.record({ text: phrase, speaker, length: fc.integer({ min: 1, max: 9_000 }) }), {
      minLength: 1,
      maxLength: 15,
    })
    .map((items) => {
      let at = 0;
      return items.map(({ text, speaker: name, length }, index): Cue => {
        const start = at / 1000;
        at += length;
        const isNew = name !== items[index - 1]?.speaker || index % 3 === 0;
        return {
          start,
          end: at / 1000,
          text: `n${index} ${text}`,
          ...(name === undefined ? {} : { speaker: name }),
          ...(isNew ? { turn: true } : {}),
        };
      });
    });

  it.each(['srt', 'vtt', 'md'] as const)('read back from %s to the same words', (format) => {
    fc.assert(
      fc.property(segments, (cues) => {
        const parsed = parse(printTranscript(createTranscriptOf(cues), format));
        const wordsOf = (list: readonly Cue[]) =>
          list
            .map((cue) => cue.text)
            .join(' ')
            .replace(/\s/gu, '');
        expect(wordsOf(parsed?.cues ?? [])).toBe(wordsOf(cues));
      }),
      { numRuns: 200 },
    );
  });
});
