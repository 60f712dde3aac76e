import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { queueQuerySchema, selectDrafts } from '../../src/review/queue.ts';
import { riskOf } from '../../src/review/risk.ts';
import { createDraftFolder, type QueuedDraft } from '../../src/store/index.ts';
import { SAMPLE_ID, sampleFolder, startDesk } from './start-desk.ts';

const draft = (id: string, more: Partial<QueuedDraft> = {}): QueuedDraft => ({
  ...{ id, headline: `Headline of ${id}`, deck: '', language: 'en', writer: 'model', words: 900 },
  ...{ createdAt: '2026-11-20T10:00:00Z', status: 'needs-review', errors: 0, warnings: 0, unheardQuotes: 0 },
  ...{ isAutomatic: false, allegations: 0, coverage: 10, openComments: 0, isChecked: true },
  ...more,
});

const select = (drafts: readonly QueuedDraft[], query: Readonly<Record<string, string>> = {}) =>
  selectDrafts(drafts, queueQuerySchema.parse(query));
const ids = (drafts: readonly QueuedDraft[], query?: Readonly<Record<string, string>>): string[] =>
  select(drafts, query).drafts.map(({ id }) => id);

describe('the queue', () => {
  it('has the riskiest first, and of equals the one that waited longest', () => {
    const drafts = [
      draft('calm'),
      draft('quoted', { unheardQuotes: 12 }),
      draft('accusing', { allegations: 3 }),
      draft('wrong', { errors: 2 }),
      draft('thin', { coverage: 2 }),
      draft('older', { createdAt: '2026-11-01T10:00:00Z' }),
      draft('broken', { problem: 'article.json is damaged' }),
    ];
    expect(ids(drafts)).toEqual(['broken', 'wrong', 'accusing', 'quoted', 'thin', 'older', 'calm']);
  });

  it('says what a rank is made of, heaviest first', () => {
    const { reasons, score } = riskOf(
      draft('a', { errors: 1, warnings: 1, allegations: 1, unheardQuotes: 3, coverage: 3 }),
    );
    expect(reasons).toEqual([
      '1 error',
      '1 allegation near names',
      '3 quotations from automatic captions',
      'rests on 3 of 10 parts of the source',
      '1 warning',
    ]);
    expect(score).toBe(23);
  });

  it('never lets quotations alone outweigh two errors', () => {
    const many = riskOf(draft('a', { unheardQuotes: 400 })).score;
    expect(many).toBeLessThanOrEqual(riskOf(draft('b', { errors: 2 })).score);
  });

  it('shows what is to be done unless asked for more, and counts the rest', () => {
    const drafts = [
      draft('a'),
      draft('b', { status: 'approved' }),
      draft('c', { status: 'changes-requested' }),
      draft('d', { status: 'rejected' }),
    ];
    expect(ids(drafts).sort()).toEqual(['a', 'c']);
    expect(ids(drafts, { status: 'approved' })).toEqual(['b']);
    expect(ids(drafts, { status: 'all' })).toHaveLength(4);
    expect(select(drafts).counts).toMatchObject({ open: 2, approved: 1, rejected: 1, all: 4 });
  });

  it('finds every word in headline, deck, channel, id and assignee, whatever case and accents', () => {
    const drafts = [
      draft('a', { headline: 'Élection à Montréal', channel: 'Radio' }),
      draft('b', { deck: 'A deck on montreal', assignee: 'Ben' }),
      draft('c'),
    ];
    expect(ids(drafts, { q: 'MONTREAL' })).toEqual(['a', 'b']);
    expect(ids(drafts, { q: 'montréal election' })).toEqual(['a']);
    expect(ids(drafts, { q: 'ben' })).toEqual(['b']);
    expect(ids(drafts, { channel: 'Radio' })).toEqual(['a']);
    expect(ids(drafts, { who: 'Ben' })).toEqual(['b']);
  });

  it('takes an address with nonsense in it for one without', () => {
    expect(queueQuerySchema.parse({ status: 'x', shown: '-1', q: 'a'.repeat(999) })).toEqual(
      queueQuerySchema.parse({}),
    );
  });
});

