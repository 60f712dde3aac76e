import { TranscriptError } from '../errors.ts';
import { LIMITS } from './limits.ts';

/** Bytes read to judge an encoding or to tell text from other content. */
const SAMPLE = 64 * 1024;
const CONTROL = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u007F\uFFFD]/gu;

export interface DecodedText {
  /** Lines end in \n, and no byte order mark is left; other invisible characters are. */
  readonly text: string;
  readonly warnings: readonly string[];
}

/** Turns the bytes of a file into text, whatever wrote them. Throws SOURCE_TOO_LARGE or TRANSCRIPT_UNUSABLE. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > LIMITS.bytes) {
    throw new TranscriptError(
      'SOURCE_TOO_LARGE',
      `The file has ${Math.round(bytes.length / 2 ** 20)} MB; ${LIMITS.bytes / 2 ** 20} are allowed.`,
    );
  }
  const { decoded, warnings } = decodeBytes(bytes);
  refuseBinary(decoded);
  return { text: decoded.includes('\r') ? decoded.replace(/\r\n?/gu, '\n') : decoded, warnings };
}

function decodeBytes(bytes: Uint8Array): { decoded: string; warnings: string[] } {
  const encoding = utf16Of(bytes);
  if (encoding) return { decoded: new TextDecoder(encoding).decode(bytes), warnings: [] };
  try {
    return { decoded: new TextDecoder('utf-8', { fatal: true }).decode(bytes), warnings: [] };
  } catch {
    if (looksLikeLatin1(bytes)) {
      return {
        decoded: new TextDecoder('windows-1252').decode(bytes),
        warnings: ['The file is not UTF-8; it was read as Western European (Windows-1252).'],
      };
    }
    return {
      decoded: new TextDecoder('utf-8').decode(bytes),
      warnings: ['The file has bytes that are not UTF-8; they were replaced by \uFFFD.'],
    };
  }
}

/** By byte order mark, or, without one, by the zero bytes that Latin letters have in every second place. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 1024);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  if (odd > sample.length / 5 && even < sample.length / 50) return 'utf-16le';
  if (even > sample.length / 5 && odd < sample.length / 50) return 'utf-16be';
  return undefined;
}

/** Accented letters stand alone among plain ones, and the file has no well-formed UTF-8 sequence worth saving. */
function looksLikeLatin1(bytes: Uint8Array): boolean {
  let alone = 0;
  let other = 0;
  for (let index = 0; index < bytes.length && alone + other < 10_000; index++) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const isLetter = byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7;
    const isPunctuation =
      byte === 0xa1 ||
      byte === 0xbf ||
      byte === 0xab ||
      byte === 0xbb ||
      byte === 0xa0 ||
      (byte >= 0x91 && byte <= 0x97);
    const besideAscii = isAsciiLetter(bytes[index - 1]) || isAsciiLetter(bytes[index + 1]);
    if (isPunctuation || (isLetter && besideAscii && (bytes[index + 1] ?? 0) < 0x80)) alone++;
    else other++;
  }
  return alone > 4 * other;
}

function isAsciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}

function refuseBinary(text: string): void {
  const sample = text.slice(0, SAMPLE);
  const strange = sample.match(CONTROL)?.length ?? 0;
  if (strange > 16 && strange * 20 > sample.length) {
    throw new TranscriptError('TRANSCRIPT_UNUSABLE', 'The file is not text.', {
      likelyCause: 'It is an archive, a document, a video, or text in an old encoding.',
    });
  }
}
