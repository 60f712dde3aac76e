import { stopWords, wordForms } from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';
import { placeIn, placeOfLines } from '../place-in.ts';
import type { Found, Rule } from '../rule.ts';

/** Languages whose words of grammar are told apart word by word. */
const TOLD_BY_WORDS = ['en', 'de', 'es', 'fr', 'pt', 'it', 'nl', 'ru', 'uk', 'ar', 'hi'] as const;

/**
 * Words of grammar that only the other language has, and how many times those that only the article's language has: a
 * sentence may hold a foreign title, so it needs more evidence for its length than a whole section.
 */
const BOUNDS = {
  sentence: { fewestWords: 10, fewestHits: 5, times: 5, share: 0.25 },
  text: { fewestWords: 30, fewestHits: 7, times: 4, share: 0.08 },
} as const;
type Bounds = (typeof BOUNDS)[keyof typeof BOUNDS];

const languageRule: Rule = {
  id: 'T07',
  severity: 'error',
  title: 'The text is in the language of the article',
  reason: 'A model may fall back into the language of the transcript or of its orders.',
  needs: [],
  exempts: ['extractive'],
  *checkSentence(sentence, { language }) {
    const message = judge([sentence], language, BOUNDS.sentence);
    if (message) yield { message };
  },
  *checkArticle({ copy, language }) {
    const parts = [
      copy.deck,
      copy.lead.flatMap(({ sentences }) => sentences),
      ...copy.sections.map(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences)),
    ];
    for (const lines of parts) {
      // Its sentences say so themselves.
      if (lines.some((line) => line.role === 'sentence' && judge([line], language, BOUNDS.sentence)))
        continue;
      const message = judge(lines, language, BOUNDS.text);
      const [first] = lines;
      if (message && first) yield { ...placeOf(lines, first), message };
    }
  },
};

function placeOf(lines: readonly CopySentence[], first: CopySentence): Pick<Found, 'path' | 'start' | 'end'> {
  return first.at ? placeOfLines(lines, '') : placeIn(first);
}

/** Why the lines are not in the language, if they are not. */
function judge(lines: readonly CopySentence[], language: string, bounds: Bounds): string | undefined {
  const text = lines.flatMap(({ own }) => own.split(/\s+/u).filter(isProse)).join(' ');
  return judgeScript(text, language, bounds) ?? judgeWords(text, language, bounds);
}

/** Addresses, file names and markup are in no language. */
function isProse(token: string): boolean {
  return !/[/\\@=_<>{}[\]|#]|\.\p{L}/u.test(token);
}

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Grek: /\p{Script=Greek}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Kore: /\p{Script=Hangul}/gu,
  Thai: /\p{Script=Thai}/gu,
  Beng: /\p{Script=Bengali}/gu,
  Taml: /\p{Script=Tamil}/gu,
  Hans: /\p{Script=Han}/gu,
  Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
};
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Written in more than one script. */
const TWO_SCRIPTS: ReadonlySet<string> = new Set('sr bs az uz kk ku mn tg ks sd pa ms sh tt'.split(' '));
/** Letters that a text has at least in a word of its own, by which a short one is told. */
const LETTERS_A_WORD = 3;

/** Names and titles stay in their own script; a text that is mostly in another one is in another language. */
function judgeScript(text: string, language: string, { fewestWords }: Bounds): string | undefined {
  const script = scriptOf(language);
  if (script === undefined) return undefined;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const own = text.match(SCRIPTS[script] ?? /(?!)/gu)?.length ?? 0;
  const isDense = script === 'Hans' || script === 'Jpan';
  if (letters < fewestWords * (isDense ? 1 : LETTERS_A_WORD)) return undefined;
  if (own * 3 < letters) return `is not written in the letters of the article’s language (${language})`;
  const kana = text.match(KANA)?.length ?? 0;
  if (script === 'Hans' && kana * 4 > letters) return `is in Japanese, the article in ${language}`;
  if (script === 'Jpan' && kana === 0 && letters >= 40) return `is in Chinese, the article in ${language}`;
  return undefined;
}

const scripts = new Map<string, string | undefined>();

function scriptOf(language: string): string | undefined {
  if (!scripts.has(language)) scripts.set(language, findScript(language));
  return scripts.get(language);
}

function findScript(language: string): string | undefined {
  if (TWO_SCRIPTS.has(language)) return undefined;
  try {
    const { script } = new Intl.Locale(language).maximize();
    const name = script === 'Hant' ? 'Hans' : script;
    return name !== undefined && name in SCRIPTS ? name : undefined;
  } catch {
    return undefined;
  }
}

/** Small words tell: those of one language's list that the other's has not. */
function judgeWords(text: string, language: string, bounds: Bounds): string | undefined {
  const expected = TOLD_BY_WORDS.some((told) => told === language) ? stopWords(language) : undefined;
  if (!expected) return undefined;
  const words = wordForms(text, language).map(({ key }) => key);
  if (words.length < bounds.fewestWords) return undefined;
  for (const other of TOLD_BY_WORDS) {
    const list = other === language ? undefined : stopWords(other);
    if (!list) continue;
    const foreign = words.filter((word) => list.has(word) && !expected.has(word)).length;
    const native = words.filter((word) => expected.has(word) && !list.has(word)).length;
    if (
      foreign >= bounds.fewestHits &&
      foreign >= words.length * bounds.share &&
      foreign >= native * bounds.times
    )
      return `reads as ${NAMES.of(other) ?? other}, the article is in ${NAMES.of(language) ?? language}`;
  }
  return undefined;
}

const NAMES = new Intl.DisplayNames('en', { type: 'language' });

export const LANGUAGE_RULES: readonly Rule[] = [languageRule];
