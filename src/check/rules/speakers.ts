import type { Rule } from '../rule.ts';

export const SPEAKER_RULES: readonly Rule[] = [];
