import { lexiconOf } from './numbers/lexicon.ts';
import { isTimeSpan, type UnitName } from './numbers/units.ts';
import { wordForms } from './word-forms.ts';

export interface TimeWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly unit: UnitName;
}

/** Words that measure time, with a number or without: "years", "a few weeks". */
export function findTimeWords(text: string, language: string): TimeWord[] {
  const { units } = lexiconOf(language);
  return wordForms(text, language).flatMap(({ text: word, key, start, end }) => {
    const unit = units.get(key)?.find(({ words }) => words.length === 1)?.unit;
    return unit !== undefined && isTimeSpan(unit) ? [{ start, end, text: word, unit }] : [];
  });
}
