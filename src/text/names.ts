import { places } from './names-places.ts';
import { foldName } from './names-table.ts';
import { honorifics, isInstitution, isOpener, isTimeName, NAME_PARTICLES, titles } from './names-titles.ts';
import { primarySubtag } from './primary-subtag.ts';
import { endsSentence } from './sentence-end.ts';
import { isSpeechVerb } from './speech-verbs.ts';
import { stemWord, withoutElision } from './stems.ts';
import { type WordForm, wordForms } from './word-forms.ts';

/** How surely a word is a name. */
type NameCertainty =
  /** A capital inside a sentence, in a language that writes names so and nothing else. */
  | 'sure'
  /** A capital that the place asks for (a sentence begins, German), but with the company of a name. */
  | 'likely'
  /** A capital that says nothing. Known names may stand behind it; it proves none. */
  | 'possible';

/** A word of a name. Offsets leave out elided articles and possessive endings. */
export interface NameWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** See foldName; without possessive endings. */
  readonly key: string;
  /** What its inflected forms have in common. */
  readonly stem: string;
  readonly certainty: NameCertainty;
  /** The country or union that the word, or the phrase it stands in, names in any form (see names-places.ts). */
  readonly place?: string;
  readonly isAcronym: boolean;
}

/** A proper name where it stands, its title apart. */
export interface NameMention {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly words: readonly NameWord[];
  /** The office before the name as a meaning of the table in names-titles.ts: "president", "vice president". */
  readonly title?: string;
  readonly titleStart?: number;
  /** The gender that a form of address gives. */
  readonly gender?: 'man' | 'woman';
  readonly isPossessive: boolean;
}

/** A word on the way to being one of a name. */
interface Token extends Pick<WordForm, 'text' | 'start' | 'end' | 'isContent'> {
  readonly key: string;
  /** A sentence begins here, or may. */
  readonly opens: boolean;
  /** Only a space, a hyphen or the stop of an initial stands before it. */
  readonly joins: boolean;
  readonly isPossessive: boolean;
  readonly isCapital: boolean;
  /** A small word with a capital, as names begin with: "New York", "The Hague". */
  readonly isLink: boolean;
}

