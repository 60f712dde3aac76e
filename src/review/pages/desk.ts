import { type Article, type Html, html, sourceUrl, videoIdOf } from '../../article/index.ts';
import type { Examination } from '../examine.ts';
import { countPhrase } from '../plural.ts';
import type { ActionRequest } from '../request.ts';
import { isAllowed } from '../transitions.ts';
import { renderArticlePane, renderSelectionBar } from './article-pane.ts';
import { renderDeskDialogs } from './dialogs.ts';
import { renderFindingsPane } from './findings-pane.ts';
import { keyHint, renderPage } from './layout.ts';
import { languageOf, renderStatus } from './parts.ts';
import { renderChangesTab, renderNamesTab, renderQuotesTab, renderRecordTab, type Versions } from './tabs.ts';

export interface DeskPage {
  readonly examination: Examination;
  readonly versions: Versions;
  readonly now: Date;
  readonly reviewer?: string | undefined;
  /** A recording of the source lies in the article's folder. */
  readonly hasMedia: boolean;
}

const TABS = [
  { id: 'article', name: 'Article' },
  { id: 'quotes', name: 'Quotes' },
  { id: 'names', name: 'Names' },
  { id: 'changes', name: 'Changes' },
  { id: 'record', name: 'Record' },
] as const;

/** Three panes: the article, what it rests on, and what the rules hold against it. */
export function renderDeskPage(page: DeskPage): Html {
  const { examination, reviewer } = page;
  const { draft } = examination;
  return renderPage({
    title: `${draft.article.headline} · review`,
    script: 'desk.js',
    kind: 'desk-page',
    body: html`${renderBar(page)}
<main id="main" class="desk" ${renderFacts(page)}>
<nav class="pane-switch" aria-label="Panes"><button type="button" data-pane="article-pane" aria-pressed="true">Article</button><button type="button" data-pane="evidence-pane" aria-pressed="false">Evidence</button><button type="button" data-pane="findings-pane" aria-pressed="false">Findings</button></nav>
<section class="pane" id="article-pane" aria-label="Article">
${renderTabList(examination)}
<div class="scroll" id="tab-article" role="tabpanel" aria-labelledby="tab-button-article" tabindex="0" data-swap>${renderArticlePane(examination)}</div>
<div class="scroll" id="tab-quotes" role="tabpanel" aria-labelledby="tab-button-quotes" tabindex="0" data-swap hidden>${renderQuotesTab(examination)}</div>
<div class="scroll" id="tab-names" role="tabpanel" aria-labelledby="tab-button-names" tabindex="0" data-swap hidden>${renderNamesTab(examination)}</div>
<div class="scroll" id="tab-changes" role="tabpanel" aria-labelledby="tab-button-changes" tabindex="0" data-swap hidden>${renderChangesTab(examination, page.versions)}</div>
<div class="scroll" id="tab-record" role="tabpanel" aria-labelledby="tab-button-record" tabindex="0" data-swap hidden>${renderRecordTab(examination, page.now)}</div>
${renderSelectionBar(draft.article)}
</section>
${renderEvidencePane(page)}
<section class="pane" id="findings-pane" aria-label="Findings"><div class="scroll" id="findings" tabindex="0" data-swap>${renderFindingsPane(examination)}</div></section>
</main>
<div id="toast" role="status" aria-live="polite"></div>
${renderDeskDialogs({ reviewer: reviewer ?? '', writer: draft.article.writer.kind })}`,
  });
}

/** What the script of the page starts from. */
function renderFacts({ examination, reviewer, hasMedia }: DeskPage): Html {
  const { draft } = examination;
  const { source } = draft.article;
  const videoId = videoIdOf(source);
  return html`data-id="${draft.id}" data-reviewer="${reviewer ?? ''}"${videoId !== undefined && html` data-video="${videoId}"`}${hasMedia && html` data-media="/drafts/${encodeURIComponent(draft.id)}/media"`} data-source="${sourceUrl(source) ?? ''}"`;
}

function renderBar({ examination, reviewer }: DeskPage): Html {
  const { draft } = examination;
  const { article } = draft;
  return html`<header class="bar" id="bar" data-swap data-sha256="${draft.sha256}" data-status="${draft.state.status}">
<a class="brand" href="/">← Queue ${keyHint('q')}</a>
<h1 class="title" ${languageOf(article.language)}>${article.headline}</h1>
${renderStatus(draft.state.status, draft.state.reopenedFrom)}
<span class="spacer"></span>
<button type="button" class="plain" data-do="name">Reviewer: <b id="who">${reviewer ?? 'not named'}</b></button>
<button type="button" class="plain" data-do="undo">Undo ${keyHint('u')}</button>
${renderSteps(examination)}
<button type="button" class="plain" data-do="help">Keys ${keyHint('?')}</button>
</header>`;
}

