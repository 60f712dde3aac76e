import { stripHidden } from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';
import { onceFor } from '../once-for.ts';
import { ALL_ROLES, type Found, type Rule, type RuleContext } from '../rule.ts';

/** What stands for quotation marks, or hides in a text, so that a reader sees other words than the rules do. */
export const marksRule: Rule = {
  id: 'Q08',
  severity: 'error',
  title: 'Quotation marks come in pairs, and nothing invisible or disguised stands in the text',
  reason: 'Where a quotation begins and ends must be plain, or nobody can say which words are vouched for.',
  example: 'Lee said: “I will not sign.',
  needs: [],
  roles: ALL_ROLES,
  *checkArticle({ copy }) {
    for (const [index, { text }] of (copy.article?.quotes ?? []).entries())
      for (const found of [...findHidden(text), ...findDisguised(text)])
        yield { ...found, path: `/quotes/${index}/text` };
  },
  *checkSentence(sentence, { copy }) {
    const isOurs = sentence.at === undefined;
    for (const found of findUnpaired(sentence)) {
      const isLesser =
        copy.writer === 'extractive' ||
        (!isOurs && (sentence.role === 'line' || found.isArrow || isContinued(sentence, copy)));
      const { start, end, message } = found;
      yield { start, end, message, ...(isLesser ? { severity: 'warning' as const } : {}) };
    }
    if (!isOurs) return;
    for (const { 0: markup, index } of sentence.text.matchAll(MARKUP))
      yield { start: index, end: index + markup.length, message: `a mark that is markup: ${markup}` };
    yield* findHidden(sentence.text);
    yield* findDisguised(sentence.text);
  },
};

const DOUBLE_MARKS = /[“”„«»「」『』❝❞"]/gu;
const OPENING_MARKS = /^[“„«"「『❝]/u;
const CLOSING_MARKS = /[”»」』❞]/u;
const MARKUP =
  /<\/?(?:q|blockquote)(?:\s[^<>]{0,200})?>|&(?:quot|apos|[lrb]dquo|[lrs][sb]?quo|[lr]aquo|[lr]saquo|#0*(?:34|39|171|187|821[678]|822[0-2])|#x0*(?:22|27|ab|bb|201[89a-f]));/giu;

interface Unpaired extends Required<Pick<Found, 'start' | 'end' | 'message'>> {
  /** A guillemet that stands like an arrow: "Read more »". */
  readonly isArrow: boolean;
}

/** Double marks outside all quotations. Inches, seconds and a mark inside a Hebrew word are none. */
function* findUnpaired({ text, quoted, at }: CopySentence): Generator<Unpaired> {
  let next = 0;
  for (const { 0: mark, index } of text.matchAll(DOUBLE_MARKS)) {
    while ((quoted[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next++;
    if (index >= (quoted[next]?.start ?? Number.POSITIVE_INFINITY)) continue;
    const [before, behind] = [text.charAt(index - 1), text.charAt(index + 1)];
    if (/["”]/u.test(mark) && /[\d½¼¾⅛⅜⅝⅞]/u.test(before)) continue;
    if (mark === '"' && /\p{Script=Hebrew}/u.test(before) && /\p{Script=Hebrew}/u.test(behind)) continue;
    // Ditto marks of a table.
    if (at && mark === '"' && /^\s?$/u.test(before) && /^\s?$/u.test(behind)) continue;
    const closes =
      CLOSING_MARKS.test(mark) || (/["“]/u.test(mark) && /\S/u.test(before) && !/[\p{L}\p{N}]/u.test(behind));
    const message = closes
      ? `${mark} closes a quotation that never opened`
      : `${mark} opens a quotation that never closes`;
    const isArrow = /[«»]/u.test(mark) && (index === 0 || index === text.length - 1);
    yield { start: index, end: index + 1, message, isArrow };
  }
}

/** A quotation over several paragraphs opens at each of them and closes at the last. */
function isContinued(sentence: CopySentence, copy: RuleContext['copy']): boolean {
  return continuedIn(copy).has(sentence);
}

const continuedIn = onceFor(({ lead, sections }: RuleContext['copy']): ReadonlySet<CopySentence> => {
  const continued = new Set<CopySentence>();
  for (const paragraphs of [lead, ...sections.map((section) => section.paragraphs)])
    for (const [index, { sentences }] of paragraphs.entries())
      if (OPENING_MARKS.test(paragraphs[index + 1]?.sentences[0]?.text ?? ''))
        for (const sentence of sentences) continued.add(sentence);
  return continued;
});

/** Characters that nobody sees: they make two words of one for a machine, or turn a line round. */
function* findHidden(text: string): Generator<Found> {
  if (stripHidden(text) === text) return;
  const hidden: { at: number; point: string }[] = [];
  let at = 0;
  for (const character of text) {
    // Joiners are spelling between some letters.
    const around = text.slice(Math.max(0, at - 2), at + character.length + 2);
    if (
      /[\u200C\u200D]/u.test(character)
        ? !stripHidden(around).includes(character)
        : stripHidden(character) !== character
    )
      hidden.push({ at, point: codePointName(character) });
    at += character.length;
  }
  const [first] = hidden;
  const last = hidden.at(-1);
  if (!first || !last) return;
  const points = [...new Set(hidden.map(({ point }) => point))].join(', ');
  yield { start: first.at, end: last.at + 1, message: `holds characters that nobody sees: ${points}` };
}

/** Letters of other scripts that look like Latin letters or digits. */
const LOOKALIKE = /[АВЕЅІЈКМНОРСТУХЗаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοＡ-Ｚａ-ｚ０-９\u{1D400}-\u{1D7FF}]/u;
const ONLY_LOOKALIKES = new RegExp(`^(?:${LOOKALIKE.source}){1,2}$`, 'u');
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** A letter between digits that looks like one. */
const LETTER_IN_NUMBER = /^\d[\dOoIl]*[OoIl][\dOoIl]*\d$/u;

/** Words and numbers of Latin script with a character in them that only looks like one of theirs. */
function* findDisguised(text: string): Generator<Found> {
  const letters = text.match(/\p{L}/gu) ?? [];
  const isLatin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length * 2 > letters.length;
  const tokens = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const isForeign = tokens.some(
    ({ 0: word }) => FOREIGN.test(word) && !/[A-Za-z\d]/u.test(word) && !ONLY_LOOKALIKES.test(word),
  );
  for (const { 0: word, index } of tokens) {
    const isMixed = LOOKALIKE.test(word) && /[A-Za-z\d]/u.test(word);
    const isAlone = !isForeign && ONLY_LOOKALIKES.test(word) && FOREIGN.test(word);
    const isNumber = LETTER_IN_NUMBER.test(word) || (/\d/u.test(word) && /(?!\d)\p{Nd}/u.test(word));
    if (!isNumber && !(isLatin && (isMixed || isAlone))) continue;
    const odd = [...word].filter((one) => LOOKALIKE.test(one) || (isNumber && !/\d/u.test(one)));
    const points = [...new Set(odd)].map(codePointName);
    yield {
      start: index,
      end: index + word.length,
      message: `“${word}” holds a character that only looks like another: ${points.join(', ')}`,
      severity: 'warning',
    };
  }
}

/** "U+200B", for people who cannot see the character. */
function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
