import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolderLedger, type VideoState } from '../../src/store/index.ts';
import { temporaryFolder } from '../cli/run-cli.ts';

const state = (id: string, more: Partial<VideoState> = {}): VideoState => ({
  schemaVersion: 1,
  id,
  source: 'talk.vtt',
  status: 'done',
  attempts: 1,
  changedAt: '2026-11-23T12:00:00.000Z',
  ...more,
});

async function listed(out: string): Promise<string[]> {
  await using ledger = createFolderLedger(out);
  const ids: string[] = [];
  for await (const { id } of ledger.list()) ids.push(id);
  return ids.sort();
}

function ownNamespace(): string | undefined {
  return existsSync('/proc/self/ns/pid') ? readlinkSync('/proc/self/ns/pid') : undefined;
}

/** What a run that was killed leaves: a claim, and a file of a process that is no more. */
function leaveDeadRun(
  out: string,
  id: string,
  { pid = 2 ** 22 + 1, host = hostname(), pidNamespace = ownNamespace() } = {},
): void {
  mkdirSync(join(out, '.batch', 'runs'), { recursive: true });
  mkdirSync(join(out, '.batch', 'claims'), { recursive: true });
  writeFileSync(
    join(out, '.batch', 'runs', 'dead'),
    JSON.stringify({ pid, host, pidNamespace, startedAt: '2026-11-23T12:00:00.000Z' }),
  );
  writeFileSync(join(out, '.batch', 'claims', id), 'dead');
}

describe('the ledger of article folders', () => {
  it('reads back what was written, and lists every video once', async () => {
    const out = temporaryFolder();
    await using ledger = createFolderLedger(out);
    await ledger.write(state('a', { status: 'failed', code: 'MODEL_REFUSED' }));
    await ledger.write(state('b'));
    await ledger.write(state('b', { attempts: 2 }));
    expect(await ledger.read('a')).toMatchObject({ status: 'failed', code: 'MODEL_REFUSED' });
    expect(await ledger.read('b')).toMatchObject({ attempts: 2 });
    expect(await listed(out)).toEqual(['a', 'b']);
  });

  it.each([
    ['damaged', '{"schemaVersion":1,'],
    ['of another form', '{"schemaVersion":2}'],
    ['no JSON', 'x'],
  ])('counts a state that is %s as unknown', async (_, text) => {
    const out = temporaryFolder();
    mkdirSync(join(out, 'a'));
    writeFileSync(join(out, 'a', 'state.json'), text);
    expect(await listed(out)).toEqual([]);
  });

  it('is empty where there is no folder', async () => {
    expect(await listed(join(temporaryFolder(), 'nothing'))).toEqual([]);
  });
});

describe('a claim', () => {
  it('is given to one run at a time, however many ask at once', async () => {
    const out = temporaryFolder();
    const ledgers = Array.from({ length: 8 }, () => createFolderLedger(out));
    const claims = await Promise.all(ledgers.map((ledger) => ledger.claim('a')));
    const held = claims.filter((claim) => claim !== undefined);
    expect(held).toHaveLength(1);
    expect(await ledgers[0]?.isClaimed('a')).toBe(true);
    await held[0]?.release();
    expect(await ledgers[0]?.isClaimed('a')).toBe(false);
    expect(await ledgers[1]?.claim('a')).toBeDefined();
    for (const ledger of ledgers) await ledger[Symbol.asyncDispose]();
  });

  it('of a process that is no more is taken over at once, by one run only, and its half-written files are removed', async () => {
    const out = temporaryFolder();
    leaveDeadRun(out, 'a');
    mkdirSync(join(out, 'a'));
    const half = join(out, 'a', '.0123abcd-0123-4123-8123-0123456789ab.tmp');
    writeFileSync(half, 'half');
    const ledgers = Array.from({ length: 8 }, () => createFolderLedger(out));
    const claims = await Promise.all(ledgers.map((ledger) => ledger.claim('a')));
    const held = claims.filter((claim) => claim !== undefined);
    expect(held).toHaveLength(1);
    expect(existsSync(half)).toBe(false);
    expect(await held[0]?.isHeld()).toBe(true);
    await held[0]?.release();
    expect(readdirSync(join(out, '.batch', 'claims'))).toEqual([]);
    for (const ledger of ledgers) await ledger[Symbol.asyncDispose]();
  });

  it.each([
    ['another machine', { host: 'elsewhere' }],
    ['another container of the machine', { pidNamespace: 'pid:[1]' }],
  ])('of %s is respected while its heart beats, and taken over a minute after', async (_, place) => {
    const out = temporaryFolder();
    leaveDeadRun(out, 'a', place);
    await using ledger = createFolderLedger(out);
    expect(await ledger.claim('a')).toBeUndefined();
    const past = new Date(Date.now() - 61_000);
    utimesSync(join(out, '.batch', 'runs', 'dead'), past, past);
    expect(await ledger.claim('a')).toBeDefined();
  });

  it('that cannot be read is an error', async () => {
    const out = temporaryFolder();
    mkdirSync(join(out, '.batch', 'claims', 'a'), { recursive: true });
    await using ledger = createFolderLedger(out);
    await expect(ledger.claim('a')).rejects.toMatchObject({ code: 'STORE_FAILED' });
  });

  it('that somebody took over is no longer held', async () => {
    const out = temporaryFolder();
    await using first = createFolderLedger(out);
    const claim = await first.claim('a');
    const [run = ''] = readdirSync(join(out, '.batch', 'runs'));
    const past = new Date(Date.now() - 61_000);
    utimesSync(join(out, '.batch', 'runs', run), past, past);
    await using second = createFolderLedger(out);
    expect(await second.claim('a')).toBeDefined();
    expect(await claim?.isHeld()).toBe(false);
    // What it no longer holds it cannot give away.
    await claim?.release();
    expect(await second.isClaimed('a')).toBe(true);
  });

  it('of a killed process can be had by the next', async () => {
    const out = temporaryFolder();
    const child = fork(join(import.meta.dirname, 'claim-and-wait.ts'), [out, 'a']);
    await once(child, 'message');
    await using ledger = createFolderLedger(out);
    expect(await ledger.claim('a')).toBeUndefined();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await ledger.claim('a')).toBeDefined();
  });
});
