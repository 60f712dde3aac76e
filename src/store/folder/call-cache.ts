import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CallCache } from '../../llm/index.ts';
import { writeFileAtomically } from './write-file.ts';

const tokens = z.int().min(0);

/** One answered call, readable by people: what asked, what answered, and what it cost in tokens. */
const entrySchema = z.object({
  schemaVersion: z.literal(1),
  /** The file's own name. A file that was renamed or put here by hand is not an answer to this key. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  stage: z.string(),
  prompt: z.object({ name: z.string(), hash: z.string() }),
  model: z.string(),
  text: z.string().min(1),
  finishReason: z.enum(['stop', 'other']),
  usage: z.object({
    inputTokens: tokens,
    outputTokens: tokens,
    cachedInputTokens: tokens,
    reasoningTokens: tokens,
  }),
  requestId: z.string().optional(),
});

type Entry = z.infer<typeof entrySchema>;

/** The layers around a model only add; forgetting a video takes its answers away. */
export interface ErasableCallCache extends CallCache {
  remove(key: string): Promise<void>;
}

/**
 * Answers of models as one JSON file each, `<dir>/<first two hex digits>/<key>.json`. Also the form of a recording.
 * A damaged or foreign file is a miss, and is written over by the next answer.
 */
export function createFolderCallCache(dir: string): ErasableCallCache {
  const pathOf = (key: string): string => join(dir, key.slice(0, 2), `${key}.json`);
  return {
    async read(key) {
      const entry = parseEntry(await readIfThere(pathOf(key)));
      if (entry?.key !== key) return undefined;
      const { text, finishReason, usage, model, requestId } = entry;
      const answer = { text, finishReason, usage, model, ...(requestId === undefined ? {} : { requestId }) };
      return { ...answer, ms: 0, attempts: 0, cacheHit: true };
    },
    async write(key, { text, finishReason, usage, model, requestId }, { stage, prompt }) {
      const entry = {
        ...{ schemaVersion: 1, key, stage, prompt: { name: prompt.name, hash: prompt.hash }, model },
        ...{ text, finishReason, usage, requestId },
      };
      await writeFileAtomically(pathOf(key), `${JSON.stringify(entry, null, 2)}\n`);
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

function parseEntry(content: string | undefined): Entry | undefined {
  if (content === undefined) return undefined;
  try {
    return entrySchema.safeParse(JSON.parse(content)).data;
  } catch {
    return undefined;
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    // Missing, a folder of that name, or not readable: in each case there is no answer here.
    return undefined;
  }
}
