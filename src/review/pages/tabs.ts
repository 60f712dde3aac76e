import { type Article, formatClock, type Html, html } from '../../article/index.ts';
import type { ReviewEvent } from '../../store/index.ts';
import { changesBetween } from '../edit/targets.ts';
import type { Examination, OpenFinding, OpenQuote } from '../examine.ts';
import { listMentions, type Mention } from '../names.ts';
import { countPhrase } from '../plural.ts';
import { spokenWords } from '../spoken-words.ts';
import { keyHint } from './layout.ts';
import { languageOf, renderAge, renderSeverity } from './parts.ts';
import { renderWordDiff } from './word-diff.ts';

/** Every quotation beside the captions' own words. */
export function renderQuotesTab(examination: Examination): Html {
  const { quotes, mustListen } = examination;
  if (quotes.length === 0) return html`<p class="empty">The article quotes nobody.</p>`;
  const rule = mustListen
    ? 'The captions were made by a machine, which mishears: listen to each quotation before you approve.'
    : 'The captions were made by people. Listening is your choice.';
  return html`<p class="quiet">${rule}</p>
<p class="actions"><button type="button" class="small" data-do="next">Next ${keyHint('j')}</button><button type="button" class="small" data-do="previous">Previous ${keyHint('k')}</button></p>
<ol class="quotes" id="quote-list">${quotes.map((quote) => renderQuote(quote, examination))}</ol>`;
}

/** Undecided findings on the words of a quotation: at its entry, or at the sentence that it stands in. */
function findingsOn({ quote, sentence }: OpenQuote, { open, draft }: Examination): OpenFinding[] {
  const entry = `/quotes/${draft.article.quotes.indexOf(quote)}`;
  return open.filter(({ finding: { rule, where }, target, isDecided }) => {
    const isHere = where.path === entry || where.path.startsWith(`${entry}/`);
    return !isDecided && rule.startsWith('Q') && (isHere || (sentence !== undefined && target === sentence));
  });
}

function renderQuote(open: OpenQuote, examination: Examination): Html {
  const { quote, listened, sentence, isSettled } = open;
  const { article } = examination.draft;
  const spoken = spokenWords(quote, examination.grounds);
  const findings = findingsOn(open, examination);
  const speaker = article.speakers.find(({ id }) => id === quote.speaker);
  const clock = quote.start === undefined ? 'no time' : formatClock(quote.start);
  return html`<li class="quote${isSettled && html` is-settled`}" data-quote="${quote.id}" data-text="${quote.text}" data-target="${sentence ?? ''}" data-cites="${quote.units.join(' ')}"${quote.start !== undefined && html` data-start="${quote.start}"`}${quote.end !== undefined && html` data-end="${quote.end}"`}${listened && html` data-listened`} tabindex="-1">
<p class="who">${speaker ? html`<b><bdi>${speaker.name}</bdi></b>` : html`<span class="quiet">speaker not named</span>`} <span class="quiet">${clock} · ${spoken.match}${quote.voice !== undefined && quote.voice !== 'original' && ` · ${quote.voice}`}</span></p>
<dl><dt>Printed</dt><dd class="printed" ${languageOf(article.language)}>${renderWordDiff(spoken.text, quote.text, article.language)}</dd><dt>Captions</dt><dd class="spoken" ${languageOf(article.source.transcript.language)}>${spoken.text === '' ? 'The cited lines are not in the transcript.' : spoken.text}</dd></dl>
${findings.length > 0 && html`<ul class="on-quote">${findings.map(({ finding }) => html`<li>${renderSeverity(finding.severity)} <span dir="auto">${finding.message}</span></li>`)}</ul>`}
<div class="actions"><button type="button" data-do="play">Play ${keyHint('p')}</button>${
    listened
      ? html`<span class="outcome">✓ <bdi>${listened.by}</bdi> listened${listened.played === false && ' (not played here)'}</span>`
      : html`<button type="button" data-do="listen" class="primary">I listened ${keyHint('l')}</button>`
  }</div>
</li>`;
}

