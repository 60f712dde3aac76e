export { findAllegations } from './allegations.ts';
export { type Copy, type CopySentence, copyOfArticle, createCopy, createSentence } from './copy.ts';
export { Evidence, evidenceInArticle, evidenceOf } from './evidence.ts';
export { describeLanguages, describeNeeds, explainRule, listRules } from './explain.ts';
export { keysOfFindings } from './finding-keys.ts';
export {
  checkedSchema,
  countFindings,
  countWaived,
  type Finding,
  type Findings,
  findingsSchema,
  type Severity,
} from './findings.ts';
export { lineStarts, positionOf } from './lines.ts';
export { unitBehind } from './moments.ts';
export { createPlaces, type Place } from './places.ts';
export { applyPolicy, createPolicy, type Policy, unmetWaivers } from './policy.ts';
export { CORE_RULES } from './profile.ts';
export { RULES } from './registry.ts';
export type { Rule } from './rule.ts';
export { checkArticle, checkCopy, checkSentences } from './run-rules.ts';
export { renderSarif } from './sarif.ts';
export { copyOfText } from './text/read-text.ts';
export type { Waiver } from './waivers.ts';
