import type { Rule } from '../rule.ts';

export const LEAK_RULES: readonly Rule[] = [];
