import { describe, expect, it } from 'vitest';
import { type Article, articleSchema, renderMarkdown, renderText } from '../../src/article/index.ts';
import {
  type CopySentence,
  checkArticle,
  checkCopy,
  checkSentences,
  copyOfText,
  createSentence,
  type Evidence,
  evidenceInArticle,
  evidenceOf,
  type Finding,
} from '../../src/check/index.ts';
import { QUOTATION_RULES } from '../../src/check/rules/quotations.ts';
import { ARTICLES, NOW } from '../fixtures/articles.ts';

const UNITS = [
  { text: 'good evening and welcome to the harbour council' },
  {
    text: 'so um i told zelensky that we have to we have to count the boats before we build anything at all',
    speakers: ['Lee'],
  },
  { text: 'and i will not sign a paper that nobody has read in this town', speakers: ['Lee'] },
  { text: 'but who counts them then', speakers: ['Host'], turn: true },
  { text: 'the fishermen count them every sunday', speakers: ['Lee'], turn: true },
  { text: 'the weather was fine' },
  { text: 'the bridge costs forty million crowns and it opens in spring' },
  { text: 'on the second [of april] we count' },
  { text: 'i think ... we wait until spring, then ... the whole town knows it too' },
];

function evidence(glossary: readonly string[] = []): Evidence {
  return evidenceOf(
    {
      units: UNITS.map((unit, id) => ({ id, ...unit })),
      metadata: { platform: 'file', title: '' },
      language: 'en',
      sha256: '',
    },
    { glossary },
  );
}

interface Options {
  readonly cites?: readonly number[];
  readonly role?: CopySentence['role'];
  readonly hasCitations?: boolean;
  readonly glossary?: readonly string[];
}

function check(text: string, options: Options = {}): Finding[] {
  const { cites = [1, 2], role = 'sentence', hasCitations = true, glossary = [] } = options;
  const sentence = createSentence({ role, text, path: '/text', cites });
  return checkSentences([sentence], evidence(glossary), {
    language: 'en',
    rules: QUOTATION_RULES,
    hasCitations,
  });
}

