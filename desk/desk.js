import { createEditor } from './editor.js';
import {
  $,
  $$,
  ask,
  askReason,
  askUntil,
  describe,
  onKeys,
  post,
  refresh,
  requireReviewer,
  setUpHelp,
  showReviewer,
  store,
  toast,
} from './page.js';
import { Player } from './player.js';
import { createTranscript } from './transcript.js';

const main = $('#main');
const address = `/drafts/${encodeURIComponent(main.dataset.id)}`;
const selected = { target: undefined, finding: undefined, quote: undefined };
const player = new Player({ onTime: followTime });
const transcript = createTranscript({ onSelect: selectUnit });

const textOf = (target) => $(`.text[data-target="${CSS.escape(target)}"]`);
const citesOf = (element) => (element?.dataset.cites ?? '').split(' ').filter(Boolean).map(Number);
const sha256 = () => $('#bar').dataset.sha256;

/** Sends a decision and shows what it left. A wording that somebody else changed comes back with both versions. */
async function decide(request, { done = 'Saved', isQuiet = false } = {}) {
  if (editor.isChanged && request.action !== 'edit') {
    toast('Save or cancel the edit first', 'problem');
    return undefined;
  }
  const by = await requireReviewer();
  if (!by) return undefined;
  try {
    const result = await post(`${address}/decisions`, { by, ...request });
    await show();
    if (!isQuiet) toast(done);
    return result;
  } catch (error) {
    if (error?.problem?.code === 'REVIEW_STALE') return resolveConflict(error.problem, request);
    // The page may not have shown what stands in the way.
    if (error?.problem?.code === 'REVIEW_NOT_READY') await show();
    throw error;
  }
}

/** The same, where no dialog is open to show what is wrong. */
async function attempt(request, options) {
  try {
    return await decide(request, options);
  } catch (error) {
    toast(describe(error), 'problem');
    return undefined;
  }
}

async function show() {
  const tab = currentTab();
  await refresh();
  showTab(tab);
  showReviewer();
  markCited();
  restoreSelection();
}

async function resolveConflict({ message, conflict }, request) {
  const dialog = $('#conflict-dialog');
  const who = conflict.by ? ` (${conflict.by}, ${new Date(conflict.at).toLocaleTimeString()})` : '';
  $('.about', dialog).textContent = `${message}${who}.`;
  $('.theirs', dialog).textContent = conflict.theirs ?? 'The article as a whole was changed.';
  $('.yours', dialog).textContent = conflict.yours ?? 'Your decision was made on the wording from before.';
  const { answer } = await ask(dialog);
  await show();
  if (answer === 'mine')
    return decide({ ...request, match: conflict.sha256 }, { done: 'Saved over the other version' });
  if (answer === 'again' && conflict.target) editor.open(conflict.target, conflict.yours);
  return undefined;
}

/* What is selected */

function select(target, { plays = true, reveals = true, keepsFocus = false } = {}) {
  const text = target ? textOf(target) : undefined;
  for (const other of $$('.text[aria-pressed=true]')) {
    other.setAttribute('aria-pressed', 'false');
    other.tabIndex = -1;
  }
  for (const other of $$('.text.is-lit')) other.classList.remove('is-lit');
  selected.target = text ? target : undefined;
  for (const button of $$('#selection button')) button.disabled = !text;
  $('#selected-where').textContent = text ? `${citesOf(text).length} cited` : 'Select a sentence';
  if (!text) {
    transcript.mark({ selected: new Set() });
    return;
  }
  const isSentence = Boolean(text.closest('[data-paragraph]'));
  for (const button of $$('#selection [data-do=rewrite], #selection [data-do=comment-selected]'))
    button.disabled = !isSentence;
  text.setAttribute('aria-pressed', 'true');
  text.tabIndex = 0;
  if (!keepsFocus) text.focus({ preventScroll: true });
  if (reveals) reveal(text);
  const cites = citesOf(text);
  transcript.mark({ selected: new Set(cites), current: cites[0] });
  updateCite();
  if (cites.length === 0) return;
  transcript.reveal(cites[0]);
  if (plays) playUnit(cites[0], { isAsked: false });
}

