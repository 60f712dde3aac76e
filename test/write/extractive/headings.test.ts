import { describe, expect, it } from 'vitest';
import { formatHeading, isGenericTitle, nameTopics } from '../../../src/write/extractive/headings.ts';
import { cleanTitle } from '../../../src/write/extractive/headline.ts';
import { termWeights } from '../../../src/write/extractive/relevance.ts';
import { speechOf } from './speech-fixture.ts';

describe('nameTopics', () => {
  const speech = speechOf([
    'The air defence systems came late. Everybody wanted air defence systems, and the air defence systems cost a fortune.',
    'Nobody expected the wheat harvest to fail. The wheat harvest failed, and the price of the wheat harvest doubled in Turin.',
  ]);
  const border = speech.unitStart[1] ?? 0;
  const names = nameTopics(speech, termWeights(speech), [
    { from: 0, to: border },
    { from: border, to: speech.words.length },
  ]).map((phrases) => phrases.map(({ text }) => text));

  it('names a topic by the phrase said most and early in it', () => {
    expect(names.map(([first]) => first)).toEqual(['air defence systems', 'wheat harvest']);
  });

  it('gives markup and signs as no name', () => {
    const marked = speechOf([
      'A <b>tag</b> and 7 % of it. A <b>tag</b> and 8 % of it. A <b>tag</b> and 9 % of it.',
    ]);
    const [named] = nameTopics(marked, termWeights(marked), [{ from: 0, to: marked.words.length }]);
    expect(named?.map(({ text }) => text)).not.toContain('');
    expect(named?.map(({ text }) => text).join(' ')).not.toMatch(/[<>%]|tag/u);
  });

  it('gives no name to two topics', () => {
    const all = names.flat();
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('formatHeading', () => {
  it.each([
    ['en', ['rule of law', 'Putin’s'], 'Rule of Law and Putin'],
    ['de', ['Haushalt', 'Brücke'], 'Haushalt und Brücke'],
    ['es', ['presupuesto', 'industria'], 'Presupuesto e industria'],
    ['ja', ['感染者数', '指数関数'], '感染者数と指数関数'],
    ['ar', ['الميزانية', 'الجسر'], 'الميزانية والجسر'],
    ['sw', ['bajeti', 'daraja', 'bandari'], 'Bajeti, daraja, bandari'],
  ])('joins names as %s does', (language, names, heading) => {
    expect(formatHeading(names, language)).toBe(heading);
  });
});

describe('isGenericTitle', () => {
  it.each(['Intro', 'Q&A', '12', 'Episode highlight', '—'])('takes %j for no title', (title) => {
    expect(isGenericTitle(title, 'en')).toBe(true);
  });

  it('takes a title with a subject for one', () => {
    expect(isGenericTitle('Introduction to sailing', 'en')).toBe(false);
  });
});

describe('cleanTitle', () => {
  const speech = speechOf([
    'NATO and the iPhone came up when Zelensky met UNICEF. The CHIPS Act pays for chips.',
  ]);

  it.each([
    ['473 – Iran War Debate | Lex Fridman Podcast', 'Iran War Debate'],
    ['Will he fall? || The Show', 'Will he fall?'],
    ['Bridge opens 🎉 #news #tartu', 'Bridge opens'],
    ['The talk (Official Video)', 'The talk'],
    ['ZELENSKY MEETS NATO IN BERGEN', 'Zelensky Meets NATO in Bergen'],
    ['What a SHOCKING week for UNICEF!!', 'What a Shocking week for UNICEF'],
    ['GDPR/HIPAA explained', 'GDPR/HIPAA explained'],
    ['What the CHIPS Act is for', 'What the CHIPS Act is for'],
    ['bridge opens in tartu', 'Bridge opens in tartu'],
    ['🔥🔥🔥', ''],
  ])('makes %j into %j', (title, headline) => {
    expect(cleanTitle(title, speech)).toBe(headline);
  });
});
