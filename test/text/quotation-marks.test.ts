import { describe, expect, it } from 'vitest';
import { findQuoted } from '../../src/text/index.ts';

const quoted = (text: string): string[] => findQuoted(text).map((stretch) => stretch.text);

describe('findQuoted', () => {
  it.each([
    ['Lee said: ‘I will not sign,’ and left.', 'I will not sign,'],
    ['‘The farmers’ rights are gone,’ he said.', 'The farmers’ rights are gone,'],
    ['He spoke of ‘the workers’ rights’ once.', 'the workers’ rights'],
    ['‘It’s over. We’re goin’ home.’ Lee left.', 'It’s over. We’re goin’ home.'],
    ['The ‘reform’ broke the farmers’ backs.', 'reform'],
    ['He asked (‘who counts them?’) twice.', 'who counts them?'],
    ['He said ‘no “never” again’ today.', 'no “never” again'],
    ["'We will sink the boats,' he said.", 'We will sink the boats,'],
    ["'Cause we will sink the boats,' he said.", 'Cause we will sink the boats,'],
    ["He said: 'we don't count the boats' again.", "we don't count the boats"],
    ['Il a dit ‹un deux trois› hier.', 'un deux trois'],
    ['❝We count the boats❞, he said.', 'We count the boats'],
    ['He said: ″we count the boats″.', 'we count the boats'],
    ["He said: ``we count the boats''.", 'we count the boats'],
    ['Sie sagte ‚nein danke‘ und ging.', 'nein danke'],
    ['Sie sagte »nein danke« und ging.', 'nein danke'],
    ['Elle a dit « non merci » hier.', 'non merci'],
    ['Hon sa ”nej tack” och gick.', 'nej tack'],
    ['“He said ‘no’ to me,” Lee said.', 'He said ‘no’ to me,'],
    ['„A ‚b‘ c“, sagte sie.', 'A ‚b‘ c'],
    ['“He said “no” to me,” Lee said.', 'He said “no” to me,'],
    ['“Nobody signed. Then “I will go,” he said.', 'I will go,'],
    ['"The 6" gun fired," he said.', 'The 6" gun fired,'],
    ['He wrote "it cost 40" there.', 'it cost 40'],
  ])('sees the quotation of %s', (text, expected) => {
    expect(quoted(text)).toEqual([expected]);
  });

  it.each([
    'The ’90s and rock ‘n’ roll.',
    "In the '90s, 'tis the boats' and the dogs' fate.",
    "Get 'em and the dogs' food now.",
    "The Joneses' house and the Smiths' dog.",
    "The 'boats' and rock 'n' roll.",
    'Lee’s boats and the farmers’ nets.',
    'A 6" gun and a 5" gun.',
    'He is 5’6" tall, she 5′4″.',
    'דובר צה"ל ומנכ"ל',
    'Lee said: “nobody signed.',
  ])('sees none in %s', (text) => {
    expect(quoted(text)).toEqual([]);
  });

  // Work that grows with the square of the length would go on for many minutes.
  it.each(['„a ', '“a ', '"a ', '‘a „b ', '‘a “b” ', '‘a, “5" ', "'a s' “b ‘c ", "'em ", '“', '``'])(
    'comes to an end over an endless row of %s',
    (piece) => {
      const borders = findQuoted(piece.repeat(100_000)).flatMap(({ start, end }) => [start, end]);
      expect(borders).toEqual(borders.toSorted((one, other) => one - other));
    },
    60_000,
  );
});
