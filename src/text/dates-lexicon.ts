import { type Calendar, calendarOf } from './dates-calendar.ts';
import { DATE_WORDS, type DateWords } from './dates-languages.ts';
import { lexiconOf, list } from './numbers/lexicon.ts';
import { isTimeSpan } from './numbers/units.ts';
import { primarySubtag } from './primary-subtag.ts';

type WordField = Exclude<
  keyof DateWords,
  | 'days'
  | 'decades'
  | 'vague'
  | 'now'
  | 'notNow'
  | 'agoBefore'
  | 'next'
  | 'hasDayBehind'
  | 'hasAdjectiveBehind'
>;

export interface DateLexicon {
  readonly calendar: Calendar;
  readonly days: ReadonlyMap<string, number>;
  readonly decades: ReadonlyMap<string, number>;
  readonly sets: Readonly<Record<WordField, ReadonlySet<string>>>;
  readonly next: ReadonlySet<string>;
  readonly hasDayBehind: boolean;
  readonly hasAdjectiveBehind: boolean;
  /** By their first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly DatePhrase[]>;
  readonly agoBefore: readonly (readonly string[])[];
  /** What may begin a date or time, so that other words are passed over in one look-up. */
  readonly beginnings: ReadonlySet<string>;
  /** Those of them that may begin a date or time with a place in the calendar: not "recently", not "to date". */
  readonly tellings: ReadonlySet<string>;
}

interface DatePhrase {
  readonly words: readonly string[];
  /** In days; absent where the phrase is vague. */
  readonly offset?: number;
  readonly kind: 'point' | 'vague' | 'now' | 'none';
}

const lexicons = new Map<string, DateLexicon>();

export function dateLexiconOf(language: string): DateLexicon {
  const key = primarySubtag(language);
  const known = lexicons.get(key);
  if (known) return known;
  const lexicon = compile(key);
  lexicons.set(key, lexicon);
  return lexicon;
}

function compile(language: string): DateLexicon {
  const words = DATE_WORDS[language] ?? DATE_WORDS.und;
  if (!words) throw new Error('The table of languages has no default');
  const set = (text: string | undefined): ReadonlySet<string> => new Set(list(text ?? ''));
  return {
    calendar: calendarOf(language),
    days: pairs(words.days),
    decades: pairs(words.decades),
    sets: {
      last: set(words.last),
      current: set(words.current),
      spans: set(words.spans),
      since: set(words.since),
      of: set(words.of),
      anchors: set(words.anchors),
      yearCues: set(words.yearCues),
      quarters: set(words.quarters),
      halves: set(words.halves),
      decadeCues: set(words.decadeCues),
      decadeEndings: set(words.decadeEndings),
      ambiguousMonths: set(words.ambiguousMonths),
      yearNouns: set(words.yearNouns),
      agoAfter: set(words.agoAfter),
      monthCues: set(words.monthCues),
      ambiguousDays: set(words.ambiguousDays),
    },
    next: set(words.next.replaceAll('_', ' ')),
    phrases: phrasesOf(words),
    agoBefore: list(words.agoBefore).map((phrase) => phrase.split('_')),
    hasDayBehind: words.hasDayBehind ?? false,
    hasAdjectiveBehind: words.hasAdjectiveBehind ?? false,
    beginnings: new Set([...tellingsOf(language, words), ...phrasesOf(words).keys()]),
    tellings: tellingsOf(language, words),
  };
}

function tellingsOf(language: string, words: DateWords): Set<string> {
  const { months, weekdays } = calendarOf(language);
  const units = [...lexiconOf(language).units].flatMap(([word, phrases]) =>
    phrases.some(({ unit }) => isTimeSpan(unit)) ? [word] : [],
  );
  const { last, current, next, quarters, halves } = words;
  return new Set([
    ...months.keys(),
    ...weekdays.keys(),
    ...beginningsOf(words.days),
    ...pairs(words.decades).keys(),
    ...list([last, current, next, quarters, halves].join(' ')),
    ...units,
  ]);
}

/** First words of phrases. */
function beginningsOf(days: string): string[] {
  return [...pairs(days).keys()].map((phrase) => phrase.split(/[_']/u)[0] ?? '');
}

function pairs(text: string): Map<string, number> {
  return new Map(
    list(text).map((pair) => [pair.slice(0, pair.indexOf('=')), Number(pair.slice(pair.indexOf('=') + 1))]),
  );
}

function phrasesOf({ vague, now, notNow = '', days }: DateWords): Map<string, DatePhrase[]> {
  const phrases = new Map<string, DatePhrase[]>();
  const add = (phrase: string, kind: DatePhrase['kind'], offset?: number): void => {
    // The apostrophe of an elision is a token of its own.
    const words = phrase.replaceAll("'", "_'_").split('_');
    const known = phrases.get(words[0] ?? '') ?? [];
    known.push({ words, kind, ...(offset === undefined ? {} : { offset }) });
    phrases.set(words[0] ?? '', known);
  };
  for (const phrase of list(vague)) add(phrase, 'vague');
  for (const phrase of list(now)) add(phrase, 'now');
  for (const phrase of list(notNow)) add(phrase, 'none');
  for (const [phrase, offset] of pairs(days)) add(phrase, 'point', offset);
  for (const known of phrases.values()) known.sort((one, other) => other.words.length - one.words.length);
  return phrases;
}
