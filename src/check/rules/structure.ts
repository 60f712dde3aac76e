import { measureReadTime } from '../../article/index.ts';
import type { Rule } from '../rule.ts';

const readTimeRule: Rule = {
  id: 'S07',
  severity: 'error',
  title: 'The read time is that of the text',
  reason: 'A figure on the page that nobody recomputed after editing is wrong.',
  needs: ['article'],
  *checkArticle({ copy: { article } }) {
    if (!article) return;
    const { wordsPerMinute } = article.readTime;
    const right = measureReadTime(article, wordsPerMinute);
    if (right.words === article.readTime.words && right.minutes === article.readTime.minutes) return;
    yield {
      path: '/readTime',
      message: `says ${article.readTime.words} words and ${article.readTime.minutes} min, the text has ${right.words} and ${right.minutes}`,
      fix: JSON.stringify(right),
    };
  },
};

const SOURCE_FACTS = ['url', 'videoId', 'channel', 'publishedAt'] as const;

const sourceRule: Rule = {
  id: 'S09',
  severity: 'error',
  title: 'The article names its source as the transcript has it',
  reason:
    'Without the source nobody can check, credit or correct; with another transcript the citations mean nothing.',
  needs: ['article', 'transcript'],
  *checkArticle({ copy: { article }, evidence }) {
    if (!article) return;
    if (article.source.transcript.sha256 !== evidence.sha256) {
      yield { path: '/source/transcript/sha256', message: 'is the hash of another transcript' };
    }
    for (const [index, unit] of article.units.entries()) {
      if (evidence.unit(unit.id)?.text !== unit.text)
        yield { path: `/units/${index}/text`, message: `is not what unit ${unit.id} of the transcript says` };
    }
    for (const fact of SOURCE_FACTS) {
      const path = `/source/${fact}`;
      if (article.source[fact] !== undefined) continue;
      if (evidence.metadata[fact] !== undefined)
        yield { path, message: `${fact} is known to the transcript and missing here` };
      else yield { severity: 'info', path, message: `${fact} is not known` };
    }
  },
};

const datelineRule: Rule = {
  id: 'S06',
  severity: 'error',
  title: 'A dateline has a basis',
  reason: 'A dateline says that somebody was there.',
  needs: [],
  *checkArticle({ copy: { dateline, article } }) {
    if (!dateline) return;
    const cites = article?.dateline?.cites ?? [];
    if (dateline.basis === 'editor' || (dateline.basis === 'evidence' && cites.length > 0)) return;
    const at = dateline.sentence?.at;
    const start = at?.[0];
    const end = at?.at(-1);
    yield {
      ...(start === undefined || end === undefined
        ? { path: '/dateline' }
        : { path: '', start, end: end + 1 }),
      message: `${dateline.place} rests on no unit and on no editor`,
    };
  },
};

export const STRUCTURE_RULES: readonly Rule[] = [datelineRule, readTimeRule, sourceRule];