const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|all|nell|sull|dall)['’](?=\p{L})/iu;
const POSSESSIVE = /['’][sS]?$/u;
const BLANK_QUOTATION = /\s{3}/u;
const JOINING = /^(?:[ \u00A0]|[-\u2010\u2011]|\. )$/u;

/**
 * The proper names of a text by its capitals, in scripts that have them. Sentence-initial words are marked: whether they are
 * ordinary words, the caller knows better. In German only a title, a verb of speech or a second capital makes a name likely.
 */
export function findNames(text: string, language: string): NameMention[] {
  const primary = primarySubtag(language);
  if (isShouted(text)) return [];
  const tokens = readTokens(text, primary);
  const mentions: NameMention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const office = readTitle(tokens, at);
    const end = findEnd(tokens, at + office.length);
    const isBody = tokens.slice(at + office.length, end).some(({ key }) => isInstitution(key));
    const title = isBody ? NO_OFFICE : office;
    const mention = end > at + office.length ? mentionOf(tokens, at, end, title, primary, text) : undefined;
    if (mention) mentions.push(mention);
    at = Math.max(at + Math.max(office.length, 1), end);
  }
  return mentions;
}

function readTokens(text: string, language: string): Token[] {
  const tokens: Token[] = [];
  let previous: WordForm | undefined;
  for (const word of wordForms(text, language)) {
    const gap = text.slice(previous?.end ?? 0, word.start);
    const elided = /^(?:fr|it)$/u.test(language) ? (ELISION.exec(word.text)?.[0].length ?? 0) : 0;
    const possessive = POSSESSIVE.exec(word.text)?.[0].length ?? 0;
    const bare = word.text.slice(elided, word.text.length - possessive);
    const opens = !previous || opensAfter(previous, gap, word);
    tokens.push({
      text: bare,
      start: word.start + elided,
      end: word.end - possessive,
      isContent: word.isContent,
      key: foldName(bare),
      opens,
      joins: previous !== undefined && JOINING.test(gap) && !POSSESSIVE.test(previous.text),
      isPossessive: possessive > 0,
      isCapital: isCapital(bare, word.isContent) && !(opens && isOpener(foldName(bare))),
      isLink: !word.isContent && !opens && /^\p{Lu}\p{Ll}/u.test(bare),
    });
    previous = word;
  }
  return tokens;
}

function opensAfter(previous: WordForm, gap: string, word: WordForm): boolean {
  if (BLANK_QUOTATION.test(gap) || /[!?…:;]\s/u.test(gap)) return true;
  return (
    gap.startsWith('.') &&
    endsSentence(`${previous.text}.`, word.text) &&
    !isTitleWord(foldName(previous.text))
  );
}

/** "Biden", "MacOS", "iPhone", "G7", "F"; not "I'm" and not the first person. */
function isCapital(text: string, isContent: boolean): boolean {
  if (!/\p{Lu}/u.test(text)) return false;
  if (/^\p{Lu}/u.test(text)) return isContent || /^\p{Lu}{2}/u.test(text);
  return /^\p{Ll}{1,3}\p{Lu}/u.test(text);
}

function isTitleWord(key: string): boolean {
  return titles.find(key) !== undefined || honorifics.find(key) !== undefined;
}

interface Office {
  readonly length: number;
  readonly title: string;
  readonly gender?: 'man' | 'woman';
}

/** "Justice Department" is a body, not a judge. */
const NO_OFFICE: Office = { length: 0, title: '' };

/** The titles that stand in a row here: "Vice President", "Herr Bundeskanzler". */
function readTitle(tokens: readonly Token[], from: number): Office {
  const meanings: string[] = [];
  let gender: Office['gender'];
  let at = from;
  for (let token = tokens[at]; token && (at === from || token.joins); token = tokens[++at]) {
    const address = honorifics.find(token.key);
    const title = titles.find(token.key);
    if (address === undefined && title === undefined) break;
    if (address === 'man' || address === 'woman') gender = address;
    if (title !== undefined) meanings.push(title);
  }
  return { length: at - from, title: meanings.join(' '), ...(gender ? { gender } : {}) };
}

/** No name has more words; it bounds the search in rows of small words with capitals. */
const LONGEST_ROW = 12;

/** Where the row of capitals that begins here ends; particles belong to it where a capital follows. */
function findEnd(tokens: readonly Token[], from: number): number {
  let end = from;
  for (let at = from; ; at++) {
    const token = tokens[at];
    if (!token || at - from >= LONGEST_ROW || (at > from && !token.joins)) return end;
    if (token.isCapital && !isTimeName(token.key)) {
      if (at > from && isTitleWord(token.key) && tokens[at + 1]?.isCapital && tokens[at + 1]?.joins)
        return end;
      end = at + 1;
    } else if (token.isLink) {
      if (at > from) end = at + 1;
    } else if (at === from || !NAME_PARTICLES.has(token.key)) return end;
  }
}

function mentionOf(
  tokens: readonly Token[],
  from: number,
  end: number,
  office: Office,
  language: string,
  text: string,
): NameMention | undefined {
  const begin = from + office.length;
  const row = tokens.slice(begin, end);
  const words = row.flatMap((token, index): NameWord[] => {
    if (!token.isCapital) return [];
    const phrase = phraseAround(row, index);
    const place =
      phrase ?? (token.key === 'us' && !/^U\.?S/u.test(token.text) ? undefined : places.find(token.key));
    return [
      {
        text: token.text,
        start: token.start,
        end: token.end,
        key: token.key,
        stem: nameStem(token.key, language),
        certainty: certaintyOf(tokens, begin + index, { begin, end, hasTitle: office.length > 0 }, language),
        ...(place === undefined ? {} : { place }),
        isAcronym: /^(?:\p{Lu}[.&]?){2,}s?\d*$/u.test(token.text),
      },
    ];
  });
  const [first, last] = [row[0], row.at(-1)];
  if (!first || !last || words.length === 0) return undefined;
  const { title, gender } = office;
  return {
    text: text.slice(first.start, last.end),
    start: first.start,
    end: last.end,
    words,
    ...(title === '' ? {} : { title, titleStart: tokens[from]?.start ?? first.start }),
    ...(gender ? { gender } : {}),
    isPossessive: last.isPossessive,
  };
}

/** The place that a phrase around this word names: either word of "United States". */
function phraseAround(row: readonly Token[], index: number): string | undefined {
  const keys = row.map(({ key }) => key);
  for (let at = Math.max(0, index - 2); at <= index; at++) {
    const phrase = places.findPhrase(keys, at);
    if (phrase && at + phrase.length > index) return phrase.meaning;
  }
  return undefined;
}

interface Row {
  readonly begin: number;
  readonly end: number;
  readonly hasTitle: boolean;
}

function certaintyOf(tokens: readonly Token[], at: number, row: Row, language: string): NameCertainty {
  const token = tokens[at];
  if (!token) return 'possible';
  if (language !== 'de') return token.opens ? certaintyOfOpening(tokens, at, row, language) : 'sure';
  if (/^\P{Lu}*\p{Lu}\P{Lu}*\p{Lu}/u.test(token.text)) return 'sure';
  if (row.hasTitle && at === row.begin) return 'likely';
  const before = tokens[row.begin - 1];
  if (before && NOUN_MARKERS.has(before.key)) return 'possible';
  const { isBefore, isBehind } = speech(tokens, row, language);
  // Beside the verb stands the name; what follows it in a row may be the next noun: "laut Baumgarten Wellen".
  return (isBefore && at === row.begin) || (isBehind && at === row.end - 1) ? 'likely' : 'possible';
}

/** Words before a German noun that is no name. */
const NOUN_MARKERS: ReadonlySet<string> = new Set(
  'der die das den dem des ein eine einen einem einer eines kein keine dieser diese dieses jeder jede alle viele zum zur im am beim vom ins ans sein seine ihr ihre unser unsere'.split(
    ' ',
  ),
);
/** What stands before the name of a speaker. */
const ATTRIBUTING: ReadonlySet<string> = new Set('so laut'.split(' '));

function certaintyOfOpening(tokens: readonly Token[], at: number, row: Row, language: string): NameCertainty {
  const token = tokens[at];
  if (!token) return 'possible';
  const isInRow = row.end - row.begin > 1;
  if (isInRow || token.isPossessive || /\p{Lu}\P{Lu}*\p{Lu}|\p{N}/u.test(token.text)) return 'likely';
  const { isBefore, isBehind } = speech(tokens, row, language);
  return isBefore || isBehind || isPastVerb(tokens[row.end], language) ? 'likely' : 'possible';
}

/** Whether a verb of speech stands right before or behind the row, an adverb or an auxiliary apart. */
function speech(
  tokens: readonly Token[],
  row: Row,
  language: string,
): { readonly isBefore: boolean; readonly isBehind: boolean } {
  const isVerb = (token: Token | undefined) =>
    token !== undefined && !token.isCapital && isSpeechVerb(token.text, language);
  const before = tokens[row.begin - 1];
  const [next, later] = [tokens[row.end], tokens[row.end + 1]];
  return {
    isBefore:
      (isVerb(before) && tokens[row.begin]?.joins === true) ||
      (language === 'de' && before !== undefined && ATTRIBUTING.has(before.key)),
    isBehind: next?.joins === true && (isVerb(next) || (later?.joins === true && isVerb(later))),
  };
}

function isPastVerb(token: Token | undefined, language: string): boolean {
  return language === 'en' && token?.joins === true && /^\p{Ll}{2,}ed$/u.test(token.text);
}

/** What the inflected forms of a folded name have in common. */
export function nameStem(key: string, language: string): string {
  if (SHORT_CYRILLIC.test(key)) return key.replace(/[аеєиіоуыэюя]$/u, '');
  return foldName(stemWord(withoutElision(key, language), language));
}
/** Shorter than what stemWord dares to cut, but names of this length are inflected too: "Рима". */
const SHORT_CYRILLIC = /^\p{Script=Cyrillic}{3,4}$/u;

/** A text in capitals throughout says nothing by them. */
function isShouted(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals > small && capitals + small > 12;
}

/** Letters that two words of one name have in common at least. */
const SHORTEST_ROOT = 4;
/** Endings that make inhabitants, adjectives and inflected forms of a name; folded. */
const DERIVED =
  /^(?:s|e|i|is|an|ans|ian|ians|n|ns|ese|ish|ic|er|ers|en|ern|isch\p{L}{0,2}|es|esa|eses|esas|ano|ana|anos|anas|eno|ena|enos|enas|ense|enses|ois|oise|ais|aise|ien|ienne|iens|ain|aine|ains|a|o|os|as|ia|ie|ina|ino|inos|inas|inien|ines|iner\p{L}?|к\p{L}{0,4}|ск\p{L}{0,3}|ськ\p{L}{0,3}|\p{Script=Cyrillic}{1,3})$/u;

/** Whether two folded words derive from one name: "palestine" and "palestinian", "kenya" and "kenyan". */
export function areCognate(first: string, second: string): boolean {
  if (first === second) return true;
  let shared = 0;
  const least = Math.min(first.length, second.length);
  while (shared < least && first[shared] === second[shared]) shared++;
  for (let length = shared; length >= Math.max(SHORTEST_ROOT, shared - 2); length--) {
    if (isEnding(first.slice(length)) && isEnding(second.slice(length))) return true;
  }
  return false;
}

function isEnding(tail: string): boolean {
  return tail === '' || DERIVED.test(tail);
}
