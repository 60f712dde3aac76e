import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { slugify } from '../../src/text/index.ts';

test.each([
  ['Ukraine’s Peace Talks: a Year', 'ukraines-peace-talks-a-year'],
  ['Économie à São Paulo', 'economie-a-sao-paulo'],
  ['Київ їде далі', 'київ-їде-далі'],
  ['مجلس المدينة يوافق', 'مجلس-المدينة-يوافق'],
  ['नगर परिषद की बैठक', 'नगर-परिषद-की-बैठक'],
  ['町議会が承認した。', '町議会が承認した'],
  ['../../etc/passwd', 'etc-passwd'],
  ['\u202Etxt.exe', 'txt-exe'],
])('makes %j into %j', (text, slug) => {
  expect(slugify(text)).toBe(slug);
});

it('is never empty', () => {
  expect(slugify('?!')).toBe('article');
  expect(slugify('', 'source')).toBe('source');
});

it('ends at a word, and cuts only a word that is too long by itself', () => {
  expect(slugify('council '.repeat(20))).toBe(Array(7).fill('council').join('-'));
  expect(slugify('x'.repeat(200))).toBe('x'.repeat(60));
});

it('is a name that any file system and address takes, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const slug = slugify(text);
      expect(slug).toMatch(/^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u);
      expect([...slug].length).toBeLessThanOrEqual(60);
      expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(240);
    }),
  );
});
