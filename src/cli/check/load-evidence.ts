import { realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Article } from '../../article/index.ts';
import { Evidence, evidenceInArticle, evidenceOf } from '../../check/index.ts';
import { ConfigError, PipelineError } from '../../errors.ts';
import { type TranscriptFacts, transcriptFacts, transcriptFileSchema } from '../../store/index.ts';
import { describeSource, parseVideoLink } from '../../transcript/index.ts';
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
  /** What a person must know of how much this check is worth, and what to do about it. */
  readonly warnings: readonly string[];
}

/** The evidence that --transcript names. Read once, whatever number of files is checked against it. */
export async function loadTranscript(
  name: string,
  { files, context }: TranscriptRequest,
): Promise<FoundTranscript> {
  if (name !== '-') await refuseNoFile(name, files);
  const text = name === '-' ? undefined : await readTranscriptFile(name).catch(() => undefined);
  const own = text === undefined ? undefined : parseTranscriptFile(text, name);
  if (own) return { ...own, origin: `against ${name}` };
  try {
    const { transcript } = await acquire(name, { flags: {}, context, youtube: {} });
    return { transcript, source: describeSource(transcript), origin: `against ${name}` };
  } catch (error) {
    throw asUnreadable(error, name);
  }
}

interface TranscriptRequest {
  /** What is checked against it. */
  readonly files: readonly string[];
  readonly context: Context;
}

/** A check reads what lies on this machine and nothing else; what is checked is no evidence for itself. */
async function refuseNoFile(name: string, files: readonly string[]): Promise<void> {
  const place = await realpath(name).catch(() => undefined);
  if (place === undefined) {
    if (isVideo(name))
      throw new ConfigError('CONFIG_INVALID', `--transcript: ${name} is a video, not a file`, {
        likelyCause: 'A check reads files only; it fetches nothing.',
        remedy: `Save it first: copydesk transcript ${name} --print json > transcript.json`,
      });
    throw new PipelineError('SOURCE_NOT_FOUND', `--transcript: there is no file ${name}`, {
      likelyCause: 'The path is misspelled.',
      remedy: 'Pass a transcript.json, captions, or a text of what was said.',
    });
  }
  if ((await stat(place)).isDirectory())
    throw new PipelineError('SOURCE_UNREADABLE', `--transcript: ${name} is a folder`, {
      likelyCause: 'The name of the file in it is missing.',
      remedy: `Pass the file itself, such as ${join(name, 'transcript.json')}.`,
    });
  const checked = await Promise.all(files.map((file) => realpath(file).catch(() => undefined)));
  if (checked.includes(place))
    throw new ConfigError('CONFIG_INVALID', `--transcript: ${name} is the file under check itself`, {
      likelyCause: 'The same file is named twice.',
      remedy: 'Pass the transcript that it was written from.',
    });
}

function isVideo(name: string): boolean {
  if (/^[\w-]{11}$/u.test(name) || /^(?:https?:)?\/\//iu.test(name)) return true;
  try {
    return parseVideoLink(name) !== undefined;
  } catch {
    // A link to YouTube, though not to one video.
    return true;
  }
}

/** A transcript, and where it was found. */
interface FoundTranscript extends TranscriptFacts {
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
  readonly transcript: FoundTranscript | undefined;
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
      warnings: [
        'Checked only against the units that the article carries itself, which nobody has compared with the recording. Pass the transcript it was written from: --transcript FILE',
      ],
    };
  const evidence = evidenceOf(found.transcript, { speakers: article.speakers, glossary });
  return { evidence, source: found.source, origin: found.origin, warnings: [] };
}

interface TextEvidence {
  readonly file: string;
  readonly transcript: FoundTranscript | undefined;
  readonly language: string;
  readonly glossary: readonly string[];
}

/** The evidence for a text: the transcript given, else the one that lies beside it, else none. */
export async function evidenceForText({
  file,
  transcript,
  language,
  glossary,
}: TextEvidence): Promise<LoadedEvidence> {
  const found = transcript ?? (file === '-' ? undefined : await transcriptBeside(file));
  if (found)
    return {
      evidence: evidenceOf(found.transcript, { glossary }),
      source: found.source,
      origin: found.origin,
      warnings: [],
    };
  const evidence = new Evidence({
    units: [],
    isWhole: false,
    language,
    metadata: {},
    speakers: [],
    glossary,
  });
  return { evidence, origin: 'without a transcript', warnings: [] };
}

async function transcriptBeside(file: string): Promise<FoundTranscript | undefined> {
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
function parseTranscriptFile(text: string, path: string): TranscriptFacts | undefined {
  if (!/^\s*\{/u.test(text)) return undefined;
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || !('source' in value && 'units' in value))
    return undefined;
  if ('schemaVersion' in value || 'disclosure' in value || 'sections' in value)
    throw new PipelineError('SOURCE_UNREADABLE', `${path} is an article, not a transcript`, {
      likelyCause: 'An article.json was named; an article cannot vouch for itself or for another.',
      remedy: 'Pass the transcript.json that lies beside the article, or the captions.',
    });
  const result = transcriptFileSchema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new PipelineError(
      'SOURCE_UNREADABLE',
      `${path} does not have the form of a transcript.json: /${issue?.path.join('/')} (${issue?.message})`,
      { cause: result.error, likelyCause: 'It was edited or damaged.' },
    );
  }
  return transcriptFacts(result.data);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
