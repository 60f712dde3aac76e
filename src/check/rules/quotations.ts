import {
  type AlignedQuotation,
  type AlignmentFailure,
  alignQuotation,
  isAligned,
  isCriticalWord,
  isDenial,
  isNegation,
  isUnspaced,
  primarySubtag,
  type QuotedStretch,
  stripHidden,
  type WordForm,
  wordForms,
} from '../../text/index.ts';
import type { Unit } from '../../transcript/index.ts';
import type { CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';
import { onceFor } from '../once-for.ts';
import { ALL_ROLES, type Found, type Rule, type RuleContext } from '../rule.ts';
import { rankUnits } from '../search.ts';

/** Below this many words a quoted text may be a name or a term; it is then enough that the cited units hold its words. */
const FEWEST_QUOTED_WORDS = 3;
/** Places looked at when the cited units do not say it. */
const PLACES_SEARCHED = 4;

/** Every text between quotation marks, and every entry of `quotes`, is what the captions say. */
const quotationRule: Rule = {
  id: 'Q01',
  severity: 'error',
  title: 'Quoted words are the words of the transcript',
  reason: 'An invented or altered quotation is the one fault that no correction mends.',
  needs: ['units'],
  roles: ALL_ROLES,
  *checkArticle({ copy, evidence }) {
    for (const [index, quotation] of (copy.article?.quotes ?? []).entries()) {
      const cited = quotation.units.flatMap((id) => evidence.unit(id) ?? []);
      const aligned = align(quotation.text, cited, evidence, quotation.edits);
      if (isAligned(aligned)) continue;
      const path = `/quotes/${index}/text`;
      yield { path, ...describe(quotation.text, aligned, evidence), severity: 'error' };
    }
    yield* findUnplaced(copy);
    yield* findUnquoted(copy);
  },
  *checkSentence(sentence, { copy, evidence }) {
    const own = new Map((copy.article?.quotes ?? []).map((quotation) => [quotation.text, quotation]));
    for (const { text, start, end } of isPassage(sentence, copy) ? [wholeOf(sentence)] : sentence.quoted) {
      const cut = (units: readonly Unit[], spoken = text): Found[] => {
        const fuller = findCut(spoken, units, evidence.language);
        if (fuller === undefined || saysItself(sentence.text, { start, end }, evidence.language)) return [];
        const message = `“${text}” leaves out the negation that the source has beside it`;
        return [{ start, end, message, evidence: fuller, severity: 'warning' }];
      };
      const entry = own.get(text);
      if (entry) {
        const units = evidence.near(entry.units);
        yield* cut(units, sourceOf(align(text, units, evidence, entry.edits)));
        continue;
      }
      const isShort = wordForms(text, evidence.language).length < FEWEST_QUOTED_WORDS;
      const cited = evidence.near(sentence.cites, isShort ? 0 : 1);
      const aligned = cited.length > 0 ? align(text, cited, evidence) : undefined;
      if (isShort ? holdsWords(text, cited, evidence) : aligned && isAligned(aligned)) {
        yield* cut(evidence.near(sentence.cites), sourceOf(aligned));
        continue;
      }
      // Nobody says where a headline's words are from, nor, in a text that cites nothing, a sentence's: code has guessed them.
      const isAnywhere = sentence.cites.length === 0 || !copy.hasCitations;
      if (isAnywhere && (isShort ? standsSomewhere(text, evidence) : isSaid(text, evidence))) {
        const place = isShort ? undefined : searchFor(text, evidence).find(isAligned);
        if (place) yield* cut(evidence.near(place.units), place.source);
        continue;
      }
      yield { start, end, ...describe(text, aligned, evidence) };
    }
  },
};

/** A key passage that was read from a text, where no entry of `quotes` holds it: the speaker's words from end to end. */
function isPassage({ role }: CopySentence, { writer, article }: RuleContext['copy']): boolean {
  return writer === 'extractive' && !article && role === 'sentence';
}

function wholeOf({ text }: CopySentence): QuotedStretch {
  return { text, start: 0, end: text.length };
}

/** The passage, when the units say these very words; else why not. */
function align(
  text: string,
  units: readonly Unit[],
  { language, glossary }: Evidence,
  edits: readonly { kind: string; to: string }[] = [],
): AlignedQuotation | AlignmentFailure {
  const respelled = edits.filter(({ kind }) => kind === 'spelling').map(({ to }) => to.toLowerCase());
  const lexicon = new Set([...respelled, ...glossary.map((name) => name.toLowerCase())]);
  const options = { lexicon, language };
  const aligned = alignExactly(text, units, options);
  if (isAligned(aligned)) return aligned;
  // An insertion stands beside the speaker's words or in place of some: "[Trump] has the cards".
  for (const by of [' ', ' … ']) {
    const spoken = replaceInsertions(text, by, language);
    const found = spoken === text ? aligned : alignExactly(spoken, units, options);
    // Brackets of the transcript are no editor's.
    if (isAligned(found) && !found.source.includes('[')) return found;
  }
  return aligned;
}

function alignExactly(
  text: string,
  units: readonly Unit[],
  options: Parameters<typeof alignQuotation>[2],
): AlignedQuotation | AlignmentFailure {
  const aligned = alignQuotation(text, units, options);
  // A proposal may differ by a word, which the print then mends; what is printed may not.
  if (isAligned(aligned) && !saysSame(text, aligned.text, options.language))
    return { reason: 'not-found', nearest: aligned.source };
  return aligned;
}

/** Words of an editor, not of the speaker; "[…]" is an ellipsis. */
const INSERTION = /\[(?!\s*(?:__|\.{3})\s*\])[^\]…]{1,60}\]/gu;

