import type { DateMention, NumberMention } from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';
import type { Found } from '../rule.ts';
import {
  areCompatible,
  complete,
  type DateFields,
  dayOf,
  daysAround,
  fieldsOf,
  fieldsOfDay,
  missingFrom,
  resolve,
} from './dates-calendar.ts';
import {
  allFigures,
  citedFigures,
  excerpt,
  figuresInMetadata,
  listUnits,
  type SourceDate,
  type SourceFigures,
} from './numbers-source.ts';

/** What a mention of the source can mean: its own fields, or what they come to when it is told from the day of the video. */
interface Reading {
  readonly date: SourceDate | undefined;
  readonly fields: DateFields;
  readonly isWorkedOut: boolean;
}

const MOST_NEAREST = 4;

/** What is wrong with a date of the text, or undefined where the source has it. */
export function checkDate(date: DateMention, sentence: CopySentence, evidence: Evidence): Found | undefined {
  const cited = citedFigures(sentence, evidence);
  const metadata = figuresInMetadata(evidence, sentence.sources);
  const said = [...readAll(cited, evidence), ...readAll(metadata, evidence)];
  const readings = readingsFor(date, [...said, ...readPublication(evidence)]);
  const meanings = meaningsOf(date);
  if (meanings.some((fields) => isSupported(fields, readings, cited))) return undefined;
  const place = { start: date.start, end: date.end };
  const elsewhere = sentence.cites.length > 0 ? findElsewhere(meanings, evidence) : [];
  if (elsewhere.length > 0)
    return {
      ...place,
      severity: 'warning',
      message: `“${date.text}” stands in ${listUnits(elsewhere)}, not in those cited`,
      evidence: excerpt(elsewhere[0] ?? date, evidence),
    };
  return { ...place, ...explain(date, cited, evidence) };
}

/** "Last year" stands in the units as such, or comes out as a date that does. A warning at most: speech has many ways to say it. */
export function checkRelative(
  date: DateMention,
  sentence: CopySentence,
  evidence: Evidence,
): Found | undefined {
  const { unit, offset, kind } = date.relative ?? {};
  // Counted times are numbers with a unit and looked at as such.
  const isNext = Math.abs(offset ?? 0) === 1;
  if (kind !== 'point' || unit === undefined || offset === undefined || !isNext) return undefined;
  if (sentence.cites.length === 0) return undefined;
  const cited = citedFigures(sentence, evidence);
  const isSaid = cited.dates.some(
    ({ relative }) =>
      relative?.unit === unit &&
      relative.offset !== undefined &&
      Math.sign(relative.offset) === Math.sign(offset),
  );
  const meant = readDate(date, evidence).filter(({ isWorkedOut }) => isWorkedOut);
  const said = readAll(cited, evidence);
  const isMeant = meant.some(({ fields }) => said.some((other) => overlaps(fields, other.fields)));
  const isCounted = cited.numbers.some((number) => number.unit === unit && number.value === Math.abs(offset));
  if (isSaid || isMeant || isCounted) return undefined;
  return {
    start: date.start,
    end: date.end,
    severity: 'warning',
    message: `nobody says “${date.text}”`,
    ...nearestDates(date, cited, evidence),
  };
}

function overlaps(one: DateFields, other: DateFields): boolean {
  return areCompatible(one, other) && missingFrom(one, other).length < Object.keys(one).length;
}

/** 6/7/2024 is the sixth of July too. */
function meaningsOf(date: DateMention): DateFields[] {
  const fields = fieldsOf(date);
  const { day, month } = fields;
  if (!date.isSwappable || day === undefined || month === undefined || day > 12) return [fields];
  return [fields, { ...fields, day: month, month: day }];
}

function readAll({ dates }: SourceFigures, evidence: Evidence): Reading[] {
  return dates.flatMap((date) => readDate(date, evidence));
}

function readDate(date: SourceDate, { metadata }: Evidence): Reading[] {
  const stated = meaningsOf(date).map((fields) => ({ date, fields: complete(fields), isWorkedOut: false }));
  const { relative } = date;
  if (!relative)
    return [...stated, ...stated.flatMap((reading) => withYearOf(reading, metadata.publishedAt))];
  const worked = daysAround(metadata.publishedAt).flatMap((spoken) =>
    resolve(relative, fieldsOf(date), spoken),
  );
  return [...stated, ...worked.map((fields) => ({ date, fields, isWorkedOut: true }))];
}

/** Who says "June 8" means the one nearest to the day of the video. */
function withYearOf(reading: Reading, publishedAt: string | undefined): Reading[] {
  const { month, year } = reading.fields;
  if (month === undefined || year !== undefined) return [];
  return daysAround(publishedAt).flatMap((spoken) => {
    const published = fieldsOfDay(spoken);
    if (published.year === undefined || published.month === undefined) return [];
    const apart = month - published.month;
    const nearest = published.year + (apart > 6 ? -1 : apart < -6 ? 1 : 0);
    return [{ ...reading, fields: { ...reading.fields, year: nearest }, isWorkedOut: true }];
  });
}

/** A text may say when the video is from without anybody saying so in it. */
function readPublication({ metadata }: Evidence): Reading[] {
  return daysAround(metadata.publishedAt).map((day) => ({
    date: undefined,
    fields: fieldsOfDay(day),
    isWorkedOut: true,
  }));
}

