/** What every page of the desk shares: sending decisions, dialogs, keys, and putting parts of a page in place of older ones. */

const NAME_KEY = 'copydesk-reviewer';
const KEYS_KEY = 'copydesk-single-keys';

export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

/** Storage may be switched off; the desk then forgets between pages. */
export const store = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Kept for this page only.
    }
  },
};

const SECRET_KEY = 'copydesk-key';
/** Comes behind the # of the link and is kept for this port alone; decisions are taken with it only. */
const given = /^#key=([\w-]+)$/.exec(location.hash)?.[1];
if (given) {
  store.set(SECRET_KEY, given);
  history.replaceState(null, '', location.pathname + location.search);
}

/** A refusal of the desk, worded for people. */
export class Refusal extends Error {
  constructor(problem) {
    super(problem.message);
    this.problem = problem;
  }
}

export async function post(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'X-Copydesk-Key': store.get(SECRET_KEY) ?? given ?? '',
      },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Refusal({
      message: 'The desk does not answer; nothing was saved',
      likelyCause: 'copydesk review was stopped.',
      remedy: 'Start it again and open the link that it prints.',
    });
  }
  const value = await answer.json();
  if (!answer.ok) throw new Refusal(value);
  return value;
}

/** Replaces the parts of the page that are marked for it with those of a newer one. */
export async function refresh(address = location.href) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } });
  if (!answer.ok) return undefined;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const old of $$('[data-swap]')) {
    const recent = fresh.getElementById(old.id);
    if (!recent) continue;
    for (const name of ['data-sha256', 'data-status']) {
      const value = recent.getAttribute(name);
      if (value !== null) old.setAttribute(name, value);
    }
    const top = old.scrollTop;
    old.replaceChildren(...recent.childNodes);
    old.scrollTop = top;
  }
  return fresh;
}

let timer;
/** Says what happened, for eyes and ears. */
export function toast(text, kind = 'done') {
  const box = $('#toast');
  box.textContent = text;
  box.dataset.kind = kind;
  box.classList.add('shown');
  clearTimeout(timer);
  timer = setTimeout(() => box.classList.remove('shown'), kind === 'problem' ? 8_000 : 3_000);
}

export function describe(error) {
  if (!(error instanceof Refusal)) return String(error?.message ?? error);
  const { message, remedy } = error.problem;
  return remedy ? `${message}. ${remedy}` : message;
}

/** Opens a dialog and waits for the button that closes it. */
export function ask(dialog) {
  const focused = document.activeElement;
  const form = $('form', dialog);
  dialog.returnValue = 'cancel';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
        resolve({ answer: dialog.returnValue, values: new FormData(form) });
      },
      { once: true },
    );
  });
}

/** Keeps a dialog open, with what is wrong, until what it asks for is done or given up. */
export async function askUntil(dialog, attempt) {
  const problem = $('.problem', dialog);
  if (problem) problem.textContent = '';
  for (;;) {
    const { answer, values } = await ask(dialog);
    if (answer === 'cancel' || answer === '') return false;
    try {
      await attempt(values);
      return true;
    } catch (error) {
      if (!problem || error?.problem?.code === 'REVIEW_STALE') throw error;
      problem.textContent = describe(error);
    }
  }
}

/** One text in a dialog of its own. */
export async function askReason({ title, about = '', label, button, required = true, value = '' }, attempt) {
  const dialog = $('#reason-dialog');
  $('h2', dialog).textContent = title;
  $('.about', dialog).textContent = about;
  $('.label', dialog).textContent = label;
  $('button.primary', dialog).firstChild.textContent = `${button} `;
  const field = $('textarea', dialog);
  field.required = required;
  field.value = value;
  return askUntil(dialog, (values) => attempt(String(values.get('reason') ?? '').trim()));
}

export function reviewer() {
  return store.get(NAME_KEY) || $('[data-reviewer]')?.dataset.reviewer || '';
}

export function showReviewer() {
  const name = reviewer();
  for (const place of $$('#who')) place.textContent = name || 'not named';
}

/** The name that decisions are kept under; asked for where nobody has said one. */
export async function requireReviewer(isAsked = false) {
  const known = reviewer();
  if (known !== '' && !isAsked) return known;
  const dialog = $('#name-dialog');
  $('input', dialog).value = known;
  const { answer, values } = await ask(dialog);
  const name = String(values.get('name') ?? '').trim();
  if (answer !== 'ok' || name === '') return known || undefined;
  store.set(NAME_KEY, name);
  const holder = $('[data-reviewer]');
  if (holder) holder.dataset.reviewer = name;
  showReviewer();
  return name;
}

/** Whether keys without Ctrl act. People who dictate can switch them off. */
function hasSingleKeys() {
  return store.get(KEYS_KEY) !== 'off';
}

/** Ctrl+Enter does what the main button of an open dialog does, also from within a text. */
document.addEventListener('keydown', (event) => {
  const dialog = $('dialog[open]');
  if (!dialog || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  $('button.primary', dialog)?.click();
});

// Not a submit button: Enter in a field would press the first of those.
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-close]');
  if (button) button.closest('dialog').close('cancel');
});

export function setUpHelp() {
  const box = $('#single-keys');
  box.checked = hasSingleKeys();
  box.addEventListener('change', () => store.set(KEYS_KEY, box.checked ? 'on' : 'off'));
}

export function isTyping(target) {
  return (
    target instanceof HTMLElement &&
    target.matches('textarea, select, input:not([type=checkbox], [type=radio])')
  );
}

/** Calls what belongs to a key. While somebody types or a dialog is open, only keys with Ctrl act, and those only outside dialogs. */
export function onKeys(actions) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    if ($('dialog[open]')) return;
    const isControl = event.ctrlKey || event.metaKey;
    const name = isControl ? `Ctrl+${event.key}` : event.key;
    if (!isControl && (isTyping(event.target) || !hasSingleKeys())) return;
    const action = actions[name] ?? (isControl ? actions[`Ctrl+${event.key.toLowerCase()}`] : undefined);
    if (!action) return;
    if (action(event) === false) return;
    event.preventDefault();
  });
}
