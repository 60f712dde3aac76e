import type { Rule } from '../rule.ts';
import { bodySentences } from '../sentences.ts';

/** Every sentence that tells something rests on units that exist. */
export const citationRule: Rule = {
  id: 'C01',
  severity: 'error',
  title: 'Every sentence cites units that exist',
  reason: 'A sentence that cannot be played back cannot be checked.',
  needs: [],
  *check({ article, evidence }) {
    const known = new Set((evidence.transcript?.units ?? article.units).map(({ id }) => id));
    for (const { sentence, path } of bodySentences(article)) {
      const unknown = sentence.cites.filter((id) => !known.has(id));
      if (unknown.length > 0)
        yield {
          where: { path: `${path}/cites` },
          message: `cites units that do not exist: ${unknown.join(', ')}`,
        };
      if (
        sentence.cites.length === 0 &&
        (sentence.sources ?? []).length === 0 &&
        sentence.kind !== 'transition'
      ) {
        yield { where: { path }, message: 'cites nothing' };
      }
    }
  },
};
