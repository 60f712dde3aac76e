import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/index.ts';
import { checkArticle, evidenceInArticle, evidenceOf } from '../../src/check/index.ts';
import { replayModel } from '../../src/llm/index.ts';
import { createPromptLibrary } from '../../src/prompt/index.ts';
import { createFolderCallCache } from '../../src/store/index.ts';
import { createTranscript, parseTranscript } from '../../src/transcript/index.ts';
import { writeArticle } from '../../src/write/index.ts';

const SAMPLE = 'samples/biden-zelenskyy';
const info = JSON.parse(readFileSync(`${SAMPLE}/captions.info.json`, 'utf8'));
const parsed = parseTranscript(readFileSync(`${SAMPLE}/captions.en.vtt`));
const transcript = createTranscript({
  ...parsed,
  origin: 'file',
  language: 'en',
  metadata: {
    platform: 'file',
    title: info.title,
    channel: { name: info.channel },
    publishedAt: '2024-06-13',
  },
});
const { article } = await writeArticle(transcript, {
  id: 'sample',
  writer: {
    kind: 'model',
    model: replayModel({ id: 'desk', cache: createFolderCallCache(`${SAMPLE}/recording`) }),
    prompts: createPromptLibrary(),
    style: 'news',
  },
  length: 'medium',
  minWords: 150,
  now: () => new Date('2026-11-23T12:00:00Z'),
});

function findingsAfter(change: (article: Article) => void) {
  const changed = structuredClone(article);
  change(changed);
  return checkArticle(changed, evidenceOf(transcript, { speakers: changed.speakers })).findings.filter(
    ({ severity }) => severity !== 'info',
  );
}

/** The rules that report an error once the article is changed this way. */
function errorsAfter(change: (article: Article) => void): string[] {
  const changed = structuredClone(article);
  change(changed);
  const { findings } = checkArticle(changed, evidenceOf(transcript, { speakers: changed.speakers }));
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))];
}

const firstSentence = (changed: Article) => {
  const sentence = changed.sections[0]?.paragraphs[0]?.sentences[0];
  if (!sentence) throw new Error('The sample has no section');
  return sentence;
};
const firstQuote = (changed: Article) => {
  const quotation = changed.quotes.find(({ text }) => text.split(' ').length > 8);
  if (!quotation) throw new Error('The sample has no quotation');
  return quotation;
};

