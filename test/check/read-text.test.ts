import { describe, expect, it } from 'vitest';
import { type Article, renderMarkdown, renderText } from '../../src/article/index.ts';
import { type Copy, copyOfText, type Evidence, evidenceOf } from '../../src/check/index.ts';
import { ARTICLES, NOW } from '../fixtures/articles.ts';

const UNITS = [
  'Good evening and welcome to the harbour council.',
  'Ann Lee told us that the bridge will cost forty million crowns.',
  'So I said to her, we have to count the boats before we build anything.',
  'The ferry carried nine thousand passengers in May.',
  'And that is why the bridge has to wait until the spring.',
];

function evidence(units: readonly string[] = []): Evidence {
  return evidenceOf({
    units: units.map((text, id) => ({ id, text, speakers: ['Ann Lee'] })),
    metadata: { platform: 'file', title: '' },
    language: 'en',
    sha256: '',
  });
}

const read = (file: string, units?: readonly string[]): Copy =>
  copyOfText(file, { evidence: evidence(units) });
const lines = (file: string): string[] => read(file).lines.map(({ role, text }) => `${role}: ${text}`);
const body = (file: string): string[] => read(file).body.map(({ text }) => text);
const oneSentence = (file: string): string => {
  const [first, ...rest] = body(file);
  expect(rest).toEqual([]);
  return first ?? '';
};

const LEAD = 'The council voted on Sunday.';

describe('a Markdown text', () => {
  it('has a headline, a deck, key points, a second headline, a lead and sections', () => {
    const file = [
      '# Council keeps the ferry',
      '*The bridge has to wait. Nobody knows how long.*',
      '- The ferry runs until May.',
      '- The bridge costs 40 million.',
      '## Bridge waits while the ferry runs',
      `${LEAD} It was close.`,
      '## Boats are counted first',
      'Ann Lee counts them.',
      'Source: Harbour Council (YouTube)',
    ].join('\n\n');
    expect(lines(file)).toEqual([
      'headline: Council keeps the ferry',
      'deck: The bridge has to wait.',
      'deck: Nobody knows how long.',
      'keyPoint: The ferry runs until May.',
      'keyPoint: The bridge costs 40 million.',
      'bodyHeadline: Bridge waits while the ferry runs',
      `sentence: ${LEAD}`,
      'sentence: It was close.',
      'heading: Boats are counted first',
      'sentence: Ann Lee counts them.',
      'line: Source: Harbour Council (YouTube)',
    ]);
  });

  it('has no deck where nothing sets a paragraph off from the text', () => {
    expect(read(`# Council keeps the ferry\n\n${LEAD}\n\nIt was close.`).deck).toEqual([]);
  });

  it('takes a line without a full stop for a heading, however it is underlined', () => {
    for (const heading of ['Boats first', '## Boats first', 'Boats first\n===', 'Boats first\n---'])
      expect(read(`Ferry stays\n\n${LEAD}\n\n${heading}\n\nIt was close.`).sections, heading).toMatchObject([
        { heading: { text: 'Boats first' } },
      ]);
  });

  it('takes no sentence for a heading, nor a quotation of several in any script', () => {
    for (const paragraph of [
      'It was close.',
      '“It was close.”',
      '彼は言った。「近かった。本当に。」',
      '(It was close.)',
    ])
      expect(read(`# Ferry stays\n\n${LEAD}\n\n${paragraph}\n\nOver.`).sections, paragraph).toEqual([]);
  });

  it('may have a headline that asks, so that a rule can object', () => {
    expect(read(`Will the ferry stay?\n\n${LEAD}`).headline?.text).toBe('Will the ferry stay?');
    expect(read(`${LEAD}\n\nWill the ferry stay?`).headline).toBeUndefined();
  });

  it('loses link targets, emphasis, footnotes, escapes and raw tags, and no word', () => {
    expect(oneSentence('The [council](https://example.org/a_(b)) *voted* on **Sunday**.[^1]')).toBe(LEAD);
    expect(oneSentence('The __council__ _voted_ on <b>Sunday</b>.')).toBe(LEAD);
    expect(oneSentence('The council voted on 5 \\* 3 and snake_case\\_names, `code` too.')).toBe(
      'The council voted on 5 * 3 and snake_case_names, code too.',
    );
    expect(
      body(`${LEAD}[^1] It was close.[^note]\n\n[^1]: [0:04](https://example.org)\n\n[^note]: x`),
    ).toEqual([LEAD, 'It was close.']);
  });

  it('keeps brackets, stars and small signs that are no markup', () => {
    const text = 'He said [the council] is < 5 and > 3 [sic] (today).';
    expect(oneSentence(text)).toBe(text);
  });

  it('joins the lines of a paragraph, and those of a list not', () => {
    expect(oneSentence('The council\nvoted\n  on Sunday.')).toBe(LEAD);
    expect(body(`It said:\n\n${LEAD}\n\n- One boat.\n- Two\n  boats.\n1. Three.`).slice(2)).toEqual([
      'One boat.',
      'Two boats.',
      'Three.',
    ]);
    expect(oneSentence('> The council\n> voted on Sunday.')).toBe(LEAD);
    expect(body('町の川にホタルが\n戻った。')).toEqual(['町の川にホタルが戻った。']);
  });

  it('leaves out front matter, and rules across the page', () => {
    expect(lines(`---\ntitle: "No headline: really"\ndraft: true\n---\n\n# Ferry stays\n\n${LEAD}`)).toEqual([
      'headline: Ferry stays',
      `sentence: ${LEAD}`,
    ]);
    expect(body(`${LEAD}\n\n---\n\nIt was close.\n\n***`)).toEqual([LEAD, 'It was close.']);
  });

  it('reads alike with line ends of any system and a mark of byte order', () => {
    const file = `# Ferry stays\n\n*Nobody knows.*\n\nThe council\nvoted on Sunday.\n\n## Boats\n\nOver.\n`;
    expect(lines(file.replaceAll('\n', '\r\n'))).toEqual(lines(file));
    expect(lines(`\uFEFF---\r\ntitle: x\r\n---\r\n${file}`)).toEqual(lines(file));
  });

  it('names the place of a dateline, which is written in capitals', () => {
    expect(read(`Ferry stays\n\nPORT LEE – ${LEAD}`).dateline?.place).toBe('PORT LEE');
    expect(body(`Ferry stays\n\nPORT LEE (AP) — ${LEAD}`)).toEqual([LEAD]);
    expect(read(`Ferry stays\n\nLee – the mayor – voted.`).dateline).toBeUndefined();
  });

  it('keeps the furniture of a page that is not ours, as lines', () => {
    const { others, deck } = read(
      `Ferry stays\n\nNobody knows.\n\n3 hours ago\n6 min read\n\n${LEAD}\n\nLeave a Comment`,
    );
    expect(deck.map(({ text }) => text)).toEqual(['Nobody knows.']);
    expect(others.map(({ text }) => text)).toEqual(['3 hours ago', '6 min read', 'Leave a Comment']);
  });

  it('is nothing when it is empty', () => {
    for (const file of ['', '\n\n', '---', '***\n\n---', '[^1]: x']) expect(lines(file)).toEqual([]);
  });
});

