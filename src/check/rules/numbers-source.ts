import {
  type DateMention,
  type Figures,
  isTimeSpan,
  mayBeFigure,
  type NumberMention,
  readFigures,
} from '../../text/index.ts';
import type { Unit } from '../../transcript/index.ts';
import type { CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';
import { onceFor } from '../once-for.ts';
import { ALL_ROLES } from '../rule.ts';

/** A number or date of the source, and where it stands. */
export interface SourceNumber extends NumberMention {
  /** Absent for the metadata and for what is worked out. */
  readonly unitId?: number;
}
export interface SourceDate extends DateMention {
  readonly unitId?: number;
}

export interface SourceFigures {
  readonly numbers: readonly SourceNumber[];
  readonly dates: readonly SourceDate[];
}

/** Lines that a person wrote; page furniture is the business of other rules. */
export const PROSE_ROLES: readonly CopySentence['role'][] = ALL_ROLES.filter((role) => role !== 'line');

/** Such numbers are the business of F02, all others of F01. */
export function isDuration({ unit }: NumberMention): boolean {
  return isTimeSpan(unit) || unit === 'clock';
}

/** Characters of context shown on either side of a mention. */
const AROUND = 40;

function figuresOf(unit: Unit, evidence: Evidence): Figures {
  return evidence.read(unit, 'figures', readFigures);
}

function figuresIn(units: readonly Unit[], evidence: Evidence): SourceFigures {
  const numbers: SourceNumber[] = [];
  const dates: SourceDate[] = [];
  for (const unit of units) {
    const found = figuresOf(unit, evidence);
    for (const number of found.numbers) numbers.push({ ...number, unitId: unit.id });
    for (const date of found.dates) dates.push({ ...date, unitId: unit.id });
  }
  return { numbers, dates };
}

/** What the whole transcript states, times that are merely vague apart. */
export const allFigures = onceFor((evidence: Evidence): SourceFigures => {
  const units = evidence.unitsWhere((word) => mayBeFigure(word, evidence.language));
  return figuresIn(units, evidence);
});

/** What stands in the units that a line may rest on: the cited ones and their neighbours. Nobody says where a headline is from. */
export function citedFigures({ cites }: CopySentence, evidence: Evidence): SourceFigures {
  return cites.length > 0 ? figuresIn(evidence.near(cites), evidence) : allFigures(evidence);
}

/** What the metadata states. A description is full of numbers, so it counts only where a sentence names it. */
export function figuresInMetadata(evidence: Evidence, sources: readonly string[]): SourceFigures {
  const { named, described } = readMetadata(evidence);
  return sources.includes('description') ? described : named;
}

const readMetadata = onceFor(({ metadata, language }: Evidence) => {
  const { title = '', show = '', description = '' } = metadata;
  return {
    named: readFigures(`${title}\n${show}`, language),
    described: readFigures(`${title}\n${show}\n${description}`, language),
  };
});

/** A number that stands in no text, or is part of a date there. */
export function createNumber(
  parts: Pick<SourceNumber, 'value' | 'text'> & Partial<SourceNumber>,
): SourceNumber {
  const { start = 0, end = 0 } = parts;
  return {
    start,
    end,
    numberStart: start,
    numberEnd: end,
    step: 1,
    scale: 1,
    kind: 'cardinal',
    isWeak: false,
    isFigure: true,
    isPaired: false,
    ...parts,
  };
}

/** Numbers, and the years of dates: "2000" is one or the other by what stands around it. */
export function withYears({ numbers, dates }: SourceFigures): readonly SourceNumber[] {
  const years = dates.flatMap((date) => {
    const value = date.year ?? date.decade ?? date.day;
    if (value === undefined) return [];
    const { start, end, text, unitId } = date;
    return [createNumber({ value, text, start, end, ...(unitId === undefined ? {} : { unitId }) })];
  });
  return [...numbers, ...years];
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly unitId?: number;
}

/** The mention with a little of what stands around it. */
export function excerpt({ start, end, text, unitId }: Place, evidence: Evidence): string {
  const spoken = unitId === undefined ? undefined : evidence.unit(unitId)?.text;
  if (spoken === undefined) return text;
  const from = start <= AROUND ? 0 : Math.min(spoken.indexOf(' ', start - AROUND) + 1, start);
  const space = end + AROUND >= spoken.length ? spoken.length : spoken.lastIndexOf(' ', end + AROUND);
  const to = Math.max(space, end);
  return `${from > 0 ? '… ' : ''}${spoken.slice(from, to)}${to < spoken.length ? ' …' : ''}`;
}

/** Units named in a message. */
const MOST_UNITS = 4;

/** "unit 3", "units 3, 8 and others". */
export function listUnits(places: readonly { readonly unitId?: number }[]): string {
  const ids = [...new Set(places.flatMap(({ unitId }) => unitId ?? []))];
  const shown = ids.slice(0, MOST_UNITS).join(', ');
  return `${ids.length === 1 ? 'unit' : 'units'} ${shown}${ids.length > MOST_UNITS ? ' and others' : ''}`;
}
