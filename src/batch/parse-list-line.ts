import { ConfigError } from '../errors.ts';
import type { ItemFacts } from './item.ts';
import { splitWords } from './split-words.ts';

/** Options a line may have, by the name of the fact they state. */
const OPTIONS: Readonly<Record<string, keyof ItemFacts>> = {
  '--title': 'title',
  '--show': 'show',
  '--channel': 'channel',
  '--url': 'url',
  '--published': 'publishedAt',
  '--source-language': 'language',
};

export interface ListLine {
  readonly source: string;
  readonly facts: ItemFacts;
}

/**
 * One line of a list: a source and what is said of it. Undefined for an empty line and a comment, which begins with # at the
 * beginning of the line or after a space.
 * @throws {ConfigError} CONFIG_INVALID for an option that there is not, or one without its value
 */
export function parseListLine(line: string): ListLine | undefined {
  const text = line.replace(/^\uFEFF/u, '').trim();
  if (text === '' || text.startsWith('#')) return undefined;
  const at = / --[a-z]/u.exec(` ${text}`)?.index;
  // Names of files have spaces more often than lists have quotes.
  const source = unquote(stripComment(at === undefined ? text : text.slice(0, at)).trim());
  return { source, facts: at === undefined ? {} : readOptions(text.slice(at), line) };
}

function stripComment(text: string): string {
  return text.replace(/\s#.*$/u, '');
}

function unquote(text: string): string {
  return /^(["']).*\1$/u.test(text) ? text.slice(1, -1) : text;
}

function readOptions(text: string, line: string): ItemFacts {
  const facts: { -readonly [Name in keyof ItemFacts]: ItemFacts[Name] } = {};
  const words = splitWords(text);
  for (let index = 0; index < words.length; index += 2) {
    const option = words[index] ?? '';
    if (option.startsWith('#')) break;
    const name = OPTIONS[option];
    const value = words[index + 1];
    if (name === undefined)
      throw wrong(line, `${option} is not an option of a line; there are ${Object.keys(OPTIONS).join(', ')}`);
    if (value === undefined) throw wrong(line, `${option} has no value`);
    facts[name] = value;
  }
  return facts;
}

function wrong(line: string, what: string): ConfigError {
  return new ConfigError('CONFIG_INVALID', `A line of the list cannot be used: ${line.trim()} (${what})`, {
    likelyCause: 'The option is misspelled, or its value has spaces and no quotation marks around it.',
    remedy: 'Correct the line, such as: talk.vtt --title "Council meeting" --published 2026-11-23',
  });
}
