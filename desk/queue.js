import {
  $,
  $$,
  ask,
  askReason,
  describe,
  onKeys,
  post,
  requireReviewer,
  setUpHelp,
  showReviewer,
  toast,
} from './page.js';

/** Milliseconds between the last letter and the search. */
const PAUSE = 15;

const filters = $('#filters');
const bulk = $('#bulk');
const picked = new Set();
let current = -1;
let latest = 0;

function addressOf(changes = {}) {
  const values = Object.fromEntries(new FormData(filters));
  const entries = Object.entries({ ...values, ...changes }).filter(([, value]) => value !== '');
  return `/?${new URLSearchParams(entries)}`;
}

/** Shows what matches now. Of answers that overtake one another the last asked for stays. */
async function show(address) {
  const turn = ++latest;
  const answer = await fetch(address, { headers: { Accept: 'text/html' } });
  if (!answer.ok || turn !== latest) return;
  const text = await answer.text();
  if (turn !== latest) return;
  const fresh = new DOMParser().parseFromString(text, 'text/html');
  $('#queue').replaceChildren(...fresh.getElementById('queue').childNodes);
  document.title = fresh.title;
  history.replaceState(null, '', address);
  current = -1;
  restorePicks();
}

let timer;
filters.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => show(addressOf()), PAUSE);
});
filters.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  show(addressOf());
});

document.addEventListener('click', async (event) => {
  const link = event.target.closest('a[data-status], a[data-more]');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    if (link.dataset.status) filters.elements.status.value = link.dataset.status;
    await show(link.getAttribute('href'));
    return;
  }
  const button = event.target.closest('button');
  if (button?.dataset.do === 'name') await requireReviewer(true);
  if (button?.dataset.do === 'help') await ask($('#help-dialog'));
  if (button?.dataset.step) move(Number(button.dataset.step));
  if (button?.dataset.bulk) await BULK[button.dataset.bulk]();
});

document.addEventListener('change', (event) => {
  const box = event.target;
  if (box.id === 'all') for (const other of $$('tbody input[name=id]')) pick(other, box.checked);
  else if (box.name === 'id') pick(box, box.checked);
});

function pick(box, isPicked) {
  box.checked = isPicked;
  if (isPicked) picked.add(box.value);
  else picked.delete(box.value);
  showPicks();
}

function restorePicks() {
  // Nobody decides on what does not show.
  const shown = new Set($$('tbody input[name=id]').map(({ value }) => value));
  for (const id of picked) if (!shown.has(id)) picked.delete(id);
  for (const box of $$('tbody input[name=id]')) box.checked = picked.has(box.value);
  showPicks();
}

function showPicks() {
  bulk.hidden = picked.size === 0;
  $('#picked').textContent = String(picked.size);
}

function clear() {
  picked.clear();
  for (const box of $$('input[type=checkbox]', $('#queue'))) box.checked = false;
  bulk.hidden = true;
}

async function decideAll(request) {
  const by = await requireReviewer();
  if (!by) return;
  const ids = [...picked];
  const { done, failed } = await post('/bulk', { ...request, by, ids });
  clear();
  await show(addressOf());
  if (failed.length === 0) toast(`${done} done`);
  else toast(`${done} done, ${failed.length} not: ${failed[0].problem.message}`, 'problem');
}

const BULK = {
  assign: () =>
    askReason(
      {
        title: `Assign ${picked.size}`,
        label: 'To whom? Empty: to nobody',
        button: 'Assign',
        required: false,
      },
      (to) => decideAll({ action: 'assign', to }),
    ),
  reject: () =>
    askReason(
      {
        title: `Reject ${picked.size}`,
        label: 'Why',
        button: 'Reject',
        about: 'Each draft keeps the reason in its record.',
      },
      (reason) => decideAll({ action: 'reject', reason }),
    ),
  async export() {
    try {
      const content = await post('/export', { ids: [...picked] });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(
        new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }),
      );
      link.download = `copydesk-${content.articles.length}-articles.json`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      const { articles, failed } = content;
      if (failed.length === 0) toast(`${articles.length} exported`);
      else
        toast(`${articles.length} exported, ${failed.length} not: ${failed[0].problem.message}`, 'problem');
    } catch (error) {
      toast(describe(error), 'problem');
    }
  },
  clear,
};

function move(step) {
  const rows = $$('tbody tr');
  if (rows.length === 0) return;
  const focused = rows.indexOf(document.activeElement?.closest('tr'));
  if (focused >= 0) current = focused;
  current = Math.min(rows.length - 1, Math.max(0, current + step));
  for (const [index, row] of rows.entries()) row.classList.toggle('is-current', index === current);
  $('a.headline', rows[current])?.focus();
  rows[current].scrollIntoView({ block: 'nearest' });
}

onKeys({
  j: () => move(1),
  k: () => move(-1),
  s() {
    const box = $('tr.is-current input[name=id]');
    if (box) pick(box, !box.checked);
  },
  a: () => picked.size > 0 && BULK.assign(),
  x: () => picked.size > 0 && BULK.export(),
  '/': () => filters.elements.q.focus(),
  '?': () => ask($('#help-dialog')),
});

setUpHelp();
showReviewer();
