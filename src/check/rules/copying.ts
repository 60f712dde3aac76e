import { type WordForm, wordForms } from '../../text/index.ts';
import type { Rule } from '../rule.ts';

/** Words in a row that are a quotation without its marks. */
const COPIED = { error: 10, warning: 8 } as const;
/** Units on either side of the cited ones that are compared. */
const REACH = 2;

const copyingRule: Rule = {
  id: 'Q07',
  severity: 'error',
  title: `No ${COPIED.warning} words in a row come from the source without quotation marks; ${COPIED.error} are an error`,
  reason: 'Somebody else’s words without quotation marks are plagiarism.',
  needs: ['units', 'one-language'],
  trustsCitations: true,
  exempts: ['extractive'],
  *checkSentence({ own, cites }, { evidence }) {
    const words = wordForms(own, evidence.language);
    const source = evidence.near(cites, REACH).flatMap((unit) => evidence.words(unit));
    const run = longestRun(words, source);
    const first = words[run.start];
    const last = words[run.start + run.length - 1];
    if (run.length < COPIED.warning || !first || !last) return;
    yield {
      start: first.start,
      end: last.end,
      message: `${run.length} words in a row are the speaker’s own, without quotation marks`,
      ...(run.length >= COPIED.error ? {} : { severity: 'warning' as const }),
    };
  },
};

/** The longest stretch of words that stands in the source word for word. */
function longestRun(
  words: readonly WordForm[],
  source: readonly WordForm[],
): { start: number; length: number } {
  const places = Map.groupBy(source.keys(), (at) => source[at]?.key);
  let best = { start: 0, length: 0 };
  /** Lengths of the runs that end at a place of the source. */
  let previous = new Map<number, number>();
  for (const [index, { key }] of words.entries()) {
    const current = new Map<number, number>();
    for (const at of places.get(key) ?? []) {
      const length = (previous.get(at - 1) ?? 0) + 1;
      current.set(at, length);
      if (length > best.length) best = { start: index - length + 1, length };
    }
    previous = current;
  }
  return best;
}

export const COPYING_RULES: readonly Rule[] = [copyingRule];
