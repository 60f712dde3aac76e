import type { Unit } from '../transcript/index.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from './findings.ts';
import type { Place } from './places.ts';

/** Words that tell one passage from all others. */
const TELLING_WORDS = 5;
const REACH = 2;

/** The unit to listen to: the one that holds a finding's evidence, else the first that its sentence cites. */
export function unitBehind(finding: Finding, { sentence }: Place, evidence: Evidence): Unit | undefined {
  const cites = sentence?.cites ?? [];
  const words = finding.evidence === undefined ? [] : plainWords(finding.evidence).split(' ');
  const telling = words.slice(0, TELLING_WORDS).join(' ').trim();
  const holds = (unit: Unit): boolean =>
    ` ${evidence.read(unit, 'plain-words', plainWords)} `.includes(` ${telling} `);
  if (telling !== '') {
    const found = evidence.near(cites, REACH).find(holds) ?? evidence.units.find(holds);
    if (found) return found;
  }
  return evidence.near(cites, 0)[0];
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