describe('a sentence', () => {
  it('holds the whole quotation that it introduces', () => {
    const text = 'She said: “It was close. Very close. We counted twice.”';
    expect(body(`${text} Then she left.`)).toEqual([text, 'Then she left.']);
    expect(body('Sie sagte: „Es war knapp. Sehr knapp.“ Dann ging sie.')).toEqual([
      'Sie sagte: „Es war knapp. Sehr knapp.“',
      'Dann ging sie.',
    ]);
    expect(body('Er sagte: »Es war knapp. Sehr knapp.« Dann ging er.')).toHaveLength(2);
    expect(body('Il a dit : «\u00A0C’était serré. Très serré.\u00A0» Puis il partit.')).toHaveLength(2);
    expect(body('C’était serré\u00A0! Puis il partit.')).toHaveLength(2);
    expect(body('彼は「近かった。本当に。」と話した。そして帰った。')).toEqual([
      '彼は「近かった。本当に。」と話した。',
      'そして帰った。',
    ]);
  });

  it('ends at a mark that is never closed, too', () => {
    expect(body('She said: “It was close. Then she left.')).toHaveLength(2);
  });

  it('does not end behind an abbreviation or an initial', () => {
    const text = 'Dr. J. Lee of the U.S. Navy paid then-U.S. President Taft $1.5 million.';
    expect(body(`${text} He left.`)).toEqual([text, 'He left.']);
  });

  it('takes its own words apart from what it quotes', () => {
    const [sentence] = read('She said “it was close” on Sunday.').body;
    expect(sentence?.own).toBe(`She said ${' '.repeat('“it was close”'.length)} on Sunday.`);
  });
});

/** Where a character of a line is not the one of the file, it is a space for the end of a line. */
function faultyOffsets(file: string): string[] {
  return read(file).lines.flatMap(({ text, at = [] }) =>
    [...Array(text.length).keys()]
      .filter((index) => {
        const place = at[index] ?? -1;
        const rises = index === 0 || place > (at[index - 1] ?? 0);
        const isBreak = text[index] === ' ' && /\s/u.test(file[place] ?? '');
        return !rises || !(file[place] === text[index] || isBreak);
      })
      .map((index) => `${text} at ${index}: ${at[index]}`),
  );
}

const own = (article: Article): [string, string] => [
  renderMarkdown({ article, now: NOW }),
  renderText({ article, now: NOW }),
];

