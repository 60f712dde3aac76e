import { estimateTokens } from './estimate-tokens.ts';

/** The language the text of an answer has to be in. */
export interface LanguageDemand {
  /** BCP 47. */
  readonly wanted: string;
  /** The language of a text as a BCP 47 tag, `und` when it cannot be told. Comes from the transcript room by way of the caller. */
  readonly detect: (text: string) => string;
  /**
   * Languages that the model may have lapsed into: that of the prompt, that of the source. Only these count as wrong, because
   * detectors take neighbours for one another (Danish for Swedish).
   * @default ['en', 'zh']
   */
  readonly lapses?: readonly string[];
  /** Keys whose text is not the model's own: quotations, names. They stay as they were spoken. */
  readonly skip?: readonly string[];
}

/** Fewer tokens than this, estimated, are too little to tell a language by. */
const LEAST_TEXT = 40;

/** What is wrong with the language of a parsed answer, as a sentence for the model, or nothing. */
export function languageFault(
  answer: unknown,
  { wanted, detect, lapses = ['en', 'zh'], skip = [] }: LanguageDemand,
): string | undefined {
  const text = collectText(answer, new Set(skip)).join('\n');
  if (estimateTokens(text) < LEAST_TEXT) return undefined;
  const found = primary(detect(text));
  if (found === primary(wanted) || !lapses.some((lapse) => primary(lapse) === found)) return undefined;
  return `language: the text is in ${nameOf(found)}; write it in ${nameOf(wanted)}, leaving quotations as they were spoken`;
}

function collectText(value: unknown, skip: ReadonlySet<string>): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((part) => collectText(part, skip));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (skip.has(key) ? [] : collectText(part, skip)));
}

function primary(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}

function nameOf(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
