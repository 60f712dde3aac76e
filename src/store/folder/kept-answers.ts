import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runSchema } from '../article-store.ts';
import { videoStateSchema } from '../ledger.ts';

const keysSchema = z.union([
  videoStateSchema.transform(({ cacheKeys = [] }) => cacheKeys),
  runSchema.transform(({ calls }) => calls.flatMap(({ key }) => key ?? [])),
]);

/** Keys of all answers of models that an article folder names: in its state, in its run, and in those of its drafts. */
export async function readAnswerKeys(folder: string): Promise<ReadonlySet<string>> {
  const names = await readdir(folder).catch(() => []);
  const drafts = names.filter((name) => name.startsWith('draft-')).map((name) => join(name, 'run.json'));
  const keys = new Set<string>();
  for (const name of ['state.json', 'run.json', ...drafts])
    for (const key of await readKeys(join(folder, name))) keys.add(key);
  return keys;
}

/** A file that is missing or damaged names none. */
async function readKeys(file: string): Promise<readonly string[]> {
  try {
    return keysSchema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data ?? [];
  } catch {
    return [];
  }
}
