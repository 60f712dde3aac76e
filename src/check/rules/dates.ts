import type { Rule } from '../rule.ts';

export const DATE_RULES: readonly Rule[] = [];
