import {
  isDenial,
  isNegation,
  primarySubtag,
  type QuotedStretch,
  type WordForm,
  wordForms,
} from '../../text/index.ts';
import type { Unit } from '../../transcript/index.ts';

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
export function findCut(spoken: string, units: readonly Unit[], tag: string): string | undefined {
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

/** Whether the article's own words beside the quotation say the negation. */
export function saysItself(
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
