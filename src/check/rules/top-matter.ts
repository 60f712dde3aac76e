import { areCognate, findNames, type NameWord, readFigures, wordForms } from '../../text/index.ts';
import type { Copy } from '../copy.ts';
import { onceFor } from '../once-for.ts';
import type { Found, Rule } from '../rule.ts';
import { compareNumbers } from './numbers-compare.ts';

/** Headlines, deck, key points and description promise nothing that the body does not keep. */
const topMatterRule: Rule = {
  id: 'C05',
  severity: 'error',
  title: 'Every number and name of the top is in the body',
  reason: 'Most readers see only the top; what stands there alone is what nobody checks.',
  example: 'Headline: Seven killed in blast. (The body says six.)',
  needs: [],
  exempts: ['extractive'],
  roles: ['headline', 'bodyHeadline', 'deck', 'keyPoint'],
  *checkSentence({ text }, { copy }) {
    yield* findAlone(text, copy);
  },
  *checkArticle({ copy }) {
    const { headlineAlternatives = [], description } = copy.article ?? {};
    for (const [index, text] of headlineAlternatives.entries())
      for (const found of findAlone(text, copy)) yield { ...found, path: `/headlineAlternatives/${index}` };
    if (description === undefined) return;
    // The end of one that was shortened is cut: of “$40 billion” only “$40…” may be left.
    const cut = /\s*…$/u.exec(description)?.index;
    for (const found of findAlone(description, copy))
      if (cut === undefined || found.end < cut) yield { ...found, path: '/description' };
  },
};

/** The numbers and names of a text that the body has not. */
function* findAlone(text: string, copy: Copy): Iterable<Found & { start: number; end: number }> {
  const body = readBody(copy);
  // Without a body there is nothing to keep a promise.
  if (body.keys.size === 0) return;
  for (const number of readFigures(text, copy.language).numbers) {
    if (number.isWeak || body.numbers.some((other) => compareNumbers(number, other) === 'same')) continue;
    yield { start: number.start, end: number.end, message: `the body does not have ${number.text}` };
  }
  if (isTitleCase(text)) return;
  for (const word of findNames(text, copy.language).flatMap(({ words }) => words)) {
    if (word.certainty === 'possible' || isInBody(word, body)) continue;
    yield { start: word.start, end: word.end, message: `the body does not name ${word.text}` };
  }
}

/** Whether capitals say nothing about names here: "Peace Remains Elusive in Ukraine". */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  return words.length >= 4 && capitals.length >= 0.75 * words.length;
}

interface Body {
  readonly numbers: ReturnType<typeof readFigures>['numbers'];
  readonly keys: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  readonly names: readonly NameWord[];
}

const readBody = onceFor((copy: Copy): Body => {
  if (copy.body.length === 0) return { numbers: [], keys: new Set(), stems: new Set(), names: [] };
  // The dateline opens the body, and S06 asks for its basis.
  const texts = [...copy.body.map(({ text }) => text), ...(copy.dateline ? [copy.dateline.place] : [])];
  const words = texts.flatMap((text) => wordForms(text, copy.language));
  return {
    numbers: texts.flatMap((text) => readFigures(text, copy.language).numbers),
    keys: new Set(words.map(({ key }) => key)),
    stems: new Set(words.map(({ stem }) => stem)),
    names: texts.flatMap((text) => findNames(text, copy.language).flatMap((name) => name.words)),
  };
});

function isInBody(word: NameWord, { keys, stems, names }: Body): boolean {
  if (keys.has(word.key) || stems.has(word.stem) || keys.has(word.text.toLowerCase())) return true;
  return names.some(
    (other) =>
      other.key === word.key ||
      (word.place !== undefined && other.place === word.place) ||
      areCognate(word.key, other.key),
  );
}

export const TOP_MATTER_RULES: readonly Rule[] = [topMatterRule];
