import type { Article, Paragraph, Quote, Sentence } from '../../article/index.ts';
import { ReviewError } from '../../errors.ts';
import { alignQuotation, findQuoted, isAligned, normalizeWord, printable } from '../../text/index.ts';
import type { Unit } from '../../transcript/index.ts';
import { headingOf, keyPointOf, readTargets, TOP_TARGETS } from './targets.ts';

/** What edits are judged by: the words that were said, and the spellings somebody vouches for. */
export interface Grounds {
  readonly units: readonly Unit[];
  /** BCP 47, of the units. */
  readonly language: string;
  readonly glossary: readonly string[];
}

export interface Rewording {
  readonly target: string;
  /** The new text; empty takes a sentence or key point out. */
  readonly text: string;
  /** Units that a sentence rests on from now on. @default those it cites */
  readonly cites?: readonly number[] | undefined;
}

/** Characters; the schema of articles has the same bound. */
const LONGEST_DESCRIPTION = 155;

/**
 * The article with one text in other words. Quotations of a sentence are found in the captions anew: what nobody said is no quotation,
 * and the rules will say so.
 */
export function reword(
  article: Article,
  { target, text: typed, cites }: Rewording,
  grounds: Grounds,
): Article {
  const text = printable(typed);
  if (!readTargets(article).has(target))
    throw new ReviewError('REVIEW_REQUEST_INVALID', `The article has no text called ${target}`, {
      likelyCause: 'It was taken out or renumbered since the page was loaded.',
    });
  const top = TOP_TARGETS.find((name) => name === target);
  if (top === 'description' && text.length > LONGEST_DESCRIPTION)
    throw new ReviewError('REVIEW_REQUEST_INVALID', `The description has ${text.length} characters`, {
      likelyCause: `Search results and link previews show at most ${LONGEST_DESCRIPTION}.`,
      remedy: 'Shorten it.',
    });
  if (top !== undefined) return { ...article, [top]: required(text, target) };
  const heading = headingOf(target);
  if (heading !== undefined)
    return {
      ...article,
      sections: article.sections.map((section) =>
        section.id === heading ? { ...section, heading: required(text, target) } : section,
      ),
    };
  const keyPoint = keyPointOf(target);
  if (keyPoint !== undefined) return rewordKeyPoint(article, keyPoint, text);
  return replaceSentence(article, target, (sentence) =>
    text === '' ? [] : [rewordSentence(sentence, { article, text, cites, grounds })],
  );
}

function required(text: string, target: string): string {
  if (text !== '') return text;
  throw new ReviewError('REVIEW_REQUEST_INVALID', `The ${target.replace(/:.*$/u, '')} cannot be empty`, {
    likelyCause: 'The text was deleted; only sentences and key points can be taken out.',
    remedy: 'Write another one, or cancel the edit.',
  });
}

function rewordKeyPoint(article: Article, index: number, text: string): Article {
  const { keyPoints = [], ...rest } = article;
  const points = keyPoints.flatMap((point, at) =>
    at === index ? (text === '' ? [] : [{ ...point, text }]) : [point],
  );
  return points.length === 0 ? rest : { ...article, keyPoints: points };
}

interface Reworded {
  readonly sentence: Sentence;
  /** Entries of `quotes` that stand in the sentence now. */
  readonly quotes: readonly Quote[];
}

