import type { Rule } from '../rule.ts';

/** Every sentence that tells something rests on units that exist. */
const citationRule: Rule = {
  id: 'C01',
  severity: 'error',
  title: 'Every sentence cites units that exist',
  reason: 'A sentence that cannot be played back cannot be checked.',
  needs: [],
  *checkArticle({ copy, evidence }) {
    const { body, hasCitations } = copy;
    const telling = body.filter(({ kind }) => kind !== 'transition');
    if (!hasCitations && telling.every(({ cites }) => cites.length === 0)) {
      // Fifty findings that say the same would hide the others.
      if (telling.length > 0)
        yield { message: `none of the ${telling.length} sentences names the passage it rests on` };
      return;
    }
    for (const { cites, sources, path, offset, text } of telling) {
      const unknown = cites.filter((id) => evidence.unit(id) === undefined);
      const where = hasCitations
        ? { path: path.replace(/\/text$/u, '/cites') }
        : { path, start: offset, end: offset + text.length };
      if (unknown.length > 0)
        yield { ...where, message: `cites units that do not exist: ${unknown.join(', ')}` };
      if (cites.length === 0 && sources.length === 0)
        yield {
          ...where,
          message: hasCitations ? 'cites nothing' : 'nothing in the transcript comes near this sentence',
        };
    }
  },
};

export const CITATION_RULES: readonly Rule[] = [citationRule];
