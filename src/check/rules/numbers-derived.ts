import type { NumberMention } from '../../text/index.ts';
import { compareNumbers } from './numbers-compare.ts';
import type { SourceNumber } from './numbers-source.ts';

export interface Derivation {
  /** For the message: "12 + 30". */
  readonly formula: string;
  readonly operands: readonly SourceNumber[];
  /** The sentence gives the operands too, so that a reader can follow. */
  readonly isNamed: boolean;
}

/** More numbers than this in a few units are a list, in which any number is a sum of two. */
const MOST_OPERANDS = 24;

type Operation = readonly [sign: string, value: (first: number, second: number) => number, isShare?: boolean];

const OPERATIONS: readonly Operation[] = [
  ['+', (first, second) => first + second],
  ['−', (first, second) => first - second],
  ['×', (first, second) => first * second],
  ['of', (first, second) => (first / second) * 100, true],
  ['from', (first, second) => ((first - second) / second) * 100, true],
];

/** Two numbers of the source that a third is worked out of; those that the sentence names before others. */
export function findDerivation(
  number: NumberMention,
  source: readonly SourceNumber[],
  all: readonly NumberMention[],
): Derivation | undefined {
  const operands = source.filter(({ value, kind, isWeak }) => value > 0 && kind === 'cardinal' && !isWeak);
  if (operands.length > MOST_OPERANDS) return undefined;
  const named = new Set(operands.filter((operand) => namings(operand, all).some((own) => own !== number)));
  let found: Derivation | undefined;
  for (const first of operands) {
    for (const second of operands) {
      if (first === second || first.unit !== second.unit) continue;
      const isNamed = named.has(first) && named.has(second);
      if (found && !isNamed) continue;
      const sign = signOf(number, first, second);
      if (sign === undefined) continue;
      found = { formula: `${first.text} ${sign} ${second.text}`, operands: [first, second], isNamed };
      if (isNamed) return found;
    }
  }
  return found;
}

const known = new WeakMap<readonly NumberMention[], Map<SourceNumber, readonly NumberMention[]>>();

/** The numbers of the sentence that give an operand: two tell whether any but a certain one does. */
function namings(operand: SourceNumber, all: readonly NumberMention[]): readonly NumberMention[] {
  const found = known.get(all) ?? new Map<SourceNumber, readonly NumberMention[]>();
  known.set(all, found);
  const owns = found.get(operand) ?? all.filter((own) => compareNumbers(own, operand) === 'same').slice(0, 2);
  found.set(operand, owns);
  return owns;
}

function signOf(number: NumberMention, first: SourceNumber, second: SourceNumber): string | undefined {
  for (const [sign, calculate, isShare = false] of OPERATIONS) {
    const value = Number(calculate(first.value, second.value).toPrecision(10));
    if (value <= 0 || isShare !== (number.unit === 'percent' && first.unit !== 'percent')) continue;
    const { unit: _, ...bare } = first;
    const unit = isShare ? 'percent' : first.unit;
    const result: NumberMention = {
      ...bare,
      value,
      step: isShare ? 1e-6 : first.step,
      ...(unit ? { unit } : {}),
    };
    if (number.unit === result.unit && compareNumbers(number, result) === 'same') return sign;
  }
  return undefined;
}