/** Puts other sentences in the place of one. Paragraphs and sections that are left without any go; an article keeps one section. */
export function replaceSentence(
  article: Article,
  id: string,
  replace: (sentence: Sentence) => readonly Reworded[],
): Article {
  const added: Quote[] = [];
  const removed = new Set<string>();
  const inParagraph = (paragraph: Paragraph): Paragraph => {
    if (!paragraph.sentences.some((sentence) => sentence.id === id)) return paragraph;
    const sentences = paragraph.sentences.flatMap((sentence) => {
      if (sentence.id !== id) return [sentence];
      for (const quote of sentence.quotes) removed.add(quote);
      const replacements = replace(sentence);
      added.push(...replacements.flatMap(({ quotes }) => quotes));
      return replacements.map((replacement) => replacement.sentence);
    });
    return { ...paragraph, sentences };
  };
  const inPart = (paragraphs: readonly Paragraph[]): Paragraph[] =>
    paragraphs.map(inParagraph).filter(({ sentences }) => sentences.length > 0);
  const sections = article.sections
    .map((section) => ({ ...section, paragraphs: inPart(section.paragraphs) }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
  if (sections.length === 0)
    throw new ReviewError('REVIEW_REQUEST_INVALID', 'This is the last sentence of the last section', {
      likelyCause: 'An article without a section is none.',
      remedy: 'Reject the draft instead.',
    });
  return {
    ...article,
    lead: inPart(article.lead),
    sections,
    quotes: mergeQuotes(article.quotes, added, removed),
  };
}

/** Quotes that stay keep their place among the others. */
function mergeQuotes(
  quotes: readonly Quote[],
  added: readonly Quote[],
  removed: ReadonlySet<string>,
): Quote[] {
  const recent = new Map(added.map((quote) => [quote.id, quote]));
  const kept = quotes.flatMap((quote) => {
    const replacement = recent.get(quote.id);
    recent.delete(quote.id);
    return replacement ? [replacement] : removed.has(quote.id) ? [] : [quote];
  });
  return [...kept, ...recent.values()];
}

interface SentenceEdit {
  readonly article: Article;
  readonly text: string;
  readonly cites: readonly number[] | undefined;
  readonly grounds: Grounds;
}

function rewordSentence(sentence: Sentence, { article, text, cites, grounds }: SentenceEdit): Reworded {
  const known = new Set(grounds.units.map(({ id }) => id));
  const chosen = [...new Set(cites ?? sentence.cites)].filter((id) => known.has(id));
  const own = article.quotes.filter(({ id }) => sentence.quotes.includes(id));
  const quotes =
    article.writer.kind === 'extractive'
      ? alignPassage(text, own, grounds)
      : alignQuoted(text, { own, sentence, cites: chosen, grounds });
  const units = [...new Set([...chosen, ...quotes.flatMap((quote) => quote.units)])].sort((a, b) => a - b);
  return { sentence: { ...sentence, text, cites: units, quotes: quotes.map(({ id }) => id) }, quotes };
}

/** A key passage is the speaker's words from end to end. One that is not any more keeps its entry, so that the rules see the difference. */
function alignPassage(text: string, own: readonly Quote[], grounds: Grounds): Quote[] {
  const [first] = own;
  if (!first || first.text === text) return [...own];
  const aligned = align(text, first.units, grounds);
  return [aligned ? { ...first, ...aligned, ...timesOf(aligned.units, grounds) } : first];
}

interface QuotedEdit {
  readonly own: readonly Quote[];
  readonly sentence: Sentence;
  readonly cites: readonly number[];
  readonly grounds: Grounds;
}

function alignQuoted(text: string, { own, sentence, cites, grounds }: QuotedEdit): Quote[] {
  const left = [...own];
  const quotes: Quote[] = [];
  for (const [index, { text: words }] of findQuoted(text).entries()) {
    const same = left.findIndex((quote) => quote.text === words);
    if (same >= 0) {
      quotes.push(...left.splice(same, 1));
      continue;
    }
    const aligned = align(words, cites, grounds);
    // Words that nobody said stay without an entry: Q01 holds them against the sentence.
    if (aligned?.text !== words) continue;
    const speaker = sentence.speaker;
    const id = left[0]?.id ?? freeId(sentence.id, index, quotes);
    left.shift();
    quotes.push({
      id,
      ...aligned,
      ...(speaker === undefined ? {} : { speaker }),
      ...timesOf(aligned.units, grounds),
    });
  }
  return quotes;
}

function freeId(sentence: string, index: number, quotes: readonly Quote[]): string {
  for (let number = index + 1; ; number++) {
    const id = `${sentence}.q${number}`;
    if (!quotes.some((quote) => quote.id === id)) return id;
  }
}

function align(
  text: string,
  cites: readonly number[],
  { units, language, glossary }: Grounds,
): Pick<Quote, 'text' | 'source' | 'units' | 'edits' | 'match'> | undefined {
  const near = new Set(cites.flatMap((id) => [id - 1, id, id + 1]));
  const lexicon = lexiconOf(glossary);
  for (const evidence of [units.filter(({ id }) => near.has(id)), units]) {
    const aligned = alignQuotation(text, evidence, { language, lexicon });
    if (isAligned(aligned)) return { ...aligned, units: [...aligned.units], edits: [...aligned.edits] };
  }
  return undefined;
}

/** Spellings of the glossary that may stand for a similar-looking word of the captions. */
export function lexiconOf(glossary: readonly string[]): ReadonlySet<string> {
  return new Set(glossary.flatMap((spelling) => spelling.split(/\s+/u).map(normalizeWord)));
}

function timesOf(ids: readonly number[], { units }: Grounds): Pick<Quote, 'start' | 'end'> {
  const start = units.find(({ id }) => id === ids[0])?.start;
  const end = units.find(({ id }) => id === ids.at(-1))?.end;
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}