/** No editor may turn round what somebody says: such words count as the speaker's. */
function replaceInsertions(text: string, by: string, language: string): string {
  const isCritical = ({ key }: WordForm) => isCriticalWord(key) && !/\p{N}/u.test(key);
  return text.replace(INSERTION, (inserted) =>
    wordForms(inserted, language).some(isCritical) ? inserted : by,
  );
}

/** The same words, and no gap that is not shown. An ellipsis that hides nothing may be the transcript's own. */
function saysSame(printed: string, spoken: string, language: string): boolean {
  const shown = sayings(printed, language);
  const actual = sayings(spoken, language);
  return shown.words === actual.words && [...actual.gaps].every((gap) => shown.gaps.has(gap));
}

/** The words of a quotation, and behind how many of them it leaves some out. */
function sayings(text: string, language: string): { words: string; gaps: ReadonlySet<number> } {
  const words: string[] = [];
  const gaps = new Set<number>();
  for (const part of text.split(/…|\.{3,}/u)) {
    words.push(...wordForms(part, language).map(({ key }) => key));
    gaps.add(words.length);
  }
  gaps.delete(words.length);
  return { words: words.join(' '), gaps };
}

function sourceOf(aligned: AlignedQuotation | AlignmentFailure | undefined): string | undefined {
  return aligned && isAligned(aligned) ? aligned.source : undefined;
}

/** Words behind a quotation among which a negation still belongs to it: "he will [certainly not]". */
const CUT_REACH = 3;
/** Words of the article around the marks among which the writer may say the negation himself: "would never “sign a paper”". */
const OWN_REACH = 6;
const CLAUSE_END = /[.,!?…;:—–。，！？、]|\s-\s/u;

/** Words that begin another clause, where captions have no comma: "on money that ends in june and i don't". */
const NEXT_CLAUSE: ReadonlySet<string> = new Set(
  `and but so because or if when while that which who i we you they
  und aber denn weil dass oder wenn ich wir sie y pero porque que si yo et mais car donc parce ou je nous on il ils elle e mas se eu
  и но а что если потому і та але що якщо бо або или`.split(/\s+/u),
);

interface SaidWord {
  readonly word: WordForm;
  readonly text: string;
  /** Something that parts clauses, or a change of speaker, stands before it. */
  readonly isApart: boolean;
}

