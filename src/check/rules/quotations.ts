import {
  type AlignedQuotation,
  type AlignmentFailure,
  alignQuotation,
  isAligned,
  wordForms,
} from '../../text/index.ts';
import type { Unit } from '../../transcript/index.ts';
import type { CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';
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
  },
  *checkSentence(sentence, { copy, evidence }) {
    const own = new Set((copy.article?.quotes ?? []).map(({ text }) => text));
    for (const { text, start, end } of sentence.quoted) {
      if (own.has(text)) continue;
      const isShort = wordForms(text, evidence.language).length < FEWEST_QUOTED_WORDS;
      // Nobody says where a headline's words are from.
      const cited =
        sentence.cites.length > 0 ? evidence.near(sentence.cites, isShort ? 0 : 1) : evidence.units;
      if (isShort ? holdsWords(text, cited, evidence) : isAligned(align(text, cited, evidence))) continue;
      yield { start, end, ...describe(text, align(text, [...cited], evidence), evidence) };
    }
  },
};

/** The passage, when the units say these very words; else why not. */
function align(
  text: string,
  units: readonly Unit[],
  { language, glossary }: Evidence,
  edits: readonly { kind: string; to: string }[] = [],
): AlignedQuotation | AlignmentFailure {
  const respelled = edits.filter(({ kind }) => kind === 'spelling').map(({ to }) => to.toLowerCase());
  const lexicon = new Set([...respelled, ...glossary.map((name) => name.toLowerCase())]);
  const aligned = alignQuotation(text, units, { lexicon, language });
  // A proposal may differ by a word, which the print then mends; what is printed may not.
  if (isAligned(aligned) && sayings(aligned.text, language) !== sayings(text, language))
    return { reason: 'not-found', nearest: aligned.source };
  return aligned;
}

/** The words of a quotation and the places where it leaves some out; editorial insertions in brackets are nobody's words. */
function sayings(text: string, language: string): string {
  return text
    .replace(/\[[^\]…]{1,60}\]/gu, ' ')
    .split(/…|\.{3,}/u)
    .map((part) =>
      wordForms(part, language)
        .map(({ key }) => key)
        .join(' '),
    )
    .join(' … ');
}

function holdsWords(text: string, units: readonly Unit[], evidence: Evidence): boolean {
  const said = new Set(units.flatMap((unit) => evidence.words(unit).map(({ key }) => key)));
  return wordForms(text, evidence.language).every(({ key }) => said.has(key));
}

/** Whether the words stand elsewhere, which is a wrong citation, or nowhere, which is an invention. */
function describe(
  text: string,
  failure: AlignedQuotation | AlignmentFailure,
  evidence: Evidence,
): Pick<Found, 'message' | 'evidence'> {
  let nearest = isAligned(failure) ? failure.source : failure.nearest;
  for (const { id } of rankUnits(wordForms(text, evidence.language), evidence, PLACES_SEARCHED)) {
    const found = align(text, evidence.near([id]), evidence);
    if (isAligned(found))
      return {
        message: `stands in units ${found.units.join(', ')}, not in those cited`,
        evidence: found.source,
      };
    if (found.nearest !== '' && (isAligned(failure) || failure.nearest === '')) nearest = found.nearest;
  }
  const reason = isAligned(failure) ? 'not-found' : failure.reason;
  return {
    message: `nobody says “${text}” (${REASONS[reason]})`,
    ...(nearest === '' ? {} : { evidence: nearest }),
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

export const QUOTATION_RULES: readonly Rule[] = [quotationRule];
