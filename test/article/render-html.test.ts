import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { describe, expect, it, test } from 'vitest';
import { html, renderHtml, renderJsonLd } from '../../src/article/index.ts';
import { isOnlyQuotation, splitAtQuotes } from '../../src/article/page/quoted.ts';
import { PAGE_SCRIPT } from '../../src/article/page/script.ts';
import { PAGE_STYLE } from '../../src/article/page/style.ts';
import { arabic, english, extractive, germanFile, japanese } from '../fixtures/articles.ts';

const between = (page: string, from: string, to: string) => page.split(from)[1]?.split(to)[0] ?? '';
const policyOf = (page: string) =>
  between(page, 'Content-Security-Policy" content="', '"').replaceAll('&#39;', "'");

describe('html tag', () => {
  it('escapes text, keeps markup of its own, joins lists, prints nothing for what is absent', () => {
    const inner = html`<b>${'<&>"\''}</b>`;
    expect(html`${inner}${[1, inner]}${undefined}${false}${''}`.toString()).toBe(
      '<b>&lt;&amp;&gt;&quot;&#39;</b>1<b>&lt;&amp;&gt;&quot;&#39;</b>',
    );
  });
});

describe('renderHtml', () => {
  it('lets exactly its own style and script run', () => {
    const page = renderHtml(english);
    const policy = policyOf(page);
    for (const [directive, element] of [
      ['style-src', 'style'],
      ['script-src', 'script'],
    ] as const) {
      const content = between(page, `<${element}>`, `</${element}>`);
      const hash = createHash('sha256').update(content).digest('base64');
      expect(content.length).toBeGreaterThan(1_000);
      expect(policy).toContain(`${directive} 'sha256-${hash}'`);
    }
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('frame-src https://www.youtube-nocookie.com');
    expect(policy).not.toMatch(/unsafe|\*|img-src/);
  });

  it('opens the door for a picture only to where the picture is', () => {
    const image = { url: 'https://images.example/one.jpg?size=2', credit: 'A. Photographer' };
    const page = renderHtml({ ...english, image });
    expect(policyOf(page)).toContain('img-src https://images.example;');
    expect(page).toContain('<img src="https://images.example/one.jpg?size=2" alt="">');
    expect(page).toContain('A. Photographer');
  });

  it('has no player and no door for one where there is no video', () => {
    expect(policyOf(renderHtml(germanFile))).not.toContain('frame-src');
    expect(renderHtml(germanFile)).not.toContain('class="watch"');
  });

  it('loads no frame, style, script or font before anybody clicks', () => {
    for (const article of [english, arabic, japanese, extractive, germanFile]) {
      expect(renderHtml(article)).not.toMatch(
        /<(iframe|link|img|source|video|object|embed)\b|<script src|@import|url\(/,
      );
    }
  });

  it('leads each sentence to its second of the video', () => {
    const page = renderHtml(english);
    const sentences = english.lead
      .concat(english.sections.flatMap((section) => section.paragraphs))
      .flatMap((p) => p.sentences);
    for (const { id } of sentences) {
      const sentence = between(page, `id="sentence-${id}">`, '</a>');
      expect(sentence).toMatch(/href="https:\/\/www\.youtube\.com\/watch\?v=mBk7Lib0Sun&amp;t=\d+s"/);
    }
    expect(between(page, 'id="sentence-s5">', '</a>')).toContain('&amp;t=108s"');
  });

  it('leads a sentence without times to the words it rests on, which stand in the page', () => {
    const page = renderHtml(germanFile);
    expect(between(page, 'id="sentence-s2">', '</a>')).toContain('href="#unit-4"');
    expect(between(page, '<li id="unit-4">', '</li>')).toContain('Ich habe eine Frage zum Wochenmarkt');
  });

  it('sets quoted words as quotations and a sentence of nothing else as a block', () => {
    const page = renderHtml(english);
    expect(page).toContain('<q>“students with nowhere quiet to go.”</q>');
    expect(page).toMatch(/<figure class="quotation"><blockquote><p><span class="sentence" id="sentence-s8">/);
    expect(page).toContain('<figcaption><b><bdi>Ruth Calloway</bdi></b>');
  });

  it('says where a quotation came through an interpreter', () => {
    expect(renderHtml(arabic)).toContain('<span class="voice">(عبر مترجم)</span>');
  });

  it('sets an extractive article as passages with speaker and time', () => {
    const page = renderHtml(extractive);
    expect(page).toContain(
      '<figure class="passage"><figcaption><b><bdi>Tom Adeyemi</bdi></b> · <span class="role"><bdi>councillor</bdi></span> · <span class="clock">4:31</span></figcaption><blockquote>',
    );
    expect(page).not.toContain('<q>');
  });

  it('sets language and direction', () => {
    expect(renderHtml(arabic)).toContain('<html lang="ar" dir="rtl">');
    expect(renderHtml(japanese)).toContain('<html lang="ja" dir="ltr">');
  });

  it('shows absolute dates that its script can age', () => {
    expect(renderHtml(english)).toContain(
      '<time datetime="2026-11-14T14:02:11Z" data-age="en">November 14, 2026</time>',
    );
  });

  it('puts corrections before the text and omissions into the method', () => {
    const page = renderHtml(japanese);
    expect(page.indexOf('午後八時')).toBeLessThan(page.indexOf('id="sentence-s1"'));
    expect(page.indexOf('class="corrections"')).toBeGreaterThan(-1);
    expect(page.split('id="method"')[1]).toContain('次回の講演会のお知らせ。');
  });

  it('keeps the dateline on the line of the first sentence, also when that is only a quotation', () => {
    const [first] = english.sections[1]?.paragraphs ?? [];
    const quotation = first?.sentences.find(({ id }) => id === 's8');
    if (!quotation) throw new Error('the fixture has lost its quotation');
    const page = renderHtml({ ...english, lead: [{ id: 'p1', sentences: [quotation] }] });
    expect(page).toContain(
      '<p><span class="dateline">MILLBROOK – </span><span class="sentence" id="sentence-s8">',
    );
  });

  it('renders a sentence whose evidence is not in the article, without a mark', () => {
    const lead = [
      {
        id: 'p1',
        sentences: [{ id: 'x', text: 'No evidence.', kind: 'fact' as const, cites: [999], quotes: ['gone'] }],
      },
    ];
    expect(renderHtml({ ...english, lead })).toContain('id="sentence-x">No evidence.</span>');
  });
});

describe('page constants', () => {
  it('has a script that parses and cannot end its element', () => {
    expect(() => new Script(PAGE_SCRIPT)).not.toThrow();
    expect(PAGE_SCRIPT).not.toMatch(/<\/|<!--|innerHTML|eval\(/);
  });

  it('has a style that cannot end its element, loads nothing and favours no direction', () => {
    expect(PAGE_STYLE).not.toMatch(/<|url\(|@import/);
    expect(PAGE_STYLE).not.toMatch(
      /(margin|padding|border|inset)-(left|right)|text-align: (left|right)|[ ;{](left|right):/,
    );
  });
});

describe('renderJsonLd', () => {
  const jsonLd = (article: typeof english) => JSON.parse(renderJsonLd(article));

  it('says that the article is based on the video', () => {
    expect(jsonLd(english)).toMatchObject({
      '@type': 'NewsArticle',
      headline: english.headline,
      isBasedOn: {
        '@type': 'VideoObject',
        url: 'https://www.youtube.com/watch?v=mBk7Lib0Sun',
        uploadDate: '2026-11-14T12:10:00Z',
        duration: 'PT1H5M12S',
      },
      digitalSourceType: english.disclosure.digitalSourceType,
    });
  });

  it('leaves out what is not known', () => {
    const { isBasedOn, ...article } = jsonLd(germanFile);
    expect(isBasedOn).toEqual({
      '@type': 'CreativeWork',
      name: 'Bürgerversammlung Lindental',
      inLanguage: 'de',
      isPartOf: { '@type': 'CreativeWorkSeries', name: 'Rathaus offen' },
    });
    expect(article).not.toHaveProperty('image');
    expect(article).not.toHaveProperty('contentLocation');
    expect(article).not.toHaveProperty('correction');
  });

  it('stands in the page as it is', () => {
    expect(between(renderHtml(english), '<script type="application/ld+json">\n', '</script>')).toBe(
      renderJsonLd(english),
    );
  });
});

describe('splitAtQuotes', () => {
  const quote = (text: string) => ({
    id: text,
    text,
    units: [0],
    source: text,
    edits: [],
    match: 'exact' as const,
  });

  test.each([
    ['He said “one” and “two.”', ['one', 'two.'], ['He said ', '“one”', ' and ', '“two.”']],
    ['Elle dit « oui » et part.', ['oui'], ['Elle dit ', '« oui »', ' et part.']],
    ['彼は「はい」と言った。', ['はい'], ['彼は', '「はい」', 'と言った。']],
    ['Nothing here.', ['gone'], ['Nothing here.']],
    ['“same” then “same”', ['same', 'same'], ['“same”', ' then ', '“same”']],
  ])('cuts %j', (text, quotes, parts) => {
    expect(splitAtQuotes(text, quotes.map(quote)).map((part) => part.text)).toEqual(parts);
  });

  test.each([
    ['“All of it.”', true],
    ['「全部です。」', true],
    ['“All of it,” he said.', false],
    ['“One” and “two”', false],
    ['No marks.', false],
  ])('knows whether %j is only a quotation', (text, is) => {
    expect(isOnlyQuotation(text)).toBe(is);
  });
});
