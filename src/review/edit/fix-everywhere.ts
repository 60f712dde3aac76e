import type { Article } from '../../article/index.ts';
import { isUnspaced } from '../../text/index.ts';

/**
 * The article with one spelling in place of another wherever it stands as whole words: texts, speakers, tags, dateline. In a quotation the
 * change is recorded as an edit of spelling beside the captions' own words.
 */
export function fixEverywhere(article: Article, from: string, to: string): Article {
  const pattern = wholeWords(from);
  const fix = (text: string): string => text.replace(pattern, () => to);
  const paragraphs = (parts: Article['lead']): Article['lead'] =>
    parts.map((paragraph) => ({
      ...paragraph,
      sentences: paragraph.sentences.map((sentence) => ({ ...sentence, text: fix(sentence.text) })),
    }));
  return {
    ...article,
    headline: fix(article.headline),
    ...(article.headlineAlternatives ? { headlineAlternatives: article.headlineAlternatives.map(fix) } : {}),
    bodyHeadline: fix(article.bodyHeadline),
    deck: fix(article.deck),
    description: fix(article.description),
    ...(article.dateline ? { dateline: { ...article.dateline, place: fix(article.dateline.place) } } : {}),
    ...(article.keyPoints
      ? { keyPoints: article.keyPoints.map((point) => ({ ...point, text: fix(point.text) })) }
      : {}),
    ...(article.names ? { names: article.names.map((name) => ({ ...name, text: fix(name.text) })) } : {}),
    ...(article.tags ? { tags: article.tags.map(fix) } : {}),
    lead: paragraphs(article.lead),
    sections: article.sections.map((section) => ({
      ...section,
      heading: fix(section.heading),
      paragraphs: paragraphs(section.paragraphs),
    })),
    speakers: article.speakers.map((speaker) => ({
      ...speaker,
      name: fix(speaker.name),
      ...(speaker.role === undefined ? {} : { role: fix(speaker.role) }),
    })),
    quotes: article.quotes.map((quote) => {
      const text = fix(quote.text);
      if (text === quote.text) return quote;
      const edit = { kind: 'spelling' as const, from, to };
      return { ...quote, text, edits: [...quote.edits, edit], match: 'cleaned' as const };
    }),
  };
}

/** How often a spelling stands in a text as whole words. */
export function countSpelling(text: string, spelling: string): number {
  // Most texts hold no such letters at all, and telling so is quick.
  return text.includes(spelling) ? [...text.matchAll(wholeWords(spelling))].length : 0;
}

function wholeWords(text: string): RegExp {
  const literal = text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  // Scripts without spaces have no borders between words.
  return isUnspaced(text)
    ? new RegExp(literal, 'gu')
    : new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${literal}(?![\\p{L}\\p{N}\\p{M}])`, 'gu');
}
