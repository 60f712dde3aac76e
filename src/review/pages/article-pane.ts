import {
  type Article,
  type Html,
  html,
  type Paragraph,
  type Sentence,
  sentenceSpace,
} from '../../article/index.ts';
import type { Event } from '../../store/index.ts';
import { headingTarget, keyPointTarget } from '../edit/targets.ts';
import type { Examination, OpenFinding } from '../examine.ts';
import { keyHint } from './layout.ts';
import { languageOf } from './parts.ts';

interface Pane {
  readonly examination: Examination;
  /** Undecided findings by the text they are about. */
  readonly findings: ReadonlyMap<string, readonly OpenFinding[]>;
}

/** The article as its readers will have it, each text of it selectable and editable on its own. */
export function renderArticlePane(examination: Examination): Html {
  const undecided = examination.open.filter(({ isDecided, target }) => !isDecided && target !== undefined);
  const pane = { examination, findings: Map.groupBy(undecided, ({ target = '' }) => target) };
  const { article } = examination.draft;
  return html`<div class="article" ${languageOf(article.language)}>
${renderText('headline', article.headline, pane, 'h2')}
${renderText('deck', article.deck, pane, 'p')}
${renderText('bodyHeadline', article.bodyHeadline, pane, 'h3')}
<section data-part="lead" aria-label="Lead">${renderDateline(article)}${renderParagraphs(article.lead, pane)}${renderPartTools('lead', 'the lead', article)}</section>
${article.sections.map(
  ({ id, heading, paragraphs }) => html`<section data-part="${id}">
${renderText(headingTarget(id), heading, pane, 'h3')}
${renderParagraphs(paragraphs, pane)}${renderPartTools(id, `“${heading}”`, article)}</section>
`,
)}${renderKeyPoints(article, pane)}
<h3 class="label" dir="auto">For search results and link previews</h3>
${renderText('description', article.description, pane, 'p')}
<p class="quiet disclosure">${article.disclosure.label}. ${article.disclosure.detail}</p>
</div>`;
}

function renderDateline({ dateline }: Article): Html | undefined {
  return (
    dateline &&
    html`<p class="quiet">Dateline: <bdi>${dateline.place}</bdi> (${dateline.basis === 'editor' ? 'on an editor’s word' : 'from the source'})</p>`
  );
}

/** Key passages are the speakers' own words: there is nothing to word anew. */
function renderPartTools(part: string, name: string, { writer }: Article): Html | undefined {
  if (writer.kind === 'extractive') return undefined;
  return html`<p class="part-tools"><button type="button" class="plain small" data-do="rewrite-part" data-part="${part}">Word this part anew<span class="sr">: ${name}</span></button></p>`;
}

function renderKeyPoints({ keyPoints = [] }: Article, pane: Pane): Html | undefined {
  if (keyPoints.length === 0) return undefined;
  return html`<h3 class="label">Key points</h3>
<ul>${keyPoints.map(({ text, cites }, index) => html`<li>${renderSpan({ target: keyPointTarget(index), text, cites }, pane)}</li>`)}</ul>`;
}

function renderText(target: string, text: string, pane: Pane, tag: 'h2' | 'h3' | 'p'): Html {
  const span = renderSpan({ target, text, cites: [] }, pane);
  const kind = /^[a-zA-Z]+/u.exec(target)?.[0] ?? '';
  if (tag === 'h2') return html`<h2 class="${kind}">${span}</h2>`;
  return tag === 'h3' ? html`<h3 class="${kind}">${span}</h3>` : html`<p class="${kind}">${span}</p>`;
}

function renderParagraphs(paragraphs: readonly Paragraph[], pane: Pane): Html {
  return html`${paragraphs.map((paragraph) => renderParagraph(paragraph, pane))}`;
}

