import { describe, expect, it } from 'vitest';
import { type CopySentence, createCopy } from '../../src/check/copy.ts';
import {
  checkCopy,
  checkSentences,
  copyOfText,
  createSentence,
  type Finding,
  RULES,
} from '../../src/check/index.ts';
import { evidenceOfWords } from '../fixtures/evidence.ts';

const nothing = evidenceOfWords([]);
const attributionRules = RULES.filter(({ id }) => /^A0[1-6]$/u.test(id));

function findingsIn(
  text: string,
  language: string,
  evidence = nothing,
  parts: Partial<CopySentence> = {},
): Finding[] {
  const cites = evidence.units.map(({ id }) => id);
  const sentence = createSentence({ role: 'sentence', text, path: '', cites, ...parts });
  return checkSentences([sentence], evidence, { language, rules: attributionRules });
}

function rulesFor(text: string, language: string, evidence = nothing): string[] {
  return [...new Set(findingsIn(text, language, evidence).map(({ rule }) => rule))];
}

/** Language, a sentence that breaks the rule, one that comes near it. */
type Case = readonly [language: string, hit: string, pass: string];

function holds(rule: string, cases: readonly Case[]): void {
  it.each(cases)('finds it in %s: %s', (language, hit) => {
    expect(rulesFor(hit, language)).toContain(rule);
  });
  it.each(cases)('passes what comes near in %s', (language, _hit, pass) => {
    expect(rulesFor(pass, language)).toEqual([]);
  });
}

describe('A01: who says something is named', () => {
  holds('A01', [
    [
      'en',
      'Critics argue that the plan is late.',
      'According to analysts at Goldman Sachs, the plan is late.',
    ],
    ['de', 'Laut Experten kommt der Plan zu spät.', 'Laut Experten der Bundesbank kommt der Plan zu spät.'],
    [
      'es',
      'Según analistas, el plan llega tarde.',
      'Según analistas del Banco de España, el plan llega tarde.',
    ],
    [
      'fr',
      'Selon des experts, le plan arrive tard.',
      'Selon des experts de la Banque de France, le plan arrive tard.',
    ],
    [
      'pt',
      'Segundo analistas, o plano chega tarde.',
      'Segundo analistas do Banco Central, o plano chega tarde.',
    ],
    ['ru', 'По мнению экспертов, план запоздал.', 'По мнению экспертов Центра Карнеги, план запоздал.'],
    ['uk', 'На думку експертів, план запізнився.', 'На думку експертів Центру Разумкова, план запізнився.'],
  ]);

  it.each([
    'Trump has reportedly pushed for concessions.',
    'The alleged talks took place in May.',
    'Reports indicate that the talks have failed.',
    'Such terms, according to analysts, would leave Ukraine exposed.',
    'For Russia, it is seen by some as a fight for an empire.',
    'Some say the plan is late.',
    'The plan is widely regarded as late.',
  ])('finds “%s”', (text) => expect(rulesFor(text, 'en')).toContain('A01'));

  it.each([
    'Some members said the plan was late, Powell told reporters.',
    'The reports were published in May.',
    'Experts at the bank warned the board in May.',
    'The minister said, “Critics argue about everything.”',
  ])('passes “%s”', (text) => expect(rulesFor(text, 'en')).toEqual([]));

  const article = (deck: string, lead: string, body: string): string =>
    ['# Talks stall', `*${deck}*`, lead, '## What comes next', body].join('\n\n');
  const severitiesIn = (file: string): string[] =>
    checkCopy(copyOfText(file, { evidence: nothing, language: 'en' }), nothing, attributionRules)
      .findings.filter(({ rule }) => rule === 'A01')
      .map(({ severity }) => severity);

  it('is a warning below the lead', () => {
    expect(
      severitiesIn(article('One year on.', 'The talks began in May.', 'They reportedly ended.')),
    ).toEqual(['warning']);
  });

  it('is an error in the deck and in the lead', () => {
    const file = article(
      'The talks reportedly stalled.',
      'The talks reportedly began in May.',
      'They ended.',
    );
    expect(severitiesIn(file)).toEqual(['error', 'error']);
  });

  it('is an error throughout an article that has more than three in 1,000 words', () => {
    const body = 'They reportedly ended. They allegedly failed. Critics argue so. Some say so.';
    expect(severitiesIn(article('One year on.', 'The talks began in May.', body))).toEqual(
      Array(4).fill('error'),
    );
  });
});

