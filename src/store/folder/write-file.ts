import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StoreError } from '../../errors.ts';

/** Writes a whole file or none: under a temporary name in the same folder, flushed, then renamed. */
export async function writeFileAtomically(file: string, content: string | Uint8Array): Promise<void> {
  const directory = dirname(file);
  const temporary = join(directory, `.${randomUUID()}.tmp`);
  try {
    await mkdir(directory, { recursive: true });
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new StoreError(
      'STORE_FAILED',
      `Cannot write ${file}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

/** Removes what a process that was killed while it wrote has left in a folder. Only for a folder that nobody writes into. */
export async function sweepTemporaryFiles(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  for (const name of names)
    if (/^\.[0-9a-f-]{36}\.tmp$/u.test(name)) await rm(join(directory, name), { force: true });
}
