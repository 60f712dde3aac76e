import type { Rule } from '../rule.ts';
import { knownNamesRule } from './names-known.ts';
import { oneSpellingRule } from './names-spelling.ts';
import { sourcedRolesRule } from './roles.ts';
import { consistentRolesRule } from './roles-consistent.ts';

export const NAME_RULES: readonly Rule[] = [
  knownNamesRule,
  sourcedRolesRule,
  consistentRolesRule,
  oneSpellingRule,
];
