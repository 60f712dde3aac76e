/** Whether two spellings may be one spoken word: at least half of the letters in common. */
export function isSimilar(first: string, second: string): boolean {
  const longest = Math.max(first.length, second.length);
  if (longest < 3 || Math.abs(first.length - second.length) > longest / 2) return false;
  return 1 - editDistance(first, second) / longest >= 0.5;
}

export function editDistance(first: string, second: string): number {
  let previous = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let row = 1; row <= first.length; row++) {
    const current = [row];
    for (let column = 1; column <= second.length; column++) {
      const substituted = (previous[column - 1] ?? 0) + (first[row - 1] === second[column - 1] ? 0 : 1);
      current[column] = Math.min(substituted, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
    }
    previous = current;
  }
  return previous[second.length] ?? 0;
}