describe('the offsets of a line', () => {
  it('point at the very characters of the file', () => {
    const hard =
      '\uFEFF---\ntitle: x\n---\n\n# The *hard* [one](https://x.org/(a)) 🎣\n\n> **Ann** · She\n> said [“it _was_ close.\n> Very.”](x)[^1] 🎣 Then 5 \\* 3.\n\nPORT LEE – A\n\n- `b` <i>c</i>.\n';
    for (const file of [hard, hard.replaceAll('\n', '\r\n'), ...Object.values(ARTICLES).flatMap(own)])
      expect(faultyOffsets(file)).toEqual([]);
  });
});

/** The texts of an article that its renderings print as sentences, in order; `labels` are our own. */
function textsOf({ lead, sections }: Article): string[] {
  return [...lead, ...sections.flatMap(({ paragraphs }) => paragraphs)].flatMap(({ sentences }) =>
    sentences.map(({ text }) => text),
  );
}

/** Japanese sentences may be cut finer, never moved or lost. */
const joined = (texts: readonly string[]): string => texts.join(' ').replace(/\s+/gu, '');

describe.each(Object.entries(ARTICLES))('our own rendering of the %s article', (_, article) => {
  it.each(['article.md', 'article.txt'])('is read back from %s without furniture', (name) => {
    const copy = read(own(article)[name === 'article.md' ? 0 : 1]);
    expect(copy.language).toBe(article.language);
    expect(copy.headline?.text).toBe(article.headline);
    expect(joined(copy.deck.map(({ text }) => text))).toBe(joined([article.deck]));
    if (copy.keyPoints.length > 0 || name === 'article.md')
      expect(copy.keyPoints.map(({ text }) => text)).toEqual(
        (article.keyPoints ?? []).map(({ text }) => text),
      );
    if (article.bodyHeadline !== article.headline || name === 'article.txt')
      expect(copy.bodyHeadline?.text).toBe(article.bodyHeadline);
    expect(copy.dateline).toBeUndefined();
    expect(copy.sections.map(({ heading }) => heading.text)).toEqual(
      article.sections.map(({ heading }) => heading),
    );
    expect(joined(copy.body.map(({ text }) => text))).toBe(joined(textsOf(article)));
    expect(copy.others).toEqual([]);
  });

  it('is known to be by its writer', () => {
    for (const file of own(article)) expect(read(file).writer).toBe(article.writer.kind);
  });
});

describe('the key passages of our extractive writer', () => {
  it('are nobody’s own words, although they stand without marks', () => {
    for (const file of own(ARTICLES.extractive))
      expect(read(file).body.map(({ own: words }) => words.trim())).toEqual(
        ARTICLES.extractive && textsOf(ARTICLES.extractive).map(() => ''),
      );
  });

  it('are told by our disclosure; a text that only looks like them is prose', () => {
    const [sentence] = read(`# Ferry stays\n\n> **Ann Lee** · ${LEAD}`).body;
    expect(sentence?.own).toBe(`Ann Lee · ${LEAD}`);
  });
});

describe('the units laid to a sentence', () => {
  const cites = (text: string): readonly number[] => read(text, UNITS).body[0]?.cites ?? [];

  it('are those that hold its words', () => {
    expect(cites('In May the ferry had 9,000 passengers.')).toEqual([3]);
  });

  it('are none when nothing comes near', () => {
    expect(cites('Penguins sleep upright in Antarctica.')).toEqual([]);
  });

  it('hold what the sentence quotes, whatever its other words are like', () => {
    expect(
      cites('“We have to count the boats,” Lee told the evening meeting of the harbour council.'),
    ).toContain(2);
  });

  it('are not chosen by the name of who speaks', () => {
    expect(cites('The bridge has to wait for spring, Ann Lee told the audience.')).toEqual([4]);
  });
});

describe('hostile text', () => {
  const SIZE = 1_000_000;
  const SHAPES: Record<string, string> = {
    'words without an end': 'word ',
    'sentences in one line': 'A boat. ',
    'lines without a blank one': 'a boat\n',
    'open brackets': '[',
    'nested links': '[a](',
    'link targets that never close': '](a',
    'targets in brackets': '](((a',
    'unclosed marks': 'a “b. ',
    'quotations by the thousand': '“a.” B. ',
    stars: '*a ',
    'tags that never close': '<a ',
    'footnotes that never close': '[^a',
    'one block a line': 'A boat.\n\n',
    'quoted lines': '> > > a\n',
    'no space at all': 'a',
    'Japanese stops': '船。',
  };

  /** Work that grows with the square of the length would go on for many minutes. */
  const ENDLESS = 60_000;

  it.each(Object.entries(SHAPES))(
    'of 1 MB comes to an end: %s',
    (_, piece) => {
      const hostile = piece.repeat(Math.ceil(SIZE / piece.length));
      expect(lines(`${hostile}\n\nThe boats stay.`)).not.toEqual([]);
    },
    ENDLESS,
  );

  it('with markup behind a long stretch of plain text is read', () => {
    expect(body(`${'a'.repeat(SIZE)}*b*`)).toEqual([`${'a'.repeat(SIZE)}b`]);
  });
});
