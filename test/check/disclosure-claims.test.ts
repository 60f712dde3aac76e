import { describe, expect, it } from 'vitest';
import { discloseWriter, FURNITURE_LANGUAGES } from '../../src/article/index.ts';
import { findHumanClaim } from '../../src/check/rules/disclosure-claims.ts';

/** Claims and their denials, by language. */
const EXAMPLES: readonly (readonly [
  language: string,
  claims: readonly string[],
  others: readonly string[],
])[] = [
  [
    'en',
    [
      'Reviewed by an editor',
      'Human-written',
      'Our editors have checked every line',
      'No errors: checked by a person',
    ],
    ['Nobody has reviewed this', 'Checked by software', 'Reviewed by no one', 'Written by a language model'],
  ],
  [
    'de',
    ['Redaktionell geprüft', 'Von unserer Redaktion geschrieben'],
    ['Ungeprüfter Entwurf', 'Kein Mensch hat dies geprüft'],
  ],
  ['es', ['Revisado por un editor', 'Escrito por nuestra redacción'], ['Nadie lo ha revisado: no revisado']],
  ['fr', ['Relu par un rédacteur', 'Écrit par notre rédaction'], ['Pas encore relu']],
  ['pt', ['Revisto por um editor', 'Escrito pela nossa redação'], ['Ainda não revisto']],
  ['ru', ['Проверено редактором', 'Написано нашей редакцией'], ['Не проверено редактором']],
  ['uk', ['Перевірено редактором', 'Написано журналістами'], ['Не перевірено редактором']],
  ['ar', ['راجعه محرر', 'كتبه فريق التحرير'], ['لم يراجعه محرر']],
  ['hi', ['संपादक ने जाँचा है', 'हमारी टीम ने लिखा'], ['किसी ने जाँचा नहीं']],
  ['ja', ['編集者が確認済み', '編集部が執筆'], ['人間による確認はまだありません']],
  ['zh', ['经编辑审核', '由本报记者撰写'], ['尚未审核']],
  ['zh-Hant', ['經編輯審核'], ['未經編輯審核']],
];

describe('claims of a person’s review', () => {
  it.each(EXAMPLES)('are told from denials in %s', (language, claims, others) => {
    for (const text of claims) expect(findHumanClaim(text, language), text).toBeDefined();
    for (const text of others) expect(findHumanClaim(text, language), text).toBeUndefined();
  });

  it.each(FURNITURE_LANGUAGES)('are in none of our own disclosures in %s', (language) => {
    for (const kind of ['model', 'extractive'] as const) {
      const { label, detail } = discloseWriter({ kind, language, transcriptKind: 'auto' });
      for (const text of [label, detail]) expect(findHumanClaim(text, language)).toBeUndefined();
    }
  });
});
