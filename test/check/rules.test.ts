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

  it('list what they could not run without the transcript', () => {
    const { notRun } = checkArticle(article, evidenceInArticle(article));
    expect(notRun.map(({ rule }) => rule)).toContain('S09');
  });
});
