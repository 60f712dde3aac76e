/** What the parts of the desk share. */

import { $ } from './page.js';

export const main = $('#main');
export const address = `/drafts/${encodeURIComponent(main.dataset.id)}`;
export const selected = { target: undefined, finding: undefined, quote: undefined };

export const textOf = (target) => $(`.text[data-target="${CSS.escape(target)}"]`);
export const citesOf = (element) => (element?.dataset.cites ?? '').split(' ').filter(Boolean).map(Number);
export const sha256 = () => $('#bar').dataset.sha256;
