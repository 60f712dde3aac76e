import { wordForms } from '../../text/index.ts';
import type { Copy, CopySection, CopySentence } from '../copy.ts';
import { placeIn } from '../place-in.ts';
import type { Found, Rule } from '../rule.ts';

/** Shorter sentences may well be said twice: "Biden agreed." */
const FEWEST_WORDS = 6;

const repeatsRule: Rule = {
  id: 'S12',
  severity: 'warning',
  title: 'Nothing is told twice',
  reason: 'Sections written apart tell the same thing again; a reader takes it for padding.',
  needs: [],
  exempts: ['extractive'],
  *checkArticle({ copy, language }) {
    yield* findRepeatedSentences(copy, language);
    yield* findRepeatedSections(copy, language);
  },
};

function* findRepeatedSentences({ body }: Copy, language: string): Generator<Found> {
  const seen = new Map<string, CopySentence>();
  for (const sentence of body) {
    const words = wordForms(sentence.text, language);
    if (words.length < FEWEST_WORDS) continue;
    const key = words.map((word) => word.key).join(' ');
    const first = seen.get(key);
    if (first) yield { ...placeIn(sentence), message: 'stands in the text already, word for word' };
    else seen.set(key, sentence);
  }
}

const RUN = 6;
/** Runs of words that two sections share before they tell the same thing, and the share of the shorter one's. */
const SHARED = { fewest: 12, share: 0.1 } as const;

/** Linear in the words: each run keeps the section it was met in first. */
function* findRepeatedSections({ sections }: Copy, language: string): Generator<Found> {
  const owners = new Map<string, number>();
  const sizes: number[] = [];
  for (const [index, section] of sections.entries()) {
    const shared = new Map<number, number>();
    const runs = runsOf(section, language);
    sizes.push(runs.size);
    for (const run of runs) {
      const owner = owners.get(run);
      if (owner === undefined) owners.set(run, index);
      else shared.set(owner, (shared.get(owner) ?? 0) + 1);
    }
    for (const [owner, count] of shared) {
      const least = Math.min(runs.size, sizes[owner] ?? 0);
      if (count < SHARED.fewest || count < least * SHARED.share) continue;
      yield {
        ...placeIn(section.heading),
        message: `shares ${count} runs of ${RUN} words with “${sections[owner]?.heading.text ?? ''}”`,
      };
    }
  }
}

/** Runs within a sentence, in the writer's own words: a quotation may come back. */
function runsOf({ paragraphs }: CopySection, language: string): Set<string> {
  const runs = new Set<string>();
  for (const { own } of paragraphs.flatMap(({ sentences }) => sentences)) {
    const keys = wordForms(own, language).map(({ key }) => key);
    for (let at = 0; at + RUN <= keys.length; at++) runs.add(keys.slice(at, at + RUN).join(' '));
  }
  return runs;
}

export const REPEAT_RULES: readonly Rule[] = [repeatsRule];
