import { Choice, type Part } from './choice.ts';
import { ANY, GOOD, type PassageWish, POOR } from './passages.ts';
import { type Centroid, centroidOf } from './relevance.ts';
import type { Sentence } from './sentences.ts';
import type { Speech } from './speech.ts';
import type { Topic } from './topics.ts';

/** Indices of the sentences chosen, in the order of the video. */
export interface Selection {
  readonly lead: readonly number[];
  /** One list for each topic. */
  readonly sections: readonly (readonly number[])[];
}

export interface SelectionInput {
  readonly speech: Speech;
  readonly weights: Float64Array;
  readonly sentences: readonly Sentence[];
  readonly topics: readonly Topic[];
  /** What the whole video is about. */
  readonly centre: Centroid;
  readonly words: number;
}

/** Words of a paragraph: two or three sentences, fewer where a short article has to reach from end to end. */
const PARAGRAPH = 45;
const FEWEST_PARAGRAPHS = 14;
const SHORTEST_PARAGRAPH = 15;
const LONGEST_PARAGRAPH = 60;
const LEAD = 50;
/** A section below this does not read as one. */
const SMALLEST_SECTION = 40;
/** Sections grow more slowly than what they report. */
const SECTION_GROWTH = 0.75;
const PARTS = 10;

/**
 * Chooses what stands in the article: for the lead an early passage near to the whole, then paragraph by paragraph through every topic,
 * each from a stretch of its own, so that the article follows the video from end to end. At last no tenth of the video is left out.
 */
export function choosePassages(input: SelectionInput): Selection {
  const { speech, weights, sentences, topics, centre, words } = input;
  const choice = new Choice(speech, weights, sentences);
  choice.takeLead({
    from: 0,
    to: sentences.length,
    centroid: centre,
    words: Math.min(LEAD, words / 5),
    least: GOOD,
    isEarly: true,
  });
  const { lead } = choice;
  const paragraph = Math.min(PARAGRAPH, Math.max(SHORTEST_PARAGRAPH, words / FEWEST_PARAGRAPHS));
  const parts = topics.map((topic) => ({ ...describePart(input, topic), paragraph }));
  const budgets = shareWords(parts, words - choice.wordsOf(lead));
  for (const [index, part] of parts.entries()) writeParagraphs(choice, part, budgets[index] ?? 0, sentences);
  for (const [index, part] of parts.entries()) fillUp(choice, part, budgets[index] ?? 0);
  // What one topic cannot give, the others make up for.
  const missing = words - choice.wordsOf(lead) - parts.reduce((sum, part) => sum + choice.wordsIn(part), 0);
  if (missing > paragraph)
    for (const part of parts) fillUp(choice, part, choice.wordsIn(part) + missing / parts.length);
  for (const wish of findEmptyTenths(input, choice.taken)) {
    [GOOD, POOR, ANY].some((least) => choice.take({ ...wish, least }));
  }
  const sections = parts.map((part) => choice.within(part));
  // What is too short for both is an article without a lead.
  if (sections.every((section) => section.length === 0)) {
    return {
      lead: [],
      sections: parts.map(({ from, to }) => lead.filter((index) => index >= from && index < to)),
    };
  }
  return { lead, sections };
}

/** How much the whole video counts beside the topic, when closeness is measured. */
const WHOLE_SHARE = 0.3;

function describePart(
  { speech, weights, sentences, centre }: SelectionInput,
  { from, to }: Topic,
): Omit<Part, 'paragraph'> {
  const firstWord = speech.unitStart[from] ?? 0;
  const endWord = speech.unitStart[to] ?? 0;
  const centroid = centroidOf(speech, weights, firstWord, endWord);
  for (const [term, value] of centre.entries())
    centroid[term] = (1 - WHOLE_SHARE) * (centroid[term] ?? 0) + WHOLE_SHARE * value;
  return {
    from: firstAt(sentences, firstWord),
    to: firstAt(sentences, endWord),
    words: endWord - firstWord,
    centroid,
  };
}

/** Index of the first sentence that begins at or after a word. */
function firstAt(sentences: readonly Sentence[], word: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.from ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shareWords(parts: readonly Part[], words: number): number[] {
  const sizes = parts.map((part) => part.words ** SECTION_GROWTH);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return parts.map((part, index) =>
    Math.min(part.words, Math.max(SMALLEST_SECTION, (words * (sizes[index] ?? 0)) / Math.max(1, total))),
  );
}

/** One paragraph from each of as many equal stretches of the topic; what one is too long, the next is shorter. */
function writeParagraphs(choice: Choice, part: Part, budget: number, sentences: readonly Sentence[]): void {
  const count = Math.max(1, Math.round(budget / part.paragraph));
  const start = sentences[part.from]?.from ?? 0;
  const end = sentences[part.to - 1]?.to ?? start;
  const border = (index: number): number =>
    index === count
      ? part.to
      : Math.max(part.from, firstAt(sentences, start + ((end - start) * index) / count));
  for (let index = 0; index < count; index++) {
    const words = (budget - choice.wordsIn(part)) / (count - index);
    if (words < part.paragraph / 3) continue;
    choice.take({
      from: border(index),
      to: border(index + 1),
      centroid: part.centroid,
      words: Math.min(words, LONGEST_PARAGRAPH),
      least: GOOD,
    });
  }
}

/** A last sentence may run over the budget by so many words. */
const SLACK = 12;

/** Stretches without a good passage leave a section short; the rest of the topic makes up for them, the best first. */
function fillUp(choice: Choice, part: Part, budget: number): void {
  for (;;) {
    const missing = budget - choice.wordsIn(part);
    if (missing < part.paragraph / 3) return;
    const wish = { ...part, words: Math.min(part.paragraph, missing) };
    const isFilled = choice.take({ ...wish, least: GOOD }) || choice.extend(part, missing + SLACK);
    if (!isFilled && (missing < part.paragraph || !choice.take({ ...wish, least: POOR }))) return;
  }
}

/** Wishes for every tenth of the video (of its time, or of its units when it has none) that no passage comes from. */
function findEmptyTenths(
  { speech, sentences, centre }: SelectionInput,
  taken: Uint8Array,
): Omit<PassageWish, 'least'>[] {
  const { units, unitOf } = speech;
  const end = units.at(-1)?.end;
  const tenthOf = (unit: number): number => {
    const start = units[unit]?.start;
    const share = end !== undefined && end > 0 && start !== undefined ? start / end : unit / units.length;
    return Math.min(PARTS - 1, Math.floor(share * PARTS));
  };
  const covered = new Set<number>();
  for (const [index, { from, to }] of sentences.entries()) {
    if (taken[index])
      for (let unit = unitOf[from] ?? 0; unit <= (unitOf[to - 1] ?? 0); unit++) covered.add(tenthOf(unit));
  }
  const tenths = sentences.map(({ from }) => tenthOf(unitOf[from] ?? 0));
  return Array.from({ length: PARTS }, (_, tenth) => tenth)
    .filter((tenth) => !covered.has(tenth) && tenths.includes(tenth))
    .map((tenth) => ({
      from: tenths.indexOf(tenth),
      to: tenths.lastIndexOf(tenth) + 1,
      centroid: centre,
      words: SHORTEST_PARAGRAPH,
    }));
}
