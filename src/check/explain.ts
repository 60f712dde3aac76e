import { ConfigError } from '../errors.ts';
import { didYouMean } from './closest-names.ts';
import type { PolicySettings } from './policy.ts';
import { CORE_RULES } from './profile.ts';
import { RULES } from './registry.ts';
import type { Need, Rule } from './rule.ts';

const NEEDS: Readonly<Record<Need, string>> = {
  units: 'transcript, or the units an article carries',
  transcript: 'whole transcript',
  article: 'article.json',
  'one-language': 'text and transcript in one language',
};

type Profiles = Pick<PolicySettings, 'rules' | 'profiles' | 'profile'>;

/**
 * What a rule asks for and why, and what the settings make of it; of every rule for `all`.
 * @throws {ConfigError} CONFIG_INVALID when there is no such rule
 */
export function explainRule(id: string, settings: Profiles): string {
  if (id.toLowerCase() === 'all') return RULES.map((rule) => describeRule(rule, settings)).join('\n\n');
  const rule = RULES.find((known) => known.id.toLowerCase() === id.toLowerCase());
  if (!rule) {
    const ids = RULES.map((known) => known.id);
    throw new ConfigError('CONFIG_INVALID', `There is no rule ${id}.${didYouMean(id, ids)}`, {
      likelyCause: 'The id of a rule is misspelled.',
      remedy: 'copydesk check --list shows all rules.',
    });
  }
  return describeRule(rule, settings);
}

function describeRule(rule: Rule, settings: Profiles): string {
  const lines = [
    `${rule.id}  ${rule.title}`,
    '',
    rule.reason,
    ...(rule.example === undefined ? [] : ['', `Example: ${rule.example}`]),
    '',
    `Severity:  ${rule.severity}${CORE_RULES.has(rule.id) ? ', of the core: no profile can switch it off, single findings can be waived' : ''}`,
    ...describeForce(rule, settings),
    `Needs:     ${describeNeeds(rule) || 'the text alone'}`,
    `Languages: ${describeLanguages(rule)}`,
    ...(rule.exempts === undefined
      ? []
      : [`Not for:   articles of the ${rule.exempts.join(' and ')} writer`]),
    `Settings:  ${describeSettings(rule, settings)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The severity that a chosen profile or the settings for all leave, where there is anything to choose. */
function describeForce({ id, severity }: Rule, { rules, profiles, profile }: Profiles): string[] {
  const chosen = profile === undefined ? undefined : profiles[profile]?.[id];
  if (profile === undefined && rules[id] === undefined) return [];
  const origin =
    chosen !== undefined
      ? `by the profile ${profile}`
      : rules[id] !== undefined
        ? 'by the settings for all'
        : `the profile ${profile} does not change it`;
  return [`In force:  ${chosen ?? rules[id] ?? severity}, ${origin}`];
}

/** Every rule in a line. */
export function listRules(): string {
  return RULES.map(({ id, severity, title }) => `${id}  ${severity.padEnd(7)}  ${title}\n`).join('');
}

export function describeNeeds({ needs }: Rule): string {
  return needs.map((need) => NEEDS[need]).join('; ');
}

export function describeLanguages({ languages }: Rule): string {
  return languages === undefined ? 'all' : languages.join(', ');
}

function describeSettings({ id }: Rule, { rules, profiles }: Profiles): string {
  const changes = [
    ...(rules[id] === undefined ? [] : [`${rules[id]} for all`]),
    ...Object.entries(profiles).flatMap(([name, settings]) =>
      settings[id] === undefined ? [] : [`${settings[id]} in the profile ${name}`],
    ),
  ];
  return changes.join(', ') || 'no profile changes it';
}
