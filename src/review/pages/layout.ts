import { type Html, html } from '../../article/index.ts';

interface Page {
  readonly title: string;
  /** Name of the page's module among the assets. */
  readonly script?: string;
  /** Class of the body. */
  readonly kind: string;
  readonly body: Html;
}

/** The frame of every page. Script and style come as files: the policy of the desk lets no other run. */
export function renderPage({ title, script, kind, body }: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/desk.css">
${script !== undefined && html`<script type="module" src="/assets/${script}"></script>\n`}</head>
<body class="${kind}">
<a class="skip" href="#main">Skip to the content</a>
${body}
</body>
</html>
`;
}

/** A key that does what the control beside it does. */
export function keyHint(key: string): Html {
  return html`<kbd aria-hidden="true">${key}</kbd>`;
}
