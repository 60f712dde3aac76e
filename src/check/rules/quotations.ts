import { alignQuotation, findQuoted, isAligned } from '../../text/index.ts';
import type { Unit } from '../../transcript/index.ts';
import type { Rule } from '../rule.ts';
import { bodySentences } from '../sentences.ts';

/** Below this many words a quoted text may be a name or a term; it is then enough that the cited units hold its words. */
const FEWEST_QUOTED_WORDS = 3;

/** Every text between quotation marks, and every entry of `quotes`, is what the captions say. */
export const quotationRule: Rule = {
  id: 'Q01',
  severity: 'error',
  title: 'Quoted words are the words of the transcript',
  reason: 'An invented or altered quotation is the one fault that no correction mends.',
  needs: ['transcript'],
  *check({ article, evidence }) {
    const units = evidence.transcript?.units ?? [];
    const quoteTexts = new Map(article.quotes.map(({ id, text }) => [id, text]));
    for (const [index, quotation] of article.quotes.entries()) {
      const cited = quotation.units.flatMap((id) => units[id] ?? []);
      const aligned = alignQuotation(quotation.text, cited, { lexicon: respelled(quotation.edits) });
      if (isAligned(aligned)) continue;
      const nearest = aligned.nearest === '' ? {} : { evidence: aligned.nearest };
      yield {
        where: { path: `/quotes/${index}/text` },
        message: `is not what units ${quotation.units.join(', ')} say (${aligned.reason})`,
        ...nearest,
      };
    }
    for (const { sentence, path } of bodySentences(article)) {
      const own = sentence.quotes.map((id) => quoteTexts.get(id) ?? '');
      for (const stretch of findQuoted(sentence.text)) {
        if (own.includes(stretch.text)) continue;
        const isShort = stretch.text.split(/\s+/u).length < FEWEST_QUOTED_WORDS;
        const searched = isShort
          ? sentence.cites.flatMap((id) => units[id] ?? [])
          : nearby(sentence.cites, units);
        if (isAligned(alignQuotation(stretch.text, searched))) continue;
        const where = { path: `${path}/text`, start: stretch.start, end: stretch.end };
        yield { where, message: `nobody says “${stretch.text}” in the cited units` };
      }
      for (const [at, text] of own.entries()) {
        if (text === '')
          yield { where: { path: `${path}/quotes/${at}` }, message: 'names a quotation that does not exist' };
        else if (!sentence.text.includes(text))
          yield { where: { path: `${path}/text` }, message: `does not hold its quotation “${text}”` };
      }
    }
  },
};

function nearby(cites: readonly number[], units: readonly Unit[]): Unit[] {
  const wanted = new Set(cites.flatMap((id) => [id - 1, id, id + 1]));
  return [...wanted].sort((first, second) => first - second).flatMap((id) => units[id] ?? []);
}

function respelled(edits: readonly { kind: string; to: string }[]): Set<string> {
  return new Set(edits.filter(({ kind }) => kind === 'spelling').map(({ to }) => to.toLowerCase()));
}
