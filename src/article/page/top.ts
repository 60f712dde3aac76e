import { formatClock } from '../clock.ts';
import { correctionLines, sourceTitle } from '../credit.ts';
import { formatDate } from '../dates.ts';
import { countPhrase, fill } from '../furniture.ts';
import { type Html, html } from '../html.ts';
import { embedUrl, sourceUrl, videoIdOf, webUrl } from '../links.ts';
import type { ArticleView } from '../view.ts';
import { renderMark } from './sentences.ts';

/** From the headline to the key points: what the article is, how old, who wrote it, and the way to its source. */
export function renderTop(view: ArticleView): Html {
  const { article } = view;
  const kicker = article.source.show ?? article.source.channel?.name;
  return html`<header>
${kicker !== undefined && html`<p class="kicker">${kicker}</p>\n`}<h1>${article.headline}</h1>
<p class="deck">${article.deck}</p>
${renderFacts(view)}
${renderDisclosure(view)}
</header>
${renderCorrections(view)}${renderImage(view)}${renderWatch(view)}${renderKeyPoints(view)}`;
}

/** An instant as its date, for people without the script too. `isAged` lets the script turn it into an age. */
export function renderTime(instant: string, locale: string, isAged = false): Html {
  const date = formatDate(instant, locale) ?? instant;
  return html`<time datetime="${instant}"${isAged && html` data-age="${locale}"`}>${date}</time>`;
}

function renderFacts({ article, furniture }: ArticleView): Html {
  const { locale } = furniture;
  const updated =
    article.modifiedAt !== undefined &&
    html`<span>${furniture.updated} ${renderTime(article.modifiedAt, locale)}</span>`;
  return html`<p class="facts"><span>${renderTime(article.createdAt, locale, true)}</span>${updated}<span>${countPhrase(
    furniture.minutesRead,
    article.readTime.minutes,
    locale,
  )}</span></p>`;
}

function renderDisclosure({ article, furniture }: ArticleView): Html {
  return html`<p class="disclosure"><strong>${article.disclosure.label}</strong> <a href="#method">${furniture.howMade}</a></p>`;
}

function renderCorrections({ article, furniture }: ArticleView): Html | undefined {
  const lines = correctionLines(article, furniture);
  if (lines.length === 0) return undefined;
  return html`<section class="corrections"><h2>${furniture.corrections}</h2>${lines.map((line) => html`<p>${line}</p>`)}</section>\n`;
}

function renderImage({ article, furniture }: ArticleView): Html | undefined {
  const url = webUrl(article.image?.url);
  if (article.image === undefined || url === undefined) return undefined;
  // Nobody has described the picture, so its alternative text is empty and the credit stands as its caption.
  return html`<figure class="image"><img src="${url}" alt=""><figcaption>${fill(furniture.imageCredit, { credit: article.image.credit })}</figcaption></figure>\n`;
}

/** A link to the video, which the script turns into the player when it is clicked. */
function renderWatch({ article, furniture }: ArticleView): Html | undefined {
  const { source } = article;
  const videoId = videoIdOf(source);
  if (videoId === undefined) return undefined;
  const facts = [
    source.channel?.name,
    source.publishedAt === undefined ? undefined : formatDate(source.publishedAt, furniture.locale),
    source.durationSeconds === undefined ? undefined : formatClock(source.durationSeconds),
  ].filter((fact) => fact !== undefined);
  return html`<div class="player"><a class="watch" href="${sourceUrl(source)}" data-embed="${embedUrl(videoId)}" data-title="${sourceTitle(source)}"><span class="disc" aria-hidden="true"></span><span><span class="action">${furniture.watchSource}</span><span class="title"><bdi>${sourceTitle(source)}</bdi></span>${
    facts.length > 0 &&
    html`<span class="about">${facts.map((fact) => html`<span><bdi>${fact}</bdi></span>`)}</span>`
  }</span></a></div>\n`;
}

function renderKeyPoints(view: ArticleView): Html | undefined {
  const points = view.article.keyPoints ?? [];
  if (points.length === 0) return undefined;
  const items = points.map(
    ({ text, cites }) =>
      html`<li><span class="sentence">${text}${renderMark({ cites, quotes: [] }, view)}</span></li>\n`,
  );
  return html`<section class="key-points"><h2>${view.furniture.keyPoints}</h2><ul>${items}</ul></section>\n`;
}
