/** The findings and the quotations, one after the other. */

import {
  hasPlayed,
  isPlayingAt,
  player,
  playSecond,
  playsOnSelect,
  playUnit,
  reveal,
  select,
  transcript,
} from './evidence.js';
import { $, $$, ask, askReason, askUntil, post, requireReviewer, toast } from './page.js';
import { attempt, decide, isEditing, report, show } from './send.js';
import { address, citesOf, selected, sha256, textOf } from './state.js';
import { currentTab, showPane } from './tabs.js';

const listOf = () => (currentTab() === 'quotes' ? $$('#quote-list > li') : $$('#finding-list > li'));
export const activeFinding = () => $('#finding-list > li.is-active');
export const activeQuote = () => $('#quote-list > li.is-active');

export function activate(item, { keepsFocus = false } = {}) {
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

export function playItem(item, { isAsked }) {
  if (item.dataset.start !== undefined) return playSecond(Number(item.dataset.start), { isAsked });
  const unit = item.dataset.unit ?? citesOf(item)[0] ?? citesOf(textOf(item.dataset.target ?? ''))[0];
  if (unit !== undefined) return playUnit(Number(unit), { isAsked });
  if (isAsked) toast('This has no place in the recording');
}

export function step(by) {
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
export function restoreSelection() {
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

export function remember(item) {
  position = Math.max(0, $$('#finding-list > li').indexOf(item));
}

export async function acceptFix(item = activeFinding()) {
  if (!item || !$('[data-do=accept-fix]', item))
    return toast('This finding proposes no fix; edit the text or dismiss the finding');
  remember(item);
  await attempt(
    { action: 'accept-fix', finding: item.dataset.finding, match: sha256() },
    { done: 'Fix accepted' },
  );
}

export async function dismiss(item = activeFinding()) {
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

export function showWhere() {
  const dialog = $('#dismiss-dialog');
  $('.where', dialog).hidden = $('[name=why]:checked', dialog)?.value !== 'verified-externally';
}

export async function noteAll() {
  const keys = $$('#finding-list > li.info').map(({ dataset }) => dataset.finding);
  if (isEditing()) return;
  const by = await requireReviewer();
  if (!by) return;
  let noted = 0;
  for (const finding of keys)
    if (await report(post(`${address}/decisions`, { by, action: 'dismiss', finding, why: 'noted' }))) noted++;
  await show();
  if (noted === keys.length) toast(`${noted} notes marked as read`);
}

export async function listen(item = activeQuote()) {
  if (!item) return toast('Select a quotation first (2, then j)');
  const items = $$('#quote-list > li');
  const next = items.slice(items.indexOf(item) + 1).find(({ dataset }) => dataset.listened === undefined);
  const { quote, text } = item.dataset;
  const [start, end] = [Number(item.dataset.start), Number(item.dataset.end)];
  const played = hasPlayed(start, end);
  if (!played) {
    if (player.canPlay && Number.isFinite(start) && !isPlayingAt(start)) {
      playItem(item, { isAsked: true });
      return toast('Listen to its end, then mark it');
    }
    const { answer } = await ask($('#listen-dialog'));
    if (answer !== 'ok') return undefined;
  }
  const result = await attempt({ action: 'listen', quote, text, played }, { done: 'Marked as listened to' });
  if (result && next) activate($(`#quote-list > li[data-quote="${CSS.escape(next.dataset.quote)}"]`));
}

export async function sendBack(item) {
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
