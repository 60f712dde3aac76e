import type { Article, Sentence } from '../article/index.ts';

/** Every sentence of the body with its JSON pointer, in reading order. */
export function* bodySentences(article: Article): Generator<{ sentence: Sentence; path: string }> {
  for (const [index, paragraph] of article.lead.entries()) {
    for (const [at, sentence] of paragraph.sentences.entries())
      yield { sentence, path: `/lead/${index}/sentences/${at}` };
  }
  for (const [number, section] of article.sections.entries()) {
    for (const [index, paragraph] of section.paragraphs.entries()) {
      for (const [at, sentence] of paragraph.sentences.entries()) {
        yield { sentence, path: `/sections/${number}/paragraphs/${index}/sentences/${at}` };
      }
    }
  }
}
