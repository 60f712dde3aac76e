import { describe, expect, it } from 'vitest';
import type { BatchEvent } from '../../src/batch/index.ts';
import { BatchFigures } from '../../src/cli/batch/batch-state.ts';
import { createBatchView, renderView } from '../../src/cli/batch/batch-view.ts';
import type { Context } from '../../src/cli/context.ts';
import { loadConfig } from '../../src/config.ts';
import { draftOf, outcomeOf } from '../batch/report-fixture.ts';

const started = Date.parse('2026-11-23T12:00:00Z');
const limits = { rpm: 60, tpm: 100_000 };
const call: BatchEvent = {
  type: 'call-end',
  source: 'a.vtt',
  id: 'a',
  stage: 'write',
  tokens: 10_000,
  cost: 0.1,
  cacheHit: false,
};

function figuresAfter(events: readonly BatchEvent[], now = started): BatchFigures {
  const figures = new BatchFigures();
  for (const event of events) figures.apply(event, now);
  return figures;
}

const listed = (total: number): BatchEvent => ({ type: 'video-listed', source: 'x', total });
const begin = (id: string): BatchEvent => ({
  type: 'video-start',
  source: `${id}.vtt`,
  id,
  title: `Talk ${id}`,
});
const end = (id: string, more: Parameters<typeof outcomeOf>[1] = {}): BatchEvent => ({
  type: 'video-end',
  ...outcomeOf(id, { draft: draftOf('Headline'), ...more }),
});

describe('what a terminal shows of a batch', () => {
  it('counts what is done, in work and waiting, with shares of the limits, money and time', () => {
    const figures = figuresAfter([
      listed(10),
      { type: 'list-end', total: 10, toDo: 9 },
      end('old', { status: 'skipped', why: 'done' }),
      begin('a'),
      begin('b'),
      { type: 'stage-start', source: 'b.vtt', id: 'b', stage: 'verify', calls: 2 },
      call,
      call,
      { ...call, tokens: 0, cost: 0, cacheHit: true },
      end('a'),
      begin('c'),
      end('c', { status: 'failed', code: 'MODEL_REFUSED', message: 'It declined.', draft: undefined }),
    ]);
    expect(renderView(figures, { config: limits, now: started + 30_000, started })).toEqual([
      '1 written · 1 failed · 1 in work · 6 waiting · 1 with nothing to do',
      '$0.2000 · 0:30 · about 1:45 left · 20,000 tokens · 3 % of 60 calls a minute · 20 % of 100,000 tokens a minute',
      '  verify        Talk b',
      '  ! failed Talk c: It declined. [MODEL_REFUSED]',
    ]);
  });

  it('forgets the calls of earlier minutes, and says what was sent where no limit is known', () => {
    const figures = figuresAfter([call]);
    const unknown = { rpm: undefined, tpm: undefined };
    expect(renderView(figures, { config: unknown, now: started + 1_000, started })[1]).toContain(
      '1 calls a minute',
    );
    expect(renderView(figures, { config: unknown, now: started + 61_000, started })[1]).toContain(
      '0 calls a minute',
    );
  });

  it('shows no video that has ended, also when its id was told only by reading it', () => {
    const unknown = { ...begin('a'), id: undefined } as BatchEvent;
    const stage: BatchEvent = { type: 'stage-start', source: 'a.vtt', id: 'found', stage: 'write', calls: 1 };
    const figures = figuresAfter([unknown, stage]);
    expect([...figures.running.values()]).toMatchObject([{ title: 'Talk a', stage: 'write' }]);
    figures.apply(end('a', { id: 'found' }), started);
    expect(figures.running.size).toBe(0);
    const twice = figuresAfter([begin('a'), end('a', { status: 'skipped', why: 'duplicate' })]);
    expect(twice.running.size).toBe(1);
  });

  it('keeps its height, however many videos are in work', () => {
    const figures = figuresAfter(Array.from({ length: 40 }, (_, index) => begin(`v${index}`)));
    const lines = renderView(figures, { config: limits, now: started, started });
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toBe('  and 34 more');
  });
});

function screen({ columns = 80, isTerminal = true, quiet = false } = {}) {
  const shown: string[] = [];
  const context = {
    argv: [],
    env: {},
    signal: new AbortController().signal,
    now: () => new Date(started),
    io: {
      stdout: () => true,
      stderr: (text: string) => shown.push(text),
      stdin: async function* () {},
      isTerminal: true,
      ...(isTerminal ? { screen: { columns: () => columns } } : {}),
    },
  } satisfies Context;
  const config = loadConfig({ flags: { quiet }, env: {} });
  return { shown, view: createBatchView(context, config) };
}

describe('the view of a batch', () => {
  it('draws over what it drew, within the width, and goes away', () => {
    const { view, shown } = screen({ columns: 30 });
    view.write('log\n');
    view.write('more\n');
    expect(shown.slice(-3)).toEqual(['\r\u001B[2A\u001B[J', 'more\n', expect.stringContaining('0 written')]);
    for (const line of shown.at(-1)?.split('\n') ?? []) expect(line.length).toBeLessThan(30);
    view.close();
    expect(shown.at(-1)).toBe('\r\u001B[2A\u001B[J');
  });

  it('counts wide characters as two columns, and keeps a title of two lines on one', () => {
    const { view, shown } = screen({ columns: 40 });
    view.onEvent({ type: 'video-start', source: 'a', id: 'a', title: `港\n${'港'.repeat(40)}` });
    view.write('x\n');
    const line = shown.at(-1)?.split('\n')[2] ?? '';
    expect(line).toMatch(/^ {2}reading {7}港 港+$/u);
    const wide = line.match(/港/gu)?.length ?? 0;
    expect(line.length + wide).toBeLessThan(40);
    expect(line.length + wide).toBeGreaterThan(36);
    view.close();
  });

  it('prints a line for each event that matters, and no escape codes, where there is no terminal', () => {
    const { view, shown } = screen({ isTerminal: false });
    view.onEvent(listed(3));
    view.onEvent({ type: 'list-end', total: 3, toDo: 2 });
    view.onEvent(begin('a'));
    view.onEvent(call);
    view.onEvent(end('a'));
    view.onEvent(end('old', { status: 'skipped', why: 'done' }));
    view.onEvent(end('mine', { status: 'skipped', why: 'kept' }));
    view.onEvent({
      type: 'batch-stop',
      code: 'MODEL_AUTH',
      message: 'The key is wrong.',
      remedy: 'Set another.',
    });
    expect(shown).toEqual([
      '3 listed, 2 to do, 1 with nothing to do\n',
      '[1/3] written Headline (4 calls, $0.2100)\n',
      'skipped Talk mine: edited or decided on by a person, and left as they are\n',
      'Nothing more is begun: The key is wrong. [MODEL_AUTH]\n  What to do: Set another.\n',
    ]);
  });

  it('says nothing with --quiet', () => {
    const { view, shown } = screen({ quiet: true });
    view.onEvent(end('a'));
    view.onEvent({ type: 'batch-stop', code: 'MODEL_AUTH', message: 'x', remedy: 'y' });
    expect(shown).toEqual([]);
  });
});
