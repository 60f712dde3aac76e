import { describe, expect, it } from 'vitest';
import { renderText } from '../../src/article/index.ts';
import { arabic, english, extractive, germanFile, japanese, NOW } from '../fixtures/articles.ts';

describe('renderText', () => {
  it('keeps the layout of a news page line by line', () => {
    const lines = renderText({ article: english, now: NOW, showAge: true }).split('\n');
    const paragraphs = english.sections.flatMap((section) => [section.heading, ...section.paragraphs]);
    const source = lines.findIndex((line) => line.startsWith('Source: '));
    expect(lines.slice(0, 9)).toEqual([
      english.headline,
      '',
      english.deck,
      '',
      '1 hour ago',
      '2 min read',
      '',
      english.bodyHeadline,
      '',
    ]);
    expect(lines[9]).toMatch(/^MILLBROOK – The town council voted/);
    expect(lines.slice(10, source).filter((line) => line !== '')).toHaveLength(paragraphs.length);
    expect(lines.slice(source - 3, source + 3)).toEqual([
      expect.stringMatching(/asked about parking\.$/),
      '',
      '',
      'Source: Should the library open on Sundays? | Council Watch (YouTube)',
      '',
      'Leave a Comment',
    ]);
  });

  it('dates a file that is kept, and ages only what nobody keeps', () => {
    expect(renderText({ article: english, now: NOW })).toContain('\nNovember 14, 2026\n2 min read\n');
    expect(renderText({ article: english, now: NOW, showAge: true })).toContain('\n1 hour ago\n2 min read\n');
  });

  it('dates the article above, and the video at the end where its publication is known', () => {
    const video = { ...english.source, publishedAt: '2024-02-29' };
    const dated = renderText({ article: { ...english, source: video }, now: NOW });
    expect(dated).toContain('\nNovember 14, 2026\n2 min read\n');
    expect(dated.split('Leave a Comment')[1]).toContain('\nSource · February 29, 2024\nhttps://');
    const { publishedAt: _, ...source } = english.source;
    const undated = renderText({ article: { ...english, source }, now: NOW, showAge: true });
    expect(undated).toContain('\n1 hour ago\n2 min read\n');
    expect(undated).not.toContain('Source ·');
  });

  it('says when an article was last changed', () => {
    const modified = { ...english, modifiedAt: '2026-11-16T08:00:00Z' };
    expect(renderText({ article: modified, now: NOW })).toContain(
      '\nNovember 14, 2026\nUpdated November 16, 2026\n2 min read\n',
    );
  });

  it('says the show once, whether or not the title ends in it', () => {
    const titled = { ...english, source: { ...english.source, title: 'Library hours' } };
    expect(renderText({ article: titled, now: NOW })).toContain(
      '\nSource: Library hours | Council Watch (YouTube)\n',
    );
    expect(renderText({ article: english, now: NOW }).match(/Council Watch/g)).toHaveLength(1);
  });

  it('does not call a file YouTube', () => {
    const text = renderText({ article: germanFile, now: NOW });
    expect(text).toContain('\nQuelle: Bürgerversammlung Lindental | Rathaus offen (Transkriptdatei)\n');
    expect(text).not.toContain('YouTube');
  });

  it('names who speaks in passages that do not say so themselves', () => {
    const text = renderText({ article: extractive, now: NOW });
    expect(text).toContain('\n\nTom Adeyemi: I love that library');
    expect(text).toContain('\n\nEllen Sayer: If the numbers hold up');
  });

  it('joins sentences and marks the place as the language does', () => {
    const text = renderText({ article: japanese, now: NOW });
    expect(text).toContain('【緑川】緑川町の川');
    expect(text).toContain('増えた。調査をまとめた');
    expect(renderText({ article: arabic, now: NOW, showAge: true })).toContain(
      '\nقبل 4 أيام\nالقراءة: دقيقة واحدة\n',
    );
  });

  it('discloses the writer and the link below the layout', () => {
    const after = renderText({ article: english, now: NOW }).split('Leave a Comment')[1];
    expect(after).toContain(english.disclosure.label);
    expect(after).toMatch(/\nhttps:\/\/www\.youtube\.com\/watch\?v=mBk7Lib0Sun\n$/);
  });
});