describe('the drafts of a folder', () => {
  const open = (folder: string) => createDraftFolder(folder, { now: () => new Date() });

  it('are read anew when a file changed under the desk, and only then', async () => {
    const folder = await sampleFolder();
    const drafts = open(folder);
    const [before] = await drafts.list();
    expect(before).toMatchObject({
      id: SAMPLE_ID,
      status: 'needs-review',
      warnings: 2,
      unheardQuotes: 15,
      channel: 'The White House',
    });
    const file = join(folder, SAMPLE_ID, 'article.json');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('"US and Ukraine sign', '"Another headline: sign'),
    );
    cpSync(join(folder, SAMPLE_ID), join(folder, 'copy-of-it'), { recursive: true });
    await delay(1_100);
    const after = await drafts.list();
    expect(after.map(({ id }) => id).sort()).toEqual([SAMPLE_ID, 'copy-of-it'].sort());
    expect(after[0]?.headline).toContain('Another headline');
    rmSync(join(folder, 'copy-of-it'), { recursive: true });
    await delay(1_100);
    expect(await drafts.list()).toHaveLength(1);
  });

  it('that were changed outside the desk are not checked, and rank high', async () => {
    const folder = await sampleFolder();
    const drafts = createDraftFolder(folder, { now: () => new Date() });
    expect(await drafts.list()).toMatchObject([{ isChecked: true }]);
    const file = join(folder, SAMPLE_ID, 'article.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Ukraine commits to', 'Ukraine pledges'));
    const [changed] = await createDraftFolder(folder, { now: () => new Date() }).list();
    expect(changed).toMatchObject({ isChecked: false, errors: 0, warnings: 0 });
    expect(changed && riskOf(changed).reasons[0]).toBe('not checked as it reads now');
  });

  it('know at once what this desk decided', async () => {
    const folder = await sampleFolder();
    const drafts = open(folder);
    await drafts.list();
    await drafts.change(SAMPLE_ID, () => ({ event: { by: 'Ana', action: 'assign', to: 'Ben' } }));
    expect((await drafts.list())[0]).toMatchObject({ assignee: 'Ben' });
  });

  it('that cannot be read stand in the list with the reason, and spoil no other', async () => {
    const folder = await sampleFolder();
    for (const [name, content] of [
      ['torn', '{"schemaVersion": 1, "id"'],
      ['other', '{"a": 1}'],
    ] as const) {
      cpSync(join(folder, SAMPLE_ID), join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, 'article.json'), content);
    }
    appendFileSync(join(folder, SAMPLE_ID, 'review.jsonl'), '{"torn');
    const list = await open(folder).list();
    expect(list.find(({ id }) => id === 'torn')?.problem).toMatch(/not JSON/u);
    expect(list.find(({ id }) => id === 'other')?.problem).toMatch(/form of an article/u);
    expect(list.find(({ id }) => id === SAMPLE_ID)?.problem).toBeUndefined();
    await using desk = await startDesk({ folder });
    const { body } = await desk.ask('/', { headers: { accept: 'text/html' } });
    const row = /<tr data-id="torn">.*?<\/tr>/su.exec(body)?.[0] ?? '';
    expect(row.split('torn/article.json cannot be read')).toHaveLength(2);
    expect(row).not.toMatch(/none open|years ago/u);
  });

  it('of which there are none yet are no fault of a filter', async () => {
    await using desk = await startDesk({ folder: mkdtempSync(join(tmpdir(), 'queue-')) });
    const { body } = await desk.ask('/', { headers: { accept: 'text/html' } });
    expect(body).toContain(desk.folder);
    expect(body).toContain('copydesk write SOURCE');
    expect(body).not.toContain('No draft matches');
  });

  it('of a folder that is not there are an error that says so', async () => {
    await expect(open(join(mkdtempSync(join(tmpdir(), 'none-')), 'x')).list()).rejects.toMatchObject({
      code: 'STORE_FAILED',
    });
  });
});
