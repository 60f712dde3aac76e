import type { Clock } from '../../src/llm/index.ts';

interface Sleeper {
  readonly at: number;
  wake(): void;
}

export interface FakeClock extends Clock {
  /** Every wait asked for, in milliseconds. */
  readonly sleeps: readonly number[];
}

/** Time that jumps to the next waker as soon as nothing else is left to do. */
export function createFakeClock(start = 1_000_000): FakeClock {
  const sleeps: number[] = [];
  let now = start;
  let sleepers: Sleeper[] = [];

  function jump(): void {
    const next = sleepers.reduce<Sleeper | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined);
    if (!next) return;
    sleepers = sleepers.filter((sleeper) => sleeper !== next);
    now = Math.max(now, next.at);
    next.wake();
  }

  return {
    sleeps,
    now: () => now,
    sleep(ms, signal) {
      sleeps.push(ms);
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        sleepers.push({ at: now + ms, wake: resolve });
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        setImmediate(jump);
      });
    },
  };
}
