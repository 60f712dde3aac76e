import { type Article, paragraphsOf, type Sentence } from '../../article/index.ts';

/** Lines of the top that are edited under their own names. */
export const TOP_TARGETS = ['headline', 'bodyHeadline', 'deck', 'description'] as const;
export type TopTarget = (typeof TOP_TARGETS)[number];

const HEADING = 'heading:';
const KEY_POINT = 'keypoint:';

export function headingTarget(sectionId: string): string {
  return `${HEADING}${sectionId}`;
}

export function keyPointTarget(index: number): string {
  return `${KEY_POINT}${index}`;
}

/** Every text of the article that a person can edit, with what it is called: the top, headings, key points, sentences by their ids. */
export function readTargets(article: Article): Map<string, string> {
  return new Map<string, string>([
    ...TOP_TARGETS.map((target): [string, string] => [target, article[target]]),
    ...(article.keyPoints ?? []).map(({ text }, index): [string, string] => [keyPointTarget(index), text]),
    ...article.sections.map(({ id, heading }): [string, string] => [headingTarget(id), heading]),
    ...paragraphsOf(article).flatMap(({ sentences }) =>
      sentences.map(({ id, text }): [string, string] => [id, text]),
    ),
  ]);
}

/** What a finding's JSON pointer points at, as an editable text. */
export function targetOfPath(article: Article, path: string): string | undefined {
  const [first = '', second = '', ...rest] = path.split('/').slice(1);
  if (TOP_TARGETS.some((target) => target === first)) return first;
  if (first === 'keyPoints') return keyPointTarget(Number(second));
  if (first === 'lead') return sentenceAt(article.lead, [second, ...rest])?.id;
  if (first === 'quotes') {
    const quote = article.quotes[Number(second)];
    return paragraphsOf(article)
      .flatMap(({ sentences }) => sentences)
      .find(({ quotes }) => quote !== undefined && quotes.includes(quote.id))?.id;
  }
  if (first !== 'sections') return undefined;
  const section = article.sections[Number(second)];
  if (rest[0] === 'heading' && section) return headingTarget(section.id);
  return rest[0] === 'paragraphs' && section ? sentenceAt(section.paragraphs, rest.slice(1))?.id : undefined;
}

/** Of `0/sentences/1/text`, the sentence; of `0` alone, the first of the paragraph. */
function sentenceAt(
  paragraphs: Article['lead'],
  [index, , at = '0']: readonly string[],
): Sentence | undefined {
  return paragraphs[Number(index)]?.sentences[Number(at)];
}

export function headingOf(target: string): string | undefined {
  return target.startsWith(HEADING) ? target.slice(HEADING.length) : undefined;
}

export function keyPointOf(target: string): number | undefined {
  return target.startsWith(KEY_POINT) ? Number(target.slice(KEY_POINT.length)) : undefined;
}

/** The texts that differ between two versions, in the order of the newer one; what is gone comes last. */
export function changesBetween(
  before: Article,
  after: Article,
): { readonly target: string; readonly was: string; readonly now: string }[] {
  const old = readTargets(before);
  const recent = readTargets(after);
  const changed = [...recent].flatMap(([target, now]) => {
    const was = old.get(target) ?? '';
    return was === now ? [] : [{ target, was, now }];
  });
  const gone = [...old].flatMap(([target, was]) => (recent.has(target) ? [] : [{ target, was, now: '' }]));
  return [...changed, ...gone];
}