describe('Q01 on words between quotation marks', () => {
  it('passes the words of the transcript, whatever their case and punctuation', () => {
    expect(check('“I will not sign a paper that nobody has read,” Lee said.')).toEqual([]);
    expect(check('Lee said: "I will not sign a paper, that nobody has read!"')).toEqual([]);
  });

  it.each([
    ['a word changed', 'I will not sign a letter that nobody has read'],
    ['a word added', 'I will not ever sign a paper that nobody has read'],
    ['a word dropped silently', 'I will not sign a paper nobody has read'],
    ['a negation dropped', 'I will sign a paper that nobody has read'],
    ['a negation added', 'I will not sign a paper that nobody has not read'],
    ['a modal verb changed', 'I would not sign a paper that nobody has read'],
    ['words moved', 'that nobody has read a paper I will not sign'],
    ['an end that was not said', 'I will not sign a paper that nobody has read in this house'],
    ['another name', 'I told Putin that we have to count the boats before we build'],
  ])('reports %s', (_, quoted) => {
    const text = `Lee said: “${quoted}.”`;
    expect(check(text)).toMatchObject([
      { severity: 'error', where: { path: '/text', start: 10, end: text.length } },
    ]);
  });

  it('shows the nearest words of the transcript', () => {
    const [found] = check('“I will not sign a letter that nobody has read,” Lee said.');
    expect(found?.evidence).toBe('i will not sign a paper that nobody has read');
  });

  it('says why a word that decides the meaning may not differ', () => {
    expect(check('“I would sign a paper that nobody has read,” Lee said.')[0]?.message).toContain(
      'a number, name, negation or modal verb differs',
    );
    expect(check('“The bridge costs 50 million crowns,” Lee said.', { cites: [6] })[0]?.message).toContain(
      'a number, name, negation or modal verb differs',
    );
  });

  it('passes hesitation and stutter left out', () => {
    expect(check('“So I told Zelensky that we have to count the boats,” Lee said.')).toEqual([]);
  });

  it('passes words left out where an ellipsis says so, and no negation among them', () => {
    expect(check('“I told Zelensky … before we build anything,” Lee said.')).toEqual([]);
    expect(check('“I told Zelensky [...] before we build anything,” Lee said.')).toEqual([]);
    expect(check('“I will … sign a paper that nobody has read,” Lee said.')).toHaveLength(1);
  });

  it('passes the ellipses of the transcript, kept or left out, and wants those for words left out', () => {
    const cites = [8];
    expect(check('“I think ... we wait until spring,” Lee said.', { cites })).toEqual([]);
    expect(check('“I think we wait until spring,” Lee said.', { cites })).toEqual([]);
    expect(check('“I think ... we wait until spring, then … knows it too,” Lee said.', { cites })).toEqual(
      [],
    );
    expect(
      check('“I think ... we wait until spring, then knows it too,” Lee said.', { cites }),
    ).toMatchObject([{ rule: 'Q01', severity: 'error' }]);
  });

  it('passes an editor’s words in brackets, beside the speaker’s or in place of a pronoun', () => {
    expect(check('“I told Zelensky [in 2025] that we have to count the boats,” Lee said.')).toEqual([]);
    expect(check('“[We] have to count the [fishing] boats,” Lee said.')).toEqual([]);
    expect(check('“The fishermen count [the boats] every Sunday,” Lee said.', { cites: [4] })).toEqual([]);
    expect(check('“The fishermen [never] count them,” Lee said.', { cites: [4] })).toHaveLength(1);
    expect(check('“The fishermen count [the submarines] daily,” Lee said.', { cites: [4] })).toHaveLength(1);
  });

  it('knows the brackets of the transcript from an editor’s', () => {
    expect(check('“On the second [of April] we count,” Lee said.', { cites: [7] })).toEqual([]);
    expect(check('“On the second [of August] we count,” Lee said.', { cites: [7] })).toHaveLength(1);
  });

  it('reports a quotation over a change of speaker', () => {
    const text = '“A paper that nobody has read in this town, but who counts them then?” Lee said.';
    expect(check(text, { cites: [2, 3] })[0]?.message).toContain('it runs over a change of speaker');
  });

  it('passes one that runs from unit to unit of one speaker', () => {
    expect(check('“Before we build anything at all, and I will not sign a paper,” Lee said.')).toEqual([]);
  });

  it('passes the neighbour of the cited unit and reports a unit farther away', () => {
    expect(check('“I will not sign a paper,” Lee said.', { cites: [1] })).toEqual([]);
    expect(check('“I will not sign a paper,” Lee said.', { cites: [5] })).toMatchObject([
      { message: 'stands in units 2, not in those cited' },
    ]);
  });

  it('asks of a term of two words only that the cited units say them', () => {
    expect(check('They looked at the “boats” first.')).toEqual([]);
    expect(check('They looked at the “town paper” first.')).toEqual([]);
    expect(check('They looked at the “boats” first.', { cites: [6] })).toMatchObject([
      { severity: 'error', message: 'stands in units 1, not in those cited' },
    ]);
    expect(check('They looked at the “submarines” first.')).toHaveLength(1);
    // A word or two stand beside any unit.
    expect(check('They asked the “fishermen” first.', { cites: [3] })).toHaveLength(1);
  });

  it.each(['headline', 'deck', 'heading', 'keyPoint'] as const)(
    'looks for those of a %s anywhere',
    (role) => {
      expect(check('“We have to count the boats”', { role, cites: [] })).toEqual([]);
      expect(check('“We have to sink the boats”', { role, cites: [] })).toMatchObject([
        { severity: 'error' },
      ]);
    },
  );

  it('accepts the spelling that the glossary vouches for', () => {
    const text = '“So I told Zelenskyy that we have to count the boats,” Lee said.';
    expect(check(text, { glossary: ['Zelenskyy'] })).toEqual([]);
    expect(check(text)).toHaveLength(1);
  });

  it('knows the marks of other languages', () => {
    for (const [open, close] of ['„“', '«»', '»«', '「」', '""'].map((pair) => [...pair]))
      expect(check(`Lee: ${open}I will not sign a letter that nobody has read${close}`), open).toHaveLength(
        1,
      );
  });

  it('takes a mark that is never closed, an apostrophe and an inch for no quotation', () => {
    const found = check('Lee’s 5" pipe isn’t here, and “nobody signed.');
    expect(found.filter(({ rule }) => rule === 'Q01')).toEqual([]);
  });
});

