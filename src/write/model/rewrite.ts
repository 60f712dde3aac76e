import { type Article, paragraphsOf, type Quote, type Sentence, type Speaker } from '../../article/index.ts';
import { checkSentences, createSentence, RULES, type Rule } from '../../check/index.ts';
import { ModelError } from '../../llm/index.ts';
import type { Transcript } from '../../transcript/index.ts';
import type { DraftParagraph, DraftSentence } from '../draft.ts';
import type { CheckedClaim } from './claims.ts';
import { Composer, isHole } from './compose.ts';
import { Desk, type ModelWriter } from './desk.ts';
import { neighbourhood } from './quotations.ts';
import { registerOf, type SpeakerRegister } from './register.ts';
import { type WrittenPart, writtenPartSchema } from './schemas.ts';

export interface RewriteRequest {
  readonly article: Article;
  readonly transcript: Transcript;
  /** Ids of the sentences that are to be worded anew: one, or all of a part. They stand in a row. */
  readonly sentences: readonly string[];
  /** What a person asks for. */
  readonly instruction: string;
  readonly signal?: AbortSignal | undefined;
}

/** Longest instruction: it is one remark of an editor, not a text to print. */
const LONGEST_INSTRUCTION = 1_000;

/**
 * Other words for some sentences of an article, from the same evidence and under the same rules as when it was written.
 * @throws {ModelError} MODEL_OUTPUT_INVALID where nothing came back that may be printed; and what a model call can fail with
 */
export async function rewriteSentences(
  writer: ModelWriter,
  request: RewriteRequest,
): Promise<DraftParagraph[]> {
  const { article, transcript, signal } = request;
  const desk = await Desk.create(writer, {
    transcript,
    target: { words: 0, sections: 0 },
    language: article.language,
    writtenAt: new Date(article.createdAt),
    signal,
    onStage: () => undefined,
  });
  desk.meet(article.speakers);
  const passage = findPassage(request);
  const compose = (written: WrittenPart): Composed => composeAll(desk, passage, written);
  const written = await desk.ask({
    stage: 'rewrite',
    name: 'rewriting',
    schema: writtenPartSchema,
    variables: variablesOf(desk, passage, request),
    check: (value) => compose(value).faults,
  });
  const { paragraphs } = compose(written);
  if (paragraphs.length > 0) return paragraphs;
  throw new ModelError('MODEL_OUTPUT_INVALID', 'The model gave no sentence that may be printed');
}

interface Passage {
  readonly sentences: readonly Sentence[];
  readonly isOne: boolean;
  readonly register: SpeakerRegister;
  /** The quotations that stand in it, by the numbers that the model places them with. */
  readonly quotes: readonly Quote[];
  readonly speakers: readonly Speaker[];
  readonly before: Sentence | undefined;
  readonly behind: Sentence | undefined;
  readonly heading: string | undefined;
}

function findPassage({ article, sentences: ids }: RewriteRequest): Passage {
  const wanted = new Set(ids);
  const all = paragraphsOf(article).flatMap((paragraph) => paragraph.sentences);
  const sentences = all.filter(({ id }) => wanted.has(id));
  const first = all.findIndex(({ id }) => wanted.has(id));
  const last = all.findLastIndex(({ id }) => wanted.has(id));
  const quoteIds = new Set(sentences.flatMap(({ quotes }) => quotes));
  const section = article.sections.find(({ paragraphs }) =>
    paragraphs.some((paragraph) => paragraph.sentences.some(({ id }) => wanted.has(id))),
  );
  return {
    sentences,
    isOne: sentences.length === 1,
    register: registerOf(article.speakers),
    quotes: article.quotes.filter(({ id }) => quoteIds.has(id)),
    speakers: article.speakers,
    before: all[first - 1],
    behind: all[last + 1],
    heading: section?.heading,
  };
}

function variablesOf(desk: Desk, passage: Passage, { transcript, instruction }: RewriteRequest) {
  const { sentences, quotes, register, before, behind, heading, isOne } = passage;
  const cites = sentences.flatMap((sentence) => sentence.cites);
  const count = sentences.length;
  return {
    source: desk.excerpt(neighbourhood(cites, transcript.units)),
    style: desk.style,
    speakers: [...register.calls].map(([key, call]) => `- ${key}: ${call}`).join('\n') || '-',
    present: sentences.map((sentence) => renderSentence(sentence, quotes)).join('\n'),
    quotations: quotes.map(({ text }, index) => `{q${index + 1}} = ${text}`).join('\n') || 'none',
    context: [
      `Heading: ${heading ?? 'none, this is the lead'}`,
      `Before it: ${before?.text ?? '-'}`,
      `Behind it: ${behind?.text ?? '-'}`,
    ].join('\n'),
    instruction: instruction.slice(0, LONGEST_INSTRUCTION).replace(/\s+/gu, ' '),
    shape: isOne
      ? 'one paragraph with exactly one sentence.'
      : `one to three paragraphs, about ${count} sentences in all.`,
    language: desk.language,
    published: desk.published,
  };
}

function renderSentence(
  { text, kind, speaker, cites, quotes: ids }: Sentence,
  quotes: readonly Quote[],
): string {
  const marked = quotes.reduce((words, quote, index) => {
    if (!ids.includes(quote.id)) return words;
    return words.replace(quote.text, () => `{q${index + 1}}`);
  }, text);
  return `- (${kind}, ${speaker ?? 'nobody'}) ${marked.replace(/["“”„«»]\{/gu, '{').replace(/\}["“”„«»]/gu, '}')} [${cites.join(', ')}]`;
}

interface Composed {
  readonly paragraphs: DraftParagraph[];
  readonly faults: readonly string[];
}

const LINE_RULES: readonly Rule[] = RULES.flatMap(({ checkArticle: _, ...rule }) =>
  rule.checkSentence ? [rule] : [],
);

function composeAll(desk: Desk, { quotes, register, isOne }: Passage, written: WrittenPart): Composed {
  const { transcript, language } = desk.writing;
  const claims = new Map(quotes.map((quote, index) => [index + 1, claimOf(quote, index + 1)]));
  const composer = new Composer({ notes: { register, claims }, transcript, orders: desk.orders, language });
  const composed = composer.paragraphs(written.paragraphs, 'paragraphs');
  const paragraphs = composed
    .map((paragraph) => paragraph.filter((sentence): sentence is DraftSentence => !isHole(sentence)))
    .filter((sentences) => sentences.length > 0);
  const sentences = paragraphs.flat();
  const shape =
    isOne && sentences.length !== 1
      ? [`paragraphs: ${sentences.length} sentences; exactly one is wanted`]
      : [];
  return { paragraphs, faults: [...composer.faults, ...shape, ...findErrors(desk, sentences)] };
}

function claimOf({ text, source, units, edits, match }: Quote, id: number): CheckedClaim {
  const quotation = { text, source, units, edits, match };
  return { id, claim: '', units: [...units], kind: 'statement', speaker: null, salience: 1, quotation };
}

function findErrors(desk: Desk, sentences: readonly DraftSentence[]): string[] {
  const lines = sentences.map(({ text, kind, speaker, cites }, index) =>
    createSentence({
      ...{ role: 'sentence', text, kind, cites, path: String(index) },
      ...(speaker === undefined ? {} : { speaker }),
    }),
  );
  const { language } = desk.writing;
  return checkSentences(lines, desk.evidence, { language, rules: LINE_RULES }).flatMap(
    ({ severity, message, where }) =>
      severity === 'error' ? [`“${sentences[Number(where.path)]?.text}”: ${message}`] : [],
  );
}
