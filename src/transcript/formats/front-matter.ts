import { parseDocument } from 'yaml';
import { factKey, isFactKey, readFacts, type StatedFacts } from '../facts.ts';
import { LIMITS } from '../limits.ts';

export interface Headed extends StatedFacts {
  /** The text below the head. */
  readonly body: string;
  readonly warnings: readonly string[];
}

const FENCE = /^---[ \t]*\n/u;
const CLOSING = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u;
const FACT_LINE = /^(\p{L}[\p{L}_ -]{1,30}):[ \t]+(\S.*)$/u;

/** Takes what a text says about itself from its head: YAML between `---`, or lines like `Title: ...`. */
export function readHead(text: string): Headed {
  const start = text.trimStart();
  return FENCE.test(start) ? readFrontMatter(text, start) : readFactLines(text);
}

function readFrontMatter(text: string, start: string): Headed {
  const head = start.slice(0, LIMITS.frontMatter);
  const from = head.indexOf('\n');
  const closing = CLOSING.exec(head.slice(from));
  if (!closing) return { body: text, metadata: {}, warnings: [] };
  const source = head.slice(from + 1, from + closing.index + 1);
  const body = start.slice(from + closing.index + closing[0].length);
  const value = readYaml(source);
  if (value === undefined && FACT_LINE.test(source.split('\n')[0] ?? ''))
    return { body, metadata: {}, warnings: ['The front matter is not valid YAML; it was left out.'] };
  // A rule, prose and another rule are no front matter.
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { body: text, metadata: {}, warnings: [] };
  const facts = Object.entries(value).map(([key, fact]) => [factKey(key), scalar(fact)] as const);
  return { body, ...readFacts(new Map(facts)), warnings: [] };
}

/** The value of a YAML document; undefined when it has errors, or aliases that would unfold without end. */
function readYaml(source: string): unknown {
  try {
    const document = parseDocument(source, { schema: 'core', logLevel: 'silent' });
    return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 20 });
  } catch {
    return undefined;
  }
}

function scalar(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function readFactLines(text: string): Headed {
  const lines = text.trimStart().slice(0, 8_000).split('\n');
  const facts = new Map<string, string>();
  let length = 0;
  for (const line of lines) {
    const match = FACT_LINE.exec(line);
    const key = factKey(match?.[1] ?? '');
    if (!isFactKey(key)) break;
    facts.set(key, match?.[2] ?? '');
    length += line.length + 1;
  }
  return facts.size === 0
    ? { body: text, metadata: {}, warnings: [] }
    : { body: text.trimStart().slice(length), ...readFacts(facts), warnings: [] };
}
