import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolderStore } from '../../src/store/index.ts';
import { writeArticle } from '../../src/write/index.ts';
import { transcriptOf } from '../fixtures/transcripts.ts';

const sentence = (n: number): string =>
  `The council of Riverton voted on measure number ${n} because the old harbour needs repairs and the budget for year ${n} allows them.`;
const transcript = transcriptOf(
  Array.from({ length: 20 }, (_, index) => sentence(index + 1)),
  { title: 'Riverton council' },
);

async function runAt(now: string) {
  const written = await writeArticle(transcript, {
    id: 'riverton-00000000',
    writer: { kind: 'extractive' },
    length: 'medium',
    minWords: 150,
    now: () => new Date(now),
  });
  return { ...written, transcript, calls: [] };
}

describe('the folder store', () => {
  it('leaves the files of the contract and nothing else', async () => {
    const out = mkdtempSync(join(tmpdir(), 'store-'));
    const saved = await createFolderStore(out).save(await runAt('2026-01-01T00:00:00Z'));
    expect(saved).toEqual({ directory: join(out, 'riverton-00000000'), isDraft: false });
    expect(readdirSync(saved.directory).sort()).toEqual([
      'article.html',
      'article.json',
      'article.md',
      'article.txt',
      'findings.json',
      'run.json',
      'transcript.json',
    ]);
  });

  it('replaces what a run wrote, also after a run that was killed between two files', async () => {
    const out = mkdtempSync(join(tmpdir(), 'store-'));
    const store = createFolderStore(out);
    const { directory } = await store.save(await runAt('2026-01-01T00:00:00Z'));
    const first = readFileSync(join(directory, 'article.json'), 'utf8');
    await store.save(await runAt('2026-01-02T00:00:00Z'));
    // Killed after run.json and before article.json: the manifest is new, the article old.
    writeFileSync(join(directory, 'article.json'), first);
    expect((await store.save(await runAt('2026-01-03T00:00:00Z'))).isDraft).toBe(false);
    expect(readFileSync(join(directory, 'article.json'), 'utf8')).toContain('2026-01-03');
  });

  it('keeps an article that a person edited and puts the new draft beside it', async () => {
    const out = mkdtempSync(join(tmpdir(), 'store-'));
    const store = createFolderStore(out);
    const { directory } = await store.save(await runAt('2026-01-01T00:00:00Z'));
    const file = join(directory, 'article.json');
    const edited = readFileSync(file, 'utf8').replace('"headline": "', '"headline": "Edited: ');
    writeFileSync(file, edited);
    const saved = await store.save(await runAt('2026-01-02T00:00:00Z'));
    expect(saved.isDraft).toBe(true);
    expect(saved.directory).toMatch(/draft-[0-9a-f]{8}$/);
    expect(readFileSync(file, 'utf8')).toBe(edited);
    expect(readFileSync(join(saved.directory, 'article.json'), 'utf8')).toContain('2026-01-02');
  });

  it('keeps a rendering that a person edited, and replaces one that nobody did', async () => {
    const store = createFolderStore(mkdtempSync(join(tmpdir(), 'store-')));
    const { directory } = await store.save(await runAt('2026-01-01T00:00:00Z'));
    expect((await store.save(await runAt('2026-01-02T00:00:00Z'))).isDraft).toBe(false);
    const file = join(directory, 'article.md');
    const edited = `${readFileSync(file, 'utf8')}\nA line of mine.\n`;
    writeFileSync(file, edited);
    expect((await store.save(await runAt('2026-01-03T00:00:00Z'))).isDraft).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(edited);
  });

  it('knows a rendering from before a kill for its own', async () => {
    const store = createFolderStore(mkdtempSync(join(tmpdir(), 'store-')));
    const { directory } = await store.save(await runAt('2026-01-01T00:00:00Z'));
    const before = readFileSync(join(directory, 'article.md'), 'utf8');
    await store.save(await runAt('2026-01-02T00:00:00Z'));
    writeFileSync(join(directory, 'article.md'), before);
    expect((await store.save(await runAt('2026-01-03T00:00:00Z'))).isDraft).toBe(false);
  });

  it('says which folder cannot be written', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'store-')), 'file');
    writeFileSync(file, '');
    await expect(createFolderStore(file).save(await runAt('2026-01-01T00:00:00Z'))).rejects.toMatchObject({
      code: 'STORE_FAILED',
    });
  });
});
