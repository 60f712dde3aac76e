import { type ErrorCode, TranscriptError } from '../../errors.ts';
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

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Walks the brackets before anything is built: a few megabytes of them can ask for gigabytes of objects. */
function measureJson(text: string): void {
  /** Members of each object that is open; arrays stay at 0. */
  const members: number[] = [];
  let opened = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) {
      index = closingQuote(text, index);
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (++opened > LIMITS.elements)
        throw refusal('SOURCE_TOO_LARGE', `more than ${LIMITS.elements} objects and arrays`);
      if (members.push(0) > LIMITS.nesting)
        throw refusal('TRANSCRIPT_UNUSABLE', `more than ${LIMITS.nesting} levels`);
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      members.pop();
    } else if (code === COLON) {
      const count = (members.pop() ?? 0) + 1;
      if (count > LIMITS.members)
        throw refusal('TRANSCRIPT_UNUSABLE', `more than ${LIMITS.members} members in one object`);
      members.push(count);
    }
  }
}

/** The index of the quotation mark that closes the string opened at `from`, or behind the text. */
function closingQuote(text: string, from: number): number {
  let index = from + 1;
  while (index < text.length && text.charCodeAt(index) !== QUOTE) {
    index += text.charCodeAt(index) === BACKSLASH ? 2 : 1;
  }
  return index;
}

function refusal(code: ErrorCode, what: string): TranscriptError {
  return new TranscriptError(code, `The JSON has ${what}.`);
}
