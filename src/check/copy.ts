import type { Article } from '../article/index.ts';
import { countWords, findQuoted, type QuotedStretch } from '../text/index.ts';

/** A sentence of the text under check, or a line of its top. */
export interface CopySentence {
  /** `line`: anything else that a reader meets in a text from elsewhere, such as an age or an invitation to comment. */
  readonly role: 'headline' | 'bodyHeadline' | 'deck' | 'keyPoint' | 'heading' | 'sentence' | 'line';
  readonly text: string;
  /** `text` with everything between quotation marks blanked, offsets kept: the words that are the writer's own. */
  readonly own: string;
  readonly quoted: readonly QuotedStretch[];
  /** JSON pointer to the text; '' for a file that is no article.json. */
  readonly path: string;
  /** Offset in the file of each code unit of `text`, where the file is no article.json. */
  readonly at?: readonly number[];
  readonly kind?: 'fact' | 'attributed' | 'opinion' | 'background' | 'transition';
  /** Id of a speaker of the register. */
  readonly speaker?: string;
  /** Ids of the units it rests on, in order; guessed by code when the text is from elsewhere. */
  readonly cites: readonly number[];
  /** Rests on metadata too (title, description, channel, publishedAt). */
  readonly sources: readonly string[];
}

export interface CopyParagraph {
  readonly sentences: readonly CopySentence[];
}

export interface CopySection {
  readonly heading: CopySentence;
  readonly paragraphs: readonly CopyParagraph[];
}

/** What the rules look at: an article, or a text from elsewhere read into the same shape. */
export interface Copy {
  /** BCP 47. */
  readonly language: string;
  readonly writer?: 'model' | 'extractive' | undefined;
  readonly headline?: CopySentence;
  readonly bodyHeadline?: CopySentence;
  readonly deck: readonly CopySentence[];
  readonly keyPoints: readonly CopySentence[];
  /** `basis` is absent where nothing says who vouches for the place. */
  readonly dateline?: {
    readonly place: string;
    readonly basis?: 'evidence' | 'editor';
    readonly sentence?: CopySentence;
  };
  readonly lead: readonly CopyParagraph[];
  readonly sections: readonly CopySection[];
  /** Lines of no other part: page furniture, a source line. */
  readonly others: readonly CopySentence[];
  /** Every sentence of the body, in reading order. */
  readonly body: readonly CopySentence[];
  /** Every text a reader meets, top first. */
  readonly lines: readonly CopySentence[];
  /** When the text was written (RFC 3339), where that is known. */
  readonly writtenAt?: string;
  /** The sentences name their units themselves; otherwise code has looked for the best ones. */
  readonly hasCitations: boolean;
  readonly article?: Article;
}

type Parts = Omit<Copy, 'body' | 'lines'>;

export function createCopy(parts: Parts): Copy {
  const body = [...parts.lead, ...parts.sections.flatMap(({ paragraphs }) => paragraphs)].flatMap(
    ({ sentences }) => sentences,
  );
  const bodyAndHeadings = [
    ...parts.lead.flatMap(({ sentences }) => sentences),
    ...parts.sections.flatMap(({ heading, paragraphs }) => [
      heading,
      ...paragraphs.flatMap(({ sentences }) => sentences),
    ]),
  ];
  const lines = [
    ...(parts.headline ? [parts.headline] : []),
    ...parts.deck,
    ...parts.keyPoints,
    ...(parts.bodyHeadline ? [parts.bodyHeadline] : []),
    ...bodyAndHeadings,
    ...parts.others,
  ];
  return { ...parts, body, lines };
}

export function countWordsIn(sentences: readonly CopySentence[], language: string): number {
  return sentences.reduce((sum, { text }) => sum + countWords(text, language), 0);
}

type SentenceParts = Pick<CopySentence, 'role' | 'text' | 'path'> & Partial<CopySentence>;

export function createSentence(parts: SentenceParts): CopySentence {
  const quoted = findQuoted(parts.text);
  return { cites: [], sources: [], quoted, own: blank(parts.text, quoted), ...parts };
}

function blank(text: string, stretches: readonly { start: number; end: number }[]): string {
  let own = '';
  let end = 0;
  for (const stretch of stretches) {
    own += text.slice(end, stretch.start) + ' '.repeat(stretch.end - stretch.start);
    end = stretch.end;
  }
  return own + text.slice(end);
}

/** An article as the rules see it. */
export function copyOfArticle(article: Article): Copy {
  const isPassages = article.writer.kind === 'extractive';
  const line = (role: CopySentence['role'], text: string, path: string): CopySentence =>
    createSentence({ role, text, path });
  // A key passage is the speaker's words from end to end, without marks: none are the writer's own.
  const passage = (role: CopySentence['role'], text: string, path: string): CopySentence =>
    createSentence({ role, text, path, own: ' '.repeat(text.length) });
  const read = (paragraphs: Article['lead'], path: string): CopyParagraph[] =>
    paragraphs.map(({ sentences }, index) => ({
      sentences: sentences.map((sentence, at) =>
        createSentence({
          role: 'sentence',
          text: sentence.text,
          // A key passage is the speaker's words from end to end, without marks.
          ...(isPassages ? { own: ' '.repeat(sentence.text.length) } : {}),
          path: `${path}/${index}/sentences/${at}/text`,
          kind: sentence.kind,
          ...(sentence.speaker === undefined ? {} : { speaker: sentence.speaker }),
          cites: sentence.cites,
          sources: sentence.sources ?? [],
        }),
      ),
    }));
  const { dateline } = article;
  return createCopy({
    language: article.language,
    writer: article.writer.kind,
    writtenAt: article.createdAt,
    headline: line('headline', article.headline, '/headline'),
    bodyHeadline: line('bodyHeadline', article.bodyHeadline, '/bodyHeadline'),
    deck: [isPassages ? passage('deck', article.deck, '/deck') : line('deck', article.deck, '/deck')],
    keyPoints: (article.keyPoints ?? []).map(({ text, cites }, index) =>
      createSentence({ role: 'keyPoint', text, path: `/keyPoints/${index}/text`, cites }),
    ),
    ...(dateline ? { dateline: { place: dateline.place, basis: dateline.basis } } : {}),
    lead: read(article.lead, '/lead'),
    sections: article.sections.map(({ heading, paragraphs }, index) => ({
      heading: line('heading', heading, `/sections/${index}/heading`),
      paragraphs: read(paragraphs, `/sections/${index}/paragraphs`),
    })),
    others: [],
    hasCitations: true,
    article,
  });
}