type Step = {
  readonly action: ActionRequest['action'];
  readonly label: string;
  readonly kind?: string;
  readonly key?: string;
};

const STEPS: readonly Step[] = [
  { action: 'start', label: 'Start review', kind: 'primary', key: 's' },
  { action: 'reject', label: 'Reject…', kind: 'danger' },
  { action: 'send-back', label: 'Send back…', key: 'b' },
  { action: 'approve', label: 'Approve…', kind: 'primary', key: 'Ctrl ⏎' },
  { action: 'publish', label: 'Mark as published…', kind: 'primary' },
  { action: 'correct', label: 'Publish correction…', kind: 'primary' },
  { action: 'retract', label: 'Retract…', kind: 'danger' },
];

/** The steps that are possible now. */
function renderSteps({ draft }: Examination): Html {
  return html`${STEPS.filter(({ action }) => isAllowed(action, draft.state)).map(
    ({ action, label, kind = '', key }) =>
      html`<button type="button" class="${kind}" data-step="${action}">${action === 'start' && draft.state.status !== 'needs-review' ? 'Take up again' : label}${key !== undefined && html` ${keyHint(key)}`}</button>`,
  )}`;
}

function renderTabList({ quotes, draft }: Examination): Html {
  const unsettled = quotes.filter(({ isSettled }) => !isSettled).length;
  const count = (id: string): Html | false => {
    if (id === 'quotes')
      return (
        unsettled > 0 &&
        html` <span class="count" aria-label="${countPhrase(unsettled, 'quotation')} to listen to">${unsettled}</span>`
      );
    return id === 'record' && html` <span class="count">${draft.log.events.length}</span>`;
  };
  return html`<div class="tabs" role="tablist" aria-label="Views of the article" id="tabs" data-swap>${TABS.map(
    ({ id, name }, index) =>
      html`<button type="button" role="tab" id="tab-button-${id}" aria-controls="tab-${id}" aria-selected="${index === 0 ? 'true' : 'false'}" tabindex="${index === 0 ? 0 : -1}" data-tab="${id}">${name}${count(id)} ${keyHint(String(index + 1))}</button>`,
  )}</div>`;
}

function renderEvidencePane({ examination, hasMedia }: DeskPage): Html {
  const { draft } = examination;
  const { source } = draft.article;
  return html`<section class="pane" id="evidence-pane" aria-label="Evidence">
<div class="player" id="player">${renderPlayer(source, hasMedia)}</div>
<div class="evidence-tools"><label class="find"><span class="sr">Search the transcript</span>${keyHint('/')}<input type="search" id="find" placeholder="Search" autocomplete="off"></label><span id="found" class="quiet" aria-live="polite"></span>
<button type="button" class="small" data-do="cite" disabled>Cite line ${keyHint('c')}</button>
<button type="button" class="small" data-do="back"><span class="sr">Back: </span>−5 s ${keyHint('[')}</button><button type="button" class="small" data-do="forward"><span class="sr">Forward: </span>+5 s ${keyHint(']')}</button>
<a class="small" id="open-source" href="${sourceUrl(source) ?? '#'}" target="_blank" rel="noreferrer noopener"${sourceUrl(source) === undefined && html` hidden`}>Open source ${keyHint('o')}</a></div>
<p class="legend quiet"><label class="check small"><input type="checkbox" id="auto-play" checked> Play what is selected</label> <span class="key"><span class="swatch cited"></span> cited</span> <span class="key"><span class="swatch selected"></span> by the selection</span> <span class="key"><span class="swatch uncited"></span> not used</span></p>
<div class="transcript scroll" id="transcript" role="list" aria-label="Transcript" tabindex="0" ${languageOf(source.transcript.language)}><p class="quiet loading">Loading the transcript…</p></div>
</section>`;
}

/** The player comes when somebody asks for it: until then the page talks to no other host. */
function renderPlayer(source: Article['source'], hasMedia: boolean): Html {
  if (hasMedia) return html`<p class="quiet">Plays the recording in the article’s folder.</p>`;
  if (videoIdOf(source) !== undefined)
    return html`<button type="button" class="load-player" data-do="load-player">▶ Load the player from YouTube</button>`;
  return html`<p class="quiet">No recording: put one into the article’s folder (such as recording.mp4) to play it here. The transcript works without.</p>`;
}
