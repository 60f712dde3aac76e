import { describe, expect, it } from 'vitest';
import { createCopy } from '../../src/check/copy.ts';
import { createSentence, evidenceOf } from '../../src/check/index.ts';
import { NAME_RULES } from '../../src/check/rules/names.ts';
import { checkCopy } from '../../src/check/run-rules.ts';
import type { Metadata, Unit } from '../../src/transcript/index.ts';

interface Setting {
  readonly language?: string;
  readonly captions?: string;
  readonly metadata?: Partial<Metadata>;
  readonly glossary?: readonly string[];
  readonly isWhole?: boolean;
}

const SPEECH = [
  'Good evening. I met the chancellor today.',
  'We will help Ukraine, and I told Putin so.',
  'Our friends in NATO agree with us on that.',
  'The factory opens in September, I am told.',
  'Prices fell a little last month.',
  'And wages rose.',
  'People moved to other towns.',
  'Schools stayed open.',
  'The harbour was closed.',
  'Trains ran on time.',
  'Mayor Hartke was here with Senator Mark Kelly.',
  'Thank you all.',
];

/** The findings on sentences about a transcript, each with the ids that it cites. */
function check(
  units: readonly (string | Unit)[],
  sentences: readonly (readonly [string, ...number[]])[],
  { language = 'en', captions = language, metadata = {}, glossary = [] }: Setting = {},
) {
  const evidence = evidenceOf(
    {
      units: units.map((unit, id) => (typeof unit === 'string' ? { id, text: unit } : unit)),
      language: captions,
      metadata: { platform: 'file', title: '', ...metadata },
      sha256: '',
    },
    { glossary },
  );
  const copy = createCopy({
    language,
    deck: [],
    keyPoints: [],
    lead: [
      {
        sentences: sentences.map(([text, ...cites], index) =>
          createSentence({ role: 'sentence', text, path: `/lead/0/sentences/${index}/text`, cites }),
        ),
      },
    ],
    sections: [],
    others: [],
    hasCitations: true,
  });
  return checkCopy(copy, evidence, NAME_RULES).findings.map(({ rule, severity, message }) => ({
    rule,
    severity,
    message,
  }));
}

