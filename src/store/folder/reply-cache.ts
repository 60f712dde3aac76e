import { createHash } from 'node:crypto';
import { readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ReplyCache } from '../../transcript/index.ts';
import { writeFileAtomically } from './write-file.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Characters. */
const LONGEST_NAME = 120;
/** A reply on record has under a megabyte, captions of a day ten; a file that grows beyond was not written here. */
const LARGEST_ENTRY = 64 * 1_048_576;

/** YouTube's answers as one file each, `<dir>/<key>.json.gz`. A damaged file counts as none. */
export function createFolderReplyCache(dir: string): ReplyCache {
  const pathOf = (key: string): string => join(dir, `${fileNameOf(key)}.json.gz`);
  return {
    async read(key) {
      const path = pathOf(key);
      const packed = await readFile(path).catch(() => undefined);
      if (packed === undefined) return undefined;
      try {
        return JSON.parse((await decompress(packed, { maxOutputLength: LARGEST_ENTRY })).toString('utf8'));
      } catch {
        await unlink(path).catch(() => undefined);
        return undefined;
      }
    },
    async write(key, value) {
      const json = JSON.stringify(value);
      if (json.length < LARGEST_ENTRY) await writeFileAtomically(pathOf(key), await compress(json));
    },
  };
}

/** A name that people can read, where it is short enough for every file system. */
function fileNameOf(key: string): string {
  const name = encodeURIComponent(key);
  return name.length <= LONGEST_NAME ? name : createHash('sha256').update(key).digest('hex');
}
