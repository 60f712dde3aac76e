export { checkArticle, RULES } from './check-article.ts';
export { countFindings, type Finding, type Findings, findingsSchema, type Severity } from './findings.ts';
export type { Evidence, Rule } from './rule.ts';
