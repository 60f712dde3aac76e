import type { z } from 'zod';
import { ArticleError } from '../errors.ts';
import { type Article, articleSchema } from './schema.ts';

const PATHS_SHOWN = 5;

/** Reads an article from the text of an article.json, or from the value it holds. Throws ARTICLE_INVALID naming the first few paths. */
export function parseArticle(json: unknown): Article {
  const result = articleSchema.safeParse(typeof json === 'string' ? parseJson(json) : json);
  if (result.success) return result.data;
  throw new ArticleError(
    'ARTICLE_INVALID',
    `The article does not have the form of an article: ${listIssues(result.error)}`,
    {
      cause: result.error,
    },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ArticleError('ARTICLE_INVALID', 'The article is not JSON', { cause });
  }
}

function listIssues(error: z.ZodError): string {
  const shown = error.issues
    .slice(0, PATHS_SHOWN)
    .map((issue) => `/${issue.path.join('/')} (${issue.message})`);
  const rest = error.issues.length - shown.length;
  return shown.join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}
