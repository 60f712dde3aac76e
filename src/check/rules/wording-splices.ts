import { findNames, type WordForm, wordForms } from '../../text/index.ts';
import type { Rule } from '../rule.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const PLURAL_VERBS = words("are aren't were weren't have haven't do don't am");
const SINGULAR_VERBS = words("is isn't was wasn't has hasn't does doesn't am");
const SINGULAR_PRONOUNS = words('he she it');
const PLURAL_PRONOUNS = words('they we');
/** Before the subject of a question or of a bare form: "did he “have”", "made Ukraine “do”", "demanded that he “have”". */
const BARE_FORM = words(
  `do does did will would can could should must may might shall to let lets make makes made help helps helped see saw seen if though wish wishes wished were
  demand demands demanded insist insists insisted suggest suggests suggested recommend recommended require requires required propose proposed ask asked urge urged and or nor`.replace(
    /\s+/gu,
    ' ',
  ),
);
const BARE_REACH = 5;
/** Characters before a quotation, or of it, that are looked at. */
const CLAUSE = 160;
/** Shorter quotations after "that" are names and terms. */
const FEWEST_WORDS = 3;

const splicesRule: Rule = {
  id: 'Q05',
  severity: 'warning',
  title: 'A quotation fits the sentence it stands in',
  reason:
    'A quotation cut to fit must still agree with its subject, or it reads as a mistake of the speaker.',
  example: 'He said that Ukraine “don’t have the cards”.',
  needs: [],
  languages: ['en'],
  exempts: ['extractive'],
  *checkSentence(sentence) {
    for (const { start, end, text } of sentence.quoted) {
      const from = Math.max(0, start - CLAUSE);
      const own = sentence.own.slice(from, start);
      const inside = wordForms(text.slice(0, CLAUSE), 'en');
      const before = wordForms(own, 'en');
      const [first] = inside;
      const last = before.at(-1);
      if (!first || !last || !/^\s+$/u.test(sentence.text.slice(from + last.end, start))) continue;
      const message = disagreement(own, before, first.key) ?? needlessThat(last, inside);
      if (message !== undefined) yield { start: from + last.start, end, message };
    }
  },
};

function disagreement(own: string, before: readonly WordForm[], verb: string): string | undefined {
  const subject = before.at(-1);
  if (!subject) return undefined;
  const leading = before.slice(-1 - BARE_REACH, -1);
  if (leading.some(({ key }) => BARE_FORM.has(key))) return undefined;
  const isSingular = SINGULAR_PRONOUNS.has(subject.key) || isSingularName(own, subject);
  const disagrees =
    (PLURAL_VERBS.has(verb) && isSingular) || (SINGULAR_VERBS.has(verb) && PLURAL_PRONOUNS.has(subject.key));
  return disagrees ? `“${subject.text}” and “${verb}” do not agree` : undefined;
}

/** A name that ends on s may be several ("Democrats", "the Netherlands"); one behind a preposition is no subject. */
function isSingularName(own: string, subject: WordForm): boolean {
  if (!/^\p{Lu}/u.test(subject.text) || /s$/iu.test(subject.text)) return false;
  const name = findNames(own.slice(0, subject.end), 'en').find(({ end }) => end === subject.end);
  if (!name?.words.some(({ certainty }) => certainty !== 'possible')) return false;
  const before = own.slice(0, name.titleStart ?? name.start).trimEnd();
  return /(?:^|[,;:.–—(]|\b(?:that|said|says|because|when|while|as|but|which|where|why|how|whether|since))$/iu.test(
    before,
  );
}

/** "said that “We will go”": the quotation is a sentence of its own. */
function needlessThat(last: WordForm, inside: readonly WordForm[]): string | undefined {
  const [first, second] = inside;
  if (last.key !== 'that' || !first || !second || inside.length < FEWEST_WORDS) return undefined;
  const isSentence =
    /^\p{Lu}\p{Ll}*(?:['’]\p{Ll}+)?$/u.test(first.text) &&
    !first.isContent &&
    !/^I(?:['’]|$)/u.test(first.text) &&
    !/^\p{Lu}/u.test(second.text) &&
    !MONTHS_AND_TITLES.has(first.text);
  return isSentence ? `a whole sentence does not follow “that”: “${first.text} ${second.text}…”` : undefined;
}
const MONTHS_AND_TITLES = words('May March Will Mr Mrs Ms Sir Us');

export const SPLICE_RULES: readonly Rule[] = [splicesRule];