describe('the rules on the article of the bundled sample', () => {
  it('find no error in it as it is', () => {
    expect(errorsAfter(() => {})).toEqual([]);
  });

  it.each<[string, string, (changed: Article) => void]>([
    [
      'a sentence that cites nothing',
      'C01',
      (changed) => {
        firstSentence(changed).cites = [];
      },
    ],
    [
      'a citation of a unit that does not exist',
      'C01',
      (changed) => {
        firstSentence(changed).cites = [9_999];
      },
    ],
    [
      'a negation added to a quotation',
      'Q01',
      (changed) => {
        firstQuote(changed).text = `${firstQuote(changed).text} not`;
      },
    ],
    [
      'a quotation moved to other units',
      'Q01',
      (changed) => {
        firstQuote(changed).units = [100];
      },
    ],
    [
      'quoted words that nobody said',
      'Q01',
      (changed) => {
        firstSentence(changed).text += ' “We have lost the whole war today.”';
      },
    ],
    [
      'a dateline without a basis',
      'S06',
      (changed) => {
        changed.dateline = { place: 'Kyiv', basis: 'evidence', cites: [] };
      },
    ],
    [
      'a read time that is not the text’s',
      'S07',
      (changed) => {
        changed.readTime.words += 1;
      },
    ],
    [
      'the hash of another transcript',
      'S09',
      (changed) => {
        changed.source.transcript.sha256 = '0'.repeat(64);
      },
    ],
    [
      'a publication date that was taken out',
      'S09',
      (changed) => {
        delete changed.source.publishedAt;
      },
    ],
    [
      'a model that is not disclosed',
      'D01',
      (changed) => {
        changed.disclosure.digitalSourceType = 'http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits';
      },
    ],
  ])('find %s', (_, rule, change) => {
    expect(errorsAfter(change)).toContain(rule);
  });

  it.each<[string, string, (changed: Article) => void]>([
    [
      'another title',
      '/source/title',
      ({ source }) => {
        source.title = 'Another talk';
      },
    ],
    [
      'another channel',
      '/source/channel/name',
      ({ source }) => {
        source.channel = { name: 'Other News' };
      },
    ],
    [
      'another day',
      '/source/publishedAt',
      ({ source }) => {
        source.publishedAt = '2024-06-14T10:00:00Z';
      },
    ],
    [
      'a unit moved in time',
      '/units/1/start',
      ({ units: [, unit] }) => {
        if (unit) unit.start = (unit.start ?? 0) + 30;
      },
    ],
    [
      'the end of a unit moved',
      '/units/1/end',
      ({ units: [, unit] }) => {
        if (unit) unit.end = (unit.end ?? 0) + 30;
      },
    ],
    [
      'a quotation moved in time',
      '/quotes/0/start',
      ({ quotes: [first] }) => {
        if (first) first.start = (first.start ?? 0) + 1;
      },
    ],
    [
      'a unit with other words',
      '/units/1/text',
      ({ units: [, unit] }) => {
        if (unit) unit.text += ' more';
      },
    ],
  ])('find %s by S09', (_, path, change) => {
    expect(findingsAfter(change).filter(({ rule }) => rule === 'S09')).toMatchObject([
      { severity: 'error', where: { path } },
    ]);
  });

  it('let pass by S09 what is the same in another form', () => {
    const change = (changed: Article): void => {
      changed.source.publishedAt = '2024-06-13T18:00:00Z';
      const [first] = changed.quotes;
      if (first) first.start = (first.start ?? 0) + 0.4;
    };
    expect(
      findingsAfter(change).filter(({ rule, severity }) => rule === 'S09' && severity === 'error'),
    ).toEqual([]);
  });

  it('name another transcript once, whatever number of its units differ', () => {
    const found = findingsAfter((changed) => {
      changed.source.transcript.sha256 = '0'.repeat(64);
      for (const unit of changed.units) unit.text = 'Other words.';
    }).filter(({ rule, severity }) => rule === 'S09' && severity === 'error');
    expect(found).toMatchObject([{ where: { path: '/source/transcript/sha256' } }]);
    expect(found[0]?.message).toContain('--transcript');
  });

  it('ask for the place of a dateline in the units it cites', () => {
    const said = article.units.find(({ text }) => /ukraine/iu.test(text));
    const silent = article.units.find(({ text }) => !/ukraine/iu.test(text));
    const dateline = (id: number | undefined) =>
      errorsAfter((changed) => {
        changed.dateline = { place: 'UKRAINE', basis: 'evidence', cites: [id ?? -1] };
      });
    expect(dateline(said?.id)).not.toContain('S06');
    expect(dateline(silent?.id)).toContain('S06');
  });

  it.each<[string, 'warning' | 'error']>([
    ['Draft by a computer, not reviewed by anybody', 'warning'],
    ['Draft by a computer, unreviewed', 'warning'],
    ['Reviewed by our editors', 'error'],
    ['Written by a model. Checked by the newsroom.', 'error'],
    ['Not only checked by software but reviewed by people', 'error'],
    ['Written by our staff', 'error'],
    [' ', 'error'],
  ])('weigh the label %j by D01', (label, severity) => {
    const found = findingsAfter((changed) => {
      changed.disclosure.label = label;
    }).filter(({ rule }) => rule === 'D01');
    expect(found).toMatchObject([{ severity, where: { path: '/disclosure/label' } }]);
  });

  it('list what they could not run without the transcript', () => {
    const { notRun } = checkArticle(article, evidenceInArticle(article));
    expect(notRun.map(({ rule }) => rule)).toContain('S09');
  });
});
