/**
 * Phrases by primary language subtag, as the sources of regular expressions: a space stands for one or two, a straight
 * apostrophe for any. Every repetition in them is bounded, so that no text makes them slow.
 */
export type PhraseTable = Readonly<Record<string, readonly string[]>>;

export interface FoundPhrase {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the phrases of a table as whole words, or as whole lines. */
export interface PhraseFinder {
  readonly languages: readonly string[];
  find(text: string, language: string): FoundPhrase[];
}

type Frame = (alternatives: string, language: string) => string;

/** Chinese and Japanese write their words without borders. */
const UNSPACED: ReadonlySet<string> = new Set(['ja', 'zh']);
const BEGIN = '(?<![\\p{L}\\p{M}\\p{N}])';
const END = '(?![\\p{L}\\p{M}\\p{N}])';

export function createPhraseFinder(table: PhraseTable): PhraseFinder {
  return createFinder(table, (alternatives, language) =>
    UNSPACED.has(language) ? `(?:${alternatives})` : `${BEGIN}(?:${alternatives})${END}`,
  );
}

/** The phrase must be all there is, but for marks at either end. */
export function createLineFinder(table: PhraseTable): PhraseFinder {
  return createFinder(
    table,
    (alternatives) => `^[^\\p{L}\\p{N}]{0,8}(?:${alternatives})[^\\p{L}\\p{N}]{0,8}$`,
  );
}

function createFinder(table: PhraseTable, frame: Frame): PhraseFinder {
  const patterns = new Map(
    Object.entries(table).map(([language, phrases]) => [
      language,
      new RegExp(frame(phrases.map(sourceOf).join('|'), language), 'giu'),
    ]),
  );
  return {
    languages: Object.keys(table),
    find: (text, language) => {
      const pattern = patterns.get(language);
      if (!pattern) return [];
      return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
        text: found,
        start: index,
        end: index + found.length,
      }));
    },
  };
}

function sourceOf(phrase: string): string {
  return phrase.replaceAll(' ', '(?:\\s{1,2})').replaceAll("'", "['’ʼ]");
}
