import { type Figures, findTimeWords } from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';
import type { Found } from '../rule.ts';

/** "A few months" where the source has years: a span without a number, whose unit the cited units do not have although they have another. */
export function* checkVagueSpans(
  sentence: CopySentence,
  { numbers, dates }: Figures,
  evidence: Evidence,
): Generator<Found> {
  const taken = [...numbers.filter(({ isWeak }) => !isWeak), ...dates];
  const own = findTimeWords(sentence.own, evidence.language).filter(
    (word) => !taken.some(({ start, end }) => word.start < end && start < word.end),
  );
  if (own.length === 0) return;
  const source = evidence
    .near(sentence.cites)
    .flatMap((unit) => evidence.read(unit, 'time words', findTimeWords));
  const said = new Set(source.map(({ unit }) => unit));
  for (const { unit, text, start, end } of own) {
    if (said.size === 0 || said.has(unit)) continue;
    const other = [...new Set(source.map((word) => word.text))].join(', ');
    yield { start, end, severity: 'warning', message: `“${text}” where the source speaks of ${other}` };
  }
}
