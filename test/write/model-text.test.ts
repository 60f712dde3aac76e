import { describe, expect, it } from 'vitest';
import { findForeign } from '../../src/write/model/foreign-text.ts';
import { findUngrounded } from '../../src/write/model/grounding.ts';
import { createRegister } from '../../src/write/model/register.ts';
import { plain } from '../../src/write/model/top-matter.ts';
import { transcriptOf } from '../fixtures/transcripts.ts';

/** What true texts may hold although it resembles what no text may. */

describe('a text', () => {
  it.each([
    'The U.S. and the E.U. met in St. Petersburg at 3 p.m.',
    'He put it at 3 < 5 and 7 > 6, or 1/2.',
    'Powell said the 2.5 percent goal stood, i.e. nothing changed.',
    'The band AC/DC played at the P&L meeting & left.',
    'Der Preis stieg um ca. 3 Prozent, z.B. bei Öl.',
    'Он назвал это «ошибкой» и т.д. и т.п.',
    'She called it f*** nonsense and *sighed*.',
    'Item #7 costs $5 @ 3 each.',
    'The 5 μm layer holds.',
  ])('is not foreign: %s', (text) => {
    expect(findForeign(text, '')).toBeUndefined();
  });

  it('may name a site that its units name, but no page of it', () => {
    expect(findForeign('Booking.com raised its fees.', 'so booking.com raised the fees')).toBeUndefined();
    expect(findForeign('Booking.com raised its fees.', 'so they raised the fees')).toMatch(/booking\.com/iu);
    expect(findForeign('See booking.com/deal for it.', 'go to booking.com/deal now')).toMatch(/address/u);
  });

  it('is grounded when a quarter of its content words is said near by, whoever says them', () => {
    const transcript = transcriptOf([
      'we will repair the bridge before the winter because the river is rising',
    ]);
    const at = (text: string): string | undefined =>
      findUngrounded(text, { near: transcript.units, language: 'en', transcript, speakers: ['Anna Berg'] });
    expect(at('Berg said the crossing would be repaired ahead of winter.')).toBeUndefined();
    expect(at('He did not know.')).toBeUndefined();
    expect(at('Berg warned of traffic jams and angry shopkeepers downtown.')).toMatch(/hardly any/u);
    expect(at('PWNED.')).toMatch(/no sentence/u);
    expect(at('I will repair the bridge before winter.')).toMatch(/itself/u);
    expect(at('“I will repair the bridge,” Berg said, naming the winter.')).toBeUndefined();
  });
});

describe('a name', () => {
  const transcript = transcriptOf(
    [
      'welcome ursula von der leyen and charles de gaulle and juan carlos the first of spain and the weather is fine',
    ],
    { title: 'John Smith Jr. meets Ludwig van der Rohe' },
  );
  const nameOf = (name: string): string | undefined =>
    createRegister([{ key: 's1', name, role: null, description: 'a guest', introducedIn: [0] }], transcript)
      .named[0]?.name;

  it.each([
    'Ursula von der Leyen',
    'Charles de Gaulle',
    'John Smith Jr.',
    'Ludwig van der Rohe',
    'Juan Carlos',
  ])('stays a name: %s', (name) => {
    expect(nameOf(name)).toBe(name);
  });

  it.each([
    'the weather is fine',
    'Welcome welcome',
    'Spain welcome weather.',
    'Charles of the first weather and Spain fine',
  ])('is none: %s', (name) => {
    expect(nameOf(name)).toBeUndefined();
  });
});

it('a headline keeps the marks around words that somebody must have said, and no others', () => {
  expect(plain('Berg calls the plan "a very big mistake"')).toBe('Berg calls the plan "a very big mistake"');
  expect(plain('Berg calls the “plan” late\u200B')).toBe('Berg calls the plan late');
});