describe('Q01 on a quotation that is cut beside a negation', () => {
  const cut = [{ severity: 'warning', message: expect.stringContaining('leaves out the negation') }];

  it('warns of one behind it or before it, with the fuller passage', () => {
    expect(check('“And I will,” Lee said of the paper.')).toMatchObject(cut);
    expect(check('“And I will,” Lee said of the paper.')[0]?.evidence).toBe('and i will not');
    expect(check('“Sign a paper that,” Lee said.')).toMatchObject(cut);
  });

  it('passes one that holds a negation, that the writer negates, or that another clause parts from it', () => {
    expect(check('“I will not sign a paper,” Lee said.')).toEqual([]);
    expect(check('Lee said he would never “sign a paper that” others wrote.')).toEqual([]);
    expect(check('“We have to count the boats before we build anything at all,” Lee said.')).toEqual([]);
    expect(check('They looked at the “paper” first.')).toEqual([]);
  });
});

describe('Q08 on the marks', () => {
  const marks = (text: string): string[] =>
    check(text, { cites: [] })
      .filter(({ rule }) => rule === 'Q08')
      .map(({ severity, message }) => `${severity}: ${message}`);

  it.each([
    ['Lee said: “nobody signed it.', 'error: “ opens a quotation that never closes'],
    ['Lee said: "nobody signed it.', 'error: " opens a quotation that never closes'],
    ['Lee sagte: „Niemand hat es gelesen.', 'error: „ opens a quotation that never closes'],
    ['Lee said: «nobody signed it.', 'error: « opens a quotation that never closes'],
    ['リーは「いいえと言った。', 'error: 「 opens a quotation that never closes'],
    ['Nobody signed it,” Lee said.', 'error: ” closes a quotation that never opened'],
    ['Nobody signed it," Lee said.', 'error: " closes a quotation that never opened'],
    ['Lee said <q>nobody signed it.', 'error: a mark that is markup: <q>'],
    ['Lee said &ldquo;nobody signed it.', 'error: a mark that is markup: &ldquo;'],
    ['Lee said &quot;nobody signed it.', 'error: a mark that is markup: &quot;'],
    ['No\u200Bbody signed it.', 'error: holds characters that nobody sees: U+200B'],
    ['Nobody \u202Esigned\u202C it.', 'error: holds characters that nobody sees: U+202E, U+202C'],
    ['It cost 5О0 crowns.', 'warning: “5О0” holds a character that only looks like another: U+041E'],
    ['It cost 5O0 crowns.', 'warning: “5O0” holds a character that only looks like another: U+004F'],
    ['All З of them signed.', 'warning: “З” holds a character that only looks like another: U+0417'],
    ['Lее signed it.', 'warning: “Lее” holds a character that only looks like another: U+0435'],
  ])('reports those of %s', (text, expected) => {
    expect(marks(text)).toEqual([expected]);
  });

  it.each([
    'They fired a 6" gun, and a 5″ one, at 40°26\'46" north.',
    'They asked the “fishermen” and the «town».',
    'Der „Bote“ und der »Rat« und ‚alle‘.',
    'A town of 5 < 6 houses & a harbour.',
    'The 10kΩ and 5µm parts, TNFα, naïve, Čapek.',
    'The band sang “Из России с любовью” there.',
    'Он купил 90х годов 3D и PDFку.',
    'می\u200Cخواهم',
    'A family 👨\u200D👩\u200D👧 came.',
  ])('passes %s', (text) => {
    expect(marks(text)).toEqual([]);
  });

  const read = (file: string): string[] =>
    checkCopy(copyOfText(file, { evidence: evidence() }), evidence(), QUOTATION_RULES)
      .findings.filter(({ rule }) => rule === 'Q08')
      .map(({ severity }) => severity);

  it('warns at most of a quotation over several paragraphs in a text from elsewhere', () => {
    const first = '# Boats\n\nLee said: “The fishermen count them every Sunday.\n\n';
    expect(read(`${first}“The bridge opens in spring,” he said.`)).toEqual(['warning']);
    expect(read(`${first}The bridge opens in spring.`)).toEqual(['error']);
  });
});

describe('Q01 in a text that cites nothing', () => {
  const read = (file: string): Finding[] =>
    checkCopy(copyOfText(file, { evidence: evidence() }), evidence(), QUOTATION_RULES).findings;

  it('finds the words wherever they stand', () => {
    expect(read('“The fishermen count them,” Lee told the harbour council that evening.')).toEqual([]);
    expect(read('They looked at the “paper” and told Zelensky to build anything at all.')).toEqual([]);
  });

  it('still reports invented words as an error, where they stand in the file', () => {
    const file = '# Boats\n\n“The fishermen *sink* them,” Lee said.';
    expect(read(file)).toMatchObject([{ severity: 'error', where: { path: '', start: 9, end: 37 } }]);
  });
});

