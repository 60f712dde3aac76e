import { type Html, html } from '../../article/index.ts';
import type { DraftSummary } from '../../store/index.ts';

/** Small pictures for a table. Colours come from the style sheet, so that they fit light and dark; each has its figures as text. */
const WIDTH = 100;
const HEIGHT = 12;

/** A box for each part of the video, filled where the article rests on it. */
export function drawCoverage(tenths: readonly boolean[], label: string): Html {
  const step = WIDTH / Math.max(1, tenths.length);
  const boxes = tenths.map(
    (isCovered, index) =>
      html`<rect class="${isCovered ? 'used' : 'unused'}" x="${round(index * step)}" y="1" width="${round(step - 1.5)}" height="${HEIGHT - 2}"/>`,
  );
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${label}"><title>${label}</title>${boxes}</svg>`;
}

/** Errors and warnings, on the scale of the draft that has most. */
export function drawFindings({ errors, warnings }: DraftSummary, most: number): Html {
  const label = `${errors === 1 ? '1 error' : `${errors} errors`}, ${warnings === 1 ? '1 warning' : `${warnings} warnings`}`;
  const unit = WIDTH / most;
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${label}"><title>${label}</title><rect class="empty" x="0" y="${HEIGHT - 2}" width="${WIDTH}" height="1"/><rect class="error" x="0" y="1" width="${round(errors * unit)}" height="${HEIGHT - 3}"/><rect class="warning" x="${round(errors * unit)}" y="1" width="${round(warnings * unit)}" height="${HEIGHT - 3}"/></svg><br><small>${label}</small>`;
}

export function drawBar(value: number, most: number): Html {
  const width = 48;
  return html`<svg viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" aria-hidden="true"><rect class="cost" x="0" y="1" width="${round((value / most) * width)}" height="${HEIGHT - 2}"/></svg> `;
}

function round(value: number): number {
  return Math.max(0, Math.round(value * 10) / 10);
}
