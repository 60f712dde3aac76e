import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/index.ts';
import { withFileLock } from '../../src/store/folder/file-lock.ts';
import { appendToReviewLog } from '../../src/store/folder/review-log.ts';
import { createDraftFolder, createFolderStore, readReviewLog } from '../../src/store/index.ts';
import { SAMPLE_ID, sampleFolder } from '../review/start-desk.ts';

const now = () => new Date();

describe('a decision', () => {
  it('during which another program changed the article overwrites nothing and keeps no wrong version', async () => {
    const folder = await sampleFolder();
    const directory = join(folder, SAMPLE_ID);
    const file = join(directory, 'article.json');
    const drafts = createDraftFolder(folder, { now });
    const change = drafts.change(SAMPLE_ID, ({ article }) => {
      writeFileSync(file, readFileSync(file, 'utf8').replace('Ukraine commits to', 'Ukraine pledges'));
      const changes = [{ target: 'headline', was: article.headline, now: 'Mine' }];
      return { event: { by: 'Ana', action: 'edit', changes }, article: { ...article, headline: 'Mine' } };
    });
    await expect(change).rejects.toMatchObject({ code: 'REVIEW_STALE' });
    expect(readFileSync(file, 'utf8')).toContain('Ukraine pledges');
    expect(readdirSync(directory)).not.toContain('versions');
    expect((await readReviewLog(directory)).events).toEqual([]);
  });
});

describe('a run of the writer', () => {
  it('waits for a decision that is being saved, and then writes beside it', async () => {
    const folder = await sampleFolder();
    const directory = join(folder, SAMPLE_ID);
    const article = parseArticle(readFileSync(join(directory, 'article.json'), 'utf8'));
    const facts = {
      kind: 'auto',
      origin: 'file',
      language: 'en',
      sha256: '',
      words: 0,
      warnings: [],
    } as const;
    const metadata = { platform: 'file', title: 'T' } as const;
    const run = {
      article: { ...article, headline: 'A later run' },
      transcript: { ...facts, metadata, segments: [], units: [] },
      findings: { ran: [], notRun: [], findings: [] },
      calls: [],
    };
    const { sha256 } = await createDraftFolder(folder, { now }).open(SAMPLE_ID);
    const saving = await withFileLock(directory, async () => {
      const started = createFolderStore(folder).save(run);
      // Whoever does not wait has looked at the folder by now.
      await readReviewLog(directory);
      const at = now().toISOString();
      const decision = { id: 'e1', at, by: 'Ana', action: 'start', before: sha256, after: sha256 } as const;
      await appendToReviewLog(directory, decision);
      return { started };
    });
    expect((await saving.started).isDraft).toBe(true);
    expect(readFileSync(join(directory, 'article.json'), 'utf8')).not.toContain('A later run');
  });
});