describe('Q01 on the quotations of an article', () => {
  function findings(change: (article: Article) => void): Finding[] {
    const article = articleSchema.parse(structuredClone(ARTICLES.english));
    change(article);
    return checkArticle(article, evidenceInArticle(article), QUOTATION_RULES).findings;
  }
  const firstOf = (article: Article) => article.sections[0]?.paragraphs[0]?.sentences[0];

  it('passes them as the writer copied them', () => {
    expect(findings(() => {})).toEqual([]);
  });

  it('reports an entry that was changed, and that no sentence prints it', () => {
    const found = findings((article) => {
      const [quotation] = article.quotes;
      if (quotation) quotation.text = quotation.text.replace('not going', 'going');
    });
    expect(found.map(({ where }) => where.path)).toEqual(
      expect.arrayContaining(['/quotes/0/text', '/sections/0/paragraphs/0/sentences/0/text']),
    );
  });

  it('reports an entry whose units were changed', () => {
    const found = findings((article) => {
      const [quotation] = article.quotes;
      if (quotation) quotation.units = [9];
    });
    expect(found).toMatchObject([
      { where: { path: '/quotes/0/text' }, message: 'stands in units 5, not in those cited' },
    ]);
  });

  it('reports a quotation that its sentence does not print', () => {
    const found = findings((article) => {
      const sentence = firstOf(article);
      if (sentence) sentence.text = 'Sayer repeated the figures.';
    });
    expect(found).toMatchObject([
      {
        severity: 'error',
        where: { path: '/sections/0/paragraphs/0/sentences/0/text' },
        message: expect.stringContaining('does not hold its quotation'),
      },
    ]);
  });

  it('reports a quotation that does not exist', () => {
    const found = findings((article) => {
      firstOf(article)?.quotes.push('q99');
    });
    expect(found).toMatchObject([{ message: 'names a quotation that does not exist: q99' }]);
  });

  it('reports a change of the printed words that left the entry as it was', () => {
    const found = findings((article) => {
      const sentence = firstOf(article);
      if (sentence) sentence.text = sentence.text.replace('people kept', 'friends kept');
    });
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('does not hold its quotation'),
      expect.stringContaining('nobody says'),
    ]);
  });
});

describe('Q01 on an article of key passages', () => {
  function findings(change: (article: Article) => void): Finding[] {
    const article = articleSchema.parse(structuredClone(ARTICLES.germanFile));
    change(article);
    return checkArticle(article, evidenceInArticle(article), QUOTATION_RULES).findings;
  }

  it('wants every sentence to be a quotation', () => {
    expect(findings(() => {})).toEqual([]);
    const found = findings((article) => {
      const sentence = article.sections[0]?.paragraphs[0]?.sentences[0];
      if (sentence) sentence.text += ' Das hat niemand gesagt.';
    });
    expect(found).toMatchObject([
      { severity: 'error', where: { path: '/sections/0/paragraphs/0/sentences/0/text' } },
    ]);
  });

  it('does not take the file’s word for it', () => {
    const article = articleSchema.parse(structuredClone(ARTICLES.english));
    article.writer.kind = 'extractive';
    const { findings: found } = checkArticle(article, evidenceInArticle(article), QUOTATION_RULES);
    expect(found.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(3);
  });
});

describe('Q01 on the key passages of our extractive writer, read back from a file', () => {
  const article = ARTICLES.germanFile;
  const units = evidenceInArticle(article);
  const read = (file: string): Finding[] =>
    checkCopy(copyOfText(file, { evidence: units }), units, QUOTATION_RULES).findings;

  it.each([
    ['article.md', renderMarkdown({ article, now: NOW })],
    ['article.txt', renderText({ article, now: NOW })],
  ])('holds %s to the words of the transcript, although they stand without marks', (_, file) => {
    expect(read(file)).toEqual([]);
    expect(read(file.replace('ungefähr sechs Wochen', 'ungefähr acht Wochen'))).toMatchObject([
      { severity: 'error', message: expect.stringContaining('nobody says') },
    ]);
  });
});
