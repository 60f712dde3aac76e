import { basename } from 'node:path';
import { type Html, html } from '../../article/index.ts';
import { REVIEW_STATUSES } from '../../store/index.ts';
import { countPhrase } from '../plural.ts';
import type { Queue, QueueQuery, RankedDraft } from '../queue.ts';
import { STATUS_NAMES } from '../transitions.ts';
import { renderHelp, renderNameDialog, renderReasonDialog } from './dialogs.ts';
import { keyHint, renderPage } from './layout.ts';
import { languageOf, renderAge, renderStatus } from './parts.ts';

const MORE = 200;

interface QueuePage {
  readonly queue: Queue;
  readonly now: Date;
  /** Of the folder, for people. */
  readonly folder: string;
  readonly reviewer?: string | undefined;
}

export function renderQueuePage({ queue, now, folder, reviewer }: QueuePage): Html {
  return renderPage({
    title: `${countPhrase(queue.counts.open, 'draft')} to review`,
    script: 'queue.js',
    kind: 'queue-page',
    body: html`<header class="bar">
<a class="brand" href="/" aria-current="page">copydesk</a>
<span class="folder" title="${folder}">${basename(folder)}</span>
<span class="spacer"></span>
<button type="button" class="plain" data-do="name" data-reviewer="${reviewer ?? ''}">Reviewer: <b id="who">${reviewer ?? 'not named'}</b></button>
<button type="button" class="plain" data-do="help">Keys ${keyHint('?')}</button>
</header>
<main id="main">
<h1>Drafts to review</h1>
${renderFilters(queue)}
<div id="queue">
${renderStatusLinks(queue)}
${queue.counts.all === 0 ? renderEmptyFolder(folder) : renderList(queue, now)}
</div>
${renderBulkBar()}
</main>
<div id="toast" role="status" aria-live="polite"></div>
${renderNameDialog()}
${renderReasonDialog()}
${renderHelp('queue')}`,
  });
}

