import { ConfigError } from '../errors.ts';
import { ISO_DATE_EXPECTED, parseIsoDate } from '../transcript/index.ts';
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
 * beginning of the line or after a space. `place` is where the line stands, for people.
 * @throws {ConfigError} LIST_LINE_INVALID for an option that there is not, one without a usable value, and a quote without its end
 */
export function parseListLine(line: string, place = 'A line of the list'): ListLine | undefined {
  const text = line.replace(/^\uFEFF/u, '').trim();
  if (text === '' || text.startsWith('#')) return undefined;
  const refuse = (what: string): never => {
    throw new ConfigError('LIST_LINE_INVALID', `${place} cannot be used: ${line.trim()} (${what})`);
  };
  const { source, rest } = readQuoted(text, refuse) ?? readPlain(text);
  return { source, facts: readOptions(rest, refuse) };
}

type Refuse = (what: string) => never;

interface Divided {
  readonly source: string;
  /** Options, and the comment behind them. */
  readonly rest: string;
}

/** In quotes a source may have what else would be a comment or an option. */
function readQuoted(text: string, refuse: Refuse): Divided | undefined {
  const quote = text[0] ?? '';
  if (quote !== '"' && quote !== "'") return undefined;
  const end = text.indexOf(quote, 1);
  if (end === -1) return refuse('its quotation mark is not closed');
  const rest = text.slice(end + 1);
  return /^(?:\s+(?:--[a-z]|#)|$)/u.test(rest) ? { source: text.slice(1, end), rest } : undefined;
}

/** Names of files have spaces more often than lists have quotes. */
function readPlain(text: string): Divided {
  const at = /\s(?:--[a-z]|#)/u.exec(text)?.index ?? text.length;
  return { source: text.slice(0, at).trim(), rest: text.slice(at) };
}

function readOptions(text: string, refuse: Refuse): ItemFacts {
  const facts: { -readonly [Name in keyof ItemFacts]: ItemFacts[Name] } = {};
  const words =
    splitWords(text, { hasComments: true }) ?? refuse('a quotation mark of its options is not closed');
  for (let index = 0; index < words.length; index += 2) {
    const option = words[index] ?? '';
    const name = OPTIONS[option];
    const value = words[index + 1];
    if (name === undefined)
      return refuse(`${option} is not an option of a line; there are ${Object.keys(OPTIONS).join(', ')}`);
    if (value === undefined) return refuse(`${option} has no value`);
    facts[name] = (PARSERS[name] ?? String)(value) ?? refuse(`${option}: ${EXPECTED[name] ?? ''}`);
  }
  return facts;
}

type Fact = keyof ItemFacts;

/** Undefined for a value that cannot be used. */
const PARSERS: Partial<Record<Fact, (value: string) => string | undefined>> = {
  publishedAt: (value) => parseIsoDate(value)?.text,
  language: parseLanguage,
};
const EXPECTED: Partial<Record<Fact, string>> = {
  publishedAt: ISO_DATE_EXPECTED,
  language: 'must be a language tag such as en or pt-BR',
};

function parseLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
