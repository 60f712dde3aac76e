/** A number with its noun: 1 error, 2 errors. */
export function countPhrase(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
