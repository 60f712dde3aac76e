import { basename, dirname, extname, resolve } from 'node:path';
import { type Article, parseArticle } from '../../article/index.ts';
import { type Copy, copyOfArticle, copyOfText } from '../../check/index.ts';
import { ArticleError, ConfigError, PipelineError } from '../../errors.ts';
import { channelGlossaryFile, readSpellings } from '../../store/index.ts';
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
  const name = nameOf(file);
  const article = parseIfArticle(text, { name, isJson: /^\.json$/iu.test(extname(file)) });
  if (article) {
    const copy = copyOfArticle(article);
    refuseTooLong(name, { texts: [...copy.lines, ...article.quotes], longest: LONGEST_SENTENCE });
    const own = file === '-' ? [] : await readSpellings(keptBeside(file, article));
    const vouched = [...new Set([...glossary, ...own])];
    const loaded = await evidenceForArticle(article, { file, transcript, glossary: vouched });
    return { ...loaded, file, name, id: article.id, text, copy };
  }
  if (text.trim() === '')
    throw new PipelineError('SOURCE_UNREADABLE', `${name} is empty`, {
      likelyCause: 'The file was never written, or its export failed.',
      remedy: 'Pass an article.json, or a .md or .txt file.',
    });
  refuseOtherKinds(text, name);
  refuseTooLong(name, { texts: text.split('\n').map((line) => ({ text: line })), longest: LONGEST_LINE });
  const tag = canonicalLanguage(language);
  const told = tag ?? detectLanguage(text);
  const loaded = await evidenceForText({ file, transcript, language: told, glossary });
  const copy = copyOfText(text, {
    evidence: loaded.evidence,
    ...(tag === undefined ? {} : { language: tag }),
  });
  refuseTooLong(name, { texts: copy.lines, longest: LONGEST_SENTENCE });
  const warnings = copy.language === 'und' ? [...loaded.warnings, UNKNOWN_LANGUAGE] : loaded.warnings;
  return { ...loaded, file, name, id: file === '-' ? 'stdin' : basename(file), text, copy, warnings };
}

/** Spellings that reviewers settled for the article's channel: of the folder that its own folder lies in. */
function keptBeside(file: string, article: Article): string | undefined {
  return channelGlossaryFile(dirname(dirname(resolve(file))), article.source);
}

const UNKNOWN_LANGUAGE =
  'The language of the text cannot be told, so the rules that know words of a language did not run. Name it: --language TAG, such as en or pt-BR';

/** Names of languages, for telling a tag that means one from a tag that has the form only. */
const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** @throws {ConfigError} CONFIG_INVALID for a tag that names no language */
export function refuseUnknownLanguage(tag: string | undefined): void {
  if (tag === undefined) return;
  const canonical = canonicalLanguage(tag);
  if (canonical !== undefined && LANGUAGES.of(new Intl.Locale(canonical).language) !== undefined) return;
  throw new ConfigError('CONFIG_INVALID', `--language: ${tag} is not the tag of a language`, {
    likelyCause: 'The tag is misspelled, or the name of the language was given instead.',
    remedy: 'Pass a BCP 47 tag, such as en, de or pt-BR.',
  });
}

const CAPTIONS =
  /^\uFEFF?\s*(?:WEBVTT(?:[ \t][^\n]*)?(?:\n|$)|(?:\d+[ \t]*\r?\n)?(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]+-->[ \t]|(?:<\?xml[^>]{0,200}>\s*)?<(?:timedtext|transcript)[\s>])/u;
/** Not any markup: a Markdown file may begin with some. */
const WEB_PAGE = /^\uFEFF?\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\b|html\b|head\b|body\b|\?xml\b)/iu;

/** What can be read as text and is none would be checked as prose, and most rules would find nothing in it. */
function refuseOtherKinds(text: string, name: string): void {
  if (CAPTIONS.test(text))
    throw new PipelineError('SOURCE_UNREADABLE', `${name} is a file of captions, not an article`, {
      likelyCause: 'The captions were named in place of the text that was made from them.',
      remedy: `Pass the text, and the captions as what it is checked against: copydesk check article.md --transcript ${name === 'standard input' ? 'FILE' : name}`,
    });
  if (WEB_PAGE.test(text) || /\.x?html?$/iu.test(name))
    throw new PipelineError('SOURCE_UNREADABLE', `${name} is a web page (HTML), not a plain text`, {
      likelyCause: 'The rendered page was named in place of what it was rendered from.',
      remedy: 'Pass the article.json that lies beside it, or the text as a .md or .txt file.',
    });
}

/** A file as people call it. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
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

/** An article.json is JSON with a schemaVersion. Other JSON is neither an article nor a text to read, nor is anything in a file called .json. */
function parseIfArticle(
  text: string,
  { name, isJson }: { readonly name: string; readonly isJson: boolean },
): Article | undefined {
  if (isJson ? text.trim() === '' : !/^\s*[{[]/u.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    // A text may begin with a bracket; one that speaks of a schemaVersion is a broken article.
    if (!isJson && !/"schemaVersion"/u.test(text)) return undefined;
    throw new ArticleError('ARTICLE_INVALID', `${name} is not JSON any more`, {
      cause,
      likelyCause: 'It was cut off or damaged, or is a text with the wrong ending.',
      remedy: 'Export the article.json again; a text has to end in .md or .txt.',
    });
  }
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value))
    throw new ArticleError('ARTICLE_INVALID', `${name} is JSON, but not an article.json`, {
      likelyCause: 'It has no schemaVersion, which every article.json has.',
      remedy: 'Pass an article.json, or a .md or .txt file; a transcript goes with --transcript.',
    });
  return parseArticle(value);
}
