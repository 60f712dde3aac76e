import { type Article, articleSchema } from '../../article/index.ts';
import type { Finding } from '../../check/index.ts';
import { ReviewError } from '../../errors.ts';
import { type Grounds, reword } from './reword.ts';
import { readTargets, targetOfPath } from './targets.ts';

/** The article with the fix that a finding proposes: other words for the stretch it is about, or a value at its place. */
export function applyFix(article: Article, { where, fix }: Finding, grounds: Grounds): Article {
  if (fix === undefined)
    throw new ReviewError('REVIEW_REQUEST_INVALID', 'This finding proposes no fix', {
      likelyCause: 'The finding was made anew since the page was loaded.',
      remedy: 'Edit the sentence, or dismiss the finding with a reason.',
    });
  const { path, start, end } = where;
  const target = targetOfPath(article, path);
  const text = target === undefined ? undefined : readTargets(article).get(target);
  if (target !== undefined && text !== undefined && start !== undefined && end !== undefined)
    return reword(article, { target, text: text.slice(0, start) + fix + text.slice(end) }, grounds);
  return putValue(article, path, fix);
}

/** Puts a value in JSON at a JSON pointer; what does not leave a valid article is refused. */
function putValue(article: Article, path: string, json: string): Article {
  const parts = path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = parts.pop();
  const copy: unknown = structuredClone(article);
  let holder: unknown = copy;
  for (const part of parts) holder = childOf(holder, part);
  const value = parseValue(json);
  if (last !== undefined && typeof holder === 'object' && holder !== null)
    Object.defineProperty(holder, last, { value, enumerable: true, writable: true, configurable: true });
  const result = articleSchema.safeParse(copy);
  if (result.success && last !== undefined) return result.data;
  throw new ReviewError('REVIEW_REQUEST_INVALID', 'The fix does not fit the article as it is now', {
    cause: result.error,
    likelyCause: 'The article changed since the finding was made.',
    remedy: 'Edit the text by hand.',
  });
}

function childOf(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return undefined;
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}

function parseValue(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
