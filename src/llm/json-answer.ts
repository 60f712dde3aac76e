/** Ends of the reasoning that some models write before their answer. */
const END_OF_REASONING =
  /<\/(?:think|thinking|thought|reasoning)>|\[\/THINK\]|<\|channel\|>final<\|message\|>/u;

function stripThinking(text: string): string {
  const trimmed = text.trimStart();
  const end = END_OF_REASONING.exec(trimmed);
  // Some chat templates open the block themselves, so only its end arrives. An answer that has begun is left alone:
  // a transcript may well talk about the tag.
  if (!end || trimmed.startsWith('{')) return trimmed;
  return trimmed.slice(end.index + end[0].length);
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
