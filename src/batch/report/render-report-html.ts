import { createHash } from 'node:crypto';
import { Html, html } from '../../article/index.ts';
import type { BatchReport, ReportedVideo } from './batch-report.ts';
import { drawBar, drawCoverage, drawFindings } from './plots.ts';
import { REPORT_STYLE } from './report-style.ts';
import { riskOf } from './risk.ts';
import {
  byRisk,
  describeWhy,
  formatDollars,
  groupByCode,
  headlineFigures,
  type ReportedDraft,
  type Trouble,
} from './wording.ts';

/** The report as one page that needs nothing beside itself and runs no script. `linkTo` says where an article's folder is, seen from the page. */
export function renderReportHtml(report: BatchReport, linkTo: (folder: string) => string): string {
  const { stop, totals, videos, endedAt } = report;
  const drafts = byRisk(videos);
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(REPORT_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Batch of ${endedAt.slice(0, 10)}</title>
<style>${new Html(REPORT_STYLE)}</style>
</head>
<body>
<main>
<h1>Batch of <time datetime="${endedAt}">${endedAt.slice(0, 16).replace('T', ' ')} UTC</time></h1>
<ul class="figures">${headlineFigures(report).map((line) => html`<li>${line}</li>\n`)}</ul>
${stop && html`<p class="stop"><strong>Ended early</strong> <code>${stop.code}</code> ${stop.message} ${stop.remedy}</p>\n`}${
  totals.left > 0 &&
  html`<p class="stop">${totals.left} more were not begun; the same command goes on with them.</p>\n`
}${renderDrafts(drafts, linkTo)}${groupByCode(videos).map(renderTrouble)}${renderSkipped(videos)}</main>
</body>
</html>
`.toString();
}

function renderDrafts(
  drafts: readonly ReportedDraft[],
  linkTo: (folder: string) => string,
): Html | undefined {
  if (drafts.length === 0) return undefined;
  const mostFindings = Math.max(1, ...drafts.map(({ draft }) => draft.errors + draft.warnings));
  const mostCost = Math.max(0, ...drafts.map(({ video }) => video.cost ?? 0));
  const rows = drafts.map(({ video, draft }) => {
    const { points, reasons } = riskOf(draft);
    const name =
      video.folder === undefined
        ? html`${draft.headline}`
        : html`<a href="${linkTo(video.folder)}/article.html">${draft.headline}</a>`;
    const isKnown = video.status === 'skipped';
    const silent = draft.tenths.filter((isCovered) => !isCovered).length;
    return html`<tr>
<td class="risk"><strong>${points}</strong></td>
<td class="draft" dir="auto">${name}<br><small>${video.title}${isKnown && ' · from an earlier run'}${video.isDraft && ' · beside a person’s text'}</small>${
      reasons.length > 0 && html`<br><small class="why">${reasons.join(', ')}</small>`
    }</td>
<td>${drawFindings(draft, mostFindings)}</td>
<td>${drawCoverage(draft.tenths, `${draft.tenths.length - silent} of ${draft.tenths.length} parts of the video are used`)}</td>
<td class="number">${draft.words.toLocaleString('en')}</td>
<td class="number">${!isKnown && video.cost !== null && mostCost > 0 && drawBar(video.cost, mostCost)}${isKnown ? '' : formatDollars(video.cost)}</td>
</tr>
`;
  });
  return html`<h2>Drafts, riskiest first</h2>
<p class="note">The number is an order to read in: 10 for an error of the checks, 2 for a warning and for a part of the video that nothing rests on, 3 for captions made by a machine.</p>
<div class="wide"><table>
<thead><tr><th scope="col">Risk</th><th scope="col">Draft</th><th scope="col">Findings</th><th scope="col">Video used</th><th scope="col">Words</th><th scope="col">Cost of this run</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>
`;
}

function renderTrouble({ status, code, cause, remedy, members }: Trouble): Html {
  return html`<section class="trouble">
<h2>${status}: <code>${code}</code> (${members.length})</h2>
${cause !== undefined && html`<p>Likely cause: ${cause}</p>\n`}${remedy !== undefined && html`<p>What to do: ${remedy}</p>\n`}<ul>
${members.map(
  ({ title, source, message, lookAgainAt }) =>
    html`<li><strong>${title}</strong> <small>${source}</small><br>${message ?? ''}${
      lookAgainAt !== undefined &&
      html` Look again from <time datetime="${lookAgainAt}">${lookAgainAt.slice(0, 16).replace('T', ' ')} UTC</time>.`
    }</li>\n`,
)}</ul>
</section>
`;
}

function renderSkipped(videos: readonly ReportedVideo[]): Html | undefined {
  const counts = new Map<string, number>();
  for (const { status, why } of videos)
    if (status === 'skipped' && why) counts.set(why, (counts.get(why) ?? 0) + 1);
  if (counts.size === 0) return undefined;
  return html`<h2>Nothing to do</h2>
<ul>${[...counts].map(([why, count]) => html`<li>${count} ${describeWhy(why)}</li>\n`)}</ul>
`;
}
