import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/index.ts';
import {
  checkCopy,
  copyOfArticle,
  copyOfText,
  evidenceInArticle,
  type Finding,
} from '../../src/check/index.ts';
import { LAYOUT_RULES } from '../../src/check/rules/layout.ts';
import { english, extractive } from '../fixtures/articles.ts';

const evidence = evidenceInArticle(english);

function findingsIn(rule: string, change: (article: Article) => void): Finding[] {
  const changed = structuredClone(english);
  change(changed);
  return checkCopy(copyOfArticle(changed), evidence, LAYOUT_RULES).findings.filter(
    (finding) => finding.rule === rule,
  );
}

/** Severity and place of each finding in an article that is changed this way. */
function placesOf(rule: string, change: (article: Article) => void): string[] {
  return findingsIn(rule, change).map(({ severity, where }) => `${severity} ${where.path}`);
}

function findingsInText(rule: string, text: string, language = 'en'): Finding[] {
  const copy = copyOfText(text, { evidence, language });
  return checkCopy(copy, evidence, LAYOUT_RULES).findings.filter((finding) => finding.rule === rule);
}

const FILLER =
  'Workers painted seventeen wooden benches along the river before the summer market began again. ';
const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

const leadSentence = (article: Article) => {
  const sentence = article.lead[0]?.sentences[0];
  if (!sentence) throw new Error('The article has no lead');
  return sentence;
};
const sectionAt = (article: Article, index: number) => {
  const section = article.sections[index];
  if (!section) throw new Error(`The article has no section ${index}`);
  return section;
};

