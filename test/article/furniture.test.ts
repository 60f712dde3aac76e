import { describe, expect, it, test } from 'vitest';
import { formatAge, formatDate } from '../../src/article/dates.ts';
import { FURNITURE_LANGUAGES, fill, furnitureFor } from '../../src/article/furniture.ts';
import { countPhrase, discloseWriter } from '../../src/article/index.ts';

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

/** Every phrase of a furniture with the path to it, plural forms under one path. */
function phrases(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    phrases(inner, /^(minutesRead|words)$/.test(path) ? path : path === '' ? key : `${path}.${key}`),
  );
}

describe('furniture', () => {
  it('speaks the languages that are promised', () => {
    expect(FURNITURE_LANGUAGES).toEqual(
      expect.arrayContaining('en de es fr pt ru uk ar hi ja zh zh-Hant'.split(' ')),
    );
  });

  test.each(FURNITURE_LANGUAGES)(
    'has every phrase in %s, with the places to fill in that English has',
    (language) => {
      const english = new Map(phrases(furnitureFor('en')));
      for (const [path, text] of phrases(furnitureFor(language))) {
        expect(text.trim(), path).not.toBe('');
        const expected = placeholders(english.get(path) ?? '');
        // A language may write a number of things as a word: دقيقتان.
        if (/^(minutesRead|words)$/.test(path))
          expect(expected).toEqual(expect.arrayContaining(placeholders(text)));
        else expect(placeholders(text), path).toEqual(expected);
      }
    },
  );

  test.each([
    ['en', 6, '6 min read'],
    ['en-GB', 1, '1 min read'],
    ['de', 6, '6 Min. Lesezeit'],
    ['ar', 1, 'القراءة: دقيقة واحدة'],
    ['ar', 2, 'القراءة: دقيقتان'],
    ['ar', 6, 'القراءة: 6 دقائق'],
    ['ar', 14, 'القراءة: 14 دقيقة'],
    ['ja', 6, '6分で読めます'],
    ['xx-Zzzz', 6, '6 min read'],
    ['not a language', 6, '6 min read'],
  ])('says in %s how long %i minutes of reading are', (language, minutes, text) => {
    const furniture = furnitureFor(language);
    expect(countPhrase(furniture.minutesRead, minutes, furniture.locale)).toBe(text);
  });

  test.each([
    ['zh', '来源：{source}'],
    ['zh-Hans-CN', '来源：{source}'],
    ['zh-TW', '來源：{source}'],
    ['zh-HK', '來源：{source}'],
    ['pt-BR', 'Fonte: {source}'],
  ])('finds the words for %s', (language, line) => {
    expect(furnitureFor(language).sourceLine).toBe(line);
  });

  test.each([
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['fa-IR', 'rtl'],
    ['az-Arab', 'rtl'],
    ['az', 'ltr'],
    ['ja', 'ltr'],
    ['???', 'ltr'],
  ])('sets %s from the side it is written from', (language, direction) => {
    expect(furnitureFor(language).direction).toBe(direction);
  });

  it('fills a phrase once, never what was filled in', () => {
    expect(fill('{a} and {b}', { a: '{b}', b: 'x' })).toBe('{b} and x');
  });
});

describe('dates', () => {
  const now = new Date('2026-11-14T15:30:00Z');

  test.each([
    ['2026-11-14T15:29:45Z', '1 minute ago'],
    ['2026-11-14T14:31:00Z', '59 minutes ago'],
    ['2026-11-14T12:10:00Z', '3 hours ago'],
    ['2026-11-13T15:29:00Z', '1 day ago'],
    ['2026-11-02T00:00:00Z', '1 week ago'],
    ['2026-08-14T00:00:00Z', '3 months ago'],
    ['2020-01-01T00:00:00Z', '6 years ago'],
    ['2026-11-14', 'today'],
    ['2026-11-13', '1 day ago'],
    ['2026-11-14T15:31:00Z', undefined],
    ['yesterday', undefined],
  ])('gives the age of %s', (instant, age) => {
    expect(formatAge(instant, now, 'en')).toBe(age);
  });

  it('dates an instant by the day in UTC, whatever the machine', () => {
    expect(formatDate('2026-11-14T23:59:59Z', 'en-GB')).toBe('14 November 2026');
    expect(formatDate('2026-11-14', 'de')).toBe('14. November 2026');
    expect(formatDate('soon', 'en')).toBeUndefined();
  });
});

describe('discloseWriter', () => {
  it('calls an unreviewed draft of a model what it is, and names the model', () => {
    const disclosure = discloseWriter({
      kind: 'model',
      model: 'example-1',
      language: 'en',
      transcriptKind: 'manual',
    });
    expect(disclosure.label).toMatch(/AI/);
    expect(disclosure.detail).toContain('example-1');
    expect(disclosure.digitalSourceType).toBe(
      'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
    );
  });

  it('says of an extractive article that no model wrote it and that it is no news prose', () => {
    const disclosure = discloseWriter({ kind: 'extractive', language: 'en', transcriptKind: 'manual' });
    expect(disclosure.label).toBe('Passages selected by software, not news prose');
    expect(disclosure.detail).toContain('no language model');
    expect(disclosure.digitalSourceType).toBe(
      'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia',
    );
  });

  it('warns of speech recognition where there was some', () => {
    const facts = { kind: 'model', language: 'de' } as const;
    expect(discloseWriter({ ...facts, transcriptKind: 'auto' }).detail).toContain('Spracherkennung');
    expect(discloseWriter({ ...facts, transcriptKind: 'unknown' }).detail).not.toContain('Spracherkennung');
  });

  test.each(FURNITURE_LANGUAGES.filter((language) => language !== 'en'))('does so in %s', (language) => {
    for (const kind of ['model', 'extractive'] as const) {
      const own = discloseWriter({ kind, language, transcriptKind: 'auto' });
      const english = discloseWriter({ kind, language: 'en', transcriptKind: 'auto' });
      expect(own.label).not.toBe(english.label);
      expect(own.detail).not.toBe(english.detail);
    }
  });
});
