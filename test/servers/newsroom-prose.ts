import { createHash } from 'node:crypto';
import { stopWords } from '../../src/text/index.ts';

/** What the newsroom's sentences are made of: words of the source in frames that say nothing themselves. */

/** Words that would make a sentence more than a list of topics: numbers, times, negations, offices, talk of the recording. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  `three four five six seven eight nine eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
  forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens
  first second third fourth fifth sixth seventh eighth ninth tenth twice double triple half halves quarter quarters percent percentage
  today tonight yesterday tomorrow recently currently already later earlier weeks months years century decade decades
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  spring summer autumn winter morning evening afternoon never nothing nobody neither without cannot
  president minister senator secretary chairman chair governor general judge mayor chancellor professor doctor prime deputy former
  video channel transcript episode podcast subscribe comment comments click follow above below patreon sponsor sponsored`.split(
    /\s+/u,
  ),
);

/** Ordinary words of a text, each once, in order. Names and figures are not among them. */
export function topicWords(text: string): string[] {
  const stop = stopWords('en');
  const words = text
    .replace(/^[^:[\]]{2,40}: /u, '')
    .split(/\s+/u)
    .map((word) => word.replace(/[.,;:!?"'”“’)(]+$/u, ''));
  const ordinary = words.filter(
    (word) => /^[a-z]{5,}$/u.test(word) && !stop?.has(word) && !LEFT_OUT.has(word) && !FRAME_WORDS.has(word),
  );
  return [...new Set(ordinary)];
}

type Frame = (a: string, b: string, c: string, d: string) => string;

const FRAMES: readonly Frame[] = [
  (a, b, c, d) => `The speaker turned to ${a} and ${b}, and then went from there to ${c} and ${d}.`,
  (a, b, c, d) => `On ${a} the speaker had much to say, and ${b}, ${c} and ${d} came up with it.`,
  (a, b, c, d) => `In the order of the talk ${a} and ${b} were next, and with them ${c} and ${d}.`,
  (a, b, c, d) => `It was about ${a} as much as ${b}, the speaker said, and about ${c} and ${d} too.`,
  (a, b, c, d) => `At this point ${a} came first for the speaker, who then named ${b}, ${c} and ${d}.`,
  (a, b, c, d) => `Throughout this the speaker kept to ${a} and ${b} and left room for ${c} and ${d}.`,
  (a, b, c, d) => `For the speaker ${a} and ${b} belonged with ${c}, and ${d} stood close to them.`,
  (a, b, c, d) => `What the speaker said of ${a} held for ${b} as well, and for ${c} and ${d}.`,
];

const FRAME_WORDS: ReadonlySet<string> = new Set(
  FRAMES.flatMap(
    (frame) =>
      frame('', '', '', '')
        .toLowerCase()
        .match(/[a-z]+/gu) ?? [],
  ),
);

/** One sentence on a text. Another `turn` takes other words of it in another frame. */
export function tell(text: string, turn: number): string {
  const words = topicWords(text);
  const pick = (index: number): string => words[(4 * turn + index) % words.length] ?? 'the matter';
  const frame = FRAMES[turn % FRAMES.length] ?? FRAMES[0];
  return frame?.(pick(0), pick(1), pick(2), pick(3)) ?? '';
}

/** The first words of a text that one person speaks in one go. */
export function firstWords(text: string, count: number): string {
  return text
    .replace(/^[^:[\]]{2,40}: /u, '')
    .split(' ')
    .slice(0, count)
    .join(' ');
}

export const wordCount = (text: string): number => text.split(/\s+/u).length;

/** The same part of all texts, however often they are met. */
export function isInShare(text: string, share: number): boolean {
  return Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16) < share * 2 ** 32;
}
