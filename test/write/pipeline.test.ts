import { describe, expect, it } from 'vitest';
import type { Transcript } from '../../src/transcript/index.ts';
import { type AskedStage, countStages, errorsOf, leftOut, runPipeline, sentencesOf } from './pipeline-run.ts';
import { longTranscript, MIDDLE_UNITS, shortTranscript, spokenTranscript } from './sources.ts';

/** Which calls the writer makes, what each is shown, and what comes of them when nothing goes wrong. */

const short = await runPipeline(shortTranscript());
const middle = await runPipeline(spokenTranscript(MIDDLE_UNITS));
const long = await runPipeline(longTranscript());
const runs = { short, middle, long };

const ids = ({ units }: AskedStage): number[] => units.map(({ id }) => id);
const stage = ({ asked }: typeof short, name: string): AskedStage[] =>
  asked.filter((one) => one.name === name);
const everyId = ({ units }: Transcript): number[] => units.map(({ id }) => id);
/** The fenced source at the top of the first user message. */
const sourceOf = ({ messages }: AskedStage): string =>
  /<<<data (\w+)\n[\s\S]*\ndata \1>>>/u.exec(messages[1]?.content ?? '')?.[0] ?? '';

describe('the calls', () => {
  it('of a short transcript are notes with the plan, the article, its verification', () => {
    expect(countStages(short.asked)).toEqual({ 'extract-plan': 1, write: 1, verify: 1 });
    expect(countStages(middle.asked)).toEqual({ 'extract-plan': 1, write: 1, verify: 1 });
  });

  it('of a long transcript are notes on every chunk, a plan, the parts, verification and top', () => {
    const counts = countStages(long.asked);
    expect(new Set(Object.keys(counts))).toEqual(
      new Set(['extract', 'plan', 'write', 'verify', 'top-matter']),
    );
    expect(counts).toMatchObject({
      extract: 3,
      plan: 1,
      write: long.article.sections.length + 1,
      'top-matter': 1,
    });
  });

  it('are announced as many as they are', () => {
    for (const { announced, asked } of Object.values(runs)) {
      const calls: Record<string, number> = {};
      for (const [name, count] of announced) if (count > 0) calls[name] = (calls[name] ?? 0) + count;
      expect(calls).toEqual(countStages(asked));
    }
  });

  it('leave verification out when it is switched off', async () => {
    const options = { writer: { verifies: false } };
    expect(countStages((await runPipeline(shortTranscript(), options)).asked)).toEqual({
      'extract-plan': 1,
      write: 1,
    });
    expect(countStages((await runPipeline(longTranscript(), options)).asked)).not.toHaveProperty('verify');
  });

  it('all carry the rules as their system message and the source between markers', () => {
    for (const { asked } of Object.values(runs)) {
      expect(new Set(asked.map(({ messages }) => messages[0]?.content)).size).toBe(1);
      for (const one of asked.filter(({ name }) => name !== 'top-matter')) expect(sourceOf(one)).not.toBe('');
    }
  });
});

describe('the transcript', () => {
  it('is shown whole to the calls that write a very short article, under one prefix', () => {
    const [notes, article] = short.asked;
    expect(ids(notes as AskedStage)).toEqual(everyId(shortTranscript()));
    expect(sourceOf(article as AskedStage)).toBe(sourceOf(notes as AskedStage));
  });

  it('is shown to the writing call of a longer one only around what the claims rest on', () => {
    const [notes, article] = middle.asked;
    expect(ids(notes as AskedStage)).toHaveLength(MIDDLE_UNITS);
    const cited = new Set(notes ? evidenceOf(article as AskedStage) : []);
    expect(ids(article as AskedStage)).toEqual(around(cited, [-1, 0, 1], MIDDLE_UNITS));
    expect(ids(article as AskedStage).length).toBeLessThan(MIDDLE_UNITS);
  });

  it('is cut into chunks that hold every unit once, with at most two units of context', () => {
    const own = stage(long, 'extract').map((one) => {
      const [first = 0, last = 0] = (/on units (\d+) to (\d+) /u.exec(one.prompt) ?? []).slice(1).map(Number);
      const shown = ids(one);
      expect(shown).toEqual(range(Math.max(0, first - 2), last));
      return range(first, last);
    });
    expect(own.flat().toSorted((one, other) => one - other)).toEqual(everyId(longTranscript()));
  });

  it('is not shown to plan and top, which see notes and accepted sentences', () => {
    expect(stage(long, 'plan').flatMap(ids)).toEqual([]);
    const [top] = stage(long, 'top-matter');
    expect(top && ids(top)).toEqual([]);
    for (const { text } of sentencesOf(long)) expect(top?.prompt).toContain(text);
  });

  it('is shown to each part only around its own claims', () => {
    for (const part of stage(long, 'write'))
      expect(ids(part)).toEqual(around(new Set(evidenceOf(part)), [-1, 0, 1], longTranscript().units.length));
  });

  it('is shown to the verifier where its sentences cite it, with the units around', () => {
    for (const run of [short, long]) {
      for (const one of stage(run, 'verify')) {
        const task = one.prompt.slice(one.prompt.indexOf('Your task now:'));
        const cited = new Set(
          [...task.matchAll(/\[([\d, ]+)\]$/gmu)].flatMap(([, list]) => (list ?? '').split(', ').map(Number)),
        );
        expect(ids(one)).toEqual(around(cited, [-1, 0, 1], run.article.source.transcript.units));
      }
    }
  });
});

