import type { Quote } from '../article/index.ts';
import { alignQuotation, isAligned } from '../text/index.ts';
import { type Grounds, lexiconOf } from './edit/reword.ts';

/** What the transcript holds of a quotation, whatever the article says of it. */
export interface SpokenWords {
  /** The captions' own words, untouched: those of the quotation, or all of the cited units where it is not among them. */
  readonly text: string;
  readonly match: 'word for word' | 'cleaned' | 'not in the cited lines';
}

export function spokenWords({ text, units: ids }: Quote, grounds: Grounds): SpokenWords {
  const units = grounds.units.filter(({ id }) => ids.includes(id));
  const { language, glossary } = grounds;
  const aligned = alignQuotation(text, units, { language, lexicon: lexiconOf(glossary) });
  if (!isAligned(aligned))
    return { text: units.map((unit) => unit.text).join(' '), match: 'not in the cited lines' };
  const isVerbatim = aligned.match === 'exact' && aligned.text === text;
  return { text: aligned.source, match: isVerbatim ? 'word for word' : 'cleaned' };
}
