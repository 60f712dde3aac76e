import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ListMemories, type ListMemory, listMemorySchema } from '../list-memory.ts';
import { writeFileAtomically } from './write-file.ts';

/** One small file for each channel or playlist and the filters it was gone through with, in `<out>/.batch/lists`. */
export function createFolderListMemories(out: string): ListMemories {
  const folder = join(out, '.batch', 'lists');
  const fileOf = (list: string, filters: string): string => {
    const key = JSON.stringify([list, filters]);
    return join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 16)}.json`);
  };

  async function readFrom(file: string): Promise<ListMemory | undefined> {
    try {
      return listMemorySchema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
    } catch {
      // Missing or damaged: the list is gone through from its beginning.
      return undefined;
    }
  }

  async function write(memory: ListMemory): Promise<void> {
    await writeFileAtomically(fileOf(memory.list, memory.filters), `${JSON.stringify(memory)}\n`);
  }

  return {
    read: (list, filters) => readFrom(fileOf(list, filters)),
    write,
    async forget(id) {
      for (const name of await readdir(folder).catch(() => [])) {
        const memory = await readFrom(join(folder, name));
        if (memory?.leftOut.includes(id))
          await write({ ...memory, leftOut: memory.leftOut.filter((other) => other !== id) });
      }
    },
  };
}
