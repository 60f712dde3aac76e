import { normalizeWord } from '../text/index.ts';

const MOST_SUPPORT = 3;
const SHORTEST_CONTENT_WORD = 4;

/** Ids of the body sentences that say most of what a headline or deck says: greedily, by content words not yet covered. */
export function findSupport(text: string, body: readonly { id: string; text: string }[]): string[] {
  const wanted = contentWords(text);
  const candidates = body.map(({ id, text: sentence }) => ({ id, words: contentWords(sentence) }));
  const support: string[] = [];
  while (wanted.size > 0 && support.length < MOST_SUPPORT) {
    const gain = (words: ReadonlySet<string>): number => [...words].filter((word) => wanted.has(word)).length;
    const best = candidates.reduce(
      (top, candidate) => (gain(candidate.words) > gain(top.words) ? candidate : top),
      { id: '', words: new Set<string>() },
    );
    if (best.id === '') break;
    support.push(best.id);
    for (const word of best.words) wanted.delete(word);
  }
  return support;
}

function contentWords(text: string): Set<string> {
  const words = text.split(/\s+/u).map((word) => normalizeWord(word).replace(/'s$/u, ''));
  return new Set(words.filter((word) => word.length >= SHORTEST_CONTENT_WORD || /\p{N}/u.test(word)));
}