/** Into the middle of its pane, and only when it is out of sight: what is in sight stays where the eye is, and the page as a whole never moves. */
function reveal(element) {
  const pane = element.closest('.scroll');
  if (!pane) return;
  const box = pane.getBoundingClientRect();
  const { top, bottom, height } = element.getBoundingClientRect();
  if (top >= box.top && bottom <= box.bottom) return;
  pane.scrollTop += top - box.top - Math.max(8, (box.height - height) / 2);
}

function selectUnit(id, { isClick }) {
  transcript.mark({ current: id });
  transcript.reveal(id);
  updateCite();
  const citing = $$('#tab-article .text').filter((text) => citesOf(text).includes(id));
  for (const other of $$('.text.is-lit')) other.classList.remove('is-lit');
  for (const text of citing) text.classList.add('is-lit');
  if (citing[0]) reveal(citing[0]);
  $('#found').textContent =
    citing.length === 0
      ? 'No sentence cites this line'
      : `${citing.length} ${citing.length === 1 ? 'sentence cites' : 'sentences cite'} this line`;
  const unit = transcript.unit(id);
  if (unit?.start !== undefined) updateSource(unit.start);
  if (isClick && unit?.start !== undefined && playsOnSelect()) player.playFrom(unit.start);
}

function updateCite() {
  const button = $('[data-do=cite]');
  const { current } = transcript.marks;
  const text = selected.target && textOf(selected.target);
  const isPossible = current !== undefined && text?.closest('[data-paragraph]');
  button.disabled = !isPossible;
  button.firstChild.textContent =
    isPossible && citesOf(text).includes(current) ? 'Uncite line ' : 'Cite line ';
}

function playsOnSelect() {
  return player.canPlay && store.get('copydesk-play') !== 'off';
}

function playUnit(id, { isAsked }) {
  const unit = transcript.unit(id);
  if (unit?.start === undefined) {
    if (isAsked) toast('This source has no times; the line is marked in the transcript');
    return;
  }
  playSecond(unit.start, { isAsked });
}

function playSecond(second, { isAsked }) {
  updateSource(second);
  if (!isAsked && !playsOnSelect()) return;
  if (player.playFrom(second)) return;
  if (isAsked && player.hasVideo) player.load(Math.max(0, second - 3));
  else if (isAsked) toast('There is no recording to play; the words are marked in the transcript');
}

function updateSource(second) {
  const link = $('#open-source');
  const { source, video } = main.dataset;
  if (source && video) link.href = `${source}&t=${Math.max(0, Math.floor(second) - 3)}s`;
}

function followTime(second) {
  const playing = transcript.units.find(
    ({ start, end }) => start !== undefined && start <= second && second < (end ?? start + 15),
  );
  if (playing && transcript.marks.playing !== playing.id) transcript.mark({ playing: playing.id });
}

function markCited() {
  const cited = new Set($$('#tab-article .text').flatMap(citesOf));
  transcript.mark({ cited });
}

/* Findings and quotes */

const listOf = () => (currentTab() === 'quotes' ? $$('#quote-list > li') : $$('#finding-list > li'));
const activeFinding = () => $('#finding-list > li.is-active');
const activeQuote = () => $('#quote-list > li.is-active');

function activate(item, { keepsFocus = false } = {}) {
  if (!item) return;
  const isQuote = item.dataset.quote !== undefined;
  for (const other of $$('li.is-active')) {
    other.classList.remove('is-active');
    other.removeAttribute('aria-current');
  }
  item.classList.add('is-active');
  item.setAttribute('aria-current', 'true');
  if (isQuote) selected.quote = item.dataset.quote;
  else selected.finding = item.dataset.finding;
  const { target } = item.dataset;
  select(target, { plays: false, keepsFocus: true });
  if (!keepsFocus) item.focus({ preventScroll: true });
  reveal(item);
  const units = isQuote ? citesOf(item) : item.dataset.unit === undefined ? [] : [Number(item.dataset.unit)];
  if (units.length > 0) {
    transcript.mark({
      selected: new Set(isQuote ? units : [...transcript.marks.selected, ...units]),
      current: units[0],
    });
    transcript.reveal(units[0]);
  }
  if (playsOnSelect()) playItem(item, { isAsked: false });
}

