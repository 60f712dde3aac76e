import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Article, parseArticle } from '../src/article/index.ts';
import type { Run } from '../src/store/index.ts';
import { chapterSchema, unitSchema } from '../src/transcript/index.ts';

/** An article with the transcript it was written from and the calls that wrote it. */
export interface Evaluated {
  readonly id: string;
  readonly article: Article;
  readonly units: z.infer<typeof transcriptSchema>['units'];
  readonly source: z.infer<typeof transcriptSchema>['source'];
  readonly calls: Run['calls'];
}

const transcriptSchema = z.object({
  source: z.looseObject({ language: z.string().optional(), chapters: z.array(chapterSchema).optional() }),
  units: z.array(unitSchema),
});
const runSchema = z.object({
  calls: z.array(
    z.looseObject({
      stage: z.string(),
      inputTokens: z.number(),
      outputTokens: z.number(),
      cacheHit: z.boolean(),
    }),
  ),
});

/** Every article folder below a folder, in order of their ids. */
export function readArticles(folder: string): Evaluated[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'article.json')))
    .map(({ name }) => readArticle(join(folder, name), name))
    .sort((first, second) => first.id.localeCompare(second.id));
}

function readArticle(folder: string, id: string): Evaluated {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { source, units } = transcriptSchema.parse(read('transcript.json'));
  const { calls } = runSchema.parse(read('run.json'));
  return {
    id,
    article: parseArticle(read('article.json')),
    units,
    source,
    calls: calls as Evaluated['calls'],
  };
}