describe('F04, names come from the source', () => {
  it('accepts a name of the cited unit or its neighbours in any form', () => {
    expect(check(SPEECH, [['He promised Ukrainians help, and Putin’s answer is awaited.', 1]])).toEqual([]);
    expect(check(SPEECH, [['Cooperation with NATO goes on.', 1]])).toEqual([]);
  });

  it('reports a name that stands nowhere as an error', () => {
    expect(check(SPEECH, [['He also spoke to Macron about it.', 1]])).toMatchObject([
      { rule: 'F04', severity: 'error', message: expect.stringContaining('Macron') },
    ]);
  });

  it('reports the first name alone that was added from memory', () => {
    const findings = check(SPEECH, [['He told Vladimir Putin so.', 1]]);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain('Vladimir');
  });

  it('accepts names of the title, the channel and the glossary', () => {
    const setting = {
      metadata: { title: 'A talk with Angela Merkel', channel: { name: 'Deutsche Welle' } },
      glossary: ['Kharkiv'],
    };
    expect(check(SPEECH, [['He told Angela Merkel and Deutsche Welle about Kharkiv.', 3]], setting)).toEqual(
      [],
    );
  });

  it('takes country, demonym and abbreviation for one name', () => {
    const units = ['The United States stands with you.', 'So do the French.'];
    expect(check(units, [['This is what America and the U.S. army do, like France.', 0]])).toEqual([]);
  });

  it('warns where the name is said elsewhere only', () => {
    expect(check(SPEECH, [['The factory was visited by Kelly.', 3]])).toMatchObject([
      { rule: 'F04', severity: 'warning', message: expect.stringContaining('unit 10') },
    ]);
  });

  it('accepts a name of a few units before, to which a pronoun may point', () => {
    expect(check(SPEECH, [['Prices fell, and Putin will be told.', 4]])).toEqual([]);
  });

  it('mentions such a name where the cited unit has another of its kind', () => {
    const units = [
      'We thank Ukraine for all of this.',
      'Nothing else to say.',
      'Nothing more.',
      'Russia must pay.',
    ];
    expect(check(units, [['Payment is due from Ukraine.', 3]])).toMatchObject([
      { severity: 'info', message: expect.stringContaining('Russia') },
    ]);
  });

  it('asks about the spelling where the captions sound alike, once for a name', () => {
    const units = ['we met president zalinski in kharkov', 'he thanked us'];
    const findings = check(units, [
      ['They met Zelenskyy in Kharkiv.', 0],
      ['Then Zelenskyy thanked them.', 0],
    ]);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    expect(findings[0]?.message).toContain('zalinski');
    expect(findings[1]?.message).toContain('kharkov');
  });

  it('finds names written as one word or two', () => {
    expect(check(['we use open ai and GitHub'], [['They use OpenAI and Git Hub.', 0]])).toEqual([]);
  });

  it('accepts an acronym of words that the cited unit says', () => {
    expect(check(['private domestic final purchases grew'], [['The growth of PDFP held up.', 0]])).toEqual(
      [],
    );
  });

  it('takes ordinary first words for no names', () => {
    const sentences: [string, number][] = [
      ['Officials announced a date for the factory.', 3],
      ['Introducing the factory took long.', 3],
      ['Despite delays, the factory opens.', 3],
      ['Joblessness has stayed low.', 4],
    ];
    expect(check(SPEECH, sentences)).toEqual([]);
  });

  it('warns only where the first word alone says that it is a name', () => {
    expect(check(SPEECH, [['Macron said the factory opens.', 3]])).toMatchObject([{ severity: 'warning' }]);
  });

  it('leaves quotations to the rule that compares them', () => {
    expect(check(SPEECH, [['He said “Macron is here”.', 1]])).toEqual([]);
  });

  it('warns where a capital city stands for the country that is named', () => {
    expect(check(['Russia must stop.'], [['This was a message to Moscow.', 0]])).toMatchObject([
      { rule: 'F04', severity: 'warning' },
    ]);
  });

  it.each([
    ['ru', 'Мы говорили с Байденом в Москве.', 'Он встретил Байдена в Москве.', 'Он встретил Макрона там.'],
    ['uk', 'Ми говорили з Байденом у Києві.', 'Він зустрів Байдена в Києві.', 'Він зустрів Макрона там.'],
    [
      'es',
      'Hablamos con Petro en Bogotá.',
      'La cita con Petro fue en Bogotá.',
      'La cita con Milei fue allí.',
    ],
    ['fr', 'Nous avons vu Scholz à l’Élysée.', 'Il a vu Scholz à l’Élysée.', 'Il a vu Draghi là-bas.'],
    [
      'pt',
      'Falamos com Lula em Lisboa.',
      'A conversa com Lula foi em Lisboa.',
      'A conversa com Milei foi ali.',
    ],
    ['de', 'ich habe baumgarten getroffen', 'Das stimme, sagte Baumgarten.', 'Das stimme, sagte Macron.'],
  ])('compares the forms of names in %s', (language, unit, right, wrong) => {
    expect(check([unit], [[right, 0]], { language })).toEqual([]);
    expect(check([unit], [[wrong, 0]], { language })).toMatchObject([{ rule: 'F04' }]);
  });

  it('compares only names of one script where text and captions differ in language', () => {
    const spanish = ['Hablamos con Petro en Bogotá sobre Alemania.'];
    expect(check(spanish, [['They spoke to Petro about Germany.', 0]], { captions: 'es' })).toEqual([]);
    expect(check(spanish, [['They spoke to Milei.', 0]], { captions: 'es' })).toMatchObject([
      { severity: 'warning' },
    ]);
    expect(check(['我们和他谈了'], [['They spoke to Milei.', 0]], { captions: 'zh' })).toEqual([]);
  });
});

