/** The steps of a review, from the first look to a retraction. */

import { sendBack } from './findings.js';
import { $, $$, askReason, askUntil, requireReviewer, toast } from './page.js';
import { attempt, decide, report } from './send.js';
import { sha256 } from './state.js';
import { showPane } from './tabs.js';

export const STEPS = {
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

export async function approve() {
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