describe('A02: a statement stands as certain as the speaker made it', () => {
  it.each([
    ['en', 'The president reportedly signed the bill in May.', 'The president signed the bill in May.'],
    [
      'de',
      'Der Präsident hat das Gesetz angeblich im Mai unterzeichnet.',
      'Er hat das Gesetz im Mai unterzeichnet.',
    ],
    ['es', 'El presidente supuestamente firmó la ley en mayo.', 'El presidente firmó la ley en mayo.'],
    ['fr', 'Le président a prétendument signé la loi en mai.', 'Le président a signé la loi en mai.'],
    ['pt', 'O presidente supostamente assinou a lei em maio.', 'O presidente assinou a lei em maio.'],
    ['ru', 'Президент якобы подписал закон в мае.', 'Президент подписал закон в мае.'],
    ['uk', 'Президент нібито підписав закон у травні.', 'Президент підписав закон у травні.'],
  ])('finds doubt that nobody had in %s', (language, text, source) => {
    expect(rulesFor(text, language, evidenceOfWords([source], language))).toContain('A02');
  });

  it('passes doubt that the source shares', () => {
    const source = evidenceOfWords(['I heard the president signed the bill in May but I am not sure']);
    expect(rulesFor('The president may have signed the bill in May, he said.', 'en', source)).toEqual([]);
  });

  it('finds a guess that is stated flat', () => {
    const source = evidenceOfWords(['inflation will probably fall below two percent by next summer']);
    expect(rulesFor('Inflation falls below two percent by next summer.', 'en', source)).toEqual(['A02']);
    expect(rulesFor('Inflation is likely to fall below two percent by next summer.', 'en', source)).toEqual(
      [],
    );
  });
});

describe('A03: a judgement has somebody who makes it', () => {
  holds('A03', [
    [
      'en',
      'The conflict is framed as a struggle for survival.',
      'The conflict is framed as a struggle by Kyiv.',
    ],
    [
      'de',
      'Der Plan wird als Fehler angesehen.',
      'Der Plan wird von Merkel als Fehler angesehen, sagte sie.',
    ],
    ['es', 'El plan es visto como un error.', 'El plan es visto como un error por la ministra.'],
    ['fr', 'Le plan est perçu comme une erreur.', 'Le plan est perçu comme une erreur par le ministre.'],
    ['pt', 'O plano é visto como um erro.', 'O plano é visto como um erro pela ministra.'],
    ['ru', 'План воспринимается как ошибка.', 'План воспринимается как ошибка, сказал министр.'],
    ['uk', 'План сприймається як помилка.', 'План сприймається як помилка, сказав міністр.'],
  ]);

  it.each([
    'Described as a capitalist rather than a humanist, he lost patience.',
    'The past year has been characterized by clumsy handling.',
    'For Russia, it is seen by some as a fight for an empire.',
    'The plan is considered a failure.',
  ])('finds “%s”', (text) => expect(rulesFor(text, 'en')).toContain('A03'));

  it.each([
    'The plan is seen as a failure, Landsbergis said.',
    'The motion was considered at the meeting.',
    'The man was seen leaving the house.',
  ])('passes “%s”', (text) => expect(rulesFor(text, 'en')).toEqual([]));

  it('passes a judgement that the article lays to a speaker', () => {
    expect(findingsIn('The plan is seen as a failure.', 'en', nothing, { speaker: 'landsbergis' })).toEqual(
      [],
    );
  });
});

describe('A04: verbs of attribution neither judge nor read minds', () => {
  holds('A04', [
    ['en', 'Powell admitted that the vote was split.', 'Powell was admitted to the hospital.'],
    ['de', 'Merkel behauptete, der Plan sei fertig.', 'Merkel behauptete sich im Amt.'],
    ['es', 'La ministra admitió que el plan llega tarde.', 'El hospital admitió a la ministra.'],
    ['fr', 'Le ministre prétend que le plan est prêt.', 'Le prétendant au trône est prêt.'],
    ['pt', 'O ministro admitiu que o plano atrasou.', 'O hospital admitiu o ministro.'],
    ['ru', 'Министр признался, что план запоздал.', 'Министра признали лучшим.'],
    ['uk', 'Міністр зізнався, що план запізнився.', 'Міністра визнали найкращим.'],
  ]);

  it.each([
    'Powell claimed the vote was split.',
    'The minister insisted that time was short.',
    'He boasted that the plan was his.',
    'Trump slammed the Fed for its decision.',
    'He acknowledged the difficulty, admitting in an interview that he had expected less.',
    'He posits that the talks have stalled.',
    'Zelenskyy believes that the talks have stalled.',
    'She hopes the talks will succeed.',
  ])('finds “%s”', (text) => expect(rulesFor(text, 'en')).toContain('A04'));

  it.each([
    'The group claimed responsibility for the attack.',
    'The storm claimed the lives of 12 people.',
    'What the documents revealed was known in May.',
    'The documents revealed that the vote was split.',
    'It was revealed in documents from May.',
    'The court rejected claims that the vote was split.',
    'Zelenskyy said he believes that the talks have stalled.',
    'The hurricane slammed the coast.',
  ])('passes “%s”', (text) => expect(rulesFor(text, 'en')).toEqual([]));
});

