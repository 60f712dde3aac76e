import {
  type AlignedQuotation,
  type AlignmentFailure,
  alignQuotation,
  isAligned,
  isCriticalWord,
  isUnspaced,
  type QuotedStretch,
  type WordForm,
  wordForms,
} from '../../text/index.ts';
import type { Unit } from '../../transcript/index.ts';
import type { CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';
import { ALL_ROLES, type Found, type Rule, type RuleContext } from '../rule.ts';
import { rankUnits } from '../search.ts';
import { findCut, saysItself } from './quotations-cut.ts';
import { marksRule } from './quotations-marks.ts';

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

export const QUOTATION_RULES: readonly Rule[] = [quotationRule, marksRule];
