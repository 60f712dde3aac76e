/** Texts: edited, cited, commented on, worded anew, spelled otherwise. */

import { createEditor } from './editor.js';
import { select, transcript } from './evidence.js';
import { activeFinding, remember } from './findings.js';
import { $, askReason, askUntil, describe, post, requireReviewer, toast } from './page.js';
import { attempt, decide, report } from './send.js';
import { address, citesOf, selected, sha256, textOf } from './state.js';
import { currentTab, showPane, showTab } from './tabs.js';

export const editor = createEditor({
  async save(target, text, finding) {
    if (finding) remember(activeFinding());
    const request = { action: 'edit', target, text, match: sha256(), ...(finding ? { finding } : {}) };
    return decide(request, { done: text.trim() === '' ? 'Taken out' : 'Saved' });
  },
  done: (target) => select(target, { plays: false }),
});

export function edit() {
  const finding =
    document.activeElement?.closest('#finding-list > li') ??
    (currentTab() === 'article' ? undefined : activeFinding());
  const target = finding?.dataset.target || selected.target;
  if (!target) return toast('Select a sentence or a finding first');
  showTab('article');
  showPane('article-pane');
  editor.open(target, undefined, finding?.dataset.finding);
}

export async function cite() {
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

export async function comment(
  paragraph = textOf(selected.target ?? '')?.closest('[data-paragraph]')?.dataset.paragraph,
) {
  if (!paragraph) return toast('Select a sentence of the body first');
  await report(
    askReason({ title: 'Comment on this paragraph', label: 'Comment', button: 'Comment' }, (text) =>
      decide({ action: 'comment', target: paragraph, text }, { done: 'Commented' }),
    ),
  );
}

export async function rewrite(scope, about) {
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

export async function fixSpelling(spelling) {
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

export function showMention(targets) {
  showTab('article');
  const [first] = targets;
  select(first);
  for (const target of targets) textOf(target)?.classList.add('is-lit');
}
