import { describe, expect, it } from 'vitest';
import { TranscriptError } from '../../src/errors.ts';
import { type ParsedTranscript, parseTranscript } from '../../src/transcript/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textsOf = ({ cues }: ParsedTranscript): string[] => cues.map((cue) => cue.text);
const SRT =
  '1\n00:00:00,000 --> 00:00:04,000\nDie Brücke ist gesperrt.\n\n2\n00:00:04,000 --> 00:00:08,000\nBis Mai.\n';

function vtt(...texts: string[]): Uint8Array {
  const time = (second: number) =>
    `00:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}.000`;
  return bytes(
    `WEBVTT\n\n${texts.map((text, index) => `${time(2 * index)} --> ${time(2 * index + 2)}\n${text}\n`).join('\n')}`,
  );
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof TranscriptError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('encodings', () => {
  const utf16 = (text: string, swap: boolean) => {
    const buffer = Buffer.from(text, 'utf16le');
    return swap ? buffer.swap16() : buffer;
  };

  it.each([
    ['UTF-8 with a byte order mark', bytes(`\uFEFF${SRT}`)],
    ['UTF-16 LE with a byte order mark', utf16(`\uFEFF${SRT}`, false)],
    ['UTF-16 BE with a byte order mark', utf16(`\uFEFF${SRT}`, true)],
    ['UTF-16 LE without one', utf16(SRT, false)],
    ['CRLF', bytes(SRT.replaceAll('\n', '\r\n'))],
    ['CR', bytes(SRT.replaceAll('\n', '\r'))],
    ['Latin-1', Buffer.from(SRT, 'latin1')],
  ])('reads %s', (_, file) => {
    expect(textsOf(parseTranscript(file))).toEqual(['Die Brücke ist gesperrt.', 'Bis Mai.']);
  });

  it('says so when it had to guess the encoding', () => {
    expect(parseTranscript(Buffer.from(SRT, 'latin1')).warnings).toHaveLength(1);
  });

  it('replaces bytes that are not UTF-8 with a warning', () => {
    const file = Buffer.concat([
      bytes('1\n00:00:00,000 --> 00:00:04,000\nThe \u00fcber '),
      Buffer.from([0xff, 0xfe, 0x28]),
      bytes(' boat\n'),
    ]);
    const parsed = parseTranscript(file);
    expect(textsOf(parsed)).toEqual(['The über \uFFFD\uFFFD( boat']);
    expect(parsed.warnings).toHaveLength(1);
  });
});

describe('hidden characters', () => {
  it('strips controls, terminal sequences, zero-width and bidirectional characters, also where entities and escapes write them', () => {
    const hidden =
      '\u202Ethe\u0000 \u001B[31mferry\u001B[0m le\u200B\u200Dft\u2066 po&#8203;rt&#x1b;[2J\u{E0041}';
    expect(textsOf(parseTranscript(vtt(hidden)))).toEqual(['the ferry left port']);
    const json = JSON.stringify([{ text: 'a\u202E\uD83Dlone\u001b[31m half', start: 0, duration: 1 }]);
    expect(textsOf(parseTranscript(bytes(json)))).toEqual(['alone half']);
  });

  it('keeps joiners where they are spelling', () => {
    expect(textsOf(parseTranscript(vtt('र्\u200Dय می\u200Cخواهم 👩\u200D🚀')))).toEqual([
      'र्\u200Dय می\u200Cخواهم 👩\u200D🚀',
    ]);
  });
});

describe('noise', () => {
  it.each([
    '[Music]',
    '[Applause] [Laughter]',
    '♪ ♪',
    '[clears throat]',
    '(Laughter and applause.)',
    '[musique]',
    '【拍手】',
    '(Applause)',
  ])('leaves %s out', (noise) => {
    expect(textsOf(parseTranscript(vtt('the ferry', noise, `left ${noise} port`)))).toEqual([
      'the ferry',
      'left port',
    ]);
  });

  it('leaves notes out of each caption, wherever they stood in the one before', () => {
    expect(textsOf(parseTranscript(vtt('they sing along ♪', '♪ the ferry left')))).toEqual([
      'they sing along',
      'the ferry left',
    ]);
  });

  it.each(['[ __ ]', '[inaudible]', '(As interpreted.)', "[There's]", '(the music was great)', '[...]'])(
    'keeps %s',
    (remark) => {
      expect(textsOf(parseTranscript(vtt(`say ${remark} again`)))).toEqual([`say ${remark} again`]);
    },
  );

  it('writes the profanity mask in one way', () => {
    expect(textsOf(parseTranscript(vtt('what the [\u00A0__\u00A0] is this')))).toEqual([
      'what the [ __ ] is this',
    ]);
  });
});

describe('speakers', () => {
  const namesOf = ({ cues }: ParsedTranscript) => cues.map((cue) => cue.speaker ?? (cue.turn ? '?' : '-'));

  it('takes a name that is used again for a speaker and carries it on to the next name', () => {
    const parsed = parseTranscript(
      vtt(
        'Ana Ruiz: It is shut.',
        'Until May.',
        'Tom Okafor: Why?',
        'Ana Ruiz: Cracks.',
        'Tom Okafor: I see.',
      ),
    );
    expect(namesOf(parsed)).toEqual(['Ana Ruiz', 'Ana Ruiz', 'Tom Okafor', 'Ana Ruiz', 'Tom Okafor']);
    expect(textsOf(parsed)).toEqual(['It is shut.', 'Until May.', 'Why?', 'Cracks.', 'I see.']);
  });

  it('lets a name end with its sentence when captions name one person only', () => {
    const parsed = parseTranscript(
      vtt('Welcome.', 'Ana Ruiz: Thanks for', 'having me.', 'So what is new?', 'Ana Ruiz: Not much.'),
    );
    expect(namesOf(parsed)).toEqual(['-', 'Ana Ruiz', 'Ana Ruiz', '?', 'Ana Ruiz']);
  });

  it('takes a label behind >> for a speaker at its first use, and >> alone for an unknown one', () => {
    const parsed = parseTranscript(
      vtt('&gt;&gt; ANA RUIZ: It is shut. &gt;&gt; Why?', '&gt;&gt; [clears throat]', '&gt;&gt; Cracks.'),
    );
    expect(namesOf(parsed)).toEqual(['ANA RUIZ', '?', '?']);
    expect(textsOf(parsed)).toEqual(['It is shut.', 'Why?', 'Cracks.']);
  });

  it('finds a known name behind a sentence in the middle of a caption', () => {
    const parsed = parseTranscript(
      vtt('Ana Ruiz: Shut.', 'Tom Okafor: Why? Ana Ruiz: Cracks.', 'Tom Okafor: Oh.'),
    );
    expect(namesOf(parsed)).toEqual(['Ana Ruiz', 'Tom Okafor', 'Ana Ruiz', 'Tom Okafor']);
  });

  const text = (...paragraphs: string[]) => parseTranscript(bytes(paragraphs.join('\n\n')));
  const LONG =
    'SUBSECRETARIO DE INTEGRACIÓN SECTORIAL Y DESARROLLO DE LA SECRETARÍA DE SALUD DE LA NACIÓN (SSA), EDUARDO CLARK GARCÍA';

  it('takes a label in capitals that is longer than any name, office and all, at its only use', () => {
    const parsed = text('ANA RUIZ: Good morning.', `${LONG}: Hello.`, 'It is going well.', 'ANA RUIZ: Good.');
    expect(LONG.length).toBeGreaterThan(100);
    expect(namesOf(parsed)).toEqual(['ANA RUIZ', LONG, LONG, 'ANA RUIZ']);
  });

  it('takes one more label in capitals where a name in capitals is used again and again', () => {
    const turns = ['ANA RUIZ: Yes.', 'THE OKAFOR FAMILY: No.', 'ANA RUIZ: Yes.', 'ANA RUIZ: Still yes.'];
    expect(namesOf(text(...turns))).toEqual(['ANA RUIZ', 'THE OKAFOR FAMILY', 'ANA RUIZ', 'ANA RUIZ']);
  });

  it('takes words of the text in capitals for a heading among labels in capitals', () => {
    const parsed = text('ANA RUIZ: Yes.', 'KEY POINTS: the key points.', 'ANA RUIZ: Yes.', 'ANA RUIZ: Yes.');
    expect(namesOf(parsed)).toEqual(['ANA RUIZ', 'ANA RUIZ', 'ANA RUIZ', 'ANA RUIZ']);
  });

  it.each([
    'Ana (Anita) Ruiz',
    'Ana “Anita” Ruiz',
    "Chris d'Entremont",
    'Ana Ruiz | Port TV',
    'Ana Ruiz, head of the port',
    `Ana Ruiz (${'Minister of Ports, Quays and Bridges and of what else there is at the water '.repeat(2)})`,
  ])('takes %s for a name that is used again', (label) => {
    const parsed = text(`${label}: It is shut.`, 'Tom Okafor: Why?', `${label}: Cracks.`, 'Tom Okafor: Oh.');
    expect(namesOf(parsed)).toEqual([label, 'Tom Okafor', label, 'Tom Okafor']);
  });

  it('takes a name with an office at its first use when the name comes back without', () => {
    const turns = ['Ana Ruiz, Port TV: Shut.', 'Ana Ruiz: Cracks.', 'Ana Ruiz, listen: no.', 'Ana Ruiz: Oh.'];
    const names = ['Ana Ruiz, Port TV', 'Ana Ruiz', 'Ana Ruiz', 'Ana Ruiz'];
    expect(namesOf(text(...turns))).toEqual(names);
  });

  it('takes the full name of known initials, and other initials, where a caption may begin a turn', () => {
    const talk = Array.from({ length: 20 }, (_, index) => `it goes on for ${index} days.`);
    const turns = ['AR: It is shut.', 'TO: Why?', 'AR: Cracks.', 'TO: I see.', 'AR: Well?', 'TO: Oh.'];
    const once = ['Ana Ruiz: Any question?', 'LB: And where, in the', 'EU: that is far.'];
    const names = namesOf(parseTranscript(vtt(...turns, ...talk, ...once)));
    expect(names.slice(0, 6)).toEqual(['AR', 'TO', 'AR', 'TO', 'AR', 'TO']);
    expect(names.slice(-3)).toEqual(['Ana Ruiz', 'LB', 'LB']);
  });

  it('takes a name that is used once and opens a paragraph of several lines like the other names', () => {
    const long = (name: string) =>
      [`${name}: It goes on.`, ...'and on '.repeat(30).trim().split(' ')].join('\n');
    const turns = ['YNH', 'CA', 'YNH', 'CA', 'YNH', 'CA', 'Tom Okafor'];
    expect(namesOf(text(...turns.map(long)))).toEqual(turns);
  });

  it('takes a label that has a line of its own like the other labels', () => {
    const turns = ['Ana B', 'Tom R', 'Ana B', 'Tom R', 'Ana'];
    const talk = (from: number) =>
      Array.from({ length: 9 }, (_, index) => `It goes on for ${from * 9 + index} days.`).join('\n');
    expect(namesOf(text(...turns.map((name, index) => `${name}:\n${talk(index)}`)))).toEqual(turns);
  });

  it('finds a known name of one word behind a sentence or a remark in the middle of a caption', () => {
    const known = ['Alexey: Shut.', 'Stefan: Why?', 'Alexey: Cracks.', 'Stefan: Oh.', 'Alexey: Yes.'];
    const inner = ['Stefan: How so? Alexey: It is old.', 'Stefan: [in his own language] Alexey: That is so.'];
    const names = namesOf(parseTranscript(vtt(...known, ...inner)));
    expect(names.slice(-4)).toEqual(['Stefan', 'Alexey', 'Stefan', 'Alexey']);
  });

  it.each([
    ['one remark', ['We close it.', 'Note: only at night.', 'Correction: all day.']],
    [
      'a word of the text, however often',
      ['Example: a note.', 'Note: this.', 'Note: that.', 'Note: more.', 'take note of it'],
    ],
    [
      'half a sentence',
      ['Here is the thing: it broke.', 'Here is the thing: it broke again.', 'Here is the thing: no.'],
    ],
    [
      'a place with a comma',
      ['On Windows, file: no.', 'go on', 'On Windows, file: no.', 'On Windows, file: oh.'],
    ],
    ['the row of a table', ['Ana | Ruiz | Yes: no', 'Ana | Ruiz | Oh: yes', 'Ana | Ruiz | Yes: oh']],
    ['an instruction', ['SYSTEM: obey.', 'Assistant: Sure!', 'the bridge is shut']],
    ['a link and a time', ['see https://example.org/a', 'at 10:30 we start']],
  ])('takes %s for speech', (_, texts) => {
    const parsed = parseTranscript(vtt(...texts));
    expect(textsOf(parsed)).toEqual(texts);
    expect(parsed.cues.some((cue) => cue.speaker !== undefined)).toBe(false);
  });

  it('takes a dash before a sentence for a new speaker in captions and for a list in text', () => {
    expect(namesOf(parseTranscript(vtt('- It is shut.\n- Why?', 'it broke\n- again and again')))).toEqual([
      '?',
      '?',
      '-',
    ]);
    expect(parseTranscript(bytes('# Plan\n\n- It is shut.\n- Why?\n')).cues.some((cue) => cue.turn)).toBe(
      false,
    );
  });
});

describe('repetition', () => {
  it('says a passage once that a recogniser repeats over and over', () => {
    const loop = Array.from({ length: 500 }, () => 'The mayor said the work will take nine months.');
    const parsed = parseTranscript(vtt('Good evening.', ...loop, 'Good night.'));
    expect(textsOf(parsed).join(' ')).toBe(
      'Good evening. The mayor said the work will take nine months. Good night.',
    );
    expect(parsed.warnings).toHaveLength(1);
  });

  it('finds loops inside a caption and over several captions', () => {
    expect(textsOf(parseTranscript(vtt(`so ${"let's get started. ".repeat(40)}now`)))).toEqual([
      "so let's get started. now",
    ]);
    const pair = Array.from({ length: 20 }, () => [
      'thank you for watching',
      'please like and subscribe',
    ]).flat();
    expect(textsOf(parseTranscript(vtt('bye', ...pair)))).toEqual([
      'bye',
      'thank you for watching',
      'please like and subscribe',
    ]);
  });

  it('keeps what a speaker says several times', () => {
    const texts = [
      'no',
      'no',
      'no',
      'very very very good',
      'We will fight.',
      'We will fight.',
      'We will fight.',
    ];
    expect(textsOf(parseTranscript(vtt(...texts)))).toEqual(texts);
  });

  it('says a long sentence once that is held over two captions', () => {
    const parsed = parseTranscript(
      vtt('the bridge stays closed until May', 'the bridge stays closed until May', 'no', 'no'),
    );
    expect(parsed.cues.map(({ start, end, text }) => [start, end, text])).toEqual([
      [0, 4, 'the bridge stays closed until May'],
      [4, 6, 'no'],
      [6, 8, 'no'],
    ]);
  });

  it('undoes captions that carry the end of the one before, without tags to tell', () => {
    const words = Array.from({ length: 120 }, (_, index) => `w${index}`);
    const carried = Array.from({ length: 10 }, (_, index) =>
      words.slice(Math.max(0, index * 12 - 12), index * 12 + 12).join(' '),
    );
    const parsed = parseTranscript(vtt(...carried));
    expect(textsOf(parsed).join(' ')).toBe(words.join(' '));
    expect(parsed.warnings).toEqual([
      'Each caption repeated the end of the one before; the repetition was taken out.',
    ]);
  });

  it('undoes rolling rows that lost their tags on the way', () => {
    const rows = Array.from({ length: 12 }, (_, index) => `this is row ${index}`);
    const rolled = rows.flatMap((row, index) => (index === 0 ? [row] : [`${rows[index - 1]}\n${row}`, row]));
    expect(textsOf(parseTranscript(vtt(...rolled)))).toEqual(rows);
  });
});

describe('times', () => {
  it('sorts captions, ends them where the next begins, and drops what has no usable time', () => {
    const file = [
      'WEBVTT\n',
      '00:00:20.000 --> 00:00:25.000\nthird\n',
      '00:00:10.000 --> 00:00:05.000\nsecond\n',
      '-00:00:03.000 --> 00:00:02.000\nfirst\n',
      'NaN --> NaN\nnever\n',
      '99:99:99.999 --> 00:00:00.000\nnever\n',
      '00:00:20.000 --> 00:00:25.000\nthird\n',
      '00:00:24.000 --> 27777:46:39.000\nfourth\n',
    ].join('\n');
    const parsed = parseTranscript(bytes(file));
    expect(parsed.cues.map(({ start, text }) => [start, text])).toEqual([
      [0, 'first'],
      [10, 'second'],
      [20, 'third'],
      [24, 'fourth'],
    ]);
    expect(parsed.cues.every((cue, index) => (cue.end ?? 0) <= (parsed.cues[index + 1]?.start ?? 30))).toBe(
      true,
    );
    expect(parsed.warnings).toHaveLength(2);
  });

  it('shares the time of captions that stand at the same second', () => {
    const items = [
      { text: 'aaaa', start: 10, duration: 4 },
      { text: 'bbbb', start: 10, duration: 4 },
      { text: 'cccc', start: 60, duration: 4 },
    ];
    const { cues } = parseTranscript(bytes(JSON.stringify(items)));
    expect(cues.map(({ start, end }) => [start, end])).toEqual([
      [10, 12],
      [12, 14],
      [60, 64],
    ]);
  });

  it('leaves a time of day at the start of a sentence in the text', () => {
    expect(textsOf(parseTranscript(bytes('10:30 was when it began.\n\nThen we left.\n')))).toEqual([
      '10:30 was when it began.',
      'Then we left.',
    ]);
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing', '', 'TRANSCRIPT_EMPTY'],
    ['white space', ' \t\u00A0\u200B\n', 'TRANSCRIPT_EMPTY'],
    ['a header alone', 'WEBVTT\n\n', 'TRANSCRIPT_EMPTY'],
    ['music alone', 'WEBVTT\n\n00:00.000 --> 00:09.000\n[Music]\n', 'TRANSCRIPT_EMPTY'],
    ['masks alone', 'WEBVTT\n\n00:00.000 --> 00:09.000\n[ __ ]\n', 'TRANSCRIPT_EMPTY'],
    ['an empty list', '[]', 'TRANSCRIPT_EMPTY'],
    ['an empty object', '{}', 'TRANSCRIPT_EMPTY'],
    ['json3 without events', '{"wireMagic":"pb3","events":[]}', 'TRANSCRIPT_EMPTY'],
    ['a web page', '<!DOCTYPE html><html><body>Please sign in</body></html>', 'TRANSCRIPT_UNUSABLE'],
    ['other XML', '<?xml version="1.0"?><rss><item>News</item></rss>', 'TRANSCRIPT_UNUSABLE'],
    ['other JSON', '{"continuationContents":{"actions":[1,2]}}', 'TRANSCRIPT_UNUSABLE'],
    ['JSON that is none', '[{"text":"a","start":NaN}]', 'TRANSCRIPT_UNUSABLE'],
    [
      'XML that is cut in a tag',
      '<transcript><text start="0" dur="1">a & b <c</text>',
      'TRANSCRIPT_UNUSABLE',
    ],
    [
      'an external entity',
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><transcript><text start="0">&x;</text></transcript>',
      'TRANSCRIPT_UNUSABLE',
    ],
    ['an archive', `PK\u0003\u0004${'\u0000\u0001\u0002\u0003'.repeat(200)}`, 'TRANSCRIPT_UNUSABLE'],
  ])('refuses %s', (_, text, code) => {
    expect(codeOf(() => parseTranscript(bytes(text)))).toBe(code);
  });

  it('names an info.json that was passed as captions', () => {
    expect(() =>
      parseTranscript(bytes('{"id":"x","webpage_url":"https://example.org","title":"T"}')),
    ).toThrow(expect.objectContaining({ likelyCause: expect.stringContaining('info.json') }));
  });

  it.each([
    ['too many bytes', () => new Uint8Array(33 * 2 ** 20), 'SOURCE_TOO_LARGE'],
    ['too much text', () => bytes('a word '.repeat(400_000)), 'SOURCE_TOO_LARGE'],
    ['too many lines', () => bytes('a\n'.repeat(700_000)), 'SOURCE_TOO_LARGE'],
    [
      'too many captions',
      () => bytes(`[${'{"text":"a"},'.repeat(130_000)}{"text":"a"}]`),
      'SOURCE_TOO_LARGE',
    ],
    ['too many objects', () => bytes(`[${'{},'.repeat(1_100_000)}{}]`), 'SOURCE_TOO_LARGE'],
    ['too many tags', () => bytes(`<transcript>${'<a>'.repeat(1_100_000)}`), 'SOURCE_TOO_LARGE'],
    [
      'an object of too many members',
      () => bytes(`{${Array.from({ length: 11_000 }, (_, index) => `"k${index}":1`).join()}}`),
      'TRANSCRIPT_UNUSABLE',
    ],
    ['JSON nested too deep', () => bytes('['.repeat(100_000)), 'TRANSCRIPT_UNUSABLE'],
    ['a word without end', () => bytes(`a ${'b'.repeat(5_000)} c`), 'TRANSCRIPT_UNUSABLE'],
  ])('refuses %s', (_, file, code) => {
    expect(codeOf(() => parseTranscript(file()))).toBe(code);
  });

  it.each([
    [
      'many captions at one time',
      JSON.stringify(
        Array.from({ length: 110_000 }, (_, index) => ({ text: `w${index}`, start: 5, duration: 1 })),
      ),
    ],
    [
      'one caption with many speakers',
      `WEBVTT\n\n00:00:00.000 --> 99:00:00.000\n${'&gt;&gt; ab '.repeat(150_000)}`,
    ],
    ['a long run of joiners', `a ${'\u200D'.repeat(1_000_000)} b`],
  ])('does not run out of stack over %s', (_, text) => {
    expect(['no error', 'TRANSCRIPT_UNUSABLE']).toContain(codeOf(() => parseTranscript(bytes(text))));
  });
});
