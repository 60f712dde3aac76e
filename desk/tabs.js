/** Tabs of the article, and panes on a narrow screen. */

import { transcript } from './evidence.js';
import { activate } from './findings.js';
import { $, $$ } from './page.js';

export const TAB_NAMES = ['article', 'quotes', 'names', 'changes', 'record'];

export function currentTab() {
  return $('[role=tab][aria-selected=true]')?.dataset.tab ?? 'article';
}

export function showTab(name, { focuses = false } = {}) {
  for (const tab of $$('[role=tab]')) {
    const isShown = tab.dataset.tab === name;
    tab.setAttribute('aria-selected', String(isShown));
    tab.tabIndex = isShown ? 0 : -1;
    $(`#tab-${tab.dataset.tab}`).hidden = !isShown;
    if (isShown) tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (isShown && focuses) tab.focus();
  }
}

export function openTab(name) {
  showTab(name);
  showPane('article-pane');
  const first =
    name === 'quotes'
      ? $$('#quote-list > li').find(({ dataset }) => dataset.listened === undefined)
      : undefined;
  if (first) activate(first);
  else $(`#tab-${name}`).focus({ preventScroll: true });
}

/** On a narrow screen one pane shows at a time. */
export function showPane(name) {
  const { current } = transcript.marks;
  if (name === 'evidence-pane' && current !== undefined)
    requestAnimationFrame(() => requestAnimationFrame(() => transcript.reveal(current)));
  document.body.dataset.pane = name;
  for (const button of $$('[data-pane]', $('.pane-switch')))
    button.setAttribute('aria-pressed', String(button.dataset.pane === name));
}
