import { join } from 'node:path';
import { type Article, renderArticle } from '../article/index.ts';
import { copyOfArticle, countFindings, createPlaces, type Findings } from '../check/index.ts';
import type { CallRecord } from '../llm/index.ts';
import { printable, printableLines } from '../text/index.ts';
import type { WrittenArticle } from '../write/index.ts';
import { describeSentence, plural, worstFirst } from './check/finding-text.ts';
import type { Context } from './context.ts';
import type { SourcePlan } from './dry-run.ts';
import { describeCost, totalCost } from './money.ts';
import { plainStyle } from './style.ts';

/** One source's end: the exit code, and the line --json prints. */
export interface Outcome {
  readonly exitCode: number;
  readonly line: {
    readonly source: string;
    readonly sourceId: string | null;
    /** `planned`: a dry run. */
    readonly status: 'written' | 'planned' | 'refused' | 'retry' | 'failed' | 'interrupted';
    readonly code: string | null;
    readonly dir: string | null;
    readonly headline: string | null;
    readonly words: number | null;
    readonly minutes: number | null;
    readonly errors: number | null;
    readonly warnings: number | null;
    readonly calls: number;
    readonly cost: number | null;
    /** Of a dry run, whose calls and cost are what is expected when nothing is asked twice. */
    readonly plan?: SourcePlan;
  };
}

export function printArticle(article: Article, format: string, { io, now }: Context): void {
  if (format === 'md' || format === 'html' || format === 'txt' || format === 'json') {
    io.stdout(renderArticle(article, format, { now: now(), showAge: format === 'txt' }));
  }
}

const FINDINGS_SHOWN = 5;

/** What a person wants to know when a run is over. */
export function summarize(
  { article, findings }: WrittenArticle,
  run: { calls: readonly CallRecord[]; directory: string },
): string {
  const { readTime, sections, quotes, writer } = article;
  const count = countFindings(findings);
  const sent = run.calls.filter(({ cacheHit }) => !cacheHit);
  const tokens = sent.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0);
  const calls =
    writer.kind === 'model'
      ? `${plural(run.calls.length, 'call')}, ${sent.length} sent, ${tokens.toLocaleString('en')} tokens, ${describeCost(totalCost(run.calls))}`
      : 'no model';
  return printableLines(
    [
      '',
      article.headline,
      article.deck,
      '',
      `${readTime.minutes} min read, ${readTime.words} words, ${sections.length} sections, ${quotes.length} quotations`,
      `Writer: ${writer.kind}${writer.model ? ` (${writer.model})` : ''}, ${calls}`,
      `Checks: ${plural(count.error, 'error')}, ${plural(count.warning, 'warning')}`,
      ...describeWorst(article, findings, run.directory),
      `Read it: ${join(run.directory, 'article.html')}`,
      '',
    ].join('\n'),
  );
}

/** The findings that matter most, each with its sentence, and the command that shows the rest. */
function describeWorst(article: Article, { findings }: Findings, directory: string): string[] {
  const standing = findings
    .filter(({ severity, waived }) => severity !== 'info' && !waived)
    .toSorted(worstFirst);
  const placeOf = createPlaces(copyOfArticle(article));
  const shown = standing.slice(0, FINDINGS_SHOWN).flatMap((finding) => {
    const place = placeOf(finding);
    return [
      `  ${finding.severity} ${finding.rule} ${printable(finding.message)}`,
      ...(place.text === undefined ? [] : [`    ${describeSentence(place, plainStyle)}`]),
    ];
  });
  const rest = standing.length - FINDINGS_SHOWN;
  const command = `copydesk check ${join(directory, 'article.json')}`;
  return rest > 0 ? [...shown, `  ${rest} more: ${command}`] : shown;
}
