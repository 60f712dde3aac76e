import { formatClock, type Html, html, webUrl } from '../../article/index.ts';
import { RULES } from '../../check/index.ts';
import type { Examination, OpenFinding } from '../examine.ts';
import { approvalConditions } from '../gate.ts';
import { countPhrase } from '../plural.ts';
import { keyHint } from './layout.ts';
import { languageOf, renderSeverity } from './parts.ts';
import { nameOfTarget } from './tabs.ts';
import { renderWordDiff } from './word-diff.ts';

const RULE_BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

const DISMISSAL_NAMES = {
  'false-positive': 'the rule is mistaken',
  'verified-externally': 'verified elsewhere',
  'editorial-choice': 'editorial choice',
  noted: 'read',
} as const;

/** What the rules hold against the article, the worst first, and what is still missing for an approval. */
export function renderFindingsPane(examination: Examination): Html {
  const { open, draft } = examination;
  const undecided = open.filter(({ isDecided }) => !isDecided);
  const decided = open.filter(({ isDecided }) => isDecided);
  const notes = undecided.filter(({ finding }) => finding.severity === 'info').length;
  return html`<div class="conditions"><h2 class="sr">For an approval</h2><ul>${approvalConditions(
    examination,
  ).map(
    ({ label, isMet }) =>
      html`<li class="${isMet ? 'met' : 'unmet'}"><span aria-hidden="true">${isMet ? '✓' : '○'}</span> ${label}<span class="sr">${isMet ? ' (done)' : ' (open)'}</span></li>`,
  )}</ul></div>
${draft.state.requests.length > 0 && draft.state.status === 'changes-requested' && renderRequest(examination)}
<div class="findings-head"><h2>${countPhrase(undecided.length, 'finding')} to decide</h2><span class="actions"><button type="button" class="small" data-do="next">Next ${keyHint('j')}</button><button type="button" class="small" data-do="previous">Previous ${keyHint('k')}</button></span>${
    notes > 1 &&
    html`<button type="button" class="plain small" data-do="note-all">Mark ${notes} notes as read</button>`
  }</div>
${undecided.length === 0 && html`<p class="empty">Nothing is open.</p>`}
<ol class="findings" id="finding-list">${undecided.map((finding) => renderFinding(finding, examination))}</ol>
${decided.length > 0 && html`<details class="decided"><summary>${countPhrase(decided.length, 'finding')} decided</summary><ol class="findings">${decided.map((finding) => renderFinding(finding, examination))}</ol></details>`}
${renderNotRun(examination)}`;
}

function renderRequest({ draft }: Examination): Html {
  const last = draft.state.requests.at(-1);
  return html`<p class="request"><b>Changes requested by <bdi>${last?.by}</bdi>:</b> <span dir="auto">${last?.reason}</span></p>`;
}

function renderFinding(open: OpenFinding, examination: Examination): Html {
  const { finding, key, place, target, unit, isDecided } = open;
  const rule = RULE_BY_ID.get(finding.rule);
  const where =
    place.heading ?? (target === undefined ? undefined : nameOfTarget(target, examination.draft.article));
  const clock = unit?.start === undefined ? undefined : formatClock(unit.start);
  return html`<li class="finding ${finding.severity}${isDecided && html` is-decided`}" data-finding="${key}" data-target="${target ?? ''}"${
    unit && html` data-unit="${unit.id}"`
  }${isDecided && html` data-decided`} tabindex="-1" aria-label="${finding.rule}: ${finding.message}">
<div class="finding-head">${renderSeverity(finding.severity)} <span class="rule" title="${rule?.reason ?? ''}">${finding.rule}</span>${where !== undefined && html` <span class="quiet" dir="auto">${where}</span>`}</div>
<p class="message" dir="auto">${finding.message}</p>
<div class="more">
${rule && html`<p class="reason quiet">${rule.title}. ${rule.reason}</p>`}
${place.text !== undefined && html`<p class="excerpt" ${languageOf(examination.draft.article.language)}>${renderExcerpt(open, examination)}</p>`}
${finding.evidence !== undefined && html`<p class="evidence" dir="auto"><span class="label">Source${clock !== undefined && html` ${clock}`}</span> ${finding.evidence}</p>`}
${renderOutcome(open)}
${!isDecided && renderActions(open)}
</div>
</li>`;
}

/** The sentence with the stretch that is meant; with its fix where there is one. */
function renderExcerpt(
  { place: { text = '', start, end }, finding }: OpenFinding,
  { draft }: Examination,
): Html {
  if (start === undefined || end === undefined) return html`${text}`;
  const { fix } = finding;
  if (fix !== undefined)
    return renderWordDiff(text, text.slice(0, start) + fix + text.slice(end), draft.article.language);
  return html`${text.slice(0, start)}<mark class="${finding.severity}">${text.slice(start, end)}</mark>${text.slice(end)}`;
}

function renderOutcome({ dismissal, finding }: OpenFinding): Html | false | undefined {
  if (finding.waived)
    return html`<p class="outcome">Waived in the settings by <bdi>${finding.waived.by}</bdi>: <span dir="auto">${finding.waived.reason}</span></p>`;
  return (
    dismissal &&
    html`<p class="outcome">Dismissed by <bdi>${dismissal.by}</bdi>: ${DISMISSAL_NAMES[dismissal.why]}${
      dismissal.reason !== undefined && html`. <span dir="auto">${dismissal.reason}</span>`
    }${webUrl(dismissal.url) !== undefined && html` <a href="${webUrl(dismissal.url)}" rel="noreferrer noopener" target="_blank">${dismissal.url}</a>`}</p>`
  );
}

function renderActions({ finding, target }: OpenFinding): Html {
  const isNote = finding.severity === 'info';
  return html`<div class="actions">
${finding.fix !== undefined && html`<button type="button" class="primary" data-do="accept-fix">Accept fix ${keyHint('a')}</button>`}
${target !== undefined && html`<button type="button" data-do="edit-finding">Edit ${keyHint('e')}</button>`}
<button type="button" data-do="dismiss">${isNote ? 'Mark as read' : 'Dismiss…'} ${keyHint('x')}</button>
<button type="button" data-do="send-back-finding">Send back… ${keyHint('b')}</button>
<button type="button" data-do="play">Play ${keyHint('p')}</button>
</div>`;
}

function renderNotRun({ findings }: Examination): Html | false {
  return (
    findings.notRun.length > 0 &&
    html`<details class="not-run"><summary>${countPhrase(findings.notRun.length, 'rule')} did not run</summary><ul>${findings.notRun.map(
      ({ rule, why }) => html`<li><b>${rule}</b> ${why}</li>`,
    )}</ul></details>`
  );
}
