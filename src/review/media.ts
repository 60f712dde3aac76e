import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';

const TYPES: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.oga': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.wav': 'audio/wav',
  '.flac': 'audio/flac',
};

interface MediaAnswer {
  readonly status: 200 | 206 | 416;
  readonly headers: Record<string, string>;
  readonly body: ReadableStream | null;
}

/** A recording, or the part of it that a player asks for: seeking needs single ranges, and nothing more. */
export async function answerMedia(file: string, range: string | undefined): Promise<MediaAnswer> {
  const { size } = await stat(file);
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  const headers = { 'Content-Type': type, 'Accept-Ranges': 'bytes' };
  const asked = range === undefined ? undefined : parseRange(range, size);
  if (asked === 'unsatisfiable')
    return { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` }, body: null };
  const { start, end } = asked ?? { start: 0, end: size - 1 };
  const body = size === 0 ? null : streamOf(file, start, end);
  const length = { 'Content-Length': String(Math.max(0, end - start + 1)) };
  if (!asked) return { status: 200, headers: { ...headers, ...length }, body };
  return {
    status: 206,
    headers: { ...headers, ...length, 'Content-Range': `bytes ${start}-${end}/${size}` },
    body,
  };
}

function streamOf(file: string, start: number, end: number): ReadableStream {
  return Readable.toWeb(createReadStream(file, { start, end })) as unknown as ReadableStream;
}

function parseRange(
  range: string,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const found = /^bytes=(?<from>\d*)-(?<to>\d*)$/u.exec(range)?.groups;
  const { from = '', to = '' } = found ?? {};
  // What is not one plain range may be answered with the whole.
  if (!found || (from === '' && to === '')) return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to));
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}
