import { describe, expect, it } from 'vitest';
import {
  type CopySentence,
  checkCopy,
  checkSentences,
  copyOfArticle,
  copyOfText,
  createSentence,
  evidenceInArticle,
  type Finding,
} from '../../src/check/index.ts';
import { WORDING_RULES } from '../../src/check/rules/wording.ts';
import { arabic, english, extractive, germanFile, japanese } from '../fixtures/articles.ts';

const evidence = evidenceInArticle(english);

function inText(rule: string, text: string, language = 'en'): Finding[] {
  const copy = copyOfText(text, { evidence, language });
  return checkCopy(copy, evidence, WORDING_RULES).findings.filter((finding) => finding.rule === rule);
}

function line(text: string, role: CopySentence['role'] = 'sentence'): CopySentence {
  return createSentence({ role, text, path: '/text' });
}

/** What one sentence alone is told, as the words the finding is about. */
function inSentence(rule: string, text: string, language = 'en'): string[] {
  return checkSentences([line(text)], evidence, { language, rules: WORDING_RULES })
    .filter((finding) => finding.rule === rule)
    .map(({ where }) => text.slice(where.start, where.end));
}

const FILLER =
  'Workers painted seventeen wooden benches along the river before the summer market began again. ';

describe('the wording rules', () => {
  it.each([arabic, english, japanese])('have nothing against a good article ($language)', (article) => {
    const { findings } = checkCopy(copyOfArticle(article), evidence, WORDING_RULES);
    expect(findings).toEqual([]);
  });

  it.each([extractive, germanFile])('do not concern key passages ($language)', (article) => {
    expect(checkCopy(copyOfArticle(article), evidence, WORDING_RULES).ran).toEqual([]);
  });
});

describe('Q05: a quotation fits the sentence it stands in', () => {
  it.each<[string, string, string[]]>([
    [
      'warns of a name before a plural verb',
      'Trump told Zelenskyy that Ukraine “don’t have the cards right now.”',
      ['Ukraine “don’t have the cards right now.”'],
    ],
    [
      'warns of a pronoun before a plural verb',
      'He said she “have no choice” now.',
      ['she “have no choice”'],
    ],
    ['warns of "they" before a singular verb', 'He said they “is going home” now.', ['they “is going home”']],
    ['lets agreement be', 'Trump said that Ukraine “doesn’t have the cards right now.”', []],
    ['lets several names be', 'Trump said that Britain and France “don’t have the cards.”', []],
    ['lets a plural name be', 'Trump said that Ukrainians “don’t have the cards.”', []],
    ['lets an object be', 'The laws of Ukraine “have changed for good,” he said.', []],
    [
      'lets a question and a bare form be',
      'Why did Ukraine “have no choice” then? Let Ukraine “have it all.”',
      [],
    ],
    ['lets a quotation that is a sentence be', 'She told Ukraine: “Don’t wait for us.”', []],
    [
      'warns of a whole sentence after "that"',
      'He said that “We will stay here.”',
      ['that “We will stay here.”'],
    ],
    ['lets "I" follow "that"', 'He said that “I will stay here.”', []],
    ['lets a name follow "that"', 'He said that “Ukraine will stay here” and “The Hague is near.”', []],
    ['lets a small letter follow "that"', 'He said that “we will stay here.”', []],
  ])('%s', (_, text, expected) => {
    expect(inSentence('Q05', text)).toEqual(expected);
  });
});

