import { describe, expect, it } from 'vitest';
import { checkSentences, createSentence, evidenceOf, type Finding } from '../../src/check/index.ts';
import { COMPARISON_RULES } from '../../src/check/rules/comparisons.ts';
import { POLARITY_RULES } from '../../src/check/rules/polarity.ts';

const QUIET = 'The weather in the harbour was fine all summer.';

/** Each matter stands between units that deny nothing, so that only its own words decide. */
function evidence(text: string, language = 'en') {
  return evidenceOf({
    units: [QUIET, text, QUIET].map((unit, id) => ({ id, text: unit })),
    metadata: { platform: 'file', title: '' },
    language,
    sha256: '',
  });
}

interface Options {
  readonly language?: string;
  readonly hasCitations?: boolean;
  readonly rules?: typeof POLARITY_RULES;
}

function check(
  source: string,
  text: string,
  { language = 'en', hasCitations = true, rules = POLARITY_RULES }: Options = {},
): Finding[] {
  const sentence = createSentence({ role: 'sentence', text, path: '', cites: [1] });
  return checkSentences([sentence], evidence(source, language), {
    language,
    rules,
    hasCitations,
  });
}

const severities = (...given: Parameters<typeof check>) => check(...given).map(({ severity }) => severity);
/** Infos count for nothing: what passes, passes without more than one. */
const faults = (...given: Parameters<typeof check>) =>
  check(...given).filter(({ severity }) => severity !== 'info');

describe('C03 on a negation that was added', () => {
  const RATE = 'The ministry will raise the interest rate in September.';

  it('reports it as an error where the source denies nothing', () => {
    const [found, ...others] = check(RATE, 'The ministry will not raise the interest rate.');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ severity: 'error', where: { start: 18, end: 21 } });
    expect(found?.evidence).toContain('raise the interest rate');
  });

  it.each(['never', 'no longer', 'cannot', 'won’t'])('reports “%s” too', (word) => {
    expect(severities(RATE, `The ministry ${word} raise the interest rate.`)).toEqual(['error']);
  });

  it('passes the sentence as it was', () => {
    expect(check(RATE, 'In September the ministry will raise its interest rate.')).toEqual([]);
  });

  it('reports it beside a denial of something else', () => {
    const source = `${RATE} I have seen many governors come and go in this building, and not one of them liked the press.`;
    expect(check(source, 'The ministry will not raise the interest rate.')).toHaveLength(1);
  });

  it('is a warning at the most where code has guessed the units', () => {
    expect(
      severities(RATE, 'The ministry will not raise the interest rate.', { hasCitations: false }),
    ).toEqual(['warning']);
  });

  it.each([
    [
      'de',
      'Die Zentralbank wird den Leitzins im Herbst erhöhen.',
      'Die Zentralbank wird den Leitzins nicht erhöhen.',
    ],
    [
      'fr',
      'La banque centrale va relever son taux directeur.',
      'La banque centrale ne va pas relever son taux directeur.',
    ],
    [
      'es',
      'El banco central va a subir los tipos de interés.',
      'El banco central no va a subir los tipos de interés.',
    ],
    [
      'uk',
      'Центральний банк підвищить облікову ставку восени.',
      'Центральний банк не підвищить облікову ставку.',
    ],
  ])('knows the negations of %s', (language, source, text) => {
    expect(severities(source, text, { language })).toContain('error');
    expect(check(source, source, { language })).toEqual([]);
  });
});

