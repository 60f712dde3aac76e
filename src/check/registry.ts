import type { Rule } from './rule.ts';
import { ATTRIBUTION_RULES } from './rules/attribution.ts';
import { CITATION_RULES } from './rules/citations.ts';
import { COMPARISON_RULES } from './rules/comparisons.ts';
import { COPYING_RULES } from './rules/copying.ts';
import { COVERAGE_RULES } from './rules/coverage.ts';
import { DATE_RULES } from './rules/dates.ts';
import { DISCLOSURE_RULES } from './rules/disclosure.ts';
import { LAYOUT_RULES } from './rules/layout.ts';
import { LEAK_RULES } from './rules/leaks.ts';
import { NAME_RULES } from './rules/names.ts';
import { NUMBER_RULES } from './rules/numbers.ts';
import { POLARITY_RULES } from './rules/polarity.ts';
import { QUOTATION_RULES } from './rules/quotations.ts';
import { SPEAKER_RULES } from './rules/speakers.ts';
import { STRUCTURE_RULES } from './rules/structure.ts';
import { SUPPORT_RULES } from './rules/support.ts';
import { TOP_MATTER_RULES } from './rules/top-matter.ts';
import { WORDING_RULES } from './rules/wording.ts';

/** Every rule, in the order findings are reported: what must never ship first, taste last. */
export const RULES: readonly Rule[] = [
  ...QUOTATION_RULES,
  ...CITATION_RULES,
  ...SUPPORT_RULES,
  ...POLARITY_RULES,
  ...COMPARISON_RULES,
  ...NUMBER_RULES,
  ...DATE_RULES,
  ...NAME_RULES,
  ...SPEAKER_RULES,
  ...TOP_MATTER_RULES,
  ...COVERAGE_RULES,
  ...LEAK_RULES,
  ...ATTRIBUTION_RULES,
  ...COPYING_RULES,
  ...STRUCTURE_RULES,
  ...DISCLOSURE_RULES,
  ...LAYOUT_RULES,
  ...WORDING_RULES,
];
