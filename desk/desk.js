/** The desk: what clicks and keys do. */

import { markCited, player, playUnit, select, selectUnit, transcript } from './evidence.js';
import {
  acceptFix,
  activate,
  activeQuote,
  dismiss,
  listen,
  noteAll,
  playItem,
  sendBack,
  showWhere,
  step,
} from './findings.js';
import { $, $$, ask, onKeys, requireReviewer, setUpHelp, showReviewer, store, toast } from './page.js';
import { attempt } from './send.js';
import { address, citesOf, selected, sha256, textOf } from './state.js';
import { approve, STEPS } from './steps.js';
import { currentTab, openTab, showPane, showTab, TAB_NAMES } from './tabs.js';
import { cite, comment, edit, editor, fixSpelling, rewrite, showMention } from './texts.js';

const DO = {
  name: () => requireReviewer(true),
  help: () => ask($('#help-dialog')),
  undo: () => attempt({ action: 'undo', match: sha256() }, { done: 'Undone' }),
  'load-player': () => player.load(),
  play(button) {
    const item = button.closest('li.finding, li.quote, .mentions li');
    if (item) return playItem(item, { isAsked: true });
    return playSelected();
  },
  edit,
  'edit-finding'(button) {
    activate(button.closest('li'));
    edit();
  },
  'accept-fix': (button) => acceptFix(button.closest('li')),
  dismiss: (button) => dismiss(button.closest('li')),
  'send-back-finding': (button) => sendBack(button.closest('li')),
  'note-all': noteAll,
  listen: (button) => listen(button.closest('li')),
  cite,
  comment: (button) => comment(button.dataset.paragraph),
  'comment-selected': () => comment(),
  resolve: (button) => attempt({ action: 'resolve', comment: button.dataset.comment }, { done: 'Settled' }),
  rewrite: rewriteSelected,
  'rewrite-part': (button) =>
    rewrite(
      { kind: 'part', part: button.dataset.part },
      'All sentences of this part. The other parts stay as they are.',
    ),
  'fix-spelling': (button) => fixSpelling(button.dataset.spelling),
  'keep-spelling': (button) =>
    attempt({ action: 'spelling', spelling: button.dataset.spelling }, { done: 'Kept in the glossary' }),
  'show-mention': (button) => showMention(button.dataset.targets.split(' ')),
  next: () => step(1),
  previous: () => step(-1),
  back: () => player.skip(-5),
  forward: () => player.skip(5),
};

function rewriteSelected() {
  const text = textOf(selected.target ?? '');
  if (!text?.closest('[data-paragraph]')) return toast('Select a sentence of the body first');
  return rewrite({ kind: 'sentence', sentence: selected.target }, text.textContent);
}

function playSelected() {
  if (player.isPlaying) return player.toggle();
  const item = currentTab() === 'quotes' ? activeQuote() : undefined;
  if (item) return playItem(item, { isAsked: true });
  const unit = transcript.marks.current ?? citesOf(textOf(selected.target ?? ''))[0];
  if (unit === undefined) return toast('Select a sentence or a line first');
  return playUnit(unit, { isAsked: true });
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button?.dataset.step) return void STEPS[button.dataset.step]();
  if (button?.dataset.do) return void DO[button.dataset.do]?.(button);
  if (button?.dataset.tab) return void showTab(button.dataset.tab);
  if (button?.dataset.pane) return void showPane(button.dataset.pane);
  if (event.target.closest('a, summary, label, dialog, textarea')) return undefined;
  const mark = event.target.closest('mark[data-finding]');
  const text = event.target.closest('.text');
  const item = event.target.closest('#finding-list > li, #quote-list > li');
  if (item) return void activate(item);
  if (text) select(text.dataset.target);
  if (mark) {
    const finding = $(`#finding-list > li[data-finding="${CSS.escape(mark.dataset.finding)}"]`);
    if (finding) activate(finding, { keepsFocus: true });
  }
  return undefined;
});
document.addEventListener('dblclick', (event) => {
  const text = event.target.closest('.text');
  if (text && !editor.isOpen) edit();
});
$('#dismiss-dialog').addEventListener('change', showWhere);

