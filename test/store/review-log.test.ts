import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendToReviewLog } from '../../src/store/folder/review-log.ts';
import {
  foldReview,
  type NewReviewEvent,
  type ReviewEvent,
  readReviewLog,
  reviewEventSchema,
} from '../../src/store/index.ts';

const HASHES = { generated: 'a'.repeat(64), edited: 'b'.repeat(64), approved: 'c'.repeat(64) };
const EXAMINED = { accuracy: true, plausibility: true, sources: true } as const;

let count = 0;
function event(
  decision: NewReviewEvent,
  { before = HASHES.generated, after = before }: { before?: string; after?: string } = {},
): ReviewEvent {
  return reviewEventSchema.parse({
    ...decision,
    id: `e${++count}`,
    at: '2026-11-26T10:00:00Z',
    before,
    after,
  });
}

const start = event({ by: 'Ana', action: 'start' });
const edit = event(
  { by: 'Ana', action: 'edit', changes: [{ target: 's1.p1.1', was: 'A', now: 'B' }] },
  { after: HASHES.edited },
);
const approve = event(
  { by: 'Ana', action: 'approve', editor: 'Ana', disclosure: 'named', examined: EXAMINED },
  { before: HASHES.edited, after: HASHES.approved },
);
const publish = event({ by: 'Ana', action: 'publish' }, { before: HASHES.approved });

describe('the review log', () => {
  it('is only ever added to, and reads back what was decided', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'log-'));
    for (const line of [start, edit, approve]) {
      const before = await import('node:fs').then(({ existsSync }) =>
        existsSync(join(folder, 'review.jsonl')),
      );
      const old = before ? readFileSync(join(folder, 'review.jsonl'), 'utf8') : '';
      await appendToReviewLog(folder, line);
      expect(readFileSync(join(folder, 'review.jsonl'), 'utf8').startsWith(old)).toBe(true);
    }
    expect(await readReviewLog(folder)).toEqual({ events: [start, edit, approve], damaged: 0 });
  });

  it('loses nothing but a torn last line, which spoils no later one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'log-'));
    await appendToReviewLog(folder, start);
    appendFileSync(join(folder, 'review.jsonl'), JSON.stringify(edit).slice(0, 90));
    expect(await readReviewLog(folder)).toEqual({ events: [start], damaged: 1 });
    await appendToReviewLog(folder, approve);
    expect(await readReviewLog(folder)).toEqual({ events: [start, approve], damaged: 1 });
  });

  it('takes no line that is not a decision, and is empty where there is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'log-'));
    expect(await readReviewLog(folder)).toEqual({ events: [], damaged: 0 });
    writeFileSync(join(folder, 'review.jsonl'), '{"action":"approve"}\nnull\n[]\n\n');
    expect(await readReviewLog(folder)).toEqual({ events: [], damaged: 3 });
  });
});

describe('the status of a review', () => {
  const status = (events: readonly ReviewEvent[], sha256: string) => {
    const { status: now, reopenedFrom } = foldReview(events, sha256);
    return reopenedFrom === undefined ? now : `${now}, was ${reopenedFrom}`;
  };

  it('goes the way of the decisions', () => {
    expect(status([], HASHES.generated)).toBe('needs-review');
    expect(status([start], HASHES.generated)).toBe('in-review');
    expect(status([event({ by: 'A', action: 'comment', target: 'p', text: 'x' })], HASHES.generated)).toBe(
      'in-review',
    );
    expect(status([event({ by: 'A', action: 'assign', to: 'B' })], HASHES.generated)).toBe('needs-review');
    expect(status([start, event({ by: 'A', action: 'send-back', reason: 'x' })], HASHES.generated)).toBe(
      'changes-requested',
    );
    expect(status([start, edit, approve], HASHES.approved)).toBe('approved');
    expect(status([start, edit, approve, publish], HASHES.approved)).toBe('published');
    const retract = event({ by: 'A', action: 'retract', reason: 'x' }, { before: HASHES.approved });
    expect(status([start, edit, approve, publish, retract], HASHES.approved)).toBe('retracted');
    expect(status([event({ by: 'A', action: 'reject', reason: 'x' })], HASHES.generated)).toBe('rejected');
  });

  it('of an approved or published article holds for its wording alone', () => {
    const later = event(
      { by: 'B', action: 'edit', changes: [{ target: 't', was: 'B', now: 'C' }] },
      { before: HASHES.approved, after: HASHES.edited },
    );
    expect(status([start, edit, approve, later], HASHES.edited)).toBe('in-review, was approved');
    expect(status([start, edit, approve, publish, later], HASHES.edited)).toBe('in-review, was published');
    // Changed by somebody who used no desk.
    expect(status([start, edit, approve], HASHES.edited)).toBe('in-review, was approved');
    // An approval that was killed between the log and the article.
    expect(status([start, edit, approve], HASHES.edited)).not.toBe('approved');
  });

  it('of an approval ends when a decision that it rests on is taken back', () => {
    const dismiss = event({
      by: 'A',
      action: 'dismiss',
      finding: { key: 'k', rule: 'Q07', severity: 'error', message: 'm' },
      why: 'editorial-choice',
    });
    const undo = event({ by: 'A', action: 'undo', undoes: dismiss.id }, { before: HASHES.approved });
    expect(status([start, dismiss, edit, approve, undo], HASHES.approved)).toBe('in-review, was approved');
  });

  it('is approved again after a change outside the desk, or after an approval that a kill cut off', () => {
    const again = event(
      { by: 'Ana', action: 'approve', editor: 'Ana', disclosure: 'named', examined: EXAMINED },
      { before: HASHES.edited, after: HASHES.generated },
    );
    expect(status([start, edit, approve, again], HASHES.generated)).toBe('approved');
  });

  it('forgets what was undone', () => {
    const dismiss = event({
      by: 'A',
      action: 'dismiss',
      finding: { key: 'k', rule: 'Q07', severity: 'warning', message: 'm' },
      why: 'editorial-choice',
    });
    expect(foldReview([start, dismiss], HASHES.generated).dismissed.has('k')).toBe(true);
    const undo = event({ by: 'A', action: 'undo', undoes: dismiss.id });
    expect(foldReview([start, dismiss, undo], HASHES.generated).dismissed.has('k')).toBe(false);
    expect(foldReview([start, dismiss, undo], HASHES.generated).isTouched).toBe(true);
  });

  it('knows which wordings are a person’s, until a model’s takes their place', () => {
    const edited = foldReview([start, edit], HASHES.edited).edited;
    expect([...edited]).toEqual([['s1.p1.1', 'Ana']]);
    const again = event(
      {
        by: 'B',
        action: 'regenerate',
        changes: [{ target: 's1.p1.1', was: 'B', now: 'C' }],
        reason: 'x',
        model: 'm',
      },
      { before: HASHES.edited, after: HASHES.approved },
    );
    expect([...foldReview([start, edit, again], HASHES.approved).edited]).toEqual([]);
  });
});
