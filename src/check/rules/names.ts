import type { Rule } from '../rule.ts';

export const NAME_RULES: readonly Rule[] = [];
