import { countWords } from '../../text/index.ts';
import { type Copy, type CopyParagraph, countWordsIn } from '../copy.ts';
import { placeIn, placeOfLines } from '../place-in.ts';
import type { Found, Rule } from '../rule.ts';

const LEAD = { mostWords: 70, mostWordsOfFirstSentence: 40 } as const;

const leadRule: Rule = {
  id: 'S04',
  severity: 'warning',
  title: `The lead has at most ${LEAD.mostWords} words, its first sentence ${LEAD.mostWordsOfFirstSentence}`,
  reason: 'Who, what and where stand in the first breath, or the reader is gone.',
  needs: [],
  exempts: ['extractive'],
  *checkArticle({ copy }) {
    const paragraph = copy.lead[0];
    const first = paragraph?.sentences[0];
    // A text without a headline is a passage, and its first paragraph no lead.
    if (!copy.headline || !paragraph || !first) return;
    const words = countWordsIn(paragraph.sentences, copy.language);
    if (words > LEAD.mostWords)
      yield {
        ...placeOfLines(paragraph.sentences, '/lead/0'),
        message: `the lead has ${words} words, more than ${LEAD.mostWords}`,
      };
    const wordsOfFirst = countWords(first.text, copy.language);
    if (wordsOfFirst > LEAD.mostWordsOfFirstSentence)
      yield {
        ...placeIn(first),
        message: `the first sentence has ${wordsOfFirst} words, more than ${LEAD.mostWordsOfFirstSentence}`,
      };
  },
};

const SECTION = { fewestWords: 40, mostWords: 320 } as const;
const SECTIONS = { fewest: 2, most: 13 } as const;
const PARAGRAPH = { mostWords: 120, mostSentences: 6 } as const;
/** Words below which a text needs no sections. */
const SHORTEST_WITH_SECTIONS = 400;

const lengthsRule: Rule = {
  id: 'S05',
  severity: 'warning',
  title: `Sections have ${SECTION.fewestWords} to ${SECTION.mostWords} words, paragraphs at most ${PARAGRAPH.mostWords}`,
  reason: 'Stubs and walls of text are not read; headings are where a reader comes back in.',
  needs: [],
  exempts: ['extractive'],
  *checkArticle({ copy }) {
    if (!copy.headline) return;
    const isLong = countWordsIn(copy.body, copy.language) >= SHORTEST_WITH_SECTIONS;
    yield* judgeSectionCount(copy, isLong);
    for (const [index, { heading, paragraphs }] of copy.sections.entries()) {
      const words = countWordsIn(
        paragraphs.flatMap(({ sentences }) => sentences),
        copy.language,
      );
      const place = placeIn(heading);
      // A short text has short sections, a text from elsewhere headings below headings.
      if (words < SECTION.fewestWords && isLong && paragraphs.length > 0)
        yield { ...place, message: `the section has ${words} words, fewer than ${SECTION.fewestWords}` };
      if (words > SECTION.mostWords)
        yield { ...place, message: `the section has ${words} words, more than ${SECTION.mostWords}` };
      yield* judgeParagraphs(paragraphs, `/sections/${index}/paragraphs`, copy);
    }
  },
};

function* judgeSectionCount(copy: Copy, isLong: boolean): Generator<Found> {
  const { length } = copy.sections;
  if (length >= SECTIONS.fewest && length <= SECTIONS.most) return;
  if (length < SECTIONS.fewest && !isLong) return;
  yield {
    path: copy.article ? '/sections' : '',
    message: `${length} sections, outside ${SECTIONS.fewest} to ${SECTIONS.most}`,
  };
}

function* judgeParagraphs(paragraphs: readonly CopyParagraph[], path: string, copy: Copy): Generator<Found> {
  for (const [index, { sentences }] of paragraphs.entries()) {
    const words = countWordsIn(sentences, copy.language);
    const place = placeOfLines(sentences, `${path}/${index}`);
    if (words > PARAGRAPH.mostWords)
      yield { ...place, message: `the paragraph has ${words} words, more than ${PARAGRAPH.mostWords}` };
    else if (sentences.length > PARAGRAPH.mostSentences)
      yield {
        ...place,
        message: `the paragraph has ${sentences.length} sentences, more than ${PARAGRAPH.mostSentences}`,
      };
  }
}

export const LENGTH_RULES: readonly Rule[] = [leadRule, lengthsRule];