/** Up and down move where the focus is: sentences in the article, lines in the transcript, items in a list. */
function moveFocus(by) {
  const focused = document.activeElement;
  if (focused?.closest('#transcript')) return transcript.step(by);
  if (focused?.closest('#findings')) return step(by);
  if (focused?.closest('#tab-quotes')) return step(by);
  if (currentTab() !== 'article') return false;
  const texts = $$('#tab-article .text');
  const at = texts.findIndex((text) => text.dataset.target === selected.target);
  const next = texts[at < 0 ? 0 : Math.min(texts.length - 1, Math.max(0, at + by))];
  if (next) select(next.dataset.target);
  return true;
}

function moveTab(by) {
  if (!document.activeElement?.matches('[role=tab]')) return false;
  const next = TAB_NAMES[(TAB_NAMES.indexOf(currentTab()) + by + TAB_NAMES.length) % TAB_NAMES.length];
  showTab(next, { focuses: true });
  return true;
}

const isControl = () => document.activeElement?.matches('button, a, summary, input, [role=tab]');

onKeys({
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: () => moveFocus(1),
  ArrowUp: () => moveFocus(-1),
  ArrowRight: () => moveTab(1),
  ArrowLeft: () => moveTab(-1),
  Enter() {
    if (isControl() || !selected.target) return false;
    edit();
    return true;
  },
  a: () => acceptFix(),
  x: () => dismiss(),
  e: edit,
  r: rewriteSelected,
  s: () => ($('[data-step=start]') ? STEPS.start() : toast('It is in review already')),
  b: () => sendBack(document.activeElement?.closest('#finding-list > li')),
  p: playSelected,
  ' '() {
    if (isControl()) return false;
    playSelected();
    return true;
  },
  '[': () => player.skip(-5),
  ']': () => player.skip(5),
  l: () => listen(),
  c: cite,
  m: () => comment(),
  u: () => DO.undo(),
  o: () => $('#open-source').click(),
  q: () => location.assign('/'),
  '/': () => $('#find').focus(),
  '?': () => DO.help(),
  'Ctrl+s': () => editor.save(),
  'Ctrl+Enter': () => (editor.isOpen ? editor.save() : approve()),
  ...Object.fromEntries(TAB_NAMES.map((name, index) => [String(index + 1), () => openTab(name)])),
});

let hit = -1;
$('#find').addEventListener('input', (event) => {
  const found = transcript.search(event.target.value);
  hit = 0;
  $('#found').textContent = event.target.value.trim() === '' ? '' : `${found.length} found`;
  if (found[0] !== undefined) transcript.reveal(found[0]);
});
$('#find').addEventListener('keydown', (event) => {
  if (event.key === 'Escape') event.target.blur();
  if (event.key !== 'Enter') return;
  const found = [...transcript.marks.found];
  if (found.length === 0) return;
  hit = (hit + (event.shiftKey ? -1 : 1) + found.length) % found.length;
  selectUnit(found[hit], { isClick: false });
});

const autoPlay = $('#auto-play');
autoPlay.checked = store.get('copydesk-play') !== 'off';
autoPlay.addEventListener('change', () => store.set('copydesk-play', autoPlay.checked ? 'on' : 'off'));

addEventListener('beforeunload', (event) => {
  if (editor.isChanged) event.preventDefault();
});

async function loadTranscript() {
  const box = $('#transcript .loading');
  try {
    const answer = await fetch(`${address}/transcript`);
    const { units, isWhole } = await answer.json();
    transcript.units = units;
    markCited();
    if (!isWhole) $('#found').textContent = 'Only the cited units: transcript.json is missing';
    if (selected.target) select(selected.target, { plays: false, keepsFocus: true });
    performance.mark('transcript-shown');
  } catch {
    if (box) box.textContent = 'The transcript could not be loaded. Load the page anew.';
  }
}

setUpHelp();
showReviewer();
showPane('article-pane');
loadTranscript();
