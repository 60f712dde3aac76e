import { createHash } from 'node:crypto';
import { sentencesOf } from '../src/article/index.ts';
import { checkArticle, type Evidence, evidenceOf, type Findings } from '../src/check/index.ts';
import { estimateTokens } from '../src/llm/index.ts';
import { wordForms } from '../src/text/index.ts';
import { lengthTarget } from '../src/write/length.ts';
import type { Evaluated } from './articles.ts';

/** What code alone can say of an article. Shares are 0 to 1. */
export interface Measures {
  readonly words: number;
  /** Words over the target of a medium article. */
  readonly length: number;
  readonly sections: number;
  readonly quotes: number;
  readonly quotesVerbatim: number;
  readonly sentencesCited: number;
  /** Sentences whose every number stands in the source, and whose every name does. */
  readonly numbersSupported: number;
  readonly namesSupported: number;
  /** Lines of the top without an error. */
  readonly topSupported: number;
  /** Units a sentence cites. */
  readonly citationWidth: number;
  /** Tenths of the video that a sentence rests on; and with those whose omission is explained. */
  readonly tenths: number;
  readonly tenthsExplained: number;
  /** Chapters a person made that a sentence rests on. Absent without chapters. */
  readonly chapters?: number;
  /** Largest share of 3-grams that two sections have in common. */
  readonly redundancy: number;
  /** Words outside quotations that stand in runs of five or more from the cited units. */
  readonly copied: number;
  readonly leaks: number;
  readonly errors: number;
  readonly warnings: number;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Input tokens over the tokens of the transcript's units. */
  readonly inputRatio: number;
}

const PARTS = 10;
const COPIED_RUN = 5;

export function measure(evaluated: Evaluated): Measures {
  const { article, units, calls } = evaluated;
  const evidence = evidenceFor(evaluated);
  const findings = checkArticle(article, evidence);
  const sentences = sentencesOf(article);
  const faultsOf = countRules(findings);
  const share = (rules: readonly string[]): number => 1 - faultsOf(rules) / Math.max(1, sentences.length);
  const cited = new Set(sentences.flatMap(({ cites }) => cites));
  const explained = new Set(cited);
  for (const {
    units: [first, last],
  } of article.omissions)
    for (let id = first; id <= last; id++) explained.add(id);
  const sum = (key: 'inputTokens' | 'outputTokens'): number =>
    calls.reduce((total, call) => total + call[key], 0);
  const transcriptTokens = estimateTokens(units.map(({ id, text }) => `[${id}] ${text}`).join('\n'));
  const { words: target } = lengthTarget(
    article.source.transcript.words,
    article.source.durationSeconds,
    'medium',
  );
  const chapters = coverChapters(evaluated, cited);
  return {
    words: article.readTime.words,
    length: article.readTime.words / target,
    sections: article.sections.length,
    quotes: article.quotes.length,
    quotesVerbatim: 1 - faultsOf(['Q01']) / Math.max(1, article.quotes.length),
    sentencesCited: share(['C01']),
    numbersSupported: share(['F01', 'F02']),
    namesSupported: share(['F04', 'F05']),
    topSupported: 1 - faultsOf(['C05']) / 3,
    citationWidth:
      sentences.reduce((total, { cites }) => total + cites.length, 0) / Math.max(1, sentences.length),
    tenths: coverTenths(units.length, cited),
    tenthsExplained: coverTenths(units.length, explained),
    ...(chapters === undefined ? {} : { chapters }),
    redundancy: largestOverlap(
      article.sections.map(({ paragraphs }) => textOf(paragraphs)),
      article.language,
    ),
    copied: copyRate(evaluated, evidence),
    leaks: faultsOf(['L01', 'L02', 'L03', 'L04', 'L05']),
    errors: findings.findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.findings.filter(({ severity }) => severity === 'warning').length,
    calls: calls.length,
    inputTokens: sum('inputTokens'),
    outputTokens: sum('outputTokens'),
    inputRatio: sum('inputTokens') / Math.max(1, transcriptTokens),
  };
}

function evidenceFor({ article, units, source }: Evaluated): Evidence {
  const sha256 = createHash('sha256')
    .update(units.map(({ text }) => text).join('\n'))
    .digest('hex');
  const { transcript, ...metadata } = article.source;
  return evidenceOf(
    {
      units,
      metadata: { ...metadata, ...source, platform: metadata.platform, title: metadata.title },
      language: transcript.language,
      sha256,
    },
    { speakers: article.speakers },
  );
}

/** Errors of some rules. */
function countRules({ findings }: Findings): (rules: readonly string[]) => number {
  return (rules) =>
    findings.filter(({ rule, severity }) => severity === 'error' && rules.includes(rule)).length;
}

function coverTenths(count: number, ids: ReadonlySet<number>): number {
  const hit = Array.from({ length: PARTS }, (_, part) => {
    const [from, to] = [Math.floor((part * count) / PARTS), Math.floor(((part + 1) * count) / PARTS)];
    return from === to || [...ids].some((id) => id >= from && id < to);
  });
  return hit.filter(Boolean).length;
}

function coverChapters({ source, units }: Evaluated, cited: ReadonlySet<number>): number | undefined {
  const chapters = source.chapters;
  if (!chapters || chapters.length === 0) return undefined;
  const hit = chapters.filter(({ start }, index) => {
    const end = chapters[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    return units.some(
      (unit) => cited.has(unit.id) && (unit.start ?? -1) >= start && (unit.start ?? -1) < end,
    );
  });
  return hit.length / chapters.length;
}

function textOf(paragraphs: Evaluated['article']['lead']): string {
  return paragraphs.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join(' ');
}

function largestOverlap(texts: readonly string[], language: string): number {
  const grams = texts.map((text) => {
    const keys = wordForms(text, language).map(({ key }) => key);
    return new Set(keys.slice(2).map((_, index) => keys.slice(index, index + 3).join(' ')));
  });
  let largest = 0;
  for (const [index, first] of grams.entries()) {
    for (const second of grams.slice(index + 1)) {
      const shared = [...first].filter((gram) => second.has(gram)).length;
      largest = Math.max(largest, shared / Math.max(1, first.size + second.size - shared));
    }
  }
  return largest;
}

function copyRate({ article }: Evaluated, evidence: Evidence): number {
  if (article.writer.kind === 'extractive') return 1;
  const quotes = new Map(article.quotes.map(({ id, text }) => [id, text]));
  let [copied, all] = [0, 0];
  for (const sentence of sentencesOf(article)) {
    const own = sentence.quotes.reduce((text, id) => text.replace(quotes.get(id) ?? '', ' '), sentence.text);
    const keys = wordForms(own, evidence.language).map(({ key }) => key);
    const source = ` ${evidence
      .near(sentence.cites)
      .flatMap((unit) => evidence.words(unit).map(({ key }) => key))
      .join(' ')} `;
    const inRun = new Set<number>();
    for (let at = 0; at + COPIED_RUN <= keys.length; at++) {
      if (source.includes(` ${keys.slice(at, at + COPIED_RUN).join(' ')} `))
        for (let index = at; index < at + COPIED_RUN; index++) inRun.add(index);
    }
    copied += inRun.size;
    all += keys.length;
  }
  return copied / Math.max(1, all);
}
