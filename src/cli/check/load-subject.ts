import { basename } from 'node:path';
import { type Article, parseArticle } from '../../article/index.ts';
import { type Copy, copyOfArticle, copyOfText } from '../../check/index.ts';
import { ArticleError, PipelineError } from '../../errors.ts';
import { canonicalLanguage, detectLanguage } from '../../transcript/index.ts';
import type { Context } from '../context.ts';
import {
  evidenceForArticle,
  evidenceForText,
  type LoadedEvidence,
  type loadTranscript,
} from './load-evidence.ts';
import { readInput } from './read-input.ts';

/** Five times the longest article anybody reads, and its longest sentence: what is no article would hold the rules up for minutes. */
const MOST_CHARACTERS = 200_000;
const LONGEST_SENTENCE = 5_000;
/** Of a text, whose sentences are not known yet. */
const LONGEST_LINE = 20_000;

/** A file under check, and what it is checked against. */
export interface Subject extends LoadedEvidence {
  readonly file: string;
  /** The file for people. */
  readonly name: string;
  /** What waivers call it: an article's source id, a text's file name. */
  readonly id: string;
  readonly text: string;
  readonly copy: Copy;
}

export interface SubjectOptions {
  readonly context: Context;
  /** BCP 47, of texts; an article names its own. */
  readonly language: string | undefined;
  readonly transcript: Awaited<ReturnType<typeof loadTranscript>> | undefined;
  /** Spellings that a person vouches for. */
  readonly glossary: readonly string[];
}

/**
 * Reads an article.json, told by its content, or a text.
 * @throws {PipelineError} ARTICLE_INVALID, SOURCE_NOT_FOUND, SOURCE_UNREADABLE, SOURCE_TOO_LARGE
 */
export async function loadSubject(
  file: string,
  { context, language, transcript, glossary }: SubjectOptions,
): Promise<Subject> {
  const text = await readInput(file, context);
  const name = file === '-' ? 'standard input' : file;
  const article = parseIfArticle(text, name);
  if (article) {
    const copy = copyOfArticle(article);
    refuseTooLong(name, { texts: [...copy.lines, ...article.quotes], longest: LONGEST_SENTENCE });
    const loaded = await evidenceForArticle(article, { file, transcript, glossary });
    return { ...loaded, file, name, id: article.id, text, copy };
  }
  if (text.trim() === '')
    throw new PipelineError('SOURCE_UNREADABLE', `${name} is empty`, {
      likelyCause: 'The file was never written, or its export failed.',
      remedy: 'Pass an article.json, or a .md or .txt file.',
    });
  refuseTooLong(name, { texts: text.split('\n').map((line) => ({ text: line })), longest: LONGEST_LINE });
  const tag = canonicalLanguage(language);
  const loaded = evidenceForText(transcript, { language: tag ?? detectLanguage(text), glossary });
  const copy = copyOfText(text, {
    evidence: loaded.evidence,
    ...(tag === undefined ? {} : { language: tag }),
  });
  refuseTooLong(name, { texts: copy.lines, longest: LONGEST_SENTENCE });
  return { ...loaded, file, name, id: file === '-' ? 'stdin' : basename(file), text, copy };
}

interface Extent {
  readonly texts: readonly { readonly text: string }[];
  readonly longest: number;
}

function refuseTooLong(name: string, { texts, longest }: Extent): void {
  const total = texts.reduce((sum, { text }) => sum + text.length, 0);
  const most = texts.reduce((length, { text }) => Math.max(length, text.length), 0);
  if (total <= MOST_CHARACTERS && most <= longest) return;
  const what =
    total > MOST_CHARACTERS
      ? `${total} characters of text; ${MOST_CHARACTERS} are allowed`
      : `a sentence of ${most} characters; ${longest} are allowed`;
  throw new PipelineError('SOURCE_TOO_LARGE', `${name} has ${what}`, {
    likelyCause: 'The file is no article; a transcript goes with --transcript.',
    remedy: 'Pass one article a file.',
  });
}

/** An article.json is JSON with a schemaVersion. Other JSON is neither an article nor a text to read. */
function parseIfArticle(text: string, name: string): Article | undefined {
  if (!/^\s*[{[]/u.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    // A text may begin with a bracket; one that speaks of a schemaVersion is a broken article.
    if (!/"schemaVersion"/u.test(text)) return undefined;
    throw new ArticleError('ARTICLE_INVALID', `${name} is not JSON any more`, { cause });
  }
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value))
    throw new ArticleError('ARTICLE_INVALID', `${name} is JSON, but not an article.json`, {
      likelyCause: 'It has no schemaVersion, which every article.json has.',
      remedy: 'Pass an article.json, or a .md or .txt file; a transcript goes with --transcript.',
    });
  return parseArticle(value);
}
