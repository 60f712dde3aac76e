import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { renderMarkdown, renderSitePage } from '../../src/article/index.ts';
import { escapeMarkdown } from '../../src/article/markdown-escape.ts';
import { english, extractive, germanFile, NOW } from '../fixtures/articles.ts';

describe('escapeMarkdown', () => {
  test.each([
    ['plain words, 7–2 (really)!', 'plain words, 7–2 (really)!'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['![x](y)', '!\\[x\\](y)'],
    ['*a* _b_ `c` ~d~ a|b \\', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ a\\|b \\\\'],
    [
      '{{ site.secret }} {% raw %} {{< shortcode >}}',
      '&#123;&#123; site.secret &#125;&#125; &#123;% raw %&#125; &#123;&#123;&lt; shortcode &gt;&#125;&#125;',
    ],
    ['# no heading', '\\# no heading'],
    ['http://a.example www.b.example c@d.example', 'http&#58;//a.example www&#46;b.example c&#64;d.example'],
    ['- no list', '\\- no list'],
    ['http://a.example www.b.example c@d.example', 'http&#58;//a.example www&#46;b.example c&#64;d.example'],
    ['1. no list', '1\\. no list'],
    ['1984) no list', '1984\\) no list'],
    ['---', '\\---'],
    ['&lt;b&gt; and R&D', '&amp;lt;b&amp;gt; and R&D'],
    ['one\n\n# two', 'one # two'],
    ['safe\u202Eevil', 'safeevil'],
  ])('shows %j as it is written', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });
});

describe('renderMarkdown', () => {
  const markdown = renderMarkdown({ article: english, now: NOW });

  it('leads every sentence to the second it rests on', () => {
    expect(markdown).toContain('said.[^4] What the town pays');
    expect(markdown).toContain('\n[^4]: [1:36](https://www.youtube.com/watch?v=mBk7Lib0Sun&t=96s)\n');
  });

  it('has a note for every mark and a mark for every note', () => {
    const notes = [...markdown.matchAll(/^\[\^(\d+)\]: /gm)].map(([, number]) => number);
    const marks = new Set([...markdown.matchAll(/[^\n]\[\^(\d+)\]/g)].map(([, number]) => number));
    expect([...marks].sort()).toEqual([...notes].sort());
  });

  it('says the words themselves where there is no time to play', () => {
    expect(renderMarkdown({ article: germanFile, now: NOW })).toContain(
      '\n[^2]: Ich habe eine Frage zum Wochenmarkt',
    );
  });

  it('sets the passages of an extractive article as quotations with their speaker', () => {
    expect(renderMarkdown({ article: extractive, now: NOW })).toContain(
      '\n> **Tom Adeyemi** · I love that library',
    );
  });

  it('does not print a body headline that only repeats the headline', () => {
    const text = renderMarkdown({ article: extractive, now: NOW });
    expect(text.match(/^#+ Should the library open/gm)).toHaveLength(1);
  });
});

describe('renderSitePage', () => {
  function matterOf(page: string): { matter: Record<string, unknown>; body: string } {
    const [, yaml = '', body = ''] = page.match(/^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/) ?? [];
    // Ruby and Go read YAML 1.1, in which unquoted instants are instants.
    return { matter: parse(yaml, { version: '1.1' }), body };
  }

  it('gives hugo its keys', () => {
    const { matter } = matterOf(renderSitePage(english, 'hugo'));
    expect(matter).toMatchObject({
      title: english.headline,
      description: english.description,
      summary: english.deck,
      slug: english.slug,
      date: new Date(english.createdAt),
      draft: true,
      tags: english.tags,
      params: {
        source: { url: 'https://www.youtube.com/watch?v=mBk7Lib0Sun' },
        disclosure: { writer: 'model' },
      },
    });
  });

  it('gives astro its keys', () => {
    const { matter } = matterOf(renderSitePage(english, 'astro'));
    expect(matter).toMatchObject({
      title: english.headline,
      pubDate: new Date(english.createdAt),
      draft: true,
      lang: 'en',
    });
  });

  it('gives jekyll its keys', () => {
    const { matter } = matterOf(renderSitePage(english, 'jekyll'));
    expect(matter).toMatchObject({
      layout: 'post',
      title: english.headline,
      date: new Date(english.createdAt),
      published: false,
      excerpt: english.deck,
    });
  });

  it('leaves headline and deck to the template of the site', () => {
    const { body } = matterOf(renderSitePage(english, 'hugo'));
    expect(body).not.toContain('# Millbrook keeps');
    expect(body).not.toContain(english.deck);
    expect(body.startsWith(`> **${english.disclosure.label}**`)).toBe(true);
  });

  test.each(['yes', '2026-11-14', 'a: b # c', '---', '"', '- x', 'null', '@at', '\u2028x'])(
    'keeps the headline %j a text',
    (headline) => {
      for (const generator of ['hugo', 'astro', 'jekyll'] as const) {
        const { matter } = matterOf(renderSitePage({ ...english, headline }, generator));
        expect(matter.title).toBe(headline.replace('\u2028', ''));
      }
    },
  );
});
