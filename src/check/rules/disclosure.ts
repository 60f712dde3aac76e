import { type Article, discloseWriter } from '../../article/index.ts';
import type { Found, Rule } from '../rule.ts';
import { findHumanClaim } from './disclosure-claims.ts';

const disclosureRule: Rule = {
  id: 'D01',
  severity: 'error',
  title: 'The article says how it was made',
  reason: 'Readers and the law ask for it, and it must be true.',
  example: 'Label: Reviewed by our editors. (Nothing records that anybody did.)',
  needs: ['article'],
  *checkArticle({ copy: { article } }) {
    if (!article) return;
    const { disclosure, writer } = article;
    yield* checkWords(article);
    const saysModel = /\/(?:composite[wW]ithT|t)rainedAlgorithmicMedia$/u.test(disclosure.digitalSourceType);
    if (writer.kind === 'model' && !saysModel)
      yield { path: '/disclosure/digitalSourceType', message: 'does not say that a model wrote the text' };
  },
};

/** Where the article records no review, whatever claims one is untrue. */
function* checkWords({ disclosure, writer, language, source, review }: Article): Iterable<Found> {
  const own = discloseWriter({ ...writer, language, transcriptKind: source.transcript.kind, review });
  for (const part of ['label', 'detail'] as const) {
    const path = `/disclosure/${part}`;
    const text = disclosure[part];
    if (text === own[part]) continue;
    const claim = review ? undefined : findHumanClaim(text, language);
    if (text.trim() === '') yield { path, message: 'is empty', fix: JSON.stringify(own[part]) };
    else if (claim !== undefined)
      yield {
        path,
        message: `claims a person’s review or authorship that nothing records: “${claim}”`,
        fix: JSON.stringify(own[part]),
      };
    else
      yield {
        severity: 'warning',
        path,
        message: `is not the ${part} that copydesk gives such an article`,
        fix: JSON.stringify(own[part]),
      };
  }
}

export const DISCLOSURE_RULES: readonly Rule[] = [disclosureRule];
