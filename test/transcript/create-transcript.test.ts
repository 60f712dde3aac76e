import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type Cue,
  createTranscript,
  detectLanguage,
  type TranscriptParts,
} from '../../src/transcript/index.ts';

const parts = (cues: readonly Cue[]): TranscriptParts => ({
  cues,
  metadata: { platform: 'file', title: 'T' },
  origin: 'file',
  kind: 'unknown',
  warnings: ['heard'],
});
const speech = (words: number, seconds: number): Cue[] =>
  Array.from({ length: words / 10 }, (_, index) => ({
    start: (index * seconds * 10) / words,
    end: ((index + 1) * seconds * 10) / words,
    text: `so ${index} we all know that the ferry left it`,
  }));

describe('createTranscript', () => {
  it('counts words, hashes the units joined by line feeds, and leaves the word times out of the segments', () => {
    const cues = [{ start: 0, end: 2, text: 'We sail at noon.', words: [{ text: 'We', start: 0 }] }];
    const transcript = createTranscript(parts(cues));
    expect(transcript).toMatchObject({
      words: 4,
      segments: [{ start: 0, end: 2, text: 'We sail at noon.' }],
      warnings: ['heard'],
    });
    expect(transcript.segments[0]).not.toHaveProperty('words');
    expect(transcript.sha256).toBe(createHash('sha256').update('We sail at noon.').digest('hex'));
    const two = createTranscript(parts([{ text: 'One.' }, { text: 'Two.', turn: true }]));
    expect(two.sha256).toBe(createHash('sha256').update('One.\nTwo.').digest('hex'));
  });

  it('refuses a transcript of nothing but hesitation', () => {
    expect(() => createTranscript(parts([{ text: 'uh, um' }]))).toThrow(
      expect.objectContaining({ code: 'TRANSCRIPT_EMPTY' }),
    );
  });

  it.each([
    [150, 60, 0],
    [30 * 10, 600, 1],
    [350, 60, 1],
  ])('has the usual warnings about %i words in %i seconds: %i', (words, seconds, count) => {
    expect(createTranscript(parts(speech(words, seconds))).warnings).toHaveLength(1 + count);
  });

  it('refuses more than 450 words a minute', () => {
    expect(() => createTranscript(parts(speech(500, 60)))).toThrow(
      expect.objectContaining({ code: 'TRANSCRIPT_UNUSABLE' }),
    );
  });

  it('asks no speed of untimed text, of scripts without spaces, and of a few words', () => {
    expect(createTranscript(parts([{ text: 'the ferry left port '.repeat(200) }])).warnings).toEqual([
      'heard',
    ]);
    expect(
      createTranscript(parts([{ start: 0, end: 10, text: '我们从一系列很小的数字开始'.repeat(40) }]))
        .warnings,
    ).toEqual(['heard']);
    expect(
      createTranscript(parts([{ start: 0, end: 0.5, text: 'the ferry left port at noon' }])).warnings,
    ).toEqual(['heard']);
  });

  it('takes a given language in its canonical form, and else the one of the text', () => {
    const cues = [{ text: 'the ferry left the port and it was not late for us' }];
    expect(createTranscript({ ...parts(cues), language: 'EN_gb' }).language).toBe('en-GB');
    expect(createTranscript({ ...parts(cues), language: 'not a tag!' }).language).toBe('en');
    expect(createTranscript(parts(cues)).language).toBe('en');
  });
});

describe('detectLanguage', () => {
  it.each([
    ['en', 'The mayor said that the bridge is closed and that it will be open in May for all of us.'],
    ['de', 'Die Bürgermeisterin hat gesagt, dass die Brücke gesperrt ist und wir sie im Mai wieder öffnen.'],
    ['es', 'La alcaldesa dijo que el puente está cerrado y que lo van a abrir en mayo para todos.'],
    [
      'fr',
      'La maire a dit que le pont est fermé et que nous allons le rouvrir en mai pour tous les habitants.',
    ],
    ['pt', 'A prefeita disse que a ponte está fechada e que ela não vai abrir antes de maio para todos.'],
    ['it', 'La sindaca ha detto che il ponte è chiuso e che non si apre prima di maggio per tutti.'],
    ['nl', 'De burgemeester zegt dat de brug dicht is en dat we hem in mei weer open doen voor het verkeer.'],
    ['pl', 'Burmistrz powiedziała, że most jest zamknięty i nie będzie otwarty przed majem dla wszystkich.'],
    [
      'tr',
      'Belediye başkanı köprünün kapalı olduğunu ve mayıs ayına kadar bir şey olmayacağını çok açık söyledi.',
    ],
    ['ru', 'Мэр сказала, что мост закрыт и мы откроем его только в мае.'],
    ['uk', 'Мерка сказала, що міст закрито і ми відкриємо його лише в травні.'],
    ['ar', 'قالت رئيسة البلدية إن الجسر مغلق وسوف يفتح في مايو.'],
    ['hi', 'महापौर ने कहा कि पुल बंद है और मई में खुलेगा।'],
    ['ja', '市長は橋が閉鎖されていると述べ、五月に再開すると言いました。'],
    ['zh', '市长说桥已经关闭，我们会在五月重新开放。'],
    ['zh-Hant', '市長說橋已經關閉，我們會在五月重新開放這個橋。'],
    ['ko', '시장은 다리가 폐쇄되었으며 오월에 다시 열 것이라고 말했다.'],
    ['und', '4711 -- 12'],
    ['und', 'Zxq blorp frim.'],
  ])('tells %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});
