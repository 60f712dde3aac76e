import type { Article } from '../article/index.ts';
import { countFindings, type Findings } from '../check/index.ts';
import type { DraftSummary } from './ledger.ts';

const PARTS = 10;

export function summarizeDraft(article: Article, findings: Findings): DraftSummary {
  const { error: errors, warning: warnings } = countFindings(findings);
  const { readTime, source, quotes, writer } = article;
  return {
    headline: article.headline,
    words: readTime.words,
    minutes: readTime.minutes,
    errors,
    warnings,
    quotes: quotes.length,
    tenths: coveredTenths(article),
    captions: source.transcript.kind,
    writer: writer.kind,
    transcriptSha256: source.transcript.sha256,
  };
}

/** Which tenths of the transcript have a unit that is cited. */
function coveredTenths({ units, source }: Article): boolean[] {
  const count = Math.max(1, source.transcript.units);
  const parts = Math.min(PARTS, count);
  const covered = new Set(units.map(({ id }) => Math.min(parts - 1, Math.floor((id * parts) / count))));
  return Array.from({ length: parts }, (_, part) => covered.has(part));
}
