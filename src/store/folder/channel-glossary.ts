import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../article/index.ts';
import { printable, slugify } from '../../text/index.ts';
import { writeFileAtomically } from './write-file.ts';

/**
 * The file of spellings that reviewers settled for one channel: one a line, `#` begins a comment, as for `--glossary`. Nothing where the
 * source has no channel. Of two channels with one name each has its own file.
 */
export function channelGlossaryFile(
  out: string,
  { channel }: Pick<Article['source'], 'channel'>,
): string | undefined {
  if (channel === undefined) return undefined;
  const hash = createHash('sha256')
    .update(channel.id ?? channel.name)
    .digest('hex')
    .slice(0, 8);
  return join(out, '.glossary', `${slugify(channel.name, 'channel')}-${hash}.txt`);
}

/** Spellings of a glossary that the desk keeps. No file, no spellings. */
export async function readSpellings(file: string | undefined): Promise<readonly string[]> {
  const text = file === undefined ? '' : await readFile(file, 'utf8').catch(() => '');
  return text
    .split(/\r?\n/u)
    .map((line) => printable(line).normalize('NFC'))
    .filter((line) => line !== '' && !line.startsWith('#'));
}

const HEAD = '# Spellings that reviewers settled for this channel; copydesk write keeps to them.\n';

/** Adds a spelling unless it is there. */
export async function addSpelling(file: string, spelling: string): Promise<void> {
  const known = await readSpellings(file);
  if (known.includes(spelling)) return;
  const before = await readFile(file, 'utf8').catch(() => HEAD);
  await writeFileAtomically(file, `${before.endsWith('\n') ? before : `${before}\n`}${spelling}\n`);
}