function renderParagraph({ id, sentences }: Paragraph, pane: Pane): Html {
  const { article, state } = pane.examination.draft;
  const space = sentenceSpace(article.language);
  const comments = state.comments.filter(({ target }) => target === id);
  return html`<div class="paragraph" data-paragraph="${id}"><p>${sentences.map((sentence, index) => [index > 0 && space, renderSentence(sentence, pane)])} <button type="button" class="plain small comment-button" data-do="comment" data-paragraph="${id}" aria-label="Comment on this paragraph">✎</button></p>${renderComments(comments, pane)}</div>
`;
}

function renderComments(comments: readonly Event<'comment'>[], { examination }: Pane): Html | false {
  const { resolved } = examination.draft.state;
  return (
    comments.length > 0 &&
    html`<ul class="comments">${comments.map(({ id, by, text }) =>
      resolved.has(id)
        ? html`<li class="resolved"><b><bdi>${by}</bdi></b> <span dir="auto">${text}</span> <span class="quiet">settled</span></li>`
        : html`<li><b><bdi>${by}</bdi></b> <span dir="auto">${text}</span> <button type="button" class="plain small" data-do="resolve" data-comment="${id}">Settle</button></li>`,
    )}</ul>`
  );
}

function renderSentence({ id, text, cites, kind }: Sentence, pane: Pane): Html {
  return renderSpan({ target: id, text, cites, kind }, pane);
}

interface Span {
  readonly target: string;
  readonly text: string;
  readonly cites: readonly number[];
  readonly kind?: Sentence['kind'];
}

/** A text that can be selected: with the stretches that findings are about, what it cites, and who worded it. */
function renderSpan({ target, text, cites, kind }: Span, { examination, findings }: Pane): Html {
  const own = findings.get(target) ?? [];
  const worst = own.some(({ finding }) => finding.severity === 'error')
    ? 'has-error'
    : own.some(({ finding }) => finding.severity === 'warning')
      ? 'has-warning'
      : '';
  const editor = examination.draft.state.edited.get(target);
  const label = own.length > 0 && html` <span class="sr">(${own.length} open)</span>`;
  const mark =
    editor !== undefined &&
    html`<span class="edited" title="Worded by ${editor}"><span class="sr"> worded by ${editor}</span></span>`;
  return html`<span class="text ${worst}" role="button" tabindex="-1" aria-pressed="false" data-target="${target}" data-cites="${cites.join(' ')}"${kind && html` data-kind="${kind}"`}>${renderStretches(text, own)}</span>${label}${mark}`;
}

function renderStretches(text: string, findings: readonly OpenFinding[]): Html {
  const stretches = findings
    .flatMap(({ place: { start, end, text: own }, key, finding }) =>
      start === undefined || end === undefined || own !== text
        ? []
        : [{ start, end, key, severity: finding.severity }],
    )
    .sort((first, second) => first.start - second.start);
  const parts: (Html | string)[] = [];
  let at = 0;
  for (const { start, end, key, severity } of stretches) {
    // Of stretches that overlap the first is marked; the others show when their finding is selected.
    if (start < at) continue;
    parts.push(
      text.slice(at, start),
      html`<mark class="${severity}" data-finding="${key}">${text.slice(start, end)}</mark>`,
    );
    at = end;
  }
  return html`${[...parts, text.slice(at)]}`;
}

/** What can be done with the selected text. Each control shows its key. */
export function renderSelectionBar({ writer }: Article): Html {
  return html`<div class="selection" id="selection" role="toolbar" aria-label="Selected text">
<span class="where quiet" id="selected-where">Select a sentence</span>
<button type="button" data-do="play" disabled>Play ${keyHint('p')}</button>
<button type="button" data-do="edit" disabled>Edit ${keyHint('e')}</button>
${writer.kind === 'model' && html`<button type="button" data-do="rewrite" disabled>Word anew ${keyHint('r')}</button>`}
<button type="button" data-do="comment-selected" disabled>Comment ${keyHint('m')}</button>
</div>`;
}