describe('A05: an opinion has its speaker', () => {
  const ruleFor = (sentences: readonly Partial<CopySentence>[], language = 'en'): string[] => {
    const copy = createCopy({
      language,
      deck: [],
      keyPoints: [],
      lead: [
        {
          sentences: sentences.map((sentence, index) =>
            createSentence({
              role: 'sentence',
              text: '',
              path: `/lead/0/sentences/${index}/text`,
              ...sentence,
            }),
          ),
        },
      ],
      sections: [],
      others: [],
      hasCitations: true,
    });
    const rules = attributionRules.filter(({ id }) => id === 'A05').map((rule) => ({ ...rule, needs: [] }));
    return checkCopy(copy, nothing, rules).findings.map(({ where }) => where.path);
  };

  it('finds an opinion that nobody holds', () => {
    expect(ruleFor([{ text: 'The deal is the best in years.', kind: 'opinion' }])).toEqual([
      '/lead/0/sentences/0/text',
    ]);
  });

  it('passes an opinion with a speaker, with a verb of saying, or of the speaker before', () => {
    expect(ruleFor([{ text: 'The deal is the best in years.', kind: 'opinion', speaker: 'biden' }])).toEqual(
      [],
    );
    expect(ruleFor([{ text: 'Biden called the deal the best in years.', kind: 'opinion' }])).toEqual([]);
    expect(
      ruleFor([
        { text: 'Biden signed the deal.', kind: 'fact', speaker: 'biden' },
        { text: 'To him it is the best in years, and he expects more.', kind: 'opinion' },
      ]),
    ).toEqual([]);
  });

  it('passes facts', () => {
    expect(ruleFor([{ text: 'The deal was signed in June.', kind: 'fact' }])).toEqual([]);
  });

  it('looks at the speaker alone where it does not know the verbs', () => {
    expect(ruleFor([{ text: '这是多年来最好的协议。', kind: 'opinion' }], 'zh')).toHaveLength(1);
    expect(ruleFor([{ text: '这是多年来最好的协议。', kind: 'opinion', speaker: 'biden' }], 'zh')).toEqual(
      [],
    );
  });
});

describe('A06: an accusation beside a name says whose it is', () => {
  holds('A06', [
    ['en', 'In May, John Smith took part in the fraud.', 'A jury found John Smith guilty of fraud.'],
    ['de', 'Herr Schmidt betrieb im Mai Geldwäsche.', 'Herr Schmidt wurde wegen Geldwäsche verurteilt.'],
    ['es', 'En mayo, Juan Pérez participó en el fraude.', 'La fiscalía acusó a Juan Pérez de fraude.'],
    ['fr', 'En mai, Jean Dupont a participé à la fraude.', 'Le tribunal a condamné Jean Dupont pour fraude.'],
    ['pt', 'Em maio, João Silva participou da fraude.', 'O tribunal condenou João Silva por fraude.'],
    ['ru', 'В мае Иван Петров получил взятку.', 'Суд приговорил Ивана Петрова за взятку.'],
    ['uk', 'У травні Іван Петренко отримав хабар.', 'Суд засудив Івана Петренка за хабар.'],
  ]);

  it.each([
    'Biden said John Smith took part in the fraud.',
    'The city council heard about victims of domestic abuse.',
    'In June, Emily Novak joined the fight against corruption.',
    'Ukraine demands justice for war crimes.',
    'John Smith leads the Serious Fraud Office.',
  ])('passes “%s”', (text) => expect(rulesFor(text, 'en')).toEqual([]));
});

it.each([
  ['en', 'some many experts '.repeat(10_000), []],
  ['en', `${'A'.repeat(100_000)} claimed that`, []],
  ['de', 'wird als '.repeat(20_000), []],
  ['fr', 'selon des '.repeat(20_000), []],
])('finds in an endless text only what is there (%s)', (language, text, rules) => {
  expect(rulesFor(text, language)).toEqual(rules);
});
