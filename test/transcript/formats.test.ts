import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ParsedTranscript, parseTranscript } from '../../src/transcript/index.ts';

function parseFixture(name: string): ParsedTranscript {
  return parseTranscript(readFileSync(new URL(`../fixtures/transcript/${name}`, import.meta.url)));
}

/** `start-end speaker! text`, the mark for a new turn. */
function linesOf({ cues }: ParsedTranscript): string[] {
  return cues.map(({ start, end, speaker, turn, text }) => {
    const time = start === undefined ? '' : `${start}-${end} `;
    return `${time}${speaker ?? ''}${turn ? '! ' : speaker === undefined ? '' : ': '}${text}`;
  });
}

describe('WebVTT', () => {
  it('reads voices, dashes, entities and several lines, and leaves out comments, styles, tags and noise', () => {
    const parsed = parseFixture('manual.vtt');
    expect(linesOf(parsed)).toEqual([
      '1-4 Ana Ruiz! Good evening. The harbour fund holds $12 million.',
      '4-7.5 Tom Okafor! Is that "enough"?',
      '9-10.125 ! It is.',
      '10.125-12 ! For R&D, too?',
    ]);
    expect(parsed).toMatchObject({
      format: 'vtt',
      kind: 'manual',
      language: 'en',
      metadata: { videoId: 'hbrR1dgeM0c' },
    });
  });

  it('says each line of rolling captions once, real repetition and untimed last lines included', () => {
    const parsed = parseFixture('rolling.vtt');
    expect(linesOf(parsed)).toEqual([
      '0.24-2.79 the ferry left port',
      '2.8-5.59 at noon with ninety',
      '5.6-6.59 no',
      '6.6-7.59 no',
      '7.6-8.59 ! no passengers',
      '20-21 home',
    ]);
    expect(parsed.kind).toBe('auto');
  });

  it('keeps the times of words in rolling captions', () => {
    expect(parseFixture('rolling.vtt').cues[1]?.words).toEqual([
      { text: 'at', start: 2.8 },
      { text: 'noon', start: 3.28 },
      { text: 'with', start: 3.679 },
      { text: 'ninety', start: 4.16 },
    ]);
  });
});

describe('SubRip', () => {
  it('reads past empty captions, keeps spoken numbers, and leaves out tags, positions and notes of music', () => {
    const parsed = parseFixture('captions.srt');
    expect(linesOf(parsed)).toEqual([
      '1-3 The harbour was built in 1911.',
      '4-5 2026',
      '5-8 and it still works.',
    ]);
    expect(parsed.format).toBe('srt');
  });

  it('reads files without blank lines between the captions', () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\none\n2\n00:00:02,000 --> 00:00:03,000\ntwo\n';
    expect(parseTranscript(Buffer.from(text)).cues.map((cue) => cue.text)).toEqual(['one', 'two']);
  });
});

describe('json3', () => {
  it('reads automatic captions with the times of their words, numbers as strings, and the profanity mask', () => {
    const parsed = parseFixture('auto.json3.json');
    expect(linesOf(parsed)).toEqual(['1-2.6 the crane fell', '2.6-6 at [ __ ] dawn']);
    expect(parsed.cues[1]?.words).toEqual([
      { text: 'at', start: 2.6 },
      { text: '[ __ ]', start: 2.9 },
      { text: 'dawn', start: 3.5 },
    ]);
    expect(parsed).toMatchObject({ format: 'json3', kind: 'auto' });
  });

  it('takes the text of manual captions as it stands, which has neither tags nor entities', () => {
    const parsed = parseFixture('manual.json3.json');
    expect(linesOf(parsed)).toEqual(['0-2 a <b> & c d', '2-4 e &amp; f']);
    expect(parsed.kind).toBe('manual');
  });
});

