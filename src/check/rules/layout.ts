import type { Rule } from '../rule.ts';

export const LAYOUT_RULES: readonly Rule[] = [];
