import type { Article } from '../article/index.ts';
import { checkArticle, evidenceOf, type Finding, type Findings } from '../check/index.ts';
import { TranscriptError } from '../errors.ts';
import type { Transcript } from '../transcript/index.ts';
import { assembleArticle } from './assemble.ts';
import type { Draft } from './draft.ts';
import { draftPassages } from './extractive/index.ts';
import { type ArticleLength, lengthTarget } from './length.ts';
import { type ModelWriter, writeWithModel } from './model/write-with-model.ts';

/** `extractive` needs no model: it selects and cleans the speakers' own words. */
export type Writer =
  | ModelWriter
  | {
      readonly kind: 'extractive';
      /** Spellings that a person vouches for. */
      readonly glossary?: readonly string[];
    };

export interface WriteOptions {
  /** Id of the source: what the article and its folder are called. */
  readonly id: string;
  readonly writer: Writer;
  readonly length: ArticleLength;
  /** BCP 47. @default the transcript's */
  readonly language?: string | undefined;
  /** The editor's word: a place, or `off`. @default what the evidence gives */
  readonly dateline?: string | undefined;
  /** Fewest words that can carry an article. */
  readonly minWords: number;
  readonly now: () => Date;
  readonly signal?: AbortSignal | undefined;
  /** A stage begins that will make this many model calls. */
  readonly onStage?: ((stage: string, calls: number) => void) | undefined;
}

export interface WrittenArticle {
  readonly article: Article;
  readonly findings: Findings;
}

/**
 * From a transcript to a checked article, stage by stage.
 * @throws {TranscriptError} TRANSCRIPT_TOO_SHORT; and what a model call can fail with
 */
export async function writeArticle(transcript: Transcript, options: WriteOptions): Promise<WrittenArticle> {
  const { id, writer, signal, now, dateline, onStage = () => undefined } = options;
  refuseTooShort(transcript, options.minWords);
  const target = lengthTarget(transcript.words, transcript.metadata.durationSeconds, options.length);
  const language = writer.kind === 'model' ? (options.language ?? transcript.language) : transcript.language;

  const writtenAt = now();

  const draft =
    writer.kind === 'model'
      ? await writeWithModel(writer, { transcript, target, language, writtenAt, signal, onStage })
      : draftPassages(transcript, target);

  onStage('check', 0);
  const article = assembleArticle(draft, transcript, { id, language, createdAt: writtenAt, dateline });
  const { glossary = [] } = writer;
  const findings = checkArticle(article, evidenceOf(transcript, { speakers: article.speakers, glossary }));
  return { article, findings: { ...findings, findings: [...findings.findings, ...reportDropped(draft)] } };
}

/** @throws {TranscriptError} TRANSCRIPT_TOO_SHORT */
export function refuseTooShort(transcript: Transcript, minWords: number): void {
  if (transcript.words >= minWords) return;
  throw new TranscriptError(
    'TRANSCRIPT_TOO_SHORT',
    `The transcript has ${transcript.words} words; at least ${minWords} are needed`,
  );
}

/** What had to stay out is no fault of the article, but somebody should know. */
function reportDropped({ dropped }: Draft): Finding[] {
  return dropped.map(({ text, why }) => ({
    rule: 'P01',
    severity: 'info',
    where: { path: '' },
    message: `Left out: ${why}`,
    evidence: text,
  }));
}