describe('T01: stock words of language models', () => {
  it.each<[string, string, string, string[]]>([
    [
      'en',
      'finds them',
      'It underscores a robust and unwavering effort.',
      ['underscores', 'robust', 'unwavering'],
    ],
    ['en', 'finds the verb', 'The report highlights the cost.', ['highlights']],
    ['en', 'lets the noun be', 'The highlights the club showed were short.', []],
    [
      'en',
      'finds the figure of speech',
      'He is navigating a precarious path in the political landscape.',
      ['navigating', 'political landscape'],
    ],
    [
      'en',
      'lets ships and painters be',
      'The ferry can navigate the river; a landscape hangs in the hall.',
      [],
    ],
    ['en', 'lets a name be', 'The proposal was posted to Delving Bitcoin.', []],
    ['en', 'lets a quotation be', '“This is crucial,” he said.', []],
    ['de', 'finds them', 'Das ist von entscheidender Bedeutung.', ['von entscheidender Bedeutung']],
    ['es', 'finds them', 'Cabe destacar que llovió.', ['Cabe destacar']],
    ['fr', 'finds them', 'Il est important de noter que la pluie cesse.', ['Il est important de noter']],
    ['pt', 'finds them', 'Vale ressaltar que choveu.', ['Vale ressaltar']],
    ['ru', 'finds them', 'Важно отметить, что шёл дождь.', ['Важно отметить']],
    ['uk', 'finds them', 'Варто зазначити, що йшов дощ.', ['Варто зазначити']],
  ])('%s: %s', (language, _, text, expected) => {
    expect(inSentence('T01', text, language)).toEqual(expected);
  });

  it('warns where more than five stand in 1,000 words, and hints at fewer', () => {
    const text = (count: number, length: number) => 'It is crucial. '.repeat(count) + FILLER.repeat(length);
    const severities = (count: number, length: number) =>
      new Set(inText('T01', text(count, length)).map(({ severity }) => severity));
    expect(severities(4, 50)).toEqual(new Set(['warning', 'info']));
    expect(severities(4, 60)).toEqual(new Set(['info']));
    expect(severities(3, 0)).toEqual(new Set(['info']));
  });
});

describe('T02: sentences open differently', () => {
  it.each<[string, string, number]>([
    [
      'warns of a connective that is still in the ear',
      'Russia, conversely, wants land. Kyiv waits. Conversely, Minsk does not.',
      1,
    ],
    ['lets one that is far away be', `However, it rained. ${FILLER.repeat(4)}However, the sun came out.`, 0],
    ['warns of the third in a text of usual length', `However, it rained. ${FILLER.repeat(4)}`.repeat(3), 1],
    ['warns of two neighbours with one opener', 'Despite rain, they went. Despite snow, they stayed.', 1],
    ['lets other neighbours be', 'Despite rain, they went. Snow fell. Despite that, they stayed.', 0],
    ['lets articles and pronouns be', 'The sun rose. The moon set. He left. He came back.', 0],
    ['lets names be', 'Biden left. Biden came back.', 0],
    ['lets an opener in the middle be', 'They went, however late. They stayed however long it took.', 0],
  ])('%s', (_, text, count) => {
    expect(inText('T02', text)).toHaveLength(count);
  });

  it.each<[string, string, string, string[]]>([
    ['en', 'warns of a doubled word', 'It is the the first of its kind.', ['the the']],
    ['en', 'lets "had had" and "that that" be', 'He had had it, and said that that was all.', []],
    ['en', 'lets names and commas be', 'Duran Duran sang, and it was, was it not, loud.', []],
    ['en', 'lets a quotation be', '“It is the the first,” he said of the “new” the.', []],
    ['de', 'lets what is right be', 'Er sagte, dass die die Wahl gewinnen.', []],
    ['de', 'warns of a doubled word', 'Er kam mit mit dem Zug.', ['mit mit']],
    ['fr', 'lets what is right be', 'Nous nous sommes vus hier.', []],
    ['ru', 'warns of a doubled word', 'Он приехал в в город.', ['в в']],
  ])('%s: %s', (language, _, text, expected) => {
    expect(inSentence('T02', text, language)).toEqual(expected);
  });

  it('offers the word once', () => {
    const [finding] = checkSentences([line('It is the the first.')], evidence, {
      language: 'en',
      rules: WORDING_RULES,
    });
    expect(finding).toMatchObject({ where: { start: 6, end: 13 }, fix: 'the' });
  });
});

