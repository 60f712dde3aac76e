import { printable } from '../../text/index.ts';
import type { BatchReport, ReportedVideo } from './batch-report.ts';
import { riskOf } from './risk.ts';
import { byRisk, describeWhy, formatDollars, groupByCode, headlineFigures } from './wording.ts';

/** The report for people, as Markdown. `linkTo` says where an article's folder is, seen from the report. */
export function renderReportMarkdown(report: BatchReport, linkTo: (folder: string) => string): string {
  const { stop, videos, totals } = report;
  const lines = [`# Batch of ${report.endedAt.slice(0, 16).replace('T', ' ')} UTC`, ''];
  lines.push(...headlineFigures(report).map((line) => `- ${escapeText(line)}`), '');
  if (stop)
    lines.push(`**Ended early** (${stop.code}): ${escapeText(stop.message)} ${escapeText(stop.remedy)}`, '');
  if (totals.left > 0)
    lines.push(`${totals.left} more were not begun; the same command goes on with them.`, '');
  lines.push(...renderTroubles(videos), ...renderDrafts(videos, linkTo), ...renderSkipped(videos));
  return `${lines.join('\n').trimEnd()}\n`;
}

function renderTroubles(videos: readonly ReportedVideo[]): string[] {
  return groupByCode(videos).flatMap(({ status, code, cause, remedy, members }) => [
    `## ${status}: ${code} (${members.length})`,
    '',
    ...(cause === undefined ? [] : [`Likely cause: ${escapeText(cause)}`]),
    ...(remedy === undefined ? [] : ['', `What to do: ${escapeText(remedy)}`]),
    '',
    ...members.map(
      ({ title, source, message, lookAgainAt }) =>
        `- ${escapeText(title)} (${escapeText(source)}): ${escapeText(message ?? '')}${lookAgainAt === undefined ? '' : ` Look again from ${lookAgainAt.slice(0, 16).replace('T', ' ')} UTC.`}`,
    ),
    '',
  ]);
}

function renderDrafts(videos: readonly ReportedVideo[], linkTo: (folder: string) => string): string[] {
  const drafts = byRisk(videos);
  if (drafts.length === 0) return [];
  return [
    '## Drafts, riskiest first',
    '',
    '| risk | draft | errors | warnings | video used | cost of the run |',
    '|---:|---|---:|---:|---:|---:|',
    ...drafts.map(({ video, draft }) => {
      const used = draft.tenths.filter(Boolean).length;
      const head = escapeCell(draft.headline);
      const link = video.folder === undefined ? head : `[${head}](<${linkTo(video.folder)}/article.html>)`;
      return `| ${riskOf(draft).points} | ${link} | ${draft.errors} | ${draft.warnings} | ${used}/${draft.tenths.length} | ${formatDollars(video.cost)} |`;
    }),
    '',
  ];
}

function renderSkipped(videos: readonly ReportedVideo[]): string[] {
  const counts = new Map<string, number>();
  for (const { status, why } of videos)
    if (status === 'skipped' && why) counts.set(why, (counts.get(why) ?? 0) + 1);
  if (counts.size === 0) return [];
  return ['## Nothing to do', '', ...[...counts].map(([why, count]) => `- ${count} ${describeWhy(why)}`), ''];
}

function escapeText(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|~]/gu, (character) => `\\${character}`);
}

function escapeCell(text: string): string {
  return escapeText(text).replace(/\s+/gu, ' ');
}