/** The passage with the negation that a quotation leaves out on either side, where it is cut so wherever the units say it. */
function findCut(spoken: string, units: readonly Unit[], tag: string): string | undefined {
  const language = primarySubtag(tag);
  const keys = wordForms(spoken, tag).map(({ key }) => key);
  const negates = (word: WordForm | undefined): boolean => word !== undefined && isNegation(word, language);
  if (keys.length < 2 || wordForms(spoken, tag).some(negates)) return undefined;
  const said = wordsOf(units, tag);
  let fuller: string | undefined;
  for (let from = 0; from + keys.length <= said.length; from++) {
    if (!keys.every((key, index) => said[from + index]?.word.key === key)) continue;
    const to = from + keys.length;
    const isBefore = !said[from]?.isApart && negates(said[from - 1]?.word);
    const apart = said.findIndex(
      ({ isApart, word }, index) => index >= to && (isApart || NEXT_CLAUSE.has(word.key)),
    );
    const behind = said.slice(to, Math.min(apart < 0 ? said.length : apart, to + CUT_REACH));
    const at = behind.findIndex(({ word }) => negates(word));
    const isOnly = /^(?:only|just|nur|solo|sólo|seulement|só|apenas|только|лише)$/u.test(
      said[to + at + 1]?.word.key ?? '',
    );
    if (!isBefore && (at < 0 || isOnly)) return undefined;
    fuller ??= said
      .slice(isBefore ? from - 1 : from, at < 0 ? to : to + at + 1)
      .map((one) => one.text)
      .join(' ');
  }
  return fuller;
}

function saysItself(
  text: string,
  { start, end }: Pick<QuotedStretch, 'start' | 'end'>,
  tag: string,
): boolean {
  const language = primarySubtag(tag);
  const before = wordForms(text.slice(0, start), tag).slice(-OWN_REACH);
  const behind = wordForms(text.slice(end), tag).slice(0, CUT_REACH);
  return (
    [...before, ...behind].some((word) => isNegation(word, language)) ||
    before.some((word) => isDenial(word, language))
  );
}

function wordsOf(units: readonly Unit[], language: string): SaidWord[] {
  return units.flatMap((unit, number) => {
    const before = units[number - 1];
    const isBorder =
      !before || before.id !== unit.id - 1 || unit.turn === true || CLAUSE_END.test(before.text.slice(-2));
    const words = wordForms(unit.text, language);
    return words.map((word, index) => {
      const gap = unit.text.slice(words[index - 1]?.end ?? 0, word.start);
      return { word, text: word.text, isApart: index === 0 ? isBorder : CLAUSE_END.test(gap) };
    });
  });
}

function holdsWords(text: string, units: readonly Unit[], evidence: Evidence): boolean {
  const said = new Set(units.flatMap((unit) => evidence.words(unit).map(({ key }) => key)));
  return wordForms(text, evidence.language).every(({ key }) => said.has(key));
}

function standsSomewhere(text: string, evidence: Evidence): boolean {
  return wordForms(text, evidence.language).every(({ key }) => evidence.unitsWith('key', key).length > 0);
}

function searchFor(text: string, evidence: Evidence): (AlignedQuotation | AlignmentFailure)[] {
  return rankUnits(wordForms(text, evidence.language), evidence, PLACES_SEARCHED).map(({ id }) =>
    align(text, evidence.near([id]), evidence),
  );
}

