/** What the newsroom reads in the prompts of the stages beside the numbered units. */

export interface PlannedClaim {
  readonly id: number;
  readonly text: string;
}

/** A line of the plan's notes: `12. text (statement, s1, units 5, quotation, weight 3)`. */
export function readClaims(prompt: string): PlannedClaim[] {
  const lines = prompt.matchAll(/^(?<id>\d+)\. (?<text>.+) \([^()]*weight \d\)$/gmu);
  return [...lines].map(({ groups }) => ({ id: Number(groups?.id), text: groups?.text ?? '' }));
}

export interface PartClaim {
  readonly units: readonly number[];
  /** Number of the quotation that may be placed for it. */
  readonly quotation?: number;
}

export interface Part {
  /** Empty for the lead. */
  readonly heading: string;
  readonly words: number;
  readonly claims: readonly PartClaim[];
}

/** The parts to be written: `Section: Heading (about 140 words)`, then its claims, each with the quotation that may be placed. */
export function readParts(prompt: string): Part[] {
  const heads = [...prompt.matchAll(/^(?:Lead|Section: (?<heading>.+)) \(about (?<words>\d+) words\)$/gmu)];
  return heads.map((head, index) => ({
    heading: head.groups?.heading ?? '',
    words: Number(head.groups?.words),
    claims: readPartClaims(prompt.slice(head.index, heads[index + 1]?.index)),
  }));
}

function readPartClaims(text: string): PartClaim[] {
  const lines = text.matchAll(
    /^- .+ \([\w-]+(?:, \w+)?; units (?<units>[\d, ]+)\)(?:\n {2}\{q(?<quotation>\d+)\} = )?/gmu,
  );
  return [...lines].map(({ groups }) => ({
    units: readIds(groups?.units ?? ''),
    ...(groups?.quotation === undefined ? {} : { quotation: Number(groups.quotation) }),
  }));
}

export interface NumberedLine {
  readonly number: number;
  readonly role: string;
  readonly text: string;
  readonly units: readonly number[];
}

const TOP_ROLES = ['headline', 'bodyHeadline', 'deck', 'keyPoint'] as const;

/** The sentences that a verifying or mending call lists after its task: `12. (headline) text [3, 4]`. */
export function readLines(prompt: string): NumberedLine[] {
  const task = prompt.slice(prompt.lastIndexOf('Your task now:'));
  const lines = task.matchAll(
    /^(?<number>\d+)\. (?:\((?<role>\w+)\) )?(?<text>.+?)(?: \[(?<units>[\d, ]*)\])?$/gmu,
  );
  return [...lines].map(({ groups }) => ({
    number: Number(groups?.number),
    role: TOP_ROLES.find((role) => role === groups?.role) ?? 'sentence',
    text: groups?.text ?? '',
    units: readIds(groups?.units ?? ''),
  }));
}

export interface BodySentence {
  readonly text: string;
  readonly units: readonly number[];
}

/** The body as the top matter is written from: a sentence a line, its units behind it. */
export function readBody(prompt: string): BodySentence[] {
  return [...prompt.matchAll(/^(?<text>.+) \[(?<units>[\d, ]+)\]$/gmu)].map(({ groups }) => ({
    text: groups?.text ?? '',
    units: readIds(groups?.units ?? ''),
  }));
}

/** The figure before or after some words of a prompt. */
export function readFigure(prompt: string, pattern: RegExp, otherwise: number): number {
  const found = pattern.exec(prompt)?.[1];
  return found === undefined ? otherwise : Number(found);
}

function readIds(text: string): number[] {
  return (text.match(/\d+/gu) ?? []).map(Number);
}
