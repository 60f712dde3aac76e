import {
  isMoney,
  isTimeSpan,
  knowsNumberWords,
  type NumberMention,
  type UnitName,
} from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';
import { type Found, isOneLanguage, type RuleContext } from '../rule.ts';
import { type Agreement, compareNumbers } from './numbers-compare.ts';
import { findRightful } from './numbers-context.ts';
import { type Derivation, findDerivation } from './numbers-derived.ts';
import {
  allFigures,
  citedFigures,
  excerpt,
  figuresInMetadata,
  listUnits,
  type SourceNumber,
  withYears,
} from './numbers-source.ts';

/** Numbers shown beside one that nobody says. */
const MOST_NEAREST = 4;

interface Compared {
  readonly source: SourceNumber;
  readonly agreement: Agreement;
}

/** What a sentence's numbers are compared with. */
interface Pool {
  readonly sentence: CopySentence;
  /** Every number of the sentence, for operands and for what belongs to which. */
  readonly all: readonly NumberMention[];
  readonly cited: readonly SourceNumber[];
  /** With the years of dates, the metadata, and what the cited units imply. */
  readonly everything: readonly SourceNumber[];
}

type Fault = Pick<Found, 'message' | 'evidence' | 'severity'>;

/** What is wrong with the numbers of a sentence, one finding each at most. `implied` is what the cited units have between the lines: the day between yesterday and today. */
export function* checkNumbers(
  numbers: readonly NumberMention[],
  sentence: CopySentence,
  {
    context,
    all,
    implied = [],
  }: {
    readonly context: RuleContext;
    readonly all: readonly NumberMention[];
    readonly implied?: readonly SourceNumber[];
  },
): Generator<Found> {
  if (numbers.length === 0) return;
  const { evidence } = context;
  const figures = citedFigures(sentence, evidence);
  const metadata = withYears(figuresInMetadata(evidence, sentence.sources));
  const pool: Pool = {
    sentence,
    all,
    cited: figures.numbers,
    everything: [...withYears(figures), ...implied, ...metadata],
  };
  for (const number of numbers) {
    const fault = findFault(number, pool, context);
    if (fault) yield { start: number.start, end: number.end, ...fault };
  }
}

function findFault(number: NumberMention, pool: Pool, context: RuleContext): Fault | undefined {
  const { evidence } = context;
  const compared = pool.everything.map((source) => ({ source, agreement: compareNumbers(number, source) }));
  const same = compared.filter(({ agreement }) => agreement === 'same').map(({ source }) => source);
  if (same.length > 0) return findMisplacement(number, { ...pool, same, compared }, context);
  const derived = findDerivation(number, pool.cited, pool.all);
  if (derived?.isNamed) return undefined;
  return (
    findKindred(number, compared, evidence) ??
    findElsewhere(number, pool, evidence) ??
    (derived && nameOperands(number, derived, evidence)) ?? {
      message: `nobody says “${number.text}”`,
      // The source may say it in words that nobody here can read.
      ...(knowsNumberWords(evidence.language) ? {} : { severity: 'warning' }),
      ...showNearest(number, pool.everything, evidence),
    }
  );
}

/** The value stands in the cited units, but beside another unit or of another thing. */
function findMisplacement(
  number: NumberMention,
  {
    all,
    sentence,
    cited,
    same,
    compared,
  }: Pool & { same: readonly SourceNumber[]; compared: readonly Compared[] },
  context: RuleContext,
): Fault | undefined {
  const { evidence } = context;
  const other = contradiction(number, same, compared);
  if (other)
    return {
      severity: 'warning',
      message: `“${number.text}” has another unit than “${other.text}” of the source`,
      evidence: excerpt(other, evidence),
    };
  if (!isOneLanguage(context) || sentence.cites.length === 0) return undefined;
  const rival = findRightful(number, { all, sentence, cited }, evidence);
  if (!rival) return undefined;
  return {
    severity: 'warning',
    message: `“${number.text}” seems to be said of something else: the units say “${rival.text}” next to the words around it`,
    evidence: excerpt(rival, evidence),
  };
}

/** A unit that contradicts the text's, where all that agrees has none. */
function contradiction(
  { unit }: NumberMention,
  same: readonly SourceNumber[],
  compared: readonly Compared[],
): SourceNumber | undefined {
  const hasUnit = same.some((source) => source.unit !== undefined || source.kind === 'fraction');
  if (unit === undefined || hasUnit) return undefined;
  return compared.find(
    ({ source, agreement }) => agreement === 'other-unit' && !source.isWeak && areKindred(unit, source.unit),
  )?.source;
}

/** Units that a writer confuses. */
function areKindred(one: UnitName | undefined, other: UnitName | undefined): boolean {
  return (
    one === other ||
    (isTimeSpan(one) && isTimeSpan(other)) ||
    (isMoney(one) && isMoney(other)) ||
    (isShare(one) && isShare(other))
  );
}

function isShare(unit: UnitName | undefined): boolean {
  return unit === 'percent' || unit === 'percentage-point' || unit === 'basis-point';
}

/** The right digits with another unit or magnitude. */
function findKindred(
  number: NumberMention,
  compared: readonly Compared[],
  evidence: Evidence,
): Fault | undefined {
  const wrong = compared.filter(
    ({ source, agreement }) =>
      (agreement === 'other-magnitude' || agreement === 'other-unit') &&
      !source.isWeak &&
      areKindred(number.unit, source.unit),
  );
  const best = wrong.find(({ source }) => isElliptic(number, source)) ?? wrong[0];
  if (!best) return undefined;
  const what = best.agreement === 'other-unit' ? 'unit' : 'magnitude';
  return {
    ...(isElliptic(number, best.source) ? { severity: 'warning' as const } : {}),
    message: `says “${number.text}” where the source has another ${what}: “${best.source.text}”`,
    evidence: excerpt(best.source, evidence),
  };
}

/** "60,000, give or take 10 or 20": speech leaves the magnitude to the listener. */
function isElliptic(own: NumberMention, { value, scale, unit }: NumberMention): boolean {
  return scale === 1 && unit === undefined && own.scale === 1 && value < 1_000 && own.value >= 1_000 * value;
}

function findElsewhere(number: NumberMention, { sentence }: Pool, evidence: Evidence): Fault | undefined {
  if (sentence.cites.length === 0) return undefined;
  const found = withYears(allFigures(evidence)).filter(
    (source) => !source.isWeak && compareNumbers(number, source) === 'same',
  );
  const [first] = found;
  if (!first) return undefined;
  return {
    severity: 'warning',
    message: `“${number.text}” stands in ${listUnits(found)}, not in those cited`,
    evidence: excerpt(first, evidence),
  };
}

function nameOperands(number: NumberMention, { formula, operands }: Derivation, evidence: Evidence): Fault {
  return {
    severity: 'warning',
    message: `“${number.text}” is worked out (${formula}): the sentence should name the numbers it comes from`,
    evidence: operands.map((operand) => excerpt(operand, evidence)).join(' / '),
  };
}

function showNearest(
  number: NumberMention,
  pool: readonly SourceNumber[],
  evidence: Evidence,
): Pick<Found, 'evidence'> {
  const distance = ({ value, unit }: NumberMention): number =>
    Math.abs(Math.log((value + 1) / (number.value + 1))) + (unit === number.unit ? 0 : 2);
  const best = pool
    .filter(({ isWeak }) => !isWeak)
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, MOST_NEAREST);
  return best.length === 0 ? {} : { evidence: best.map((one) => excerpt(one, evidence)).join(' / ') };
}
