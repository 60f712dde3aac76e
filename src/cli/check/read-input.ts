import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { PipelineError } from '../../errors.ts';
import type { Context } from '../context.ts';

/** An article of 10,000 words with all its units is below 2 MiB. */
const MOST_BYTES = 8 * 1024 * 1024;
/** A 25-hour transcript is about 6 MiB as a transcript.json. */
const MOST_TRANSCRIPT_BYTES = 32 * 1024 * 1024;

const MISSING = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

/**
 * The text of a file to check, or of standard input for `-`.
 * @throws {PipelineError} SOURCE_NOT_FOUND, SOURCE_UNREADABLE, SOURCE_TOO_LARGE
 */
export async function readInput(file: string, { io }: Context): Promise<string> {
  if (file !== '-') return readText(file, MOST_BYTES);
  if (io.isTerminal)
    throw new PipelineError('CONFIG_INVALID', 'Standard input is a keyboard', {
      likelyCause: 'The file is -, but nothing is piped in.',
      remedy: 'Pipe an article in: copydesk check - < article.json',
    });
  return decode('Standard input', await collect('Standard input', io.stdin(), MOST_BYTES));
}

/** The text of a transcript.json; undefined when there is no such file. */
export async function readTranscriptFile(file: string): Promise<string | undefined> {
  try {
    return await readText(file, MOST_TRANSCRIPT_BYTES);
  } catch (error) {
    if (error instanceof PipelineError && error.code === 'SOURCE_NOT_FOUND') return undefined;
    throw error;
  }
}

async function readText(file: string, most: number): Promise<string> {
  try {
    return decode(file, await collect(file, createReadStream(file), most));
  } catch (cause) {
    if (cause instanceof PipelineError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (MISSING.has(code))
      throw new PipelineError('SOURCE_NOT_FOUND', `There is no file ${file}`, {
        cause,
        likelyCause: 'The path is misspelled.',
        remedy: 'Pass an article.json, or a .md or .txt file.',
      });
    if (code === 'EISDIR')
      throw new PipelineError('SOURCE_UNREADABLE', `${file} is a folder`, {
        cause,
        likelyCause: 'The name of the file in it is missing.',
        remedy: `Pass the file itself, such as ${join(file, 'article.json')}.`,
      });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PipelineError('SOURCE_UNREADABLE', `Cannot read ${file}: ${why}`, {
      cause,
      likelyCause: 'It may not be read by this user, or its disk is damaged.',
      remedy: 'Pass an article.json, or a .md or .txt file.',
    });
  }
}

/** Counts while it reads: what has no size beforehand can go on for ever. */
async function collect(
  name: string,
  stream: AsyncIterable<Uint8Array | string>,
  most: number,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    size += bytes.length;
    if (size > most)
      throw new PipelineError('SOURCE_TOO_LARGE', `${name} is larger than ${most / 1024 / 1024} MiB`, {
        likelyCause: 'The file is not one article or transcript.',
        remedy: 'Pass one article or text a file.',
      });
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new PipelineError('SOURCE_UNREADABLE', `${name} is not text in UTF-8`, {
      cause,
      likelyCause: 'It is a document or an archive, or was saved in another encoding.',
      remedy: 'Save it as plain text in UTF-8.',
    });
  }
}
