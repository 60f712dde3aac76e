import { readFile, stat } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { channelGlossaryFile } from '../store/index.ts';
import { printable } from '../text/index.ts';
import type { Transcript } from '../transcript/index.ts';

/** A glossary stands in every request to a model: what is longer than these is a dictionary, or the wrong file. */
const MOST_BYTES = 64 * 1024;
const MOST_SPELLINGS = 500;
const LONGEST_SPELLING = 100;

/**
 * Spellings that a person vouches for: one a line; a line that begins with # is a comment.
 * @throws {ConfigError} CONFIG_INVALID
 */
export async function readGlossary(file: string | undefined): Promise<readonly string[]> {
  if (file === undefined) return [];
  const lines = (await readText(file)).split(/\r?\n/u).map(printable);
  const spellings = lines.flatMap((line, index) => {
    if (line === '' || line.startsWith('#')) return [];
    if (line.length > LONGEST_SPELLING)
      throw refuse(
        file,
        `line ${index + 1} has ${line.length} characters; ${LONGEST_SPELLING} are allowed for one spelling`,
      );
    return [line.normalize('NFC')];
  });
  const unique = [...new Set(spellings)];
  if (unique.length > MOST_SPELLINGS)
    throw refuse(file, `it has ${unique.length} spellings; ${MOST_SPELLINGS} are allowed`);
  return unique;
}

/**
 * What is vouched for in an article of one channel: the spellings of every run, and those that reviewers settled for the channel. A recording
 * has to fit on every machine, so that it is made and replayed without them.
 */
export async function glossaryFor(
  { out, record, replay }: Pick<Config, 'out' | 'record' | 'replay'>,
  { metadata }: Pick<Transcript, 'metadata'>,
  glossary: readonly string[],
): Promise<readonly string[]> {
  if (record !== undefined || replay !== undefined) return glossary;
  const own = await readGlossary(await ifThere(channelGlossaryFile(out, metadata)));
  return [...new Set([...glossary, ...own])];
}

async function ifThere(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  return stat(file).then(
    () => file,
    () => undefined,
  );
}

async function readText(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) throw refuse(file, `it is larger than ${MOST_BYTES / 1024} KiB`);
    bytes = await readFile(file);
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const why = cause instanceof Error ? cause.message : String(cause);
    throw refuse(file, isMissing ? 'there is no such file' : why, cause);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw refuse(file, 'it is not text in UTF-8', cause);
  }
}

function refuse(file: string, why: string, cause?: unknown): ConfigError {
  return new ConfigError('CONFIG_INVALID', `The glossary ${file} cannot be used: ${why}`, {
    cause,
    likelyCause: 'The file is another one, or its name is misspelled.',
    remedy: 'Pass a text file with one spelling a line; lines that begin with # are comments.',
  });
}
