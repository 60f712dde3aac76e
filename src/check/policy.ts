import { ConfigError } from '../errors.ts';
import { didYouMean } from './closest-names.ts';
import type { Copy } from './copy.ts';
import type { Findings } from './findings.ts';
import { createPlaces } from './places.ts';
import { applySeverities, CORE_RULES, type RuleSetting, type RuleSettings } from './profile.ts';
import { RULES } from './registry.ts';
import { concernsArticle, isBlanket, meets, type Waiver } from './waivers.ts';

/** What the settings say about the rules. */
export interface PolicySettings {
  /** For every profile. */
  readonly rules: RuleSettings;
  readonly profiles: Readonly<Record<string, RuleSettings>>;
  readonly profile?: string | undefined;
  readonly waivers: readonly Waiver[];
}

/** What becomes of findings: checked settings, and the one place that applies them. */
export interface Policy {
  readonly severities: RuleSettings;
  readonly waivers: readonly Waiver[];
}

/** @throws {ConfigError} CONFIG_INVALID naming every unknown rule or profile, and every rule of the core that a profile or a waiver would hide */
export function createPolicy({ rules, profiles, profile, waivers }: PolicySettings): Policy {
  const problems = [
    ...ruleProblems('rules', rules),
    ...Object.entries(profiles).flatMap(([name, settings]) => ruleProblems(`profiles.${name}`, settings)),
    ...waivers.flatMap((waiver, index) => waiverProblems(`waivers.${index}`, waiver)),
    ...unknownProfile(profile, Object.keys(profiles)),
  ];
  if (problems.length > 0)
    throw new ConfigError(
      'CONFIG_INVALID',
      `The settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  return {
    severities: { ...rules, ...(profile === undefined ? {} : profiles[profile]) },
    waivers,
  };
}

function ruleProblems(origin: string, settings: RuleSettings): string[] {
  return Object.entries(settings).flatMap(([rule, setting]) => [
    ...unknownRule(`${origin}.${rule}`, rule),
    ...hiddenCore(`${origin}.${rule}`, rule, setting),
  ]);
}

function unknownRule(origin: string, rule: string): string[] {
  const ids = RULES.map(({ id }) => id);
  if (ids.includes(rule)) return [];
  return [
    `${origin}: there is no rule ${rule}.${didYouMean(rule, ids)} (copydesk check --list shows them all)`,
  ];
}

function hiddenCore(origin: string, rule: string, setting: RuleSetting): string[] {
  if (!CORE_RULES.has(rule) || (setting !== 'off' && setting !== 'info')) return [];
  return [
    `${origin}: ${rule} belongs to the core and cannot be ${setting === 'off' ? 'switched off' : 'made an info'} in the settings; waive single findings under waivers, each with a reason and the person who answers for it`,
  ];
}

function waiverProblems(origin: string, waiver: Waiver): string[] {
  const { rule, text } = waiver;
  const unknown = unknownRule(`${origin}.rule`, rule);
  if (unknown.length > 0 || !CORE_RULES.has(rule) || !isBlanket(waiver)) return unknown;
  return [
    `${origin}.text: ${text === undefined ? 'is missing' : 'is too short to mean one sentence'}; ${rule} belongs to the core, and a waiver of it has to name words of the sentence it is meant for`,
  ];
}

function unknownProfile(profile: string | undefined, names: readonly string[]): string[] {
  if (profile === undefined || names.includes(profile)) return [];
  const known = names.length === 0 ? 'the settings have none' : `there are ${names.join(', ')}`;
  return [`profile: there is no profile ${profile} (${known}).${didYouMean(profile, names)}`];
}

export interface AppliedPolicy {
  readonly findings: Findings;
  /** The waivers that met a finding. */
  readonly met: readonly Waiver[];
}

/** Findings as the settings want them: severities first, then what somebody answers for. `id` is the article's, or the name of a text file. */
export function applyPolicy(
  findings: Findings,
  { copy, id, policy }: { readonly copy: Copy; readonly id: string; readonly policy: Policy },
): AppliedPolicy {
  const weighed = applySeverities(findings, policy.severities, RULES);
  if (policy.waivers.length === 0) return { findings: weighed, met: [] };
  const placeOf = createPlaces(copy);
  const met = new Set<Waiver>();
  const waived = weighed.findings.map((finding) => {
    const place = placeOf(finding);
    const waivers = policy.waivers.filter((waiver) => meets(waiver, finding, { id, place }));
    for (const waiver of waivers) met.add(waiver);
    const [first] = waivers;
    return first ? { ...finding, waived: { reason: first.reason, by: first.by } } : finding;
  });
  return { findings: { ...weighed, findings: waived }, met: [...met] };
}

/** Waivers that concern what was checked and met nothing in it: the fault is mended, or the waiver misspelled. */
export function unmetWaivers(
  { waivers }: Policy,
  { ids, met }: { readonly ids: readonly string[]; readonly met: ReadonlySet<Waiver> },
): Waiver[] {
  return waivers.filter((waiver) => !met.has(waiver) && ids.some((id) => concernsArticle(waiver, id)));
}
