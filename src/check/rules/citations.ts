import type { Rule } from '../rule.ts';

const citationRule: Rule = {
  id: 'C01',
  severity: 'error',
  title: 'Every sentence cites units that exist',
  reason: 'A sentence that cannot be played back cannot be checked.',
  needs: [],
  *checkArticle({ copy: { body, hasCitations }, evidence }) {
    // Fifty findings that say the same would hide the others.
    if (!hasCitations && evidence.units.length === 0 && body.length > 0)
      yield { message: `none of the ${body.length} sentences names the passage it rests on` };
  },
  *checkSentence({ kind, cites, sources, path }, { copy, evidence }) {
    if (!copy.hasCitations && evidence.units.length === 0) return;
    const place = copy.hasCitations ? { path: path.replace(/\/text$/u, '/cites') } : {};
    const unknown = cites.filter((id) => evidence.unit(id) === undefined);
    if (unknown.length > 0)
      yield { ...place, message: `cites units that do not exist: ${unknown.join(', ')}` };
    if (kind === 'transition' || cites.length > 0 || sources.length > 0) return;
    if (copy.hasCitations) yield { ...place, message: 'cites nothing' };
    // Nobody has said where it is from: that nothing is near may be the paraphrase.
    else yield { severity: 'warning', message: 'nothing in the transcript comes near this sentence' };
  },
};

export const CITATION_RULES: readonly Rule[] = [citationRule];
