import type { Article } from '../article/index.ts';
import type { Finding, Findings } from './findings.ts';
import type { Evidence, Rule } from './rule.ts';
import { citationRule } from './rules/citations.ts';
import { quotationRule } from './rules/quotations.ts';
import { datelineRule, disclosureRule, readTimeRule, sourceRule } from './rules/structure.ts';

/** Every rule, in the order findings are reported. */
export const RULES: readonly Rule[] = [
  citationRule,
  quotationRule,
  datelineRule,
  readTimeRule,
  sourceRule,
  disclosureRule,
];

/** Runs every rule whose needs the evidence meets. */
export function checkArticle(article: Article, evidence: Evidence): Findings {
  const ran: string[] = [];
  const notRun: { rule: string; why: string }[] = [];
  const findings: Finding[] = [];
  for (const rule of RULES) {
    const why = whyNot(rule, article, evidence);
    if (why !== undefined) {
      notRun.push({ rule: rule.id, why });
      continue;
    }
    ran.push(rule.id);
    for (const found of rule.check({ article, evidence })) {
      findings.push({ ...found, rule: rule.id, severity: found.severity ?? rule.severity });
    }
  }
  return { ran, notRun, findings };
}

function whyNot(rule: Rule, article: Article, evidence: Evidence): string | undefined {
  const missing = rule.needs.filter((need) => evidence[need] === undefined);
  if (missing.length > 0) return `needs the ${missing.join(' and the ')}`;
  return rule.exempts?.includes(article.writer.kind)
    ? `does not concern articles of the ${article.writer.kind} writer`
    : undefined;
}
