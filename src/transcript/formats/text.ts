import { createTimed } from '../timed-text.ts';
import type { Found } from './found.ts';

export function parseText(text: string): Found {
  const cues = text
    .split(/\n\s*\n/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => createTimed(paragraph, []));
  return { format: 'text', cues, kind: 'unknown', isCaptions: false };
}