describe('XML of YouTube', () => {
  it('reads srv1 in seconds, decodes its two layers once each, and takes typed tags out', () => {
    const parsed = parseFixture('classic.srv1.xml');
    expect(parsed.cues.map((cue) => cue.text)).toEqual(['It\'s "closed"', '<i>not</i> R&D open']);
    expect(parsed.cues[0]).toMatchObject({ start: 0.5, end: 3 });
    expect(parsed.format).toBe('srv1');
  });

  it('reads srv3 in milliseconds, text outside the word elements and line breaks included', () => {
    const parsed = parseFixture('auto.srv3.xml');
    expect(linesOf(parsed)).toEqual(["1-4 it's a slow ferry", '4-7 one two <three>']);
    expect(parsed.cues[0]?.words?.map((word) => word.start)).toEqual([1, 1.9, 2.74]);
    expect(parsed).toMatchObject({ format: 'srv3', kind: 'auto' });
  });
});

describe('JSON lists', () => {
  it('reads {text, start, duration} in seconds and ends a caption where the next begins', () => {
    expect(linesOf(parseFixture('transcript-api.json'))).toEqual([
      '1.5-3.25 the vote is',
      '3.25-5.75 on & off',
    ]);
  });

  it('takes times that no speech could have for milliseconds', () => {
    expect(linesOf(parseFixture('milliseconds.json'))).toEqual([
      '1.5-4.5 the vote is at noon today in town',
      '4.5-7 and it may well be close',
    ]);
  });

  it('reads segments, word times, speakers and language of Whisper', () => {
    const parsed = parseFixture('whisper.json');
    expect(linesOf(parsed)).toEqual(['0-1.5 Hello there.', '2-3 SPEAKER_01! We sail.']);
    expect(parsed.cues[0]?.words).toEqual([
      { text: 'Hello', start: 0.1 },
      { text: 'there.', start: 0.6 },
    ]);
    expect(parsed.language).toBe('en');
  });

  it('skips entries of the wrong form with a warning', () => {
    const items = [
      { text: 'one', start: '12.5', duration: 'abc' },
      { text: null, start: 2 },
      42,
      { text: 'two', start: 1e308 },
    ];
    const parsed = parseTranscript(Buffer.from(JSON.stringify(items)));
    expect(parsed.cues.map(({ text, start }) => [text, start])).toEqual([['one', 12.5]]);
    expect(parsed.warnings).toEqual(['3 entries without text and a usable time were left out.']);
  });

  it('reads several transcripts in one file one after the other, without times that would mix them', () => {
    const lists = [[{ text: 'first', start: 0, duration: 2 }], [{ text: 'second', start: 0, duration: 2 }]];
    const parsed = parseTranscript(Buffer.from(JSON.stringify(lists)));
    expect(linesOf(parsed)).toEqual(['first', 'second']);
    expect(parsed.warnings).toHaveLength(1);
  });
});

describe('text', () => {
  it('keeps paragraphs of prose whole and does not take a colon for a speaker', () => {
    const parsed = parseFixture('prose.txt');
    expect(linesOf(parsed)).toEqual([
      'The ferry left the port at noon. Note: nobody was hurt. Here is the thing: it was late.',
      'A second paragraph says more & more.',
    ]);
    expect(parsed.format).toBe('text');
  });

  it('reads bracketed times, shares a time that stands twice, and does not stretch words over a silence', () => {
    expect(linesOf(parseFixture('stamped.txt'))).toEqual([
      '1-2.4 The ferry left',
      '4-5.7 ! Who was on it?',
      '5.7-7.4 ! Ninety people.',
      '70-70.8 That is all.',
    ]);
  });

  it('reads the transcript panel, where each time stands above its line', () => {
    expect(parseFixture('panel.txt').cues.map(({ start, text }) => [start, text])).toEqual([
      [0, 'The ferry left'],
      [4, 'port at noon'],
      [3723, 'and came back'],
    ]);
  });
});