describe('T03: the article ends on news', () => {
  const withHeading = (heading: string) =>
    `# A headline\n\nA lead.\n\n## ${heading}\n\nThe council meets in May.`;
  const withEnd = (end: string) => `# A headline\n\nA lead.\n\n## A section\n\nIt rained. ${end}`;

  it.each<[string, string, string, number]>([
    ['en', 'warns of an empty heading', withHeading('The Road Ahead: Uncertainty and Contingencies'), 1],
    ['en', 'warns of one behind a colon', withHeading('Kyiv and Moscow: the road ahead'), 1],
    ['en', 'lets a heading with a matter be', withHeading('What is next for the library'), 0],
    ['en', 'warns of a cliché', withEnd('Only time will tell.'), 1],
    ['en', 'warns of a shrug at the end', withEnd('Whether it works remains to be seen.'), 1],
    ['en', 'lets it stand earlier', withEnd('Whether it works remains to be seen. The vote is in May.'), 0],
    ['en', 'lets a quotation be', withEnd('“Only time will tell,” he said.'), 0],
    ['en', 'warns of a summary', withEnd('In conclusion, it rained.'), 1],
    ['en', 'lets the same words in a sentence be', withEnd('The talks ended in conclusion of a treaty.'), 0],
    ['de', 'warns of an empty heading', withHeading('Fazit'), 1],
    ['de', 'warns of a shrug', withEnd('Ob es gelingt, bleibt abzuwarten.'), 1],
    ['es', 'warns of a cliché', withEnd('Solo el tiempo lo dirá.'), 1],
    ['fr', 'warns of a summary', withEnd('En conclusion, il a plu.'), 1],
    ['pt', 'warns of a shrug', withEnd('Resta saber se vai funcionar.'), 1],
    ['ru', 'warns of a cliché', withEnd('Время покажет.'), 1],
    ['uk', 'warns of a cliché', withEnd('Час покаже.'), 1],
  ])('%s: %s', (language, _, text, count) => {
    expect(inText('T03', text, language)).toHaveLength(count);
  });
});

describe('T04: sentences are short', () => {
  const words = (count: number) => `${Array.from({ length: count }, () => 'rain').join(' ')}.`;

  it('mentions a sentence above 40 words', () => {
    expect(inSentence('T04', words(40))).toHaveLength(0);
    expect(inSentence('T04', words(41))).toHaveLength(1);
  });

  it('mentions a mean above 24 words', () => {
    const text = (count: number) =>
      `${Array.from({ length: 10 }, () => `The ${words(count - 1)}`).join(' ')}`;
    expect(inText('T04', text(24))).toHaveLength(0);
    expect(inText('T04', text(25))).toHaveLength(1);
  });
});

describe('T05: marks are of one kind, spaces single', () => {
  /** The text with every fix put in. */
  function mended(text: string, language = 'en'): string {
    const fixes = inText('T05', text, language).filter(({ fix }) => fix !== undefined);
    return fixes
      .toSorted((first, second) => (second.where.start ?? 0) - (first.where.start ?? 0))
      .reduce((done, { where, fix = '' }) => done.slice(0, where.start) + fix + done.slice(where.end), text);
  }

  it('takes a quotation within marks of its own for no mixture', () => {
    expect(
      inText('T05', `"The boat stays," Lee said. He called it 'a good old boat'. "It is ours."`),
    ).toEqual([]);
  });

  it.each<[string, string, string]>([
    [
      'a straight apostrophe among curly ones',
      "Ukraine’s army and Russia’s. Poland's too.",
      'Ukraine’s army and Russia’s. Poland’s too.',
    ],
    [
      'a curly one among straight ones',
      "Ukraine's army and Russia's. Poland’s too.",
      "Ukraine's army and Russia's. Poland's too.",
    ],
    [
      'straight marks among curly ones',
      '“We go,” he said. “Now,” she said. "No."',
      '“We go,” he said. “Now,” she said. “No.”',
    ],
    ['a space before a comma', 'They went , and stayed .', 'They went, and stayed.'],
  ])('mends %s', (_, text, expected) => {
    expect(mended(text)).toBe(expected);
  });

  it.each<[string, string]>([
    ['one kind only', 'Ukraine\'s army and Russia\'s: "We go."'],
    ['an apostrophe inside a quotation', "Ukraine’s army: “We don't go.”"],
    ['a decimal, a name and an ellipsis', 'It cost .5 of it in .NET and ... nothing.'],
    ['feet and inches', 'The 6\'2" man’s house'],
  ])('lets %s be', (_, text) => {
    expect(inText('T05', text)).toEqual([]);
  });

  it('lets French have its spaces', () => {
    expect(inText('T05', 'Il a dit : « Nous partons ! » Puis il est parti ; enfin.', 'fr')).toEqual([]);
  });

  it('mends double spaces in an article', () => {
    expect(inSentence('T05', 'They went  home.')).toEqual(['  ']);
    expect(inSentence('T05', 'They said “we  go” at home.')).toEqual([]);
  });
});

