import type { Finding, Findings, Severity } from './findings.ts';
import type { Rule } from './rule.ts';

export type RuleSetting = Severity | 'off';
/** Rule ids and what the settings make of them. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** What must never ship unseen. No profile can hide it; a single finding can be waived by somebody who answers for it. */
export const CORE_RULES: ReadonlySet<string> = new Set(['Q01', 'Q02', 'C01', 'F01', 'F04', 'D01']);

const WEIGHTS: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/**
 * Findings with the severities of a profile. A rule may weigh single findings below or above its own severity: a profile that raises
 * the rule leaves its lesser findings as they are, one that lowers it lets none stand above.
 */
export function applySeverities(
  { ran, notRun, findings }: Findings,
  settings: RuleSettings,
  rules: readonly Rule[],
): Findings {
  const isOff = (rule: string): boolean => settings[rule] === 'off';
  const own = new Map(rules.map(({ id, severity }) => [id, severity]));
  return {
    ran: ran.filter((rule) => !isOff(rule)),
    notRun: [
      ...notRun,
      ...ran.filter(isOff).map((rule) => ({ rule, why: 'is switched off in the settings' })),
    ],
    findings: findings.flatMap((finding) => weigh(finding, settings[finding.rule], own.get(finding.rule))),
  };
}

function weigh(finding: Finding, setting: RuleSetting | undefined, own: Severity | undefined): Finding[] {
  if (setting === 'off') return [];
  if (setting === undefined || own === undefined || setting === own) return [finding];
  const { severity } = finding;
  const isRaised = WEIGHTS[setting] > WEIGHTS[own];
  const isKept = isRaised ? WEIGHTS[severity] < WEIGHTS[own] : WEIGHTS[severity] <= WEIGHTS[setting];
  // Raising to error meets findings that weigh as much already.
  return [isKept || (isRaised && severity === 'error') ? finding : { ...finding, severity: setting }];
}
