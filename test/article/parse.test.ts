import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/index.ts';
import { ArticleError } from '../../src/errors.ts';
import { english } from '../fixtures/articles.ts';

function refusal(json: unknown): ArticleError {
  try {
    parseArticle(json);
  } catch (error) {
    if (error instanceof ArticleError) return error;
    throw error;
  }
  throw new Error('accepted');
}

describe('parseArticle', () => {
  it('reads an article back from the text it was stored as', () => {
    expect(parseArticle(JSON.stringify(english))).toEqual(english);
  });

  it('refuses what is not JSON', () => {
    const error = refusal('{"schemaVersion": 1,');
    expect(error.code).toBe('ARTICLE_INVALID');
    expect(error.message).toContain('not JSON');
  });

  it('names the paths that are wrong', () => {
    const broken = {
      ...english,
      readTime: { ...english.readTime, minutes: 0 },
      units: [{ id: -1, text: '' }],
    };
    const error = refusal(broken);
    expect(error.code).toBe('ARTICLE_INVALID');
    expect(error.message).toContain('/readTime/minutes');
    expect(error.message).toContain('/units/0/id');
  });

  it('names the first few when everything is wrong, and says how many more there are', () => {
    const error = refusal('{}');
    expect(error.message).toContain('/schemaVersion');
    expect(error.message).toMatch(/and \d+ more$/);
    expect(error.message.length).toBeLessThan(600);
  });

  it('refuses an article of another version', () => {
    expect(refusal({ ...english, schemaVersion: 2 }).message).toContain('/schemaVersion');
  });
});
