/** Removes the reasoning that some models write before their answer. */
function stripThinking(text: string): string {
  const trimmed = text.trimStart();
  const end = trimmed.indexOf('</think>');
  // Some chat templates open the block themselves, so only its end arrives. An answer that has begun is left alone:
  // a transcript may well talk about the tag.
  if (end < 0 || trimmed.startsWith('{')) return trimmed;
  return trimmed.slice(end + '</think>'.length);
}

/**
 * The JSON object of an answer, without reasoning, code fence or words around it.
 * @throws {SyntaxError} when there is none, or it is damaged
 */
export function parseJsonAnswer(text: string): unknown {
  const answer = stripThinking(text);
  const first = answer.indexOf('{');
  const last = answer.lastIndexOf('}');
  if (first < 0 || last < first) throw new SyntaxError('The answer holds no JSON object.');
  return JSON.parse(answer.slice(first, last + 1));
}