function evidenceOf({ prompt }: AskedStage): number[] {
  const claims = prompt.matchAll(/^- .+ \([^()]*units ([\d, ]+)\)$/gmu);
  return [...claims].flatMap(([, list]) => (list ?? '').split(', ').map(Number));
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

function around(cited: ReadonlySet<number>, steps: readonly number[], count: number): number[] {
  const near = new Set([...cited].flatMap((id) => steps.map((step) => id + step)));
  return [...near].filter((id) => id >= 0 && id < count).toSorted((one, other) => one - other);
}

describe.each(Object.entries(runs))('the article of a %s transcript', (_, run) => {
  it('passes every check and leaves nothing out', () => {
    expect(errorsOf(run)).toEqual([]);
    expect(leftOut(run)).toEqual([]);
  });

  it('cites a unit in every sentence and quotes the captions word for word', () => {
    const units = new Map(run.article.units.map(({ id, text }) => [id, text]));
    for (const { cites } of sentencesOf(run)) expect(cites.length).toBeGreaterThan(0);
    expect(run.article.quotes.length).toBeGreaterThan(3);
    for (const { source, units: cited } of run.article.quotes)
      expect(cited.map((id) => units.get(id)).join(' ')).toContain(source);
  });

  it('draws on every tenth of the video, or says why not', () => {
    const count = run.article.source.transcript.units;
    const explained = run.article.omissions.flatMap(({ units: [first, last] }) => range(first, last));
    const tenths = [...sentencesOf(run).flatMap(({ cites }) => cites), ...explained].map((id) =>
      Math.floor((10 * id) / count),
    );
    expect([...new Set(tenths)].toSorted()).toEqual(range(0, 9));
  });
});

describe('mending', () => {
  it('sends the sentences that fail back once, with what is wrong and their units', async () => {
    const run = await runPipeline(shortTranscript(), { newsroom: { wrong: 0.1 } });
    const [request] = stage(run, 'repair');
    expect(countStages(run.asked).repair).toBe(1);
    expect(request?.prompt).toMatch(/987,654 in all\..* \[\d+\]\n {3}Wrong: .*987,654/u);
    expect(JSON.stringify(run.article)).not.toContain('987,654');
    expect(errorsOf(run)).toEqual([]);
    expect(leftOut(run)).toEqual([]);
  });

  it('sends back what the verifier does not find in the units', async () => {
    const run = await runPipeline(longTranscript(), { newsroom: { doubted: 0.1 } });
    const doubted = stage(run, 'repair').flatMap(({ prompt }) => [
      ...prompt.matchAll(/^\d+\. \(\w+\) (.+) \[[\d, ]*\]\n {3}Wrong: the units do not say it/gmu),
    ]);
    expect(doubted.length).toBeGreaterThan(3);
    const printed = sentencesOf(run).map(({ text }) => text);
    for (const [, text] of doubted) expect(printed).not.toContain(text);
    expect(errorsOf(run)).toEqual([]);
  });

  it('gives up after two rounds: what still fails is left out and reported', async () => {
    const run = await runPipeline(shortTranscript(), { newsroom: { wrong: 0.1, mends: 'badly' } });
    expect(run.announced.filter(([name]) => name === 'repair')).toHaveLength(2);
    expect(JSON.stringify(run.article)).not.toMatch(/987,654|456,789/u);
    expect(leftOut(run).map(({ why }) => why)).toContainEqual(
      expect.stringMatching(/^Left out: F01: .*456,789/u),
    );
    expect(errorsOf(run)).toEqual([]);
  });

  it('leaves out what the model gives up, and says so', async () => {
    const run = await runPipeline(shortTranscript(), { newsroom: { wrong: 0.1, mends: 'not' } });
    expect(run.announced.filter(([name]) => name === 'repair')).toHaveLength(1);
    expect(leftOut(run).filter(({ text }) => text.includes('987,654')).length).toBeGreaterThan(1);
    expect(errorsOf(run)).toEqual([]);
  });

  it('leaves out a doubted sentence that nobody rewrote', async () => {
    const run = await runPipeline(shortTranscript(), {
      newsroom: { doubted: 0.1 },
      stages: () => ({ repairs: () => ({ repairs: [] }) }),
    });
    const doubted = leftOut(run).filter(({ why }) => why.includes('V01'));
    expect(doubted.length).toBeGreaterThan(1);
    const printed = sentencesOf(run).map(({ text }) => text);
    for (const { text } of doubted) expect(printed).not.toContain(text);
  });

  it('fails the article when nothing is left of it', async () => {
    const run = runPipeline(shortTranscript(), { newsroom: { wrong: 1, mends: 'badly' } });
    await expect(run).rejects.toMatchObject({ code: 'MODEL_OUTPUT_INVALID', exitCode: 1 });
  });
});