/** Every name and figure, and what vouches for its spelling. */
export function renderNamesTab(examination: Examination): Html {
  const mentions = listMentions(examination);
  const { glossary } = examination.grounds;
  const { channel } = examination.draft.article.source;
  const group = (title: string, wanted: readonly Mention[]): Html | false =>
    wanted.length > 0 &&
    html`<h3>${title}</h3><ul class="mentions">${wanted.map((mention) => renderMention(mention, channel !== undefined))}</ul>`;
  const names = mentions.filter(({ kind }) => kind === 'name');
  return html`${group(
    'Names nobody vouches for yet',
    names.filter(({ isDoubtful }) => isDoubtful),
  )}
${group(
  'Names that title, description or glossary spell so',
  names.filter(({ isDoubtful }) => !isDoubtful),
)}
${group(
  'Numbers and dates',
  mentions.filter(({ kind }) => kind === 'number'),
)}
<h3>Glossary${channel !== undefined && html` of <bdi>${channel.name}</bdi>`}</h3>
${glossary.length === 0 ? html`<p class="quiet">No spelling is kept yet. Kept spellings hold for the next articles of the channel, for the writer and for the checks.</p>` : html`<ul class="glossary">${glossary.map((spelling) => html`<li dir="auto">${spelling}</li>`)}</ul>`}`;
}

function renderMention(
  { text, kind, count, origins, unit, targets, isDoubtful }: Mention,
  hasChannel: boolean,
): Html {
  const origin = origins.length === 0 ? 'stands nowhere in the source' : origins.join(' · ');
  const keep =
    kind === 'name' &&
    isDoubtful &&
    hasChannel &&
    html`<button type="button" class="small" data-do="keep-spelling" data-spelling="${text}">Keep<span class="sr"> the spelling ${text}</span></button>`;
  return html`<li class="${isDoubtful ? 'doubtful' : 'vouched'}" data-target="${targets[0] ?? ''}"${unit && html` data-unit="${unit.id}"`}><span class="spelling" dir="auto">${text}</span> <span class="quiet">${count}×</span> <span class="origin quiet">${origin}</span>
<span class="actions">${unit && html`<button type="button" class="small" data-do="play">Play<span class="sr"> ${text}</span></button>`}<button type="button" class="small" data-do="show-mention" data-targets="${targets.join(' ')}">Show<span class="sr"> ${text} in the article</span></button>${keep}${kind === 'name' && html`<button type="button" class="small" data-do="fix-spelling" data-spelling="${text}">Fix everywhere…<span class="sr"> (${text})</span></button>`}</span></li>`;
}

export interface Versions {
  readonly generated?: Article | undefined;
  readonly approved?: Article | undefined;
}

/** What people changed since the article was generated, and since it was approved. */
export function renderChangesTab({ draft }: Examination, { generated, approved }: Versions): Html {
  const since = (title: string, before: Article | undefined, none: string): Html => {
    if (!before)
      return html`<h3>${title}</h3><p class="quiet">The wording from then is not kept any more, so nothing can be compared.</p>`;
    const changes = changesBetween(before, draft.article);
    if (changes.length === 0) return html`<h3>${title}</h3><p class="quiet">${none}</p>`;
    return html`<h3>${title} <span class="quiet">${countPhrase(changes.length, 'text')}</span></h3><ul class="changes">${changes.map(
      ({ target, was, now }) =>
        html`<li data-target="${target}"><span class="quiet">${nameOfTarget(target, draft.article)}</span><p ${languageOf(draft.article.language)}>${renderWordDiff(was, now, draft.article.language)}</p></li>`,
    )}</ul>`;
  };
  const ofApproval = draft.state.approval
    ? since('Since it was approved', approved, 'The wording is the one that was approved.')
    : html`<h3>Since it was approved</h3><p class="quiet">It has not been approved yet.</p>`;
  return html`${since('Since it was generated', generated, 'Nobody has changed the text.')}${ofApproval}`;
}

