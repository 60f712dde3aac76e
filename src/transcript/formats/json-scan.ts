import { TranscriptError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';

/** Whether the text can only be meant as JSON; `[00:12]` and `[Music]` at the start of a plain text are not. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[[{"\]]|$))/u.test(text.slice(0, 4_000));
}

/** Parses JSON of bounded depth and size. Throws TRANSCRIPT_UNUSABLE or SOURCE_TOO_LARGE. */
export function parseBoundedJson(text: string): unknown {
  measureJson(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TranscriptError('TRANSCRIPT_UNUSABLE', 'The file begins like JSON but is not valid JSON.', {
      cause: error,
      likelyCause:
        'The download was cut, or a program wrote NaN, Infinity or comments, which JSON does not have.',
    });
  }
}

/** Walks the brackets before anything is built: a few megabytes of them can ask for gigabytes of objects. */
function measureJson(text: string): void {
  let depth = 0;
  let opened = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) {
      inString = true;
    } else if (code === 0x7b || code === 0x5b) {
      opened++;
      if (++depth > LIMITS.nesting)
        throw new TranscriptError(
          'TRANSCRIPT_UNUSABLE',
          `The JSON is nested more than ${LIMITS.nesting} levels deep.`,
        );
      if (opened > LIMITS.elements)
        throw new TranscriptError(
          'SOURCE_TOO_LARGE',
          `The JSON has more than ${LIMITS.elements} objects and arrays.`,
        );
    } else if (code === 0x7d || code === 0x5d) {
      depth--;
    }
  }
}