describe('Markdown', () => {
  it('reads front matter, bold names, links and emphasis', () => {
    const parsed = parseFixture('speakers.md');
    expect(linesOf(parsed)).toEqual([
      'Ana Ruiz! Welcome to the harbour. It is old.',
      'Ana Ruiz: It really is.',
      'Tom Okafor! Thanks, Ana.',
      'Tom Okafor: Note: recorded in May.',
    ]);
    expect(parsed).toMatchObject({
      format: 'markdown',
      language: 'en-GB',
      metadata: {
        title: 'Harbour talk',
        show: 'Quay Side',
        channel: { name: 'Port TV' },
        publishedAt: '2026-02-03',
        url: 'https://www.youtube.com/watch?v=hbrR1dgeM0c',
      },
    });
  });

  it('reads names with times and links, and the video from the links', () => {
    const parsed = parseFixture('linked.md');
    expect(parsed.cues.map(({ start, speaker, text }) => [start, speaker, text])).toEqual([
      [0, 'Ana Ruiz', 'Welcome to the harbour.'],
      [12, 'Tom Okafor', 'Thanks.'],
      [20, 'Tom Okafor', 'It is old.'],
      [31, 'Ana Ruiz', 'It is.'],
    ]);
    expect(parsed.metadata.videoId).toBe('hbrR1dgeM0c');
  });

  it('takes headings that end in a colon for speakers and the first heading for the title', () => {
    const parsed = parseFixture('headings.md');
    expect(linesOf(parsed)).toEqual([
      'Ana Ruiz! Welcome.',
      'Tom Okafor! Thanks.',
      'Tom Okafor: And one thing more.',
    ]);
    expect(parsed.metadata.title).toBe('2026-02-03 Harbour talk');
  });

  it('reads official transcripts: offices in capitals, questions without a name, remarks in brackets kept', () => {
    const parsed = parseFixture('press-conference.md');
    expect(linesOf(parsed)).toEqual([
      'Quay 4',
      '8:47 P.M. CEST',
      'THE MAYOR! Good evening. The bridge is open.',
      '! Thank you. When?',
      'THE MAYOR! (As interpreted.) In May. First item: money.',
      '! And how much?',
      'COUNCILLOR HALE. Nothing.',
    ]);
    expect(parsed.metadata).toEqual({ title: 'Remarks at the harbour', publishedAt: '2026-02-03T22:09:54Z' });
  });

  const markdown = (...blocks: string[]) => linesOf(parseTranscript(Buffer.from(blocks.join('\n\n'))));

  it('takes any name in bold for a speaker, with brackets or an office in it', () => {
    const office = 'Tom Okafor, professor of the history of bridges, quays and all that stands in the water';
    expect(markdown('**VM (Vicky) Ruiz:** Yes.', `**${office}:** No.`, '**VM (Vicky) Ruiz:** Oh.')).toEqual([
      'VM (Vicky) Ruiz! Yes.',
      `${office}! No.`,
      'VM (Vicky) Ruiz! Oh.',
    ]);
  });

  it('takes bold headings of an article for no speakers, though one looks like a name', () => {
    const headings = [
      '**What it will cost the town**',
      '**Strengthening Local Ports**',
      '**Called to order:** at noon',
    ];
    expect(markdown(...headings, '**Presiding:** the mayor')).toEqual([
      'What it will cost the town',
      'Strengthening Local Ports',
      'Called to order: at noon',
      'Presiding: the mayor',
    ]);
  });

  it('takes bold names that come back for speakers among bold headings', () => {
    const turns = ['**Ana Ruiz**\nYes.', '**What is it?**', '**How does it work?**', '**Ana Ruiz**\nNo.'];
    expect(markdown(...turns)).toEqual([
      'Ana Ruiz! Yes.',
      'Ana Ruiz: What is it?',
      'Ana Ruiz: How does it work?',
      'Ana Ruiz: No.',
    ]);
  });

  it('leaves a bold break between speakers out, with its time', () => {
    expect(
      markdown('**Ana Ruiz:** Yes.', '**Break:** \\[16:16\\]', '**Ana Ruiz:** No.', '**Break:**'),
    ).toEqual(['Ana Ruiz! Yes.', 'Ana Ruiz: No.']);
  });

  it('leaves front matter that is not YAML out, with a warning', () => {
    const parsed = parseTranscript(Buffer.from('---\ntitle: [b\n---\nWe sail at noon.\n'));
    expect(parsed.cues.map((cue) => cue.text)).toEqual(['We sail at noon.']);
    expect(parsed.warnings).toEqual(['The front matter is not valid YAML; it was left out.']);
  });
});
