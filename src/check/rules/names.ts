import type { Rule } from '../rule.ts';
import { knownNames } from './names-known.ts';
import { oneSpelling } from './names-spelling.ts';
import { sourcedRoles } from './roles.ts';
import { consistentRoles } from './roles-consistent.ts';

export const NAME_RULES: readonly Rule[] = [knownNames, sourcedRoles, consistentRoles, oneSpelling];
