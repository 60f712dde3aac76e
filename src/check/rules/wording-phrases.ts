/** One expression for the phrases of each language: whole words, in any case. The phrases are ours and linear. */
export function compilePhrases(
  table: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, RegExp> {
  return new Map(
    Object.entries(table).map(([language, phrases]) => [
      language,
      new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
    ]),
  );
}

/** Words in a row, one list for each language, out of lines of text. */
export function compileWords(
  table: Readonly<Record<string, string>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(table).map(([language, words]) => [language, new Set(words.split(/\s+/u))]));
}
