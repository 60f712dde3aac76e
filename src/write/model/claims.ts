import { checkSentences, createSentence, type Evidence, RULES } from '../../check/index.ts';
import { type AlignedQuotation, wordForms } from '../../text/index.ts';
import type { Transcript } from '../../transcript/index.ts';
import { findQuotation } from './quotations.ts';
import type { SpeakerRegister } from './register.ts';
import type { Claim } from './schemas.ts';

/** A claim whose units exist, with its quotation as the captions have it. */
export interface CheckedClaim extends Omit<Claim, 'quotation'> {
  readonly quotation?: AlignedQuotation;
}

export type Claims = ReadonlyMap<number, CheckedClaim>;

/** A note that did not get through, and why. */
export interface DroppedText {
  readonly text: string;
  readonly why: string;
}

/** Rules whose errors a claim does not survive: what it says is not in its source. */
const FATAL: ReadonlySet<string> = new Set(['F01', 'F02', 'F04', 'L05']);
const FATAL_RULES = RULES.filter(({ id }) => FATAL.has(id));

interface ClaimsContext {
  readonly transcript: Transcript;
  readonly register: SpeakerRegister;
  readonly evidence: Evidence;
  /** Units that give orders to a model. @default none */
  readonly orders?: ReadonlySet<number>;
  /** BCP 47: the article's, in which claims are written. */
  readonly language: string;
}

/** Keeps the claims that point to units that exist and state no number or name from elsewhere. There are more than the article needs. */
export function checkClaims(
  proposed: readonly Claim[],
  context: ClaimsContext,
): { claims: Claims; dropped: DroppedText[] } {
  const claims = new Map<number, CheckedClaim>();
  const dropped: DroppedText[] = [];
  for (const claim of proposed) {
    const checked = checkClaim(claim, context);
    if ('why' in checked) dropped.push(checked);
    else if (!claims.has(claim.id)) claims.set(claim.id, checked);
  }
  return { claims, dropped };
}

function checkClaim(
  claim: Claim,
  { transcript, register, evidence, orders, language }: ClaimsContext,
): CheckedClaim | DroppedText {
  const { quotation, ...rest } = claim;
  const units = [...new Set(claim.units)].filter((id) => transcript.units[id] !== undefined);
  if (claim.claim.trim() === '') return { text: claim.claim, why: 'the note is empty' };
  if (units.length === 0) return { text: claim.claim, why: 'it points to no unit that exists' };
  if (units.some((id) => orders?.has(id)))
    return { text: claim.claim, why: 'its units give orders to a model' };
  const speaker = claim.speaker !== null && register.calls.has(claim.speaker) ? claim.speaker : null;
  const [fault] = checkSentences(
    [createSentence({ role: 'sentence', text: claim.claim, path: '', cites: units })],
    evidence,
    { language, rules: FATAL_RULES },
  ).filter(({ severity }) => severity === 'error');
  if (fault) return { text: claim.claim, why: `${fault.rule}: ${fault.message}` };
  const aligned = quotation === null ? undefined : findQuotation(quotation, units, transcript);
  const isFit = aligned?.units.every((id) => !orders?.has(id)) === true;
  return { ...rest, units, speaker, ...(isFit ? { quotation: aligned } : {}) };
}

/** Claims that share more than this of their words tell the same. */
const SAME = 0.5;

/**
 * At most as many claims as `budget` tokens hold, for a plan that can be made in one call: the weightiest first, none that tells
 * what another tells, and from every tenth of the video some.
 */
export function thinClaims(
  claims: Claims,
  options: { budget: number; units: number; language: string; cost: (claim: CheckedClaim) => number },
): Claims {
  const { budget, units, language, cost } = options;
  const all = [...claims.values()];
  if (all.reduce((sum, claim) => sum + cost(claim), 0) <= budget) return claims;
  const roots = new Map(all.map((claim) => [claim.id, contentRoots(claim.claim, language)]));
  const tenth = (claim: CheckedClaim): number =>
    Math.floor((10 * (claim.units[0] ?? 0)) / Math.max(1, units));
  const kept: CheckedClaim[] = [];
  const taken = new Map<number, number>();
  const byWeight = all.toSorted((first, second) => second.salience - first.salience || first.id - second.id);
  const isNew = (claim: CheckedClaim): boolean =>
    kept.every((other) => overlap(roots.get(claim.id), roots.get(other.id)) < SAME);
  let spent = 0;
  // First a fair share for every tenth, then whatever weighs most.
  for (const share of [budget / 20, Number.POSITIVE_INFINITY]) {
    for (const claim of byWeight) {
      const price = cost(claim);
      const part = tenth(claim);
      if (kept.includes(claim) || spent + price > budget || (taken.get(part) ?? 0) + price > share) continue;
      if (!isNew(claim)) continue;
      kept.push(claim);
      spent += price;
      taken.set(part, (taken.get(part) ?? 0) + price);
    }
  }
  return new Map(kept.toSorted((first, second) => first.id - second.id).map((claim) => [claim.id, claim]));
}

export function contentRoots(text: string, language: string): ReadonlySet<string> {
  return new Set(wordForms(text, language).flatMap(({ root, isContent }) => (isContent ? [root] : [])));
}

function overlap(first: ReadonlySet<string> = new Set(), second: ReadonlySet<string> = new Set()): number {
  let shared = 0;
  for (const root of first) if (second.has(root)) shared++;
  return shared / Math.max(1, Math.min(first.size, second.size));
}