function playItem(item, { isAsked }) {
  if (item.dataset.start !== undefined) return playSecond(Number(item.dataset.start), { isAsked });
  const unit = item.dataset.unit ?? citesOf(item)[0] ?? citesOf(textOf(item.dataset.target ?? ''))[0];
  if (unit !== undefined) return playUnit(Number(unit), { isAsked });
  if (isAsked) toast('This has no place in the recording');
}

function step(by) {
  const items = listOf();
  if (items.length === 0)
    return toast(currentTab() === 'quotes' ? 'There are no quotations' : 'No finding is open');
  const at = items.findIndex((item) => item.classList.contains('is-active'));
  const next = at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, at + by));
  if (currentTab() !== 'quotes') showPane('findings-pane');
  activate(items[next]);
}

/** After a decision the page has other items: the one that was selected, or whatever has taken its place. */
let position = 0;
function restoreSelection() {
  if (currentTab() === 'quotes') {
    const item = selected.quote && $(`#quote-list > li[data-quote="${CSS.escape(selected.quote)}"]`);
    if (item) activate(item);
    return;
  }
  const items = $$('#finding-list > li');
  const same = items.find(({ dataset }) => dataset.finding === selected.finding);
  const item = selected.finding ? (same ?? items[Math.min(position, items.length - 1)]) : undefined;
  if (item) activate(item);
  else if (selected.target) select(selected.target, { plays: false });
}

function remember(item) {
  position = Math.max(0, $$('#finding-list > li').indexOf(item));
}

async function acceptFix(item = activeFinding()) {
  if (!item || !$('[data-do=accept-fix]', item))
    return toast('This finding proposes no fix; edit the text or dismiss the finding');
  remember(item);
  await attempt(
    { action: 'accept-fix', finding: item.dataset.finding, match: sha256() },
    { done: 'Fix accepted' },
  );
}

async function dismiss(item = activeFinding()) {
  if (!item) return toast('Select a finding first (j)');
  remember(item);
  const { finding } = item.dataset;
  if (item.classList.contains('info')) {
    await attempt({ action: 'dismiss', finding, why: 'noted' }, { done: 'Marked as read' });
    return;
  }
  const dialog = $('#dismiss-dialog');
  $('.about', dialog).textContent = $('.message', item).textContent;
  $('form', dialog).reset();
  showWhere();
  await report(
    askUntil(dialog, (values) =>
      decide(
        {
          action: 'dismiss',
          finding,
          why: values.get('why'),
          ...(values.get('reason') ? { reason: values.get('reason') } : {}),
          ...(values.get('why') === 'verified-externally' && values.get('url')
            ? { url: values.get('url') }
            : {}),
        },
        { done: 'Dismissed' },
      ),
    ),
  );
}

function showWhere() {
  const dialog = $('#dismiss-dialog');
  $('.where', dialog).hidden = $('[name=why]:checked', dialog).value !== 'verified-externally';
}

async function report(promise) {
  try {
    return await promise;
  } catch (error) {
    toast(describe(error), 'problem');
    return undefined;
  }
}

async function noteAll() {
  const keys = $$('#finding-list > li.info').map(({ dataset }) => dataset.finding);
  for (const finding of keys) {
    const by = await requireReviewer();
    if (!by) return;
    await report(post(`${address}/decisions`, { by, action: 'dismiss', finding, why: 'noted' }));
  }
  await show();
  toast(`${keys.length} notes marked as read`);
}

async function listen(item = activeQuote()) {
  if (!item) return toast('Select a quotation first (2, then j)');
  const items = $$('#quote-list > li');
  const next = items.slice(items.indexOf(item) + 1).find(({ dataset }) => dataset.listened === undefined);
  const { quote, text } = item.dataset;
  const result = await attempt({ action: 'listen', quote, text }, { done: 'Marked as listened to' });
  if (result && next) activate($(`#quote-list > li[data-quote="${CSS.escape(next.dataset.quote)}"]`));
}

async function sendBack(item) {
  const about = item ? $('.message', item).textContent : '';
  await report(
    askReason(
      { title: 'Request changes', about, label: 'What has to change?', button: 'Send back' },
      (reason) =>
        decide(
          { action: 'send-back', reason, ...(item ? { finding: item.dataset.finding } : {}) },
          { done: 'Sent back' },
        ),
    ),
  );
}

