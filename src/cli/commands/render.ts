import { readFile } from 'node:fs/promises';
import { type ArticleFormat, parseArticle, renderArticle } from '../../article/index.ts';
import { ArticleError } from '../../errors.ts';
import type { Context } from '../context.ts';
import { speakPlainly } from '../plain-issues.ts';

/** `copydesk render`: a stored article in another form. */
export async function runRender(
  file: string,
  flags: Readonly<Record<string, unknown>>,
  { io, now }: Context,
): Promise<number> {
  speakPlainly();
  const article = parseArticle(await readJson(file));
  io.stdout(renderArticle(article, flags.to as ArticleFormat, { now: now() }));
  return 0;
}

async function readJson(file: string): Promise<unknown> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (cause) {
    throw new ArticleError('SOURCE_NOT_FOUND', `Cannot read ${file}`, {
      cause,
      remedy: 'Pass the path of an article.json that `copydesk write` made.',
    });
  }
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new ArticleError('ARTICLE_INVALID', `${file} is not JSON`, { cause });
  }
}
