import type { TimeUnit } from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';
import { dayOf } from './dates-calendar.ts';
import { citedFigures, createNumber, type SourceNumber } from './numbers-source.ts';

/** Spans of time that the cited units imply: one day by "yesterday", twenty years by two years told. */
export function impliedSpans(sentence: CopySentence, evidence: Evidence): SourceNumber[] {
  const { dates } = citedFigures(sentence, evidence);
  const years = dates.flatMap(({ year }) => (year !== undefined && year >= 1_000 ? [year] : []));
  const published = dayOf(evidence.metadata.publishedAt);
  const ends = published === undefined ? years : [...years, new Date(published).getUTCFullYear()];
  const spans = years.flatMap((year) => ends.map((end) => span(Math.abs(end - year), 'year', year)));
  const told = dates.flatMap(({ relative }) =>
    relative?.unit !== undefined && relative.offset !== undefined
      ? [span(Math.abs(relative.offset) || 1, relative.unit, 0)]
      : [],
  );
  const halves = dates.flatMap(({ half, quarter }) => [
    ...(half === undefined ? [] : [span(6, 'month', half)]),
    ...(quarter === undefined ? [] : [span(3, 'month', quarter)]),
  ]);
  return [...spans, ...told, ...halves].filter(({ value }) => value > 0);
}

function span(value: number, unit: TimeUnit, from: number): SourceNumber {
  return createNumber({ value, unit, text: from > 1_000 ? String(from) : `${value} ${unit}` });
}
