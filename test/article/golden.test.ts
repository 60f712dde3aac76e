import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ARTICLE_FORMATS, type ArticleFormat, parseArticle, renderArticle } from '../../src/article/index.ts';
import { ARTICLES, NOW } from '../fixtures/articles.ts';

// UPDATE_GOLDEN=1 npx vitest run test/article/golden.test.ts writes the files anew; read the difference before you commit it.
const FOLDER = new URL('../golden/', import.meta.url);
const isUpdating = process.env.UPDATE_GOLDEN === '1';

/** The style and the script are constants with tests of their own; left in, every change of a colour would change every page. */
function withoutConstants(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/, '<style></style>')
    .replace(/<script>[\s\S]*?<\/script>/, '<script></script>')
    .replace(/sha256-[\w+/=]+/g, 'sha256-');
}

const cases = Object.entries(ARTICLES).flatMap(([name, article]) =>
  ARTICLE_FORMATS.map((format) => [name, format, article] as const),
);

describe('renders the same article to the same bytes', () => {
  if (isUpdating) mkdirSync(FOLDER, { recursive: true });

  test.each(cases)('%s as %s', (name, format: ArticleFormat, article) => {
    const rendered = renderArticle(parseArticle(article), format, { now: NOW });
    const text = format === 'html' ? withoutConstants(rendered) : rendered;
    const file = new URL(`${name}.${format}`, FOLDER);
    if (isUpdating) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});
