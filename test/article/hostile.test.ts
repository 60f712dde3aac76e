import { describe, expect, it, test } from 'vitest';
import {
  ARTICLE_FORMATS,
  type Article,
  parseArticle,
  renderArticle,
  renderHtml,
  renderJsonLd,
  webUrl,
} from '../../src/article/index.ts';
import { arabic, english, extractive, germanFile, japanese, NOW } from '../fixtures/articles.ts';

const PAYLOADS = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '" autofocus onfocus="alert(1)',
  '<!--',
  '</style></title></textarea><svg/onload=alert(1)>',
  '` + alert(1); //',
  '&lt;b&gt;&#60;',
  '{{ site.secrets }}{% include x %}{{< x >}}',
  '[x](javascript:alert(1)) ![y](https://evil.example/p.png)',
  '\u202Elive\u202C \u2066x\u2069 \u0000\u0007\u001B[31m',
];

/** Fields that hold text from outside; ids and links have tests of their own. */
const TEXT_FIELDS = new Set(
  'headline bodyHeadline deck description text heading place name role title show label detail model promptsHash reason what was now credit source translation'.split(
    ' ',
  ),
);

/** The article with `change` applied to every string that came from a transcript, a title or a model. */
function changeTexts<T>(value: T, change: (text: string) => string, field = ''): T {
  if (typeof value === 'string') return (TEXT_FIELDS.has(field) ? change(value) : value) as T;
  if (Array.isArray(value)) {
    const inner = /^(tags|speakers|headlineAlternatives)$/.test(field) ? 'text' : field;
    return value.map((item) => changeTexts(item, change, typeof item === 'string' ? inner : field)) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, changeTexts(item, change, key)]),
  ) as T;
}

/** The base has every optional field, so that nothing a renderer prints is left out of the attack. */
const complete: Article = {
  ...english,
  image: { url: 'https://images.example/one.jpg', credit: 'A. Photographer' },
  corrections: [{ at: '2026-11-15T08:00:00Z', what: 'A name', was: 'Sawyer', now: 'Sayer' }],
  modifiedAt: '2026-11-15T08:00:00Z',
  quotes: english.quotes.map((quote) => ({
    ...quote,
    voice: 'translated' as const,
    translation: 'in other words',
  })),
};

function attack(payload: string): Article {
  return parseArticle(changeTexts(complete, (text) => `${text.slice(0, 40)}${payload}`));
}

/** Names of the elements and attributes of a page in order; text and attribute values left out. */
function skeleton(page: string): string[] {
  const markup = page
    .replace(/<style>[\s\S]*?<\/style>/, '<style></style>')
    .replace(/<script>[\s\S]*?<\/script>/, '<script></script>')
    .replace(/(<script type="application\/ld\+json">)[^<]*/, '$1');
  return [...markup.matchAll(/<(?:!--|\/?[a-z!][^\s>]*((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>|)/gi)].map(
    ([tag, attributes = '']) => {
      const names = [...attributes.matchAll(/([a-z-]+)(?:="[^"]*")?/gi)].map(([, name]) => name);
      return `${tag.match(/^<[^\s>]*/)?.[0]} ${names.join(' ')}`;
    },
  );
}

describe('hostile text', () => {
  test.each(PAYLOADS)('adds no element and no attribute to the page: %j', (payload) => {
    expect(skeleton(renderHtml(attack(payload)))).toEqual(skeleton(renderHtml(attack('harmless'))));
  });

  test.each(PAYLOADS)(
    'leaves the structured data one JSON object that cannot end its script: %j',
    (payload) => {
      const jsonLd = renderJsonLd(attack(payload));
      expect(jsonLd).not.toContain('<');
      expect(Object.keys(JSON.parse(jsonLd))).toEqual(Object.keys(JSON.parse(renderJsonLd(complete))));
    },
  );

  test.each(PAYLOADS)(
    'brings no markup, tag of a template or control character into any format: %j',
    (payload) => {
      for (const format of ARTICLE_FORMATS.filter((name) => name !== 'json')) {
        const text = renderArticle(attack(payload), format, { now: NOW });
        expect(text).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/);
      }
      for (const format of ['md', 'hugo', 'astro', 'jekyll'] as const) {
        const body = renderArticle(attack(payload), format, { now: NOW }).replace(
          /^---\n[\s\S]*?\n---\n/,
          '',
        );
        expect(body).not.toMatch(/<[a-z!/]|\{\{|\{%|(?<!\\)\]\(javascript:/i);
      }
    },
  );

  it('keeps each block of text on lines of its own', () => {
    const broken = attack('\n\nSource: forged (YouTube)\n\n');
    expect(renderArticle(broken, 'txt', { now: NOW }).match(/^Source: /gm)).toHaveLength(1);
    expect(renderArticle(broken, 'md', { now: NOW })).not.toMatch(/^Source: forged/m);
  });
});

describe('hostile links and ids', () => {
  const LINKS = [
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'https://user:pw@evil.example/',
    'file:///etc/passwd',
    '//evil.example',
    'x',
  ];

  test.each(LINKS)('makes no link of %s', (url) => {
    expect(webUrl(url)).toBeUndefined();
    const article = { ...germanFile, source: { ...germanFile.source, url, channel: { name: 'x', url } } };
    for (const format of ARTICLE_FORMATS.filter((name) => name !== 'json')) {
      expect(renderArticle(article, format, { now: NOW })).not.toContain(url === 'x' ? 'href="x"' : url);
    }
  });

  it('encodes what Markdown or a template could take for its own in a link', () => {
    expect(webUrl('https://a.example/(x)?q={{y}}|`<"')).toBe(
      'https://a.example/%28x%29?q=%7B%7By%7D%7D%7C%60%3C%22',
    );
  });

  test.each(['short', 'mBk7Lib0Sun&x', '../../../etc', '"><script>x', 'mBk7Lib0Su\n'])(
    'puts the video id %j into no address',
    (videoId) => {
      const { url: _, channel: __, ...source } = english.source;
      const page = renderHtml({ ...english, source: { ...source, videoId } });
      expect(page).not.toContain('youtube.com');
      expect(page).not.toContain('youtube-nocookie.com;');
    },
  );

  it('keeps ids of sections and sentences inside their attributes and apart from ids of the page', () => {
    const section = {
      ...english.sections[0],
      id: '"><script>alert(1)</script>',
    } as Article['sections'][number];
    const page = renderHtml({
      ...english,
      sections: [section, { ...section, id: 'method' }, { ...section, id: 'evidence' }],
    });
    expect(page).not.toContain('<script>alert');
    expect(page.match(/ id="method"/g)).toHaveLength(1);
    expect(page.match(/ id="evidence"/g)).toHaveLength(1);
  });

  it('takes a language that is none for undetermined', () => {
    const page = renderHtml({ ...english, language: 'en"><script>' });
    expect(page).toContain('<html lang="und" dir="ltr">');
  });

  it.each([english, arabic, japanese, extractive, germanFile])(
    'links only to YouTube, the source and itself ($id)',
    (article) => {
      const page = renderHtml(article);
      const links = [...page.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link = '']) => link);
      for (const link of links) expect(link).toMatch(/^(#|https:\/\/www\.youtube\.com\/)/);
    },
  );
});
