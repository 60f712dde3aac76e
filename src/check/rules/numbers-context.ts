import { type NumberMention, type WordForm, wordForms } from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';
import { weightOf } from '../search.ts';
import { compareNumbers } from './numbers-compare.ts';
import type { SourceNumber } from './numbers-source.ts';

/** Words to either side that say what a number is of. */
const WINDOW = 10;
/** At this many words' distance a word tells half as much. */
const HALF_DISTANCE = 3;
/** A rival must have this much more in common with the text than the number that the text gives. */
const LEAD = 2;
const LEAST = 0.5;
const EXCHANGE_LEAD = 1.2;

/** Stems around a number, each with how much it tells there. */
type Context = ReadonlyMap<string, number>;

function contextIn(words: readonly WordForm[], { start, end }: NumberMention): Context {
  const context = new Map<string, number>();
  const first = words.findIndex((word) => word.end > start);
  const at = first === -1 ? words.length : first;
  let behind = at;
  while ((words[behind]?.start ?? Number.POSITIVE_INFINITY) < end) behind++;
  for (let distance = 0; distance < WINDOW; distance++) {
    const weight = 1 / (1 + distance / HALF_DISTANCE);
    for (const word of [words[at - 1 - distance], words[behind + distance]]) {
      if (!word?.isContent || /\p{N}/u.test(word.key)) continue;
      context.set(word.stem, Math.max(weight, context.get(word.stem) ?? 0));
    }
  }
  return context;
}

function likeness(own: Context, source: Context, evidence: Evidence): number {
  let sum = 0;
  for (const [stem, weight] of own) {
    const other = source.get(stem);
    if (other !== undefined) sum += weight * other * weightOf(stem, evidence);
  }
  return sum;
}

/** The numbers of a sentence, and those of the cited units and their neighbours. */
export interface Company {
  readonly sentence: CopySentence;
  readonly all: readonly NumberMention[];
  readonly cited: readonly SourceNumber[];
}

/** How much a number of the sentence and one of the source have around them in common. */
type Measure = (own: NumberMention, source: SourceNumber) => number;

function createMeasure({ sentence }: Company, evidence: Evidence): Measure {
  const words = wordForms(sentence.text, evidence.language);
  const owns = new Map<NumberMention, Context>();
  const sources = new Map<SourceNumber, Context>();
  return (own, source) => {
    const unit = source.unitId === undefined ? undefined : evidence.unit(source.unitId);
    if (!unit) return 0;
    const first = owns.get(own) ?? contextIn(words, own);
    const second = sources.get(source) ?? contextIn(evidence.words(unit), source);
    owns.set(own, first);
    sources.set(source, second);
    return likeness(first, second, evidence);
  };
}

/** A number that the sentence should rather have, by what stands around it: the text gives the right number of the wrong thing. */
export function findRightful(
  number: NumberMention,
  company: Company,
  evidence: Evidence,
): SourceNumber | undefined {
  const measure = createMeasure(company, evidence);
  const same = company.cited.filter((source) => compareNumbers(number, source) === 'same');
  return (
    findRival(number, same, company, measure) ??
    findExchanged(number, same, company, measure) ??
    findStranger(number, same, company.sentence, measure)
  );
}

function findRival(
  number: NumberMention,
  same: readonly SourceNumber[],
  { all, cited }: Company,
  measure: Measure,
): SourceNumber | undefined {
  const best = most(same.map((source) => measure(number, source)));
  return cited.find((source) => {
    if (source.isWeak || source.unit !== number.unit || compareNumbers(number, source) !== 'different')
      return false;
    if (all.some((other) => other !== number && compareNumbers(other, source) === 'same')) return false;
    const lead = measure(number, source);
    return lead > LEAST && lead > LEAD * best;
  });
}

/** Two numbers of the sentence that the source has the other way round; told of the first. */
function findExchanged(
  number: NumberMention,
  firsts: readonly SourceNumber[],
  { all, cited }: Company,
  measure: Measure,
): SourceNumber | undefined {
  for (const partner of all) {
    if (partner.start <= number.start || partner.isWeak || partner.unit !== number.unit) continue;
    if (compareNumbers(number, partner) === 'same') continue;
    const seconds = cited.filter((source) => compareNumbers(partner, source) === 'same');
    const best = (own: NumberMention, sources: readonly SourceNumber[]): number =>
      most(sources.map((source) => measure(own, source)));
    const straight = best(number, firsts) + best(partner, seconds);
    const crossed = best(number, seconds) + best(partner, firsts);
    if (crossed > LEAST && crossed > EXCHANGE_LEAD * straight) return seconds[0];
  }
  return undefined;
}

/** A number that only a neighbour of the cited units has, with no word around it that stands around the text's. */
function findStranger(
  number: NumberMention,
  same: readonly SourceNumber[],
  { cites }: CopySentence,
  measure: Measure,
): SourceNumber | undefined {
  const isCited = same.some(({ unitId }) => unitId !== undefined && cites.includes(unitId));
  return isCited
    ? undefined
    : same.find((source) => same.every((other) => measure(number, other) === 0) && source);
}

function most(values: readonly number[]): number {
  return Math.max(0, ...values);
}
