import type { Article, Paragraph, Quote, Sentence, Speaker } from './schema.ts';

/** The parts of an article that are read as its body. */
export type ArticleBody = Pick<Article, 'language' | 'bodyHeadline' | 'lead' | 'sections'>;

/** Languages that put no space between sentences. */
const UNSPACED_SENTENCES: ReadonlySet<string> = new Set(['ja', 'zh', 'yue']);

/** What stands between two sentences of a paragraph: a space, or nothing in Chinese and Japanese. */
export function sentenceSpace(language: string): string {
  return UNSPACED_SENTENCES.has(language.split('-')[0]?.toLowerCase() ?? '') ? '' : ' ';
}

/** All paragraphs in reading order, the lead first. */
export function paragraphsOf(article: Pick<ArticleBody, 'lead' | 'sections'>): Paragraph[] {
  return [...article.lead, ...article.sections.flatMap((section) => section.paragraphs)];
}

/** All sentences in reading order, the lead first. */
export function sentencesOf(article: Pick<ArticleBody, 'lead' | 'sections'>): Sentence[] {
  return paragraphsOf(article).flatMap((paragraph) => paragraph.sentences);
}

/** What the ids in an article's sentences stand for. */
export interface ArticleIndex {
  readonly units: ReadonlyMap<number, Article['units'][number]>;
  readonly quotes: ReadonlyMap<string, Quote>;
  readonly speakers: ReadonlyMap<string, Speaker>;
}

export function indexArticle(article: Article): ArticleIndex {
  return {
    units: new Map(article.units.map((unit) => [unit.id, unit])),
    quotes: new Map(article.quotes.map((quote) => [quote.id, quote])),
    speakers: new Map(article.speakers.map((speaker) => [speaker.id, speaker])),
  };
}

/** Seconds at which playing shows what a sentence rests on: its first quotation, else its first cited unit. Absent when untimed. */
export function momentOf(
  sentence: Pick<Sentence, 'cites' | 'quotes'>,
  index: ArticleIndex,
): number | undefined {
  for (const id of sentence.quotes) {
    const start = index.quotes.get(id)?.start;
    if (start !== undefined) return start;
  }
  for (const id of sentence.cites) {
    const start = index.units.get(id)?.start;
    if (start !== undefined) return start;
  }
  return undefined;
}

/** Whether the body headline says anything that the headline has not said. */
export function hasOwnBodyHeadline(article: Pick<Article, 'headline' | 'bodyHeadline'>): boolean {
  return article.bodyHeadline.trim() !== article.headline.trim();
}

/** Sentences of one paragraph that follow one another from the same speaker; in an extractive article, a passage. */
export interface Passage {
  readonly speaker?: Speaker;
  readonly sentences: readonly Sentence[];
}

/** A paragraph cut where the speaker changes. A sentence's own speaker counts, else that of its quotation. */
export function passagesOf(paragraph: Paragraph, index: ArticleIndex): Passage[] {
  const passages: { id: string | undefined; sentences: Sentence[] }[] = [];
  for (const sentence of paragraph.sentences) {
    const id = sentence.speaker ?? index.quotes.get(sentence.quotes[0] ?? '')?.speaker;
    const last = passages.at(-1);
    if (last && last.id === id) last.sentences.push(sentence);
    else passages.push({ id, sentences: [sentence] });
  }
  return passages.map(({ id, sentences }) => {
    const speaker = index.speakers.get(id ?? '');
    return speaker ? { speaker, sentences } : { sentences };
  });
}