describe('the layout rules', () => {
  it('have nothing above a hint on an article as it should be', () => {
    const { findings } = checkCopy(copyOfArticle(english), evidence, LAYOUT_RULES);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('do not concern key passages', () => {
    expect(checkCopy(copyOfArticle(extractive), evidence, LAYOUT_RULES).ran).toEqual([]);
  });
});

describe('S01: the two headlines tell the same news', () => {
  it.each<[string, string, string[]]>([
    ['warns where they share no content word', 'Budget talks drag on', ['warning /bodyHeadline']],
    [
      'mentions that they hardly meet',
      'Sunday vote leaves town budget talks unresolved',
      ['info /bodyHeadline'],
    ],
    ['mentions a repetition', 'Millbrook keeps its library open on Sundays', ['info /bodyHeadline']],
    ['lets two tellings of one story be', 'Library stays open on Sundays in Millbrook', []],
  ])('%s', (_, bodyHeadline, expected) => {
    expect(
      placesOf('S01', (article) => {
        article.bodyHeadline = bodyHeadline;
      }),
    ).toEqual(expected);
  });
});

describe('S02: a headline is a short statement', () => {
  it.each<[string, string, string[]]>([
    ['allows 70 characters', 'x'.repeat(70), []],
    ['warns at 71 characters', 'x'.repeat(71), ['warning /headline']],
    ['reports an error at 101 characters', 'x'.repeat(101), ['error /headline']],
    ['wants no full stop', 'Council votes for library.', ['warning /headline']],
    ['lets an abbreviation end it', 'Council signs agreement with the U.S.', []],
    ['wants no question', 'Will the library stay open?', ['warning /headline']],
    ['wants no shouting', 'COUNCIL VOTES FOR LIBRARY', ['warning /headline']],
    ['lets acronyms be', 'NATO, EU and UN meet in Kyiv', []],
    ['wants no teaser', 'You won’t believe what the council did', ['warning /headline']],
    ['lets plain news be', 'Council explains why the library stays', []],
  ])('%s', (_, headline, expected) => {
    expect(
      placesOf('S02', (article) => {
        article.headline = headline;
      }),
    ).toEqual(expected);
  });

  it('gives the second headline more room', () => {
    const longer = (length: number) => (article: Article) => {
      article.bodyHeadline = 'x'.repeat(length);
    };
    expect(placesOf('S02', longer(90))).toEqual([]);
    expect(placesOf('S02', longer(140))).toEqual(['warning /bodyHeadline']);
  });
});

describe('S03: the deck adds to the headline', () => {
  it.each<[string, string, string[]]>([
    ['warns below 12 words', 'The council voted to pay for it.', ['warning /deck']],
    ['warns above 40 words', words(41), ['warning /deck']],
    ['allows 40 words', words(40), []],
    ['warns above 300 characters', `${words(15)} ${'x'.repeat(250)}`, ['warning /deck']],
    [
      'warns where it says the headline again',
      'The town of Millbrook keeps the doors of its library open on all Sundays of the year.',
      ['warning /deck'],
    ],
    [
      'lets it name the same town and matter',
      'Millbrook’s council voted seven to two to pay for the library hours until a state grant ends in June.',
      [],
    ],
  ])('%s', (_, deck, expected) => {
    expect(
      placesOf('S03', (article) => {
        article.deck = deck;
      }),
    ).toEqual(expected);
  });
});

describe('S04: the lead is short', () => {
  it.each<[string, number, string[]]>([
    ['warns above 40 words in the first sentence', 41, ['warning /lead/0/sentences/0/text']],
    ['allows 40 words in it', 40, []],
  ])('%s', (_, count, expected) => {
    const found = placesOf('S04', (article) => {
      article.lead = article.lead.map((paragraph) => ({
        ...paragraph,
        sentences: paragraph.sentences.slice(0, 1),
      }));
      leadSentence(article).text = words(count);
    });
    expect(found).toEqual(expected);
  });

  it('warns above 70 words', () => {
    const lead = (count: number) =>
      findingsInText('S04', `# A headline\n\n${`Then ${words(9)}. `.repeat(count)}\n\n## A heading\n\nText.`);
    expect(lead(7)).toEqual([]);
    expect(lead(8)).toHaveLength(1);
  });
});

describe('S05: sections and paragraphs have a length that is read', () => {
  const section = (heading: string, sentences: number): string =>
    `## ${heading}\n\n${`${FILLER.repeat(2)}\n\n`.repeat(Math.ceil(sentences / 2))}`;

  it('warns of a stub in a long text', () => {
    const text = (stub: string) =>
      `# A headline\n\nA lead.\n\n${section('First', 20)}${section('Second', 14)}## Third\n\n${stub}`;
    expect(findingsInText('S05', text(FILLER)).map(({ message }) => message)).toEqual([
      'the section has 14 words, fewer than 40',
    ]);
    expect(findingsInText('S05', text(FILLER.repeat(3)))).toEqual([]);
  });

  it('lets a short text have short sections', () => {
    expect(
      findingsInText('S05', `# A headline\n\nA lead.\n\n## First\n\n${FILLER}\n\n## Second\n\n${FILLER}`),
    ).toEqual([]);
  });

  it('warns of a long section', () => {
    const text = (sentences: number) =>
      `# A headline\n\nA lead.\n\n${section('First', sentences)}${section('Second', 6)}`;
    expect(findingsInText('S05', text(22))).toEqual([]);
    expect(findingsInText('S05', text(24))).toHaveLength(1);
  });

  it('warns of a long paragraph', () => {
    const text = (paragraph: string) =>
      `# A headline\n\nA lead.\n\n## First\n\n${paragraph}\n\n## Second\n\n${FILLER}`;
    expect(findingsInText('S05', text('It rained. '.repeat(6)))).toEqual([]);
    expect(findingsInText('S05', text('It rained. '.repeat(7)))).toHaveLength(1);
    expect(findingsInText('S05', text(`${words(121)}.`))).toHaveLength(1);
  });

  it('warns of a long text in one piece', () => {
    const text = (paragraphs: number) => `# A headline\n\n${`${FILLER.repeat(4)}\n\n`.repeat(paragraphs)}`;
    expect(findingsInText('S05', text(4))).toEqual([]);
    expect(findingsInText('S05', text(9))).toHaveLength(1);
  });
});

describe('S08: headings are statements in sentence case', () => {
  it.each<[string, string, string[]]>([
    ['warns of Title Case', 'Students Fill Every Library Room', ['warning /sections/0/heading']],
    ['lets sentence case be', 'Students fill every library room', []],
    ['lets names be', 'Ellen Sayer and Ruth Calloway', []],
    ['warns above 70 characters', `${'long '.repeat(14)}heading`, ['warning /sections/0/heading']],
  ])('%s', (_, heading, expected) => {
    expect(
      placesOf('S08', (article) => {
        sectionAt(article, 0).heading = heading;
      }),
    ).toEqual(expected);
  });

  it('warns of a heading that stands twice', () => {
    const found = placesOf('S08', (article) => {
      sectionAt(article, 1).heading = sectionAt(article, 0).heading.toUpperCase();
    });
    expect(found).toEqual(['warning /sections/1/heading']);
  });

  it('warns where many headings have a colon, and lets a time be', () => {
    const withColons = (first: string, second: string) => (article: Article) => {
      sectionAt(article, 0).heading = first;
      sectionAt(article, 1).heading = second;
    };
    expect(placesOf('S08', withColons('The money: who pays', 'The people: who comes'))).toEqual([
      'warning /sections/0/heading',
    ]);
    expect(placesOf('S08', withColons('The money: who pays', 'Doors open at 10:30'))).toEqual([]);
  });
});

describe('S12: nothing is told twice', () => {
  it('warns of a sentence that stands in the text already', () => {
    const repeat = (text: string) => (article: Article) => {
      const sentence = sectionAt(article, 1).paragraphs[0]?.sentences[0];
      if (sentence) sentence.text = text;
    };
    expect(placesOf('S12', repeat(leadSentence(english).text))).toEqual([
      'warning /sections/1/paragraphs/0/sentences/0/text',
    ]);
    expect(placesOf('S12', repeat('Mayor Ellen Sayer agreed.'))).toEqual([]);
  });

  it('warns of two sections that share many runs of words', () => {
    const told =
      'the mayor read out that the plan costs forty thousand dollars and that the state grant pays most of it until June';
    const text = (second: string) =>
      `# A headline\n\nA lead.\n\n## First\n\nOn Monday ${told}.\n\n## Second\n\nOnce more ${second}.`;
    expect(findingsInText('S12', text(told))).toHaveLength(1);
    expect(
      findingsInText('S12', text('the plan costs forty thousand dollars, and nobody knows who pays in July')),
    ).toEqual([]);
  });
});

describe('Q04: single words are not quoted', () => {
  const text = (...quoted: string[]) =>
    quoted.map((word) => `The council spoke of ${word} on Monday.`).join(' ');

  it.each<[string, string, number]>([
    ['warns at the third', text('a “fair” deal', 'a “free” library', 'a “fresh” start'), 1],
    ['allows two', text('a “fair” deal', 'a “free” library'), 0],
    ['lets clauses be', text('“a fair deal”', '“a free library”', '“a fresh start”'), 0],
    ['lets names be', text('“Hamlet”', '“Macbeth”', '“Othello”'), 0],
    [
      'lets a word that is talked about be',
      text('the word “fair”', 'the term “free”', 'what it called “fresh”'),
      0,
    ],
  ])('%s', (_, body, count) => {
    expect(findingsInText('Q04', body)).toHaveLength(count);
  });
});

describe('Q06: who is reported at length is quoted', () => {
  const attribute = (speaker: string) => (article: Article) => {
    article.quotes = article.quotes.filter((quote) => quote.speaker !== speaker);
    for (const { paragraphs } of article.sections)
      for (const { sentences } of paragraphs)
        for (const [index, sentence] of sentences.entries()) {
          sentence.text = `The grant pays for part ${index} of it, she said.`;
          sentence.kind = 'attributed';
          sentence.speaker = speaker;
        }
  };

  it('warns of a speaker of the register who is never quoted', () => {
    expect(placesOf('Q06', attribute('calloway'))).toEqual(['warning /speakers/1/name']);
  });

  it('lets a speaker who is quoted once be', () => {
    expect(placesOf('Q06', () => {})).toEqual([]);
  });

  const report = (middle: string) =>
    `# A headline\n\nThe librarian, Ruth Calloway, said the hours were long. ${middle} Calloway also noted the cost.\n\n${FILLER.repeat(30)}`;

  it('reads from a text who speaks', () => {
    expect(
      findingsInText('Q06', report('She added that staff were short.')).map(({ message }) => message),
    ).toContain('Calloway is reported in 3 sentences and never quoted');
    expect(findingsInText('Q06', report('She added: “We are short of staff on every Sunday.”'))).toEqual([]);
  });
});