/* Texts */

const editor = createEditor({
  async save(target, text, finding) {
    if (finding) remember(activeFinding());
    const request = { action: 'edit', target, text, match: sha256(), ...(finding ? { finding } : {}) };
    return decide(request, { done: text.trim() === '' ? 'Taken out' : 'Saved' });
  },
  done: (target) => select(target, { plays: false }),
});

function edit() {
  const finding =
    document.activeElement?.closest('#finding-list > li') ??
    (currentTab() === 'article' ? undefined : activeFinding());
  const target = finding?.dataset.target || selected.target;
  if (!target) return toast('Select a sentence or a finding first');
  showTab('article');
  showPane('article-pane');
  editor.open(target, undefined, finding?.dataset.finding);
}

async function cite() {
  const { current } = transcript.marks;
  const text = selected.target && textOf(selected.target);
  if (current === undefined || !text?.closest('[data-paragraph]'))
    return toast('Select a sentence and a line of the transcript first');
  const cites = citesOf(text);
  const next = cites.includes(current)
    ? cites.filter((id) => id !== current)
    : [...cites, current].sort((a, b) => a - b);
  await attempt(
    { action: 'edit', target: selected.target, text: text.textContent, cites: next, match: sha256() },
    { done: cites.includes(current) ? 'No longer cited' : 'Cited' },
  );
}

async function comment(
  paragraph = textOf(selected.target ?? '')?.closest('[data-paragraph]')?.dataset.paragraph,
) {
  if (!paragraph) return toast('Select a sentence of the body first');
  await report(
    askReason({ title: 'Comment on this paragraph', label: 'Comment', button: 'Comment' }, (text) =>
      decide({ action: 'comment', target: paragraph, text }, { done: 'Commented' }),
    ),
  );
}

async function rewrite(scope, about) {
  const dialog = $('#rewrite-dialog');
  const form = $('form', dialog);
  form.reset();
  $('.about', dialog).textContent = about;
  $('.proposal', dialog).replaceChildren();
  $('.problem', dialog).textContent = '';
  $('.overwrite', dialog).hidden = true;
  $('button[value=ok]', dialog).disabled = true;
  const ask = $('[data-do=propose]', dialog);
  let proposal;
  ask.disabled = false;
  ask.onclick = async () => {
    const instruction = form.elements.instruction.value.trim();
    if (instruction === '') {
      $('.problem', dialog).textContent = 'Say what should change.';
      return;
    }
    const by = await requireReviewer();
    if (!by) return;
    ask.disabled = true;
    $('.problem', dialog).textContent = '';
    $('.proposal', dialog).textContent = 'The model is at work…';
    try {
      proposal = await post(`${address}/rewrites`, { by, match: sha256(), scope, instruction });
      showProposal(dialog, proposal);
      $('button[value=ok]', dialog).disabled = proposal.changes.length === 0;
    } catch (error) {
      $('.proposal', dialog).replaceChildren();
      $('.problem', dialog).textContent = describe(error);
    } finally {
      ask.disabled = false;
    }
  };
  await report(
    askUntil(dialog, (values) =>
      decide(
        {
          action: 'accept-rewrite',
          proposal: proposal.proposal,
          overwrite: values.get('overwrite') === 'on',
          match: sha256(),
        },
        { done: 'The new wording stands' },
      ),
    ),
  );
}

function showProposal(dialog, { changes, overwrites, model }) {
  const items = changes.map(({ diff }) => {
    // Made by the desk, which has escaped every word of it.
    const parsed = new DOMParser().parseFromString(`<p dir="auto">${diff}</p>`, 'text/html');
    return document.importNode(parsed.body.firstElementChild, true);
  });
  const note = document.createElement('p');
  note.className = 'quiet';
  note.textContent =
    changes.length === 0
      ? 'The model would leave it as it is.'
      : `Proposed by ${model}. Nothing is saved yet.`;
  $('.proposal', dialog).replaceChildren(note, ...items);
  const box = $('.overwrite', dialog);
  box.hidden = overwrites.length === 0;
  $('span', box).textContent = `Replace what ${[...new Set(overwrites)].join(', ')} wrote here`;
}

