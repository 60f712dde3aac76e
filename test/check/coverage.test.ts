import { describe, expect, it } from 'vitest';
import { type Article, articleSchema } from '../../src/article/index.ts';
import { checkArticle, evidenceInArticle, evidenceOf, type Findings } from '../../src/check/index.ts';
import { COVERAGE_RULES } from '../../src/check/rules/coverage.ts';
import { ARTICLES } from '../fixtures/articles.ts';

interface Given {
  /** Units that the article's sentences cite, in all. */
  readonly cites: readonly number[];
  readonly omissions?: Article['omissions'];
  readonly units?: number;
}

function check({ cites, omissions = [], units = 40 }: Given): Findings {
  const article: Article = articleSchema.parse({ ...ARTICLES.english, omissions });
  const sentences = [...article.lead, ...article.sections.flatMap(({ paragraphs }) => paragraphs)].flatMap(
    (paragraph) => paragraph.sentences,
  );
  for (const sentence of sentences) sentence.cites = [...cites];
  const evidence = evidenceOf({
    units: Array.from({ length: units }, (_, id) => ({ id, text: 'We count boats.' })),
    metadata: { platform: 'file', title: '' },
    language: 'en',
    sha256: '',
  });
  return checkArticle(article, evidence, COVERAGE_RULES);
}

const messages = (given: Given) => check(given).findings.map(({ message }) => message);

describe('C04', () => {
  it('passes an article that rests on every tenth of the video', () => {
    expect(messages({ cites: [0, 4, 8, 12, 16, 20, 24, 28, 32, 36] })).toEqual([]);
    expect(messages({ cites: [3, 7, 11, 15, 19, 23, 27, 31, 35, 39] })).toEqual([]);
  });

  it('names each tenth that nothing rests on, as information only', () => {
    const { findings } = check({ cites: [0, 4, 8, 12, 16, 20, 24, 28] });
    expect(findings).toMatchObject([
      { severity: 'info', where: { path: '/omissions' }, message: expect.stringContaining('units 32 to 35') },
      { severity: 'info', where: { path: '/omissions' }, message: expect.stringContaining('units 36 to 39') },
    ]);
  });

  it('passes a tenth whose omission is explained, to its last unit', () => {
    const cites = [0, 4, 8, 12, 16, 20, 24, 28];
    expect(messages({ cites, omissions: [{ units: [30, 36], reason: 'Other business.' }] })).toEqual([]);
    expect(messages({ cites, omissions: [{ units: [30, 35], reason: 'Other business.' }] })).toHaveLength(1);
  });

  it('asks nothing of a video with fewer units than tenths', () => {
    expect(messages({ cites: [0], units: 9 })).toEqual([]);
    expect(messages({ cites: [0], units: 10 })).toHaveLength(9);
  });

  it('cannot say what was left out without the whole transcript', () => {
    const { notRun } = checkArticle(ARTICLES.english, evidenceInArticle(ARTICLES.english), COVERAGE_RULES);
    expect(notRun).toEqual([{ rule: 'C04', why: 'needs the whole transcript' }]);
  });
});
