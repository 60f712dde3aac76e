/**
 * Words as a shell divides them: single and double quotes keep spaces, a backslash keeps the next character outside single quotes.
 * With `hasComments` a # where a word would begin ends the line. Undefined when a quote is not closed.
 */
export function splitWords(line: string, { hasComments = false } = {}): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let index = 0; index < line.length; index++) {
    const character = line[index] ?? '';
    if (character === '\\' && quote !== "'" && index + 1 < line.length) {
      word = (word ?? '') + line[++index];
    } else if (quote !== undefined) {
      if (character === quote) quote = undefined;
      else word = (word ?? '') + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (/\s/u.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (hasComments && character === '#' && word === undefined) {
      return words;
    } else {
      word = (word ?? '') + character;
    }
  }
  if (quote !== undefined) return undefined;
  return word === undefined ? words : [...words, word];
}
