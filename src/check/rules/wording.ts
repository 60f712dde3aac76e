import type { Rule } from '../rule.ts';
import { ENDING_RULES } from './wording-endings.ts';
import { LANGUAGE_RULES } from './wording-language.ts';
import { SENTENCE_LENGTH_RULES } from './wording-length.ts';
import { REPETITION_RULES } from './wording-repeats.ts';
import { SPLICE_RULES } from './wording-splices.ts';
import { TELL_RULES } from './wording-tells.ts';
import { TYPOGRAPHY_RULES } from './wording-typography.ts';

/** How the text is worded: its language first, taste last. */
export const WORDING_RULES: readonly Rule[] = [
  ...LANGUAGE_RULES,
  ...SPLICE_RULES,
  ...TYPOGRAPHY_RULES,
  ...REPETITION_RULES,
  ...ENDING_RULES,
  ...TELL_RULES,
  ...SENTENCE_LENGTH_RULES,
];
