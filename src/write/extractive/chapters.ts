import type { Metadata } from '../../transcript/index.ts';
import { formatHeading, isGenericTitle } from './headings.ts';
import { cleanTitle, softenShouting } from './headline.ts';
import type { Phrase } from './phrases.ts';
import type { Speech } from './speech.ts';
import type { Topic } from './topics.ts';

/** First units of the author's chapters, with their titles, in order; empty without chapters or times. */
export function locateChapters({ chapters = [] }: Metadata, { units }: Speech): Map<number, string> {
  const located = new Map<number, string>();
  for (const { start, title } of chapters) {
    // A caption may begin a little before the chapter that it opens.
    const unit = units.findIndex((candidate) => (candidate.start ?? -1) >= start - 1);
    if (unit >= 0 && !located.has(unit)) located.set(unit, title);
  }
  return located;
}

interface Naming {
  readonly speech: Speech;
  readonly topics: readonly Topic[];
  /** Names of each topic, from the speech. */
  readonly names: readonly (readonly Phrase[])[];
  readonly chapters: ReadonlyMap<number, string>;
}

/** For each topic the title of the longest chapter in it, if that says something, else the names from the speech; no heading twice. */
export function writeHeadings({ speech, topics, names, chapters }: Naming): string[] {
  const seen = new Set<string>();
  const starts = [...chapters.keys()].sort((one, other) => one - other);
  return topics.map((topic, index) => {
    const named = formatHeading(
      (names[index] ?? []).map(({ text }) => text),
      speech.language,
    );
    const titles = longestFirst(topic, starts)
      .map((start) => cleanTitle(chapters.get(start) ?? '', speech))
      .filter((title) => !isGenericTitle(title, speech.language));
    const wishes = [...titles, softenShouting(named, speech)];
    const heading = wishes.find((wish) => wish !== '' && !seen.has(wish.toLowerCase())) ?? `${index + 1}`;
    seen.add(heading.toLowerCase());
    return heading;
  });
}

function longestFirst({ from, to }: Topic, starts: readonly number[]): number[] {
  const length = (start: number): number => Math.min(to, starts.find((next) => next > start) ?? to) - start;
  const inside = starts.filter((start) => start >= from && start < to);
  return inside.toSorted((one, other) => length(other) - length(one));
}