/** Whether anybody says these very words. */
function isSaid(text: string, evidence: Evidence): boolean {
  if (searchFor(text, evidence).some(isAligned)) return true;
  const words = wordForms(text, evidence.language);
  // An ellipsis may leave a minute out, a glossary respell a word, and a dictionary cut a script without spaces otherwise.
  const isPlain =
    evidence.glossary.length === 0 &&
    !/[[…]|\.{3}/u.test(text) &&
    !words.some((word) => isUnspaced(word.text));
  if (!isPlain) return isAligned(align(text, evidence.units, evidence));
  return windowsWith(text, evidence).some((units) => isAligned(align(text, units, evidence)));
}

const FEWEST_WORDS_OF_UNIT = 30;

/** The stretches that hold every word of a text that leaves none out: around the places of its rarest. */
function windowsWith(text: string, evidence: Evidence): Unit[][] {
  const keys = wordForms(text, evidence.language).map(({ key }) => key);
  const placesOf = (key: string): readonly number[] => evidence.unitsWith('key', key);
  const rarest = keys.reduce((least, key) => (placesOf(key).length < placesOf(least).length ? key : least));
  const reach = 1 + Math.ceil(keys.length / FEWEST_WORDS_OF_UNIT);
  return placesOf(rarest)
    .map((id) => evidence.near([id], reach))
    .filter((units) => holdsWords(text, units, evidence));
}

/** Whether the words stand elsewhere, which is a wrong citation, or nowhere, which is an invention. */
function describe(
  text: string,
  nearby: AlignedQuotation | AlignmentFailure | undefined,
  evidence: Evidence,
): Pick<Found, 'message' | 'evidence'> {
  const places = searchFor(text, evidence);
  const said = places.find(isAligned);
  if (said)
    return { message: `stands in units ${said.units.join(', ')}, not in those cited`, evidence: said.source };
  const failures = [nearby, ...places].flatMap((place) => (place && !isAligned(place) ? [place] : []));
  const nearest = failures.find((failure) => failure.nearest !== '')?.nearest;
  return {
    message: `nobody says “${text}” (${REASONS[failures[0]?.reason ?? 'not-found']})`,
    ...(nearest === undefined ? {} : { evidence: nearest }),
  };
}

const REASONS: Readonly<Record<AlignmentFailure['reason'], string>> = {
  'no-words': 'it has no words',
  'not-found': 'the transcript has no such passage',
  'critical-word': 'a number, name, negation or modal verb differs',
  'across-speakers': 'it runs over a change of speaker',
  'too-much-left-out': 'too much is left out between its words',
};

/** Quotations of the article that no sentence prints as they are. */
function* findUnplaced({ article, lines }: RuleContext['copy']): Generator<Found> {
  if (!article) return;
  const texts = new Map(article.quotes.map(({ id, text }) => [id, text]));
  const sentences = new Map(lines.map((line: CopySentence) => [line.path, line.text]));
  const paragraphs = [
    ...article.lead.map((paragraph, index) => ({ paragraph, path: `/lead/${index}` })),
    ...article.sections.flatMap((section, number) =>
      section.paragraphs.map((paragraph, index) => ({
        paragraph,
        path: `/sections/${number}/paragraphs/${index}`,
      })),
    ),
  ];
  for (const { paragraph, path: start } of paragraphs) {
    for (const [at, { quotes }] of paragraph.sentences.entries()) {
      const path = `${start}/sentences/${at}`;
      for (const [number, id] of quotes.entries()) {
        const text = texts.get(id);
        if (text === undefined)
          yield { path: `${path}/quotes/${number}`, message: `names a quotation that does not exist: ${id}` };
        else if (!sentences.get(`${path}/text`)?.includes(text))
          yield { path: `${path}/text`, message: `does not hold its quotation “${text}”` };
      }
    }
  }
}

/** A text of key passages may not say so of itself only: every sentence of it is a quotation, and other rules trust that. */
function* findUnquoted({ article }: RuleContext['copy']): Generator<Found> {
  if (article?.writer.kind !== 'extractive') return;
  const texts = new Map(article.quotes.map(({ id, text }) => [id, text]));
  const parts = [
    { paragraphs: article.lead, path: '/lead' },
    ...article.sections.map(({ paragraphs }, index) => ({
      paragraphs,
      path: `/sections/${index}/paragraphs`,
    })),
  ];
  for (const { paragraphs, path } of parts)
    for (const [number, { sentences }] of paragraphs.entries())
      for (const [at, { text, quotes }] of sentences.entries())
        if (!quotes.some((id) => texts.get(id) === text))
          yield {
            path: `${path}/${number}/sentences/${at}/text`,
            message: 'is the text of none of its quotations, in an article of key passages',
          };
}

/** What stands for quotation marks, or hides in a text, so that a reader sees other words than the rules do. */
const marksRule: Rule = {
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
      hidden.push({
        at,
        point: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      });
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
    const points = [...new Set(odd)].map(
      (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
    yield {
      start: index,
      end: index + word.length,
      message: `“${word}” holds a character that only looks like another: ${points.join(', ')}`,
      severity: 'warning',
    };
  }
}

export const QUOTATION_RULES: readonly Rule[] = [quotationRule, marksRule];
