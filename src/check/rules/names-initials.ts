import type { WordForm } from '../../text/index.ts';
import type { Evidence } from '../evidence.ts';

/** Small words begin with any three letters somewhere; with four, hardly. */
const SURE_INITIALS = 4;

/** The units whose words begin with the letters of an acronym: "European Union", "private domestic final purchases". */
export function unitsOfInitials(acronym: string, evidence: Evidence): number[] {
  const letters = acronym.replace(/s$/u, '');
  return evidence.units
    .filter((unit) => hasInitials(evidence.words(unit), letters, letters.length < SURE_INITIALS))
    .map(({ id }) => id);
}

/** Whether words in a row begin with these letters, small words counted or not. */
export function hasInitials(words: readonly WordForm[], letters: string, onlyCapitals: boolean): boolean {
  const first = letters.charAt(0);
  const initialOf = ({ text }: WordForm) =>
    onlyCapitals && !/^\p{Lu}/u.test(text) ? ' ' : text.charAt(0).toLowerCase();
  if (!words.some((word) => initialOf(word) === first)) return false;
  const row = (list: readonly WordForm[]) => list.map(initialOf).join('').includes(letters);
  return row(words) || row(words.filter(({ isContent }) => isContent));
}
