/** Sends decisions and shows what they left. */

import { markCited } from './evidence.js';
import { restoreSelection } from './findings.js';
import { $, $$, ask, describe, post, refresh, requireReviewer, showReviewer, toast } from './page.js';
import { address, selected, sha256 } from './state.js';
import { currentTab, showTab } from './tabs.js';
import { editor } from './texts.js';

/** Whether an edit is in progress, which showing the page anew would throw away; says so. */
export function isEditing() {
  if (editor.isChanged) toast('Save or cancel the edit first', 'problem');
  return editor.isChanged;
}

/** Sends a decision and shows what it left. A wording that somebody else changed comes back with both versions. */
export async function decide(request, { done = 'Saved', isQuiet = false } = {}) {
  if (request.action !== 'edit' && isEditing()) return undefined;
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
export async function attempt(request, options) {
  try {
    return await decide(request, options);
  } catch (error) {
    toast(describe(error), 'problem');
    return undefined;
  }
}

export async function show() {
  editor.closeUnchanged();
  const tab = currentTab();
  await refresh();
  showTab(tab);
  showReviewer();
  markCited();
  restoreSelection();
}

async function resolveConflict({ message, conflict = {} }, request) {
  const dialog = $('#conflict-dialog');
  const who = conflict.by ? ` (${conflict.by}, ${new Date(conflict.at).toLocaleTimeString()})` : '';
  $('.about', dialog).textContent = `${message}${who}.`;
  const isEdit = request.action === 'edit';
  $('.theirs', dialog).textContent = conflict.theirs ?? 'The article as a whole was changed.';
  $('.yours', dialog).textContent = isEdit
    ? request.text
    : 'Your decision was made on the wording from before. Look at what stands there now, and decide then.';
  // A decision is about the wording that was seen: only a text of one's own can go over another's.
  for (const button of $$('[data-for=edit]', dialog)) button.hidden = !isEdit;
  $('[data-for=decision]', dialog).hidden = isEdit;
  const { answer } = await ask(dialog);
  await show();
  if (!isEdit) {
    const changed = conflict.target ?? selected.target;
    showTab(changed ? 'article' : 'changes');
    return undefined;
  }
  if (answer === 'mine')
    return decide(
      { ...request, match: conflict.sha256 ?? sha256() },
      { done: 'Saved over the other version' },
    );
  // Esc keeps the wording, as the editor does that it comes back into.
  if (answer !== 'theirs') editor.open(request.target, request.text, request.finding);
  return undefined;
}

export async function report(promise) {
  try {
    return await promise;
  } catch (error) {
    toast(describe(error), 'problem');
    return undefined;
  }
}