function renderFilters({ query, channels, people }: Queue): Html {
  const option = (value: string, chosen: string, label = value): Html =>
    html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`;
  return html`<form class="filters" id="filters" method="get" action="/" role="search">
<label><span>Search ${keyHint('/')}</span> <input type="search" name="q" value="${query.q}" autocomplete="off" placeholder="Headline, channel, id"></label>
<label>Channel <select name="channel">${option('', query.channel, 'All channels')}${channels.map((name) => option(name, query.channel))}</select></label>
<label>Assigned to <select name="who">${option('', query.who, 'Anybody')}${people.map((name) => option(name, query.who))}</select></label>
<input type="hidden" name="status" value="${query.status}">
<button type="submit">Show</button>
</form>`;
}

function renderStatusLinks({ query, counts }: Queue): Html {
  const link = (status: QueueQuery['status'], label: string): Html =>
    html`<a href="${addressOf({ ...query, status, shown: undefined })}" data-status="${status}"${query.status === status && html` aria-current="true"`}>${label} <span class="count">${counts[status]}</span></a>`;
  return html`<nav class="statuses" aria-label="Status">${link('open', 'To do')}${REVIEW_STATUSES.map(
    (status) => link(status, STATUS_NAMES[status]),
  )}${link('all', 'All')}</nav>`;
}

function addressOf(query: Partial<Record<keyof QueueQuery, string | number | undefined>>): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)] satisfies [string, string]],
  );
  return `/?${new URLSearchParams(entries)}`;
}

function renderEmptyFolder(folder: string): Html {
  return html`<p class="empty">The folder <code>${folder}</code> holds no articles yet. Write one with <code>copydesk write SOURCE --out ${folder}</code>, or name another folder: <code>copydesk review FOLDER</code>.</p>`;
}

function renderList({ drafts, matching, query }: Queue, now: Date): Html {
  if (drafts.length === 0)
    return html`<p class="empty">No draft matches. ${query.q !== '' && 'Search for less, or '}look under <a href="/?status=all">All</a>.</p>`;
  const rest = matching - drafts.length;
  return html`<table class="drafts">
<caption class="sr">Drafts, the riskiest first</caption>
<thead><tr><th scope="col" class="pick"><input type="checkbox" id="all" aria-label="Select all drafts shown"> ${keyHint('s')}</th><th scope="col">Risk</th><th scope="col">Draft</th><th scope="col">Findings</th><th scope="col">Status</th><th scope="col">Age</th></tr></thead>
<tbody>
${drafts.map((draft) => renderRow(draft, now))}</tbody>
</table>
<p class="listed"><button type="button" class="small" data-step="1">Next ${keyHint('j')}</button> <button type="button" class="small" data-step="-1">Previous ${keyHint('k')}</button> ${countPhrase(matching, 'draft')}${rest > 0 && html`, ${drafts.length} shown. <a href="${addressOf({ ...query, shown: query.shown + MORE })}" data-more>Show ${Math.min(rest, MORE)} more</a>`}</p>`;
}

function renderRow(draft: RankedDraft, now: Date): Html {
  const { id, headline, channel, language, status, reopenedFrom, assignee, risk, problem } = draft;
  const title =
    problem === undefined
      ? html`<a class="headline" ${languageOf(language)} href="/drafts/${encodeURIComponent(id)}">${headline}</a>`
      : html`<span class="headline">${id}</span>`;
  const beside = id.includes('~') && html` <span class="status draft">Newer draft</span>`;
  return html`<tr data-id="${id}">
<td class="pick"><input type="checkbox" name="id" value="${id}" aria-label="Select ${headline}"></td>
<td class="risk ${levelOf(risk.score)}"><span class="score">${Number.isFinite(risk.score) ? risk.score : '!'}</span><span class="level">${levelOf(risk.score)}</span></td>
<td class="what">${title}${beside}<span class="reasons">${risk.reasons.length > 0 ? risk.reasons.join(' · ') : 'nothing stands out'}</span><span class="facts"><bdi>${channel ?? 'No channel'}</bdi>${assignee !== undefined && html` · for <bdi>${assignee}</bdi>`}</span></td>
<td class="counts">${renderCounts(draft)}</td>
<td class="state">${renderStatus(status, reopenedFrom)}</td>
<td class="age">${problem === undefined && renderAge(draft.createdAt, now)}</td>
</tr>
`;
}

function renderCounts({
  isChecked,
  problem,
  errors,
  warnings,
  unheardQuotes,
  openComments,
}: RankedDraft): Html {
  const count = (number: number, kind: string, sign: string, noun: string): Html | false =>
    number > 0 &&
    html`<span class="severity ${kind}"><span aria-hidden="true">${sign}</span> ${countPhrase(number, noun)}</span> `;
  // Nothing was read of it.
  if (problem !== undefined) return html``;
  const parts = [
    !isChecked && html`<span class="severity warning"><span aria-hidden="true">?</span> not checked</span> `,
    count(errors, 'error', '■', 'error'),
    count(warnings, 'warning', '▲', 'warning'),
    count(unheardQuotes, 'unheard', '“', 'quote'),
    count(openComments, 'comment', '✎', 'comment'),
  ];
  return parts.some((part) => part !== false) ? html`${parts}` : html`<span class="quiet">none open</span>`;
}

/** Names for the score, for those who do not know its scale. */
function levelOf(score: number): 'high' | 'medium' | 'low' {
  return score > 20 ? 'high' : score >= 8 ? 'medium' : 'low';
}

function renderBulkBar(): Html {
  return html`<div class="bulk" id="bulk" role="region" aria-label="Selected drafts" hidden>
<span><b id="picked">0</b> selected</span>
<button type="button" data-bulk="assign">Assign… ${keyHint('a')}</button>
<button type="button" data-bulk="reject" class="danger">Reject…</button>
<button type="button" data-bulk="export">Export ${keyHint('x')}</button>
<button type="button" class="plain" data-bulk="clear">Clear</button>
<span class="quiet">Approval is always one by one.</span>
</div>`;
}
