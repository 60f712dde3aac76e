import type { Rule } from '../rule.ts';

export const COPYING_RULES: readonly Rule[] = [];