describe('F05, roles and qualifiers of time come from the source', () => {
  it.each([
    ['en', 'He met the former president in Berlin.', 'We met the president in Berlin.'],
    ['en', 'He met then-Senator Kelly.', 'I met Senator Kelly.'],
    ['en', 'He met the late Senator Kelly.', 'I met Senator Kelly.'],
    ['en', 'He met acting Mayor Hartke.', 'I met Mayor Hartke.'],
    ['en', 'He met the president-elect.', 'I met the president.'],
    ['de', 'Er traf den ehemaligen Kanzler.', 'Ich traf den Kanzler.'],
    ['es', 'Se reunió con el expresidente.', 'Hablé con el presidente.'],
    ['es', 'Se reunió con el presidente electo.', 'Hablé con el presidente.'],
    ['fr', 'Il a vu l’ancien président.', 'J’ai vu le président.'],
    ['pt', 'Falou com o então presidente.', 'Falei com o presidente.'],
    ['ru', 'Он встретил бывшего президента.', 'Я встретил президента.'],
    ['uk', 'Він зустрів колишнього президента.', 'Я зустрів президента.'],
  ])('reports what the source does not say (%s: %s)', (language, text, unit) => {
    expect(check([unit], [[text, 0]], { language }).map(({ rule, severity }) => rule + severity)).toContain(
      'F05error',
    );
  });

  it.each([
    ['He met the former president.', 'We met the former president.'],
    ['He met the former president.', 'She was president of the club.'],
    ['He met former Senator Kelly.', 'I met Kelly, who used to be a senator.'],
    ['He met then-Senator Kelly.', 'It was then Senator Kelly who came.'],
    ['He met the late Senator Kelly.', 'Senator Kelly died last year.'],
    ['He met the president-elect.', 'The president elect came.'],
  ])('accepts what the cited unit says (%s: %s)', (text, unit) => {
    expect(check([unit], [[text, 0]])).toEqual([]);
  });

  it('accepts a qualifier that the transcript gives the same name elsewhere', () => {
    const units = ['I met former Senator Kelly.', 'b', 'c', 'd', 'Kelly left early.'];
    expect(check(units, [['Then former Senator Kelly left.', 4]])).toEqual([]);
  });

  it('takes late February and acting on orders for no roles', () => {
    expect(
      check(SPEECH, [
        ['It opens in late February.', 3],
        ['It opens in late September.', 3],
        ['They were acting on orders.', 3],
        ['Wages rose, and then presidents spoke.', 5],
      ]),
    ).toEqual([]);
  });

  it('reports then- also without any transcript', () => {
    expect(check([], [['He met then-President Obama.']])).toMatchObject([{ rule: 'F05', severity: 'error' }]);
    expect(check([], [['He met former President Obama.']])).toEqual([]);
  });

  it('reports a title where the source gives the person another', () => {
    expect(check(SPEECH, [['They were joined by Governor Mark Kelly.', 10]])).toMatchObject([
      { rule: 'F05', severity: 'error', message: 'the source calls Mark Kelly “Senator”' },
    ]);
  });

  it('warns of a title where the source gives none', () => {
    expect(check(['I met Kelly there.'], [['He met Senator Kelly there.', 0]])).toMatchObject([
      { rule: 'F05', severity: 'warning' },
    ]);
  });

  it('accepts a title that the source gives in another language or order', () => {
    expect(check(['I met Kelly, the senator.'], [['He met Senator Kelly.', 0]])).toEqual([]);
    expect(
      check(['Hablamos con el presidente Petro.'], [['They spoke to President Petro.', 0]], {
        captions: 'es',
      }),
    ).toEqual([]);
  });
});

describe('F06 and F07, a text agrees with itself', () => {
  it('warns of a person who is president in one place and was in another', () => {
    const findings = check([], [['It was President Trump.'], ['It was former President Trump.']]);
    expect(findings).toMatchObject([{ rule: 'F06', severity: 'warning' }]);
  });

  it('warns of a person who is addressed as man and woman', () => {
    expect(check([], [['It was Mr. Jones.'], ['It was Mrs. Jones.']])).toMatchObject([{ rule: 'F06' }]);
  });

  it('accepts a title that is left out later', () => {
    expect(check([], [['It was President Trump.'], ['It was Trump.']])).toEqual([]);
  });

  it.each([
    ['He praised Zelensky.', 'He met Zelenskyy.'],
    ['He went to Kiev.', 'He left Kyiv.'],
  ])('warns of two spellings of one name (%s %s)', (first, second) => {
    expect(check([], [[first], [second]])).toMatchObject([{ rule: 'F07', severity: 'warning' }]);
  });

  it('accepts derived forms, and like names that the source has side by side', () => {
    expect(check([], [['He praised Russia.'], ['He met Russians.']])).toEqual([]);
    expect(check([], [['He praised Austria.'], ['He met people in Australia.']])).toEqual([]);
    const units = ['I met Schmitt and Schmidt.'];
    expect(
      check(units, [
        ['He met Schmitt.', 0],
        ['He met Schmidt.', 0],
      ]),
    ).toEqual([]);
  });
});
