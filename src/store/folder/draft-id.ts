import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../../errors.ts';

/** Between a source id and the eight hex digits of a newer draft that lies in its folder. */
const BESIDE = '~';
const DRAFT = /^draft-(?<hash>[0-9a-f]{8})$/u;

/** What can be the name of an article's folder: one name, not hidden, nothing that means another place. */
function isFolderName(name: string): boolean {
  // Control characters and what separates folders on any system have no place in it.
  return name !== '' && name.length <= 200 && !name.startsWith('.') && !/[/\\:~\p{Cc}]/u.test(name);
}

/** Ids of all drafts of a folder: each article, and newer drafts that were put beside an edited one. */
export async function listDraftIds(out: string): Promise<string[]> {
  const folders = await readdir(out, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new StoreError('STORE_FAILED', `Cannot read the folder ${out}: ${error.message}`, {
      cause: error,
      likelyCause: 'There is no such folder, or it may not be read by this user.',
      remedy: 'Pass the folder that copydesk write puts its articles in.',
    });
  });
  return folders.flatMap((entry) => (entry.isDirectory() && isFolderName(entry.name) ? [entry.name] : []));
}

/** Ids of the newer drafts in one article's folder. */
export function idsBeside(id: string, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const hash = DRAFT.exec(name)?.groups?.hash;
    return hash === undefined ? [] : [`${id}${BESIDE}${hash}`];
  });
}

/**
 * The folder of a draft, or nothing. An id is never taken for a path: its parts must be plain names, and real folders, not links,
 * must be called so.
 */
export async function directoryOf(out: string, id: string): Promise<string | undefined> {
  const [name = '', hash, ...rest] = id.split(BESIDE);
  if (!isFolderName(name) || rest.length > 0) return undefined;
  const own = join(out, name);
  if (!(await isRealFolder(own))) return undefined;
  if (hash === undefined) return own;
  if (!DRAFT.test(`draft-${hash}`)) return undefined;
  const beside = join(own, `draft-${hash}`);
  return (await isRealFolder(beside)) ? beside : undefined;
}

async function isRealFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