/** Where the source tells a year, "yesterday" and the date of the video do not stand for a year that the text gives alone. */
function readingsFor({ year, month }: DateMention, readings: readonly Reading[]): readonly Reading[] {
  const isBareYear = year !== undefined && month === undefined;
  if (!isBareYear || !readings.some(({ fields, isWorkedOut }) => !isWorkedOut && fields.year !== undefined))
    return readings;
  return readings.filter(({ fields, isWorkedOut }) => !isWorkedOut || fields.month === undefined);
}

function isSupported(wanted: DateFields, readings: readonly Reading[], cited: SourceFigures): boolean {
  const own = complete(wanted);
  return (
    readings.some(({ fields }) => covers(fields, wanted, own, readings)) || isYearAmong(wanted, cited.numbers)
  );
}

/** The fields that one mention leaves out may come from another, the day itself may not. */
function covers(
  fields: DateFields,
  wanted: DateFields,
  own: DateFields,
  readings: readonly Reading[],
): boolean {
  if (!areCompatible(fields, own)) return false;
  const missing = missingFrom(wanted, fields);
  if (missing.length === Object.keys(wanted).length) return false;
  return missing.every(
    (field) =>
      field !== 'day' &&
      !readings.some((other) => differsIn(field, wanted, other.fields)) &&
      readings.some((other) => other.fields[field] !== undefined && areCompatible(own, other.fields)),
  );
}

/** The source has the same month or day with another year. */
function differsIn(field: keyof DateFields, wanted: DateFields, other: DateFields): boolean {
  const { [field]: value, ...rest } = wanted;
  const stated = other[field];
  if (value === undefined || stated === undefined || areCompatible({ [field]: value }, { [field]: stated }))
    return false;
  return areCompatible(rest, other) && missingFrom(rest, other).length === 0;
}

/** Captions write "in 88", "two thousand eight" and years beside nothing that marks them as such. */
function isYearAmong({ year, decade, ...others }: DateFields, numbers: readonly NumberMention[]): boolean {
  const wanted = year ?? decade;
  if (wanted === undefined || Object.values(others).some((value) => value !== undefined)) return false;
  return numbers.some(
    ({ value, scale, unit }) =>
      unit === undefined &&
      (value === wanted || (scale === 1 && value >= 10 && value < 100 && value === wanted % 100)),
  );
}

function findElsewhere(meanings: readonly DateFields[], evidence: Evidence): SourceDate[] {
  return allFigures(evidence).dates.filter(
    (mention) =>
      namesParts(mention, meanings) &&
      readDate(mention, evidence).some(({ fields, isWorkedOut }) =>
        meanings.some(
          (wanted) =>
            areCompatible(fields, wanted) &&
            missingFrom(wanted, fields).length === 0 &&
            // A day worked out says the year of the video, which no text means by a year alone.
            !(isWorkedOut && fields.month !== undefined && wanted.month === undefined),
        ),
      ),
  );
}

/** Every date lies in some half and quarter; elsewhere only those count that are named. */
function namesParts({ half, quarter }: SourceDate, [wanted]: readonly DateFields[]): boolean {
  return (
    (wanted?.half === undefined || half !== undefined) &&
    (wanted?.quarter === undefined || quarter !== undefined)
  );
}

/** Says what the source has, and how the date comes out that one can work out of it. */
function explain(
  date: DateMention,
  { dates }: SourceFigures,
  evidence: Evidence,
): Pick<Found, 'message' | 'evidence' | 'severity'> {
  const told = dates.find(({ relative }) => relative?.offset !== undefined && relative.unit !== undefined);
  const nearest = nearestDates(date, { dates, numbers: [] }, evidence);
  const spoken = dayOf(evidence.metadata.publishedAt);
  // "The back half", "mid-year": there are many ways to name a part of a year.
  const isPart = date.half !== undefined || date.quarter !== undefined;
  if (!told?.relative)
    return { message: `nobody says “${date.text}”`, ...nearest, ...(isPart ? { severity: 'warning' } : {}) };
  if (spoken === undefined)
    return {
      severity: 'warning',
      message: `“${date.text}” cannot be checked against “${told.text}” in unit ${told.unitId}: the date of the video is not known`,
      ...nearest,
    };
  const [meant] = resolve(told.relative, fieldsOf(told), spoken);
  return {
    message: `nobody says “${date.text}”; “${told.text}” in unit ${told.unitId} is ${meant ? write(meant, told) : 'unclear'}, as the video is of ${write(fieldsOfDay(spoken))}`,
    ...nearest,
  };
}

function nearestDates(
  date: DateMention,
  { dates }: SourceFigures,
  evidence: Evidence,
): Pick<Found, 'evidence'> {
  const shown = dates
    .toSorted((one, other) => likeness(other, date) - likeness(one, date))
    .slice(0, MOST_NEAREST)
    .map((one) => excerpt(one, evidence));
  return shown.length === 0 ? {} : { evidence: shown.join(' / ') };
}

function likeness(one: DateMention, other: DateMention): number {
  const fields = Object.keys(fieldsOf(other)) as (keyof DateFields)[];
  return fields.filter((field) => one[field] !== undefined).length;
}

/** As much of a date as its unit tells, in ISO 8601. */
function write({ year, month, day }: DateFields, told?: SourceDate): string {
  const unit = told?.relative?.unit ?? 'day';
  const parts = [
    year,
    ...(unit === 'year' || unit === 'decade' ? [] : [month]),
    ...(unit === 'day' ? [day] : []),
  ];
  return parts.flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')])).join('-');
}
