import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_ID } from './start-desk.ts';

/** Tries to leave its place in an element, an attribute, a script, a style and a comment. */
export const PAYLOAD = `"'><img src=x onerror="window.hacked=1"><script>window.hacked=1</script><!--</style></title></textarea>{{7*7}}javascript:alert(1)`;

/** Puts the payload into every text of the article, its transcript and its findings. */
export function poison(folder: string): void {
  for (const name of ['article.json', 'transcript.json', 'findings.json']) {
    const file = join(folder, SAMPLE_ID, name);
    writeFileSync(file, JSON.stringify(poisoned(JSON.parse(readFileSync(file, 'utf8')))));
  }
}

/** Fields that are no free text: ids, hashes, tags, dates, enumerations. */
const FIXED = new Set(
  'id slug language kind speaker basis match voice digitalSourceType createdAt publishedAt platform origin sha256 path severity quotes sources headlineSupport model videoId'.split(
    ' ',
  ),
);

function poisoned(value: unknown, key = ''): unknown {
  if (FIXED.has(key) || key === 'topSupport') return value;
  if (typeof value === 'string') return key === 'description' ? PAYLOAD.slice(0, 150) : `${value} ${PAYLOAD}`;
  if (Array.isArray(value)) return value.map((item) => poisoned(item, key === 'ran' ? 'id' : key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, poisoned(child, name)]));
}
