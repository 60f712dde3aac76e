import { measureReadTime } from '../../article/index.ts';
import type { Rule } from '../rule.ts';

export const readTimeRule: Rule = {
  id: 'S07',
  severity: 'error',
  title: 'The read time is that of the text',
  reason: 'A figure on the page that nobody recomputed after editing is wrong.',
  needs: [],
  *check({ article }) {
    const { wordsPerMinute } = article.readTime;
    const right = measureReadTime(article, wordsPerMinute);
    if (right.words === article.readTime.words && right.minutes === article.readTime.minutes) return;
    yield {
      where: { path: '/readTime' },
      message: `says ${article.readTime.words} words and ${article.readTime.minutes} min, the text has ${right.words} and ${right.minutes}`,
      fix: JSON.stringify(right),
    };
  },
};

const SOURCE_FACTS = ['url', 'videoId', 'channel', 'publishedAt'] as const;

export const sourceRule: Rule = {
  id: 'S09',
  severity: 'error',
  title: 'The article names its source as the transcript has it',
  reason:
    'Without the source nobody can check, credit or correct; with another transcript the citations mean nothing.',
  needs: ['transcript'],
  *check({ article, evidence: { transcript } }) {
    if (!transcript) return;
    if (article.source.transcript.sha256 !== transcript.sha256) {
      yield { where: { path: '/source/transcript/sha256' }, message: 'is the hash of another transcript' };
    }
    for (const fact of SOURCE_FACTS) {
      const path = `/source/${fact}`;
      if (article.source[fact] !== undefined) continue;
      if (transcript.metadata[fact] !== undefined)
        yield { where: { path }, message: `${fact} is known to the transcript and missing here` };
      else yield { severity: 'info', where: { path }, message: `${fact} is not known` };
    }
  },
};

export const datelineRule: Rule = {
  id: 'S06',
  severity: 'error',
  title: 'A dateline has a basis',
  reason: 'A dateline says that somebody was there.',
  needs: [],
  *check({ article: { dateline } }) {
    if (dateline?.basis === 'evidence' && dateline.cites.length === 0) {
      yield { where: { path: '/dateline' }, message: `${dateline.place} rests on no unit and on no editor` };
    }
  },
};

export const disclosureRule: Rule = {
  id: 'D01',
  severity: 'error',
  title: 'The article says how it was made',
  reason: 'Readers and the law ask for it, and it must be true.',
  needs: [],
  *check({ article: { disclosure, writer } }) {
    if (disclosure.label.trim() === '') yield { where: { path: '/disclosure/label' }, message: 'is empty' };
    const saysModel = disclosure.digitalSourceType.endsWith('/trainedAlgorithmicMedia');
    if (
      writer.kind === 'model' &&
      !saysModel &&
      !disclosure.digitalSourceType.endsWith('/compositeWithTrainedAlgorithmicMedia')
    ) {
      yield {
        where: { path: '/disclosure/digitalSourceType' },
        message: 'does not say that a model wrote the text',
      };
    }
  },
};
