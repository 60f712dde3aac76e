import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Article, articleSchema } from '../../article/index.ts';
import { Evidence, evidenceInArticle, evidenceOf } from '../../check/index.ts';
import type { Config } from '../../config.ts';
import { PipelineError } from '../../errors.ts';
import { describeSource, unitSchema } from '../../transcript/index.ts';
import { acquire } from '../acquire.ts';
import type { Context } from '../context.ts';
import { readTranscriptFile } from './read-input.ts';

/** What a text is checked against. */
export interface LoadedEvidence {
  readonly evidence: Evidence;
  /** The video or file behind it, for links. */
  readonly source?: Article['source'];
  /** What it is checked against, for people. */
  readonly origin: string;
}

/** What checking needs of a transcript.json. It is a file like any other: its hash is computed, not believed. */
const transcriptFileSchema = z.object({
  source: articleSchema.shape.source.extend({
    description: z.string().optional(),
    chapters: z.array(z.object({ start: z.number(), title: z.string() })).optional(),
    isUntitled: z.boolean().optional(),
  }),
  units: z.array(unitSchema).min(1),
});

/** The evidence that --transcript names. Read once, whatever number of files is checked against it. */
export async function loadTranscript(
  name: string,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<TranscriptFacts> {
  const text = name === '-' ? undefined : await readTranscriptFile(name).catch(() => undefined);
  const own = text === undefined ? undefined : parseTranscriptFile(text, name);
  if (own) return { ...own, origin: `against ${name}` };
  try {
    const { transcript } = await acquire(name, { config, flags: {}, context });
    return { transcript, source: describeSource(transcript), origin: `against ${name}` };
  } catch (error) {
    throw asUnreadable(error, name);
  }
}

interface TranscriptFacts {
  readonly transcript: Parameters<typeof evidenceOf>[0];
  readonly source: Article['source'];
  readonly origin: string;
}

/** A transcript that cannot carry an article is, for a check, input that cannot be read. */
function asUnreadable(error: unknown, name: string): unknown {
  if (!(error instanceof PipelineError) || error.exitCode !== 3) return error;
  return new PipelineError('SOURCE_UNREADABLE', `--transcript ${name}: ${error.message}`, {
    cause: error,
    likelyCause: error.likelyCause,
    remedy: error.remedy,
  });
}

interface ArticleEvidence {
  readonly file: string;
  readonly transcript: TranscriptFacts | undefined;
  /** Spellings that a person vouches for. */
  readonly glossary: readonly string[];
}

/** The evidence for an article: the transcript given, else the one that lies beside it, else the units it carries itself. */
export async function evidenceForArticle(
  article: Article,
  { file, transcript, glossary }: ArticleEvidence,
): Promise<LoadedEvidence> {
  const found = transcript ?? (file === '-' ? undefined : await transcriptBeside(file));
  if (!found)
    return {
      evidence: evidenceInArticle(article, { glossary }),
      source: article.source,
      origin: 'against the units it carries',
    };
  const evidence = evidenceOf(found.transcript, { speakers: article.speakers, glossary });
  return { evidence, source: found.source, origin: found.origin };
}

interface TextEvidence {
  readonly language: string;
  readonly glossary: readonly string[];
}

export function evidenceForText(
  transcript: TranscriptFacts | undefined,
  { language, glossary }: TextEvidence,
): LoadedEvidence {
  if (transcript)
    return {
      evidence: evidenceOf(transcript.transcript, { glossary }),
      source: transcript.source,
      origin: transcript.origin,
    };
  const evidence = new Evidence({
    units: [],
    isWhole: false,
    language,
    metadata: {},
    speakers: [],
    glossary,
  });
  return { evidence, origin: 'without a transcript' };
}

async function transcriptBeside(file: string): Promise<TranscriptFacts | undefined> {
  const path = join(dirname(file), 'transcript.json');
  const text = await readTranscriptFile(path);
  if (text === undefined) return undefined;
  const own = parseTranscriptFile(text, path);
  if (!own)
    throw new PipelineError('SOURCE_UNREADABLE', `${path} is not a transcript.json`, {
      likelyCause: 'The file beside the article is something else, or was damaged.',
      remedy: 'Name the right one with --transcript FILE, or move this one away.',
    });
  return { ...own, origin: `against ${path}` };
}

/** Undefined when the text is something else, such as captions in JSON. */
function parseTranscriptFile(text: string, path: string): Omit<TranscriptFacts, 'origin'> | undefined {
  if (!/^\s*\{/u.test(text)) return undefined;
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || !('source' in value && 'units' in value))
    return undefined;
  const result = transcriptFileSchema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new PipelineError(
      'SOURCE_UNREADABLE',
      `${path} does not have the form of a transcript.json: /${issue?.path.join('/')} (${issue?.message})`,
      { cause: result.error, likelyCause: 'It was edited or damaged.' },
    );
  }
  const { source, units } = result.data;
  const { transcript, ...metadata } = source;
  const sha256 = createHash('sha256')
    .update(units.map((unit) => unit.text).join('\n'))
    .digest('hex');
  return { transcript: { units, metadata, language: transcript.language, sha256 }, source };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
