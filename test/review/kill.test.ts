import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/index.ts';
import { foldReview, readReviewLog } from '../../src/store/index.ts';
import { type DeskProcess, startProcess } from './desk-process.ts';
import { filesOf, SAMPLE_ID, sampleFolder, send } from './start-desk.ts';

const SAVES = 200;

interface Acknowledged {
  readonly by: string;
  readonly text: string;
}

/** One reviewer who edits and comments as fast as the desk answers. */
async function review(
  by: string,
  { url, cookie, key }: DeskProcess,
  acknowledged: Acknowledged[],
): Promise<void> {
  let match = '';
  const decide = (request: Readonly<Record<string, unknown>>) =>
    send(url, `/drafts/${SAMPLE_ID}/decisions`, {
      method: 'POST',
      headers: {
        ...{ host: url.host, cookie, origin: url.origin },
        ...{ 'content-type': 'application/json', 'x-copydesk-key': key },
      },
      body: JSON.stringify({ by, ...request }),
    });
  for (let number = 0; number < SAVES / 2; number++) {
    const text = `${by} decided number ${number} here.`;
    try {
      const request =
        number % 4 === 0
          ? { action: 'edit', target: by === 'Ana' ? 's1.p1.2' : 's2.p1.1', text, match }
          : { action: 'comment', target: 'lead.p1', text };
      let answer = await decide(request);
      // A stale save is tried again on the wording that is there.
      for (let tries = 0; answer.status !== 200 && number % 4 === 0 && tries < 5; tries++) {
        const { conflict } = answer.json() as { conflict?: { sha256: string } };
        match = conflict?.sha256 ?? 'f'.repeat(64);
        answer = await decide({ ...request, match });
      }
      if (answer.status === 200) {
        match = (answer.json() as { sha256: string }).sha256;
        acknowledged.push({ by, text });
      }
    } catch {
      // Killed: what was not acknowledged may be lost.
      return;
    }
  }
}

describe('the desk', () => {
  it('killed during 200 saves of two reviewers has every acknowledged decision on disk and no file half written', async () => {
    const folder = await sampleFolder();
    const desk = await startProcess(folder);
    const acknowledged: Acknowledged[] = [];
    const work = Promise.all([review('Ana', desk, acknowledged), review('Ben', desk, acknowledged)]);
    while (acknowledged.length < 60) await delay(5);
    desk.child.kill('SIGKILL');
    await once(desk.child, 'exit');
    await work;
    expect(acknowledged.length).toBeLessThan(SAVES);

    const directory = join(folder, SAMPLE_ID);
    const { events, damaged } = await readReviewLog(directory);
    expect(damaged).toBeLessThanOrEqual(1);
    const kept = new Set(
      events.map((event) =>
        event.action === 'edit' ? event.changes[0]?.now : event.action === 'comment' ? event.text : '',
      ),
    );
    expect(acknowledged.filter(({ text }) => !kept.has(text))).toEqual([]);
    // The article holds each one's last acknowledged wording, or one that came after it.
    const article = parseArticle(readFileSync(join(directory, 'article.json'), 'utf8'));
    expect(JSON.stringify(article)).toMatch(/Ana decided number \d+ here/u);
    for (const file of filesOf(directory).filter((name) => name.endsWith('.json')))
      expect(() => JSON.parse(readFileSync(join(directory, file), 'utf8')), file).not.toThrow();
    for (const [name, end] of [
      ['article.html', /<\/html>\n$/u],
      ['article.md', /\n$/u],
      ['article.txt', /\n$/u],
    ] as const)
      expect(readFileSync(join(directory, name), 'utf8'), name).toMatch(end);

    // It goes on where it was.
    const again = await startProcess(folder);
    const before = events.length;
    await review('Ana', again, []);
    again.child.kill('SIGKILL');
    await once(again.child, 'exit');
    const after = await readReviewLog(directory);
    expect(after.events.length).toBeGreaterThan(before + 50);
    expect(foldReview(after.events, '').comments.length).toBeGreaterThan(50);
  }, 120_000);
});
