import { hasOwnBodyHeadline } from './body.ts';
import { datelinePrefix } from './credit.ts';
import { languageTag } from './furniture.ts';
import { type Html, html } from './html.ts';
import { videoIdOf } from './links.ts';
import { renderHead, renderScript } from './page/head.ts';
import { renderMethod } from './page/method.ts';
import { renderParagraphs } from './page/sentences.ts';
import { renderTop } from './page/top.ts';
import type { Article } from './schema.ts';
import { type ArticleView, viewArticle } from './view.ts';

/** From this many sections on a reader is shown where they are. */
const SECTIONS_FOR_CONTENTS = 3;

/**
 * One page that needs nothing beside itself: every sentence leads to the second of the video, or to the words, it rests on. It reads fully
 * without its script, which adds the age, the evidence card and the player.
 */
export function renderHtml(article: Article): string {
  const view = viewArticle(article);
  return html`<!doctype html>
<html lang="${languageTag(article.language)}" dir="${view.furniture.direction}">
${renderHead(article)}
<body>
<main>
<article>
${renderTop(view)}<div class="columns">
${renderContents(view)}<div class="text">
${renderBody(view)}</div>
</div>
${renderMethod(view)}
</article>
${renderComments(view)}
</main>
${renderEvidenceCard(view)}
${renderScript()}
</body>
</html>
`.toString();
}

function renderContents({ article, furniture }: ArticleView): Html | undefined {
  if (article.sections.length < SECTIONS_FOR_CONTENTS) return undefined;
  const items = article.sections.map(
    ({ id, heading }) => html`<li><a href="#section-${id}">${heading}</a></li>\n`,
  );
  return html`<nav aria-label="${furniture.contents}"><details class="contents"><summary>${furniture.contents}</summary>\n<ol>${items}</ol></details></nav>\n`;
}

function renderBody(view: ArticleView): Html {
  const { article, furniture } = view;
  const dateline = datelinePrefix(article, furniture, (place) => place);
  const sections = article.sections.map(
    ({ id, heading, paragraphs }) => html`<section id="section-${id}">
<h2>${heading}</h2>
${renderParagraphs(paragraphs, view)}</section>
`,
  );
  return html`${hasOwnBodyHeadline(article) && html`<h2 class="body-headline">${article.bodyHeadline}</h2>\n`}<div class="lead">
${renderParagraphs(article.lead, view, dateline === '' ? undefined : html`<span class="dateline">${dateline}</span>`)}</div>
${sections}`;
}

/** The site's own comment form goes into the slot; the invitation shows once there is one. */
function renderComments({ furniture }: ArticleView): Html {
  return html`<section id="comments" aria-labelledby="comments-title">
<h2 id="comments-title">${furniture.leaveComment}</h2>
<div class="slot"></div>
</section>`;
}

/** Where the script shows the words behind a sentence, and plays them where there is a video. */
function renderEvidenceCard({ article, furniture }: ArticleView): Html {
  const hasVideo = videoIdOf(article.source) !== undefined;
  return html`<div id="evidence" role="dialog" aria-labelledby="evidence-title" tabindex="-1" hidden>
<div class="bar"><h2 id="evidence-title">${furniture.source}</h2><span class="clock"></span><button type="button" class="close" aria-label="${furniture.close}"></button></div>
<div class="screen"></div>
<ul class="words"></ul>
${hasVideo && html`<p><a class="open" href="#method">${furniture.openOnYouTube}</a></p>\n`}</div>`;
}
