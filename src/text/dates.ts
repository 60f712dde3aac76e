import {
  readDecadeWord,
  readHanDate,
  readMonth,
  readNumericDate,
  readPartOfYear,
  readWeekday,
  readYear,
} from './dates-absolute.ts';
import { DATE_WORDS } from './dates-languages.ts';
import { dateLexiconOf } from './dates-lexicon.ts';
import type { DateMention } from './dates-mention.ts';
import { readCounted, readNear, readPhrase, readVagueAgo } from './dates-relative.ts';
import type { DateScan, ScannedDate } from './dates-scan.ts';
import { readCompound } from './numbers/compounds.ts';
import { type Entry, lexiconOf } from './numbers/lexicon.ts';
import type { NumberMention } from './numbers/mention.ts';
import { type Scan, type ScannedNumber, scanNumbers } from './numbers/scan.ts';

/** What a text states in numbers and dates; no number stands in both lists. */
export interface Figures {
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
}

/** Numbers and dates of a text (BCP 47) in one reading. */
export function readFigures(text: string, language: string): Figures {
  const scan = scanNumbers(text, language);
  const { dates, claimed } = readDates(scan, language);
  return {
    numbers: scan.numbers.filter((number) => !claimed.has(number)).map((number) => toMention(number, scan)),
    dates,
  };
}

/**
 * Whether a normalised word can be part of a number, or of a date or time that is more than vague. Much cheaper than a reading, it
 * tells which parts of a long text to read; true for every word of a language whose numbers are not known in words.
 */
export function mayBeFigure(word: string, language: string): boolean {
  const lexicon = lexiconOf(language);
  if (!(lexicon.language in DATE_WORDS) || /\p{N}/u.test(word)) return true;
  const { tellings } = dateLexiconOf(language);
  const mayBegin = (part: string): boolean =>
    tellings.has(part) || hasValue(lexicon.words.get(part)) || readCompound(part, lexicon) !== undefined;
  return mayBegin(word) || (MARK.test(word) && word.split(MARK).some(mayBegin));
}

const MARK = /[^\p{L}\p{M}]/u;

function hasValue(entry: Entry | undefined): boolean {
  const { cardinal, ordinal, scale, denominator, whole } = entry ?? {};
  return [cardinal, ordinal, scale, denominator, whole].some((value) => value !== undefined);
}

function readDates(
  scan: Scan,
  language: string,
): { dates: DateMention[]; claimed: ReadonlySet<ScannedNumber> } {
  const { text, tokens, numbers } = scan;
  const dates: DateScan = {
    text,
    tokens,
    scan,
    lexicon: dateLexiconOf(language),
    startingAt: new Map(
      numbers.flatMap((number) => [[number.first, number] as const, [number.from, number] as const]),
    ),
    endingAt: new Map(numbers.map((number) => [number.to, number])),
    claimed: new Set(),
  };
  const found = [...readWords(dates), ...numbers.flatMap((number) => readNumber(dates, number))];
  found.sort((one, other) => one.from - other.from || other.to - one.to);
  return {
    dates: withWeekdays(withoutParts(found), tokens).map((date) => toDate(date, scan)),
    claimed: dates.claimed,
  };
}

function readWords(dates: DateScan): ScannedDate[] {
  const found: ScannedDate[] = [];
  let at = -1;
  for (const token of dates.tokens) {
    at++;
    if (token.kind === 'date') found.push(...[readNumericDate(dates, at) ?? []].flat());
    if (token.kind !== 'word' || !dates.lexicon.beginnings.has(token.key)) continue;
    const months = readMonth(dates, at);
    const one =
      readPhrase(dates, at) ??
      readNear(dates, at) ??
      readPartOfYear(dates, at) ??
      readWeekday(dates, at) ??
      readDecadeWord(dates, at) ??
      readVagueAgo(dates, at);
    found.push(...months, ...(one ? [one] : []));
  }
  return found;
}

function readNumber(dates: DateScan, number: ScannedNumber): ScannedDate[] {
  const counted = readCounted(dates, number);
  const named = dates.claimed.has(number)
    ? undefined
    : (readHanDate(dates, number) ?? readYear(dates, number));
  return [...(counted ? [counted] : []), ...(named ? [named] : [])];
}

/** "Now" within "right now", the weekday of "last Friday": what lies within a relative time says no more. */
function withoutParts(sorted: readonly ScannedDate[]): ScannedDate[] {
  let covered = 0;
  return sorted.filter(({ from, to, relative }) => {
    const isPart = from < covered && to <= covered;
    if (relative) covered = Math.max(covered, to);
    return !isPart;
  });
}

/** "Friday, June 13" is one date. */
function withWeekdays(sorted: readonly ScannedDate[], tokens: Scan['tokens']): ScannedDate[] {
  const merged: ScannedDate[] = [];
  for (const date of sorted) {
    const before = merged.at(-1);
    const isNamed = before?.weekday !== undefined && !before.relative && before.day === undefined;
    const gap = isNamed ? tokens.slice(before.to, Math.min(date.from, before.to + 3)) : [];
    const isBeside = isNamed && date.from - before.to <= 2 && gap.every(({ key }) => BESIDE_WEEKDAY.has(key));
    if (!before || date.day === undefined || !isBeside) merged.push(date);
    else
      merged[merged.length - 1] = {
        ...date,
        from: before.from,
        ...(before.weekday ? { weekday: before.weekday } : {}),
      };
  }
  return merged;
}

const BESIDE_WEEKDAY: ReadonlySet<string> = new Set(', the den dem el le'.split(' '));

function toDate({ from, to, ...fields }: ScannedDate, { text, tokens }: Scan): DateMention {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  return { start, end, text: text.slice(start, end), ...fields };
}

function toMention(number: ScannedNumber, { text, tokens }: Scan): NumberMention {
  const { value, step, scale, kind, unit, qualifier, isWeak, isFigure, isPaired } = number;
  const start = tokens[number.first]?.start ?? 0;
  const end = tokens[number.last - 1]?.end ?? start;
  return {
    start,
    end,
    text: text.slice(start, end),
    numberStart: tokens[number.from]?.start ?? start,
    numberEnd: tokens[number.to - 1]?.end ?? end,
    value,
    step,
    scale,
    kind,
    isWeak,
    isFigure,
    isPaired,
    ...(unit ? { unit } : {}),
    ...(qualifier ? { qualifier } : {}),
  };
}