/* Names */

async function fixSpelling(spelling) {
  const dialog = $('#spelling-dialog');
  const form = $('form', dialog);
  form.elements.from.value = spelling;
  form.elements.to.value = spelling;
  await report(
    askUntil(dialog, (values) =>
      decide(
        {
          action: 'fix-everywhere',
          from: values.get('from'),
          to: values.get('to'),
          remember: values.get('remember') === 'on',
          match: sha256(),
        },
        { done: 'Fixed everywhere' },
      ),
    ),
  );
}

function showMention(targets) {
  showTab('article');
  const [first] = targets;
  select(first);
  for (const target of targets) textOf(target)?.classList.add('is-lit');
}

/* Steps */

const STEPS = {
  start: () => attempt({ action: 'start' }, { done: 'In review' }),
  'send-back': () => sendBack(),
  approve,
  publish: () =>
    report(
      askReason(
        {
          title: 'Mark as published',
          label: 'Address where it was published (may stay empty)',
          button: 'Published',
          required: false,
        },
        (url) =>
          decide(
            { action: 'publish', match: sha256(), ...(url === '' ? {} : { url }) },
            { done: 'Published' },
          ),
      ),
    ),
  correct: () =>
    report(
      askReason(
        {
          title: 'Publish a correction',
          label: 'What was wrong? Readers will see this.',
          button: 'Publish the correction',
        },
        (reason) => decide({ action: 'correct', reason, match: sha256() }, { done: 'Correction published' }),
      ),
    ),
  retract: () =>
    report(
      askReason({ title: 'Retract the article', label: 'Why', button: 'Retract' }, (reason) =>
        decide({ action: 'retract', reason }, { done: 'Retracted' }),
      ),
    ),
  reject: () =>
    report(
      askReason({ title: 'Reject the draft', label: 'Why', button: 'Reject' }, (reason) =>
        decide({ action: 'reject', reason }, { done: 'Rejected' }),
      ),
    ),
};

async function approve() {
  if ($('[data-step=start]') && !$('[data-step=approve]')) return toast('Start the review first', 'problem');
  if (!$('[data-step=approve]')) return toast('It cannot be approved now', 'problem');
  const open = $$('.conditions .unmet');
  if (open.length > 0) {
    showPane('findings-pane');
    return toast(
      `Not yet: ${open.map((item) => item.textContent.replace('○', '').replace('(open)', '').trim()).join('; ')}`,
      'problem',
    );
  }
  const by = await requireReviewer();
  if (!by) return undefined;
  const dialog = $('#approve-dialog');
  if ($('[name=editor]', dialog).value === '') $('[name=editor]', dialog).value = by;
  return report(
    askUntil(dialog, (values) =>
      decide(
        {
          action: 'approve',
          match: sha256(),
          editor: values.get('editor'),
          disclosure: values.get('disclosure'),
          examined: {
            accuracy: values.has('accuracy'),
            plausibility: values.has('plausibility'),
            sources: values.has('sources'),
          },
          ...(values.get('reason') ? { reason: values.get('reason') } : {}),
        },
        { done: 'Approved' },
      ),
    ),
  );
}

/* Tabs and panes */

function currentTab() {
  return $('[role=tab][aria-selected=true]')?.dataset.tab ?? 'article';
}

function showTab(name, { focuses = false } = {}) {
  for (const tab of $$('[role=tab]')) {
    const isShown = tab.dataset.tab === name;
    tab.setAttribute('aria-selected', String(isShown));
    tab.tabIndex = isShown ? 0 : -1;
    $(`#tab-${tab.dataset.tab}`).hidden = !isShown;
    if (isShown && focuses) tab.focus();
  }
}

function openTab(name) {
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
function showPane(name) {
  const { current } = transcript.marks;
  if (name === 'evidence-pane' && current !== undefined)
    requestAnimationFrame(() => requestAnimationFrame(() => transcript.reveal(current)));
  document.body.dataset.pane = name;
  for (const button of $$('[data-pane]', $('.pane-switch')))
    button.setAttribute('aria-pressed', String(button.dataset.pane === name));
}

/* Clicks and keys */

const TAB_NAMES = ['article', 'quotes', 'names', 'changes', 'record'];

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
