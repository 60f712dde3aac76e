import { furnitureFor, type Html, html, languageTag } from '../../article/index.ts';
import type { ReviewStatus } from '../../store/index.ts';
import { STATUS_NAMES } from '../transitions.ts';

const SEVERITIES = {
  error: { sign: '■', name: 'Error' },
  warning: { sign: '▲', name: 'Warning' },
  info: { sign: '●', name: 'Note' },
} as const;

/** Severity by colour, sign and word, so that none of them is needed to tell. */
export function renderSeverity(severity: keyof typeof SEVERITIES): Html {
  const { sign, name } = SEVERITIES[severity];
  return html`<span class="severity ${severity}"><span aria-hidden="true">${sign}</span> ${name}</span>`;
}

export function renderStatus(status: ReviewStatus, reopenedFrom?: ReviewStatus): Html {
  const before =
    reopenedFrom && html` <span class="quiet">was ${STATUS_NAMES[reopenedFrom].toLowerCase()}</span>`;
  return html`<span class="status ${status}">${STATUS_NAMES[status]}</span>${before}`;
}

/** Language and direction of a text that is not the page's own. */
export function languageOf(language: string): Html {
  return html`lang="${languageTag(language)}" dir="${furnitureFor(language).direction}"`;
}

const STEPS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** How long ago an instant is, with the instant itself for those who want to know exactly. */
export function renderAge(at: string, now: Date): Html {
  const seconds = (now.getTime() - new Date(at).getTime()) / 1_000;
  const step = STEPS.find((candidate) => seconds >= candidate.seconds);
  const age = step
    ? new Intl.RelativeTimeFormat('en').format(-Math.floor(seconds / step.seconds), step.unit)
    : 'just now';
  return html`<time datetime="${at}" title="${at}">${age}</time>`;
}
