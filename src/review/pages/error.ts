import { type Html, html } from '../../article/index.ts';
import type { Problem } from '../answers.ts';
import { renderPage } from './layout.ts';

export function renderErrorPage({ message, likelyCause, remedy, code }: Problem): Html {
  return renderPage({
    title: 'copydesk review',
    kind: 'notice-page',
    body: html`<main id="main" class="notice">
<h1>${message}</h1>
<p>${likelyCause}</p>
<p><strong>What to do:</strong> ${remedy}</p>
<p><a class="button" href="/">Open the queue</a></p>
<p class="quiet">${code}</p>
</main>`,
  });
}
