import { TranscriptError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';

/** Whether the text can only be meant as JSON; `[00:12]` and `[Music]` at the start of a plain text are not. */
export function looksLikeJson(text: string): boolean {
  return /^(?:\{\s*(?:["}]|$)|\[\s*(?:[[{"\]]|$))/u.test(text.trimStart().slice(0, 4_000));
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
  /** Members of each object that is open; arrays stay at 0. */
  const members: number[] = [];
  let opened = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '"') {
      index = closingQuote(text, index);
    } else if (character === '{' || character === '[') {
      opened++;
      members.push(0);
    } else if (character === '}' || character === ']') {
      members.pop();
    } else if (character === ':') {
      members.push((members.pop() ?? 0) + 1);
    } else {
      continue;
    }
    refuse(
      members.length > LIMITS.nesting,
      'TRANSCRIPT_UNUSABLE',
      `is nested more than ${LIMITS.nesting} levels deep`,
    );
    refuse(
      opened > LIMITS.elements,
      'SOURCE_TOO_LARGE',
      `has more than ${LIMITS.elements} objects and arrays`,
    );
    refuse(
      (members.at(-1) ?? 0) > LIMITS.members,
      'TRANSCRIPT_UNUSABLE',
      `has an object of more than ${LIMITS.members} members`,
    );
  }
}

/** The index of the quotation mark that closes the string opened at `from`, or of the last character. */
function closingQuote(text: string, from: number): number {
  for (let index = from + 1; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '"') return index;
    if (character === '\\') index++;
  }
  return text.length;
}

function refuse(isRefused: boolean, code: 'TRANSCRIPT_UNUSABLE' | 'SOURCE_TOO_LARGE', what: string): void {
  if (isRefused) throw new TranscriptError(code, `The JSON ${what}.`);
}