/** A text of the article as people call it. */
export function nameOfTarget(target: string, article: Article): string {
  if (target.startsWith('heading:')) return 'Heading';
  if (target.startsWith('keypoint:')) return 'Key point';
  const top: Readonly<Record<string, string>> = {
    headline: 'Headline',
    bodyHeadline: 'Headline of the body',
    deck: 'Deck',
    description: 'Description',
    article: 'Fields that readers do not see',
  };
  if (top[target] !== undefined) return top[target];
  const part = target.split('.')[0] ?? '';
  return part === 'lead' ? 'Lead' : (article.sections.find(({ id }) => id === part)?.heading ?? 'Text');
}

const ACTION_NAMES: Readonly<Record<ReviewEvent['action'], string>> = {
  start: 'took it into review',
  assign: 'assigned it',
  edit: 'edited',
  'accept-fix': 'accepted a fix',
  regenerate: 'took a model’s wording',
  'fix-everywhere': 'fixed a spelling',
  spelling: 'kept a spelling',
  dismiss: 'dismissed a finding',
  listen: 'listened to a quotation',
  comment: 'commented',
  resolve: 'settled a comment',
  undo: 'undid a decision',
  'send-back': 'requested changes',
  approve: 'approved',
  publish: 'published',
  correct: 'published a correction',
  retract: 'retracted',
  reject: 'rejected',
};

/** Everything that was decided, newest first, and what can be taken along. */
export function renderRecordTab({ draft }: Examination, now: Date): Html {
  const { log, state, id } = draft;
  const base = `/drafts/${encodeURIComponent(id)}`;
  const file = (format: string, name: string): Html =>
    html`<a href="${base}/files/${format}" download>${name}</a>`;
  return html`<h3>Take along</h3>
<ul class="files"><li><a href="${base}/certificate">Review certificate</a></li><li>${file('certificate-html', 'Certificate as HTML file')}</li><li>${file('certificate-json', 'Certificate as JSON')}</li><li>${file('md', 'Article as Markdown')}</li><li>${file('html', 'as HTML')}</li><li>${file('txt', 'as text')}</li><li>${file('json', 'as JSON')}</li></ul>
${log.damaged > 0 && html`<p class="request">${countPhrase(log.damaged, 'line')} of review.jsonl cannot be read, most likely cut off when a process was killed. Nothing that the desk confirmed is missing.</p>`}
<h3>Decisions</h3>
${log.events.length === 0 && html`<p class="quiet">Nobody has decided anything yet.</p>`}
<ol class="record">${log.events
    .toReversed()
    .map(
      (event) =>
        html`<li${state.undone.has(event.id) && html` class="is-undone"`}><span class="quiet">${renderAge(event.at, now)}</span> <b><bdi>${event.by}</bdi></b> ${ACTION_NAMES[event.action]} <span class="detail" dir="auto">${describeEvent(event)}</span></li>`,
    )}</ol>`;
}

/** What a decision was about, in a line. */
export function describeEvent(event: ReviewEvent): string {
  switch (event.action) {
    case 'assign':
      return event.to === '' ? 'to nobody' : `to ${event.to}`;
    case 'edit':
    case 'accept-fix':
      return event.changes[0]?.now || 'taken out';
    case 'regenerate':
      return `${event.reason} (${event.model})`;
    case 'fix-everywhere':
      return `${event.from} → ${event.to}`;
    case 'spelling':
      return event.spelling;
    case 'dismiss':
      return `${event.finding.rule}: ${event.reason ?? event.why}`;
    case 'listen':
      return event.played === false ? `${event.quote.text} (not played at the desk)` : event.quote.text;
    case 'comment':
      return event.text;
    case 'send-back':
    case 'correct':
    case 'retract':
    case 'reject':
      return event.reason;
    case 'approve':
      return `editor of record: ${event.editor}`;
    case 'publish':
      return event.url ?? '';
    default:
      return '';
  }
}
