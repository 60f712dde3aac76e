import { describe, expect, it } from 'vitest';
import { createCopy, createSentence } from '../../src/check/copy.ts';
import { evidenceOf } from '../../src/check/evidence.ts';
import type { Found } from '../../src/check/rule.ts';
import { DATE_RULES } from '../../src/check/rules/dates.ts';

const UNITS = [
  'Yesterday the Treasury made it plain to every bank.',
  'Putin launched his war in February 2022, and last year we met in Vilnius.',
  'Nothing of this kind was ever said here.',
  'The registration runs from April 13 to 30, for six weeks.',
  'Nor was anything here.',
  'The programme of 88 was replaced on Friday.',
  'We have ruled for four decades since 1984.',
];

interface Options {
  readonly cites?: readonly number[];
  readonly language?: string;
  readonly publishedAt?: string | undefined;
  readonly rule?: 'F02' | 'F03';
}

function check(text: string, options: Options = {}): Found[] {
  const { cites = [0], language = 'en', rule = 'F02' } = options;
  const publishedAt = 'publishedAt' in options ? options.publishedAt : '2024-06-13';
  const evidence = evidenceOf({
    units: UNITS.map((unit, id) => ({ id, text: unit })),
    metadata: { platform: 'file', title: 'A talk', ...(publishedAt === undefined ? {} : { publishedAt }) },
    language: 'en',
    sha256: '',
  });
  const sentence = createSentence({ role: 'sentence', text, path: '', cites });
  const copy = createCopy({
    language,
    deck: [],
    keyPoints: [],
    others: [],
    lead: [{ sentences: [sentence] }],
    sections: [],
    hasCitations: true,
  });
  return DATE_RULES.filter(({ id }) => id === rule).flatMap(({ severity, checkSentence }) =>
    [...(checkSentence?.(sentence, { copy, evidence, language }) ?? [])].map((found) => ({
      severity,
      ...found,
    })),
  );
}

const severities = (text: string, options?: Options) => check(text, options).map(({ severity }) => severity);

describe('F02', () => {
  it('accepts what the units and the date of the video make together', () => {
    expect(check('The Treasury spoke on June 12.')).toEqual([]);
    expect(check('The Treasury spoke on Wednesday, June 12, 2024.')).toEqual([]);
    expect(check('The leaders met in 2023.', { cites: [1] })).toEqual([]);
    expect(check('Das Ministerium sprach am 12. Juni.', { language: 'de' })).toEqual([]);
  });

  it('says the arithmetic when a date comes out differently', () => {
    const [found] = check('The Treasury spoke on June 14.');
    expect(found?.severity).toBe('error');
    expect(found?.message).toContain('2024-06-12');
  });

  it('only warns when the date of the video is not known', () => {
    expect(severities('The Treasury spoke on June 12.', { publishedAt: undefined })).toEqual(['warning']);
  });

  it('accepts the day before for a video published in the night', () => {
    expect(check('The Treasury spoke on June 11.', { publishedAt: '2024-06-13T01:29:00Z' })).toEqual([]);
  });

  it('reports another year, month or day', () => {
    expect(severities('The war began in February 2023.', { cites: [1] })).toEqual(['error']);
    expect(severities('The war began in March 2022.', { cites: [1] })).toEqual(['error']);
    expect(severities('Registration runs from April 13 to 29.', { cites: [3] })).toEqual(['error']);
    expect(severities('It was replaced on Monday.', { cites: [5] })).toEqual(['error']);
  });

  it('does not let the year of the video stand for another that is told', () => {
    expect(severities('The war began in 2024.', { cites: [1] })).toEqual(['error']);
  });

  it('accepts years of which the captions have two digits', () => {
    expect(check('The programme dates from 1988.', { cites: [5] })).toEqual([]);
  });

  it('warns of a date that stands elsewhere in the transcript', () => {
    expect(severities('That was in February 2022.', { cites: [3] })).toEqual(['warning']);
  });

  it('compares spans of time by their length', () => {
    expect(check('They have ruled for 40 years.', { cites: [6] })).toEqual([]);
    expect(check('It takes 42 days.', { cites: [3] })).toEqual([]);
    expect(severities('It takes six months.', { cites: [3] })).toEqual(['error']);
  });

  it('accepts a day between yesterday and today', () => {
    expect(check('One day earlier, the Treasury had made it plain.')).toEqual([]);
  });

  it('warns of “next year” where the units say “last year”', () => {
    expect(severities('They will meet in Vilnius next year.', { cites: [1] })).toEqual(['warning']);
    expect(check('They met in Vilnius last year.', { cites: [1] })).toEqual([]);
  });
});

describe('F02 on spans without a number', () => {
  it('asks for the unit that the source has', () => {
    expect(check('They ruled for several years.', { cites: [6] })).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('decades') },
    ]);
    expect(check('They have ruled for decades.', { cites: [6] })).toEqual([]);
  });

  it('lets be what the units beside the cited one say', () => {
    expect(check('It took them weeks.', { cites: [4] })).toEqual([]);
  });
});

describe('F02 on days without a year', () => {
  it('takes the year nearest to the day of the video', () => {
    expect(check('The registration began on April 13, 2024.', { cites: [3] })).toEqual([]);
    expect(check('The registration began on April 13, 2023.', { cites: [3] })).toMatchObject([
      { message: expect.stringContaining('April 13, 2023') },
    ]);
  });
});

describe('F03', () => {
  it.each<[string, string, string]>([
    ['en', 'It has been one year since the meeting.', 'one year since'],
    ['en', 'Over the past twelve months, little changed.', 'past twelve months'],
    ['en', 'The past year of negotiations was clumsy.', 'past year'],
    ['en', 'Talks are stalled right now.', 'right now'],
    ['de', 'Das Gericht berät derzeit.', 'derzeit'],
    ['es', 'La ley se aprobó el año pasado.', 'año pasado'],
    ['fr', 'Il a parlé hier.', 'hier'],
    ['pt', 'O acordo foi assinado há dois anos.', 'há dois anos'],
    ['ru', 'Об этом недавно сообщили.', 'недавно'],
    ['uk', 'Це сталося минулого тижня.', 'минулого тижня'],
  ])('warns of a time told from the day of the video: %s, %s', (language, text, expected) => {
    const [found, ...others] = check(text, { language, rule: 'F03' });
    expect(others).toEqual([]);
    expect(found?.severity).toBe('warning');
    expect(text.slice(found?.start, found?.end)).toBe(expected);
  });

  it.each<[string, string]>([
    ['The minister resigned yesterday.', 'on June 12, 2024'],
    ['They met last year.', 'in 2023'],
    ["They met at last year's summit.", '2023'],
    ['They met last month.', 'in May 2024'],
  ])('offers the date by the calendar: %s', (text, fix) => {
    expect(check(text, { rule: 'F03' })[0]?.fix).toBe(fix);
  });

  it('lets be what carries its own anchor', () => {
    expect(check('Assets were frozen two days after Russia’s invasion in 2022.', { rule: 'F03' })).toEqual(
      [],
    );
    expect(check('It was the last year of the war.', { rule: 'F03' })).toEqual([]);
    expect(check('They met last year, in 2023.', { rule: 'F03' })).toEqual([]);
  });

  it('does not look into quotations', () => {
    expect(check('Ukraine “don’t have the cards right now.”', { rule: 'F03' })).toEqual([]);
  });
});
