import type { Rule } from '../rule.ts';

export const TOP_MATTER_RULES: readonly Rule[] = [];
