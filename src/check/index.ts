export { type Copy, type CopySentence, copyOfArticle, createSentence } from './copy.ts';
export { Evidence, evidenceInArticle, evidenceOf } from './evidence.ts';
export { countFindings, type Finding, type Findings, findingsSchema, type Severity } from './findings.ts';
export { RULES } from './registry.ts';
export type { Rule } from './rule.ts';
export { checkArticle, checkCopy, checkSentences } from './run-rules.ts';
