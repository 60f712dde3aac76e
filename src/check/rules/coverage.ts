import type { Rule } from '../rule.ts';

/** Stretches of the video, in tenths, that the report on coverage looks at. */
const PARTS = 10;

const coverageRule: Rule = {
  id: 'C04',
  severity: 'info',
  title: 'Of the ten equal parts of the video, each is used or its omission explained',
  reason: 'What is left out can turn a story as much as what is put in.',
  needs: ['article', 'transcript'],
  *checkArticle({ copy: { article, body }, evidence }) {
    const count = evidence.units.length;
    if (count < PARTS) return;
    const used = new Set(body.flatMap(({ cites }) => cites));
    for (const { units } of article?.omissions ?? [])
      for (let id = units[0]; id <= units[1]; id++) used.add(id);
    for (let part = 0; part < PARTS; part++) {
      const [from, to] = [Math.floor((part * count) / PARTS), Math.floor(((part + 1) * count) / PARTS)];
      const ids = evidence.units.slice(from, to).map(({ id }) => id);
      if (ids.some((id) => used.has(id))) continue;
      const stretch = `units ${ids[0]} to ${ids.at(-1)}`;
      yield { path: '/omissions', message: `nothing rests on ${stretch}, and no omission explains it` };
    }
  },
};

export const COVERAGE_RULES: readonly Rule[] = [coverageRule];
