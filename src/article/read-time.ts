import { countWords } from '../text/index.ts';
import { type ArticleBody, sentencesOf } from './body.ts';
import type { Article } from './schema.ts';

/** Words a minute when nothing else is said. */
export const WORDS_PER_MINUTE = 200;

/** Words of body headline, lead, headings and paragraphs, counted as the language counts them, and the whole minutes they take to read. */
export function measureReadTime(body: ArticleBody, wordsPerMinute = WORDS_PER_MINUTE): Article['readTime'] {
  const texts = [
    body.bodyHeadline,
    ...body.sections.map((section) => section.heading),
    ...sentencesOf(body).map((sentence) => sentence.text),
  ];
  const words = texts.reduce((sum, text) => sum + countWords(text, body.language), 0);
  return { words, wordsPerMinute, minutes: Math.max(1, Math.ceil(words / wordsPerMinute)) };
}
