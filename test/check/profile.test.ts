import { describe, expect, it } from 'vitest';
import {
  applyPolicy,
  CORE_RULES,
  copyOfText,
  countFindings,
  countWaived,
  createPolicy,
  Evidence,
  type Finding,
  type Findings,
  RULES,
  unmetWaivers,
} from '../../src/check/index.ts';

const TEXT = 'A headline of the day\n\nThe council met on Monday. Nobody spoke of “the bridge” there.\n';
const evidence = new Evidence({
  units: [],
  isWhole: false,
  language: 'en',
  metadata: {},
  speakers: [],
  glossary: [],
});
const copy = copyOfText(TEXT, { language: 'en', evidence });

function finding(rule: string, severity: Finding['severity'], words: string): Finding {
  const start = TEXT.indexOf(words);
  return { rule, severity, where: { path: '', start, end: start + words.length }, message: 'is wrong' };
}

const found = (...findings: Finding[]): Findings => ({
  ran: [...new Set(findings.map(({ rule }) => rule))],
  notRun: [],
  findings,
});
const none = { rules: {}, profiles: {}, waivers: [] };
const apply = (findings: Findings, settings: Partial<Parameters<typeof createPolicy>[0]>) =>
  applyPolicy(findings, { copy, id: 'paper.txt', policy: createPolicy({ ...none, ...settings }) });
const severitiesOf = ({ findings }: { findings: Findings }): string[] =>
  findings.findings.map(({ severity }) => severity);

describe('severities of the settings', () => {
  const warnings = found(
    finding('S01', 'warning', 'A headline'),
    finding('S01', 'info', 'A headline'),
    finding('S01', 'error', 'A headline'),
  );

  it.each([
    ['error', ['error', 'info', 'error']],
    ['warning', ['warning', 'info', 'error']],
    ['info', ['info', 'info', 'info']],
    ['off', []],
  ] as const)(
    'of a warning set to %s leave lesser findings lesser, and none above when lowered',
    (to, left) => {
      expect(severitiesOf(apply(warnings, { rules: { S01: to } }))).toEqual(left);
    },
  );

  it('come from the profile that is chosen, over those for all', () => {
    const profiles = { house: { S01: 'off' }, other: { S01: 'info' } } as const;
    const settings = { rules: { S01: 'error' }, profiles } as const;
    expect(severitiesOf(apply(warnings, settings))).toEqual(['error', 'info', 'error']);
    expect(severitiesOf(apply(warnings, { ...settings, profile: 'other' }))).toEqual([
      'info',
      'info',
      'info',
    ]);
    const off = apply(warnings, { ...settings, profile: 'house' }).findings;
    expect(off.ran).toEqual([]);
    expect(off.notRun).toEqual([{ rule: 'S01', why: 'is switched off in the settings' }]);
  });

  it('name every unknown rule and profile at once, with what is near', () => {
    const create = () =>
      createPolicy({
        rules: { S0l: 'off' },
        profiles: { house: { QQ9: 'error' } },
        profile: 'hause',
        waivers: [{ rule: 'q01', reason: 'x', by: 'y' }],
      });
    expect(create).toThrow(/rules\.S0l: there is no rule S0l\. Did you mean S0\d/);
    expect(create).toThrow(/profiles\.house\.QQ9: there is no rule QQ9/);
    expect(create).toThrow(/profile: there is no profile hause \(there are house\)\. Did you mean house\?/);
    expect(create).toThrow(/waivers\.0\.rule: there is no rule q01\. Did you mean Q01/);
  });

  it('cannot hide a rule of the core', () => {
    for (const setting of ['off', 'info'] as const) {
      expect(() => createPolicy({ ...none, rules: { Q01: setting } })).toThrow(/core[\s\S]+waivers/);
      expect(() => createPolicy({ ...none, profiles: { house: { Q01: setting } } })).toThrow(/core/);
    }
    expect(() => createPolicy({ ...none, rules: { Q01: 'warning' } })).not.toThrow();
  });

  it('find every rule of the core that there is to be an error or stronger than its name', () => {
    const core = RULES.filter(({ id }) => CORE_RULES.has(id));
    expect(core.map(({ id }) => id)).toEqual(expect.arrayContaining(['Q01', 'C01', 'D01']));
    for (const { id, severity } of core) expect(severity, id).toBe('error');
  });
});

describe('waivers', () => {
  const findings = found(
    finding('Q01', 'error', 'the bridge'),
    finding('Q01', 'error', 'council met'),
    finding('S01', 'warning', 'A headline'),
  );
  const signed = { reason: 'Heard on the tape.', by: 'Dana Price' };

  it('keep a finding in sight and out of the counts', () => {
    const { findings: left } = apply(findings, {
      waivers: [{ rule: 'Q01', text: 'nobody  spoke of "the bridge"', ...signed }],
    });
    expect(left.findings.map(({ waived }) => waived)).toEqual([signed, undefined, undefined]);
    expect(countFindings(left)).toEqual({ error: 1, warning: 1, info: 0 });
    expect(countWaived(left)).toBe(1);
  });

  it('hold for their rule and article alone', () => {
    const waiver = { rule: 'Q01', text: 'the council met', ...signed };
    const elsewhere = apply(findings, { waivers: [{ ...waiver, article: 'other.txt' }] });
    expect(countWaived(elsewhere.findings)).toBe(0);
    const here = apply(findings, { waivers: [{ ...waiver, article: 'paper.txt' }] });
    expect(countWaived(here.findings)).toBe(1);
  });

  it.each([undefined, ' ', 'the', '. , “'])('of a core rule need words of the sentence, not %j', (text) => {
    for (const rule of CORE_RULES)
      expect(() => createPolicy({ ...none, waivers: [{ rule, text, ...signed }] })).toThrow(
        new RegExp(`waivers\\.0\\.text: is (?:missing|too short).+${rule} belongs to the core`, 'u'),
      );
    expect(() => createPolicy({ ...none, waivers: [{ rule: 'S01', text, ...signed }] })).not.toThrow();
  });

  it('of a core rule may name one word, in a script without spaces a short one', () => {
    for (const text of ['Almofid', '東京'])
      expect(() => createPolicy({ ...none, waivers: [{ rule: 'F04', text, ...signed }] })).not.toThrow();
  });

  it('are reported when they met nothing in what was checked', () => {
    const waivers = [
      { rule: 'Q01', text: 'the council met', ...signed },
      { rule: 'Q01', text: 'not in it', ...signed },
      { rule: 'Q01', text: 'not in it', article: 'other.txt', ...signed },
    ];
    const policy = createPolicy({ ...none, waivers });
    const { met } = applyPolicy(findings, { copy, id: 'paper.txt', policy });
    expect(unmetWaivers(policy, { ids: ['paper.txt'], met: new Set(met) })).toEqual([waivers[1]]);
  });
});
