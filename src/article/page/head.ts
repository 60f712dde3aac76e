import { createHash } from 'node:crypto';
import { printable } from '../../text/index.ts';
import { languageTag } from '../furniture.ts';
import { Html, html } from '../html.ts';
import { videoIdOf, webUrl } from '../links.ts';
import { renderJsonLd } from '../render-json-ld.ts';
import type { Article } from '../schema.ts';
import { PAGE_SCRIPT } from './script.ts';
import { PAGE_STYLE } from './style.ts';

/** What the browser, search engines and link previews are told about the page. */
export function renderHead(article: Article): Html {
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(article)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="strict-origin-when-cross-origin">
<meta name="color-scheme" content="light dark">
<title>${printable(article.headline)}</title>
<meta name="description" content="${printable(article.description)}">
${openGraph(article).map(([property, content]) => html`<meta property="${property}" content="${content}">\n`)}<style>${new Html(PAGE_STYLE)}</style>
<script type="application/ld+json">
${new Html(renderJsonLd(article))}</script>
</head>`;
}

/** The script element that belongs at the end of the body. */
export function renderScript(): Html {
  return html`<script>${new Html(PAGE_SCRIPT)}</script>`;
}

/** Nothing may run or load but the one style, the one script, the article's own picture, and the player once it is asked for. */
function contentSecurityPolicy(article: Article): string {
  const image = webUrl(article.image?.url);
  return [
    "default-src 'none'",
    `script-src ${hashSource(PAGE_SCRIPT)}`,
    `style-src ${hashSource(PAGE_STYLE)}`,
    ...(image === undefined ? [] : [`img-src ${new URL(image).origin}`]),
    ...(videoIdOf(article.source) === undefined ? [] : ['frame-src https://www.youtube-nocookie.com']),
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

function hashSource(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}

function openGraph(article: Article): [property: string, content: string][] {
  const { region, language } = new Intl.Locale(languageTag(article.language));
  const image = webUrl(article.image?.url);
  return [
    ['og:type', 'article'],
    ['og:title', printable(article.headline)],
    ['og:description', printable(article.description)],
    ...(region === undefined ? [] : ([['og:locale', `${language}_${region}`]] as [string, string][])),
    ...(image === undefined ? [] : ([['og:image', image]] as [string, string][])),
    ['article:published_time', article.createdAt],
    ...(article.modifiedAt === undefined
      ? []
      : ([['article:modified_time', article.modifiedAt]] as [string, string][])),
    ...(article.tags ?? []).map((tag): [string, string] => ['article:tag', printable(tag)]),
  ];
}
