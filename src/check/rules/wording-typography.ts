import { quote } from '../../text/index.ts';
import type { Copy, CopySentence } from '../copy.ts';
import { placeIn } from '../place-in.ts';
import { ALL_ROLES, type Found, type Rule } from '../rule.ts';

const APOSTROPHE = /(?<=\p{L})['’](?=\p{L})/gu;
const LONG_SPACE = /(?<=\S)[ \u00A0]{2,}(?=\S)/gu;
/** No language of ours has a space there; a number (" .5"), a name (" .NET") and an ellipsis do. */
const SPACED_STOP = /(?<=[\p{L}\p{N}’)\uFFFC]) +(?=[,.](?:\s|$))/gu;
/** Stands for what is not looked at: OBJECT REPLACEMENT CHARACTER. */
const QUOTED = '\uFFFC';

const typographyRule: Rule = {
  id: 'T05',
  severity: 'warning',
  title: 'Quotation marks and apostrophes are of one kind, spaces single',
  reason: 'Mixed marks show where a text was pasted together.',
  needs: [],
  exempts: ['extractive'],
  roles: ALL_ROLES,
  *checkSentence(line) {
    const text = withoutQuotations(line);
    // A Markdown or plain text sets tables and lines with them; a page shows one.
    for (const { 0: spaces, index } of line.at ? [] : text.matchAll(LONG_SPACE))
      yield {
        start: index,
        end: index + spaces.length,
        message: `${spaces.length} spaces in a row`,
        fix: ' ',
      };
    for (const { 0: spaces, index } of text.matchAll(SPACED_STOP)) {
      const end = index + spaces.length;
      yield { start: index, end, message: `a space before “${text.charAt(end)}”`, fix: '' };
    }
  },
  *checkArticle({ copy }) {
    yield* judgeMix(copy.lines.flatMap(apostrophesOf), 'apostrophe');
    yield* judgeMix(
      copy.lines.flatMap((line) => marksOf(line, copy)),
      'quotation mark',
    );
  },
};

/** The line with every quotation filled by a character that is neither letter nor space, offsets kept. */
function withoutQuotations({ text, quoted }: CopySentence): string {
  let filled = '';
  for (const { start, end } of quoted)
    filled += text.slice(filled.length, start) + QUOTED.repeat(end - start);
  return filled + text.slice(filled.length);
}

interface Mark {
  readonly line: CopySentence;
  readonly at: number;
  readonly isStraight: boolean;
  /** The mark of the other kind. */
  readonly other: string;
}

function apostrophesOf(line: CopySentence): Mark[] {
  return [...line.own.matchAll(APOSTROPHE)].map(({ 0: mark, index }) => ({
    line,
    at: index,
    isStraight: mark === "'",
    other: mark === "'" ? '’' : "'",
  }));
}

const SINGLE_MARKS: ReadonlySet<string> = new Set("'‘‚‹›");

/** The marks around quotations only: a quotation's own text may not change. */
function marksOf(line: CopySentence, { language }: Copy): Mark[] {
  const [open = '“', close = '”'] = quote(' ', language).split(' ');
  return line.quoted.flatMap(({ start, end }) => {
    const first = line.text.charAt(start);
    // Single marks, which hold a quotation within one, go by their own pair.
    if (SINGLE_MARKS.has(first)) return [];
    const isStraight = first === '"';
    return [
      { line, at: start, isStraight, other: isStraight ? open : '"' },
      { line, at: end - 1, isStraight, other: isStraight ? close : '"' },
    ];
  });
}

/** The rarer kind is the slip; a tie falls to the curly one, which print uses. */
function* judgeMix(marks: readonly Mark[], name: string): Generator<Found> {
  const straight = marks.filter(({ isStraight }) => isStraight);
  const curly = marks.filter(({ isStraight }) => !isStraight);
  const [kind, slips] = straight.length <= curly.length ? ['straight', straight] : ['curly', curly];
  if (straight.length === 0 || curly.length === 0) return;
  for (const { line, at, other } of slips as readonly Mark[])
    yield {
      ...placeIn(line, at, at + 1),
      message: `a ${kind} ${name} among ${marks.length - slips.length} of the other kind`,
      fix: other,
    };
}

export const TYPOGRAPHY_RULES: readonly Rule[] = [typographyRule];
