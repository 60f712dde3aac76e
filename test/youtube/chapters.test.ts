import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseChapters } from '../../src/transcript/youtube/chapters.ts';

describe('parseChapters', () => {
  it('reads a list that begins at 0:00, between other lines', () => {
    const description =
      'Our programme:\n\n00:00 Good evening\n00:18 Weather: rain, then sun\n1:02:03 Sports\n\n(Edited later.)';
    expect(parseChapters(description)).toEqual([
      { start: 0, title: 'Good evening' },
      { start: 18, title: 'Weather: rain, then sun' },
      { start: 3_723, title: 'Sports' },
    ]);
  });

  test.each([
    ['brackets', '[00:00] A\n[01:00] B\n[02:00] C'],
    ['bullets and dashes', '• 0:00 - A\n• 1:00 – B\n• 2:00 — C'],
    ['bars', '0:00 | A\n1:00 | B\n2:00 | C'],
    ['ranges', '0:00 - 1:00 A\n1:00 - 2:00 B\n2:00 – 3:00 C'],
    ['times behind the titles', 'A 0:00\nB - 1:00\nC (2:00)'],
    ['emoji in front', '▶️ 0:00 A\n▶️ 1:00 B\n▶️ 2:00 C'],
    ['numbers', '1. 0:00 A\n2. 1:00 B\n3. 2:00 C'],
    ['carriage returns', '0:00 A\r\n1:00 B\r\n2:00 C'],
    ['minutes above 59', '0:00 A\n1:00 B\n2:00 C\n75:30 D'],
  ])('reads a list written with %s', (_, description) => {
    const titles = parseChapters(description)?.map(({ title }) => title);
    expect(titles?.slice(0, 3)).toEqual(['A', 'B', 'C']);
  });

  it('leaves out a sentence that names two times', () => {
    const description = 'A 0:00\nQ&A at 3:00 and 4:00\nB 5:00\nC 9:00';
    expect(parseChapters(description)?.map(({ title }) => title)).toEqual(['A', 'B', 'C']);
  });

  it('leaves out a time of day', () => {
    const description = '0:00 A\n1:00 B\n2:00 C\n12:30 pm every weekday';
    expect(parseChapters(description)).toHaveLength(3);
  });

  it('ends the list where the times fall back', () => {
    const description = '0:00 A\n1:00 B\n2:00 C\nIn French:\n0:00 Un\n1:00 Deux\n2:00 Trois';
    expect(parseChapters(description)?.map(({ title }) => title)).toEqual(['A', 'B', 'C']);
  });

  it('leaves out what would begin after the end of the video', () => {
    expect(parseChapters('0:00 A\n1:00 B\n2:00 C\n59:00 Gone', 600)).toHaveLength(3);
  });

  test.each([
    ['does not begin at 0:00', '0:30 A\n1:00 B\n2:00 C'],
    ['has fewer than three', '0:00 A\n1:00 B'],
    ['has one shorter than ten seconds', '0:00 A\n0:09 B\n2:00 C'],
    ['has no titles', '0:00\n1:00\n2:00'],
    ['is prose', 'We meet at 3:00 and leave at 4:00.'],
    ['is empty', ''],
    ['holds clock times with seconds out of range', '0:00 A\n1:75 B\n2:99 C'],
  ])('finds none in a description that %s', (_, description) => {
    expect(parseChapters(description)).toBeUndefined();
  });

  it('gives only ascending chapters with titles, whatever the text', () => {
    const line = fc.oneof(
      fc
        .tuple(fc.nat(90), fc.nat(70), fc.string({ maxLength: 20 }))
        .map(([m, s, title]) => `${m}:${String(s).padStart(2, '0')} ${title}`),
      fc.string({ unit: 'binary' }),
      fc.constant('0:00 Start'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const chapters = parseChapters(lines.join('\n'));
        if (!chapters) return;
        expect(chapters.length).toBeGreaterThanOrEqual(3);
        expect(chapters[0]?.start).toBe(0);
        for (const [index, { start, title }] of chapters.entries()) {
          expect(title.trim()).not.toBe('');
          expect(start - (chapters[index - 1]?.start ?? -10)).toBeGreaterThanOrEqual(10);
        }
      }),
      { numRuns: 500 },
    );
  });
});
