import type { Rule } from '../rule.ts';

export const ATTRIBUTION_RULES: readonly Rule[] = [];
