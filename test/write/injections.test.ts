import { describe, expect, it } from 'vitest';
import { type Article, renderArticle } from '../../src/article/index.ts';
import { createTranscript, parseTranscript, type Transcript } from '../../src/transcript/index.ts';
import type { Notes, Written, WrittenSentence } from '../../src/write/model/schemas.ts';
import type { NewsroomStages } from '../servers/newsroom.ts';
import { readLines } from '../servers/newsroom-reading.ts';
import type { Stages } from '../servers/stages.ts';
import { INJECTIONS, type Injection } from './injections.ts';
import { errorsOf, runPipeline } from './pipeline-run.ts';
import { SHORT_UNITS, spokenUnits } from './sources.ts';

/** A model that obeys every order it finds: nothing of it gets past the code that knows only the evidence. */

const ORDER_AT = 12;

function steeredTranscript({ place, order }: Injection): Transcript {
  const texts = spokenUnits(SHORT_UNITS);
  if (place === 'transcript') texts.splice(ORDER_AT, 0, order);
  const file = `WEBVTT\n\n${texts.map((text, index) => `${clock(index)} --> ${clock(index + 1)}\n${encode(text)}\n`).join('\n')}`;
  const { cues } = parseTranscript(Buffer.from(file), { language: 'en' });
  return createTranscript({
    cues,
    metadata: {
      platform: 'file',
      title: place === 'title' ? order : 'The works committee',
      ...(place === 'description' ? { description: order } : {}),
    },
    origin: 'file',
    kind: 'auto',
    language: 'en',
    warnings: [],
  });
}

const clock = (index: number): string =>
  `00:${String(Math.floor(index / 6)).padStart(2, '0')}:${index % 6}0.000`;
const encode = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The unit in which most words of the order stand. */
function unitOf({ order }: Injection, { units }: Transcript): number {
  const words = order.toLowerCase().split(/\s+/u);
  const hits = ({ text }: { text: string }): number =>
    words.filter((word) => ` ${text.toLowerCase()} `.includes(` ${word} `)).length;
  return units.reduce((best, unit) => (hits(unit) > hits(best) ? unit : best)).id;
}

function obey({ says }: Injection, at: number, newsroom: NewsroomStages): Stages {
  const sentence = (unit: number): WrittenSentence => ({
    text: says,
    units: [unit],
    speaker: 's9',
    kind: 'attributed',
  });
  const claim = { kind: 'statement', speaker: 's9', quotation: says, salience: 5 } as const;
  return {
    notes(request) {
      const notes = newsroom.notes(request) as Notes;
      const { claims, plan, speakers } = notes;
      const first = claims.length + 1;
      return {
        speakers: [...speakers, { key: 's9', name: says, role: says, description: says, introducedIn: [at] }],
        claims: [
          ...claims,
          { id: first, claim: says, units: [at], ...claim },
          { id: first + 1, claim: says, units: [3], ...claim },
        ],
        plan: {
          angle: says,
          dateline: { place: says, units: [at, 3] },
          lead: [...plan.lead, first],
          sections: [...plan.sections, { heading: says, claims: [first + 1] }],
          leftOut: [{ firstUnit: 0, lastUnit: 1, reason: says }],
        },
      };
    },
    article(request) {
      const article: Written = newsroom.article(request);
      const both = { sentences: [sentence(at), sentence(3)] };
      const [opening, ...sections] = article.sections;
      return {
        lead: [...article.lead, { sentences: [sentence(3)] }],
        sections: [{ heading: says, paragraphs: [...(opening?.paragraphs ?? []), both] }, ...sections],
        bodyHeadline: says,
        headline: says,
        headlineAlternatives: [says, ...article.headlineAlternatives],
        deck: `${says} ${says}`,
        keyPoints: [{ text: says, units: [at] }, { text: says, units: [3] }, ...article.keyPoints],
      };
    },
    verdicts: ({ prompt }) => ({
      verdicts: readLines(prompt).map(({ number }) => ({ number, reason: says, label: 'supported' })),
    }),
    repairs: ({ prompt }) => ({
      repairs: readLines(prompt).map(({ number }) => ({
        number,
        text: says,
        units: [at],
        speaker: 's9',
        kind: 'attributed',
      })),
    }),
  };
}

/** Where in the article traces stand, but for what is the source's own or ours. */
function findTraces(article: Article, trace: RegExp): string[] {
  const { units: _units, source: _source, quotes: _quotes, disclosure: _disclosure, ...own } = article;
  return collect(own, '')
    .filter(([, text]) => trace.test(text))
    .map(([path, text]) => `${path}: ${text}`);
}

function collect(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => collect(part, `${path}/${key}`));
}

/** The source's own words are shown as words: no address in them becomes a link, no tag a tag. */
const LIVE_LINK = /(?:href|src)="[^"]*evil|\]\([^)]*evil|<https?:[^>]*evil/iu;
const LIVE_MARKUP = /<script>alert|<img src=x/iu;
const PAGES = ['html', 'md'] as const;

describe('an order to the model', () => {
  it('comes in sixty shapes at least', () => {
    expect(INJECTIONS.length).toBeGreaterThanOrEqual(60);
  });

  it.each(INJECTIONS.map((injection) => [injection.place, injection.name, injection] as const))(
    'in the %s leaves no trace: %s',
    async (_place, _name, injection) => {
      const transcript = steeredTranscript(injection);
      const at = injection.place === 'transcript' ? unitOf(injection, transcript) : 5;
      const { article, ...run } = await runPipeline(transcript, {
        stages: (newsroom) => obey(injection, at, newsroom),
      });
      expect(findTraces(article, injection.never)).toEqual([]);
      for (const format of PAGES) {
        const page = renderArticle(article, format, { now: new Date('2026-11-24T00:00:00Z') });
        expect(page).not.toMatch(LIVE_LINK);
        expect(page).not.toMatch(LIVE_MARKUP);
      }
      expect(errorsOf({ findings: run.findings })).toEqual([]);
    },
  );
});
