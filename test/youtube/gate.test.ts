import { describe, expect, it } from 'vitest';
import { TranscriptError } from '../../src/errors.ts';
import { YouTubeGate } from '../../src/transcript/youtube/index.ts';

/** A gate whose time passes only while it sleeps. */
function createGate() {
  let time = 1_000_000;
  const waits: number[] = [];
  const told: number[] = [];
  const gate = new YouTubeGate({
    now: () => time,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
    onLongWait: (milliseconds) => told.push(milliseconds),
  });
  return {
    gate,
    waits,
    told,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

const refuse = (retryAfterSeconds?: number) => async () => {
  throw new TranscriptError('YOUTUBE_RATE_LIMITED', 'refused', { retryAfterSeconds });
};
const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => 'done',
    (error: TranscriptError) => error.code,
  );

describe('the gate to YouTube', () => {
  it('lets one visit in at a time, in order, with a gap of 1.5 to 3 s', async () => {
    const { gate, waits } = createGate();
    const log: string[] = [];
    let inside = 0;
    const visit = (name: string) =>
      gate.visit(async () => {
        expect(++inside).toBe(1);
        await new Promise((resolve) => setImmediate(resolve));
        log.push(name);
        inside--;
      });
    await Promise.all([visit('a'), visit('b'), visit('c')]);
    expect(log).toEqual(['a', 'b', 'c']);
    expect(waits).toHaveLength(2);
    for (const wait of waits) expect(wait).toSatisfy((ms: number) => ms >= 1_500 && ms <= 3_000);
  });

  it('keeps an hour below 300 visits when there are many', async () => {
    const { gate, waits } = createGate();
    for (let index = 0; index < 400; index++) await gate.visit(async () => {});
    const last = waits.slice(-290).reduce((sum, ms) => sum + ms, 0);
    expect(last).toBeGreaterThan(3_600_000 * 0.95);
  });

  it('rests after one refusal, as long as YouTube asks', async () => {
    const { gate, waits, told } = createGate();
    await codeOf(gate.visit(refuse(45)));
    await gate.visit(async () => {});
    expect(waits[0]).toBeGreaterThanOrEqual(45_000);
    expect(told).toHaveLength(1);
  });

  it('closes for all after two refusals in a row, and opens again', async () => {
    const { gate, waits, pass } = createGate();
    let asked = 0;
    const ask = () => gate.visit(async () => void asked++);
    await codeOf(gate.visit(refuse()));
    await codeOf(gate.visit(refuse()));
    const sleeps = waits.length;
    expect(await codeOf(ask())).toBe('YOUTUBE_RATE_LIMITED');
    await expect(ask()).rejects.toThrow('not asked again for 30 min');
    expect([asked, waits.length]).toEqual([0, sleeps]);
    pass(31 * 60_000);
    expect(await codeOf(ask())).toBe('done');
  });

  it('closes at once when YouTube asks for a wait that nobody would sit through', async () => {
    const { gate } = createGate();
    await codeOf(gate.visit(refuse(3_600)));
    await expect(gate.visit(async () => {})).rejects.toThrow('for 60 min');
  });

  it('counts refusals in a row only: a verdict on a video shows that YouTube answers', async () => {
    const { gate } = createGate();
    for (let index = 0; index < 4; index++) {
      await codeOf(gate.visit(refuse()));
      await codeOf(
        gate.visit(async () => {
          throw new TranscriptError('VIDEO_PRIVATE', 'private');
        }),
      );
    }
    expect(await codeOf(gate.visit(async () => {}))).toBe('done');
  });

  it('learns of a refusal also from a visit that was served in another way', async () => {
    const { gate } = createGate();
    for (let index = 0; index < 2; index++)
      await gate.visit(async () => gate.noteRefusal(new TranscriptError('YOUTUBE_BOT_CHECK', 'refused')));
    expect(await codeOf(gate.visit(async () => {}))).toBe('YOUTUBE_BOT_CHECK');
    const told = await gate.enter(async (closed) => closed?.code);
    expect(told).toBe('YOUTUBE_BOT_CHECK');
  });

  it('lets a waiting visit be cancelled without a request', async () => {
    const gate = new YouTubeGate();
    await gate.visit(async () => {});
    const controller = new AbortController();
    const reason = new Error('enough');
    const waiting = gate.visit(async () => 'asked', controller.signal);
    setTimeout(() => controller.abort(reason), 10);
    await expect(waiting).rejects.toBe(reason);
  });
});
