import type { Rule } from '../rule.ts';
import { HEADING_RULES } from './layout-headings.ts';
import { HEADLINE_RULES } from './layout-headlines.ts';
import { LENGTH_RULES } from './layout-length.ts';
import { QUOTING_RULES } from './layout-quoting.ts';
import { REPEAT_RULES } from './layout-repeats.ts';

/** How the text is laid out: its headlines, lengths, headings, and what is quoted of whom. */
export const LAYOUT_RULES: readonly Rule[] = [
  ...HEADLINE_RULES,
  ...LENGTH_RULES,
  ...HEADING_RULES,
  ...REPEAT_RULES,
  ...QUOTING_RULES,
];