describe('T07: the text is in the language of the article', () => {
  const TEXTS = {
    en: 'The council voted on Monday to keep the library open, and the mayor said that it would not cost what people had been told.',
    de: 'Der Rat hat am Montag beschlossen, dass die Bücherei offen bleibt, und die Bürgermeisterin sagte, es werde nicht so viel kosten, wie man ihnen erzählt habe.',
    es: 'El consejo decidió el lunes que la biblioteca siga abierta, y la alcaldesa dijo que no va a costar lo que se les había dicho a los vecinos.',
    pt: 'O conselho decidiu na segunda que a biblioteca fica aberta, e a prefeita disse que isso não vai custar o que foi dito aos moradores da cidade.',
    fr: 'Le conseil a décidé lundi que la bibliothèque reste ouverte, et la maire a dit que cela ne va pas coûter ce qui a été dit aux habitants.',
    ru: 'Совет в понедельник решил, что библиотека будет открыта, и мэр сказала, что это не так дорого, как им говорили, но ещё не всё ясно.',
    uk: 'Рада в понеділок вирішила, що бібліотека буде відчинена, і мерка сказала, що це не так дорого, як їм казали, але ще не все ясно.',
    ja: '町議会は月曜日に図書館を日曜日も開けることを決め、町長は費用が言われていたほど高くないと述べた。',
    ar: 'قرر المجلس يوم الاثنين أن تبقى المكتبة مفتوحة وقالت رئيسة البلدية إن ذلك لن يكلف ما قيل للناس من قبل.',
  } as const;
  const languages = Object.keys(TEXTS) as (keyof typeof TEXTS)[];
  const pairs = languages.flatMap((written) => languages.map((expected) => [written, expected] as const));

  it.each(pairs)('tells a text in %s from an article in %s', (written, expected) => {
    const found = inText('T07', `${TEXTS[written]} ${TEXTS[written]}`, expected);
    expect(found.length > 0).toBe(written !== expected);
  });

  it('finds one sentence that was left in another language', () => {
    expect(inSentence('T07', TEXTS.en, 'de')).toHaveLength(1);
    expect(inSentence('T07', TEXTS.en, 'ru')).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    ['a short text', 'The Washington Post and the New York Times', 'de'],
    [
      'names',
      'Marine Le Pen, Jean-Luc Mélenchon, Benoît Hamon und Emmanuel Macron sprachen in Le Bourget.',
      'de',
    ],
    ['a quotation in another language', `Er sagte wörtlich: “${TEXTS.en}”`, 'de'],
    [
      'addresses',
      'Смотрите https://www.example.com/the/long/road/to/the/library.html и https://www.example.com/and/that.',
      'ru',
    ],
    [
      'a language that no list knows',
      'Rada zdecydowała, że biblioteka pozostanie otwarta, a burmistrz powiedziała, że to nie jest drogie.',
      'pl',
    ],
  ])('lets %s be', (_, text, language) => {
    expect(inText('T07', text, language)).toEqual([]);
  });
});
