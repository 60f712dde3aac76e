import { formatClock } from '../clock.ts';
import { sourceCredit, sourceTitle } from '../credit.ts';
import { countPhrase, directionOf, fill, languageTag } from '../furniture.ts';
import { type Html, html } from '../html.ts';
import { sourceUrl, videoIdOf, webUrl } from '../links.ts';
import type { Article } from '../schema.ts';
import type { ArticleView } from '../view.ts';
import { renderTime } from './top.ts';

/** The foot of the page: the source, and folded below it everything that lets a reader judge how the text was made. */
export function renderMethod(view: ArticleView): Html {
  const { article, furniture } = view;
  const url = sourceUrl(article.source);
  const credit = sourceCredit(article.source, furniture);
  // The phrase is ours and is split where the credit goes, which may be a link.
  const [before = '', after = ''] = furniture.sourceLine.split('{source}');
  return html`<footer>
<p class="source">${before}${url === undefined ? credit : html`<a href="${url}"><bdi>${credit}</bdi></a>`}${after}</p>
<details id="method"><summary>${furniture.sourcesAndMethod}</summary>
<h2>${furniture.howMade}</h2>
<p>${article.disclosure.detail}</p>
${renderFacts(view)}${renderSpeakers(view)}${renderOmissions(view)}${renderUnits(view)}</details>
</footer>`;
}

function renderFacts({ article, furniture }: ArticleView): Html {
  const { source, writer } = article;
  const { transcript } = source;
  const { locale } = furniture;
  const facts: (readonly [string, Html | string] | undefined)[] = [
    [furniture.source, linked(sourceTitle(source), sourceUrl(source))],
    source.channel && [furniture.channel, linked(source.channel.name, webUrl(source.channel.url))],
    source.publishedAt === undefined
      ? undefined
      : [furniture.published, renderTime(source.publishedAt, locale)],
    source.durationSeconds === undefined
      ? undefined
      : [furniture.duration, formatClock(source.durationSeconds)],
    [
      furniture.transcript,
      html`${furniture.transcriptKinds[transcript.kind]} · ${languageName(transcript.language, locale)} · ${countPhrase(furniture.words, transcript.words, locale)}`,
    ],
    ['SHA-256', html`<code>${transcript.sha256}</code>`],
    [furniture.writtenBy, writerName(writer, furniture.writers)],
    [furniture.drafted, renderTime(article.createdAt, locale)],
    article.modifiedAt === undefined
      ? undefined
      : [furniture.updated, renderTime(article.modifiedAt, locale)],
  ];
  return html`<dl>${facts.map((fact) => fact && html`<dt>${fact[0]}</dt><dd>${fact[1]}</dd>\n`)}</dl>\n`;
}

function linked(text: string, url: string | undefined): Html {
  return url === undefined ? html`<bdi>${text}</bdi>` : html`<a href="${url}"><bdi>${text}</bdi></a>`;
}

function writerName(
  { kind, model, promptsHash }: Article['writer'],
  names: Record<typeof kind, string>,
): Html {
  return html`${names[kind]}${model !== undefined && html` (<bdi>${model}</bdi>)`}${promptsHash !== undefined && html` · <code>${promptsHash}</code>`}`;
}

function languageName(language: string, locale: string): string {
  const tag = languageTag(language);
  return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
}

function renderSpeakers({ article, furniture }: ArticleView): Html | undefined {
  if (article.speakers.length === 0) return undefined;
  const items = article.speakers.map(
    ({ name, role }) => html`<li><bdi>${name}</bdi>${role !== undefined && html` · <bdi>${role}</bdi>`}</li>`,
  );
  return html`<h2>${furniture.speakers}</h2>\n<ul>${items}</ul>\n`;
}

function renderOmissions({ article, furniture }: ArticleView): Html | undefined {
  if (article.omissions.length === 0) return undefined;
  const items = article.omissions.map(
    ({ units: [first, last], reason }) =>
      html`<li>${reason} <span class="range">[${first}–${last}]</span></li>`,
  );
  return html`<h2>${furniture.omissions}</h2>\n<ul>${items}</ul>\n`;
}

/** The cited words themselves, in the language they were spoken in; marks and the evidence card point here. */
function renderUnits({ article, furniture }: ArticleView): Html | undefined {
  if (article.units.length === 0) return undefined;
  const { source } = article;
  const language = languageTag(source.transcript.language);
  const hasVideo = videoIdOf(source) !== undefined;
  const items = article.units.map(({ id, start, text, speakers = [] }) => {
    const clock = start === undefined ? undefined : formatClock(start);
    const label = clock === undefined ? undefined : fill(furniture.playFrom, { time: clock });
    const time = hasVideo
      ? html`<a class="clock" href="${sourceUrl(source, start)}" aria-label="${label}">${clock}</a> `
      : html`<span class="clock">${clock}</span> `;
    const who = speakers.length > 0 && html`<b><bdi>${speakers.join(', ')}</bdi></b> `;
    return html`<li id="unit-${id}">${clock !== undefined && time}${who}<span lang="${language}" dir="${directionOf(language)}">${text}</span></li>\n`;
  });
  return html`<section class="passages"><h2>${furniture.passages}</h2>\n<ol class="units">${items}</ol></section>\n`;
}
