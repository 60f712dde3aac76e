import type { Rule } from '../rule.ts';

const disclosureRule: Rule = {
  id: 'D01',
  severity: 'error',
  title: 'The article says how it was made',
  reason: 'Readers and the law ask for it, and it must be true.',
  needs: ['article'],
  *checkArticle({ copy: { article } }) {
    if (!article) return;
    const { disclosure, writer } = article;
    if (disclosure.label.trim() === '') yield { path: '/disclosure/label', message: 'is empty' };
    const saysModel = /\/(?:composite[wW]ithT|t)rainedAlgorithmicMedia$/u.test(disclosure.digitalSourceType);
    if (writer.kind === 'model' && !saysModel)
      yield { path: '/disclosure/digitalSourceType', message: 'does not say that a model wrote the text' };
  },
};

export const DISCLOSURE_RULES: readonly Rule[] = [disclosureRule];
