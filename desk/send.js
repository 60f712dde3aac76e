/** Sends decisions and shows what they left. */

import { markCited } from './evidence.js';
import { restoreSelection } from './findings.js';
import { $, ask, describe, post, refresh, requireReviewer, showReviewer, toast } from './page.js';
import { address } from './state.js';
import { currentTab, showTab } from './tabs.js';
import { editor } from './texts.js';

/** Sends a decision and shows what it left. A wording that somebody else changed comes back with both versions. */
export async function decide(request, { done = 'Saved', isQuiet = false } = {}) {
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
export async function attempt(request, options) {
  try {
    return await decide(request, options);
  } catch (error) {
    toast(describe(error), 'problem');
    return undefined;
  }
}

export async function show() {
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

export async function report(promise) {
  try {
    return await promise;
  } catch (error) {
    toast(describe(error), 'problem');
    return undefined;
  }
}
