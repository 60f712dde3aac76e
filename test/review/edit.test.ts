import { describe, expect, it } from 'vitest';
import { type Article, parseArticle, sentencesOf } from '../../src/article/index.ts';
import { applyFix } from '../../src/review/edit/apply-fix.ts';
import { countSpelling, fixEverywhere } from '../../src/review/edit/fix-everywhere.ts';
import { type Grounds, reword } from '../../src/review/edit/reword.ts';
import { changesBetween, readTargets, targetOfPath } from '../../src/review/edit/targets.ts';
import { english, extractive, japanese } from '../fixtures/articles.ts';

const groundsOf = (article: Article): Grounds => ({
  units: article.units,
  language: article.source.transcript.language,
  glossary: [],
});

const first = (article: Article) => {
  const [sentence] = sentencesOf(article);
  if (!sentence) throw new Error('no sentence');
  return sentence;
};

describe('an edit', () => {
  it('leaves the article it was made from as it is', () => {
    const before = JSON.stringify(english);
    reword(english, { target: 'headline', text: 'Another headline' }, groundsOf(english));
    expect(JSON.stringify(english)).toBe(before);
  });

  it('reaches every text of the article under its own name, and no other', () => {
    for (const [target, text] of readTargets(english)) {
      const article = reword(english, { target, text: `${text} More` }, groundsOf(english));
      expect(changesBetween(english, article), target).toEqual([{ target, was: text, now: `${text} More` }]);
      expect(() => parseArticle(JSON.parse(JSON.stringify(article)))).not.toThrow();
    }
    expect(() => reword(english, { target: 'disclosure', text: 'x' }, groundsOf(english))).toThrow(
      /no text called/u,
    );
    expect(() => reword(english, { target: '__proto__', text: 'x' }, groundsOf(english))).toThrow(
      /no text called/u,
    );
  });

  it('takes a sentence out with its quotations, and refuses to leave an article without a section', () => {
    const quoted = sentencesOf(english).find((sentence) => sentence.quotes.length > 0);
    const { id, quotes } = quoted ?? first(english);
    expect(quotes.length).toBeGreaterThan(0);
    const article = reword(english, { target: id, text: '  ' }, groundsOf(english));
    expect(sentencesOf(article).map((sentence) => sentence.id)).not.toContain(id);
    expect(article.quotes.filter((quote) => quotes.includes(quote.id))).toEqual([]);
    const all = sentencesOf({ lead: [], sections: english.sections });
    const strip = () =>
      all.reduce(
        (rest, sentence) => reword(rest, { target: sentence.id, text: '' }, groundsOf(english)),
        english,
      );
    expect(strip).toThrow(/last sentence of the last section/u);
    expect(() => reword(english, { target: 'headline', text: '' }, groundsOf(english))).toThrow(
      /cannot be empty/u,
    );
  });

  it('refuses a description that nobody could see whole', () => {
    const long = { target: 'description', text: 'x'.repeat(156) };
    expect(() => reword(english, long, groundsOf(english))).toThrow(/has 156 characters/u);
  });

  it('cites only units that there are, each once, in order', () => {
    const { id, text } = first(english);
    const ids = english.units.map((unit) => unit.id);
    const article = reword(
      english,
      { target: id, text, cites: [...ids].reverse().concat(ids, 99_999) },
      groundsOf(english),
    );
    expect(first(article).cites).toEqual(ids);
  });

  it('puts nothing invisible into a text', () => {
    const { id } = first(english);
    const article = reword(
      english,
      { target: id, text: 'A\u202Ehidden\u0000 text\nover lines.' },
      groundsOf(english),
    );
    expect(first(article).text).toBe('Ahidden text over lines.');
  });

  it('of a key passage keeps its entry, so that the rules see what is no longer said', () => {
    const { id, quotes } = first(extractive);
    const article = reword(
      extractive,
      { target: id, text: 'Nobody ever said these words.' },
      groundsOf(extractive),
    );
    expect(first(article).quotes).toEqual(quotes);
    expect(article.quotes).toEqual(extractive.quotes);
  });
});

describe('a finding’s place', () => {
  it('leads to the text it is about', () => {
    expect(targetOfPath(english, '/headline')).toBe('headline');
    expect(targetOfPath(english, '/sections/0/heading')).toBe(`heading:${english.sections[0]?.id}`);
    expect(targetOfPath(english, '/sections/0/paragraphs/0/sentences/0/text')).toBe(
      english.sections[0]?.paragraphs[0]?.sentences[0]?.id,
    );
    expect(targetOfPath(english, '/lead')).toBe(english.lead[0]?.sentences[0]?.id);
    for (const path of ['', '/', '/source/url', '/sections/99/heading', '/disclosure/label', '/constructor'])
      expect(targetOfPath(english, path), path).toBeUndefined();
  });
});

describe('a fix', () => {
  const finding = { rule: 'S07', severity: 'error', message: 'm' } as const;

  it('puts words in place of the stretch', () => {
    const where = { path: '/headline', start: 0, end: english.headline.length };
    expect(applyFix(english, { ...finding, where, fix: 'Fixed' }, groundsOf(english)).headline).toBe('Fixed');
  });

  it('puts a value in its place, and nothing that leaves no article', () => {
    const where = { path: '/readTime' };
    const fix = JSON.stringify({ words: 3, wordsPerMinute: 200, minutes: 1 });
    expect(applyFix(english, { ...finding, where, fix }, groundsOf(english)).readTime.words).toBe(3);
    for (const wrong of ['"x"', '{}', 'null', 'not JSON'])
      expect(() => applyFix(english, { ...finding, where, fix: wrong }, groundsOf(english))).toThrow(
        /does not fit/u,
      );
    const polluting = { ...finding, where: { path: '/__proto__/polluted' }, fix: '"yes"' };
    expect(applyFix(english, polluting, groundsOf(english))).toEqual(english);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(() => applyFix(english, { ...finding, where }, groundsOf(english))).toThrow(/proposes no fix/u);
  });
});

describe('a spelling fixed everywhere', () => {
  it('is replaced as whole words only, and every character means itself', () => {
    expect(countSpelling('Ana, Anas and ANA. Ana!', 'Ana')).toBe(2);
    expect(countSpelling('a.b and axb', 'a.b')).toBe(1);
    const [name = ''] = english.headline.split(' ');
    const article = fixEverywhere(english, name, '$& $1');
    expect(article.headline.startsWith('$& $1 ')).toBe(true);
  });

  it('needs no borders in scripts without spaces', () => {
    const word = japanese.headline.slice(1, 3);
    expect(fixEverywhere(japanese, word, '〇〇').headline).toContain('〇〇');
  });
});
