import { Html, html } from '../../article/index.ts';
import type { ReviewEvent } from '../../store/index.ts';
import type { Certificate } from '../certificate.ts';
import { countPhrase } from '../plural.ts';
import { STATUS_NAMES } from '../transitions.ts';
import { languageOf } from './parts.ts';
import { describeEvent } from './tabs.ts';

interface CertificatePage {
  readonly certificate: Certificate;
  readonly events: readonly ReviewEvent[];
  /** The sheet itself, for a file that stands alone; the desk's own pages link to it. */
  readonly style?: string;
}

/** The review of one article as a document to keep beside it. */
export function renderCertificate({ certificate, events, style }: CertificatePage): Html {
  const { article, approval, examination, people, status } = certificate;
  // The sheet is our own file; nothing of an article is in it.
  const sheet =
    style === undefined
      ? html`<link rel="icon" href="/assets/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/assets/certificate.css">`
      : html`<style>${new Html(style)}</style>`;
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Review certificate: ${article.headline}</title>${sheet}</head>
<body>
<main>
${style === undefined && html`<p class="back"><a href="/drafts/${encodeURIComponent(article.id)}">← Desk</a></p>`}
<p class="kicker">Review certificate</p>
<h1 ${languageOf(article.language)}>${article.headline}</h1>
<p class="verdict ${approval ? 'holds' : 'open'}">${
    approval
      ? html`Examined and approved by <b><bdi>${approval.editor}</bdi></b>, editor of record, on ${approval.at.slice(0, 10)}. Status: ${STATUS_NAMES[status]}.`
      : html`No approval holds for this wording. Status: ${STATUS_NAMES[status]}.`
  }</p>
<h2>What was examined</h2>
<ul class="examined">${(['accuracy', 'plausibility', 'sources'] as const).map(
    (part) => html`<li>${approval?.examined[part] === true ? '✓' : '○'} ${EXAMINED[part]}</li>`,
  )}</ul>
<dl>
<dt>Sentences</dt><dd>${examination.sentences}, of which ${examination.sentencesWithEvidence} name the passages they rest on</dd>
<dt>Quotations</dt><dd>${examination.quotations}, of which ${examination.quotationsListenedTo} are marked as listened to, ${examination.quotationsPlayed} of them played at the desk to the end${examination.listeningRequired ? '; the captions were made by a machine, so that an approval needs all of them to be listened to' : '; the captions were made by people'}</dd>
<dt>Rules</dt><dd>${countPhrase(examination.rulesRun.length, 'rule')} ran, ${examination.rulesNotRun.length} could not</dd>
<dt>Changes</dt><dd>${countPhrase(examination.changes.length, 'text')} changed since the article was generated</dd>
<dt>People</dt><dd>${people.map(({ name, decisions }, index) => html`${index > 0 && ', '}<bdi>${name}</bdi> (${countPhrase(decisions, 'decision')})`)}${people.length === 0 && 'none yet'}</dd>
<dt>Told to readers</dt><dd>${approval ? (approval.disclosure === 'named' ? 'how it was made, and who reviewed it' : 'how it was made, and that an editor reviewed it') : 'that nobody has reviewed it'}</dd>
</dl>
<h2>Findings and what was decided</h2>
${examination.findings.length === 0 && html`<p>The rules found nothing.</p>`}
<table><thead><tr><th scope="col">Rule</th><th scope="col">Finding</th><th scope="col">Decision</th></tr></thead><tbody>${examination.findings.map(
    ({ rule, severity, message, decision, by, reason, why, url }) =>
      html`<tr><td>${rule}<br><small>${severity}</small></td><td dir="auto">${message}</td><td>${decision}${by !== undefined && html` by <bdi>${by}</bdi>`}${(reason ?? why) !== undefined && html`: <span dir="auto">${reason ?? why}</span>`}${url !== undefined && html` <span class="address">${url}</span>`}</td></tr>`,
  )}</tbody></table>
${
  examination.changes.length > 0 &&
  html`<h2>What people changed since it was generated</h2>
<table><thead><tr><th scope="col">Before</th><th scope="col">Now</th></tr></thead><tbody>${examination.changes.map(
    ({ was, now }) =>
      html`<tr ${languageOf(article.language)}><td>${was || '–'}</td><td>${now || 'taken out'}</td></tr>`,
  )}</tbody></table>`
}
<h2>Decisions, in order</h2>
<table><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th></tr></thead><tbody>${events.map(
    (event) =>
      html`<tr><td>${event.at.replace('T', ' ').slice(0, 19)}</td><td><bdi>${event.by}</bdi></td><td>${event.action} <span dir="auto">${describeEvent(event)}</span></td></tr>`,
  )}</tbody></table>
<h2>Which text, which source</h2>
<dl class="hashes">
<dt>Article</dt><dd>${article.id}, SHA-256 <code>${article.sha256}</code></dd>
${article.approvedSha256 !== undefined && html`<dt>Approved wording</dt><dd>SHA-256 <code>${article.approvedSha256}</code></dd>`}
<dt>Written by</dt><dd>${article.writer.kind === 'model' ? `a language model${article.writer.model === undefined ? '' : ` (${article.writer.model})`}` : 'software that selects passages'}, ${article.createdAt.slice(0, 10)}</dd>
<dt>Source</dt><dd dir="auto">${article.source.title}${article.source.channel !== undefined && html`, <bdi>${article.source.channel}</bdi>`}${article.source.url !== undefined && html`, <span class="address">${article.source.url}</span>`}</dd>
<dt>Transcript</dt><dd>${article.source.captions} captions, SHA-256 <code>${article.source.transcriptSha256}</code></dd>
<dt>Issued</dt><dd>${certificate.issuedAt}</dd>
</dl>
</main>
</body>
</html>
`;
}

const EXAMINED = {
  accuracy: 'Accuracy: names, numbers and quotations agree with the recording',
  plausibility: 'Plausibility: the statements make sense, and none is torn from its context',
  sources: 'Sources: it is clear who says what, and the source is what it claims to be',
} as const;
