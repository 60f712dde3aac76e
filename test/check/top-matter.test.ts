import { describe, expect, it } from 'vitest';
import {
  type CopySentence,
  checkCopy,
  copyOfArticle,
  createCopy,
  createSentence,
  evidenceInArticle,
  evidenceOf,
  type Finding,
} from '../../src/check/index.ts';
import { TOP_MATTER_RULES } from '../../src/check/rules/top-matter.ts';
import * as articles from '../fixtures/articles.ts';

const BODY = [
  'The council of Lisbon voted 12 to 3 for the bridge on Sunday, Mayor Ana Duarte said.',
  'The Portuguese capital pays 40 million euros, half of what the bridge costs.',
  'Lithuania’s minister Gabrielius Landsbergis watched, and the United States sent a delegation.',
];

function check(
  text: string,
  role: CopySentence['role'] = 'headline',
  { body = BODY, language = 'en' }: { body?: readonly string[]; language?: string } = {},
): Finding[] {
  const line = createSentence({ role, text, path: `/${role}` });
  const copy = createCopy({
    language,
    ...(role === 'headline' ? { headline: line } : {}),
    ...(role === 'bodyHeadline' ? { bodyHeadline: line } : {}),
    deck: role === 'deck' ? [line] : [],
    keyPoints: role === 'keyPoint' ? [line] : [],
    lead: [
      { sentences: body.map((sentence) => createSentence({ role: 'sentence', text: sentence, path: '' })) },
    ],
    sections: role === 'heading' ? [{ heading: line, paragraphs: [] }] : [],
    others: [],
    hasCitations: true,
  });
  const nothing = evidenceOf({
    units: [],
    metadata: { platform: 'file', title: '' },
    language: 'en',
    sha256: '',
  });
  return checkCopy(copy, nothing, TOP_MATTER_RULES).findings;
}

const messages = (...given: Parameters<typeof check>) => check(...given).map(({ message }) => message);

describe('C05', () => {
  it.each(['headline', 'bodyHeadline', 'deck', 'keyPoint'] as const)(
    'reports a number of the %s alone',
    (role) => {
      const text = 'Lisbon votes 13 to 3 for the bridge';
      expect(check(text, role)).toMatchObject([
        {
          severity: 'error',
          message: 'the body does not have 13',
          where: { path: `/${role}`, start: 13, end: 15 },
        },
      ]);
    },
  );

  it('passes a number of the body, however it is written', () => {
    expect(check('Lisbon pays €40 million for the bridge')).toEqual([]);
    expect(check('Lisbon pays forty million euros')).toEqual([]);
    expect(check('Lisbon votes 12 to 3 for the bridge')).toEqual([]);
  });

  it('reports another magnitude', () => {
    expect(check('Lisbon pays 40 billion euros for the bridge')).toHaveLength(1);
  });

  it('lets counters be', () => {
    expect(check('One bridge unites both shores of the river')).toEqual([]);
  });

  it('reports a name of the top alone', () => {
    expect(messages('The mayor of Porto votes for the bridge')).toEqual(['the body does not name Porto']);
    expect(messages('Duarte and Pereira vote for the bridge')).toEqual(['the body does not name Pereira']);
  });

  it('passes a name of the body, in the possessive and in part', () => {
    expect(check('The bridge is Duarte’s first victory')).toEqual([]);
    expect(check('Mayor Duarte and minister Landsbergis agree on the bridge')).toEqual([]);
  });

  it('passes a country by its inhabitants, its adjective and its short name', () => {
    expect(check('The bridge is good for Portugal')).toEqual([]);
    expect(check('A Lithuanian minister watches the vote')).toEqual([]);
    expect(check('The US sends a delegation to the bridge')).toEqual([]);
  });

  it('proves no name by the capitals of a headline in Title Case', () => {
    expect(check('Council Backs New Bridge After Stormy Night Session')).toEqual([]);
    expect(messages('Council Backs New Bridge By 13 Votes After Stormy Night')).toEqual([
      'the body does not have 13',
    ]);
  });

  it('proves no name by the capital that a sentence begins with', () => {
    expect(check('Stormy night ends with a vote for the bridge')).toEqual([]);
  });

  it('asks nothing of a heading, which stands over a part of the body', () => {
    expect(check('The mayor of Porto votes 13 times', 'heading')).toEqual([]);
  });

  it('asks nothing where there is no body', () => {
    expect(check('The mayor of Porto votes 13 times', 'headline', { body: [] })).toEqual([]);
  });

  it('asks the same of alternative headlines and the description', () => {
    const article = structuredClone(articles.english);
    const of = () =>
      checkCopy(copyOfArticle(article), evidenceInArticle(article), TOP_MATTER_RULES).findings.filter(
        ({ where }) => /^\/(?:headlineAlternatives|description)/u.test(where.path),
      );
    expect(of()).toEqual([]);
    article.headlineAlternatives = [
      'Library stays open',
      'Mayor of Porto pays for it',
      'Library stays open for now',
    ];
    article.description = 'The council voted 13 to two; the hours cost $99…';
    expect(of()).toMatchObject([
      {
        severity: 'error',
        message: 'the body does not name Porto',
        where: { path: '/headlineAlternatives/1', start: 9, end: 14 },
      },
      {
        severity: 'error',
        message: 'the body does not have 13',
        where: { path: '/description', start: 18, end: 20 },
      },
    ]);
  });

  it('knows a German noun from a name', () => {
    const german = { language: 'de', body: ['Der Rat von Bremen stimmte mit 12 zu 3 für die Brücke.'] };
    expect(check('Rat stimmt für eine neue Brücke', 'headline', german)).toEqual([]);
    expect(messages('Rat stimmt mit 13 zu 3 für die Brücke', 'headline', german)).toEqual([
      'the body does not have 13',
    ]);
  });
});