describe('C03 on a negation that the source has', () => {
  const TAXES = 'We will not raise taxes on families this year.';

  it.each([
    ['in the same words', 'The government will not raise taxes on families this year.'],
    ['with another negation', 'Families will see no higher taxes this year.'],
    ['as a contraction', 'The government won’t raise taxes on families this year.'],
    ['as a verb that denies', 'The government refuses to raise taxes on families this year.'],
    ['as an adjective that denies', 'The government is unwilling to raise taxes on families this year.'],
    ['as a verb that rules out', 'The government ruled out raising taxes on families this year.'],
  ])('passes a denial %s', (_, text) => {
    expect(check(TAXES, text)).toEqual([]);
  });

  it('passes a denial that the source makes with a verb', () => {
    expect(
      faults('The minister refuses to sign the treaty.', 'The minister will not sign the treaty.'),
    ).toHaveLength(0);
  });

  it('reports that it was lost', () => {
    const [found] = check(TAXES, 'The government will raise taxes on families this year.');
    expect(found?.message).toBe('the source says “not” of this, the sentence does not');
    expect(found?.evidence).toContain('not raise taxes');
  });

  it('does not miss it in a sentence about something else', () => {
    expect(
      check(
        `${TAXES} The bridge over the river opens in spring after three years of work.`,
        'The bridge opens in spring.',
      ),
    ).toEqual([]);
  });

  it.each([
    'It is not just the fishermen who gain, the whole town gains from the harbour.',
    'I don’t know, the whole town gains from the harbour.',
    'No, the whole town gains from the harbour.',
    'You don’t even have to ask, the whole town gains from the harbour.',
  ])('does not miss one that denies nothing: %s', (source) => {
    expect(check(source, 'The whole town gains from the harbour.')).toEqual([]);
  });

  it('reads no negation in what the sentence quotes: the quotation has a rule of its own', () => {
    const source = 'The ministry will raise the interest rate.';
    expect(check(source, 'He said “we will not raise the interest rate” that day.')).toEqual([]);
  });
});

describe('C03', () => {
  it('has nothing to say of a sentence that cites nothing', () => {
    const sentence = createSentence({ role: 'sentence', text: 'It will not rain.', path: '' });
    expect(checkSentences([sentence], evidence(QUIET), { language: 'en', rules: POLARITY_RULES })).toEqual(
      [],
    );
  });

  it('does not compare two languages, nor read one whose negations it does not know', () => {
    const german = createSentence({ role: 'sentence', text: 'Es regnet nicht.', path: '', cites: [1] });
    expect(checkSentences([german], evidence(QUIET), { language: 'de', rules: POLARITY_RULES })).toEqual([]);
    expect(check('雨が降る。', '雨が降らない。', { language: 'ja' })).toEqual([]);
  });
});

describe('C06', () => {
  const PRICES = 'Food prices have risen by three percent since the spring, faster than wages.';
  const compare = (source: string, text: string, language = 'en') =>
    check(source, text, { language, rules: COMPARISON_RULES });

  it('reports a rise told as a fall, where it stands', () => {
    const text = 'Food prices have fallen by three percent since the spring.';
    expect(compare(PRICES, text)).toMatchObject([
      { severity: 'warning', message: '“fallen” goes against the source', where: { start: 17, end: 23 } },
    ]);
  });

  it('reports after told as before', () => {
    const source = 'The ministers froze the funds two days after the invasion.';
    expect(compare(source, 'The ministers froze the funds two days before the invasion.')).toHaveLength(1);
    expect(compare(source, 'Two days later than the invasion the funds were frozen.')).toEqual([]);
  });

  it('reports less told as more', () => {
    expect(
      compare(
        'The ferry carries fewer passengers than the bridge.',
        'The ferry carries more passengers than the bridge.',
      ),
    ).toHaveLength(1);
  });

  it('passes a rise told in another word', () => {
    expect(compare(PRICES, 'Food prices climbed by three percent, more than wages.')).toEqual([]);
    expect(compare(PRICES, 'Food grew dearer: prices increased by three percent.')).toEqual([]);
  });

  it('passes a direction where the source has both, and one where it has none', () => {
    expect(
      compare('Food prices rose while wages fell in the spring.', 'Wages fell while food prices rose.'),
    ).toEqual([]);
    expect(compare('Food prices are three percent up since the spring.', 'Food prices fell.')).toEqual([]);
  });

  it('passes a direction about something else than the source’s', () => {
    expect(compare(PRICES, 'Fewer boats lie in the harbour.')).toEqual([]);
    expect(compare(PRICES, 'Fewer boats since the spring lie in the harbour.')).toEqual([]);
  });

  it.each([
    ['de', 'Die Preise sind um drei Prozent gestiegen.', 'Die Preise sind um drei Prozent gesunken.'],
    ['es', 'Los precios subieron un tres por ciento.', 'Los precios bajaron un tres por ciento.'],
    ['ru', 'Цены на хлеб выросли на три процента.', 'Цены на хлеб снизились на три процента.'],
  ])('knows the directions of %s', (language, source, text) => {
    expect(compare(source, text, language)).toHaveLength(1);
    expect(compare(source, source, language)).toEqual([]);
  });
});
