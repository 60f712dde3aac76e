import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFolderLedger, type VideoState } from '../../src/store/index.ts';
import { goal, median } from './limits.ts';

const RUNS = 5;

/** How long it takes to know the state of very many videos. */
export async function measureFolders(count: number, print: (line: string) => void): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  for (let index = 0; index < count; index++) {
    const id = `talk-${index}-0123abcd`;
    mkdirSync(join(out, id));
    writeFileSync(join(out, id, 'state.json'), `${JSON.stringify(stateOf(id), null, 2)}\n`);
    writeFileSync(join(out, id, 'article.json'), '{}');
  }
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    await using ledger = createFolderLedger(out);
    const begun = performance.now();
    let known = 0;
    for await (const { status } of ledger.list()) if (status === 'done') known++;
    times.push((performance.now() - begun) / 1_000);
    if (known !== count) print(`only ${known} of ${count} states were read`);
  }
  rmSync(out, { recursive: true });
  print(
    goal(`state of ${count.toLocaleString('en')} folders in seconds (median of ${RUNS})`, median(times), {
      most: 1,
    }),
  );
}

function stateOf(id: string): VideoState {
  return {
    schemaVersion: 1,
    id,
    source: `https://www.youtube.com/watch?v=${id}`,
    title: `Council meeting number ${id}`,
    status: 'done',
    attempts: 1,
    changedAt: '2026-11-26T12:00:00.000Z',
    fingerprints: ['0'.repeat(64)],
    settings: '0123456789abcdef',
    cacheKeys: Array.from({ length: 5 }, (_, index) => String(index).repeat(64)),
    draft: {
      headline: 'Council votes to close the harbour for repairs in spring',
      words: 1_200,
      minutes: 6,
      errors: 0,
      warnings: 3,
      quotes: 9,
      tenths: Array.from({ length: 10 }, () => true),
      captions: 'auto',
      writer: 'model',
      transcriptSha256: '0'.repeat(64),
    },
    calls: 5,
    cost: 0.42,
  };
}
