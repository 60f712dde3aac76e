import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlignedQuotation, alignQuotation, isAligned } from '../../src/text/index.ts';

function align(
  proposed: string,
  units: string | readonly (string | { text: string; turn: boolean })[],
  { lexicon = [], language = 'en' }: { lexicon?: readonly string[]; language?: string } = {},
) {
  const list = typeof units === 'string' ? [units] : units;
  const evidence = list.map((unit, id) => ({ id, ...(typeof unit === 'string' ? { text: unit } : unit) }));
  return alignQuotation(proposed, evidence, { language, lexicon: new Set(lexicon) });
}

function aligned(...input: Parameters<typeof align>): AlignedQuotation {
  const result = align(...input);
  if (!isAligned(result)) throw new Error(`${result.reason}: ${result.nearest}`);
  return result;
}

describe('alignQuotation', () => {
  it('prints the words of unpunctuated captions in the proposed case and punctuation', () => {
    const result = aligned(
      'He cannot wait us out, he cannot divide us.',
      'and so he cannot wait us out he cannot divide us and we will be with them',
    );
    expect(result.text).toBe('He cannot wait us out, he cannot divide us.');
    expect(result.source).toBe('he cannot wait us out he cannot divide us');
    expect(result.match).toBe('exact');
    expect(result.edits).toContainEqual({ kind: 'case', from: 'he', to: 'He' });
  });

  it.each([
    ['across urban/rural divides', 'mentioned across urban/rural divides we see'],
    ['das tun...das braucht Zeit', 'wir müssen das tun...das braucht Zeit'],
  ])('keeps what joins two words of the captions: %s', (text, source) => {
    expect(aligned(text, source)).toMatchObject({ text, edits: [], match: 'exact' });
  });

  it('prints nothing for a word that the model added', () => {
    expect(
      aligned(
        'If he is a respectable person, he will not, because he gave me the word.',
        'if he is respectable person he will not because he gave me the word',
      ).text,
    ).toBe('If he is respectable person, he will not, because he gave me the word.');
  });

  it("prints the captions' word where the model typed another", () => {
    expect(
      aligned(
        'We have not changed our view on that sort of weapon here.',
        'we have not changed our position on that sort of weapon here',
      ).text,
    ).toBe('We have not changed our position on that sort of weapon here.');
  });

  it('shows an ellipsis where the model silently left out a false start', () => {
    const result = aligned(
      'In terms of longer-range weapons into the interior of Russia.',
      'in terms of long long-range weapons longer-range weapons into the interior of russia',
    );
    expect(result.text).toBe('In terms of … longer-range weapons into the interior of Russia.');
    expect(result.match).toBe('cleaned');
    expect(result.edits).toContainEqual({ kind: 'ellipsis', from: 'long long-range weapons', to: '…' });
  });

  it('leaves out hesitations and immediate repeats and records them', () => {
    const result = aligned('I want to go home.', 'uh i want to um i want to go home');
    expect(result.text).toBe('I want to go home.');
    expect(align('I want to go home now.', 'i want to i want to uh go home now')).toMatchObject({
      match: 'cleaned',
      text: 'I want to go home now.',
    });
  });

  it('keeps a repetition that the proposal keeps', () => {
    expect(aligned('No, no, no, we stay.', 'no no no we stay').text).toBe('No, no, no, we stay.');
  });

  it('puts back a negation that the model left out', () => {
    expect(aligned('We will back down.', 'we will not back down from this').text).toBe(
      'We will not back down.',
    );
  });

  it.each([
    ['a negation that was not said', 'We will not back down.', 'we will back down'],
    [
      'another number',
      'We need eight Patriot systems and 12 launchers now.',
      'we need eight patriot systems and 15 launchers now',
    ],
    [
      'words nobody said',
      'The people are with us in this struggle.',
      'totally different words about the weather in spring',
    ],
  ])('refuses %s', (_, proposed, units) => {
    expect(isAligned(align(proposed, units))).toBe(false);
  });

  it('refuses words of two speakers as one quotation', () => {
    expect(
      align('We stay here. No we leave.', ['we stay here', { text: 'no we leave', turn: true }]),
    ).toMatchObject({ reason: 'across-speakers' });
  });

  it('takes a spelling from the lexicon for a word that sounds like it, and only then', () => {
    expect(aligned('Zelenskyy said it', 'zalinski said it', { lexicon: ['zelenskyy'] }).text).toBe(
      'Zelenskyy said it',
    );
    expect(isAligned(align('Zelenskyy said it', 'zalinski said it'))).toBe(false);
    expect(isAligned(align('Zelenskyy said it', 'somebody said it', { lexicon: ['zelenskyy'] }))).toBe(false);
  });

  it('spans adjacent units and names them', () => {
    expect(
      aligned('We need seven Patriot systems to save our cities.', [
        'urgently we need seven patriot',
        'systems to save our cities',
      ]).units,
    ).toEqual([0, 1]);
  });

  it('aligns scripts without spaces by character', () => {
    expect(aligned('感染者数は毎日増えています。', '今日は感染者数は毎日増えていますでも').text).toBe(
      '感染者数は毎日増えています。',
    );
  });

  it.each([
    ['zh', ['委员会今天决定增加', '图书馆的开放时间'], '委员会今天决定增加图书馆的开放时间。'],
    [
      'ja',
      ['図書館は日曜日にも', '開館することになりました'],
      '図書館は日曜日にも開館することになりました。',
    ],
  ])('joins units of a script without spaces without one (%s)', (language, units, proposed) => {
    expect(aligned(proposed, units, { language })).toMatchObject({
      text: proposed,
      source: units.join(''),
      match: 'exact',
    });
  });

  it('shows the captions of a failure without a space where the script has none', () => {
    expect(
      align('委员会明年决定减少图书馆的开放时间', ['委员会今天决定增加', '图书馆的开放时间']),
    ).toMatchObject({
      nearest: '委员会今天决定增加图书馆的开放时间',
    });
  });

  it('keeps words and numbers of other scripts whole among unspaced characters', () => {
    expect(aligned('中心叫 AISI。', '那中心叫 AISI。也不是只有他們').text).toBe('中心叫 AISI。');
    expect(aligned('係数が1.5％以上増える。', '係数が1.5％以上増える', { language: 'ja' }).text).toBe(
      '係数が1.5％以上増える。',
    );
    expect(isAligned(align('係数が15％以上増える', '係数が1.5％以上増える', { language: 'ja' }))).toBe(false);
  });

  it.each(['-5', '+3', '−2.5', '€4', '15 %', '40°', '7‰'])(
    'prints %s with the marks that are said',
    (value) => {
      const said = `it fell to ${value} before the storm came`;
      expect(aligned(said, said)).toMatchObject({ text: said, match: 'exact' });
      expect(aligned(said.replace(/[-+−]/u, ''), said).text).toBe(said);
    },
  );

  it('puts no space beside an ellipsis where the script has none, nor one that only the proposal has', () => {
    expect(
      aligned(
        '図書館は…開館することになりました。',
        '図書館は来年の春から日曜日にも開館することになりました',
        {
          language: 'ja',
        },
      ).text,
    ).toBe('図書館は…開館することになりました。');
    expect(aligned('今天 我们 决定 开放', '今天我们决定开放', { language: 'zh' }).text).toBe(
      '今天我们决定开放',
    );
  });

  it.each([
    [
      'de',
      'Wir kämpfen unsere Zukunft in Europa.',
      'wir kämpfen um unsere zukunft in europa',
      'Wir kämpfen … unsere Zukunft in Europa.',
    ],
    [
      'pt-BR',
      'Este é grande problema para todos.',
      'este é um grande problema para todos',
      'Este é … grande problema para todos.',
    ],
    [
      'en',
      'We stand for our future in Europe.',
      'we stand um for our future in europe',
      'We stand for our future in Europe.',
    ],
  ])(
    'leaves out silently only what is hesitation in the language (%s)',
    (language, proposed, said, printed) => {
      expect(aligned(proposed, said, { language }).text).toBe(printed);
    },
  );

  it('takes no markup, brackets or quotation marks from the proposal', () => {
    expect(aligned('*Buy* "now", [here] (`too`)!', 'buy now here too').text).toBe('Buy now, here too!');
  });

  it('never prints a word that the captions do not have', () => {
    const word = fc.constantFrom<string[]>(
      'we',
      'will',
      'not',
      'go',
      'home',
      'today',
      'seven',
      'um',
      '12',
      'people',
    );
    const text = fc.array(word, { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(text, text, (proposed, source) => {
        const result = align(proposed.join(' '), source.join(' '));
        if (!isAligned(result)) return;
        // In order, every printed word stands in the source.
        let at = 0;
        for (const printed of result.text.split(/\s+/u).filter((piece) => piece !== '…')) {
          at = source.indexOf(printed, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('finds every verbatim span of four words or more, exactly', () => {
    const source =
      'the quick brown fox jumps over one lazy dog near an old stone bridge while rain falls on seven quiet hills'.split(
        ' ',
      );
    fc.assert(
      fc.property(fc.nat(source.length - 4), fc.integer({ min: 4, max: 12 }), (from, length) => {
        const span = source.slice(from, from + length).join(' ');
        expect(align(span, source.join(' '))).toMatchObject({ text: span, source: span, match: 'exact' });
      }),
    );
  });
});
